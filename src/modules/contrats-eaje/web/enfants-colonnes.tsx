import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import { formatDuree } from '#shared/quart-d-heure.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Colonne } from '#web/ui/tableau.tsx';
import { NATURES_ACCUEIL } from '../contrat.ts';
import { formatAge } from '../enfant.ts';
import type { EnfantLigne } from '../enfant-filtre.ts';
import { formatEuros } from '../participation.ts';
import { formatAdresseContrat, formatAdresseFamille } from './adresses.ts';
import { SemaineEnCarres } from './semaine.tsx';

/** Les colonnes de la liste ; le nom mène à la famille pour qui l'accueille, au contrat pour les autres. */
export function buildColonnesEnfants(aujourdhui: JourCivil, peut: boolean): readonly Colonne<EnfantLigne>[] {
  return [
    { cle: 'nom', titre: 'Enfant', triable: true, cellule: (enfant) => <Nom enfant={enfant} peut={peut} /> },
    {
      cle: 'age',
      titre: 'Âge',
      triable: true,
      cellule: ({ neLe }) => <span title={`né le ${formatJour(neLe, 'long')}`}>{formatAge(neLe, aujourdhui)}</span>,
    },
    {
      cle: 'marche',
      titre: 'Marche depuis',
      facultative: true,
      cellule: ({ marcheDepuis }) =>
        marcheDepuis && marcheDepuis <= aujourdhui ? (
          formatJour(marcheDepuis, 'court')
        ) : (
          <span className="zero">pas encore</span>
        ),
    },
    {
      cle: 'section',
      titre: 'Section',
      triable: true,
      cellule: ({ section }) => section ?? <span className="zero">sans section</span>,
    },
    { cle: 'jours', titre: 'Jours', cellule: (enfant) => <Jours enfant={enfant} aujourdhui={aujourdhui} /> },
    {
      cle: 'heures',
      titre: 'Par semaine',
      triable: true,
      nombre: true,
      cellule: ({ minutesSemaine }) => (minutesSemaine ? formatDuree(minutesSemaine) : null),
    },
    {
      cle: 'tarif',
      titre: 'Tarif',
      triable: true,
      nombre: true,
      cellule: ({ tarifCentimes, contratId }) =>
        tarifCentimes === null || contratId === null ? null : (
          <a href={formatAdresseContrat(contratId)}>{formatEuros(tarifCentimes)}</a>
        ),
    },
  ];
}

function Nom({ enfant, peut }: { enfant: EnfantLigne; peut: boolean }) {
  const { nom, prenom, familleId, contratId, pai, ressourcesConnues } = enfant;
  const href = peut ? formatAdresseFamille(familleId) : contratId && formatAdresseContrat(contratId);
  return (
    <>
      {href ? <a href={href}>{formatNom(nom, prenom)}</a> : formatNom(nom, prenom)}
      {pai ? <Etiquette ton="accent">PAI</Etiquette> : null}
      {ressourcesConnues === false ? (
        <small>
          <a href={`${formatAdresseFamille(familleId)}/ressources`}>ressources à inscrire</a>
        </small>
      ) : null}
    </>
  );
}

function Jours({
  enfant: { contratId, nature, minutesSemaine, semaine, du, au, reserveLe },
  aujourdhui,
}: {
  enfant: EnfantLigne;
  aujourdhui: JourCivil;
}) {
  if (contratId === null || du === null)
    return (
      <>
        <span className="zero">sans contrat</span>
        {reserveLe ? <small>réservé le {formatJour(reserveLe, 'court')}</small> : null}
      </>
    );
  const quand =
    du > aujourdhui ? `à partir du ${formatJour(du, 'court')}` : au ? `jusqu’au ${formatJour(au, 'court')}` : null;
  return (
    <>
      {minutesSemaine ? <SemaineEnCarres semaine={semaine} /> : nature && NATURES_ACCUEIL[nature].toLowerCase()}
      {quand ? <small>{quand}</small> : null}
    </>
  );
}
