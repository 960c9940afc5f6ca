import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import { listRessemblances, type PersonneRessemblante } from '#modules/rapprochement/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

type Recue = { id: string; numero: string; etat: EtatInformation; recueLe: JourCivil };

/** Une personne connue qui ressemble, et les informations que la cellule a déjà reçues pour elle. */
export type Candidat = PersonneRessemblante & { recues: readonly Recue[] };

export type Identite = {
  nom: string | null;
  nomUsage?: string | null;
  prenom: string | null;
  dateNaissance: JourCivil | null;
  sexe?: string | null;
  telephone?: string | null;
};

/** Ceux que l'agent connaît et qui pourraient être cette personne ; une identité trop maigre ne ressemble à personne. */
export async function listCandidats(
  contexte: Contexte,
  identite: Identite,
  { enfant, sauf = [] }: { enfant: boolean; sauf?: readonly string[] },
): Promise<Candidat[]> {
  if ([identite.nom, identite.prenom, identite.dateNaissance].filter(Boolean).length < 2) return [];
  const trouves = await listRessemblances(contexte, identite);
  const retenus = trouves.filter(({ id, dossier }) => !sauf.includes(id) && (!enfant || dossier !== null));
  const recues = await listRecues(
    contexte,
    retenus.map(({ id }) => id),
  );
  return retenus.map((candidat) => ({ ...candidat, recues: recues.get(candidat.id) ?? [] }));
}

async function listRecues({ tx }: Contexte, ids: readonly string[]): Promise<Map<string, Recue[]>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ personneId: string } & Recue>`
    select l.personne_id, i.id, i.numero, i.etat, i.recue_le
    from (select enfant_id as personne_id, information_id from ip.mineur where enfant_id = any (${[...ids]}::uuid[])
      union select personne_id, information_id from ip.adulte where personne_id = any (${[...ids]}::uuid[])) l
    join ip.information i on i.id = l.information_id order by i.recue_a desc`.execute(tx);
  return Map.groupBy(rows, ({ personneId }) => personneId);
}

export type Decrit = Identite & {
  id: string;
  rang: number;
  lieA: string | null;
  lieNom: string | null;
  distingues: readonly string[];
};

/** Les mineurs et les adultes d'une information, à qui ils sont reliés, et qui l'on a dit qu'ils n'étaient pas. */
export async function listDecrits(
  { tx }: Contexte,
  informationId: string,
): Promise<{ mineurs: Decrit[]; adultes: Decrit[] }> {
  const mineurs = await sql<Decrit>`
    select m.id, m.rang, m.nom, m.nom_usage, m.prenom, m.date_naissance, m.sexe, m.enfant_id as lie_a,
      (select f.nom || ' ' || f.prenom from rapprochement.fiches_reconnues(array[m.enfant_id]) f) as lie_nom,
      coalesce((select jsonb_agg(d.personne_id) from ip.distinction d where d.mineur_id = m.id), '[]') as distingues
    from ip.mineur m where m.information_id = ${informationId} order by m.rang`.execute(tx);
  const adultes = await sql<Decrit>`
    select a.id, a.rang, a.nom, a.prenom, a.date_naissance, a.telephone, a.personne_id as lie_a,
      (select f.nom || ' ' || f.prenom from rapprochement.fiches_reconnues(array[a.personne_id]) f) as lie_nom,
      coalesce((select jsonb_agg(d.personne_id) from ip.distinction d where d.adulte_id = a.id), '[]') as distingues
    from ip.adulte a where a.information_id = ${informationId} order by a.rang`.execute(tx);
  return { mineurs: mineurs.rows, adultes: adultes.rows };
}
