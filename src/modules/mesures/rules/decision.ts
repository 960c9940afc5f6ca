/**
 * Ce qui s'oppose à une décision que l'on prend ou que l'on reçoit, et à son début.
 *
 * Ce que dit le texte : aucune admission à l'aide sociale à l'enfance sans accord écrit des représentants légaux, sauf décision
 * judiciaire, urgence ou prestation en espèces (CASF L223-2, al. 1, MES-001) ; une prestation dure un an au plus (L223-5, al. 1,
 * MES-002), une mesure d'assistance éducative deux ans (C. civ. 375, al. 3, MES-013), sauf un accueil en service ou institution
 * quand les difficultés des parents sont graves, sévères et chroniques (375, al. 4, MES-014) ; échue sans renouvellement, elle
 * cesse (375, MES-027) ; les mesures du mineur cessent à dix-huit ans (388, MES-028), et ne visent pas le mineur émancipé (375).
 * Comment il est lu ici : le plafond se compte du premier jour, compris ; sans fin écrite, on prévient du plafond. Un renouvellement
 * se décide au plus tard le dernier jour de la décision qu'il prolonge ; après, c'est une mesure nouvelle. Une naissance incertaine
 * avertit et n'arrête pas (TPS-08). L'accord oral suffit à avertir pour une aide à domicile, jamais pour un accueil. Un texte à
 * confirmer ou une durée locale avertit.
 * Non traité : la motivation de la décision et les voies de recours (MES-004), qui sont dans l'acte ; le département compétent
 * (MES-003), celui où l'on décide ; l'information préalable de la famille (MES-005), sans délai ; les rubriques du formulaire d'accord
 * (MES-006, MES-007), qui sont dans l'écrit ; la charge financière entre départements (MES-025) et les frais d'entretien (MES-026), qui
 * ne datent rien ; la délégation, au module des délégations ; l'accord du mineur émancipé.
 */
import type { StatutCode } from '#modules/enfants/index.ts';
import type { Delai } from '#shared/delai.ts';
import { type Anniversaire29Fevrier, addJours, anniversaire, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { overlaps, type Periode } from '#shared/periode.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, avertit, computeVerdict, oppose, type Verdict } from '#shared/verdict.ts';
import type { NatureDecision } from '../faits.ts';
import { computeDernierJourPermis, type Decideur, type DureeBornee, type MesureDefinie } from '../mesure.ts';
import { type CodeMesure, evaluateCode, getMesure } from '../nomenclature.ts';
import {
  C_CIV_375,
  C_CIV_375_2,
  C_CIV_375_3,
  C_CIV_375_4,
  C_CIV_388,
  CASF_L222_3,
  CASF_L223_2_1,
  CASF_L223_5_1,
} from '../texte-legal.ts';
import { evaluateCompatibilite } from './compatibilite.ts';

export type DecisionAPrendre = Readonly<{
  code: CodeMesure;
  nature: NatureDecision;
  decideeLe: JourCivil;
  du: JourCivil;
  /** Dernier jour, compris ; nul : la décision n'en écrit pas. */
  au: JourCivil | null;
  decideur: Decideur | null;
}>;

export type FaitsDeDecision = Readonly<{
  naissance: JourCivil | null;
  naissanceExacte: boolean;
  /** Né un 29 février : ce que le département a réglé (TPS-07). */
  anniversaire29Fevrier?: Anniversaire29Fevrier | undefined;
  /** Le statut de l'enfant le jour de la décision. */
  statut: StatutCode | null;
  accord: 'ecrit' | 'oral' | null;
  /** L'accord a été retiré depuis, ou refusé expressément. */
  accordRetire: boolean;
  demandee: boolean;
  /** La décision de la même mesure que celle-ci prolonge ou modifie. */
  precedente: Readonly<{ du: JourCivil; au: JourCivil | null }> | null;
  /** Combien de fois elle a déjà été renouvelée ou prorogée. */
  renouvellements: number;
  /** Les autres mesures de l'enfant. */
  autres: readonly (Periode & Readonly<{ code: CodeMesure }>)[];
}>;

/** Cette décision peut-elle s'inscrire ? */
export function evaluateDecision(decision: DecisionAPrendre, faits: FaitsDeDecision): Verdict {
  const definie = getMesure(decision.code, decision.decideeLe);
  return computeVerdict([
    verifyNaissance(decision, faits),
    decision.nature === 'initiale' ? evaluateCode(decision.code, decision.decideeLe) : accepte(),
    verifyDebut(decision, definie),
    verifyDuree(decision, definie),
    verifyRenouvellement(decision, definie, faits),
    verifyAge(decision, definie, faits),
    evaluateCompatibilite(decision, definie, faits),
    verifyAccord(definie, faits),
    verifyChevauchement(decision, definie, faits),
  ]);
}

/** Les textes qui fondent la durée et la fin, selon l'origine. */
function getTexte({ origine }: MesureDefinie): TexteLegal {
  return origine === 'judiciaire' ? C_CIV_375 : CASF_L223_5_1;
}

function verifyNaissance({ code, decideeLe }: DecisionAPrendre, { naissance, naissanceExacte }: FaitsDeDecision) {
  // La femme enceinte est accueillie avant la naissance (CASF L222-5, 4°).
  if (naissance === null || decideeLe >= naissance || code === 'MERE_ENFANT') return accepte();
  const motif = `La décision du ${formatJour(decideeLe, 'long')} précède la naissance, le ${formatJour(naissance, 'long')}.`;
  return naissanceExacte
    ? oppose(motif, [C_CIV_388])
    : avertit(`${motif} Cette naissance est incertaine.`, [C_CIV_388]);
}

function isUrgence({ delegation }: MesureDefinie): boolean {
  return delegation === 'urgence.decider';
}

function verifyDebut({ decideeLe, du }: DecisionAPrendre, definie: MesureDefinie): Verdict {
  if (du >= decideeLe) return accepte();
  const motif = `La mesure commencerait le ${formatJour(du, 'long')}, avant d’être décidée le ${formatJour(decideeLe, 'long')}.`;
  if (isUrgence(definie)) return avertit(`${motif} L’urgence peut l’expliquer.`, definie.base);
  return oppose(motif, [definie.origine === 'judiciaire' ? C_CIV_375 : CASF_L223_2_1]);
}

/** Le début réel ne précède pas la décision, sauf l'urgence ; il ne suit pas la fin. */
export function evaluateDebutEffectif(
  debuteLe: JourCivil,
  { code, decideeLe, au }: Readonly<{ code: CodeMesure; decideeLe: JourCivil; au: JourCivil | null }>,
): Verdict {
  const definie = getMesure(code, decideeLe);
  if (au !== null && debuteLe > au)
    return oppose(`La décision ne porte plus la mesure depuis le ${formatJour(addJours(au, 1), 'long')}.`, [
      getTexte(definie),
    ]);
  if (debuteLe >= decideeLe) return accepte();
  const motif = `Le début du ${formatJour(debuteLe, 'long')} précède la décision du ${formatJour(decideeLe, 'long')}.`;
  if (isUrgence(definie)) return avertit(motif, definie.base);
  return oppose(motif, [definie.origine === 'judiciaire' ? C_CIV_375 : CASF_L223_2_1]);
}

/** La durée que la loi permet à cette décision : celle du décideur, du renouvellement ou de la mesure. */
function findBorne({ nature, decideur }: DecisionAPrendre, definie: MesureDefinie): Omit<DureeBornee, 'precision'> {
  const { autreDecideur, renouvellement, duree } = definie;
  if (autreDecideur && decideur === autreDecideur.decideur)
    return { plusLongue: autreDecideur.duree, textes: autreDecideur.textes };
  if (isSuite(nature) && renouvellement.plusLongue !== null)
    return { plusLongue: renouvellement.plusLongue, textes: renouvellement.textes };
  return duree;
}

function verifyDuree(decision: DecisionAPrendre, definie: MesureDefinie): Verdict {
  const { plusLongue, textes } = findBorne(decision, definie);
  if (plusLongue === null) return accepte();
  const permis = computeDernierJourPermis(decision.du, plusLongue);
  const plafond = `${formatDuree(plusLongue)}, soit le ${formatJour(permis, 'long')} au plus tard`;
  if (decision.au === null)
    return avertit(`La décision n’écrit pas sa fin. La plus longue durée est de ${plafond}.`, textes);
  if (decision.au <= permis) return accepte();
  const motif = `La fin du ${formatJour(decision.au, 'long')} dépasse la plus longue durée : ${plafond}.`;
  return canDurer(definie)
    ? avertit(`${motif} Au-delà, il faut des difficultés graves, sévères et chroniques.`, [C_CIV_375_4])
    : oppose(motif, textes);
}

/** MES-014 : l'accueil en service ou institution peut être ordonné pour plus de deux ans. */
function canDurer({ confie, duree, gardiens }: MesureDefinie): boolean {
  return (
    confie &&
    duree.textes.includes(C_CIV_375) &&
    gardiens.some((gardien) => gardien === 'ase' || gardien === 'etablissement')
  );
}

const MOTS: Record<Delai['unite'], [string, string]> = {
  an: ['an', 'ans'],
  mois: ['mois', 'mois'],
  jour: ['jour', 'jours'],
  heure: ['heure', 'heures'],
};
function formatDuree({ valeur, unite }: Delai): string {
  return `${valeur} ${MOTS[unite][valeur > 1 ? 1 : 0]}`;
}

function isSuite(nature: NatureDecision): boolean {
  return nature === 'renouvellement' || nature === 'prorogation';
}

function verifyRenouvellement(
  { nature, decideeLe }: DecisionAPrendre,
  definie: MesureDefinie,
  { precedente, renouvellements }: FaitsDeDecision,
): Verdict {
  if (!isSuite(nature)) return accepte();
  const { possible, fois, textes } = definie.renouvellement;
  if (precedente === null)
    return oppose('Aucune décision n’est à renouveler : inscrivez la première.', [getTexte(definie)]);
  if (precedente.au !== null && decideeLe > precedente.au)
    return oppose(
      `La mesure a cessé le ${formatJour(precedente.au, 'long')}, faute de renouvellement : c’est une mesure nouvelle qu’il faut.`,
      [getTexte(definie)],
    );
  if (!possible) return oppose('Cette mesure ne se renouvelle pas.', definie.duree.textes);
  if (fois !== null && renouvellements >= fois)
    return oppose(`Elle a déjà été renouvelée ${fois} fois, le plus que permette le texte.`, textes);
  return accepte();
}

function verifyAge({ code, du, au }: DecisionAPrendre, { agesDeFin }: MesureDefinie, faits: FaitsDeDecision): Verdict {
  const { naissance, anniversaire29Fevrier } = faits;
  const dernier = agesDeFin.at(-1);
  if (naissance === null || dernier === undefined) return accepte();
  const computeJour = (age: number) => anniversaire(naissance, age, anniversaire29Fevrier);
  const base = getMesure(code, du).base;
  if (code === 'AJM' && du < computeJour(18))
    return oppose('L’accompagnement d’un jeune majeur commence à dix-huit ans.', base);
  const limite = computeJour(dernier);
  if (du >= limite) {
    const motif = `La mesure commencerait à ${dernier} ans accomplis, le ${formatJour(limite, 'long')}, ou après.`;
    if (dernier === 18) return oppose(motif, [C_CIV_388]);
    // Jusqu'à la fin de l'année scolaire engagée, un jeune de vingt et un ans reste accompagné (JM-014, à confirmer).
    return dernier === 3 ? oppose(motif, base) : avertit(motif, base);
  }
  const fin = agesDeFin.map(computeJour).find((jour) => jour > du);
  return fin !== undefined && au !== null && au >= fin
    ? avertit(`La mesure cessera d’elle-même le ${formatJour(fin, 'long')}, avec l’âge.`, [C_CIV_388])
    : accepte();
}

/** MES-001 */
function verifyAccord({ consentement, base }: MesureDefinie, faits: FaitsDeDecision): Verdict {
  const { accord, accordRetire, demandee, statut } = faits;
  if (consentement === 'demande')
    return demandee || accord !== null ? accepte() : avertit('La demande de l’intéressé n’est pas inscrite.', base);
  if (consentement !== 'accord' && consentement !== 'accord-ecrit') return accepte();
  if (statut !== null && SANS_ACCORD_PARENTAL.has(statut))
    return accepte(['Les parents n’exercent pas l’autorité parentale : leur accord n’est pas requis.']);
  if (accordRetire) return oppose('L’accord a été retiré ou refusé (MES-001).', [CASF_L223_2_1]);
  if (accord === null) return oppose('L’accord écrit des représentants légaux manque (MES-001).', [CASF_L223_2_1]);
  if (accord === 'ecrit') return accepte();
  const motif = 'L’accord donné est oral ; la loi le veut écrit (MES-001).';
  return consentement === 'accord-ecrit' ? oppose(motif, [CASF_L223_2_1]) : avertit(motif, [CASF_L223_2_1]);
}
const SANS_ACCORD_PARENTAL: ReadonlySet<StatutCode> = new Set([
  'delegation-autorite-parentale',
  'tutelle-departementale',
  'tutelle-familiale',
  'pupille-provisoire',
  'pupille-definitif',
]);

const TEXTES_GROUPE = {
  hebergement: [C_CIV_375_3],
  'milieu-ouvert': [C_CIV_375_2],
  'aide-educative': [CASF_L222_3],
} as const;

function verifyChevauchement({ du, au }: DecisionAPrendre, { groupe }: MesureDefinie, { autres }: FaitsDeDecision) {
  if (groupe === null) return accepte();
  const autre = autres.find(
    (candidate) => getMesure(candidate.code, candidate.du).groupe === groupe && overlaps(candidate, { du, au }),
  );
  if (!autre) return accepte();
  const { libelle } = getMesure(autre.code, autre.du);
  const fin = autre.au === null ? 'sans fin connue' : `jusqu’au ${formatJour(autre.au, 'long')}`;
  return oppose(
    `« ${libelle} » court déjà, du ${formatJour(autre.du, 'long')} ${fin} : mettez-y fin la veille.`,
    TEXTES_GROUPE[groupe],
  );
}
