import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addHeuresNaives, computeDelaiNaif, listFetesNaives, listJoursNaifs } from '#tests/support/calendrier-naif.ts';
import { computeDelai, DelaiDemande, RegimeDeDelai } from './delai.ts';
import { getZoneFeriee, listJoursFeries, ZoneFeriee } from './jours-feries.ts';

const METROPOLE = Array.from({ length: 95 }, (_, rang) => String(rang + 1).padStart(2, '0')).filter((c) => c !== '20');
const CODES = [...METROPOLE, '2A', '2B', '971', '972', '973', '974', '975', '976', '977', '978'];
const ZONES = ['metropole', 'alsace-moselle', ...CODES];
const JOURS = listJoursNaifs(2006, 2031);
/** Les départements de métropole n'ont qu'un calendrier : ailleurs que dans sa zone, une année bissextile suffit. */
const JOURS_2024 = listJoursNaifs(2024, 2024);
const AVEC_FETES_PROPRES = new Set(['metropole', 'alsace-moselle', '57', '67', '68', ...CODES.filter((c) => c > '96')]);
type Duree = { valeur: number; unite: 'an' | 'mois' | 'jour' };

/** Compare les deux calculs et rend le premier désaccord : des centaines de milliers d'`expect` seraient trop lents. */
function findDesaccord(actes: readonly string[], delais: readonly Duree[], regime: RegimeDeDelai, zone: string) {
  const demande = DelaiDemande.parse({ acte: '2024-01-01', delais, regime, zone });
  for (const acte of actes) {
    const { echeance, theorique } = computeDelai({ ...demande, acte });
    const naif = computeDelaiNaif(acte, delais, regime, zone);
    if (echeance !== naif.echeance || theorique !== naif.theorique) return { acte, zone, echeance, theorique, naif };
  }
  return undefined;
}

// Des centaines de milliers de calculs : la limite ordinaire d'un essai serait trop courte sur une machine chargée.
describe('de 2006 à 2031, contre un calendrier parcouru jour après jour', () => {
  it.each(ZONES)('zone %s : les mêmes jours fériés, C. trav. L3133-1, L3134-13 et L3422-2', (code) => {
    const zone = ZoneFeriee.safeParse(code).data ?? getZoneFeriee(code);
    const jours = JOURS.filter((jour) => listFetesNaives(code).has(jour));
    const annees = Array.from({ length: 26 }, (_, rang) => 2006 + rang);
    expect(annees.flatMap((annee) => listJoursFeries(annee, zone).map(({ jour }) => jour))).toEqual(jours);
  });

  it.each(ZONES)('zone %s : chaque jour pour terme, reporté ou non comme il se doit, CPC 642', (zone) => {
    const jours = AVEC_FETES_PROPRES.has(zone) ? JOURS : JOURS_2024;
    expect(findDesaccord(jours, [{ valeur: 1, unite: 'jour' }], 'procedure-civile', zone)).toBeUndefined();
  });

  it.each([
    [[{ valeur: 10, unite: 'jour' }]],
    [[{ valeur: 15, unite: 'jour' }]],
    [[{ valeur: 1, unite: 'mois' }]],
    [[{ valeur: 2, unite: 'mois' }]],
    [[{ valeur: 3, unite: 'mois' }]],
    [[{ valeur: 6, unite: 'mois' }]],
    [[{ valeur: 13, unite: 'mois' }]],
    [[{ valeur: 1, unite: 'an' }]],
    [[{ valeur: 4, unite: 'an' }]],
    [
      [
        { valeur: 1, unite: 'mois' },
        { valeur: 15, unite: 'jour' },
      ],
    ],
    [
      [
        { valeur: 30, unite: 'jour' },
        { valeur: 1, unite: 'mois' },
        { valeur: 1, unite: 'an' },
      ],
    ],
  ] as [Duree[]][])('tout jour pour acte et %j, dans les trois régimes, CPC 641, TPS-05 et TPS-06', (delais) => {
    expect(findDesaccord(JOURS, delais, 'procedure-civile', '67')).toBeUndefined();
    // Sans report ne reste que l'arithmétique, que la ligne au-dessus vient de parcourir en entier.
    const unSurCinq = JOURS.filter((_, rang) => rang % 5 === 0);
    expect(findDesaccord(unSurCinq, delais, 'protection', 'metropole')).toBeUndefined();
    expect(findDesaccord(unSurCinq, delais, 'administratif', '974')).toBeUndefined();
  });

  it('tout délai au hasard, un à trois à la suite, dans toute zone et tout régime, CPC 641 et 642', () => {
    const unDelai: fc.Arbitrary<Duree> = fc.oneof(
      fc.record({ valeur: fc.integer({ min: 0, max: 100 }), unite: fc.constant('jour' as const) }),
      fc.record({ valeur: fc.integer({ min: 0, max: 14 }), unite: fc.constant('mois' as const) }),
      fc.record({ valeur: fc.integer({ min: 0, max: 1 }), unite: fc.constant('an' as const) }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...JOURS),
        fc.array(unDelai, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...RegimeDeDelai.options),
        fc.constantFrom(...ZONES),
        (acte, delais, regime, zone) => findDesaccord([acte], delais, regime, zone) === undefined,
      ),
      { numRuns: 20_000 },
    );
  });

  it('des heures de tout instant, changements d’heure compris, courent d’heure à heure, TPS-01', () => {
    const deux = (nombre: number) => String(nombre).padStart(2, '0');
    const heures = [24, 48, 72, 120];
    JOURS.forEach((jour, rang) => {
      const depart = addHeuresNaives(`${jour}T${deux((rang * 5) % 24)}:${deux((rang * 7) % 60)}:00+01:00`, 0);
      const valeur = heures[rang % 4] as number;
      const delais = [{ valeur, unite: 'heure' as const }];
      const { echeance } = computeDelai({ acte: depart, delais, regime: 'protection', zone: 'metropole' });
      if (echeance !== addHeuresNaives(depart, valeur)) expect.fail(`${depart} + ${valeur} h : ${echeance}`);
    });
  });
});
