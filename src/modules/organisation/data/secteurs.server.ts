import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildSens, isTrouve, readListe } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Page, PageDemandee } from '#shared/pagination.ts';
import type { CommuneFiltre } from '../commune.ts';
import { isSousUnite } from './unites.server.ts';

export type CommuneDesservie = {
  code: string;
  nom: string;
  codesPostaux: string[];
  population: number | null;
  secteurId: string | null;
  quartier: string;
  uniteId: string | null;
  unite: string | null;
  du: JourCivil | null;
};

export type Departement = { code: string; nom: string; demo: boolean };

export async function getDepartement({ tx }: Pick<Contexte, 'tx'>): Promise<Departement> {
  const ligne = await tx
    .selectFrom('organisation.installation')
    .select(['departementCode', 'departementNom', 'demo'])
    .executeTakeFirstOrThrow();
  return { code: ligne.departementCode, nom: ligne.departementNom, demo: ligne.demo };
}

/** Les communes du département et qui les dessert ce jour : une ligne par secteur. */
export async function listCommunes(
  contexte: Pick<Contexte, 'tx' | 'aujourdhui'>,
  filtre: CommuneFiltre,
  page: PageDemandee,
): Promise<Page<CommuneDesservie>> {
  const { code } = await getDepartement(contexte);
  const tris = { nom: sql`c.tri`, unite: sql`acces.normalise(u.nom)`, population: sql`c.population` };
  const source = sql`
    from organisation.commune c
    left join organisation.secteur s on s.commune_code = c.code and s.periode @> ${contexte.aujourdhui}::date
    left join organisation.unite u on u.id = s.unite_id
    where c.departement_code = ${code} and ${isSousUnite('s.unite_id', filtre.unite)}
      and (${filtre.desserte} = '' or s.id is null)
      and ${isTrouve(sql`c.tri || ' ' || c.code || ' ' || array_to_string(c.codes_postaux, ' ')`, filtre.q)}`;
  const colonnes = sql`c.code, c.nom, c.codes_postaux, c.population, s.id as secteur_id, coalesce(s.quartier, '') as quartier,
    s.unite_id, u.nom as unite, lower(s.periode) as du`;
  const ordre = sql`${tris[filtre.tri]} ${buildSens(filtre.sens)}, c.tri, s.quartier`;
  return readListe<CommuneDesservie>(contexte.tx, { colonnes, source, ordre }, page);
}

/** Toutes les communes du département, pour un champ de choix. */
export async function listCommunesAChoisir(contexte: Pick<Contexte, 'tx'>) {
  const { code } = await getDepartement(contexte);
  return contexte.tx
    .selectFrom('organisation.commune')
    .select(['code', 'nom'])
    .where('departementCode', '=', code)
    .orderBy('tri')
    .execute();
}

export type SecteurOuvert = { id: string; uniteId: string; unite: string; du: JourCivil };

/** Qui dessert cette commune (ou ce quartier) ce jour. */
export async function findSecteur(
  tx: Transaction,
  { communeCode, quartier, jour }: { communeCode: string; quartier: string; jour: JourCivil },
): Promise<SecteurOuvert | undefined> {
  const { rows } = await sql<SecteurOuvert>`
    select s.id, s.unite_id, u.nom as unite, lower(s.periode) as du
    from organisation.secteur s join organisation.unite u on u.id = s.unite_id
    where s.commune_code = ${communeCode} and s.quartier = ${quartier} and s.periode @> ${jour}::date`.execute(tx);
  return rows[0];
}

export type CommuneReconnue = { code: string; nom: string; codePostal: string | null; departementCode: string };

/**
 * La commune qu'on a voulu taper : par son nom sans accents ni tirets (« St » vaut « Saint »). Entre homonymes, le code postal
 * tranche, puis le département. Indéfinie si rien ne répond, ou si plusieurs répondent encore aussi bien.
 */
export async function findCommune(
  { tx }: Pick<Contexte, 'tx'>,
  { nom, codePostal }: { nom: string; codePostal: string | null },
): Promise<CommuneReconnue | undefined> {
  const entier = nom.replace(/\bst(e?)\b\.?/gi, 'saint$1');
  const { rows } = await sql<CommuneReconnue & { rang: number }>`
    select c.code, c.nom, c.departement_code, case when cardinality(c.codes_postaux) = 1 then c.codes_postaux[1] end as code_postal,
      case when ${codePostal}::text = any (c.codes_postaux) then 2 when c.departement_code = d.departement_code then 1 else 0 end as rang
    from organisation.commune c, organisation.installation d
    where c.tri = acces.normalise(${entier}) order by rang desc limit 2`.execute(tx);
  const [premiere, autre] = rows;
  if (!premiere || autre?.rang === premiere.rang) return undefined;
  const { rang: _, ...commune } = premiere;
  return { ...commune, codePostal: codePostal ?? commune.codePostal };
}

/** L'unité qui dessert cette commune ce jour ; indéfinie si personne, ou si plusieurs quartiers se la partagent. */
export async function findUniteDesservant(
  tx: Transaction,
  communeCode: string,
  jour: JourCivil,
): Promise<string | undefined> {
  const rows = await tx
    .selectFrom('organisation.secteur')
    .select('uniteId')
    .distinct()
    .where('communeCode', '=', communeCode)
    .where(sql<boolean>`periode @> ${jour}::date`)
    .limit(2)
    .execute();
  return rows.length === 1 ? rows[0]?.uniteId : undefined;
}
