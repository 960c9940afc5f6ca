/** Ce qui est dû sur une information, de cet agent : selon ses fonctions, son équipe d'évaluation et ce qu'il peut signer là. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { listUnitesSignees, type UnitesSignees } from '#modules/delegations/index.server.ts';
import { canDo } from '#shared/agent-en-session.ts';

const ACTES_SIGNES = ['ip.decider', 'evaluation.valider', 'signalement.saisir'] as const;

/** Où l'agent peut signer, et où quelqu'un le peut, pour ce qui est dû sur une information. */
export type Signees = Readonly<Record<(typeof ACTES_SIGNES)[number], UnitesSignees>>;
export const readSignees = (contexte: Contexte): Promise<Signees> => listUnitesSignees(contexte, ACTES_SIGNES);

/** La condition sur une ligne `m` de `acces.mes_echeances`, que ses unités et ses délégations bornent. */
export function buildMesInformations(contexte: Contexte, signees: Signees): RawBuilder<SqlBool> {
  const { agent } = contexte;
  const conditions: RawBuilder<SqlBool>[] = [];
  if (canDo(agent, 'ip.recueillir')) conditions.push(sql`m.acteur in ('crip', 'parquet')`);
  if (canDo(agent, 'ip.evaluer'))
    conditions.push(
      sql`(m.acteur = 'evaluateurs' and m.information_id in (select e.information_id from acces.mes_evaluations e))`,
    );
  if (canDo(agent, 'ip.attribuer')) conditions.push(sql`(m.regle = 'IP-004' and ${chezLui(contexte)})`);
  if (canDo(agent, 'ip.valider')) conditions.push(...buildEncadrement(contexte, signees));
  if (canDo(agent, 'ip.decider')) conditions.push(buildSousDelegation(contexte, 'IP-021', signees['ip.decider']));
  const { siennes } = signees['signalement.saisir'];
  if (siennes.length > 0)
    conditions.push(sql`(m.regle = 'IP-030' and m.acteur = 'inspecteur' and m.unite_id = any (${siennes}::uuid[]))`);
  if (conditions.length === 0) return sql<SqlBool>`false`;
  return sql<SqlBool>`(m.information_id is not null and (${sql.join(conditions, sql` or `)}))`;
}

function chezLui({ agent }: Contexte): RawBuilder<SqlBool> {
  return sql<SqlBool>`m.unite_id = any (${agent.unites}::uuid[])`;
}

/** Dire, surveiller, envoyer et relancer dans ses unités ; valider les rapports qui ne sont pas les siens. */
function buildEncadrement(contexte: Contexte, signees: Signees): RawBuilder<SqlBool>[] {
  const validation = buildSousDelegation(contexte, 'IP-020', signees['evaluation.valider']);
  return [
    sql`((m.regle in ('IP-022', 'IP-023', 'IP-033', 'IP-038') or (m.regle = 'IP-030' and m.acteur = 'crip')) and ${chezLui(contexte)})`,
    sql`(${validation} and m.information_id not in
      (select e.information_id from ip.evaluateur e where e.agent_id = ${contexte.agent.id}::uuid))`,
  ];
}

/** Là où sa délégation vaut ce jour, et là où personne n'en a : l'encadrement y voit que le président seul signe. */
function buildSousDelegation(
  contexte: Contexte,
  regle: string,
  { siennes, deleguees }: UnitesSignees,
): RawBuilder<SqlBool> {
  return sql<SqlBool>`(m.regle = ${regle} and ${chezLui(contexte)}
    and (m.unite_id = any (${siennes}::uuid[]) or m.unite_id <> all (${deleguees}::uuid[])))`;
}
