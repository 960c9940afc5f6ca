import { sql } from 'kysely';
import type { Travail } from '#server/jobs/travail.ts';

const JOURS_GARDES = 90;

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'travaux.passages.effacer',
    titre: 'Effacer les passages de plus de quatre-vingt-dix jours',
    heure: { heures: 1, minutes: 50 },
    run: ({ enSysteme }) =>
      enSysteme(async ({ tx }) => {
        const passages = await sql`
          delete from travaux.passage where debut_le < now() - make_interval(days => ${JOURS_GARDES})`.execute(tx);
        await sql`delete from travaux.demande where prise_le < now() - make_interval(days => ${JOURS_GARDES})`.execute(
          tx,
        );
        return `${passages.numAffectedRows ?? 0} passages effacés`;
      }),
  },
];
