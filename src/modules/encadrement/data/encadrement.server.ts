/** Les crèches que l'on voit et leurs journées, aujourd'hui et les jours ouverts qui suivent ; on ne relit et ne recompte que ce qui a changé. */
import { sql } from 'kysely';
import { asAgent, type Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { listEtablissementsOuverts, listProfessionnelsPrevus, listRevisions } from '#modules/eaje/index.server.ts';
import type { EtablissementOuvert, ProfessionnelPrevu } from '#modules/eaje/index.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { buildRegard, createMemoire, type Revisions } from '#server/memoire.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { listProfilsQuiPeuvent } from '#shared/habilitation.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import type { Proposition } from '../remede.ts';
import { countSortiesEnManque, isEnManque, listSousTaux } from '../rules/manque.ts';
import { listBilans, listPropositions } from '../rules/situation.ts';
import {
  addPointages,
  type CrecheDuJour,
  listCrechesDuJour,
  listJoursOuverts,
  listPrevisionsParCreche,
  type Prevision,
} from '../rules/territoire.ts';
import { readPointage, readPrevision } from './previsions.server.ts';

/** Aujourd'hui et les dix jours ouverts qui suivent. */
const JOURS_MONTRES = 11;
const RECHERCHE = 60;
/** Une vingtaine de regards sur un département entier. */
const MURS_GARDES = 2_000;
const CRECHES_GARDEES = 600;

type Bornes = Readonly<{ du: JourCivil; au: JourCivil }>;
type Gardee = Readonly<{
  prevision: Prevision;
  /** Ses journées déjà demandées ; nulles, fermée. */
  journees: Map<JourCivil, CrecheDuJour | null>;
  /** Quarts d'heure sous le taux ; nul, fermée. */
  quarts: Map<JourCivil, number | null>;
}>;

const murs = createMemoire<EtablissementOuvert>(MURS_GARDES);
const creches = createMemoire<Gardee>(CRECHES_GARDEES);

/** Les crèches d'un jour, et de quoi chercher un remède à ce qui leur manque. */
export type Encadrement = Readonly<{
  etablissements: readonly EtablissementOuvert[];
  /** Équipes, renforts et volants, chacun une fois. */
  professionnels: readonly ProfessionnelPrevu[];
  volants: readonly ProfessionnelPrevu[];
  listCreches: (jour: JourCivil) => CrecheDuJour[];
  /** Par crèche ouverte ce jour : ses quarts d'heure sous le taux. */
  countQuarts: (jour: JourCivil) => ReadonlyMap<string, number>;
}>;

/** Les jours que l'on montre, et l'encadrement qui les couvre tous. */
export async function readProchainsJours({ tx, agent, aujourdhui }: Contexte) {
  const revisions = await listRevisions(tx);
  const regard = buildRegard(agent);
  const loin = { du: addJours(aujourdhui, -1), au: addJours(aujourdhui, RECHERCHE) };
  const etablissements = await murs({
    cle: `${regard} ${loin.du}`,
    revisions,
    readValeurs: async (ids) => buildTable(await listEtablissementsOuverts(tx, { ...loin, ...(ids ? { ids } : {}) })),
  });
  const jours = listJoursOuverts(etablissements, aujourdhui, JOURS_MONTRES);
  const bornes = { du: loin.du, au: addJours(jours.at(-1) ?? aujourdhui, 1) };
  const readLue = { tx, regard, revisions, bornes };
  return { jours, encadrement: await readEncadrement(readLue, etablissements) };
}

/** Un jour quelconque, passé ou lointain. */
export async function readAutreJour({ tx, agent }: Contexte, jour: JourCivil): Promise<Encadrement> {
  const bornes = { du: addJours(jour, -1), au: addJours(jour, 1) };
  return readEncadrement({ tx, regard: buildRegard(agent), revisions: await listRevisions(tx), bornes });
}

type Lecture = Readonly<{ tx: Contexte['tx']; regard: string; revisions: Revisions; bornes: Bornes }>;

async function readEncadrement(
  { tx, regard, revisions, bornes }: Lecture,
  connus?: readonly EtablissementOuvert[],
): Promise<Encadrement> {
  const gardees = await creches({
    cle: `${regard} ${bornes.du} ${bornes.au}`,
    revisions,
    readValeurs: async (ids) => {
      const voulus = ids && new Set(ids);
      const lus = connus?.filter(({ id }) => voulus?.has(id) ?? true);
      const parCreche = listPrevisionsParCreche(
        await readPrevision(tx, { ...bornes, ...(ids ? { etablissementIds: ids } : {}) }, lus),
      );
      return new Map(
        [...parCreche].map(([id, prevision]) => [id, { prevision, journees: new Map(), quarts: new Map() }]),
      );
    },
  });
  // Peu nombreux, et d'aucune crèche : ils se relisent à chaque fois.
  const volants = await listProfessionnelsPrevus(tx, { ...bornes, volants: true });
  const equipes = gardees.flatMap(({ prevision }) => prevision.professionnels);
  return {
    etablissements: gardees.flatMap(({ prevision }) => prevision.etablissements),
    professionnels: [...buildTable([...equipes, ...volants]).values()],
    volants,
    listCreches: (jour) => gardees.flatMap((gardee) => findJournee(gardee, jour) ?? []),
    countQuarts: (jour) => new Map(gardees.flatMap((gardee) => countQuarts(gardee, jour))),
  };
}

function findJournee({ prevision, journees }: Gardee, jour: JourCivil): CrecheDuJour | null {
  const connue = journees.get(jour);
  if (connue !== undefined) return connue;
  const journee = listCrechesDuJour(prevision, jour)[0] ?? null;
  journees.set(jour, journee);
  return journee;
}

/** Le compte seul se garde : les enfants et les postes de onze jours tiendraient trop de place. */
function countQuarts({ prevision, journees, quarts }: Gardee, jour: JourCivil): [id: string, nombre: number][] {
  let nombre = quarts.get(jour);
  if (nombre === undefined) {
    const creche = journees.get(jour) ?? listCrechesDuJour(prevision, jour)[0];
    nombre = creche ? listSousTaux(creche.journee).length : null;
    quarts.set(jour, nombre);
  }
  const id = prevision.etablissements[0]?.id ?? '';
  return nombre === null ? [] : [[id, nombre]];
}

function buildTable<T extends { id: string }>(lignes: readonly T[]): Map<string, T> {
  return new Map(lignes.map((ligne) => [ligne.id, ligne]));
}

type Cherchee = Readonly<{
  creches: readonly CrecheDuJour[];
  volants: string;
  propositions: ReadonlyMap<string, Proposition>;
}>;
/** Ce qui a été cherché pour un territoire se garde tant qu'aucune de ses crèches, ni aucun de ses volants, n'a changé. */
const cherchees = new WeakMap<CrecheDuJour, Cherchee>();

/** Le moindre remède de chaque crèche sous le taux, territoire par territoire. */
export function listPropositionsDuJour(
  { professionnels, volants }: Encadrement,
  jour: JourCivil,
  creches: readonly CrecheDuJour[],
): ReadonlyMap<string, Proposition> {
  const territoires = Map.groupBy(creches, ({ etablissement }) => etablissement.territoireId);
  return new Map(
    [...territoires].flatMap(([territoireId, siennes]) => {
      const ecrits = JSON.stringify(volants.filter(({ uniteId }) => uniteId === territoireId));
      return [...findCherchee(siennes, ecrits, () => listPropositions({ professionnels }, jour, siennes))];
    }),
  );
}

function findCherchee(
  siennes: readonly CrecheDuJour[],
  volants: string,
  search: () => ReadonlyMap<string, Proposition>,
): ReadonlyMap<string, Proposition> {
  const [premiere] = siennes;
  const connue = premiere && cherchees.get(premiere);
  const memes =
    connue?.creches.length === siennes.length && siennes.every((creche, rang) => creche === connue.creches[rang]);
  if (connue && memes && connue.volants === volants) return connue.propositions;
  const propositions = search();
  if (premiere) cherchees.set(premiere, { creches: siennes, volants, propositions });
  return propositions;
}

export type SousTaux = Readonly<{
  jour: JourCivil;
  aujourdhui: boolean;
  ouvertes: number;
  creches: readonly Readonly<{
    id: string;
    nom: string;
    quarts: number;
    /** Professionnels qui manquent en ce moment aux enfants présents, et sorties qui en manquent. */
    maintenant: number;
    sorties: number;
  }>[];
}>;

/** Les crèches telles qu'on les montre : le jour même, avec les enfants pointés. */
export async function readPointes({ tx, aujourdhui }: Contexte, jour: JourCivil, prevues: readonly CrecheDuJour[]) {
  return jour === aujourdhui ? addPointages(prevues, await readPointage(tx, jour)) : prevues;
}

/** Les crèches à qui il manque quelqu'un aujourd'hui, ou le prochain jour où elles ouvrent ; pour qui en tient le planning. */
export async function findSousTaux(contexte: Contexte): Promise<SousTaux | null> {
  const { agent, aujourdhui } = contexte;
  if (!canDo(agent, 'creches.tenir') && !canDo(agent, 'creches.accueillir')) return null;
  const { jours, encadrement } = await readProchainsJours(contexte);
  const [jour] = jours;
  if (!jour) return null;
  const creches = await readPointes(contexte, jour, encadrement.listCreches(jour));
  return {
    jour,
    aujourdhui: jour === aujourdhui,
    ouvertes: creches.length,
    creches: listBilans(creches)
      .filter(({ creche, bilan }) => isEnManque(creche, bilan))
      .map(({ creche, bilan }) => ({
        id: creche.etablissement.id,
        nom: creche.etablissement.nom,
        quarts: bilan.sousTaux.length,
        maintenant: bilan.maintenant?.manque ?? 0,
        sorties: countSortiesEnManque(creche),
      })),
  };
}

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'encadrement.jours.preparer',
    titre: 'Compter les prochains jours des crèches avant que la journée commence',
    heure: { heures: 5, minutes: 30 },
    auDepart: true,
    run: async ({ db, enSysteme, signal }) => {
      const regards = new Set<string>();
      for (const agentId of await enSysteme(({ tx }) => listVoyantPlusieursCreches(tx)))
        if (!signal.aborted) await asAgent(db, { agentId }, (contexte) => prepareProchainsJours(contexte, regards));
      return `${regards.size} périmètres`;
    },
  },
];

/** Une crèche seule se lit assez vite : elle ne se prépare pas. */
async function listVoyantPlusieursCreches(tx: Transaction): Promise<string[]> {
  const { rows } = await sql<{ agentId: string }>`
    select distinct f.agent_id from organisation.affectation f
      join organisation.poste p on p.id = f.poste_id and p.periode @> acces.aujourdhui()
      join organisation.agent a on a.id = f.agent_id and a.periode @> acces.aujourdhui()
    where f.periode @> acces.aujourdhui() and p.profil = any (${listProfilsQuiPeuvent('creches.lire')}) and 1 < (select count(*) from eaje.etablissement e
      join organisation.unite_ascendance s on s.unite_id = e.unite_id where s.ancetre_id = p.unite_id)
    order by f.agent_id`.execute(tx);
  return rows.map(({ agentId }) => agentId);
}

/** Remplit la mémoire de ce regard comme sa première page le ferait. */
async function prepareProchainsJours(contexte: Contexte, regards: Set<string>): Promise<void> {
  const regard = buildRegard(contexte.agent);
  if (regards.has(regard)) return;
  regards.add(regard);
  const { jours, encadrement } = await readProchainsJours(contexte);
  const [jour = contexte.aujourdhui] = jours;
  listPropositionsDuJour(encadrement, jour, encadrement.listCreches(jour));
  for (const offert of jours) encadrement.countQuarts(offert);
}
