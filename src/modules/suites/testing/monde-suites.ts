import fc from 'fast-check';
import {
  createDepartement,
  type DepartementDEssai,
  type ExecuteSql,
} from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { insertAValider } from './suites-factory.ts';

type Unite = keyof DepartementDEssai['unites'];
const ASCENDANCE = {
  departement: ['departement'],
  nord: ['nord', 'departement'],
  sud: ['sud', 'departement'],
  nord1: ['nord1', 'nord', 'departement'],
  sud1: ['sud1', 'sud', 'departement'],
} as const;
const UNITES = ['departement', 'nord', 'sud', 'nord1', 'sud1'] as const satisfies readonly Unite[];
const PROFILS: readonly [Profil | null, Unite][] = [
  ['evaluateur', 'nord1'],
  ['psychologue', 'sud1'],
  ['referent-educatif', 'nord1'],
  ['responsable-enfance', 'nord1'],
  ['cadre-territorial-ase', 'sud1'],
  ['responsable-territoire-enfance', 'nord'],
  ['inspecteur-enfance', 'sud'],
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['administrateur', 'departement'],
  ['assistant-administratif', 'nord'],
  [null, 'nord'],
];
const PERIODES = ['[2020-01-01,)', '[2020-01-01,2026-11-21)', '[2026-11-21,)', '[2026-11-22,)'];
const OUVERTES = ['[2020-01-01,)', '[2026-11-21,)'];
const ENFANTS = ['aucun', 'inconnu', 'suivi', 'restreint', 'nomme'] as const;

export type InformationTiree = {
  id: string;
  uniteId: string;
  /** Ses unités, de la plus proche au département. */
  ascendance: string[];
  valide: boolean;
  /** L'équipe de ce jour. */
  equipe: string[];
  enfant: (typeof ENFANTS)[number];
  /** Qui suit l'enfant, ou y est nommé. */
  lie: string;
  mineurId: string;
  brouillonId: string | null;
  mesureId: string | null;
};

export type MondeDesSuites = {
  agents: string[];
  informations: InformationTiree[];
  delegations: { agentId: string; acte: string; uniteId: string; ouverte: boolean }[];
};

/** Un département, ses délégations et ses informations, tirés d'une graine : de quoi comparer les droits à la base. */
export async function createMonde(executeSql: ExecuteSql, graine: number): Promise<MondeDesSuites> {
  const { unites, addAgent } = await createDepartement(executeSql);
  const agents: string[] = [];
  for (const [profil, unite] of PROFILS) agents.push(await addAgent(profil, unites[unite]));
  const valideur = await addAgent('directeur', unites.departement);
  const monde: MondeDesSuites = { agents, informations: [], delegations: [] };
  for (const tiree of sampleDelegations(agents, graine)) {
    const { agentId, acte, unite, periode } = tiree;
    await insertDelegation(executeSql, { agentId, acte, uniteId: unites[unite], periode });
    monde.delegations.push({ agentId, acte, uniteId: unites[unite], ouverte: OUVERTES.includes(periode) });
  }
  for (const tiree of sampleInformations(agents, graine))
    monde.informations.push(await insertTiree(executeSql, { unites, valideur }, tiree));
  return monde;
}

function sampleDelegations(agents: readonly string[], graine: number) {
  const delegation = fc.record({
    agentId: fc.constantFrom(...agents),
    acte: fc.constantFrom('ip.decider' as const, 'signalement.saisir' as const),
    unite: fc.constantFrom(...UNITES),
    periode: fc.constantFrom(...PERIODES),
  });
  const selector = ({ agentId, acte, unite }: { agentId: string; acte: string; unite: string }) =>
    `${agentId} ${acte} ${unite}`;
  const [delegations = []] = fc.sample(fc.uniqueArray(delegation, { minLength: 40, maxLength: 60, selector }), {
    numRuns: 1,
    seed: graine,
  });
  return delegations;
}

function sampleInformations(agents: readonly string[], graine: number) {
  const agent = fc.constantFrom(...agents);
  return fc.sample(
    fc.record({
      unite: fc.constantFrom(...UNITES),
      valide: fc.boolean(),
      suite: fc.constantFrom('a-decider', 'brouillon', 'mesure'),
      equipe: fc.uniqueArray(fc.record({ agentId: agent, periode: fc.constantFrom(...PERIODES) }), {
        maxLength: 2,
        selector: ({ agentId }) => agentId,
      }),
      enfant: fc.constantFrom(...ENFANTS),
      lie: agent,
    }),
    { numRuns: 70, seed: graine },
  );
}

async function insertTiree(
  executeSql: ExecuteSql,
  { unites, valideur }: { unites: DepartementDEssai['unites']; valideur: string },
  { unite, valide, suite, equipe, enfant, lie }: ReturnType<typeof sampleInformations>[number],
): Promise<InformationTiree> {
  let information = anInformation()
    .dansUnite(unites[unite])
    .avecMineur({ enfantId: await insertEnfant(executeSql, enfant, lie) });
  for (const { agentId, periode } of equipe) information = information.evalueePar(agentId, periode);
  const { id, mineurs } = await insertAValider(executeSql, information, { valideur: valide ? valideur : null });
  const [mineurId = ''] = mineurs;
  return {
    id,
    mineurId,
    uniteId: unites[unite],
    ascendance: ASCENDANCE[unite].map((nom) => unites[nom]),
    valide,
    equipe: equipe.filter(({ periode }) => OUVERTES.includes(periode)).map(({ agentId }) => agentId),
    enfant,
    lie,
    brouillonId: suite === 'brouillon' ? await insertBrouillon(executeSql, id) : null,
    mesureId: suite === 'mesure' ? await insertMesure(executeSql, id, mineurId, valideur) : null,
  };
}

async function insertEnfant(
  executeSql: ExecuteSql,
  genre: InformationTiree['enfant'],
  lie: string,
): Promise<string | null> {
  if (genre === 'aucun') return null;
  if (genre === 'suivi') return anEnfant().suiviPar(lie).insert(executeSql);
  if (genre === 'inconnu') return anEnfant().insert(executeSql);
  const id = await anEnfant().restreint().insert(executeSql);
  if (genre === 'nomme')
    await executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', '[2015-01-01,)')",
      [createIdentifiant(), id, lie],
    );
  return id;
}

async function insertBrouillon(executeSql: ExecuteSql, informationId: string): Promise<string> {
  const id = createIdentifiant();
  await executeSql(
    "insert into ip.signalement (id, information_id, autorite, motif) values ($1, $2, 'Procureur', 'refus-famille')",
    [id, informationId],
  );
  return id;
}

async function insertMesure(
  executeSql: ExecuteSql,
  informationId: string,
  mineurId: string,
  signataire: string,
): Promise<string> {
  const id = createIdentifiant();
  await executeSql(
    "insert into ip.decision (information_id, decision, motif, decidee_le, signataire_id, arrete_numero) values ($1, 'actions-adaptees', 'Essai', '2026-11-20', $2, '1')",
    [informationId, signataire],
  );
  await executeSql(
    "insert into ip.mesure_envisagee (id, information_id, mineur_id, nature, accord) values ($1, $2, $3, 'aed', 'a-recueillir')",
    [id, informationId, mineurId],
  );
  return id;
}
