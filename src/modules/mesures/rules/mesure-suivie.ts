/**
 * Les mesures d'un enfant, rassemblées de ses faits : de quand à quand une décision les porte, si elles ont commencé, où elles en
 * sont ce jour.
 *
 * Ce que dit le texte : une mesure judiciaire échue sans décision cesse (C. civ. 375, MES-027) ; l'assistance éducative cesse à la
 * majorité (C. civ. 388, MES-028) ; la durée est celle de la décision, premier et dernier jours compris (TPS-09).
 * Comment il est lu ici : les décisions d'une mesure se suivent dans l'ordre où elles sont prises. La fin est celle que la décision
 * écrit, ou sa durée comptée de son premier jour ; sans l'une ni l'autre elle n'est pas connue, et le plafond de la loi ne la
 * remplace pas. Une modification sans dates ne change pas la période. Une mesure du même groupe qui commence plus tard met fin à
 * la précédente la veille. La mesure a commencé au premier acte réel, non à la décision. L'âge où elle finit est le premier de
 * ceux de son code qui suit la décision. Une décision postérieure à la fin inscrite rouvre la mesure.
 * Non traité : la suspension n'allonge pas la mesure ; une date de naissance incertaine est lue comme exacte (TPS-08).
 */
import { readParametre } from '#modules/organisation/index.ts';
import { addJours, addMois, anniversaire, type JourCivil } from '#shared/jour-civil.ts';
import { type Dossier, derive, type Fait, type FaitDate, listFaits } from '#shared/obligation.ts';
import type { Periode } from '#shared/periode.ts';
import type { EtatMesure } from '../etat-mesure.ts';
import {
  ACCORD,
  DEBUT_EFFECTIF,
  DECISION,
  DEMANDE,
  FIN_MESURE,
  type MotifFin,
  REPRISE_MESURE,
  RETRAIT_ACCORD,
  SUSPENSION,
} from '../faits.ts';
import type { MesureDefinie } from '../mesure.ts';
import { type CodeMesure, getMesure } from '../nomenclature.ts';

type Decision = Fait<typeof DECISION>;
export type DecisionSuivie = Readonly<{ fait: Decision; du: JourCivil; au: JourCivil | null }>;

/** Ce qui a mis fin à la mesure : son dernier jour, le jour où l'on en a décidé, et pourquoi. */
export type FinSuivie = Readonly<{ le: JourCivil; decideeLe: JourCivil; motif: MotifFin }>;

export type MesureSuivie = Readonly<{
  id: string;
  code: CodeMesure;
  /** Ce qu'en dit la loi au jour de la première décision, à défaut de la demande. */
  definie: MesureDefinie;
  demandeeLe: JourCivil | null;
  accord: Fait<typeof ACCORD> | null;
  retraitLe: JourCivil | null;
  /** Celles qui portent une période, dans l'ordre où elles sont prises. */
  decisions: readonly DecisionSuivie[];
  /** Toutes, modifications comprises. */
  actes: readonly Decision[];
  decideeLe: JourCivil | null;
  /** Premier jour porté par une décision. */
  du: JourCivil | null;
  /** Dernier jour porté par la dernière décision ; nul : non connu. */
  au: JourCivil | null;
  debutEffectif: Fait<typeof DEBUT_EFFECTIF> | null;
  suspensions: readonly Periode[];
  fin: FinSuivie | null;
  /** Premier jour où l'âge de l'enfant y met fin de plein droit. */
  finAge: JourCivil | null;
  /** Celle qui porte la mesure ce jour. */
  decisionCourante: DecisionSuivie | null;
  /** Premier jour sans titre, si la dernière décision a pris fin sans suite (MES-027). */
  echueDepuis: JourCivil | null;
  etat: EtatMesure;
}>;

/** Un fait sans nom de mesure vaut pour toutes. */
export function isSien({ mesure }: { readonly mesure?: string | undefined }, id: string): boolean {
  return mesure === undefined || mesure === id;
}

type Brouillon = { id: string; demandes: Fait<typeof DEMANDE>[]; actes: Decision[] };

/** Celles dont un fait parle au plus tard ce jour, dans l'ordre où elles apparaissent. */
export const listMesuresSuivies = derive((dossier: Dossier): readonly MesureSuivie[] => {
  const brouillons = groupParMesure(dossier);
  const ebauches = brouillons.map((brouillon) => buildEbauche(brouillon, dossier));
  return ebauches.map((ebauche) => buildMesure(ebauche, ebauches, dossier));
});

function groupParMesure(dossier: Dossier): Brouillon[] {
  // Un enfant a peu de mesures : les parcourir coûte moins qu'une table.
  const brouillons: Brouillon[] = [];
  const find = (id: string): Brouillon => {
    for (const brouillon of brouillons) if (brouillon.id === id) return brouillon;
    const neuf: Brouillon = { id, demandes: [], actes: [] };
    brouillons.push(neuf);
    return neuf;
  };
  for (const demande of listPasses(dossier, listFaits(dossier, DEMANDE)))
    find(demande.mesure ?? demande.code).demandes.push(demande);
  for (const acte of listPasses(dossier, listFaits(dossier, DECISION))) find(acte.mesure ?? acte.code).actes.push(acte);
  return brouillons;
}

/** Un acte daté de demain n'a pas encore eu lieu. */
function listPasses<F extends FaitDate>({ aujourdhui }: Dossier, faits: readonly F[]): readonly F[] {
  const dernier = faits.at(-1);
  return dernier && dernier.date > aujourdhui ? faits.filter(({ date }) => date <= aujourdhui) : faits;
}

type Ebauche = Pick<MesureSuivie, 'id' | 'code' | 'definie' | 'decisions' | 'actes' | 'decideeLe' | 'du' | 'au'> & {
  demandes: readonly Fait<typeof DEMANDE>[];
};

function buildEbauche({ id, demandes, actes }: Brouillon, { aujourdhui }: Dossier): Ebauche {
  const premier = actes[0] ?? demandes[0];
  // Un brouillon naît d'un fait : l'un des deux est là.
  const code = premier?.code ?? 'AED';
  const decisions = actes.filter(hasPeriode).map(buildDecision);
  const du = decisions.reduce<JourCivil | null>((min, { du: jour }) => (min === null || jour < min ? jour : min), null);
  return {
    id,
    code,
    definie: getMesure(code, premier?.date ?? aujourdhui),
    demandes,
    actes,
    decisions,
    decideeLe: actes[0]?.date ?? null,
    du,
    au: decisions.at(-1)?.au ?? null,
  };
}

/** Une modification ne porte de période que si elle en écrit une ; la première décision en porte toujours une. */
function hasPeriode({ nature, au, dureeMois, dureeJours }: Decision, rang: number): boolean {
  return rang === 0 || nature !== 'modification' || Boolean(au ?? dureeMois ?? dureeJours);
}

function buildDecision(fait: Decision): DecisionSuivie {
  const du = fait.du ?? fait.date;
  return { fait, du, au: computeDernierJour(fait, du) };
}

function computeDernierJour({ au, dureeMois, dureeJours }: Decision, du: JourCivil): JourCivil | null {
  // Une fin avant le début est une faute de frappe : la décision porte au moins son premier jour.
  if (au) return au < du ? du : au;
  if (dureeMois) return addJours(addMois(du, dureeMois), -1);
  return dureeJours ? addJours(du, dureeJours - 1) : null;
}

function buildMesure(ebauche: Ebauche, toutes: readonly Ebauche[], dossier: Dossier): MesureSuivie {
  const { id, decisions, decideeLe, au } = ebauche;
  const findDernier = <F extends FaitDate & { readonly mesure?: string | undefined }>(faits: readonly F[]) =>
    listPasses(dossier, faits).findLast((fait) => isSien(fait, id)) ?? null;
  const debuts = listPasses(dossier, listFaits(dossier, DEBUT_EFFECTIF));
  const fin = findFin(ebauche, toutes, dossier);
  const partielle = {
    ...ebauche,
    demandeeLe: ebauche.demandes[0]?.date ?? null,
    accord: findDernier(listFaits(dossier, ACCORD)),
    retraitLe: findDernier(listFaits(dossier, RETRAIT_ACCORD))?.date ?? null,
    debutEffectif: (decideeLe && debuts.find((debut) => isSien(debut, id))) || null,
    suspensions: listSuspensions(id, dossier),
    fin,
    finAge: computeFinAge(ebauche, dossier),
    decisionCourante: findCourante(decisions, dossier.aujourdhui),
    echueDepuis: au === null || fin ? null : addJours(au, 1),
  };
  return { ...partielle, etat: computeEtat(partielle, dossier.aujourdhui) };
}

function findCourante(decisions: readonly DecisionSuivie[], jour: JourCivil): DecisionSuivie | null {
  return decisions.findLast(({ du, au }) => du <= jour && (au === null || jour <= au)) ?? null;
}

function listSuspensions(id: string, dossier: Dossier): Periode[] {
  const suspensions = listFaits(dossier, SUSPENSION);
  if (suspensions.length === 0) return [];
  const reprises = listPasses(dossier, listFaits(dossier, REPRISE_MESURE)).filter((fait) => isSien(fait, id));
  const periodes: Periode[] = [];
  for (const { date: du } of listPasses(dossier, suspensions).filter((fait) => isSien(fait, id))) {
    const precedente = periodes.at(-1);
    if (precedente && (precedente.au === null || precedente.au >= du)) continue;
    const reprise = reprises.find(({ date }) => date > du);
    periodes.push({ du, au: reprise ? addJours(reprise.date, -1) : null });
  }
  return periodes;
}

/** La fin inscrite, si aucune décision ne l'a suivie ; à défaut, celle que lui donne une mesure du même groupe. */
function findFin({ id, actes, decisions, definie }: Ebauche, toutes: readonly Ebauche[], dossier: Dossier) {
  const inscrite = listFaits(dossier, FIN_MESURE).findLast((fait) => isSien(fait, id));
  const dernierActe = actes.at(-1)?.date ?? null;
  const fins: FinSuivie[] = [];
  if (inscrite && (dernierActe === null || dernierActe <= inscrite.date))
    fins.push({ le: inscrite.date, decideeLe: inscrite.date, motif: inscrite.motif });
  const debut = decisions.at(-1)?.du;
  if (definie.groupe !== null && debut !== undefined && dernierActe !== null)
    for (const { id: autre, definie: sienne, decisions: siennes } of toutes) {
      if (autre === id || sienne.groupe !== definie.groupe) continue;
      const suite = siennes.find(({ du, fait }) => du > debut && fait.date >= dernierActe);
      if (suite) fins.push({ le: addJours(suite.du, -1), decideeLe: suite.fait.date, motif: 'CHANGEMENT_MESURE' });
    }
  return fins.reduce<FinSuivie | null>((premiere, fin) => (premiere && premiere.le <= fin.le ? premiere : fin), null);
}

function computeFinAge({ definie, decideeLe }: Ebauche, dossier: Dossier): JourCivil | null {
  const { dateNaissance } = dossier.enfant;
  if (dateNaissance === null || decideeLe === null) return null;
  for (const age of definie.agesDeFin) {
    const jour = computeAnniversaire(dateNaissance, age, dossier.parametres);
    if (jour > decideeLe) return jour;
  }
  return null;
}

/** Le jour où il a cet âge ; né un 29 février, comme le département l'a réglé (TPS-07). */
export function computeAnniversaire(naissance: JourCivil, age: number, parametres: Dossier['parametres']): JourCivil {
  return anniversaire(naissance, age, readParametre({ parametres }, 'age.anniversaire-29-fevrier'));
}

type Partielle = Omit<MesureSuivie, 'etat'>;

const ETAT_DE_FIN: Partial<Record<MotifFin, EtatMesure>> = { MAINLEVEE_JUGE: 'mainlevee', DEMENAGEMENT: 'transferee' };

function computeEtat(mesure: Partielle, jour: JourCivil): EtatMesure {
  const { fin, finAge, echueDepuis, decideeLe } = mesure;
  if (fin && fin.le <= jour) return ETAT_DE_FIN[fin.motif] ?? 'terminee';
  if (decideeLe === null) return computeEtatAvantDecision(mesure);
  if (finAge !== null && finAge <= jour) return 'terminee';
  if (echueDepuis !== null && echueDepuis <= jour) return 'echue-sans-decision';
  return computeEtatDecidee(mesure, jour);
}

function computeEtatAvantDecision({ accord, retraitLe }: Partielle): EtatMesure {
  if (retraitLe !== null && (accord === null || accord.date <= retraitLe)) return 'refusee';
  return accord ? 'accord-recueilli' : 'demandee';
}

function computeEtatDecidee(mesure: Partielle & { demandes?: Ebauche['demandes'] }, jour: JourCivil): EtatMesure {
  const { du, debutEffectif, suspensions, actes, decisionCourante, demandes = [] } = mesure;
  if (!debutEffectif) return du !== null && du > jour ? 'decidee' : 'en-attente-execution';
  if (suspensions.some((suspension) => suspension.du <= jour && (suspension.au === null || jour <= suspension.au)))
    return 'suspendue';
  const dernierActe = actes.at(-1)?.date;
  if (dernierActe !== undefined && demandes.some(({ date }) => date > dernierActe)) return 'en-renouvellement';
  return decisionCourante && isRenouvellement(decisionCourante) ? 'renouvelee' : 'en-cours';
}

/** La décision prolonge-t-elle une mesure, au lieu de la faire naître ? */
export function isRenouvellement({ fait: { nature } }: DecisionSuivie): boolean {
  return nature === 'renouvellement' || nature === 'prorogation';
}
