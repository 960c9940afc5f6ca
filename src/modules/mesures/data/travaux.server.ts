import { sql } from 'kysely';
import type { Travail } from '#server/jobs/travail.ts';

/** Une mission donnée d'avance commence un matin : les mesures passent ce jour-là au territoire qui suit l'enfant. */
export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'mesures.suivre-territoire',
    titre: 'Passer les mesures au territoire qui suit l’enfant depuis ce jour',
    heure: { heures: 0, minutes: 5 },
    run: ({ enSysteme }) =>
      enSysteme(async ({ tx }) => {
        const { rows } = await sql<{ passees: number }>`
          select mesures.suivre_territoire(null) as passees`.execute(tx);
        return `${rows[0]?.passees ?? 0} mesures passées à un autre territoire`;
      }),
  },
];
