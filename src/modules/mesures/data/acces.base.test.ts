import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { canReadEnfant } from '#modules/acces/index.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import {
  canDeciderMesure,
  canDonnerAvis,
  canExecuterMesure,
  canProposerMesure,
  canRecevoirDecision,
} from '../droits.ts';
import {
  ASCENDANCE,
  createMesuresTirees,
  type Enfant,
  GRAINE,
  type MesuresTirees,
  UNITES,
  type Unite,
} from '../testing/mesures-tirees.ts';

const base = withBase();
const TIRAGES = 5000;
const JOUR = jourCivil('2026-11-21');
let monde: MesuresTirees;
beforeAll(async () => {
  monde = await createMesuresTirees(base.executeSql);
});

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
    tente: (contexte, { enfant }) => corriger(contexte, enfant, monde.signataireId),
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
      collegue === monde.signataireId && canDeciderMesure(agent, enfant.cible, JOUR) && signe(agent, enfant),
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
