import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes, buildSens, isActif, isTrouve, readListe } from '#database/lecture.ts';
import { isSousUnite } from '#modules/organisation/index.server.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Page, PageDemandee } from '#shared/pagination.ts';
import type { Occupant, Poste, PosteFiltre, PosteLigne } from '../poste.ts';

const COLONNES = sql`p.id, p.numero, p.intitule, p.profil, p.metier, p.unite_id, u.nom as unite, p.responsable_id,
  p.quotite::float8 as quotite, ${buildBornes('p.periode')}, p.version`;

/** Les occupants du jour de chaque poste et la fin de son dernier titulaire, calculés une fois pour toute la liste. */
function buildAvec(jour: JourCivil): RawBuilder<unknown> {
  return sql`with absents as materialized (
      select b.agent_id, upper(b.periode) - 1 as jusqu_au from organisation.absence b where ${isActif('b.periode', jour)}
    ), occupations as materialized (
      select f.poste_id,
        jsonb_agg(jsonb_build_object('agentId', a.id, 'nom', a.nom, 'prenom', a.prenom, 'nature', f.nature,
          'du', lower(f.periode), 'au', upper(f.periode) - 1, 'absent', b.agent_id is not null, 'absentJusquAu', b.jusqu_au)
          order by array_position(array['titulaire', 'interim', 'remplacement'], f.nature), lower(f.periode)) as occupants,
        bool_or(f.nature = 'titulaire') as titulaire, bool_or(f.nature = 'titulaire' and b.agent_id is not null) as titulaire_absent
      from organisation.affectation f join organisation.agent a on a.id = f.agent_id left join absents b on b.agent_id = a.id
      where ${isActif('f.periode', jour)} group by f.poste_id
    ), fins as materialized (
      select f.poste_id, max(upper(f.periode)) as fin from organisation.affectation f
      where f.nature = 'titulaire' and upper(f.periode) <= ${jour}::date group by f.poste_id
    ), etats as materialized (
      select p.id, coalesce(o.occupants, '[]') as occupants,
        case when o.poste_id is null then 'vacant' when not o.titulaire then 'interim'
          when o.titulaire_absent then 'absent' else 'pourvu' end as etat,
        case when coalesce(o.titulaire, false) then null else coalesce(n.fin, lower(p.periode)) end as vacant_depuis
      from organisation.poste p left join occupations o on o.poste_id = p.id left join fins n on n.poste_id = p.id
    )`;
}

const SOURCE = sql`from organisation.poste p join organisation.unite u on u.id = p.unite_id join etats e on e.id = p.id`;

const ETAT = sql`e.etat, e.vacant_depuis, e.occupants`;

async function readPostes(tx: Transaction, jour: JourCivil, condition: RawBuilder<boolean>): Promise<PosteLigne[]> {
  const { rows } = await sql<PosteLigne>`
    ${buildAvec(jour)} select ${COLONNES}, ${ETAT} ${SOURCE} where ${condition}
    order by (p.responsable_id is not null), acces.normalise(p.intitule), p.numero`.execute(tx);
  return rows;
}

/** Les postes ouverts ce jour dans cette unité, sans ceux des unités qui en dépendent. */
export function listPostesDe(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  uniteId: string,
): Promise<PosteLigne[]> {
  return readPostes(tx, aujourdhui, sql<boolean>`p.unite_id = ${uniteId} and ${isActif('p.periode', aujourdhui)}`);
}

const TRIS: Record<PosteFiltre['tri'], RawBuilder<unknown>> = {
  numero: sql`p.numero`,
  intitule: sql`acces.normalise(p.intitule)`,
  unite: sql`acces.normalise(u.nom)`,
  vacantDepuis: sql`e.vacant_depuis`,
};

/** Les postes ouverts ce jour. */
export function listPostes(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  filtre: PosteFiltre,
  page: PageDemandee,
): Promise<Page<PosteLigne>> {
  const source = sql`${SOURCE}
    where ${isActif('p.periode', aujourdhui)} and ${isSousUnite('p.unite_id', filtre.unite)}
      and (${filtre.profil} = '' or p.profil = ${filtre.profil}) and (${filtre.etat} = '' or e.etat = ${filtre.etat})
      and ${isTrouve(sql`acces.normalise(p.numero || ' ' || p.intitule)`, filtre.q)}`;
  const ordre = sql`${TRIS[filtre.tri]} ${buildSens(filtre.sens)}, acces.normalise(p.intitule), p.numero`;
  return readListe<PosteLigne>(
    tx,
    { avec: buildAvec(aujourdhui), colonnes: sql`${COLONNES}, ${ETAT}`, source, ordre },
    page,
  );
}

/** Combien de postes ouverts ce jour dans l'unité et celles qui en dépendent, et combien sont vacants : les nombres de la liste. */
export async function countPostes(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  uniteId: string | null,
): Promise<{ postes: number; vacants: number }> {
  const { rows } = await sql<{ postes: number; vacants: number }>`
    ${buildAvec(aujourdhui)} select count(*)::int as postes, (count(*) filter (where e.etat = 'vacant'))::int as vacants ${SOURCE}
    where ${isActif('p.periode', aujourdhui)} and ${isSousUnite('p.unite_id', uniteId)}`.execute(tx);
  return rows[0] ?? { postes: 0, vacants: 0 };
}

export async function findPoste(tx: Transaction, id: string): Promise<Poste | undefined> {
  if (!isIdentifiant(id)) return undefined;
  const { rows } = await sql<Poste>`
    select ${COLONNES} from organisation.poste p join organisation.unite u on u.id = p.unite_id where p.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

export type PosteFiche = {
  poste: PosteLigne;
  /** Tous ceux qui l'ont tenu, du plus récent au plus ancien. */
  tenues: (Pick<Occupant, 'agentId' | 'nom' | 'prenom' | 'nature' | 'du' | 'au'> & { id: string; version: number })[];
  responsable: { id: string; intitule: string; occupants: Occupant[] } | undefined;
};

export async function findPosteFiche(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  id: string,
): Promise<PosteFiche | undefined> {
  if (!isIdentifiant(id)) return undefined;
  const postes = await readPostes(
    tx,
    aujourdhui,
    sql<boolean>`p.id = ${id} or p.id = (select q.responsable_id from organisation.poste q where q.id = ${id})`,
  );
  const poste = postes.find((ligne) => ligne.id === id);
  if (!poste) return undefined;
  const tenues = await sql<PosteFiche['tenues'][number]>`
    select f.id, f.version, f.agent_id, a.nom, a.prenom, f.nature, ${buildBornes('f.periode')}
    from organisation.affectation f join organisation.agent a on a.id = f.agent_id
    where f.poste_id = ${id} order by lower(f.periode) desc`.execute(tx);
  return { poste, tenues: tenues.rows, responsable: postes.find((ligne) => ligne.id === poste.responsableId) };
}

/** Les postes ouverts ce jour, pour un champ de choix. */
export async function listPostesAChoisir({ tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>) {
  const { rows } = await sql<{ id: string; numero: string; intitule: string; unite: string; titulaire: string | null }>`
    select p.id, p.numero, p.intitule, u.nom as unite, (
      select a.nom || ' ' || a.prenom from organisation.affectation f join organisation.agent a on a.id = f.agent_id
      where f.poste_id = p.id and f.nature = 'titulaire' and f.periode @> ${aujourdhui}::date limit 1) as titulaire
    from organisation.poste p join organisation.unite u on u.id = p.unite_id where ${isActif('p.periode', aujourdhui)}
    order by acces.normalise(u.nom), acces.normalise(p.intitule), p.numero`.execute(tx);
  return rows;
}
