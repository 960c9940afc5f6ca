/** Le pays entier dans une base : le département plein recopié, avec ses unités, ses agents, ses enfants, leurs mesures et leurs échéances. */
import type pg from 'pg';

/** Ce que lit Ma journée, et ce que ses politiques traversent ; ses index ne portent que ce qui est ouvert : le fait n'est pas recopié. */
const TABLES: readonly { table: string; ou?: string }[] = [
  { table: 'organisation.unite' },
  { table: 'organisation.unite_ascendance' },
  { table: 'organisation.agent' },
  { table: 'organisation.poste' },
  { table: 'organisation.affectation' },
  { table: 'enfants.personne', ou: 'id in (select id from enfants.enfant)' },
  { table: 'enfants.enfant' },
  { table: 'enfants.mission' },
  { table: 'mesures.mesure' },
  { table: 'echeances.echeance', ou: "enfant_id is not null and statut = 'ouverte'" },
];
/** Ce qui est unique en texte prend le rang de la copie. */
const UNIQUES = new Set(['code', 'matricule', 'courriel', 'numero']);

const ACTIVES = "('decidee','en-attente-execution','en-cours','suspendue','en-renouvellement','renouvelee')";

export type Pays = { copies: number; actives: number; mesures: number; echeances: number };

/** Recopie jusqu'à `voulues` mesures actives. Les clés étrangères et les déclencheurs dorment : tout est recopié ensemble. */
export async function addPays(owner: pg.Pool, voulues: number): Promise<Pays> {
  const copies = Math.ceil(voulues / (await count(owner, `mesures.mesure where etat in ${ACTIVES}`)));
  const client = await owner.connect();
  try {
    await client.query("set session_replication_role = replica; set work_mem = '128MB'");
    // Ce que ces exclusions interdisent, la copie ne le fait pas ; leurs index prendraient des heures et rien ne les lit.
    await client.query(`alter table enfants.mission drop constraint mission_un_referent, drop constraint mission_un_territoire;
      alter table organisation.affectation drop constraint affectation_un_titulaire, drop constraint affectation_une_fois`);
    for (const { table, ou = 'true' } of TABLES) {
      const { rows } = await client.query<{ nom: string; type: string }>(
        `select attname as nom, format_type(atttypid, null) as type from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
        [table],
      );
      const noms = rows.map(({ nom }) => nom).join(', ');
      const valeurs = rows.map(({ nom, type }) => {
        if (type === 'uuid') return `md5(c::text || t.${nom}::text)::uuid`;
        return type === 'text' && UNIQUES.has(nom) ? `t.${nom} || '@' || c` : `t.${nom}`;
      });
      // Les lignes d'avant la copie : le rang 1 est le département lui-même.
      await client.query(`create temp table source as select * from ${table} where ${ou}`);
      await client.query(
        `insert into ${table} (${noms}) select ${valeurs.join(', ')} from source t, generate_series(2, ${copies}) c`,
      );
      await client.query('drop table source');
    }
  } finally {
    client.release(true);
  }
  await owner.query('vacuum analyze');
  return {
    copies,
    actives: await count(owner, `mesures.mesure where etat in ${ACTIVES}`),
    mesures: await count(owner, 'mesures.mesure'),
    echeances: await count(owner, "echeances.echeance where statut = 'ouverte'"),
  };
}

async function count(owner: pg.Pool, de: string): Promise<number> {
  const { rows } = await owner.query<{ n: string }>(`select count(*) as n from ${de}`);
  return Number(rows[0]?.n);
}
