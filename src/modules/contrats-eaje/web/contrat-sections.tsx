import { formatJour } from '#shared/jour-civil-format.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import { Tableau } from '#web/ui/tableau.tsx';
import { type AbsenceEnfant, MOTIFS_ABSENCE_ENFANT } from '../absence.ts';
import { type Contrat, formatSemaine, NATURES_ACCUEIL } from '../contrat.ts';
import type { Reservation } from '../data/contrats.server.ts';
import { formatEuros } from '../participation.ts';
import { formatAdresseContrat } from './adresses.ts';
import { formatFin } from './contrat-view.ts';

/** Le contrat et ses avenants, le plus récent d'abord : rien de signé n'est récrit. */
export function HistoireDuContrat({ histoire, courant }: { histoire: readonly Contrat[]; courant: string }) {
  return (
    <section className="section">
      <h2>
        Contrats et avenants <span className="nombre">{histoire.length}</span>
      </h2>
      <Tableau
        legende="Contrats et avenants, du plus récent au plus ancien"
        lignes={histoire}
        cle={({ id }) => id}
        colonnes={[
          {
            cle: 'du',
            titre: 'Premier jour',
            cellule: ({ id, du }) =>
              id === courant ? (
                <strong>{formatJour(du, 'court')}</strong>
              ) : (
                <a href={formatAdresseContrat(id)}>{formatJour(du, 'court')}</a>
              ),
          },
          {
            cle: 'quoi',
            titre: 'Quoi',
            cellule: ({ avenantDe, nature }) =>
              avenantDe ? 'Avenant' : `Contrat ${NATURES_ACCUEIL[nature].toLowerCase()}`,
          },
          { cle: 'semaine', titre: 'Semaine', cellule: ({ semaine }) => formatSemaine(semaine) },
          { cle: 'tarif', titre: 'Tarif', nombre: true, cellule: ({ tarifCentimes }) => formatEuros(tarifCentimes) },
          { cle: 'fin', titre: 'Fin', cellule: formatFin },
        ]}
      />
    </section>
  );
}

type AbsencesProps = { absences: readonly (AbsenceEnfant & { raison: string })[]; peut: boolean };

export function AbsencesDuContrat({ absences, peut }: AbsencesProps) {
  return (
    <section className="section">
      <h2>
        Absences <span className="nombre">{absences.length}</span>
      </h2>
      {absences.length === 0 ? (
        <p>Les absences de l’enfant, et ce qu’elles déduisent, apparaîtront ici.</p>
      ) : (
        <Tableau
          legende="Absences de l’enfant, de la plus récente à la plus ancienne"
          lignes={absences}
          cle={({ id }) => id}
          colonnes={[
            { cle: 'quand', titre: 'Quand', cellule: ({ du, au }) => formatPeriode(du, au) },
            { cle: 'motif', titre: 'Motif', cellule: ({ motif }) => MOTIFS_ABSENCE_ENFANT[motif] },
            { cle: 'prevenue', titre: 'Prévenue le', cellule: ({ prevenueLe }) => formatJour(prevenueLe, 'court') },
            { cle: 'facture', titre: 'Sur la facture', cellule: ({ raison }) => raison },
            ...buildAnnulation<AbsenceEnfant>(peut, 'absences', ({ du }) => `l’absence du ${formatJour(du, 'court')}`),
          ]}
        />
      )}
    </section>
  );
}

/** Ce qui a été inscrit par erreur s'annule, avec sa raison. */
function buildAnnulation<T extends { id: string }>(peut: boolean, dossier: string, nommer: (ligne: T) => string) {
  if (!peut) return [];
  return [
    {
      cle: 'annuler',
      titre: 'Erreur',
      cellule: (ligne: T) => (
        <a href={`/creches/${dossier}/${ligne.id}/annuler`} aria-label={`Annuler ${nommer(ligne)}`}>
          annuler
        </a>
      ),
    },
  ];
}

type ReservationsProps = {
  reservations: readonly Reservation[];
  peut: boolean;
  /** De qui est chaque accueil, quand la famille a plusieurs enfants. */
  nommer?: (reservation: Reservation) => string;
};

export function AccueilsReserves({ reservations, peut, nommer }: ReservationsProps) {
  if (reservations.length === 0) return null;
  return (
    <section className="section">
      <h2>
        Accueils réservés <span className="nombre">{reservations.length}</span>
      </h2>
      <Tableau
        legende="Accueils occasionnels et d’urgence, du plus récent au plus ancien"
        lignes={reservations}
        cle={({ id }) => id}
        colonnes={[
          { cle: 'jour', titre: 'Jour', cellule: ({ jour }) => formatJour(jour, 'complet') },
          ...(nommer ? [{ cle: 'enfant', titre: 'Enfant', cellule: nommer }] : []),
          {
            cle: 'heures',
            titre: 'Heures',
            cellule: ({ debut, fin }) => `${formatMinutes(debut)} – ${formatMinutes(fin)}`,
          },
          { cle: 'nature', titre: 'Nature', cellule: ({ nature }) => NATURES_ACCUEIL[nature] },
          { cle: 'tarif', titre: 'Tarif de l’heure', nombre: true, cellule: formatTarifReserve },
          ...buildAnnulation<Reservation>(
            peut,
            'reservations',
            ({ jour }) => `l’accueil du ${formatJour(jour, 'court')}`,
          ),
        ]}
      />
    </section>
  );
}

function formatTarifReserve({ tarifCentimes, tarifEtapes }: Reservation) {
  if (tarifCentimes === null) return <span className="zero">non figé</span>;
  return <span title={tarifEtapes.join(' ')}>{formatEuros(tarifCentimes)}</span>;
}
