import { describe, expect, it } from 'vitest';
import { addJours, type JourCivil, jourCivil } from './jour-civil.ts';
import {
  computePremierOuvrable,
  findJourFerie,
  findMotifNonOuvrable,
  getZoneFeriee,
  listJoursFeries,
  type ZoneFeriee,
} from './jours-feries.ts';

/** Dimanche de Pâques par l'algorithme de Butcher : un autre calcul que celui de la bibliothèque. */
function paques(annee: number): JourCivil {
  const [a, b, c] = [annee % 19, Math.floor(annee / 100), annee % 100];
  const [d, e, f] = [b >> 2, b % 4, Math.floor((b + 8) / 25)];
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * e + 2 * (c >> 2) - h - (c % 4)) % 7;
  const n = h + l - 7 * Math.floor((a + 11 * h + 22 * l) / 451) + 114;
  const deux = (valeur: number) => String(valeur).padStart(2, '0');
  return jourCivil(`${annee}-${deux(Math.floor(n / 31))}-${deux((n % 31) + 1)}`);
}

function attendus(annee: number, alsace: boolean): string[] {
  const fixes = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25', ...(alsace ? ['12-26'] : [])];
  const mobiles = [1, 39, 50, ...(alsace ? [-2] : [])].map((ecart) => addJours(paques(annee), ecart));
  return [...new Set([...fixes.map((jour) => `${annee}-${jour}`), ...mobiles])].sort();
}

const jours = (annee: number, zone: ZoneFeriee) => listJoursFeries(annee, zone).map(({ jour }) => jour);

describe('les jours fériés', () => {
  it('sont les onze fêtes légales de 1990 à 2060, C. trav. L3133-1', () => {
    for (let annee = 1990; annee <= 2060; annee += 1) expect(jours(annee, 'metropole')).toEqual(attendus(annee, false));
  });

  it("s'augmentent du Vendredi saint et du 26 décembre en Alsace-Moselle, C. trav. L3134-13", () => {
    for (let annee = 1990; annee <= 2060; annee += 1)
      expect(jours(annee, 'alsace-moselle')).toEqual(attendus(annee, true));
  });

  it("réunissent deux fêtes tombées le même jour : l'Ascension du 1er mai 2008", () => {
    expect(findJourFerie(jourCivil('2008-05-01'), 'metropole')).toBe('Fête du travail et Ascension');
    expect(jours(2008, 'metropole')).toHaveLength(10);
  });

  it.each([
    ['mayotte', '2026-04-27'],
    ['martinique', '2026-05-22'],
    ['guadeloupe', '2026-05-27'],
    ['guyane', '2026-06-10'],
    ['saint-barthelemy', '2026-10-09'],
    ['saint-martin', '2026-05-28'],
    ['saint-martin', '2017-05-27'],
    ['la-reunion', '2026-12-20'],
  ] as const)(
    "commémorent l'abolition de l'esclavage en %s le %s, pas en métropole, C. trav. L3422-2",
    (zone, jour) => {
      expect(findJourFerie(jourCivil(jour), zone)).toBe("Abolition de l'esclavage");
      expect(findJourFerie(jourCivil(jour), 'metropole')).toBeUndefined();
      expect(findJourFerie(addJours(jourCivil(jour), 1), zone)).toBeUndefined();
    },
  );

  it("ne bougent pas quand l'horloge de la machine est dans un autre fuseau", () => {
    const fuseau = process.env.TZ;
    try {
      // Santiago : l'heure d'hiver commence entre Pâques et l'Ascension.
      process.env.TZ = 'America/Santiago';
      for (let annee = 2061; annee <= 2090; annee += 1)
        expect(jours(annee, 'alsace-moselle')).toEqual(attendus(annee, true));
    } finally {
      if (fuseau === undefined) delete process.env.TZ;
      else process.env.TZ = fuseau;
    }
  });
});

describe('la zone', () => {
  it.each([
    ['94', 'metropole'],
    ['2A', 'metropole'],
    ['2b', 'metropole'],
    ['01', 'metropole'],
    ['57', 'alsace-moselle'],
    ['67', 'alsace-moselle'],
    ['68', 'alsace-moselle'],
    ['971', 'guadeloupe'],
    ['972', 'martinique'],
    ['973', 'guyane'],
    ['974', 'la-reunion'],
    ['976', 'mayotte'],
  ])('du département %s est %s', (code, zone) => {
    expect(getZoneFeriee(code)).toBe(zone);
  });

  it.each(['', '1', '00', '96', '99', '970', '988', 'Manche'])('est refusée pour « %s »', (code) => {
    expect(() => getZoneFeriee(code)).toThrow("n'est pas le code INSEE d'un département");
  });
});

describe('le premier jour ouvrable', () => {
  it('saute samedi, dimanche et fêtes, CPC 642', () => {
    expect(computePremierOuvrable(jourCivil('2026-11-20'), 'metropole')).toBe('2026-11-20');
    expect(computePremierOuvrable(jourCivil('2026-11-21'), 'metropole')).toBe('2026-11-23');
    expect(computePremierOuvrable(jourCivil('2024-03-29'), 'metropole')).toBe('2024-03-29');
    expect(computePremierOuvrable(jourCivil('2024-03-29'), 'alsace-moselle')).toBe('2024-04-02');
    expect(computePremierOuvrable(jourCivil('2020-12-25'), 'alsace-moselle')).toBe('2020-12-28');
    expect(findMotifNonOuvrable(jourCivil('2026-11-22'), 'metropole')).toBe('dimanche');
    expect(findMotifNonOuvrable(jourCivil('2026-11-23'), 'metropole')).toBeUndefined();
  });
});
