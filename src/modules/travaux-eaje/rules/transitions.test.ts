import { expect, it } from 'vitest';
import { ACTES_TRAVAUX, type ActeTravaux, ETATS_TRAVAUX, type EtatTravaux } from '../dossier-travaux.ts';
import { findEtatSuivant, isOuvert, TRANSITIONS } from './transitions.ts';

it('chaque acte mène à un état connu ; rien ne sort d’un dossier rouvert ou abandonné (TRV-01)', () => {
  for (const etat of Object.keys(ETATS_TRAVAUX) as EtatTravaux[]) {
    for (const acte of Object.keys(ACTES_TRAVAUX) as ActeTravaux[])
      expect([undefined, ...Object.keys(ETATS_TRAVAUX)]).toContain(findEtatSuivant(etat, acte));
    expect(isOuvert(etat)).toBe(Object.keys(TRANSITIONS[etat]).length > 0);
  }
});

it('on n’abandonne plus ce qui a commencé, on ne rouvre que ce qui est reçu', () => {
  expect(findEtatSuivant('PROGRAMME', 'abandonner')).toBe('ABANDONNE');
  expect(findEtatSuivant('EN_COURS', 'abandonner')).toBeUndefined();
  expect(findEtatSuivant('EN_COURS', 'rouvrir')).toBeUndefined();
  expect(findEtatSuivant('RECU', 'rouvrir')).toBe('ROUVERT');
});
