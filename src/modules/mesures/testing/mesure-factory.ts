import type { ExecuteSql } from '#modules/acces/testing/departement-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { EtatMesure } from '../etat-mesure.ts';

type DecisionDEssai = {
  nature?: string;
  le: string;
  du?: string;
  au?: string | null;
  /** Qui signe ; nul : une décision reçue d'un juge. */
  signataireId?: string | null;
  recueLe?: string;
  confieA?: string;
  corrigeId?: string;
};
type EvenementDEssai = {
  nature: 'attente' | 'debut-effectif' | 'suspension' | 'reprise' | 'fin';
  le: string;
  motif?: string;
  raison?: string;
  detenteur?: string;
  risque?: string;
};
type Faits = {
  code: string;
  enfantId: string | null;
  uniteId: string | null;
  etat: EtatMesure;
  demandeeLe: string | null;
  service: string | null;
  decisions: readonly DecisionDEssai[];
  evenements: readonly EvenementDEssai[];
};

export type MesureDEssai = {
  pour: (enfantId: string) => MesureDEssai;
  porteePar: (uniteId: string) => MesureDEssai;
  demandeeLe: (jour: string) => MesureDEssai;
  exerceePar: (service: string) => MesureDEssai;
  decidee: (decision: DecisionDEssai) => MesureDEssai;
  enAttente: (le: string, raison?: string, detenteur?: string) => MesureDEssai;
  debutLe: (le: string) => MesureDEssai;
  finieLe: (le: string, motif?: string) => MesureDEssai;
  etat: (etat: EtatMesure) => MesureDEssai;
  /** Pose la mesure dans la base, comme le propriétaire. */
  insert: (executeSql: ExecuteSql) => Promise<MesurePosee>;
};
export type MesurePosee = { id: string; decisions: string[]; evenements: string[] };

/** aMesure('PLACEMENT_ASE').pour(enfant).porteePar(nord).decidee({ le: '2026-01-10', au: '2027-01-09' }).debutLe('2026-02-01').insert(executeSql) */
export function aMesure(code = 'PLACEMENT_ASE', faits: Partial<Faits> = {}): MesureDEssai {
  const f: Faits = {
    code,
    enfantId: null,
    uniteId: null,
    etat: 'proposee',
    demandeeLe: null,
    service: null,
    decisions: [],
    evenements: [],
    ...faits,
  };
  const avec = (plus: Partial<Faits>) => aMesure(code, { ...f, ...plus });
  const evenement = (etat: EtatMesure, plus: EvenementDEssai) => avec({ etat, evenements: [...f.evenements, plus] });
  return {
    pour: (enfantId) => avec({ enfantId }),
    porteePar: (uniteId) => avec({ uniteId }),
    demandeeLe: (demandeeLe) => avec({ demandeeLe }),
    exerceePar: (service) => avec({ service }),
    decidee: (decision) =>
      avec({ decisions: [...f.decisions, decision], etat: f.etat === 'proposee' ? 'decidee' : f.etat }),
    enAttente: (le, raison = 'liste-attente', detenteur = 'Association d’essai') =>
      evenement('en-attente-execution', { nature: 'attente', le, raison, detenteur }),
    debutLe: (le) => evenement('en-cours', { nature: 'debut-effectif', le }),
    finieLe: (le, motif = 'ECHEANCE') => evenement('terminee', { nature: 'fin', le, motif }),
    etat: (etat) => avec({ etat }),
    insert: (executeSql) => insertMesure(executeSql, f),
  };
}

async function insertMesure(executeSql: ExecuteSql, f: Faits): Promise<MesurePosee> {
  if (f.enfantId === null || f.uniteId === null) throw new Error('aMesure().pour(enfant).porteePar(unite)');
  const id = createIdentifiant();
  const demandeeLe = f.demandeeLe ?? f.decisions[0]?.le ?? '2026-11-02';
  await executeSql(
    "insert into mesures.mesure (id, enfant_id, code, unite_id, etat, demandee_le, service) values ($1, $2, $3, $4, 'proposee', $5, $6)",
    [id, f.enfantId, f.code, f.uniteId, demandeeLe, f.service],
  );
  const decisions: string[] = [];
  for (const decision of f.decisions) decisions.push(await insertDecision(executeSql, id, decision));
  const evenements: string[] = [];
  for (const evenement of f.evenements) evenements.push(await insertEvenement(executeSql, id, evenement));
  await executeSql('update mesures.mesure set etat = $2 where id = $1', [id, f.etat]);
  return { id, decisions, evenements };
}

/** Une décision de plus sur une mesure posée. */
export async function insertDecision(executeSql: ExecuteSql, mesureId: string, d: DecisionDEssai): Promise<string> {
  const id = createIdentifiant();
  const signee = Boolean(d.signataireId);
  await executeSql(
    `insert into mesures.decision (id, mesure_id, lot_id, nature, le, du, au, recue_le, juridiction, signataire_id, arrete_numero, motifs,
      confie_a, corrige_id, correction_motif) values ($1, $2, $1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      id,
      mesureId,
      d.nature ?? 'initiale',
      d.le,
      d.du ?? d.le,
      d.au ?? null,
      d.recueLe ?? null,
      signee ? null : 'Tribunal pour enfants d’essai',
      d.signataireId ?? null,
      signee ? 'ARR-1' : null,
      signee ? 'Essai' : null,
      d.confieA ?? null,
      d.corrigeId ?? null,
      d.corrigeId ? 'Essai' : null,
    ],
  );
  return id;
}

/** Un évènement de plus dans l'exécution d'une mesure posée. */
export async function insertEvenement(executeSql: ExecuteSql, mesureId: string, e: EvenementDEssai): Promise<string> {
  const id = createIdentifiant();
  const attente = e.nature === 'attente';
  await executeSql(
    'insert into mesures.execution (id, mesure_id, nature, le, raison, detenteur, risque, motif) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      id,
      mesureId,
      e.nature,
      e.le,
      attente ? (e.raison ?? 'liste-attente') : null,
      attente ? (e.detenteur ?? 'Association d’essai') : null,
      e.risque ?? null,
      e.nature === 'fin' ? (e.motif ?? 'ECHEANCE') : null,
    ],
  );
  return id;
}
