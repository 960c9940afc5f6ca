import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { readListe } from '#database/lecture.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Page, type PageDemandee, TAILLE_MAXIMALE } from '#shared/pagination.ts';
import type { Controle, FaitMarquant, MesureCorrective } from '../suite.ts';

const SEULES = { page: 1, taille: TAILLE_MAXIMALE };

/** Les mesures correctives que l'on suit, la plus pressante d'abord. */
export function readMesures(
  tx: Transaction,
  condition: RawBuilder<unknown>,
  page: PageDemandee,
): Promise<Page<MesureCorrective>> {
  const colonnes = sql`m.id, m.etablissement_id, e.unite_id, u.nom as creche, m.nature, m.libelle, m.pour, m.etat, m.preuve, m.realisee_le,
    m.verifiee_le, c.jour as controle_le, m.version`;
  const source = sql`from eaje.mesure_corrective m join eaje.controle c on c.id = m.controle_id
    join eaje.etablissement e on e.id = m.etablissement_id join organisation.unite u on u.id = e.unite_id where ${condition}`;
  return readListe<MesureCorrective>(tx, { colonnes, source, ordre: sql`m.pour, m.id` }, page);
}

/** Les faits marquants que l'on suit, le plus récent d'abord, avec qui en est informé. */
export function readFaitsMarquants(
  tx: Transaction,
  condition: RawBuilder<unknown>,
  page: PageDemandee,
): Promise<Page<FaitMarquant>> {
  const colonnes = sql`f.id, f.etablissement_id, e.unite_id, u.nom as creche, f.survenu_le, f.heure, f.categorie, f.gravite, f.recit, f.secours,
    f.deces, f.impact, f.clos_le, f.version,
    coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'destinataire', i.destinataire, 'le', i.le, 'heure', i.heure, 'moyen', i.moyen,
        'version', i.version) order by i.le, i.heure nulls last, i.destinataire)
      from eaje.fait_information i where i.fait_id = f.id), '[]') as informes`;
  const source = sql`from eaje.fait_marquant f join eaje.etablissement e on e.id = f.etablissement_id
    join organisation.unite u on u.id = e.unite_id where ${condition}`;
  return readListe<FaitMarquant>(tx, { colonnes, source, ordre: sql`f.survenu_le desc, f.id` }, page);
}

/** Celles d'une crèche, ou une seule. */
export async function listMesures(
  tx: Transaction,
  condition: RawBuilder<unknown>,
): Promise<readonly MesureCorrective[]> {
  return (await readMesures(tx, condition, SEULES)).lignes;
}
export async function listFaitsMarquants(
  tx: Transaction,
  condition: RawBuilder<unknown>,
): Promise<readonly FaitMarquant[]> {
  return (await readFaitsMarquants(tx, condition, SEULES)).lignes;
}

export function listControles(tx: Transaction, condition: RawBuilder<unknown>): Promise<Controle[]> {
  return sql<Controle>`
    select c.id, c.etablissement_id, e.unite_id, u.nom as creche, c.jour, c.nature, c.autorite, c.constats, c.version
    from eaje.controle c join eaje.etablissement e on e.id = c.etablissement_id join organisation.unite u on u.id = e.unite_id
    where ${condition} order by c.jour desc, c.id limit ${TAILLE_MAXIMALE}`
    .execute(tx)
    .then(({ rows }) => rows);
}

export async function getMesure(tx: Transaction, id: string): Promise<MesureCorrective> {
  return getSeule(await listMesures(tx, sql`m.id = ${id}::uuid`));
}

export async function getFaitMarquant(tx: Transaction, id: string): Promise<FaitMarquant> {
  return getSeule(await listFaitsMarquants(tx, sql`f.id = ${id}::uuid`));
}

export async function getControle(tx: Transaction, id: string): Promise<Controle> {
  return getSeule(await listControles(tx, sql`c.id = ${id}::uuid`));
}

/** Le fait d'une information, et elle. */
export async function getInformation(tx: Transaction, id: string) {
  const fait = getSeule(
    await listFaitsMarquants(tx, sql`f.id = (select i.fait_id from eaje.fait_information i where i.id = ${id}::uuid)`),
  );
  return { ...fait, information: getSeule(fait.informes.filter((informe) => informe.id === id)) };
}

/** Les délais des mesures d'un contrôle, le premier d'abord. */
export async function listDelais(tx: Transaction, controleId: string): Promise<JourCivil[]> {
  const mesures = await listMesures(tx, sql`m.controle_id = ${controleId}::uuid`);
  return mesures.map(({ pour }) => pour);
}

function getSeule<T>([seule]: readonly T[]): T {
  if (!seule) throw new Introuvable('Absent, ou hors de vos missions.');
  return seule;
}

export type CrecheSuivie = { id: string; uniteId: string; nom: string };

/** La crèche que l'on suit ; absente et hors de ses unités se ressemblent. */
export async function getCrecheSuivie(tx: Transaction, id: string): Promise<CrecheSuivie> {
  const { rows } = await sql<CrecheSuivie>`
    select e.id, e.unite_id, u.nom from eaje.etablissement e join organisation.unite u on u.id = e.unite_id
    where e.id = ${id}::uuid`.execute(tx);
  return getSeule(rows);
}

/** Les enfants de la crèche qu'un récit nommerait, par leur nom ou leur prénom (EVT-05). */
export async function listEnfantsNommes(tx: Transaction, etablissementId: string, recit: string): Promise<string[]> {
  const { rows } = await sql<{ nom: string }>`
    select distinct x.prenom || ' ' || x.nom as nom from eaje.enfant x
    where x.etablissement_id = ${etablissementId}::uuid
      and (' ' || acces.normalise(${recit}) || ' ' like '% ' || acces.normalise(x.nom) || ' %'
        or ' ' || acces.normalise(${recit}) || ' ' like '% ' || acces.normalise(x.prenom) || ' %') limit 3`.execute(tx);
  return rows.map(({ nom }) => nom);
}

export type SuiviCompte = {
  etablissementId: string;
  mesuresOuvertes: number;
  mesuresRetard: number;
  /** Celles dont le délai tombe dans les quinze jours, aujourd'hui compris. */
  mesuresProches: number;
  /** De chacune des ouvertes, les jours depuis le contrôle qui la demande. */
  agesMesures: number[];
  faitsMarquants: number;
  faitsGravite1: number;
  faitsGravite2: number;
  faitsGravite3: number;
  faitsGraves: number;
};

/** Par crèche : mesures à réaliser, celles dont le jour est passé, leur âge, faits de la période (IND-22, IND-23). */
export async function countSuivi(
  { tx, aujourdhui }: Contexte,
  { du, au }: { du: JourCivil; au: JourCivil },
  ids: readonly string[],
): Promise<SuiviCompte[]> {
  const { rows } = await sql<SuiviCompte>`
    select e.id as etablissement_id, coalesce(m.ouvertes, 0) as mesures_ouvertes, coalesce(m.retard, 0) as mesures_retard, coalesce(m.proches, 0) as mesures_proches,
      coalesce(m.ages, '{}') as ages_mesures,
      coalesce(f.nombre, 0) as faits_marquants, coalesce(f.un, 0) as faits_gravite1, coalesce(f.deux, 0) as faits_gravite2,
      coalesce(f.trois, 0) as faits_gravite3, coalesce(f.graves, 0) as faits_graves
    from eaje.etablissement e
      left join (select x.etablissement_id, count(*)::integer as ouvertes,
          count(*) filter (where x.pour < ${aujourdhui})::integer as retard,
          count(*) filter (where x.pour >= ${aujourdhui} and x.pour < ${aujourdhui}::date + 15)::integer as proches,
          array_agg(${aujourdhui}::date - c.jour order by c.jour) as ages
        from eaje.mesure_corrective x join eaje.controle c on c.id = x.controle_id where x.etat in ('OUVERTE', 'PLAN_PROPOSE', 'EN_COURS') group by 1) m on m.etablissement_id = e.id
      left join (select x.etablissement_id, count(*)::integer as nombre, count(*) filter (where x.gravite = 1)::integer as un,
          count(*) filter (where x.gravite = 2)::integer as deux, count(*) filter (where x.gravite = 3)::integer as trois,
          count(*) filter (where x.gravite = 4)::integer as graves
        from eaje.fait_marquant x where x.survenu_le between ${du} and ${au} group by 1) f on f.etablissement_id = e.id
    where e.id = any (${[...ids]}::uuid[])`.execute(tx);
  return rows;
}
