import { describe, expect, it } from 'vitest';
import { buildChoixANommer, formatCompte } from './proteger-view.ts';

const agents = [
  { id: 'a', nom: 'LESAGE Hélène · Responsable du pôle', groupe: 'Direction', peutLever: true },
  { id: 'b', nom: 'MARTIN Lou · Référente éducative', groupe: 'Site de Coutances', peutLever: false },
  { id: 'c', nom: 'DUPRÉ Léo · Cadre territorial', groupe: 'Site de Saint-Lô', peutLever: false },
];
const show = (filtre: string, choisis: string[] = []) =>
  buildChoixANommer(agents, filtre, choisis).map(({ valeur }) => valeur);

describe('Choisir qui verra un dossier restreint', () => {
  it('sans filtre, tous, avec leur unité et qui peut lever la restriction', () => {
    expect(buildChoixANommer(agents, '', [])[0]).toEqual({
      valeur: 'a',
      libelle: 'LESAGE Hélène · Responsable du pôle',
      groupe: 'Direction',
      aide: 'peut lever la restriction',
    });
    expect(show('')).toEqual(['a', 'b', 'c']);
  });
  it('un nom, un poste, une unité, plusieurs mots, sans accent ni majuscule', () => {
    expect(show('helene')).toEqual(['a']);
    expect(show('REFERENTE')).toEqual(['b']);
    expect(show('saint lo')).toEqual(['c']);
    expect(show('dupre cadre')).toEqual(['c']);
    expect(show('personne de ce nom')).toEqual([]);
  });
  it('une case déjà cochée reste montrée, quel que soit le filtre', () => {
    expect(show('coutances', ['a'])).toEqual(['a', 'b']);
  });
  it('dit combien il en reste', () => {
    expect([formatCompte(3, 3), formatCompte(1, 3), formatCompte(2, 3)]).toEqual([
      '3 personnes en poste',
      '1 personne sur 3, celles déjà cochées comprises',
      '2 personnes sur 3, celles déjà cochées comprises',
    ]);
  });
});
