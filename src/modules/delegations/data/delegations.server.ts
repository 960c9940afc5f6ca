import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { buildBornes, buildSens, isTrouve, readListe } from '#database/lecture.ts';
import { isSousUnite, listAscendance } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { Page, PageDemandee } from '#shared/pagination.ts';
import type { Verdict } from '#shared/verdict.ts';
import type { ActeDelegable, Delegation, DelegationFiltre, EtatDelegation } from '../delegation.ts';
import {
  computeFinAlerte,
  type DemandeDeSignature,
  evaluateSignature,
  listDelegationsActives,
} from '../rules/delegation.ts';

const COLONNES = (jour: JourCivil) => sql`d.id, d.agent_id, a.nom, a.prenom, d.acte, d.unite_id,
  u.nom as unite_nom, ${buildBornes('d.periode')}, d.arrete_numero, d.arrete_le, d.suppleance, d.version,
  (not a.periode @> ${jour}::date or a.id in (
    select b.agent_id from organisation.absence b where b.periode @> ${jour}::date)) as agent_absent`;

const SOURCE = sql`from organisation.delegation d join organisation.agent a on a.id = d.agent_id
  join organisation.unite u on u.id = d.unite_id`;

async function readDelegations(
  tx: Transaction,
  jour: JourCivil,
  condition: RawBuilder<boolean>,
): Promise<Delegation[]> {
  const { rows } = await sql<LigneLue>`
    select ${COLONNES(jour)} ${SOURCE} where ${condition}
    order by d.acte, d.suppleance, acces.normalise(u.nom), a.tri, lower(d.periode) desc`.execute(tx);
  return rows.map(buildDelegation);
}

export async function findDelegation(tx: Transaction, id: string, jour: JourCivil): Promise<Delegation | undefined> {
  return (await readDelegations(tx, jour, sql<boolean>`d.id = ${id}`))[0];
}

/** Toutes les délégations d'un agent, finies ou à venir comprises. */
export function listDelegationsDe(tx: Transaction, agentId: string, jour: JourCivil): Promise<Delegation[]> {
  return readDelegations(tx, jour, sql<boolean>`d.agent_id = ${agentId}`);
}

type LigneLue = Omit<Delegation, 'agentNom'> & { nom: string; prenom: string };

function buildDelegation({ nom, prenom, ...ligne }: LigneLue): Delegation {
  return { ...ligne, agentNom: formatNom(nom, prenom) };
}

function isEtat(etat: EtatDelegation, jour: JourCivil): RawBuilder<boolean> {
  const conditions: Record<EtatDelegation, RawBuilder<boolean>> = {
    'en-vigueur': sql<boolean>`d.periode @> ${jour}::date`,
    'bientot-finie': sql<boolean>`d.periode @> ${jour}::date and upper(d.periode) - 1 <= ${computeFinAlerte(jour)}::date`,
    'a-venir': sql<boolean>`lower(d.periode) > ${jour}::date`,
    finie: sql<boolean>`upper(d.periode) <= ${jour}::date`,
    toutes: sql<boolean>`true`,
  };
  return conditions[etat];
}

const TRIS: Record<DelegationFiltre['tri'], RawBuilder<unknown>> = {
  agent: sql`a.tri`,
  acte: sql`d.acte`,
  unite: sql`acces.normalise(u.nom)`,
  au: sql`upper(d.periode)`,
};

/** Les délégations ; `jour` permet de demander qui pouvait signer un autre jour. */
export async function listDelegations(
  { tx }: Pick<Contexte, 'tx'>,
  { filtre, jour }: { filtre: DelegationFiltre; jour: JourCivil },
  page: PageDemandee,
): Promise<Page<Delegation>> {
  const source = sql`${SOURCE}
    where ${isEtat(filtre.etat, jour)} and (${filtre.acte} = '' or d.acte = ${filtre.acte})
      and ${isSousUnite('d.unite_id', filtre.unite)} and (${filtre.agent}::uuid is null or d.agent_id = ${filtre.agent}::uuid)
      and ${isTrouve(sql`a.tri || ' ' || acces.normalise(d.arrete_numero)`, filtre.q)}`;
  const ordre = sql`${TRIS[filtre.tri]} ${buildSens(filtre.sens)}, d.acte, d.suppleance, acces.normalise(u.nom), a.tri, d.id`;
  const lue = await readListe<LigneLue>(tx, { colonnes: COLONNES(jour), source, ordre }, page);
  return { ...lue, lignes: lue.lignes.map(buildDelegation) };
}

/** Combien de délégations dans chaque état ce jour. */
export async function countDelegations(
  { tx }: Pick<Contexte, 'tx'>,
  jour: JourCivil,
): Promise<Record<EtatDelegation, number>> {
  const compte = (etat: EtatDelegation) => sql`count(*) filter (where ${isEtat(etat, jour)})::int`;
  const { rows } = await sql<Record<string, number>>`
    select ${compte('en-vigueur')} as "en-vigueur", ${compte('bientot-finie')} as "bientot-finie",
      ${compte('a-venir')} as "a-venir", ${compte('finie')} as finie, ${compte('toutes')} as toutes
    from organisation.delegation d`.execute(tx);
  const ligne = rows[0] ?? {};
  const lit = (etat: EtatDelegation) => ligne[etat] ?? 0;
  return {
    'en-vigueur': lit('en-vigueur'),
    'bientot-finie': lit('bientot-finie'),
    'a-venir': lit('a-venir'),
    finie: lit('finie'),
    toutes: lit('toutes'),
  };
}

/** Qui peut signer cet acte dans cette unité ce jour, titulaires d'abord. */
export async function findDelegataires(
  { tx }: Pick<Contexte, 'tx'>,
  { acte, uniteId, jour }: { acte: ActeDelegable; uniteId: string; jour: JourCivil },
): Promise<Delegation[]> {
  const ascendance = await listAscendance(tx, uniteId);
  const delegations = await listDelegationsPour({ tx }, { actes: [acte], jour });
  return listDelegationsActives(delegations, { acte, ascendance, jour });
}

/** La signature de cet agent vaut-elle pour cet acte, dans cette unité, ce jour ? */
export async function evaluateSignatureAt(
  { tx }: Pick<Contexte, 'tx'>,
  { agentId, acte, uniteId, jour }: Omit<DemandeDeSignature, 'ascendance'> & { uniteId: string },
): Promise<Verdict> {
  const ascendance = await listAscendance(tx, uniteId);
  const delegations = await listDelegationsPour({ tx }, { actes: [acte], jour });
  return evaluateSignature(delegations, { agentId, acte, ascendance, jour });
}

/** Toutes les délégations de ces actes en vigueur ce jour, où que ce soit. */
export function listDelegationsPour(
  { tx }: Pick<Contexte, 'tx'>,
  { actes, jour }: { actes: readonly ActeDelegable[]; jour: JourCivil },
): Promise<Delegation[]> {
  return readDelegations(tx, jour, sql<boolean>`d.acte = any (${actes}::text[]) and d.periode @> ${jour}::date`);
}
