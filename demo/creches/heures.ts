/** Les heures de l'année en cours, comptées des contrats et des présences fictives comme la nuit le ferait, puis figées mois après mois. */
import { sql } from 'kysely';
import { asSystem } from '#database/as-system.ts';
import type { Database, Transaction } from '#database/connection.ts';
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
    await writePrevisionnels(tx, ids);
  });
  return comptes;
}

/** Un prévisionnel part des contrats : une crèche sur huit s’en écarte, les autres le suivent à deux pour cent près. */
async function writePrevisionnels(tx: Transaction, ids: readonly string[]): Promise<void> {
  await sql`
    with annee as (
      select m.etablissement_id, sum(m.minutes_facturees + m.contractees_a_venir) as minutes
      from eaje.mois_activite m where m.mois between ${MOIS[0]} and ${MOIS[11]} group by 1
    ), prevue as (
      select a.etablissement_id, round(a.minutes * case when row_number() over (order by u.code) % 8 = 0 then 0.91
        else 0.98 + 0.04 * ('x' || substr(md5(a.etablissement_id::text), 1, 4))::bit(16)::int / 65536 end)::int as minutes
      from annee a join eaje.etablissement e on e.id = a.etablissement_id join organisation.unite u on u.id = e.unite_id
      where a.etablissement_id = any (${[...ids]}::uuid[])
    )
    update eaje.exercice x set facturees_prevues = p.minutes, realisees_prevues = round(p.minutes / 1.08)
    from prevue p where p.etablissement_id = x.etablissement_id and x.annee = ${ANNEE}::int`.execute(tx);
}
