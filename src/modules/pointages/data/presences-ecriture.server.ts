/** Écrire des présences en nombre, et relire celles qui sont déjà là. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { DOUTES, type Origine } from '../pointage.ts';
import type { PresenceInscrite } from '../rules/rapprochement.ts';

export type PresenceAEcrire = {
  enfantId: string;
  jour: JourCivil;
  etablissementId: string;
  arrivee: number;
  depart: number | null;
  arriveeSupposee: boolean;
  doute: string | null;
};

type EnfantDuJour = { enfantId: string; jour: JourCivil };
type Inscrites = { presences: PresenceInscrite[]; corrigees: { etablissementId: string; arrivee: number }[] };
const RIEN: Inscrites = { presences: [], corrigees: [] };

/** Ce qui est déjà inscrit, et ce qui a été corrigé à la main, pour ces enfants, du premier de ces jours au dernier. */
export async function readInscrites(
  tx: Transaction,
  demandes: readonly EnfantDuJour[],
): Promise<(enfant: EnfantDuJour) => Inscrites> {
  const jours = [...new Set(demandes.map(({ jour }) => jour))].sort();
  const cibles = sql`p.enfant_id = any (${[...new Set(demandes.map(({ enfantId }) => enfantId))]}::uuid[])
    and p.jour between ${jours.at(0)} and ${jours.at(-1)}`;
  const { rows: presences } = await sql<PresenceInscrite & EnfantDuJour>`
    select p.enfant_id, p.jour, p.etablissement_id, p.arrivee, p.depart, p.origine, p.doute from eaje.presence p where ${cibles}`.execute(
    tx,
  );
  const { rows: corrigees } = await sql<EnfantDuJour & { etablissementId: string; arrivee: number }>`
    select p.enfant_id, p.jour, p.etablissement_id, p.arrivee_avant as arrivee from eaje.presence_correction p
    where ${cibles} and p.arrivee_avant is not null`.execute(tx);
  const parEnfant = new Map<string, Inscrites>();
  const find = ({ enfantId, jour }: EnfantDuJour) => {
    const connues = parEnfant.get(`${enfantId} ${jour}`) ?? { presences: [], corrigees: [] };
    parEnfant.set(`${enfantId} ${jour}`, connues);
    return connues;
  };
  for (const presence of presences) find(presence).presences.push(presence);
  for (const corrigee of corrigees) find(corrigee).corrigees.push(corrigee);
  return ({ enfantId, jour }) => parEnfant.get(`${enfantId} ${jour}`) ?? RIEN;
}

/** Une ligne déjà là l'a été entre la lecture et l'écriture : le lot entier se refait. */
export class PresenceDejaLa extends Error {
  override name = 'PresenceDejaLa';
}

const CLE = 'presence_pkey';

export async function addPresences(
  tx: Transaction,
  presences: readonly PresenceAEcrire[],
  origine: Origine,
): Promise<void> {
  if (presences.length === 0) return;
  await sql`
    insert into eaje.presence (enfant_id, jour, etablissement_id, arrivee, depart, arrivee_supposee, doute, origine)
    select *, ${origine} from ${buildTable(presences)}`
    .execute(tx)
    .catch((erreur: unknown) => {
      throw (erreur as { constraint?: string }).constraint === CLE ? new PresenceDejaLa() : erreur;
    });
}

/** Le départ qui manquait ; le doute est celui de la présence entière. */
export async function updateDeparts(tx: Transaction, presences: readonly PresenceAEcrire[]): Promise<void> {
  if (presences.length === 0) return;
  await sql`
    update eaje.presence p set depart = n.depart, doute = n.doute
    from ${buildTable(presences)} where p.enfant_id = n.enfant_id and p.jour = n.jour and p.arrivee = n.arrivee and p.depart is null`.execute(
    tx,
  );
}

export async function recordDoutes(
  tx: Transaction,
  doutes: readonly (EnfantDuJour & { arrivee: number; doute: string })[],
): Promise<void> {
  if (doutes.length === 0) return;
  await sql`
    update eaje.presence p set doute = concat_ws(' ', p.doute, n.doute)
    from unnest(${doutes.map(({ enfantId }) => enfantId)}::uuid[], ${doutes.map(({ jour }) => jour)}::date[],
      ${doutes.map(({ arrivee }) => arrivee)}::smallint[], ${doutes.map(({ doute }) => doute)}::text[]) as n(enfant_id, jour, arrivee, doute)
    where p.enfant_id = n.enfant_id and p.jour = n.jour and p.arrivee = n.arrivee and position(n.doute in coalesce(p.doute, '')) = 0`.execute(
    tx,
  );
}

/** Le doute de deux crèches à la fois, tel que ses présences du jour le disent maintenant : il vient et s'en va avec elles. */
export async function updateDeuxCreches(tx: Transaction, { enfantId, jour }: EnfantDuJour): Promise<void> {
  const doute = DOUTES.deuxCreches;
  await sql`
    update eaje.presence p set doute = nullif(trim(concat_ws(' ', replace(p.doute, ${doute}, ''), case when l.est_double then ${doute} end)), '')
    from (select a.arrivee, exists (select 1 from eaje.presence b
        where b.enfant_id = a.enfant_id and b.jour = a.jour and b.etablissement_id <> a.etablissement_id
          and a.arrivee < coalesce(b.depart, b.arrivee + 1) and b.arrivee < coalesce(a.depart, a.arrivee + 1)) as est_double
      from eaje.presence a where a.enfant_id = ${enfantId} and a.jour = ${jour}) l
    where p.enfant_id = ${enfantId} and p.jour = ${jour} and p.arrivee = l.arrivee
      and l.est_double <> (position(${doute} in coalesce(p.doute, '')) > 0)`.execute(tx);
}

/** Les colonnes partent écrites comme la base les lit : le pilote, élément par élément, y passerait plus de temps que tout le reste. */
function buildTable(presences: readonly PresenceAEcrire[]) {
  const colonne = (read: (presence: PresenceAEcrire) => string | number | boolean | null) =>
    `{${presences.map((presence) => read(presence) ?? 'NULL').join(',')}}`;
  return sql`unnest(${colonne(({ enfantId }) => enfantId)}::uuid[], ${colonne(({ jour }) => jour)}::date[],
    ${colonne(({ etablissementId }) => etablissementId)}::uuid[], ${colonne(({ arrivee }) => arrivee)}::smallint[],
    ${colonne(({ depart }) => depart)}::smallint[], ${colonne(({ arriveeSupposee }) => arriveeSupposee)}::boolean[],
    ${presences.map(({ doute }) => doute)}::text[]) as n(enfant_id, jour, etablissement_id, arrivee, depart, arrivee_supposee, doute)`;
}
