import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import type { Ton } from '#web/ui/ton.ts';
import {
  type DossierTravaux,
  type Enjeu,
  ETATS_TRAVAUX,
  type EtatTravaux,
  NATURES_TRAVAUX,
  POINTS_REOUVERTURE,
  PRIORITES,
} from '../dossier-travaux.ts';
import { computePriorite } from '../rules/priorite.ts';
import { isOuvert } from '../rules/transitions.ts';
import { formatAdresseDossier, formatAdresseTravaux } from './adresses.ts';
import { formatHeures, isEnRetard } from './dossiers-view.ts';

const POINTS = Object.keys(POINTS_REOUVERTURE).length;
const TONS: Partial<Record<Enjeu, Ton>> = { SECURITE: 'retard', CONFORMITE: 'bientot' };

export function Priorite({ enjeux }: Pick<DossierTravaux, 'enjeux'>) {
  const priorite = computePriorite(enjeux);
  return <Etiquette ton={TONS[priorite]}>{PRIORITES[priorite]}</Etiquette>;
}

/** Les colonnes d'une liste de dossiers ; `creche` fausse sur la page d'une seule crèche. */
export function buildColonnesDossiers(
  jour: JourCivil,
  { creche }: { creche: boolean },
): readonly Colonne<DossierTravaux>[] {
  const colonneCreche: Colonne<DossierTravaux> = {
    cle: 'creche',
    titre: 'Crèche',
    triable: true,
    cellule: (d) => <a href={formatAdresseTravaux(d.etablissementId)}>{d.creche}</a>,
  };
  return [
    {
      cle: 'objet',
      titre: 'Travaux',
      cellule: (d) => (
        <>
          <a href={formatAdresseDossier(d.id)}>{d.objet}</a>
          <small>{NATURES_TRAVAUX[d.nature]}</small>
        </>
      ),
    },
    ...(creche ? [colonneCreche] : []),
    { cle: 'priorite', titre: 'Priorité', triable: creche, cellule: (d) => <Priorite enjeux={d.enjeux} /> },
    { cle: 'etat', titre: 'État', cellule: ({ etat }) => ETATS_TRAVAUX[etat] },
    {
      cle: 'debut',
      titre: 'Début',
      triable: creche,
      cellule: ({ commenceLe, debutPrevu, etat }) => formatDate(commenceLe ?? debutPrevu, etat),
    },
    {
      cle: 'reouverture',
      titre: 'Réouverture',
      triable: creche,
      cellule: (d) => <Reouverture dossier={d} jour={jour} />,
    },
    { cle: 'places', titre: 'Places gelées', nombre: true, cellule: ({ placesGelees }) => placesGelees },
    {
      cle: 'heures',
      titre: 'Heures gelées',
      nombre: true,
      triable: creche,
      cellule: ({ impact, etat }) => {
        if (impact) return formatHeures(impact.minutesGelees);
        return isOuvert(etat) ? <span className="zero">à chiffrer</span> : null;
      },
    },
    {
      cle: 'reloges',
      titre: 'Relogés',
      nombre: true,
      cellule: ({ impact, reloges }) =>
        impact ? <span className="insecable">{`${reloges} / ${impact.enfants}`}</span> : null,
    },
    { cle: 'points', titre: 'Liste de réouverture', cellule: ({ points }) => `${points.length} sur ${POINTS}` },
  ];
}

function formatDate(jour: JourCivil | null, etat: EtatTravaux) {
  if (jour) return <span className="insecable">{formatJour(jour, 'court')}</span>;
  return isOuvert(etat) ? <span className="zero">à dire</span> : null;
}

function Reouverture({ dossier, jour }: { dossier: DossierTravaux; jour: JourCivil }) {
  const { rouvertLe, reouverturePrevue, etat } = dossier;
  if (rouvertLe) return <span className="insecable">rouverte le {formatJour(rouvertLe, 'court')}</span>;
  return (
    <>
      {formatDate(reouverturePrevue, etat)}{' '}
      {isEnRetard(dossier, jour) ? <Etiquette ton="retard">dépassée</Etiquette> : null}
    </>
  );
}
