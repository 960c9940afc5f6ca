import type { CibleEnfant } from '#modules/acces/index.ts';
import type { DecisionInscrite, ExecutionInscrite, MesureInscrite } from '#modules/mesures/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { Habilitation } from '#shared/habilitation.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Droit } from '../web/acte-view.ts';

export const JOUR = jourCivil('2026-11-21');

/** Une action éducative à domicile qui court, décidée en septembre pour un an, si rien d'autre n'est dit. */
export function buildMesureDEssai(plus: Partial<MesureInscrite> = {}): MesureInscrite {
  const etat = plus.etat ?? 'en-cours';
  return {
    id: 'mesure',
    enfantId: 'enfant',
    code: 'AED',
    origine: 'administrative',
    groupe: 'aide-educative',
    uniteId: 'nord',
    unite: 'Site du nord',
    service: 'Service AED',
    serviceContact: null,
    etatInscrit: etat,
    periode: { du: jourCivil('2026-09-01'), au: jourCivil('2027-08-31') },
    demandeeLe: jourCivil('2026-08-20'),
    decideeLe: jourCivil('2026-09-01'),
    debutLe: jourCivil('2026-09-15'),
    finieLe: null,
    motif: 'La mère demande une aide.',
    objectifs: null,
    par: 'Paul Duval',
    annulation: null,
    version: 3,
    decisions: [buildDecisionDEssai()],
    avis: [],
    accords: [],
    execution: [],
    ...plus,
    etat,
  };
}

export function buildDecisionDEssai(plus: Partial<DecisionInscrite> = {}): DecisionInscrite {
  return {
    id: 'decision',
    lotId: 'lot',
    nature: 'initiale',
    le: jourCivil('2026-09-01'),
    instant: null,
    du: jourCivil('2026-09-01'),
    au: jourCivil('2027-08-31'),
    recueLe: null,
    juridiction: null,
    juge: null,
    numero: null,
    decideur: null,
    lieuDecouverte: false,
    signataireId: 'signataire',
    signataire: 'Anne Roy',
    arreteNumero: '2026-163',
    fondement: null,
    motifs: 'Au vu de l’évaluation.',
    confieA: null,
    confiePrecision: null,
    droitsVisite: null,
    rapportTousLesMois: null,
    sansAudition: false,
    corrigeId: null,
    correctionMotif: null,
    corrigee: false,
    par: 'Anne Roy',
    inscriteLe: '2026-09-01T10:00:00+02:00',
    ...plus,
  };
}

export function buildAttenteDEssai(plus: Partial<ExecutionInscrite> = {}): ExecutionInscrite {
  return {
    id: 'attente',
    nature: 'attente',
    le: jourCivil('2026-10-01'),
    instant: null,
    raison: 'liste-attente',
    detenteurId: null,
    detenteur: 'Service AED',
    risque: 'Absences à l’école',
    motif: null,
    precision: null,
    corrigeId: null,
    annule: false,
    correctionMotif: null,
    corrigee: false,
    par: 'Paul Duval',
    inscriteLe: '2026-10-01T10:00:00+02:00',
    ...plus,
  };
}

/** Le droit d'un agent que sa mission attache à l'enfant, avec ces habilitations. */
export function buildDroitDEssai(...habilitations: Habilitation[]): Droit {
  const agent = {
    id: 'agent',
    habilitations: ['enfants.lire-mission', ...habilitations],
    unites: [],
  } as unknown as AgentEnSession;
  const cible = {
    restreint: false,
    closLe: null,
    missions: [{ agentId: 'agent', uniteId: null, periode: { du: jourCivil('2026-01-01'), au: null } }],
    nommes: [],
    brisDeGlace: [],
  } as unknown as CibleEnfant;
  return { agent, cible, jour: JOUR };
}
