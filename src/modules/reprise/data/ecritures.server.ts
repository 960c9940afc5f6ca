/** Écrire et défaire des lignes de n'importe quelle table d'un import, par lots, en gardant l'avant et l'après entiers. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { type Ecriture, type LigneDeBase, RELATIONS, type Relation } from '../imports/definition.ts';

export type EcritureDeLigne = Ecriture & { numero: number; rang: number };

/** Écrit un lot : table par table, les changements avant les créations (une période se ferme avant que la suivante s'ouvre). */
export async function executeEcritures(
  tx: Transaction,
  importationId: string,
  ecritures: readonly EcritureDeLigne[],
): Promise<void> {
  for (const relation of RELATIONS) {
    const siennes = ecritures.filter((ecriture) => ecriture.relation === relation);
    const changements = siennes.filter(({ avant }) => avant !== null);
    const creations = siennes.filter(({ avant }) => avant === null);
    for (const groupe of groupParColonnes(changements)) await updateLignes(tx, importationId, relation, groupe);
    for (const groupe of groupParColonnes(creations)) await createLignes(tx, importationId, relation, groupe);
  }
}

/** Une même instruction n'écrit que des lignes aux mêmes colonnes : les autres gardent leur valeur, ou leur défaut. */
function groupParColonnes(ecritures: readonly EcritureDeLigne[]): EcritureDeLigne[][] {
  return [...Map.groupBy(ecritures, ({ valeurs }) => Object.keys(valeurs).sort().join(',')).values()];
}

async function createLignes(
  tx: Transaction,
  importationId: string,
  relation: Relation,
  groupe: EcritureDeLigne[],
): Promise<void> {
  const colonnes = sql.join(['id', ...Object.keys(groupe[0]?.valeurs ?? {})].map((nom) => sql.ref(nom)));
  const lignes = JSON.stringify(groupe.map(({ id, valeurs }) => ({ id, ...valeurs })));
  const ordres = JSON.stringify(groupe.map(({ id, numero, rang }) => ({ id, numero, rang })));
  await sql`
    with ecrite as (
      insert into ${sql.table(relation)} as t (${colonnes})
      select ${colonnes} from jsonb_populate_recordset(null::${sql.table(relation)}, ${lignes}::jsonb)
      returning t.id, to_jsonb(t) as apres
    )
    insert into reprise.ecriture (importation_id, numero, rang, relation, objet_id, avant, apres)
    select ${importationId}::uuid, o.numero, o.rang, ${relation}, e.id, null, e.apres
    from ecrite e join jsonb_to_recordset(${ordres}::jsonb) as o(id uuid, numero integer, rang integer) on o.id = e.id`.execute(
    tx,
  );
}

/** La ligne d'avant est relue au moment d'écrire, verrouillée, et doit être celle qu'on croyait. */
async function updateLignes(
  tx: Transaction,
  importationId: string,
  relation: Relation,
  groupe: EcritureDeLigne[],
): Promise<void> {
  const colonnes = Object.keys(groupe[0]?.valeurs ?? {});
  const changes = sql.join(colonnes.map((nom) => sql`${sql.ref(nom)} = n.${sql.ref(nom)}`));
  const lignes = JSON.stringify(groupe.map(({ id, valeurs }) => ({ id, ...valeurs })));
  const ordres = JSON.stringify(groupe.map(({ id, numero, rang, avant }) => ({ id, numero, rang, avant })));
  const { numAffectedRows } = await sql`
    with ordre as (
      select o.*, to_jsonb(t) as lue from jsonb_to_recordset(${ordres}::jsonb) as o(id uuid, numero integer, rang integer, avant jsonb)
      join ${sql.table(relation)} t on t.id = o.id
    ), ecrite as (
      update ${sql.table(relation)} as t set ${changes}
      from jsonb_populate_recordset(null::${sql.table(relation)}, ${lignes}::jsonb) n join ordre o on o.id = n.id
      where t.id = n.id and o.lue = o.avant
      returning t.id, to_jsonb(t) as apres
    )
    insert into reprise.ecriture (importation_id, numero, rang, relation, objet_id, avant, apres)
    select ${importationId}::uuid, o.numero, o.rang, ${relation}, e.id, o.avant, e.apres from ecrite e join ordre o on o.id = e.id`.execute(
    tx,
  );
  if (Number(numAffectedRows ?? 0) !== groupe.length) throw new FicheChangee();
}

/** Quelqu'un a changé la fiche entre l'essai et l'écriture. */
export class FicheChangee extends Error {
  override name = 'FicheChangee';
}

export type EcritureFaite = {
  numero: number;
  rang: number;
  relation: Relation;
  objetId: string;
  avant: LigneDeBase | null;
  intacte: boolean;
};

/** Ce qu'un import a écrit pour ces lignes, et si chaque ligne de table est restée telle qu'il l'a laissée. */
export async function listEcritures(
  tx: Transaction,
  importationId: string,
  numeros: readonly number[],
): Promise<EcritureFaite[]> {
  const faites: EcritureFaite[] = [];
  for (const relation of RELATIONS) {
    const { rows } = await sql<EcritureFaite>`
      select e.numero, e.rang, e.relation, e.objet_id, e.avant, coalesce(to_jsonb(t) = e.apres, false) as intacte
      from reprise.ecriture e left join ${sql.table(relation)} t on t.id = e.objet_id
      where e.importation_id = ${importationId} and e.numero = any (${[...numeros]}::integer[]) and e.relation = ${relation}`.execute(
      tx,
    );
    faites.push(...rows);
  }
  return faites;
}

/** Tables dont une ligne peut en désigner une autre : on y remet l'avant, puis on retire ; ailleurs l'inverse. */
const SE_DESIGNENT: ReadonlySet<Relation> = new Set(['organisation.unite', 'organisation.poste']);

export async function executeRetrait(tx: Transaction, faites: readonly EcritureFaite[]): Promise<void> {
  for (const relation of RELATIONS.toReversed()) {
    const siennes = faites.filter((faite) => faite.relation === relation);
    const creees = siennes.flatMap(({ avant, objetId }) => (avant === null ? [objetId] : []));
    const anciennes = siennes.flatMap(({ avant }) => (avant === null ? [] : [avant]));
    if (SE_DESIGNENT.has(relation)) await restoreLignes(tx, relation, anciennes);
    if (creees.length > 0) await sql`delete from ${sql.table(relation)} where id = any (${creees}::uuid[])`.execute(tx);
    if (!SE_DESIGNENT.has(relation)) await restoreLignes(tx, relation, anciennes);
  }
}

async function restoreLignes(tx: Transaction, relation: Relation, anciennes: readonly LigneDeBase[]): Promise<void> {
  if (anciennes.length === 0) return;
  const { rows } = await sql<{ nom: string }>`
    select attname as nom from pg_attribute
    where attrelid = ${relation}::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'id'`.execute(
    tx,
  );
  const changes = sql.join(rows.map(({ nom }) => sql`${sql.ref(nom)} = n.${sql.ref(nom)}`));
  await sql`
    update ${sql.table(relation)} as t set ${changes}
    from jsonb_populate_recordset(null::${sql.table(relation)}, ${JSON.stringify(anciennes)}::jsonb) n where t.id = n.id`.execute(
    tx,
  );
}
