import './creche.css';
import { formatJour } from '#shared/jour-civil-format.ts';
import { MOTIFS_FERMETURE, type MotifFermeture } from '../etablissement.ts';
import type { CaseJour, MoisCalendrier } from './fiche-view.ts';

/** Une lettre par motif : la couleur ne dit rien seule. */
const LETTRES: Record<MotifFermeture, string> = {
  CONGES: 'C',
  PEDAGOGIQUE: 'P',
  TRAVAUX: 'T',
  EXCEPTIONNELLE: 'E',
  FERIE: 'F',
};

/** Douze mois, une case par jour. */
export function CalendrierFermetures({ mois }: { mois: readonly MoisCalendrier[] }) {
  return (
    <section className="calendrier-fermetures" aria-label="Calendrier des fermetures, douze mois" tabIndex={0}>
      <table>
        <caption className="lecteur">Jours ouverts et fermés, mois par mois</caption>
        <tbody>
          {mois.map(({ cle, nom, cases }) => (
            <tr key={cle}>
              <th scope="row">{nom}</th>
              {cases.map((jour) => (
                <Case key={jour.jour} {...jour} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="petit">
        {Object.entries(MOTIFS_FERMETURE)
          .map(([motif, libelle]) => `${LETTRES[motif as MotifFermeture]} : ${libelle.toLocaleLowerCase('fr')}`)
          .join(' · ')}
        {' · F : jour férié'}
      </p>
    </section>
  );
}

function Case({ jour, nature }: CaseJour) {
  if (nature === 'ouvert' || nature === 'repos')
    return <td className={nature === 'repos' ? 'repos' : undefined} title={formatJour(jour, 'complet')} />;
  return (
    <td className="ferme" title={formatJour(jour, 'complet')}>
      {LETTRES[nature]}
    </td>
  );
}
