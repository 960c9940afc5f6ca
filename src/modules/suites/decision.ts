/** La décision qui suit une évaluation : ce que le président, par son délégataire, retient des trois suites que la loi connaît. */
import type { JourCivil } from '#shared/jour-civil.ts';

export const LIBELLE_DECISION = {
  classement: 'Classement',
  'actions-adaptees': 'Actions adaptées',
  saisine: 'Saisine de l’autorité judiciaire',
} as const;
export type CodeDecision = keyof typeof LIBELLE_DECISION;

/** Ce que chaque décision entraîne, dit avant de décider. */
export const CONSEQUENCE_DECISION: Record<CodeDecision, string> = {
  classement: 'Rien n’est mis en place ; la clôture dira ce qui reste à dire à la famille et à la source.',
  'actions-adaptees': 'Ce qui est à mettre en place est inscrit, mineur par mineur, avec l’accord à recueillir.',
  saisine: 'Un signalement au procureur est préparé ; il part une fois signé, sans délai.',
};

export type Decision = {
  decision: CodeDecision;
  motif: string;
  motifEcart: string | null;
  decideeLe: JourCivil;
  signataireId: string;
  signataire: string;
  arreteNumero: string;
};
