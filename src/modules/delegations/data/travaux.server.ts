import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

const PREAVIS_JOURS = 30;

type Fin = { id: string; agentId: string; acte: string; fin: string };

/** Les délégations qui finissent dans le mois et dont leur titulaire n'a pas encore été averti. */
async function listFinsProches(tx: Transaction, aujourdhui: JourCivil): Promise<Fin[]> {
  const { rows } = await sql<Fin>`
    select d.id, d.agent_id, d.acte, to_char(upper(d.periode) - 1, 'DD/MM/YYYY') as fin
    from organisation.delegation d
    where upper(d.periode) - 1 between ${aujourdhui}::date and ${aujourdhui}::date + ${PREAVIS_JOURS}::integer
      and not exists (select 1 from organisation.avis a where a.agent_id = d.agent_id and a.lien = ${LIEN} || d.id::text)
    order by d.id`.execute(tx);
  return rows;
}

const LIEN = '/organisation/delegations#';

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'organisation.delegation.avertir',
    titre: 'Avertir des délégations de signature qui finissent',
    heure: { heures: 5, minutes: 20 },
    run: ({ enSysteme }) =>
      enSysteme(async ({ tx, aujourdhui }) => {
        const fins = await listFinsProches(tx, aujourdhui);
        for (const { id, agentId, acte, fin } of fins) {
          const texte = `Votre délégation de signature (${acte}) finit le ${fin}. Si elle doit continuer, un nouvel arrêté est à prendre avant ce jour.`;
          await tx
            .insertInto('organisation.avis')
            .values({
              id: createIdentifiant(),
              agentId,
              titre: 'Une délégation de signature finit bientôt',
              texte,
              lien: `${LIEN}${id}`,
            })
            .execute();
        }
        return `${fins.length} avis`;
      }),
  },
];
