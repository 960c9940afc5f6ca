import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDelai, type Delai, DelaiDemande, TEXTES_DELAI } from './delai.ts';
import { addJours, addMois, differenceEnJours, type JourCivil, jourCivil, jourDeSemaine } from './jour-civil.ts';
import { findJourFerie, type ZoneFeriee, ZoneFeriee as Zones } from './jours-feries.ts';

type Regime = DelaiDemande['regime'];

/** « 1 mois 10 jour » → les durées. */
function durees(texte: string): Delai[] {
  return [...texte.matchAll(/(\d+) (an|mois|jour|heure)/g)].map(([, valeur, unite]) => ({
    valeur: Number(valeur),
    unite: unite as Delai['unite'],
  }));
}

function delai(acte: string, texte: string, regime: Regime = 'procedure-civile', zone = 'metropole') {
  return computeDelai(DelaiDemande.parse({ acte, delais: durees(texte), regime, zone }));
}

describe('en procédure civile', () => {
  it.each([
    ['2024-02-07', '2024-02-17', '2024-02-19'],
    ['2024-02-05', '2024-02-15', '2024-02-15'],
    ['2024-02-06', '2024-02-16', '2024-02-16'],
    ['2024-02-19', '2024-02-29', '2024-02-29'],
    ['2024-02-20', '2024-03-01', '2024-03-01'],
    ['2023-12-22', '2024-01-01', '2024-01-02'],
  ])(
    'dix jours du %s : le jour de l’acte ne compte pas, terme %s, échéance %s, CPC 641 al. 1',
    (acte, theorique, echeance) => {
      expect(delai(acte, '10 jour')).toMatchObject({ theorique, echeance });
    },
  );

  it.each([
    ['2024-01-15', '1 mois', '2024-02-15'],
    ['2024-01-30', '1 mois', '2024-02-29'],
    ['2024-01-31', '1 mois', '2024-02-29'],
    ['2023-01-31', '1 mois', '2023-02-28'],
    ['2024-02-29', '1 mois', '2024-03-29'],
    ['2024-02-29', '1 an', '2025-02-28'],
    ['2024-02-29', '4 an', '2028-02-29'],
    ['2024-08-31', '6 mois', '2025-02-28'],
    ['2024-03-31', '1 mois', '2024-04-30'],
    ['2023-11-30', '3 mois', '2024-02-29'],
  ])('du %s, %s expire au même quantième ou le dernier jour du mois : %s, CPC 641 al. 2', (acte, texte, echeance) => {
    expect(delai(acte, texte).theorique).toBe(echeance);
  });

  it("les mois sont comptés avant les jours, dans quelque ordre qu'on les dise, CPC 641 al. 3", () => {
    expect(delai('2017-02-12', '1 mois 15 jour').theorique).toBe('2017-03-27');
    expect(delai('2024-01-31', '15 jour 1 mois').theorique).toBe('2024-03-15');
    expect(delai('2024-01-31', '1 mois 15 jour').theorique).toBe('2024-03-15');
    expect(delai('2023-01-31', '1 jour 1 mois 1 an').theorique).toBe('2024-03-01');
  });

  it("le terme intermédiaire n'est pas prorogé, seul le dernier l'est, CPC 642 al. 2", () => {
    // Un mois du 10 février 2024 mène au dimanche 10 mars ; les deux jours partent de là, non du lundi.
    expect(delai('2024-02-10', '1 mois 2 jour')).toMatchObject({ theorique: '2024-03-12', echeance: '2024-03-12' });
  });

  it.each([
    ['un vendredi reste', '2026-11-10', '2026-11-20'],
    ['un samedi va au lundi', '2026-11-11', '2026-11-23'],
    ['un dimanche va au lundi', '2026-11-12', '2026-11-23'],
    ['un lundi reste', '2026-11-13', '2026-11-23'],
    ['le 11 novembre va au 12', '2026-11-01', '2026-11-12'],
    ['Noël un vendredi va au lundi', '2020-12-15', '2020-12-28'],
    ['le lundi de Pâques va au mardi', '2026-03-27', '2026-04-07'],
    ['le vendredi 1er mai va au lundi', '2026-04-21', '2026-05-04'],
  ])('%s : dix jours du %s mènent au %s, CPC 642 al. 2', (_, acte, echeance) => {
    expect(delai(acte, '10 jour').echeance).toBe(echeance);
  });

  it.each([
    ['67', '2024-04-02'],
    ['57', '2024-04-02'],
    ['alsace-moselle', '2024-04-02'],
    ['54', '2024-03-29'],
    ['metropole', '2024-03-29'],
  ])('zone %s : dix jours du 19 mars 2024 tombent le Vendredi saint, échéance %s, CPC 642', (zone, echeance) => {
    expect(delai('2024-03-19', '10 jour', 'procedure-civile', zone).echeance).toBe(echeance);
  });

  it('zone 974 : le 20 décembre est férié à La Réunion, pas à Mayotte, CPC 642', () => {
    expect(delai('2027-12-10', '10 jour', 'procedure-civile', '974').echeance).toBe('2027-12-21');
    expect(delai('2027-12-10', '10 jour', 'procedure-civile', '976').echeance).toBe('2027-12-20');
  });

  it('chaque étape est dite en français avec son texte', () => {
    expect(delai('2024-01-31', '15 jour 1 mois').etapes).toEqual([
      'Acte du mercredi 31 janvier 2024.',
      "Les délais courent l'un après l'autre, les mois avant les jours (CPC, art. 641, al. 3).",
      "+ 1 mois : jeudi 29 février 2024, dernier jour du mois, qui n'a pas de 31 (CPC, art. 641, al. 2).",
      '+ 15 jours : vendredi 15 mars 2024, sans compter le jour de départ (CPC, art. 641, al. 1).',
      'Expire le vendredi 15 mars 2024 à 24 heures (CPC, art. 642, al. 1).',
    ]);
    expect(delai('2024-02-07', '10 jour').etapes.at(-1)).toBe(
      'Non ouvrable : le 17 février 2024 (samedi), le 18 février 2024 (dimanche). Prorogé au lundi 19 février 2024 (CPC, art. 642, al. 2).',
    );
  });
});

describe('pour la protection', () => {
  it("l'échéance n'est jamais reportée ; le report est dit pour information, TPS-05", () => {
    const cinqJours = delai('2026-11-17', '5 jour', 'protection');
    expect(cinqJours).toMatchObject({ echeance: '2026-11-22', theorique: '2026-11-22', reportee: '2026-11-23' });
    expect(cinqJours.etapes.at(-1)).toContain('Pour information, la procédure civile irait au lundi 23 novembre 2026.');
  });

  it('72 heures courent d’heure à heure, TPS-01', () => {
    expect(delai('2026-11-20T18:30:00+01:00', '72 heure', 'protection')).toMatchObject({
      echeance: '2026-11-23T18:30:00+01:00',
      jour: '2026-11-23',
    });
    expect(delai('2026-11-20T17:30:00Z', '72 heure', 'protection').echeance).toBe('2026-11-23T17:30:00Z');
    expect(delai('2026-11-20T18:30', '72 heure', 'protection').echeance).toBe('2026-11-23T18:30:00+01:00');
  });

  it("48 heures restent 48 heures quand l'heure change, TPS-01", () => {
    expect(delai('2024-03-30T10:00:00+01:00', '48 heure', 'protection').echeance).toBe('2024-04-01T11:00:00+02:00');
    expect(delai('2024-10-26T10:00:00+02:00', '48 heure', 'protection').echeance).toBe('2024-10-28T09:00:00+01:00');
  });

  it('un délai en jours depuis un instant part du jour civil de Paris, TPS-01', () => {
    expect(delai('2026-07-01T22:30:00Z', '5 jour', 'protection').echeance).toBe('2026-07-07');
  });
});

describe('pour un délai administratif', () => {
  it("trois mois d'évaluation finissent au même quantième, sans report, CASF D226-2-4 et TPS-06", () => {
    expect(delai('2026-08-21', '3 mois', 'administratif')).toMatchObject({
      echeance: '2026-11-21',
      reportee: '2026-11-23',
    });
    expect(delai('2025-11-30', '3 mois', 'administratif').echeance).toBe('2026-02-28');
    expect(delai('2023-11-30', '3 mois', 'administratif').echeance).toBe('2024-02-29');
    expect(TEXTES_DELAI.administratif[0]?.confiance).toBe('local');
  });
});

describe('une heure en procédure civile', () => {
  it('qui finit un jour non ouvrable va à la fin du premier jour ouvrable, CPC 642 (à confirmer)', () => {
    expect(delai('2024-03-29T10:00:00+01:00', '48 heure')).toMatchObject({
      theorique: '2024-03-31T11:00:00+02:00',
      echeance: '2024-04-02T23:59:59+02:00',
      jour: '2024-04-02',
    });
  });
});

describe('une demande mal faite est refusée en français', () => {
  const base = { acte: '2024-02-07', delais: [{ valeur: 1, unite: 'mois' }], regime: 'protection' };
  it.each([
    ["Un délai en heures court d'un instant", { ...base, delais: [{ valeur: 72, unite: 'heure' }] }],
    ["La date de l'acte s'écrit", { ...base, acte: '07/02/2024' }],
    ["La date de l'acte s'écrit", { ...base, acte: '2023-02-29' }],
    ["La date de l'acte s'écrit", { ...base, acte: '2023-02-29T10:00:00Z' }],
    ["La date de l'acte s'écrit", { ...base, acte: '2024-02-07T25:00:00Z' }],
    ['Indiquez au moins un délai', { ...base, delais: [] }],
    ['nombre entier', { ...base, delais: [{ valeur: 1.5, unite: 'mois' }] }],
    ['ne peut pas être négative', { ...base, delais: [{ valeur: -1, unite: 'mois' }] }],
    ['an, mois, jour ou heure', { ...base, delais: [{ valeur: 1, unite: 'semaine' }] }],
    ['dépasse deux siècles', { ...base, delais: [{ valeur: 1e9, unite: 'jour' }] }],
    ["n'est pas le code INSEE d'un département", { ...base, zone: '99' }],
  ])('« %s »', (message, demande) => {
    expect(DelaiDemande.safeParse(demande).error?.issues[0]?.message).toContain(message);
  });

  it("une heure qui n'existe pas ou existe deux fois demande son décalage", () => {
    for (const acte of ['2024-03-31T02:30', '2024-10-27T02:30'])
      expect(DelaiDemande.safeParse({ ...base, acte }).success).toBe(false);
  });
});

describe('tous les délais de 2006 à 2031 (propriétés)', () => {
  const unActe = fc.integer({ min: 0, max: 9_496 }).map((n) => addJours(jourCivil('2006-01-01'), n));
  const uneZone = fc.constantFrom(...Zones.options);
  const ouvrable = (jour: JourCivil, zone: ZoneFeriee) => jourDeSemaine(jour) <= 5 && !findJourFerie(jour, zone);
  const parJour = (acte: JourCivil, n: number, regime: Regime, zone: ZoneFeriee) =>
    computeDelai({ acte, delais: [{ valeur: n, unite: 'jour' }], regime, zone });

  it("l'échéance civile est le premier jour ouvrable à compter du terme, et jamais plus loin que cinq jours", () => {
    fc.assert(
      fc.property(unActe, fc.integer({ min: 0, max: 400 }), uneZone, (acte, n, zone) => {
        const { theorique, jour } = parJour(acte, n, 'procedure-civile', zone);
        const terme = jourCivil(theorique);
        expect(differenceEnJours(acte, terme)).toBe(n);
        const ecart = differenceEnJours(terme, jour);
        expect(ecart).toBeGreaterThanOrEqual(0);
        expect(ecart).toBeLessThanOrEqual(5);
        expect(ouvrable(jour, zone)).toBe(true);
        for (let i = 0; i < ecart; i += 1) expect(ouvrable(addJours(terme, i), zone)).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('la protection et le délai administratif gardent le terme ; la procédure civile ne vient jamais avant', () => {
    fc.assert(
      fc.property(unActe, fc.integer({ min: 0, max: 400 }), uneZone, (acte, n, zone) => {
        const civil = parJour(acte, n, 'procedure-civile', zone);
        for (const regime of ['protection', 'administratif'] as const) {
          const autre = parJour(acte, n, regime, zone);
          expect(autre.echeance).toBe(civil.theorique);
          expect(autre.reportee).toBe(civil.echeance);
        }
      }),
    );
  });

  it('en mois, le quantième est gardé ou le terme est le dernier jour du bon mois', () => {
    fc.assert(
      fc.property(unActe, fc.integer({ min: 1, max: 60 }), (acte, n) => {
        const { theorique } = computeDelai({
          acte,
          delais: [{ valeur: n, unite: 'mois' }],
          regime: 'protection',
          zone: 'metropole',
        });
        const rang = Number(acte.slice(0, 4)) * 12 + Number(acte.slice(5, 7)) - 1 + n;
        expect(theorique.slice(0, 7)).toBe(`${Math.floor(rang / 12)}-${String((rang % 12) + 1).padStart(2, '0')}`);
        const finDeMois = addJours(jourCivil(theorique), 1).slice(8) === '01';
        expect(theorique.slice(8) === acte.slice(8) || (finDeMois && theorique.slice(8) < acte.slice(8))).toBe(true);
        expect(theorique).toBe(addMois(acte, n));
      }),
      { numRuns: 1_000 },
    );
  });
});
