import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { IdentiteComparee, Ressemblance } from '../ressemblance.ts';
import { matchCandidats } from '../rules/candidats.ts';
import { type IdentiteCherchable, listClesDeRecherche, VERSION_DES_CLES } from '../rules/cles.ts';

/** Une personne connue qui ressemble à celle qu'on cherche, et ce que l'agent peut en savoir. */
export type PersonneRessemblante = Ressemblance & {
  id: string;
  nom: string;
  nomUsage: string | null;
  prenom: string;
  sexe: 'feminin' | 'masculin' | 'inconnu';
  dateNaissance: JourCivil | null;
  naissancePrecision: 'exacte' | 'mois' | 'annee' | 'declaree' | 'judiciaire' | 'inconnue';
  /** L'agent voit la fiche ; sinon il la reconnaît seulement (voir `canReconnaitre`). */
  vue: boolean;
  /** Le dossier, si c'est un enfant dont le département s'occupe ou s'est occupé. */
  dossier: { numero: string; ouvertLe: JourCivil; closLe: JourCivil | null; territoire: string | null } | null;
};

type Ligne = Omit<PersonneRessemblante, 'vue' | 'dossier' | keyof Ressemblance> & {
  telephone: string | null;
  autresNoms: { nom: string; prenom: string | null }[] | null;
};

/** Combien de fiches comparer : bien au-delà de celles qui partagent le plus de clés, rien ne ressemble. */
const FICHES_COMPAREES = 50;

/**
 * Les personnes que l'agent reconnaît et qui pourraient être celle-ci, les plus ressemblantes d'abord. `sauf` : la fiche pour
 * laquelle on cherche ; celles dont on a dit qu'elles en étaient distinctes ne reviennent pas.
 */
export async function listRessemblances(
  { tx }: Contexte,
  identite: IdentiteComparee,
  { sauf = null, limite = 5 }: { sauf?: string | null; limite?: number } = {},
): Promise<PersonneRessemblante[]> {
  const cles = listClesDeRecherche({ identite, autresNoms: [] });
  if (cles.length === 0) return [];
  const { rows } = await sql<Ligne & { nombre: number }>`
    select r.*, (select greatest(c.reltuples, 0)::integer from pg_class c where c.oid = 'enfants.personne'::regclass) as nombre
    from rapprochement.ressemblances(${cles}::text[], ${VERSION_DES_CLES}, ${sauf}::uuid, ${FICHES_COMPAREES}) r`.execute(
    tx,
  );
  const candidats = rows.map((ligne) => ({ ligne, ...buildCherchable(ligne) }));
  const retenus = matchCandidats(identite, candidats, rows[0]?.nombre ?? 0).slice(0, limite);
  const fiches = await listFiches(
    tx,
    retenus.map(({ ligne }) => ligne.id),
  );
  return retenus.map(({ ligne: { telephone: _, autresNoms: __, ...ligne }, ressemblance }) => ({
    ...ligne,
    ...ressemblance,
    vue: fiches.get(ligne.id)?.vue ?? false,
    dossier: fiches.get(ligne.id)?.dossier ?? null,
  }));
}

/** Ce que vaut une date de naissance dit ce qu'on en compare : un mois, une année, ou rien. */
export function buildCherchable(ligne: Omit<Ligne, 'id'>): IdentiteCherchable {
  const { nom, nomUsage, prenom, sexe, telephone, autresNoms } = ligne;
  return {
    identite: { nom, nomUsage, prenom, sexe, telephone, dateNaissance: cutNaissance(ligne) },
    autresNoms: autresNoms ?? [],
  };
}

function cutNaissance({
  dateNaissance,
  naissancePrecision,
}: Pick<Ligne, 'dateNaissance' | 'naissancePrecision'>): string | null {
  if (dateNaissance === null) return null;
  if (naissancePrecision === 'annee') return dateNaissance.slice(0, 4);
  return naissancePrecision === 'mois' ? dateNaissance.slice(0, 7) : dateNaissance;
}

/** Ce que l'agent peut savoir d'une personne qu'il reconnaît ; absente s'il ne la reconnaît pas. */
export type FicheReconnue = Pick<PersonneRessemblante, 'id' | 'nom' | 'prenom' | 'vue' | 'dossier'> & {
  enfant: boolean;
};

export async function findFicheReconnue(contexte: Contexte, id: string): Promise<FicheReconnue | undefined> {
  return (await listFichesReconnues(contexte, [id])).get(id);
}

/** Celles, parmi ces personnes, que l'agent reconnaît. */
export function listFichesReconnues(
  { tx }: Contexte,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FicheReconnue>> {
  return listFiches(tx, ids);
}

type Lue = Omit<FicheReconnue, 'dossier'> & {
  numero: string | null;
  ouvertLe: JourCivil;
  closLe: JourCivil | null;
  territoire: string | null;
};

async function listFiches(tx: Contexte['tx'], ids: readonly string[]): Promise<Map<string, FicheReconnue>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<Lue>`select * from rapprochement.fiches_reconnues(${[...ids]}::uuid[])`.execute(tx);
  return new Map(
    rows.map(({ numero, ouvertLe, closLe, territoire, ...fiche }) => [
      fiche.id,
      { ...fiche, dossier: numero === null ? null : { numero, ouvertLe, closLe, territoire } },
    ]),
  );
}
