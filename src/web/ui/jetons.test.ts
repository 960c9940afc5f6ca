import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./jetons.css', import.meta.url), 'utf8');
const jetons = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, nom, clair, sombre]) => [
    nom!,
    { clair: clair!, sombre: sombre! },
  ]),
);

function computeLuminance(couleur: string): number {
  const [r, v, b] = [1, 3, 5].map((debut) => {
    const part = Number.parseInt(couleur.slice(debut, debut + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r! + 0.7152 * v! + 0.0722 * b!;
}

function computeContraste(a: string, b: string): number {
  const [clair, sombre] = [computeLuminance(a), computeLuminance(b)].sort((x, y) => y - x);
  return (clair! + 0.05) / (sombre! + 0.05);
}

const fonds = ['fond', 'surface', 'surface-2'];
const tons = ['retard', 'bientot', 'fait', 'attente', 'accent'];
const textes: [texte: string, fond: string][] = [
  ...fonds.flatMap((fond) => ['encre', 'encre-2', ...tons].map((texte): [string, string] => [texte, fond])),
  ...tons.flatMap((ton): [string, string][] => [
    [ton, `${ton}-fond`],
    ['encre', `${ton}-fond`],
  ]),
  ['sur-accent', 'accent'],
  ['sur-accent', 'accent-vif'],
  ['encre-2', 'accent-fond'],
];
const marques: [marque: string, fond: string][] = [
  ...fonds.map((fond): [string, string] => ['contour', fond]),
  ...fonds.map((fond): [string, string] => ['foyer', fond]),
];

describe.each(['clair', 'sombre'] as const)('les contrastes du thème %s (WCAG 1.4.3 et 1.4.11)', (theme) => {
  it.each(textes)('le texte %s se lit sur %s : au moins 4,5:1', (texte, fond) => {
    expect(computeContraste(jetons.get(texte)![theme], jetons.get(fond)![theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marques)('le trait %s se voit sur %s : au moins 3:1', (marque, fond) => {
    expect(computeContraste(jetons.get(marque)![theme], jetons.get(fond)![theme])).toBeGreaterThanOrEqual(3);
  });
});
