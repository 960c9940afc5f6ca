import type { ActeInformation } from '../rules/transitions.ts';

/** La page où se fait chaque acte. L'évaluation et les suites y ajoutent les leurs en même temps que leurs pages. */
const PAGE_DE_L_ACTE: Partial<Record<ActeInformation, string>> = {
  analyser: 'analyse',
  qualifier: 'qualification',
  requalifier: 'hors-ip',
  transferer: 'transfert',
  attribuer: 'attribution',
  debuter: 'evaluation/debut',
  suspendre: 'evaluation/suspension',
  reprendre: 'evaluation/suspension',
  'remettre-rapport': 'evaluation/conclusion',
  'soumettre-validation': 'evaluation/validation',
  valider: 'evaluation/validation',
  'demander-complement': 'evaluation/validation',
  decider: 'suites/decider',
  'clore-classement': 'suites/clore?acte=clore-classement',
  'clore-administratif': 'suites/clore?acte=clore-administratif',
  'clore-judiciaire': 'suites/clore?acte=clore-judiciaire',
};

export function formatAdresseInformation(id: string, page = ''): string {
  return page ? `/informations/${id}/${page}` : `/informations/${id}`;
}

/** Où se fait cet acte ; indéfini tant qu'aucune page ne le fait. */
export function findAdresseActe(id: string, acte: ActeInformation): string | undefined {
  const page = PAGE_DE_L_ACTE[acte];
  return page && formatAdresseInformation(id, page);
}
