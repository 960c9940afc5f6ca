import { useEffect, useRef } from 'react';
import { formatIdDeChamp } from './champ.tsx';

/** Un message par champ ; la clé vide porte ce qui concerne toute la saisie. */
export type Erreurs = Record<string, string>;

type ResumeErreursProps = { erreurs: Erreurs | undefined; titre?: string; textes?: readonly string[] };

/** Ce qui empêche d'enregistrer, en tête de page, chaque ligne menant à son champ. */
export function ResumeErreurs({ erreurs, titre, textes = [] }: ResumeErreursProps) {
  const boite = useRef<HTMLDivElement>(null);
  const messages = Object.entries(erreurs ?? {});
  useEffect(() => {
    if (erreurs && Object.keys(erreurs).length > 0) boite.current?.focus();
  }, [erreurs]);
  if (messages.length === 0) return null;
  return (
    <div className="resume" ref={boite} tabIndex={-1} role="alert" aria-labelledby="resume-titre">
      <h2 id="resume-titre">{titre ?? formatTitre(messages.length)}</h2>
      <ul>
        {messages.map(([nom, message]) => (
          <li key={nom}>{nom ? <a href={`#${formatIdDeChamp(nom)}`}>{message}</a> : message}</li>
        ))}
      </ul>
      {textes.length > 0 ? <p>Textes : {textes.join(' · ')}</p> : null}
    </div>
  );
}

function formatTitre(nombre: number): string {
  return nombre === 1 ? 'Un point est à corriger' : `${nombre} points sont à corriger`;
}
