import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes, isActif } from '#database/lecture.ts';
import { Introuvable } from '#server/errors.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Unite, UniteResume, Vocabulaire } from '../unite.ts';
import { getParametre } from './parametres.server.ts';

/** Les mots du département pour ses sites et ses territoires. */
export async function getVocabulaire(tx: Transaction, jour: JourCivil): Promise<Vocabulaire> {
  return {
    site: await getParametre(tx, 'vocabulaire.site', jour),
    territoire: await getParametre(tx, 'vocabulaire.territoire', jour),
  };
}

/** Toutes les unités ouvertes ce jour, pour un champ de choix. */
export async function listUnitesAChoisir({
  tx,
  aujourdhui,
}: Pick<Contexte, 'tx' | 'aujourdhui'>): Promise<UniteResume[]> {
  const { rows } = await sql<UniteResume>`
    select u.id, u.code, u.nom, u.nature from organisation.unite u where ${isActif('u.periode', aujourdhui)}
    order by array_position(array['departement', 'direction', 'service', 'territoire', 'site'], u.nature), acces.normalise(u.nom)`.execute(
    tx,
  );
  return rows;
}

export type UniteFiche = {
  unite: Unite;
  /** Du département à l'unité qui la contient. */
  ancetres: UniteResume[];
  enfants: UniteResume[];
  communes: {
    code: string;
    nom: string;
    quartier: string;
    uniteId: string;
    unite: string;
    du: JourCivil;
    population: number | null;
  }[];
};

/** La fiche d'une unité : ce qui la contient, ce qu'elle contient, les communes qu'elle dessert. */
export async function getUnite(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  id: string,
): Promise<UniteFiche> {
  const unite = await findUnite(tx, id);
  if (!unite) throw new Introuvable('Absente, ou hors de vos missions.');
  const ancetres = await sql<UniteResume>`
    select u.id, u.code, u.nom, u.nature from organisation.unite_ascendance s join organisation.unite u on u.id = s.ancetre_id
    where s.unite_id = ${id} and s.distance > 0 order by s.distance desc`.execute(tx);
  const enfants = await sql<UniteResume>`
    select u.id, u.code, u.nom, u.nature from organisation.unite u
    where u.parent_id = ${id} and ${isActif('u.periode', aujourdhui)} order by acces.normalise(u.nom)`.execute(tx);
  const communes = await sql<UniteFiche['communes'][number]>`
    select c.code, c.nom, s.quartier, s.unite_id, u.nom as unite, lower(s.periode) as du, c.population
    from organisation.secteur s join organisation.commune c on c.code = s.commune_code join organisation.unite u on u.id = s.unite_id
    where s.unite_id in (select d.unite_id from organisation.unite_ascendance d where d.ancetre_id = ${id})
      and ${isActif('s.periode', aujourdhui)}
    order by c.tri, s.quartier`.execute(tx);
  return { unite, ancetres: ancetres.rows, enfants: enfants.rows, communes: communes.rows };
}

export async function findUnite(tx: Transaction, id: string): Promise<Unite | undefined> {
  if (!isIdentifiant(id)) return undefined;
  const { rows } = await sql<Unite>`
    select u.id, u.code, u.nom, u.nature, u.parent_id, ${buildBornes('u.periode')}, u.adresse, u.commune_code,
      c.nom as commune, u.telephone, u.version
    from organisation.unite u left join organisation.commune c on c.code = u.commune_code where u.id = ${id}`.execute(
    tx,
  );
  return rows[0];
}

/** L'unité ou une unité qui en dépend ; sans unité, tout. */
export function isSousUnite(colonne: string, uniteId: string | null): RawBuilder<boolean> {
  return uniteId === null
    ? sql<boolean>`true`
    : sql<boolean>`${sql.ref(colonne)} = any (array(select s.unite_id from organisation.unite_ascendance s where s.ancetre_id = ${uniteId}))`;
}

/** L'unité puis celles qui la contiennent, de la plus proche au département. */
export async function listAscendance(tx: Transaction, uniteId: string): Promise<string[]> {
  const lignes = await tx
    .selectFrom('organisation.uniteAscendance')
    .select('ancetreId')
    .where('uniteId', '=', uniteId)
    .orderBy('distance')
    .execute();
  return lignes.map(({ ancetreId }) => ancetreId);
}
