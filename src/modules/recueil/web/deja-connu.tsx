import { useEffect, useState } from 'react';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { ID_DE_SAISIE } from '#web/gabarits/saisie.tsx';
import { Bloc, LignesDeBloc } from '#web/ui/bloc.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Candidats } from './candidats.tsx';
import type { Verification } from './verification.server.ts';

/** Le temps de finir un mot avant de chercher. */
const ATTENTE = 700;

/** Ce que le département sait déjà, à côté de la saisie : rendu par « Vérifier », et au fil de la frappe avec JavaScript. */
export function DejaConnu({ verification }: { verification: Verification | null }) {
  const [vue, setVue] = useState(verification);
  // Une page rendue sans vérification n'efface pas ce qui était déjà montré.
  useEffect(() => {
    if (verification) setVue(verification);
  }, [verification]);
  useEffect(() => {
    const formulaire = document.querySelector<HTMLFormElement>('form.saisie');
    if (!formulaire) return;
    let attente: ReturnType<typeof setTimeout> | undefined;
    const verifie = async () => {
      const reponse = await fetch('/informations/verification', { method: 'POST', body: readTextes(formulaire) });
      if (reponse.ok) setVue((await reponse.json()) as Verification);
    };
    const reporte = () => {
      clearTimeout(attente);
      attente = setTimeout(() => void verifie().catch(() => undefined), ATTENTE);
    };
    formulaire.addEventListener('input', reporte);
    return () => {
      clearTimeout(attente);
      formulaire.removeEventListener('input', reporte);
    };
  }, []);
  return (
    <div id="deja-connu" className="suit-la-lecture" aria-live="polite">
      {vue?.ressemblances.map(({ groupe, rang, qui, candidats }) => (
        <Bloc key={`${groupe}-${rang}`} titre={`Serait-ce ${qui} ?`}>
          <Candidats
            candidats={candidats}
            gestes={({ id, nom }) => (
              <Bouton
                petit
                form={ID_DE_SAISIE}
                name="geste"
                value={`relier-${groupe}-${rang}-${id}`}
                formAction={`#${groupe}-${rang}`}
              >
                C’est la même personne <span className="lecteur">: {nom}</span>
              </Bouton>
            )}
          />
        </Bloc>
      ))}
      <Bloc titre="Déjà reçu par la cellule">
        {vue === null ? (
          <p>Les informations reçues pour le même enfant, sa fratrie ou son adresse apparaîtront ici.</p>
        ) : vue.antecedents.length === 0 ? (
          <p>Rien de reçu pour cet enfant, sa fratrie ou cette adresse, d’après ce qui est tapé.</p>
        ) : (
          <LignesDeBloc
            lignes={vue.antecedents.map(({ id, numero, etat, detail }) => ({
              cle: id,
              titre: <a href={formatAdresseInformation(id)}>{numero}</a>,
              detail,
              fin: <Etiquette>{etat}</Etiquette>,
            }))}
          />
        )}
      </Bloc>
      <Bloc titre="Le territoire">
        <p>{formatTerritoire(vue)}</p>
      </Bloc>
    </div>
  );
}

function formatTerritoire(vue: Verification | null): string {
  if (vue?.communeInconnue)
    return `« ${vue.communeInconnue} » n’est pas reconnue : vérifiez l’écriture ou le code postal.`;
  if (!vue?.commune) return 'La commune dira quel territoire évaluera.';
  return `${vue.commune.nom} : ${vue.commune.unite ?? 'aucune unité ne la dessert encore, ou plusieurs se la partagent'}.`;
}

/** Le formulaire sans ses fichiers : ils ne servent ni à vérifier, ni à garder un brouillon. */
export function readTextes(formulaire: HTMLFormElement): FormData {
  const tout = new FormData(formulaire);
  for (const [nom, valeur] of [...tout]) if (typeof valeur !== 'string') tout.delete(nom);
  return tout;
}
