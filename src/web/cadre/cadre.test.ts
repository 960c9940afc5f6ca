import { describe, expect, it } from 'vitest';
import { computeColonnes, parseColonnes } from '../gabarits/choix-colonnes.ts';
import { buildHandoffScripts } from '../handoff.ts';
import { formatInitiales } from './cadre-vue.ts';
import { isPageInterne } from './liens.ts';
import { type EntreeDeNavigation, entrees, findEntreeCourante } from './navigation.ts';
import { parsePreferences, parseRetour } from './preferences.ts';

it('les préférences viennent des témoins, et valent sans eux', () => {
  expect(parsePreferences('a=b; theme=sombre; raccourcis=non')).toEqual({ theme: 'sombre', raccourcis: false });
  expect(parsePreferences(null)).toEqual({ theme: 'auto', raccourcis: true });
  expect(parsePreferences('theme="><script>')).toEqual({ theme: 'auto', raccourcis: true });
});

it('le retour d’un formulaire ne sort jamais de Marelle', () => {
  expect(parseRetour('/enfants?q=a')).toBe('/enfants?q=a');
  expect(['//ailleurs.example', '/\\ailleurs.example', 'https://ailleurs.example', null].map(parseRetour)).toEqual(
    Array(4).fill('/'),
  );
});

it('aucune lettre de raccourci ne mène à deux pages', () => {
  const touches = entrees.flatMap(({ touche }) => touche ?? []);
  expect(new Set(touches).size).toBe(touches.length);
});

it('l’entrée courante est la plus précise', () => {
  const source = ['/', '/enfants', '/enfants/fugues'].map(
    (href): EntreeDeNavigation => ({ titre: href, href, groupe: null }),
  );
  expect(findEntreeCourante('/enfants/fugues/12', source)).toBe('/enfants/fugues');
  expect(findEntreeCourante('/enfantsx', source)).toBeUndefined();
  expect(findEntreeCourante('/', source)).toBe('/');
});

describe('un lien change de page sans recharger', () => {
  const ici = { origin: 'http://m', pathname: '/a', search: '', hash: '' };
  const lien = { origin: 'http://m', pathname: '/b', search: '', target: '', hasAttribute: () => false };

  it('pour une page de Marelle', () => expect(isPageInterne(lien, ici)).toBe(true));
  it('mais pas pour une ancre, un fichier, l’API, un autre site ou un téléchargement', () => {
    const autres = [
      { ...lien, pathname: '/a' },
      { ...lien, pathname: '/l.xlsx' },
      { ...lien, pathname: '/api/v1' },
      { ...lien, origin: 'http://x' },
      { ...lien, hasAttribute: () => true },
    ];
    expect(autres.map((autre) => isPageInterne(autre, ici))).toEqual(Array(5).fill(false));
  });
});

it('les données transmises au navigateur ne peuvent pas fermer leur balise', () => {
  const html = buildHandoffScripts('</script><script>alert(1)\u2028', 'n');
  expect(html.match(/<\/script>/g)).toHaveLength(1);
  expect(html).toContain('\\u003c/script\\u003e');
});

describe('le choix des colonnes', () => {
  const colonne = (cle: string, facultative?: boolean | 'absente') => ({
    cle,
    titre: cle,
    cellule: () => cle,
    facultative,
  });
  const colonnes = [colonne('nom'), colonne('age', true), colonne('ville', 'absente')];
  const cles = (choisies: readonly string[] | null) => computeColonnes(colonnes, choisies).map(({ cle }) => cle);

  it('sans choix, montre tout sauf les absentes', () => expect(cles(null)).toEqual(['nom', 'age']));
  it('tout décocher est un choix', () => expect(cles(['aucune'])).toEqual(['nom']));
  it('passe de l’adresse au témoin, sans rien d’étrange dans l’en-tête', () => {
    const request = new Request('http://m/l?col=aucune&col=ville&col=x%0d%0aSet-Cookie');
    expect(parseColonnes(request, 'l', false)).toMatchObject({
      choisies: ['aucune', 'ville'],
      temoin: expect.stringContaining('colonnes-l=aucune.ville;'),
    });
    const plusTard = new Request('http://m/l', { headers: { cookie: 'colonnes-l=ville' } });
    expect(parseColonnes(plusTard, 'l', false)).toEqual({ choisies: ['ville'] });
  });
});

it('les initiales tiennent en deux lettres', () => {
  expect(['Claire Hamel', 'Jean-Pierre de la Tour', 'Zoé'].map(formatInitiales)).toEqual(['CH', 'JT', 'Z']);
});
