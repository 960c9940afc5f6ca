/**
 * Quel écrit se produit à ce stade, et pourquoi les autres ne le peuvent pas encore.
 *
 * Ce que dit le texte : la source professionnelle ou élue est informée des suites, toute autre personne à sa demande (CASF L226-5,
 * al. 1 et 2) ; les parents sont informés de la mise en place de l'évaluation, sauf intérêt contraire du mineur (D226-2-6 I), et par
 * écrit d'une saisine (L226-5, al. 3).
 * Comment il est lu ici : un écrit demande le fait dont il rend compte. Un projet (rapport non validé, signalement non signé) se
 * produit, et se dit projet. Une dispense inscrite avertit qui écrirait quand même aux parents. À un anonyme, on n'écrit pas.
 * Non traité : un écrit par parent séparé ; l'adresse se change dans Word.
 */
import {
  CASF_D226_2_6_I,
  CASF_D226_2_7_INFORMATION,
  CASF_L226_5_2,
  isFinal,
  type ObjetDit,
} from '#modules/informations-preoccupantes/index.ts';
import { isParti, type Signalement } from '#modules/signalements/index.ts';
import type { FaitsSuites } from '#modules/suites/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, avertit, computeVerdict, type Verdict } from '#shared/verdict.ts';
import type { NatureEcrit } from '../ecrit.ts';

/** `signalement` : celui dont on produit l'écrit ; nul s'il n'y en a pas. */
export type FaitsEcrits = FaitsSuites & { transferee: boolean; signalement: Signalement | null };

const REGLES: Record<NatureEcrit, (faits: FaitsEcrits) => Verdict> = {
  'accuse-reception': evaluateAccuse,
  'parents-evaluation': evaluateOuverture,
  'parents-suites': evaluateConclusions,
  'rapport-evaluation': evaluateRapport,
  saisine: evaluateSaisine,
  transfert: ({ transferee }) =>
    transferee ? accepte() : refuse('Cette information n’est pas transférée à un autre département.'),
  'source-suites': evaluateSource,
};

/** Cet écrit se produit-il à ce stade ? */
export function evaluateEcrit(nature: NatureEcrit, faits: FaitsEcrits): Verdict {
  return REGLES[nature](faits);
}

function evaluateAccuse({ categorieSource }: FaitsEcrits): Verdict {
  return categorieSource === 'anonyme' ? refuse(ANONYME) : accepte();
}

function evaluateOuverture(faits: FaitsEcrits): Verdict {
  if (faits.decision !== null)
    return refuse('Les suites sont décidées : ce sont elles que l’on dit maintenant aux parents.');
  if (isFinal(faits.etat)) return refuse('L’information est close.');
  if (faits.attribueeLe === null) return refuse('L’évaluation n’est pas encore confiée à une équipe.');
  return evaluateDispense(faits, 'ouverture', [CASF_D226_2_6_I]);
}

function evaluateConclusions(faits: FaitsEcrits): Verdict {
  const saisi = faits.signalements.some(isParti);
  if (faits.decision === null && !saisi)
    return refuse('Les suites ne sont pas décidées, et aucun signalement n’est parti.');
  return computeVerdict([
    evaluateDispense(faits, 'conclusions', [CASF_D226_2_7_INFORMATION]),
    evaluateDispense(faits, 'saisine', []),
    ...(faits.decision?.decision === 'saisine' && !saisi
      ? [avertit('La saisine est décidée, le signalement n’est pas parti : son jour reste à compléter.', [])]
      : []),
  ]);
}

function evaluateRapport({ evaluationDebuteeLe, rapport }: FaitsEcrits): Verdict {
  if (evaluationDebuteeLe === null) return refuse('L’évaluation n’a pas commencé.');
  return rapport.valideLe === null
    ? avertit('Le rapport n’est pas validé : l’écrit porte la mention « Projet ».', [])
    : accepte();
}

function evaluateSaisine({ signalement }: FaitsEcrits): Verdict {
  if (signalement === null) return refuse('Aucun signalement n’est commencé.');
  return signalement.valideLe === null
    ? avertit('Le signalement n’est pas signé : l’écrit porte la mention « Projet ».', [])
    : accepte();
}

function evaluateSource({ categorieSource, suitesDemandeesLe, etat, decision }: FaitsEcrits): Verdict {
  if (categorieSource === 'anonyme') return refuse(ANONYME);
  if (categorieSource === 'particulier' && suitesDemandeesLe === null)
    return refuse('La source est un particulier : elle est informée à sa demande, qui n’est pas inscrite.', [
      CASF_L226_5_2,
    ]);
  if (etat === 'recue' || etat === 'en-premiere-analyse')
    return refuse('L’information n’est pas encore qualifiée : il n’y a pas de suite à dire.');
  return decision === null && !isFinal(etat)
    ? avertit('Les suites ne sont pas décidées : l’écrit dit que l’évaluation se poursuit.', [])
    : accepte();
}

const ANONYME = 'La source est anonyme : il n’y a personne à qui écrire.';

/** La dispense inscrite en dernier n'interdit pas d'écrire : elle se rappelle à qui va le faire. */
function evaluateDispense({ dites }: FaitsEcrits, objet: ObjetDit, textes: readonly TexteLegal[]): Verdict {
  const derniere = dites
    .filter((dite) => dite.objet === objet && dite.aQui === 'titulaires')
    .toSorted((a, b) => (a.le < b.le ? -1 : 1))
    .at(-1);
  if (!derniere?.dispenseMotif) return accepte();
  return avertit(
    `Une dispense est inscrite le ${formatJour(derniere.le, 'long')}, dans l’intérêt de l’enfant : ${derniere.dispenseMotif}`,
    textes,
  );
}

/** Le fait manque, ou le texte veut autre chose. */
function refuse(motif: string, textes: readonly TexteLegal[] = []): Verdict {
  return { issue: 'refuse', motif, textes, etapes: [] };
}
