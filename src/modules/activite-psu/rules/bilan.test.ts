import { describe, expect, test } from 'vitest';
import { formatFraction } from '#shared/fraction.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { aBareme, aMois, anExercice } from '../testing/psu-essai.ts';
import { computeBilan, type FaitsBilan, listMoisManquants } from './bilan.ts';
import { computeTotaux } from './territoire.ts';

const MOIS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];
const heure = 60;

/** Douze mois égaux, qui font ensemble la crèche de V-PSU-03. */
const someMois = () =>
  MOIS.map((m) =>
    aMois(`2026-${m}-01`, {
      minutesOuvertes: 12_375 * heure,
      minutesContractees: 8_662.5 * heure,
      minutesFacturees: 8_662.5 * heure,
      minutesRealisees: 7_875 * heure,
      participationsCentimes: 1_645_875,
    }),
  );
const faits = (autres: Partial<FaitsBilan> = {}): FaitsBilan => ({
  annee: 2026,
  aujourdhui: jourCivil('2027-01-05'),
  existence: { du: jourCivil('2010-09-01'), au: null },
  places: 60,
  fournitTout: true,
  mois: someMois(),
  precedents: [],
  exercice: anExercice(),
  bareme: aBareme(),
  findPartAdmise: () => 2,
  ...autres,
});

describe('L’année d’une crèche réunit ses mois, ses charges et le barème', () => {
  test('douze mois font V-PSU-03, au centime', () => {
    const bilan = computeBilan(faits());
    expect(bilan.psu).toMatchObject({ issue: 'calcule', psuCentimes: 47_273_262 });
    expect(bilan.resteAChargeCentimes).toBe(52_976_238);
    expect(bilan.prixRevientPlaceCentimes).toBe(2_000_000);
    expect(bilan.tauxFacturation && formatFraction(bilan.tauxFacturation)).toBe('110,00');
    expect(bilan.methode).toEqual(['L’année est finie : les heures sont celles comptées.']);
    expect(bilan.recettesASaisir).toHaveLength(4);
    expect(computeBilan(faits({ exercice: undefined })).recettesASaisir).toHaveLength(5);
    expect(bilan.alertes).toEqual([]);
  });

  /** Décembre reste à venir. */
  const jusquaNovembre = () =>
    someMois().map((m) =>
      m.mois === '2026-12-01'
        ? {
            ...m,
            ouvertesAVenir: m.minutesOuvertes,
            contracteesAVenir: m.minutesContractees,
            minutesFacturees: 0,
            minutesRealisees: 0,
            participationsCentimes: 0,
          }
        : m,
    );

  test('un mois à venir se projette, et la méthode se dit', () => {
    const mois = jusquaNovembre();
    const bilan = computeBilan(faits({ mois, aujourdhui: jourCivil('2026-12-01') }));
    expect(bilan.projete.minutesFacturees).toBe(103_950 * heure);
    expect(bilan.projete.participationsCentimes).toBe(19_750_500);
    expect(bilan.methode[0]).toContain('décembre 2026');
    expect(bilan.fait.minutesOuvertes).toBe(11 * 12_375 * heure);
  });

  test('un décembre sans badge, l’an dernier, ne change ni le taux ni la prestation, et la méthode le dit', () => {
    const aujourdhui = jourCivil('2026-12-01');
    const sansBadge = { minutesContractees: 8_000 * heure, minutesFacturees: 8_000 * heure };
    const seul = computeBilan(faits({ mois: jusquaNovembre(), aujourdhui }));
    const bilan = computeBilan(
      faits({ mois: jusquaNovembre(), aujourdhui, precedents: [aMois('2025-12-01', sansBadge)] }),
    );
    expect(bilan.psu).toMatchObject({ issue: 'calcule', psuCentimes: 47_273_262 });
    expect(bilan.projete).toEqual(seul.projete);
    expect(bilan.methode).toEqual([
      ...seul.methode,
      'Sans aucune présence pointée, décembre 2025 ne dit pas la saison.',
    ]);
  });

  test('un mois manquant, un mois sans pointage et des doutes se disent', () => {
    const mois = someMois()
      .filter((m) => m.mois !== '2026-03-01')
      .map((m) => (m.mois === '2026-05-01' ? { ...m, minutesRealisees: 0, doutes: 3, pointages: 100 } : m));
    const alertes = computeBilan(faits({ mois })).alertes.join(' ');
    expect(alertes).toContain('Aucun compte pour mars 2026');
    expect(alertes).toContain('Aucune heure réalisée en mai 2026');
    expect(alertes).toContain('Trop de pointages sans départ, douteux ou sans tarif en mai 2026 (3 sur 100)');
  });

  test.each([
    ['2026-08-31', null, ['2026-08-01']],
    ['2026-09-01', null, []],
    [null, '2026-07-31', []],
    [null, '2026-08-01', ['2026-08-01']],
    [null, null, ['2026-08-01']],
  ])('d’une crèche qui existe du %s au %s, rien ne se réclame hors de ces jours', (du, au, attendus) => {
    const existence = { du: du === null ? null : jourCivil(du), au: au === null ? null : jourCivil(au) };
    const mois = someMois().filter((m) => m.mois !== '2026-08-01');
    expect(listMoisManquants(faits({ existence, mois }))).toEqual(attendus);
  });

  test('une crèche ouverte en septembre, quatre mois comptés : rien ne manque', () => {
    const existence = { du: jourCivil('2026-09-01'), au: null };
    const mois = someMois().filter((m) => m.mois >= '2026-09-01');
    expect(computeBilan(faits({ existence, mois })).alertes).toEqual([]);
  });

  test('une année dont rien n’est compté ne se dit pas finie', () => {
    const vide = faits({ annee: 2027, mois: [], aujourdhui: jourCivil('2026-11-21') });
    expect(computeBilan(vide).methode).toEqual(['Aucun mois n’est compté : rien ne se projette.']);
    const ferme = faits({ mois: someMois().slice(0, 6), aujourdhui: jourCivil('2026-11-21') });
    expect(computeBilan(ferme).methode[0]).toContain('Aucune heure n’est à venir');
  });

  test('un mois qu’un acte a changé se dit à recompter ; figé, il dit que ses heures ne sont plus celles des pointages', () => {
    const mois = someMois().map((m) =>
      m.mois === '2026-02-01'
        ? { ...m, touche: true }
        : m.mois === '2026-01-01'
          ? { ...m, touche: true, figeLe: '2026-02-10T09:00:00Z' }
          : m,
    );
    const { alertes } = computeBilan(faits({ mois }));
    expect(alertes).toHaveLength(2);
    expect(alertes[0]).toContain('À recompter : février 2026.');
    expect(alertes[1]).toContain('Figé, puis changé : janvier 2026.');
  });

  const avecDoutes = (doutes: number, pointages: number) =>
    someMois().map((m) => (m.mois === '2026-05-01' ? { ...m, doutes, pointages } : { ...m, pointages: 1_000 }));

  test.each([
    [19, 1_000, false],
    [20, 1_000, false],
    [21, 1_000, true],
    [1, 49, true],
    [1, 50, false],
    [1, 0, true],
    [0, 0, false],
  ])(
    '%i pointages douteux sur %i : le mois est à vérifier au-delà de 2 %%, et non à 2 %% (IND-27)',
    (doutes, pointages, attendu) => {
      const bilan = computeBilan(faits({ mois: avecDoutes(doutes, pointages) }));
      expect(bilan.aVerifier.map(({ mois }) => mois)).toEqual(attendu ? ['2026-05-01'] : []);
      expect(bilan.alertes).toHaveLength(attendu ? 1 : 0);
      expect(bilan.doutes).toEqual({ doutes, pointages: 11_000 + pointages });
    },
  );

  test('la part se lit mois par mois : onze mois sûrs n’excusent pas le douzième, et chacun suit le réglage de son jour (IND-27)', () => {
    const mois = avecDoutes(30, 1_000);
    expect(computeBilan(faits({ mois })).alertes).toEqual([
      'Trop de pointages sans départ, douteux ou sans tarif en mai 2026 (30 sur 1\u202f000) : leurs heures ou leur participation ne sont pas sûres (IND-27).',
    ]);
    const regle = (depuis: string) => (jour: string) => (jour >= depuis ? 3 : 2);
    expect(computeBilan(faits({ mois, findPartAdmise: regle('2026-05-01') })).alertes).toEqual([]);
    expect(computeBilan(faits({ mois, findPartAdmise: regle('2026-06-01') })).alertes).toHaveLength(1);
  });

  test('sans barème ni exercice, les heures se lisent et l’argent se dit à saisir', () => {
    const bilan = computeBilan(faits({ bareme: undefined, exercice: undefined }));
    expect(bilan.psu).toMatchObject({ issue: 'refuse', code: 'BAREME_ABSENT' });
    expect(bilan.resteAChargeCentimes).toBeNull();
    expect(bilan.occupationReelle && formatFraction(bilan.occupationReelle)).toBe('63,64');
  });

  test('plus d’heures réalisées que facturées : l’alerte ne tient ni aux charges, ni au barème (V-PSU-08, AFS-05)', () => {
    const mois = someMois().map((m) => ({ ...m, minutesRealisees: 9_000 * heure }));
    const sous100 = 'Taux de facturation de 96,25 %, sous 100';
    const complet = computeBilan(faits({ mois }));
    expect(complet.psu.issue).toBe('calcule');
    for (const manque of [
      {},
      { bareme: undefined },
      { exercice: undefined },
      { bareme: undefined, exercice: undefined },
    ])
      expect(computeBilan(faits({ mois, ...manque })).alertes.join(' ')).toContain(sous100);
    expect(computeBilan(faits({ bareme: undefined })).alertes.join(' ')).not.toContain('sous 100');
  });

  test('le taux de l’année projetée le dit dans son nom ; une année finie n’a plus qu’un taux', () => {
    const enCours = computeBilan(faits({ mois: jusquaNovembre(), aujourdhui: jourCivil('2026-12-01') }));
    expect(enCours.psu).toMatchObject({
      etapes: [
        expect.stringMatching(/^Taux de facturation projeté au 31 décembre : /),
        ...Array(4).fill(expect.any(String)),
      ],
    });
    expect(computeBilan(faits()).psu).toMatchObject({
      etapes: [expect.stringMatching(/^Taux de facturation : /), ...Array(4).fill(expect.any(String))],
    });
  });

  test('un prévisionnel dépassé de plus de 5 % est signalé', () => {
    const bilan = computeBilan(faits({ exercice: { ...anExercice(), factureesPrevues: 95_000 * heure } }));
    expect(bilan.ecartSignale).toBe(true);
    expect(bilan.alertes.join(' ')).toContain('9,4 % du prévisionnel');
  });
});

describe('Un territoire : la somme des numérateurs sur la somme des dénominateurs', () => {
  test('jamais une moyenne de taux', () => {
    const pleine = computeBilan(faits());
    const petite = computeBilan(
      faits({
        places: 20,
        mois: [
          aMois('2026-01-01', {
            minutesOuvertes: 1_000 * heure,
            minutesFacturees: 500 * heure,
            minutesRealisees: 500 * heure,
            ...{ doutes: 5, pointages: 140 },
          }),
        ],
      }),
    );
    const totaux = computeTotaux([pleine, petite]);
    expect(totaux.doutes).toEqual({ doutes: 5, pointages: 140 });
    expect(totaux.tauxFacturation && formatFraction(totaux.tauxFacturation)).toBe('109,95');
    expect(totaux.places).toBe(80);
  });

  test('une crèche dont la prestation n’est pas connue ne compte ni au-dessus ni au-dessous', () => {
    const connue = computeBilan(faits());
    const totaux = computeTotaux([connue, computeBilan(faits({ exercice: undefined }))]);
    expect(totaux).toMatchObject({ sansPsu: 1, psuCentimes: 47_273_262, resteParPlaceCentimes: 882_937 });
    expect(computeTotaux([])).toMatchObject({ creches: 0, resteParPlaceCentimes: null, prixRevient: null });
  });
});
