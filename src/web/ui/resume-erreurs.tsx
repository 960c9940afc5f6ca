import { useEffect, useRef, useState } from 'react';
import { formatIdDeChamp } from './champ.tsx';

/** Un message par champ ; la clé vide porte ce qui concerne toute la saisie. */
export type Erreurs = Record<string, string>;

type ResumeErreursProps = { erreurs: Erreurs | undefined; titre?: string; textes?: readonly string[] };

/** Ce qui empêche d'enregistrer, en tête de page, chaque ligne menant à son champ. */
export function ResumeErreurs({ erreurs, titre, textes = [] }: ResumeErreursProps) {
  const boite = useRef<HTMLDivElement>(null);
  const messages = Object.entries(erreurs ?? {});
  const [libelles, setLibelles] = useState<Record<string, string>>({});
  useEffect(() => setLibelles(readLibelles(erreurs ?? {})), [erreurs]);
  useEffect(() => {
    if (erreurs && Object.keys(erreurs).length > 0) boite.current?.focus();
  }, [erreurs]);
  if (messages.length === 0) return null;
  return (
    <div className="resume" ref={boite} tabIndex={-1} role="alert" aria-labelledby="resume-titre">
      <h2 id="resume-titre">{titre ?? formatTitre(messages.length)}</h2>
      <ul>
        {messages.map(([nom, message]) => (
          <li key={nom}>
            {nom ? (
              <a href={`#${formatIdDeChamp(nom)}`}>{libelles[nom] ? `${libelles[nom]} : ${message}` : message}</a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
      {textes.length > 0 ? <p>Textes : {textes.join(' · ')}</p> : null}
    </div>
  );
}

/** La même phrase pour deux champs les nomme, une fois la page ouverte : leurs libellés ne sont connus que d'elle. */
function readLibelles(erreurs: Erreurs): Record<string, string> {
  const messages = Object.values(erreurs);
  const repetes = Object.keys(erreurs).filter(
    (nom) => messages.indexOf(erreurs[nom] ?? '') !== messages.lastIndexOf(erreurs[nom] ?? ''),
  );
  return Object.fromEntries(
    repetes.map((nom) => [
      nom,
      document.querySelector(`label[for="${formatIdDeChamp(nom)}"]`)?.firstChild?.textContent ?? '',
    ]),
  );
}

function formatTitre(nombre: number): string {
  return nombre === 1 ? 'Un point est à corriger' : `${nombre} points sont à corriger`;
}
