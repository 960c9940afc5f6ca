import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import type { CibleEnfant } from '#modules/acces/index.ts';
import { canReadEnfant } from '#modules/acces/index.ts';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { parseDaterange } from '#shared/periode.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import {
  canDeciderMesure,
  canDonnerAvis,
  canExecuterMesure,
  canProposerMesure,
  canRecevoirDecision,
} from '../droits.ts';
import { aMesure } from '../testing/mesure-factory.ts';

const base = withBase();
const GRAINE = 20261121;
const TIRAGES = 5000;
const JOUR = jourCivil('2026-11-21');

type Unite = 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1';
const ASCENDANCE: Record<Unite, readonly Unite[]> = {
  departement: ['departement'],
  nord: ['nord', 'departement'],
  sud: ['sud', 'departement'],
  nord1: ['nord1', 'nord', 'departement'],
  sud1: ['sud1', 'sud', 'departement'],
};
const UNITES = Object.keys(ASCENDANCE) as Unite[];
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

type Enfant = {
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
const monde = {
  d: undefined as unknown as DepartementDEssai,
  agents: [] as string[],
  enfants: [] as Enfant[],
  delegations: [] as { agentId: string; unite: Unite; ouverte: boolean }[],
};

beforeAll(async () => {
  monde.d = await createDepartement(base.executeSql);
  for (const [profil, unite] of PROFILS) monde.agents.push(await monde.d.addAgent(profil, monde.d.unites[unite]));
  const agent = fc.nat(PROFILS.length - 1);
  const unite = fc.constantFrom(...UNITES);
  const periode = fc.constantFrom(...PERIODES);
  const [delegations = []] = fc.sample(
    fc.uniqueArray(fc.record({ agent, unite, periode }), {
      ...{ minLength: 20, maxLength: 30 },
      selector: (d) => `${d.agent} ${d.unite}`,
    }),
    { numRuns: 1, seed: GRAINE },
  );
  for (const tiree of delegations) {
    const agentId = monde.agents[tiree.agent]!;
    const uniteId = monde.d.unites[tiree.unite];
    const acte = 'mesure-administrative.decider';
    await insertDelegation(base.executeSql, { agentId, acte, uniteId, periode: tiree.periode });
    monde.delegations.push({ agentId, unite: tiree.unite, ouverte: OUVERTES.includes(tiree.periode) });
  }
  const enfants = fc.sample(
    fc.record({
      restreint: fc.boolean(),
      clos: fc.boolean(),
      territoire: fc.option(unite, { freq: 4 }),
      missions: fc.array(fc.record({ agent, periode }), { maxLength: 3 }),
      nommes: fc.uniqueArray(fc.record({ agent, periode }), { maxLength: 3, selector: (n) => n.agent }),
      bris: fc.array(agent, { maxLength: 1 }),
    }),
    { numRuns: 60, seed: GRAINE },
  );
  for (const tire of enfants) monde.enfants.push(await addEnfant(tire));
});

type Tire = {
  restreint: boolean;
  clos: boolean;
  territoire: Unite | null;
  missions: { agent: number; periode: string }[];
  nommes: { agent: number; periode: string }[];
  bris: number[];
};

async function addEnfant({ restreint, clos, territoire, missions, nommes, bris }: Tire): Promise<Enfant> {
  const { executeSql } = base;
  const { unites } = monde.d;
  const id = await (restreint ? anEnfant().restreint() : anEnfant()).ne('2015-03-04').insert(executeSql);
  if (clos) await executeSql("update enfants.enfant set clos_le = '2026-11-20' where id = $1", [id]);
  const siennes = [
    ...missions.map(({ agent, periode }) => ({ agentId: monde.agents[agent]!, uniteId: null, periode })),
    ...(territoire ? [{ agentId: null, uniteId: unites[territoire], periode: '[2020-01-01,)' }] : []),
  ];
  for (const { agentId, uniteId, periode } of siennes)
    await executeSql(
      'insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, $5, $6)',
      [createIdentifiant(), id, agentId, uniteId, uniteId ? 'territoire' : 'equipe', periode],
    );
  for (const { agent, periode } of nommes)
    await executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', $4)",
      [createIdentifiant(), id, monde.agents[agent], periode],
    );
  for (const agent of bris)
    await executeSql(
      "insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, expire_le) values ($1, $2, $3, 'urgence', 'pour un essai', now() + interval '1 day')",
      [createIdentifiant(), id, monde.agents[agent]],
    );
  const lire = ({
    agentId,
    uniteId = null,
    periode,
  }: {
    agentId: string | null;
    uniteId?: string | null;
    periode: string;
  }) => ({
    ...{ agentId, uniteId },
    periode: parseDaterange(periode),
    relais: [],
  });
  const porteuse = territoire ?? 'nord1';
  return {
    ...{ id, unite: territoire, porteuse },
    ...(await addMesures(id, porteuse)),
    cible: {
      ...{ restreint, closLe: clos ? jourCivil('2026-11-20') : null },
      missions: siennes.map(lire),
      nommes: nommes.map(({ agent, periode }) => ({ agentId: monde.agents[agent]!, periode: parseDaterange(periode) })),
      brisDeGlace: bris.map((agent) => ({ agentId: monde.agents[agent]!, enCours: true })),
    },
  };
}

async function addMesures(enfantId: string, porteuse: Unite) {
  const { executeSql } = base;
  const mesure = (code: string) => aMesure(code).pour(enfantId).porteePar(monde.d.unites[porteuse]);
  const { id: aed } = await mesure('AED').insert(executeSql);
  const signataireId = monde.agents[6]!;
  const { id: decidee, decisions } = await mesure('TISF')
    .decidee({ le: '2026-11-21', signataireId })
    .insert(executeSql);
  const { id: placement } = await mesure('PLACEMENT_ASE').decidee({ le: '2026-11-01' }).insert(executeSql);
  const acteId = createIdentifiant();
  await executeSql("insert into mesures.acte (id, enfant_id, type, le) values ($1, $2, 'avis-parquet', '2026-11-20')", [
    acteId,
    enfantId,
  ]);
  return { aed, decidee, decisionId: decisions[0]!, placement, acteId };
}

type Tirage = { agent: string; enfant: Enfant; autre: Enfant; collegue: string; unite: Unite };
type Acte = {
  attendu: (agent: Contexte['agent'], tirage: Tirage) => boolean;
  tente: (contexte: Contexte, tirage: Tirage) => Promise<{ rows: unknown[] }>;
};

const signe = (agent: Contexte['agent'], { porteuse }: Enfant) =>
  monde.delegations.some((d) => d.ouverte && d.agentId === agent.id && ASCENDANCE[porteuse].includes(d.unite));
/** Le territoire qui suit l'enfant porte ses mesures ; à défaut, une unité de l'agent. */
const porte = (agent: Contexte['agent'], enfant: Enfant, unite: Unite) =>
  enfant.unite ? unite === enfant.unite : agent.unites.includes(monde.d.unites[unite]);
const proposer = ({ tx }: Contexte, enfant: Enfant, unite: Unite) =>
  sql`insert into mesures.mesure (id, enfant_id, code, unite_id, etat, demandee_le)
    values (${createIdentifiant()}, ${enfant.id}, 'AIDE_FIN', ${monde.d.unites[unite]}, 'proposee', '2026-11-20') returning id`.execute(
    tx,
  );
const decider = ({ tx }: Contexte, { aed }: Enfant, signataireId: string, le = '2026-11-21') =>
  sql`insert into mesures.decision (id, mesure_id, lot_id, nature, le, du, signataire_id, arrete_numero, motifs)
    values (${createIdentifiant()}, ${aed}, ${createIdentifiant()}, 'initiale', ${le}, ${le}, ${signataireId}, '1', 'Essai') returning id`.execute(
    tx,
  );
const corriger = ({ tx }: Contexte, { decidee, decisionId }: Enfant, signataireId: string) =>
  sql`insert into mesures.decision (id, mesure_id, lot_id, nature, le, du, signataire_id, arrete_numero, motifs, corrige_id, correction_motif)
    values (${createIdentifiant()}, ${decidee}, ${createIdentifiant()}, 'initiale', '2026-11-21', '2026-11-21', ${signataireId}, 'ARR-1', 'Essai',
      ${decisionId}, 'Essai') returning id`.execute(tx);

const annuler = ({ tx }: Contexte, { aed }: Enfant, annuleePar: string) =>
  sql`update mesures.mesure set etat = 'annulee', annulee_le = '2026-11-21', annulee_par = ${annuleePar}, annulation_motif = 'Essai'
    where id = ${aed} returning id`.execute(tx);

const ACTES: Record<string, Acte> = {
  'lire une mesure': {
    attendu: (agent, { enfant }) => canReadEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) => sql`select 1 from mesures.mesure where id = ${enfant.aed}`.execute(tx),
  },
  'lire une mesure dans une liste': {
    attendu: (agent, { enfant }) => canReadEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) => sql`select 1 from acces.mes_mesures where id = ${enfant.aed}`.execute(tx),
  },
  'lire une décision': {
    attendu: (agent, { enfant }) => canReadEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`select 1 from mesures.decision where mesure_id = ${enfant.placement}`.execute(tx),
  },
  'lire les faits': {
    attendu: (agent, { enfant }) => canReadEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) => sql`select 1 from mesures.fait where enfant_id = ${enfant.id}`.execute(tx),
  },
  proposer: {
    attendu: (agent, { enfant, unite }) =>
      (canProposerMesure(agent, enfant.cible, JOUR) || canRecevoirDecision(agent, enfant.cible, JOUR)) &&
      porte(agent, enfant, unite),
    tente: (contexte, { enfant, unite }) => proposer(contexte, enfant, unite),
  },
  'changer le service': {
    attendu: (agent, { enfant }) =>
      [canProposerMesure, canRecevoirDecision, canDeciderMesure, canExecuterMesure].some((can) =>
        can(agent, enfant.cible, JOUR),
      ),
    tente: ({ tx }, { enfant }) =>
      sql`update mesures.mesure set service = 'Association' where id = ${enfant.aed} returning id`.execute(tx),
  },
  décider: {
    attendu: (agent, { enfant }) => canDeciderMesure(agent, enfant.cible, JOUR) && signe(agent, enfant),
    tente: (contexte, { enfant }) => decider(contexte, enfant, contexte.agent.id),
  },
  'corriger ce qui est signé': {
    attendu: (agent, { enfant }) => canDeciderMesure(agent, enfant.cible, JOUR) && signe(agent, enfant),
    tente: (contexte, { enfant }) => corriger(contexte, enfant, monde.agents[6]!),
  },
  'recevoir une décision': {
    attendu: (agent, { enfant }) => canRecevoirDecision(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`insert into mesures.decision (id, mesure_id, lot_id, nature, le, du, juridiction)
        values (${createIdentifiant()}, ${enfant.placement}, ${createIdentifiant()}, 'modification', '2026-11-20', '2026-11-20', 'Tribunal') returning id`.execute(
        tx,
      ),
  },
  'donner un avis': {
    attendu: (agent, { enfant }) => canDonnerAvis(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`insert into mesures.avis (id, mesure_id, sens, motif, le) values (${createIdentifiant()}, ${enfant.aed}, 'favorable', 'Essai', '2026-11-21') returning id`.execute(
        tx,
      ),
  },
  'inscrire un accord': {
    attendu: (agent, { enfant }) => canProposerMesure(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`insert into mesures.accord (id, mesure_id, nature, forme, par, le) values (${createIdentifiant()}, ${enfant.aed}, 'accord', 'ecrit', 'Mère', '2026-11-21') returning id`.execute(
        tx,
      ),
  },
  'inscrire une attente': {
    attendu: (agent, { enfant }) => canExecuterMesure(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`insert into mesures.execution (id, mesure_id, nature, le, raison, detenteur) values (${createIdentifiant()}, ${enfant.placement}, 'attente', '2026-11-21', 'sans-place', 'Foyer') returning id`.execute(
        tx,
      ),
  },
  'mettre fin': {
    attendu: (agent, { enfant }) =>
      canExecuterMesure(agent, enfant.cible, JOUR) || canRecevoirDecision(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`insert into mesures.execution (id, mesure_id, nature, le, motif) values (${createIdentifiant()}, ${enfant.placement}, 'fin', '2026-11-21', 'ECHEANCE') returning id`.execute(
        tx,
      ),
  },
  'annuler une proposition': {
    attendu: (agent, { enfant }) => canProposerMesure(agent, enfant.cible, JOUR),
    tente: (contexte, { enfant }) => annuler(contexte, enfant, contexte.agent.id),
  },
  'inscrire un acte': {
    attendu: (agent, { enfant }) => canExecuterMesure(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`insert into mesures.acte (id, enfant_id, mesure_id, type, le) values (${createIdentifiant()}, ${enfant.id}, ${enfant.placement}, 'avis-parquet', '2026-11-21') returning id`.execute(
        tx,
      ),
  },
  'annuler un acte': {
    attendu: (agent, { enfant }) => canExecuterMesure(agent, enfant.cible, JOUR),
    tente: ({ tx, agent }, { enfant }) =>
      sql`update mesures.acte set annule_le = '2026-11-21', annule_par = ${agent.id}, annule_motif = 'Essai' where id = ${enfant.acteId} returning id`.execute(
        tx,
      ),
  },
};

/** Ce que nul ne peut, quels que soient ses droits. */
const JAMAIS: Record<string, Acte> = {
  'décider au nom d’un autre': {
    attendu: (agent, { enfant, collegue }) =>
      collegue === agent.id && canDeciderMesure(agent, enfant.cible, JOUR) && signe(agent, enfant),
    tente: (contexte, { enfant, collegue }) => decider(contexte, enfant, collegue),
  },
  'décider hier': {
    attendu: () => false,
    tente: (contexte, { enfant }) => decider(contexte, enfant, contexte.agent.id, '2026-11-20'),
  },
  'changer le signataire en corrigeant': {
    attendu: (agent, { enfant, collegue }) =>
      collegue === monde.agents[6] && canDeciderMesure(agent, enfant.cible, JOUR) && signe(agent, enfant),
    tente: (contexte, { enfant, collegue }) => corriger(contexte, enfant, collegue),
  },
  'passer une mesure à un autre enfant': {
    attendu: () => false,
    tente: ({ tx }, { enfant, autre }) =>
      sql`update mesures.mesure set enfant_id = ${autre.id} where id = ${enfant.aed} returning id`.execute(tx),
  },
  'passer une mesure à un autre territoire': {
    attendu: () => false,
    tente: ({ tx }, { enfant, unite }) =>
      sql`update mesures.mesure set unite_id = ${monde.d.unites[unite]} where id = ${enfant.aed} returning id`.execute(
        tx,
      ),
  },
  'inscrire un acte sur la mesure d’un autre enfant': {
    attendu: (agent, { enfant, autre }) => enfant.id === autre.id && canExecuterMesure(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant, autre }) =>
      sql`insert into mesures.acte (id, enfant_id, mesure_id, type, le) values (${createIdentifiant()}, ${enfant.id}, ${autre.placement}, 'avis-parquet', '2026-11-21') returning id`.execute(
        tx,
      ),
  },
  'annuler au nom d’un autre': {
    attendu: (agent, { enfant, collegue }) => collegue === agent.id && canProposerMesure(agent, enfant.cible, JOUR),
    tente: (contexte, { enfant, collegue }) => annuler(contexte, enfant, collegue),
  },
  'réécrire une décision': {
    attendu: () => false,
    tente: ({ tx }, { enfant }) =>
      sql`update mesures.decision set motifs = 'Autre' where id = ${enfant.decisionId} returning id`.execute(tx),
  },
  'ôter une décision': {
    attendu: () => false,
    tente: ({ tx }, { enfant }) =>
      sql`delete from mesures.decision where id = ${enfant.decisionId} returning id`.execute(tx),
  },
};
const TOUS: Record<string, Acte> = { ...ACTES, ...JAMAIS };

it(`les droits écrits en TypeScript et la base ne se contredisent jamais : ${TIRAGES} tirages (agent, enfant, acte)`, {
  timeout: 180_000,
}, async () => {
  const tirages = fc.sample(
    fc.record({
      agent: fc.constantFrom(...monde.agents),
      enfant: fc.constantFrom(...monde.enfants),
      autre: fc.constantFrom(...monde.enfants),
      collegue: fc.constantFrom(...monde.agents),
      unite: fc.constantFrom(...UNITES),
      acte: fc.constantFrom(...Object.keys(TOUS)),
    }),
    { numRuns: TIRAGES, seed: GRAINE },
  );
  const ecarts: string[] = [];
  const portes = new Set<string>();
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async (contexte) => {
      for (const tirage of tirages.filter(({ agent }) => agent === agentId)) {
        const acte = TOUS[tirage.acte] as Acte;
        const attendu = acte.attendu(contexte.agent, tirage);
        const obtenu = await attemptActe(contexte.tx, () => acte.tente(contexte, tirage));
        if (obtenu) portes.add(tirage.acte);
        if (attendu !== obtenu)
          ecarts.push(
            `${tirage.acte} par ${contexte.agent.profils.join()} : droits ${attendu}, base ${obtenu} ; ${JSON.stringify(tirage.enfant.cible)}`,
          );
      }
    });
  expect(ecarts.slice(0, 5)).toEqual([]);
  // Le tirage ne vaut que s'il éprouve aussi des oui.
  expect(Object.keys(ACTES).filter((acte) => !portes.has(acte))).toEqual([]);
});

it('chaque profil a les actes de son métier, et eux seuls', async () => {
  const parProfil: Record<string, string> = {};
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async ({ agent }) => {
      const actes = (['proposer', 'donner-avis', 'decider', 'recevoir', 'executer'] as const).filter((acte) =>
        canDo(agent, `mesures.${acte}`),
      );
      parProfil[agent.profils[0] ?? 'sans poste'] = actes.join(' ');
    });
  const intervenant = 'proposer donner-avis executer';
  const encadrant = 'proposer donner-avis decider recevoir executer';
  expect(parProfil).toEqual({
    'referent-educatif': intervenant,
    evaluateur: intervenant,
    psychologue: intervenant,
    'responsable-enfance': encadrant,
    'cadre-territorial-ase': encadrant,
    'responsable-territoire-enfance': encadrant,
    'inspecteur-enfance': encadrant,
    'responsable-pole': encadrant,
    directeur: encadrant,
    'agent-crip': 'proposer donner-avis recevoir executer',
    'assistant-administratif': 'recevoir',
    administrateur: '',
    'sans poste': '',
  });
});
