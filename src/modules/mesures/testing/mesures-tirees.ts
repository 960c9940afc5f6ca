/** Des agents, leurs délégations, des enfants et leurs mesures tirés au sort : de quoi comparer les droits écrits et la base. */
import fc from 'fast-check';
import type { CibleEnfant } from '#modules/acces/index.ts';
import {
  createDepartement,
  type DepartementDEssai,
  type ExecuteSql,
} from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { parseDaterange } from '#shared/periode.ts';
import { aMesure } from './mesure-factory.ts';

export const GRAINE = 20261121;

export type Unite = 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1';
export const ASCENDANCE: Record<Unite, readonly Unite[]> = {
  departement: ['departement'],
  nord: ['nord', 'departement'],
  sud: ['sud', 'departement'],
  nord1: ['nord1', 'nord', 'departement'],
  sud1: ['sud1', 'sud', 'departement'],
};
export const UNITES = Object.keys(ASCENDANCE) as Unite[];
const PROFILS: readonly [Profil | null, Unite][] = [
  ['referent-educatif', 'nord1'],
  ['evaluateur', 'sud1'],
  ['psychologue', 'nord1'],
  ['responsable-enfance', 'nord1'],
  ['cadre-territorial-ase', 'sud1'],
  ['responsable-territoire-enfance', 'nord'],
  ['inspecteur-enfance', 'sud'],
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['assistant-administratif', 'nord'],
  ['administrateur', 'departement'],
  [null, 'nord'],
];
const PERIODES = ['[2020-01-01,)', '[2020-01-01,2026-11-21)', '[2026-11-21,)', '[2026-11-22,)'];
const OUVERTES = ['[2020-01-01,)', '[2026-11-21,)'];
/** L'inspecteur du territoire sud, qui a signé ce qui est décidé. */
const SIGNATAIRE = 6;

export type Enfant = {
  id: string;
  cible: CibleEnfant;
  /** Le territoire qui le suit ; nul : personne. */
  unite: Unite | null;
  porteuse: Unite;
  aed: string;
  decidee: string;
  decisionId: string;
  placement: string;
  acteId: string;
};
export type MesuresTirees = {
  d: DepartementDEssai;
  agents: string[];
  signataireId: string;
  enfants: Enfant[];
  delegations: { agentId: string; unite: Unite; ouverte: boolean }[];
};

const agent = fc.nat(PROFILS.length - 1);
const unite = fc.constantFrom(...UNITES);
const periode = fc.constantFrom(...PERIODES);
const DELEGATIONS_TIREES = fc.uniqueArray(fc.record({ agent, unite, periode }), {
  ...{ minLength: 20, maxLength: 30 },
  selector: (d) => `${d.agent} ${d.unite}`,
});
const ENFANT_TIRE = fc.record({
  restreint: fc.boolean(),
  clos: fc.boolean(),
  territoire: fc.option(unite, { freq: 4 }),
  missions: fc.array(fc.record({ agent, periode }), { maxLength: 3 }),
  nommes: fc.uniqueArray(fc.record({ agent, periode }), { maxLength: 3, selector: (n) => n.agent }),
  bris: fc.array(agent, { maxLength: 1 }),
});
type Tire = typeof ENFANT_TIRE extends fc.Arbitrary<infer T> ? T : never;

/** Les mêmes à chaque fois : le tirage a sa graine. */
export async function createMesuresTirees(executeSql: ExecuteSql): Promise<MesuresTirees> {
  const d = await createDepartement(executeSql);
  const agents: string[] = [];
  for (const [profil, nom] of PROFILS) agents.push(await d.addAgent(profil, d.unites[nom]));
  const monde: MesuresTirees = { d, agents, signataireId: agents[SIGNATAIRE] ?? '', enfants: [], delegations: [] };
  const [delegations = []] = fc.sample(DELEGATIONS_TIREES, { numRuns: 1, seed: GRAINE });
  for (const tiree of delegations) {
    const agentId = getAgent(monde, tiree.agent);
    const delegation = { agentId, acte: 'mesure-administrative.decider', uniteId: d.unites[tiree.unite] } as const;
    await insertDelegation(executeSql, { ...delegation, periode: tiree.periode });
    monde.delegations.push({ agentId, unite: tiree.unite, ouverte: OUVERTES.includes(tiree.periode) });
  }
  for (const tire of fc.sample(ENFANT_TIRE, { numRuns: 60, seed: GRAINE }))
    monde.enfants.push(await addEnfant(executeSql, monde, tire));
  return monde;
}

const getAgent = ({ agents }: MesuresTirees, rang: number) => agents[rang] ?? '';

async function addEnfant(executeSql: ExecuteSql, monde: MesuresTirees, tire: Tire): Promise<Enfant> {
  const { restreint, clos, territoire, nommes, bris } = tire;
  const id = await (restreint ? anEnfant().restreint() : anEnfant()).ne('2015-03-04').insert(executeSql);
  if (clos) await executeSql("update enfants.enfant set clos_le = '2026-11-20' where id = $1", [id]);
  const siennes = listMissions(monde, tire);
  for (const { agentId, uniteId, periode: duree } of siennes)
    await executeSql(
      'insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, $5, $6)',
      [createIdentifiant(), id, agentId, uniteId, uniteId ? 'territoire' : 'equipe', duree],
    );
  for (const nomme of nommes)
    await executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', $4)",
      [createIdentifiant(), id, getAgent(monde, nomme.agent), nomme.periode],
    );
  for (const rang of bris)
    await executeSql(
      "insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, expire_le) values ($1, $2, $3, 'urgence', 'pour un essai', now() + interval '1 day')",
      [createIdentifiant(), id, getAgent(monde, rang)],
    );
  const porteuse = territoire ?? 'nord1';
  return {
    ...{ id, unite: territoire, porteuse },
    ...(await addMesures(executeSql, monde, { enfantId: id, porteuse })),
    cible: {
      ...{ restreint, closLe: clos ? jourCivil('2026-11-20') : null },
      missions: siennes.map((mission) => ({ ...mission, periode: parseDaterange(mission.periode), relais: [] })),
      nommes: nommes.map((n) => ({ agentId: getAgent(monde, n.agent), periode: parseDaterange(n.periode) })),
      brisDeGlace: bris.map((rang) => ({ agentId: getAgent(monde, rang), enCours: true })),
    },
  };
}

function listMissions(monde: MesuresTirees, { missions, territoire }: Tire) {
  return [
    ...missions.map((mission) => ({
      agentId: getAgent(monde, mission.agent),
      uniteId: null,
      periode: mission.periode,
    })),
    ...(territoire ? [{ agentId: null, uniteId: monde.d.unites[territoire], periode: '[2020-01-01,)' }] : []),
  ];
}

async function addMesures(
  executeSql: ExecuteSql,
  { d, signataireId }: MesuresTirees,
  { enfantId, porteuse }: { enfantId: string; porteuse: Unite },
) {
  const mesure = (code: string) => aMesure(code).pour(enfantId).porteePar(d.unites[porteuse]);
  const { id: aed } = await mesure('AED').insert(executeSql);
  const { id: decidee, decisions } = await mesure('TISF')
    .decidee({ le: '2026-11-21', signataireId })
    .insert(executeSql);
  const { id: placement } = await mesure('PLACEMENT_ASE').decidee({ le: '2026-11-01' }).insert(executeSql);
  const acteId = createIdentifiant();
  await executeSql("insert into mesures.acte (id, enfant_id, type, le) values ($1, $2, 'avis-parquet', '2026-11-20')", [
    acteId,
    enfantId,
  ]);
  return { aed, decidee, decisionId: decisions[0] ?? '', placement, acteId };
}
