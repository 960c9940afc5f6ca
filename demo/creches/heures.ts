/** Les heures de l'année en cours, comptées des contrats et des présences fictives comme la nuit le ferait, puis figées mois après mois. */
import { sql } from 'kysely';
import { asSystem } from '#database/as-system.ts';
import type { Database } from '#database/connection.ts';
import { updateMois } from '#modules/activite-psu/index.server.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { JOUR_DEMO } from '../jour.ts';

const MOTIF = 'Démonstration : heures des crèches';
const ANNEE = JOUR_DEMO.slice(0, 4);
const MOIS = Array.from({ length: 12 }, (_, rang) => jourCivil(`${ANNEE}-${String(rang + 1).padStart(2, '0')}-01`));

/** Les crèches dont l'année est déjà écrite la gardent : c'est leur défaut. Rend combien de mois de crèche ont été comptés. */
export async function writeHeures(db: Database): Promise<number> {
  const { rows } = await asSystem(db, MOTIF, ({ tx }) =>
    sql<{ id: string }>`
      select e.id from eaje.etablissement e
      where not exists (select 1 from eaje.mois_activite m where m.etablissement_id = e.id and m.mois >= ${MOIS[0]})`.execute(
      tx,
    ),
  );
  const ids = rows.map(({ id }) => id);
  let comptes = 0;
  for (const mois of MOIS)
    comptes += await asSystem(db, MOTIF, ({ tx, aujourdhui }) => updateMois(tx, { mois, aujourdhui, ids }));
  await asSystem(db, MOTIF, async ({ tx }) => {
    await sql`
      update eaje.mois_activite set calcule_le = (${JOUR_DEMO}::date + time '01:40') at time zone 'UTC',
        fige_le = case when mois + interval '1 month' <= ${JOUR_DEMO}::date then (mois + interval '1 month 19 days 9 hours') at time zone 'UTC' end
      where fige_le is null`.execute(tx);
    await sql`delete from eaje.mois_a_compter`.execute(tx);
  });
  return comptes;
}
