/**
 * Les états d'une information préoccupante et les actes qui en font changer.
 *
 * Ce que dit le texte : la cellule recueille, traite et évalue (CASF L226-3) ; elle dit si l'information est préoccupante,
 * confie l'évaluation à une équipe, saisit l'autorité judiciaire en cas de danger grave et immédiat (D226-2-4) ; le rapport
 * conclut (D226-2-7) et le président décide.
 * Comment il est lu ici : une table état × acte, lue par les boutons et par les commandes. Un état final ne se rouvre pas : une
 * suite est une nouvelle information, liée. Réunir un élément nouveau ou signaler en urgence ne change pas l'état.
 * Non traité : le dessaisissement d'un département après transfert refusé.
 */
import type { EtatInformation } from '../information.ts';

export const LIBELLE_ACTE = {
  analyser: 'Prendre en première analyse',
  requalifier: 'Requalifier hors information préoccupante',
  qualifier: 'Qualifier en information préoccupante',
  attribuer: 'Attribuer à un territoire et à une équipe',
  debuter: 'Commencer l’évaluation',
  suspendre: 'Suspendre sur décision judiciaire',
  reprendre: 'Reprendre l’évaluation',
  'remettre-rapport': 'Remettre le rapport',
  'soumettre-validation': 'Soumettre à la validation',
  valider: 'Valider le rapport',
  'demander-complement': 'Rendre pour complément',
  decider: 'Décider des suites',
  'clore-classement': 'Clore par un classement',
  'clore-administratif': 'Clore par une suite administrative',
  'clore-judiciaire': 'Clore par la saisine judiciaire',
  transferer: 'Transférer à un autre département',
} as const;
export type ActeInformation = keyof typeof LIBELLE_ACTE;

/** Ce qui s'inscrit à l'histoire sans changer d'état, sauf le premier, qui ouvre l'histoire. */
export const LIBELLE_FAIT = {
  recevoir: 'Reçue par la cellule',
  corriger: 'Corrigée',
  lier: 'Reliée à une autre information',
  delier: 'Lien retiré',
  reconnaitre: 'Relié à une personne connue',
  'defaire-reconnaissance': 'Détaché d’une personne connue',
  'revoir-urgence': 'Urgence revue',
  'joindre-element': 'Nouvel élément reçu',
  'joindre-piece': 'Document joint',
  confier: 'Confiée à un territoire, équipe à nommer',
  'accuser-transfert': 'Transfert accusé par l’autre département',
  dire: 'Information donnée',
  'rediger-signalement': 'Signalement commencé',
  'signer-signalement': 'Signalement signé',
  'envoyer-signalement': 'Signalement envoyé au parquet',
  'accuser-signalement': 'Signalement reçu par le parquet',
  'relancer-parquet': 'Parquet relancé',
  'conclure-signalement': 'Suites données par le parquet',
  'abandonner-signalement': 'Signalement abandonné',
  accorder: 'Accord de la famille inscrit',
} as const;
export type FaitInformation = keyof typeof LIBELLE_FAIT;

/** Ce que l'histoire dit d'une ligne ; un code qu'elle ne connaît plus se lit tel quel. */
export function formatActe(acte: string): string {
  const libelles: Readonly<Record<string, string>> = { ...LIBELLE_ACTE, ...LIBELLE_FAIT };
  return libelles[acte] ?? acte;
}

/** Pour chaque état, les actes permis et l'état qui suit ; celui qu'on attend d'abord vient en premier. */
export const TRANSITIONS: Record<EtatInformation, Partial<Record<ActeInformation, EtatInformation>>> = {
  recue: { analyser: 'en-premiere-analyse' },
  'en-premiere-analyse': { qualifier: 'qualifiee', requalifier: 'hors-ip', transferer: 'transferee' },
  qualifiee: { attribuer: 'attribuee', transferer: 'transferee' },
  attribuee: { debuter: 'en-evaluation', attribuer: 'attribuee', transferer: 'transferee' },
  'en-evaluation': {
    'remettre-rapport': 'rapport-remis',
    attribuer: 'en-evaluation',
    suspendre: 'suspendue',
    transferer: 'transferee',
  },
  suspendue: { reprendre: 'en-evaluation', 'clore-judiciaire': 'close-judiciaire' },
  'rapport-remis': { 'soumettre-validation': 'en-validation' },
  'en-validation': { valider: 'en-validation', decider: 'decidee', 'demander-complement': 'en-evaluation' },
  decidee: {
    'clore-classement': 'close-classement',
    'clore-administratif': 'close-administratif',
    'clore-judiciaire': 'close-judiciaire',
  },
  'hors-ip': {},
  transferee: {},
  'close-classement': {},
  'close-administratif': {},
  'close-judiciaire': {},
};

/** L'état après cet acte ; indéfini si l'acte n'est pas permis dans cet état. */
export function findEtatSuivant(etat: EtatInformation, acte: ActeInformation): EtatInformation | undefined {
  return TRANSITIONS[etat][acte];
}

/** Ce qui répond à chaque décision. */
const CLOTURE_DE = {
  classement: 'clore-classement',
  'actions-adaptees': 'clore-administratif',
  saisine: 'clore-judiciaire',
} as const satisfies Record<string, ActeInformation>;
export type SuiteDecidee = keyof typeof CLOTURE_DE;

/** Décidée, elle ne se clôt que par ce qui répond à la décision, ou par la saisine quand la famille a refusé depuis. */
export function listActes(etat: EtatInformation, decision: SuiteDecidee | null = null): ActeInformation[] {
  if (etat === 'decidee' && decision !== null) return [...new Set([CLOTURE_DE[decision], 'clore-judiciaire' as const])];
  return Object.keys(TRANSITIONS[etat]) as ActeInformation[];
}
