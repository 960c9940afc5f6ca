import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { isSansSuivi } from '#modules/acces/index.server.ts';
import { findIdsParRecherche } from '#modules/personnes/index.server.ts';
import { addAns, addJours, type JourCivil } from '#shared/jour-civil.ts';
import { buildPage, computeDecalage, type Page, type PageDemandee } from '#shared/pagination.ts';
import type { EnfantFiltre, EnfantLigne, Tranche } from '../enfant-filtre.ts';

/** Ce qui range la liste, demandé enfant par enfant : une jointure appliquerait sa politique à toute la table jointe. */
function buildCleDeTri(tri: EnfantFiltre['tri'], jour: JourCivil): RawBuilder<unknown> {
  const mission = (nature: string, cle: RawBuilder<unknown>) => sql`(select ${cle} from enfants.mission m
    left join organisation.agent a on a.id = m.agent_id left join organisation.unite u on u.id = m.unite_id
    where m.enfant_id = e.id and m.nature = ${nature} and m.periode @> ${jour}::date)`;
  const cles: Record<EnfantFiltre['tri'], RawBuilder<unknown>> = {
    nom: sql`(select p.tri from enfants.personne p where p.id = e.id)`,
    age: sql`(select p.date_naissance from enfants.personne p where p.id = e.id)`,
    referent: mission('referent', sql`a.tri`),
    unite: mission('territoire', sql`u.nom`),
    numero: sql.ref('e.numero'),
    depuis: sql.ref('e.ouvertLe'),
  };
  return cles[tri];
}

/** Les enfants que l'agent voit, filtrés et rangés. */
export async function listEnfants(
  contexte: Contexte,
  filtre: EnfantFiltre,
  demande: PageDemandee,
): Promise<Page<EnfantLigne>> {
  const trouves = filtre.q ? await findIdsParRecherche(contexte, filtre.q, 2000) : null;
  const requete = buildRequete(contexte, filtre, trouves);
  const { total } = await requete.select(sql<string>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const lignes = await buildLignes(contexte, requete, filtre, demande).execute();
  return buildPage(lignes as EnfantLigne[], Number(total), demande);
}

type Requete = ReturnType<typeof buildRequete>;

/** La page demandée est choisie d'abord ; ce que la liste montre ne se joint qu'à elle. */
function buildLignes(contexte: Contexte, requete: Requete, filtre: EnfantFiltre, demande: PageDemandee) {
  const sens = filtre.sens === 'desc' ? sql`desc nulls last` : sql`asc nulls last`;
  const ceJour = (alias: string) => sql<SqlBool>`${sql.ref(`${alias}.periode`)} @> ${contexte.aujourdhui}::date`;
  const cle = sql`${buildCleDeTri(filtre.tri, contexte.aujourdhui)} ${sens}, e.id`;
  const page = requete
    .select(['e.id', sql<number>`row_number() over (order by ${cle})`.as('rang')])
    .orderBy('rang')
    .limit(demande.taille)
    .offset(computeDecalage(demande));
  return contexte.tx
    .selectFrom(page.as('v'))
    .innerJoin('enfants.enfant as e', 'e.id', 'v.id')
    .innerJoin('enfants.personne as p', 'p.id', 'v.id')
    .leftJoin('enfants.mission as r', (j) =>
      j.onRef('r.enfantId', '=', 'e.id').on('r.nature', '=', 'referent').on(ceJour('r')),
    )
    .leftJoin('organisation.agent as a', 'a.id', 'r.agentId')
    .leftJoin('enfants.mission as t', (j) =>
      j.onRef('t.enfantId', '=', 'e.id').on('t.nature', '=', 'territoire').on(ceJour('t')),
    )
    .leftJoin('organisation.unite as u', 'u.id', 't.uniteId')
    .leftJoin('enfants.statut as s', (j) => j.onRef('s.enfantId', '=', 'e.id').on(ceJour('s')))
    .select([
      'e.id',
      'e.numero',
      'e.restreint',
      'e.ouvertLe',
      'p.nom',
      'p.nomUsage',
      'p.prenom',
      'p.sexe',
      'p.dateNaissance',
      'p.naissancePrecision',
    ])
    .select(['r.agentId as referentId', 'u.nom as unite', 's.code as statut'])
    .select(sql<string | null>`a.prenom || ' ' || a.nom`.as('referent'))
    .select(isSansSuivi(sql.ref('e.id'), contexte.aujourdhui).as('sansSuivi'))
    .orderBy('v.rang');
}

/**
 * Les enfants vus et filtrés, sans ce que la liste en montre : le compte ne joint rien, chaque jointure ajouterait sa
 * politique sur tous les enfants vus.
 */
function buildRequete({ tx, aujourdhui }: Contexte, filtre: EnfantFiltre, trouves: readonly string[] | null) {
  let requete = tx
    .selectFrom('enfants.enfant as e')
    .where(sql<SqlBool>`e.id not in (select x.id from acces.enfants_absorbes x)`);
  requete =
    filtre.vue === 'clos'
      ? requete.where('e.closLe', '<', aujourdhui)
      : requete.where((eb) => eb.or([eb('e.closLe', 'is', null), eb('e.closLe', '>=', aujourdhui)]));
  if (filtre.vue === 'sans-referent') requete = requete.where(isSansSuivi(sql.ref('e.id'), aujourdhui));
  if (filtre.vue === 'restreint') requete = requete.where('e.restreint', '=', true);
  if (filtre.referent)
    requete = requete.where(
      sql<SqlBool>`exists (select 1 from enfants.mission m where m.enfant_id = e.id and m.nature = 'referent' and m.agent_id = ${filtre.referent} and m.periode @> ${aujourdhui}::date)`,
    );
  if (filtre.statut)
    requete = requete.where(
      sql<SqlBool>`exists (select 1 from enfants.statut x where x.enfant_id = e.id and x.code = ${filtre.statut} and x.periode @> ${aujourdhui}::date)`,
    );
  if (trouves) requete = requete.where(sql<SqlBool>`e.id = any (${[...trouves]}::uuid[])`);
  if (filtre.unite)
    requete = requete.where(
      sql<SqlBool>`exists (select 1 from enfants.mission m join organisation.unite_ascendance x on x.unite_id = m.unite_id and x.ancetre_id = ${filtre.unite}
        where m.enfant_id = e.id and m.nature = 'territoire' and m.periode @> ${aujourdhui}::date)`,
    );
  if (filtre.age)
    requete = requete.where(
      sql<SqlBool>`exists (select 1 from enfants.personne p where p.id = e.id and ${matchAge(filtre.age, aujourdhui)})`,
    );
  return requete;
}

function matchAge(tranche: Tranche, jour: JourCivil) {
  if (tranche === 'inconnu') return sql<SqlBool>`p.date_naissance is null`;
  const [minimum = 0, maximum = 0] = tranche.split('-').map(Number);
  // Avoir au moins n ans : être né au plus tard il y a n ans ; n'avoir pas n + 1 ans : être né après.
  return sql<SqlBool>`p.date_naissance <= ${addAns(jour, -minimum)}::date and p.date_naissance >= ${addJours(addAns(jour, -(maximum + 1)), 1)}::date`;
}
