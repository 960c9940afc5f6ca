import type { QuoiTerminer } from '../data/terminer.server.ts';

export const FINS: Record<QuoiTerminer, { titre: string; acte: string; intro: string }> = {
  unite: {
    titre: 'Fermer une unité',
    acte: 'Fermer l’unité',
    intro:
      'Ses postes, ses communes et les unités qui en dépendent doivent d’abord aller ailleurs. Son histoire reste.',
  },
  agent: {
    titre: 'Enregistrer un départ',
    acte: 'Enregistrer le départ',
    intro:
      'Ses affectations et ses délégations de signature s’arrêtent le même jour ; ses accès aussi. Son histoire reste.',
  },
  poste: {
    titre: 'Fermer un poste',
    acte: 'Fermer le poste',
    intro: 'Personne ne doit plus le tenir après ce jour. Son histoire reste.',
  },
  affectation: {
    titre: 'Terminer une affectation',
    acte: 'Terminer l’affectation',
    intro: 'L’agent perd les droits que ce poste lui donnait le lendemain de ce jour.',
  },
  delegation: {
    titre: 'Mettre fin à une délégation',
    acte: 'Mettre fin à la délégation',
    intro: 'L’agent ne pourra plus signer cet acte le lendemain de ce jour.',
  },
};

/** Ce que l'adresse demande de terminer, si cela existe. */
export function parseQuoi(texte: string): QuoiTerminer | undefined {
  return Object.hasOwn(FINS, texte) ? (texte as QuoiTerminer) : undefined;
}
