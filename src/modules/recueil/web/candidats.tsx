import type { ReactNode } from 'react';
import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { CandidatMontre } from './candidats-view.ts';

type Props = { candidats: readonly CandidatMontre[]; gestes: (candidat: CandidatMontre) => ReactNode };

/** Les personnes connues qui ressemblent : pourquoi, ce qu'on en sait déjà, et ce qu'on peut en dire. */
export function Candidats({ candidats, gestes }: Props) {
  return (
    <ul>
      {candidats.map((candidat) => (
        <li key={candidat.id}>
          <div>
            {candidat.nom} <Etiquette ton={candidat.verdict.ton}>{candidat.verdict.libelle}</Etiquette>
            <small>{candidat.naissance}</small>
            {candidat.dossier ? (
              <small>
                {candidat.dossier.href ? (
                  <a href={candidat.dossier.href}>{candidat.dossier.titre}</a>
                ) : (
                  candidat.dossier.titre
                )}
                , {candidat.dossier.detail}
              </small>
            ) : null}
            <small>{candidat.raisons}</small>
            {candidat.recues.map(({ id, numero, etat }) => (
              <small key={id}>
                <a href={formatAdresseInformation(id)}>{numero}</a>, {etat.toLocaleLowerCase('fr')}
              </small>
            ))}
            <div className="boutons">{gestes(candidat)}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}
