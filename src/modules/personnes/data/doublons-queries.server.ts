import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Identite, NaissancePrecision } from '../personne.ts';

export type FicheComparee = Identite & {
  id: string;
  numero: string | null;
  ouvertLe: JourCivil | null;
  autresPrenoms: string | null;
  lieuNaissance: string | null;
  telephone: string | null;
  autresNoms: string[];
  /** Ceux à qui un lien la rattache, parmi ceux que l'agent voit. */
  lies: string[];
};
export type RaisonDeDoublon = 'identique' | 'chiffre' | 'jour-mois' | 'inversion' | 'usage' | 'proche';
export type Doublon = { a: FicheComparee; b: FicheComparee; raison: RaisonDeDoublon };

const colonnes = (
  alias: string,
) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'nom', ${sql.ref(`${alias}.nom`)}, 'nomUsage', ${sql.ref(`${alias}.nom_usage`)},
  'prenom', ${sql.ref(`${alias}.prenom`)}, 'autresPrenoms', ${sql.ref(`${alias}.autres_prenoms`)}, 'sexe', ${sql.ref(`${alias}.sexe`)}, 'dateNaissance', ${sql.ref(`${alias}.date_naissance`)},
  'naissancePrecision', ${sql.ref(`${alias}.naissance_precision`)}, 'lieuNaissance', ${sql.ref(`${alias}.lieu_naissance`)}, 'telephone', ${sql.ref(`${alias}.telephone`)},
  'numero', (select e.numero from enfants.enfant e where e.id = ${sql.ref(`${alias}.id`)}), 'ouvertLe', (select e.ouvert_le from enfants.enfant e where e.id = ${sql.ref(`${alias}.id`)}),
  'autresNoms', (select coalesce(jsonb_agg(concat_ws(' ', n.nom, n.prenom) order by n.id), '[]') from enfants.autre_nom n where n.personne_id = ${sql.ref(`${alias}.id`)}),
  'lies', (select coalesce(jsonb_agg(distinct x.prenom || ' ' || x.nom), '[]') from enfants.lien l
     join enfants.personne x on x.id = case when l.enfant_id = ${sql.ref(`${alias}.id`)} then l.personne_id else l.enfant_id end
     where l.personne_id = ${sql.ref(`${alias}.id`)} or l.enfant_id = ${sql.ref(`${alias}.id`)}))`;

/** Ce qui donne une date à un chiffre près. */
const ETABLIES: NaissancePrecision[] = ['exacte', 'judiciaire'];

/**
 * Fiches qui pourraient être la même personne. Même naissance : noms et prénoms proches à l'écriture, inversés, ou l'un est
 * le nom d'usage de l'autre. Même nom : jour et mois
 * inversés, ou un seul chiffre d'écart entre deux naissances établies (une date déclarée ou estimée s'écarte d'un chiffre sans
 * être une faute). Des jumeaux ont des prénoms différents,
 * et deux fiches liées l'une à l'autre, ou dites distinctes, sont deux personnes.
 */
export async function listDoublons({ tx }: Contexte, limite = 50): Promise<Doublon[]> {
  const { rows } = await sql<Doublon>`
    with vues as materialized (
      select p.* from enfants.personne p where p.fusionnee_dans is null and p.date_naissance is not null),
    memes as (
      select a.id as a_id, b.id as b_id, a.tri, case
          when a.tri = b.tri then 'identique'
          when n.nom_a = n.prenom_b and n.prenom_a = n.nom_b then 'inversion'
          when n.prenom_a = n.prenom_b and (n.nom_a = n.usage_b or n.usage_a = n.nom_b) then 'usage'
          when similarity(n.prenom_a, n.prenom_b) >= 0.4 and similarity(n.nom_a, n.nom_b) >= 0.4 then 'proche' end as raison
      from vues a join vues b on b.date_naissance = a.date_naissance and b.id > a.id and similarity(a.recherche, b.recherche) >= 0.3,
        lateral (select acces.normalise(a.nom) as nom_a, acces.normalise(b.nom) as nom_b, acces.normalise(a.prenom) as prenom_a,
          acces.normalise(b.prenom) as prenom_b, acces.normalise(a.nom_usage) as usage_a, acces.normalise(b.nom_usage) as usage_b) n),
    ecarts as (
      select a.id as a_id, b.id as b_id, a.tri,
        case when to_char(a.date_naissance, 'YYYY-DD-MM') = b.date_naissance::text then 'jour-mois' else 'chiffre' end as raison
      from vues a join vues b on b.tri = a.tri and b.id > a.id and b.date_naissance <> a.date_naissance
      where to_char(a.date_naissance, 'YYYY-DD-MM') = b.date_naissance::text
        or (a.naissance_precision = any (${ETABLIES}::text[]) and b.naissance_precision = any (${ETABLIES}::text[])
          and (select count(*) from generate_series(1, 10) i where substr(a.date_naissance::text, i, 1) <> substr(b.date_naissance::text, i, 1)) = 1)),
    paires as (
      select x.* from (select * from memes where raison is not null union all select * from ecarts) x
      where not exists (select 1 from enfants.lien l where (l.enfant_id, l.personne_id) in ((x.a_id, x.b_id), (x.b_id, x.a_id)))
        and not exists (select 1 from rapprochement.distinction d where (d.personne_id, d.autre_id) in ((x.a_id, x.b_id), (x.b_id, x.a_id)))
      order by array_position(array['identique', 'inversion', 'usage', 'proche', 'jour-mois', 'chiffre'], x.raison), x.tri limit ${limite})
    select ${colonnes('a')} as a, ${colonnes('b')} as b, x.raison
    from paires x join vues a on a.id = x.a_id join vues b on b.id = x.b_id
    order by array_position(array['identique', 'inversion', 'usage', 'proche', 'jour-mois', 'chiffre'], x.raison), x.tri`.execute(
    tx,
  );
  return rows;
}

/** Deux fiches à comparer ; absente si l'une n'est pas visible. */
export async function findFiches({ tx }: Contexte, ids: readonly string[]): Promise<FicheComparee[]> {
  const { rows } = await sql<{
    fiche: FicheComparee;
  }>`select ${colonnes('p')} as fiche from enfants.personne p where p.id = any (${[...ids]}::uuid[]) and p.fusionnee_dans is null`.execute(
    tx,
  );
  return ids.flatMap((id) => rows.find(({ fiche }) => fiche.id === id)?.fiche ?? []);
}

export type FusionFaite = { id: string; motif: string; faiteLe: string; auteur: string; absorbee: string };

/** Fusions en cours sur une fiche gardée : celles que l'on peut défaire. La fiche absorbée se nomme comme elle l'était. */
export async function listFusions({ tx }: Contexte, gardeeId: string): Promise<FusionFaite[]> {
  const { rows } = await sql<FusionFaite>`
    select f.id, f.motif, f.faite_le, a.prenom || ' ' || a.nom as auteur,
      coalesce(n.nom ->> 'nom' || ' ' || (n.nom ->> 'prenom'), p.nom || ' ' || p.prenom) as absorbee
    from enfants.fusion f join organisation.agent a on a.id = f.faite_par join enfants.personne p on p.id = f.gardee_id,
      lateral (select jsonb_path_query_first(f.deplacements, '$[*] ? (@.table == "enfants.autre_nom" && @.sort == "ajoutee").ajoutees[0]') as nom) n
    where f.gardee_id = ${gardeeId} and f.annulee_le is null order by f.faite_le desc`.execute(tx);
  return rows;
}
