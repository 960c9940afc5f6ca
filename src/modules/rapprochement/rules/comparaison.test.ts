import { describe, expect, it } from 'vitest';
import type { IdentiteComparee } from '../ressemblance.ts';
import { buildAttentesDeRecherche, compareIdentites } from './comparaison.ts';
import { prepareIdentite } from './identite-preparee.ts';
import { buildReperesGeneraux } from './reperes.ts';

const reperes = buildReperesGeneraux(21);
const attentes = buildAttentesDeRecherche(100_000);
const compare = (a: IdentiteComparee, b: IdentiteComparee) =>
  compareIdentites(prepareIdentite(a), prepareIdentite(b), reperes, attentes);

const lea: IdentiteComparee = { nom: 'Lecoutey', prenom: 'Léa', dateNaissance: '2015-04-03', sexe: 'F' };
const dit = (autre: Partial<IdentiteComparee>, depart = lea) => {
  const { verdict, raisons } = compare(depart, { ...depart, ...autre });
  return { verdict, textes: raisons.map(({ texte }) => texte) };
};

describe('une même personne, écrite autrement', () => {
  it.each<[string, Partial<IdentiteComparee>, Partial<IdentiteComparee>, RegExp]>([
    ['casse et accents', {}, { nom: 'LECOUTEY', prenom: 'LEA' }, /^même nom/],
    ['trait d’union', { nom: 'Saint-Clair' }, { nom: 'SAINTCLAIR' }, /trait d’union/],
    ['particule', { nom: 'de La Tour' }, { nom: 'Tour' }, /particule/],
    ['particule arabe', { nom: 'El Amrani' }, { nom: 'Amrani' }, /particule/],
    ['à l’oreille', { nom: 'Gauthier' }, { nom: 'Gotier' }, /se prononce pareil/],
    ['une lettre', {}, { nom: 'Lecoutay' }, /à une lettre près|se prononce pareil/],
    ['mots déplacés', { nom: 'Lebret Vasnier' }, { nom: 'Vasnier Lebret' }, /autre ordre/],
    ['nom d’usage', { nom: 'Lecoutey', nomUsage: 'Vasnier' }, { nom: 'Vasnier', nomUsage: null }, /nom d’usage/],
    ['nom et prénom inversés', {}, { nom: 'Léa', prenom: 'Lecoutey' }, /nom et prénom inversés/],
    ['tout dans une case', {}, { nom: 'LECOUTEY LEA', prenom: null }, /une seule case/],
    ['diminutif', { prenom: 'Alexandre' }, { prenom: 'Alex' }, /diminutif/],
    ['transcription', { prenom: 'Mohamed' }, { prenom: 'Muhammad' }, /transcrit autrement/],
    [
      'transcription d’un prénom court',
      { prenom: 'Aïcha' },
      { prenom: 'Aysha' },
      /transcrit autrement|se prononce pareil/,
    ],
    ['jour et mois inversés', {}, { dateNaissance: '2015-03-04' }, /jour et mois de naissance inversés/],
    ['un chiffre dans la date', {}, { dateNaissance: '2015-04-08' }, /un chiffre d’écart/],
    ['année seule', {}, { dateNaissance: '2015' }, /même année de naissance/],
    ['mois sans jour', {}, { dateNaissance: '04/2015' }, /même mois de naissance/],
    ['date à la française', {}, { dateNaissance: '03/04/2015' }, /même date/],
    ['date collée', {}, { dateNaissance: '20150403' }, /même date/],
    ['sexe absent', { sexe: null }, {}, /même date/],
  ])('%s', (_, a, b, raison) => {
    const depart = { ...lea, ...a };
    const { verdict, textes } = dit(b, depart);
    expect(['certain', 'probable']).toContain(verdict);
    expect(textes.some((texte) => raison.test(texte))).toBe(true);
  });
});

describe('deux personnes qui se ressemblent', () => {
  it('des jumeaux : même nom, même date, même adresse, même téléphone, prénoms différents', () => {
    const foyer = { adresse: '3 rue des Lilas', codePostal: '50000', commune: 'Saint-Lô', telephone: '06 39 98 00 01' };
    const { verdict, textes } = dit({ prenom: 'Tom', sexe: 'M' }, { ...lea, ...foyer });
    expect(['a-verifier', 'different']).toContain(verdict);
    expect(textes).toContain('jumeaux : même nom, même date, prénoms différents');
  });

  it('des jumelles aux prénoms voisins, tous deux courants', () => {
    expect(dit({ prenom: 'Lina' }, { ...lea, prenom: 'Lena' }).verdict).not.toBe('certain');
  });

  it('une fratrie à la même adresse', () => {
    const foyer = { adresse: '3 rue des Lilas', codePostal: '50000', commune: 'Saint-Lô', telephone: '06 39 98 00 01' };
    const { verdict, textes } = dit({ prenom: 'Tom', dateNaissance: '2012-09-21', sexe: 'M' }, { ...lea, ...foyer });
    expect(verdict).toBe('different');
    expect(textes).toContain('fratrie ou même foyer possible');
  });

  it('un homonyme né un autre jour', () => {
    const { verdict } = dit({ dateNaissance: '2009-11-27' });
    expect(['a-verifier', 'different']).toContain(verdict);
  });

  it('deux Martin Emma sans date ne sont pas rapprochées, deux Lecoutey Maëlys le sont', () => {
    const sansDate = { dateNaissance: null, sexe: null };
    const courant = { nom: 'Martin', prenom: 'Emma', ...sansDate };
    const rare = { nom: 'Lecoutey', prenom: 'Maëlys', ...sansDate };
    expect(compare(courant, courant).score).toBeLessThan(compare(rare, rare).score);
    expect(['a-verifier', 'different']).toContain(compare(courant, courant).verdict);
  });
});

describe('le score', () => {
  it('est la somme des raisons, et ne dépend pas de l’ordre', () => {
    const autre = { ...lea, nom: 'Lecoutay', dateNaissance: '2015-04-08', telephone: '0639980001' };
    const { score, raisons } = compare(lea, autre);
    const somme = raisons.reduce((total, { points }) => total + points, 0);
    expect(score).toBeCloseTo(1 / (1 + 2 ** -somme), 12);
    expect(compare(autre, lea).score).toBeCloseTo(score, 12);
  });

  it('de deux fiches vides est celui du hasard', () => {
    const { score, verdict } = compare({}, {});
    expect(verdict).toBe('different');
    expect(score).toBeLessThan(0.001);
  });
});
