import type pg from 'pg';

/** Une année d'informations d'un grand département. */
const PAR_AN = 30_000;

/** Recopie les informations de l'année, leurs mineurs, équipes, dits et signalements, jusqu'à en avoir une année pleine. */
export async function addInformations(owner: pg.Pool): Promise<void> {
  const client = await owner.connect();
  try {
    await client.query('begin');
    await client.query(`create temp table copie on commit drop as
      select i.id as de, gen_random_uuid() as vers, row_number() over () as rang
      from ip.information i cross join generate_series(1, greatest(1, ceil(${PAR_AN}::numeric / (
        select count(*) from ip.information where recue_le > acces.aujourdhui() - 365))::integer)) g
      where i.recue_le > acces.aujourdhui() - 365 limit ${PAR_AN}`);
    const { rows } = await client.query<{ table: string; colonnes: string[] }>(`
      select c.table_name as table, array_agg(c.column_name::text order by c.ordinal_position) as colonnes
      from information_schema.columns c
      where c.table_schema = 'ip' and c.is_generated = 'NEVER' and c.identity_generation is null
        and c.table_name in ('information', 'mineur', 'evaluateur', 'information_donnee', 'signalement')
      group by 1 order by c.table_name <> 'information'`);
    for (const { table, colonnes } of rows) await client.query(buildCopie(table, colonnes));
    await client.query('commit');
  } finally {
    client.release();
  }
}

function buildCopie(table: string, colonnes: readonly string[]): string {
  const deLInformation = table === 'information';
  const remplacees: Record<string, string> = deLInformation
    ? { id: 'copie.vers', numero: "'IP-2026-' || (100000 + copie.rang)" }
    : { id: 'gen_random_uuid()', information_id: 'copie.vers', enfant_id: 'null' };
  const valeurs = colonnes.map((colonne) => remplacees[colonne] ?? `t.${colonne}`);
  return `insert into ip.${table} (${colonnes.join(', ')}) select ${valeurs.join(', ')}
    from copie join ip.${table} t on t.${deLInformation ? 'id' : 'information_id'} = copie.de`;
}
