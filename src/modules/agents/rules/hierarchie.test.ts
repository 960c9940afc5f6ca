import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { findSuperieur, hasBoucle, type PosteEnHierarchie, type Tenue } from './hierarchie.ts';

const jour = jourCivil('2026-11-21');
function aTenue(agentId: string, champs: Partial<Tenue> = {}): Tenue {
  return {
    agentId,
    nom: agentId,
    nature: 'titulaire',
    absent: false,
    du: jourCivil('2020-01-01'),
    au: null,
    ...champs,
  };
}
const cherche = (cadre: readonly Tenue[], directrice: readonly Tenue[] = [aTenue('directrice')]) => {
  const postes: PosteEnHierarchie[] = [
    { id: 'referent', intitule: 'Référent', responsableId: 'cadre', tenues: [aTenue('lea')] },
    { id: 'cadre', intitule: 'Cadre territorial', responsableId: 'direction', tenues: cadre },
    { id: 'direction', intitule: 'Direction', responsableId: null, tenues: directrice },
  ];
  return findSuperieur(postes, { posteId: 'referent', agentId: 'lea', jour });
};

test('le supérieur est qui tient ce jour le poste dont dépend le sien', () => {
  expect(cherche([aTenue('chloe')]).superieur?.agentId).toBe('chloe');
  expect(cherche([aTenue('chloe', { au: jour })]).superieur?.agentId).toBe('chloe');
});

test('poste vacant : on remonte au suivant, et on le dit', () => {
  const { superieur, etapes } = cherche([aTenue('chloe', { au: jourCivil('2026-11-20') })]);
  expect(superieur?.agentId).toBe('directrice');
  expect(etapes[0]).toBe('Cadre territorial : personne d’autre ne tient ce poste le 21 novembre 2026, on remonte.');
});

test('le remplaçant d’un titulaire absent passe devant lui ; sans remplaçant, le titulaire absent reste le supérieur', () => {
  const absente = aTenue('chloe', { absent: true });
  expect(cherche([absente, aTenue('remi', { nature: 'remplacement' })]).superieur?.agentId).toBe('remi');
  expect(cherche([absente]).superieur).toMatchObject({ agentId: 'chloe', absent: true });
});

test('on n’est pas son propre supérieur en assurant l’intérim du poste au-dessus', () => {
  expect(cherche([aTenue('lea', { nature: 'interim' })]).superieur?.agentId).toBe('directrice');
});

test('en haut de la hiérarchie il n’y a pas de supérieur, et une boucle ne fait pas tourner sans fin', () => {
  expect(cherche([], []).superieur).toBeUndefined();
  const boucle = [
    { id: 'a', intitule: 'A', responsableId: 'b', tenues: [] },
    { id: 'b', intitule: 'B', responsableId: 'a', tenues: [] },
  ];
  expect(findSuperieur(boucle, { posteId: 'a', agentId: 'x', jour }).superieur).toBeUndefined();
  expect(hasBoucle(boucle, 'a', 'b')).toBe(true);
  expect(hasBoucle([{ id: 'a', responsableId: null }], 'b', 'a')).toBe(false);
  expect(hasBoucle([], 'b', null)).toBe(false);
});
