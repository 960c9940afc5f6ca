import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

export const CGCT_L3221_3: TexteLegal = {
  code: 'CGCT',
  article: 'L3221-3',
  source: 'texte intégral reproduit sur french-business-law.com ; legifrance.gouv.fr, CGCT',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-21'),
};

/** Les agents qui exercent des responsabilités au niveau territorial ou fonctionnel peuvent recevoir délégation. */
export const CE_266686: TexteLegal = {
  code: 'CE, 29 juin 2005, Hauts-de-Seine, n° 266686',
  source: 'conclusions Séners et notes publiées (doczz.fr, juri-cg.over-blog.com)',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-21'),
};

/** Que la suppléance ne joue qu'en l'absence du titulaire se lit dans l'arrêté : usage des départements. */
export const SUPPLEANCE: TexteLegal = {
  code: 'Arrêté de délégation',
  source: 'clause « en cas d’absence ou d’empêchement » des arrêtés départementaux',
  confiance: 'local',
};
