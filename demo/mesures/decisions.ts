import type { Alea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Signataire } from '../organisation/signataires.ts';
import { MESURES } from '../parametres/mesures.ts';
import type { Bureau, Dossier, FratrieSuivie } from './dossiers.ts';
import type { Tuile } from './echeancier.ts';
import type { LigneDecision } from './lignes.ts';
import { getDefinie } from './mesure-posee.ts';
import type { Etape } from './parcours.ts';
import { findJuridiction } from './services.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

/** Une décision et qui l'a signée ; sans signataire, une autre autorité l'a prise. */
export type Signee = Tuile & { signataire: Signataire | null };

/** Fait signer chaque décision du département ; sans délégation valable ce jour-là, elle attend le premier jour où il y en a une. */
export function listSignees(bureau: Bureau, { uniteId, alea }: Dossier, { code, du }: Etape, tuiles: readonly Tuile[]) {
  const { delegation, origine, decideur } = getDefinie(code, du);
  if (origine === 'judiciaire' || decideur === 'prefet' || delegation === null)
    return tuiles.map((tuile): Signee => ({ ...tuile, signataire: null }));
  const signees: Signee[] = [];
  for (const tuile of tuiles) {
    const signature = findSignature(bureau, alea.flux('signature', code, tuile.le), delegation, uniteId, tuile.le);
    if (!signature || (tuile.au !== null && signature.le > tuile.au)) break;
    signees.push({
      ...tuile,
      le: signature.le,
      du: Math.max(tuile.du, signature.le),
      signataire: signature.signataire,
    });
  }
  return signees;
}

function findSignature(
  { signataires }: Bureau,
  alea: Alea,
  acte: Parameters<Bureau['signataires']['find']>[1][number],
  uniteId: string,
  prevu: Numero,
): { le: Numero; signataire: Signataire } | null {
  for (let le = prevu; le <= Math.min(prevu + 120, AUJOURDHUI); le += 1) {
    const signataire = signataires.find(alea, [acte], uniteId, le);
    if (signataire) return { le, signataire };
  }
  return null;
}

type AInscrire = {
  bureau: Bureau;
  fratrie: FratrieSuivie;
  dossier: Dossier;
  mesureId: string;
  etape: Etape;
};

/** Écrit les décisions d'une mesure, et la mainlevée qui y met fin. */
export function addDecisions(
  { bureau, fratrie, dossier, mesureId, etape }: AInscrire,
  signees: readonly Signee[],
): void {
  const alea = dossier.alea.flux('decisions', mesureId);
  const ecrire = (signee: Omit<Signee, 'nature' | 'du'> & Pick<LigneDecision, 'nature'> & { du: Numero | null }) =>
    bureau.lignes.decisions.push(createDecision(bureau, fratrie, dossier, { mesureId, etape, alea }, signee));
  for (const signee of signees) ecrire(signee);
  if (etape.motif === 'MAINLEVEE_JUGE' && etape.au !== null)
    ecrire({ nature: 'mainlevee', le: etape.au, du: null, au: null, signataire: null });
}

type DecisionPrevue = Omit<Signee, 'nature' | 'du'> & Pick<LigneDecision, 'nature'> & { du: Numero | null };

function createDecision(
  { profil }: Bureau,
  fratrie: FratrieSuivie,
  dossier: Dossier,
  { mesureId, etape: { code }, alea }: { mesureId: string; etape: Etape; alea: Alea },
  { nature, le, du, au, signataire }: DecisionPrevue,
): LigneDecision {
  const definie = getDefinie(code, le);
  const recue = signataire ? null : Math.min(AUJOURDHUI, le + drawReception(alea, code));
  const urgence = code === 'ACCUEIL_72H' || code === 'RECUEIL_5J' || code === 'APU_MNA';
  const placement = definie.confie && signataire === null && code !== 'PUPILLE';
  return {
    id: alea.identifiant(le),
    mesureId,
    lotId: getLot(fratrie, `${le}|${definie.origine}|${nature}`, le),
    nature,
    le: formatNumero(le),
    instant: urgence ? drawHeure(alea, le) : null,
    du: du === null ? null : formatNumero(du),
    au: au === null ? null : formatNumero(au),
    recueLe: recue === null ? null : formatNumero(recue),
    juridiction: signataire ? null : findJuridiction(profil, code, fratrie.cle),
    juge: signataire || definie.decideur !== 'juge' ? null : `Cabinet n° ${1 + (fratrie.cle.length % 4)}`,
    numero: signataire ? null : `${formatNumero(le).slice(2, 4)}/${String(alea.entier(1, 1999)).padStart(4, '0')}`,
    decideur: code === 'PUPILLE' ? 'prefet' : null,
    signataireId: signataire?.agentId ?? null,
    arreteNumero: signataire?.arrete ?? null,
    motifs: signataire ? MOTIFS[nature] : null,
    confieA: placement ? drawGardien(code) : null,
    droitsVisite: placement && nature !== 'mainlevee' ? alea.choix(DROITS_DE_VISITE) : null,
    rapportTousLesMois: placement && alea.chance(0.2) ? 6 : null,
    sansAudition: code === 'OPP_JUGE' && nature === 'initiale' && alea.chance(0.55),
    corrigeId: null,
    correctionMotif: null,
    parId: signataire?.agentId ?? dossier.findReferent(recue ?? le),
    inscriteLe: alea.instant(recue ?? le),
  };
}

const MOTIFS: Readonly<Record<LigneDecision['nature'], string>> = {
  initiale: 'DONNÉE FICTIVE – Difficultés éducatives constatées, la famille accepte d’être aidée.',
  renouvellement: 'DONNÉE FICTIVE – Les objectifs sont atteints en partie ; l’aide est utile encore.',
  prorogation: 'DONNÉE FICTIVE – L’évaluation n’est pas achevée.',
  modification: 'DONNÉE FICTIVE – Le rythme de l’accueil change.',
  mainlevee: 'DONNÉE FICTIVE – La mesure n’est plus nécessaire.',
  refus: 'DONNÉE FICTIVE – Les conditions ne sont pas réunies.',
};
const DROITS_DE_VISITE = [
  'Visites médiatisées deux fois par mois',
  'Visite chaque mercredi, hébergement un week-end sur deux',
  'Hébergement chaque week-end et la moitié des vacances',
  'Droits réservés',
];

/** Une urgence d'aujourd'hui est de ce soir. */
export const drawHeure = (alea: Alea, le: Numero): string =>
  le === AUJOURDHUI ? `${JOUR_DEMO}T19:40:00.000Z` : alea.instant(le);

/** L'urgence se reçoit le jour même ; un jugement, quelques jours ou quelques semaines après. */
function drawReception(alea: Alea, code: Etape['code']): number {
  if (code === 'OPP_PARQUET' || code === 'OPP_JUGE') return 0;
  const [min = 1, max = 22] = MESURES.decisionRecueJours.valeur;
  return alea.chance(0.75) ? alea.entier(min, 8) : alea.entier(9, max);
}

function drawGardien(code: Etape['code']): string {
  if (code === 'PLACEMENT_TDC') return 'tiers';
  return code === 'PLACEMENT_DIRECT' ? 'etablissement' : 'ase';
}

/** Le même acte, le même jour, pour les enfants d'une fratrie. */
function getLot({ lots, alea }: FratrieSuivie, cle: string, le: Numero): string {
  const connu = lots.get(cle);
  if (connu) return connu;
  const id = alea.flux('lot', cle).identifiant(le);
  lots.set(cle, id);
  return id;
}
