import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIndicateur, INDICATEURS } from '../catalogue.ts';
import { computeMediane, computeSommes, SOMMES_NULLES, type Sommes } from '../sommes.ts';
import { computeMedianes, computeValeur, computeVentilation, formatPairs, isMasque } from './indicateurs.ts';

const trouve = (code: string) => {
  const indicateur = findIndicateur(code);
  if (!indicateur) throw new Error(code);
  return indicateur;
};
/** Cinq enfants au moins : rien n'est masqué. */
const avec = (plus: Partial<Sommes>): Sommes => ({ ...SOMMES_NULLES, enfants: 30, ...plus });
const valeur = (code: string, plus: Partial<Sommes>) => computeValeur(trouve(code), avec(plus));

describe('les indicateurs des crèches (§9)', () => {
  it('reprennent V-PSU-03 : 70,00 % financier, 63,64 % réel, 110 % de facturation', () => {
    const s = avec({ minutesOuvertes: 148_500 * 60, minutesFacturees: 103_950 * 60, minutesRealisees: 94_500 * 60 });
    expect(computeValeur(trouve('IND-02'), s)).toBeCloseTo(70, 10);
    expect(computeValeur(trouve('IND-01'), s)).toBeCloseTo(63.636, 3);
    expect(computeValeur(trouve('IND-03'), s)).toBeCloseTo(110, 10);
  });

  it('un territoire est la somme des numérateurs sur celle des dénominateurs, non la moyenne des taux', () => {
    const petite = avec({ minutesOuvertes: 100, minutesRealisees: 100 });
    const grande = avec({ minutesOuvertes: 900, minutesRealisees: 450 });
    expect(computeValeur(trouve('IND-01'), computeSommes([petite, grande]))).toBe(55);
  });

  it('sans heure réelle, rien ne se divise', () => {
    for (const indicateur of INDICATEURS)
      for (const sommes of [SOMMES_NULLES, avec({})]) expect(computeValeur(indicateur, sommes)).toBeNull();
  });

  it('la conformité : 1 890 quarts d’heure tenus sur 1 960 avec des enfants font 96,43 % (IND-07)', () => {
    expect(valeur('IND-07', { quarts: 1960, quartsConformes: 1890 })).toBeCloseTo(96.4286, 4);
  });

  it('le déficit : 32 quarts d’heure à un agent manquant font 8 heures-agent, quel que soit le territoire (IND-08)', () => {
    expect(valeur('IND-08', { manque: 32, requis: 180 })).toBe(8);
    const deux = computeSommes([avec({ manque: 32, requis: 180 }), avec({ manque: 6, requis: 400 })]);
    expect(computeValeur(trouve('IND-08'), deux)).toBe(9.5);
  });

  it.each([
    [2.0, 38.4615],
    [2.08, 40],
    [2.1, 40.3846],
  ])(
    'le quota : une moyenne de %d en catégorie 1 pour 5,20 d’effectif minimal fait %d %% (IND-09, §2.3)',
    (cat1, part) => {
      // Vingt jours de quarante-quatre quarts d'heure.
      const quarts = 20 * 44;
      expect(valeur('IND-09', { requis: 5.2 * quarts, cat1: cat1 * quarts })).toBeCloseTo(part, 4);
    },
  );

  it('l’occupation : la crèche modulée du référentiel offre 2 950 heures-places par semaine (IND-05, §2.3)', () => {
    const minutesPlace = 2950 * 60;
    expect(valeur('IND-05', { minutesPlace, minutesEnfant: 1770 * 60 })).toBeCloseTo(60, 10);
    expect(trouve('IND-05').ton?.(valeur('IND-05', { minutesPlace, minutesEnfant: 2950 * 60 }) ?? 0)).toBeUndefined();
    expect(trouve('IND-05').ton?.(valeur('IND-05', { minutesPlace, minutesEnfant: 2950 * 60 + 1 }) ?? 0)).toBe(
      'retard',
    );
  });

  it('les pics, les mois et les semaines se comptent ; un seul au-delà de la règle alerte (IND-05, IND-06, IND-09)', () => {
    expect(valeur('IND-06', { quarts: 880, quartsSurCapacite: 12, quartsSurnombre: 3 })).toBe(12);
    expect(valeur('IND-06p', { quarts: 880, quartsSurCapacite: 12, quartsSurnombre: 3 })).toBe(3);
    expect(valeur('IND-09m', { moisQuota: 10, moisSousQuota: 1 })).toBe(1);
    expect(valeur('IND-05s', { semaines: 43, semainesDepassees: 0 })).toBe(0);
    expect(valeur('IND-06c', { quarts: 880, quartsAConfirmer: 9 })).toBe(9);
    expect([trouve('IND-06').ton?.(12), trouve('IND-06c').ton?.(0), trouve('IND-06c').ton?.(1)]).toEqual([
      undefined,
      undefined,
      'bientot',
    ]);
    for (const code of ['IND-06p', 'IND-09m', 'IND-05s', 'IND-16v'])
      expect([trouve(code).ton?.(0), trouve(code).ton?.(1)]).toEqual([undefined, 'retard']);
  });

  it('les places gelées : dix places, onze heures et vingt jours sur soixante places d’un mois de vingt-deux jours (IND-10)', () => {
    const ouvertes = 60 * 11 * 22 * 60;
    expect(valeur('IND-10', { minutesGelees: 10 * 11 * 20 * 60, minutesOuvertes: ouvertes })).toBeCloseTo(15.1515, 4);
    expect(valeur('IND-10', { minutesGelees: 60, minutesOuvertes: 0 })).toBeNull();
    // Un mois sur six, la crèche entière fermée pour travaux : un sixième, et cent pour cent de ce mois-là.
    const mois = 60 * 11 * 22 * 60;
    expect(valeur('IND-10', { minutesGelees: mois, minutesRouvertes: mois, minutesOuvertes: 5 * mois })).toBeCloseTo(
      16.6667,
      4,
    );
    expect(valeur('IND-10', { minutesGelees: mois, minutesRouvertes: mois, minutesOuvertes: 0 })).toBe(100);
    expect([2.3, 2.4].map((v) => trouve('IND-10').ton?.(v))).toEqual([undefined, 'bientot']);
  });

  it('le budget : l’atterrissage, l’engagé et le mandaté se lisent sur le voté ; sans budget, rien ne se divise (IND-24, DEP-02)', () => {
    const s = {
      budgetCentimes: 10_000_00,
      engageCentimes: 7_500_00,
      mandateCentimes: 6_000_00,
      atterrissageCentimes: 10_600_00,
    };
    expect(['IND-24', 'IND-24e', 'IND-24r'].map((code) => valeur(code, s))).toEqual([106, 75, 60]);
    expect(valeur('IND-24', { ...s, budgetCentimes: 0 })).toBeNull();
    const ton = (atterrissageCentimes: number, basCentimes = 8_000_00) =>
      trouve('IND-24').ton?.(0, avec({ ...s, atterrissageCentimes, basCentimes, hautCentimes: 11_000_00 }));
    expect([7_999_99, 8_000_00, 11_000_00, 11_000_01].map((centimes) => ton(centimes))).toEqual([
      'bientot',
      undefined,
      undefined,
      'retard',
    ]);
    // Tant que le rythme ne veut rien dire, le bas est nul : rien n'est sous-consommé.
    expect(ton(0, 0)).toBeUndefined();
  });

  it('l’intérim : 1 360 € pour 4 000 heures de présence font 0,34 € l’heure ; sans heure, rien ne se divise (IND-15)', () => {
    const interim = { interimCentimes: 136_000, minutesInterim: 4_000 * 60 };
    expect(valeur('IND-15', interim)).toBeCloseTo(0.34, 10);
    expect(valeur('IND-15', { ...interim, minutesInterim: 0 })).toBeNull();
    // Une crèche sans intérim payé tire le territoire vers le bas ; une crèche sans ligne d’intérim n’y change rien.
    const territoire = (autre: Partial<Sommes>) =>
      computeValeur(trouve('IND-15'), computeSommes([avec(interim), avec({ minutesRealisees: 60_000, ...autre })]));
    expect(territoire({ minutesInterim: 4_000 * 60 })).toBeCloseTo(0.17, 10);
    expect(territoire({})).toBeCloseTo(0.34, 10);
  });

  it('la continuité : 19 jours tenus sur 20 font 95 % (IND-16)', () => {
    expect(valeur('IND-16', { jours: 20, joursContinuite: 19 })).toBe(95);
  });

  it('le référent santé : 30 heures faites pour 40 dues font 75 %, et un trimestre se juge à part (IND-26)', () => {
    expect(valeur('IND-26', { santeFaites: 1800, santeDues: 2400 })).toBe(75);
    expect(valeur('IND-26t', { trimestresFaites: 960, trimestresDues: 1440 })).toBeCloseTo(66.667, 3);
    expect(valeur('IND-26t', { santeFaites: 1800, santeDues: 2400 })).toBeNull();
  });

  it('ce qui pouvait s’offrir : 60 quarts de place font 15 heures (IND-28)', () => {
    expect(valeur('IND-28', { quartsLibres: 60, minutesPlace: 1760 * 15 })).toBe(15);
  });

  it('les deux effets d’un retour à 107 % s’additionnent, chacun de son côté (IND-04, V-PSU-09 et V-PSU-10)', () => {
    const s = { psuCalculees: 1, effetFacturesCentimes: 1_583_238, effetRealiseesCentimes: -287_862 };
    expect(valeur('IND-04a', s)).toBeCloseTo(15_832.38, 6);
    expect(valeur('IND-04b', s)).toBeCloseTo(-2878.62, 6);
  });

  it('se taisent sous cinq enfants, partout où ils parlent d’enfants', () => {
    const cents = Object.entries(SOMMES_NULLES).map(([cle, nul]) => [cle, typeof nul === 'number' ? 100 : nul]);
    const plein: Sommes = Object.fromEntries(cents);
    const parlants = INDICATEURS.filter(({ surEnfants }) => surEnfants);
    expect(parlants.map(({ code }) => code)).toEqual(expect.arrayContaining(['IND-01', 'IND-05', 'IND-07', 'IND-28']));
    for (const indicateur of parlants) {
      expect([isMasque(indicateur, { ...plein, enfants: 4 }), isMasque(indicateur, { ...plein, enfants: 5 })]).toEqual([
        true,
        false,
      ]);
      expect(computeValeur(indicateur, { ...plein, enfants: 4 })).toBeNull();
    }
  });

  it('un seul fait de gravité 4 alerte, même sans heure de présence (IND-23)', () => {
    expect(valeur('IND-23g', { creches: 1, faitsGraves: 1 })).toBe(1);
    expect([trouve('IND-23g').ton?.(0), trouve('IND-23g').ton?.(1)]).toEqual([undefined, 'retard']);
  });

  it('les mesures proches, les postes longtemps vacants, le reste par place et les PAI se lisent chacun sur le sien (IND-22, IND-12, IND-25, IND-26)', () => {
    expect(valeur('IND-22p', { mesuresOuvertes: 4, mesuresProches: 2 })).toBe(2);
    expect(valeur('IND-12l', { quotiteVacante: 200, quotiteVacanteLongue: 150 })).toBe(75);
    expect(valeur('IND-25r', { resteCentimes: 52_976_238, placesReste: 60 })).toBeCloseTo(8_829.37, 2);
    expect(valeur('IND-26p', { enfantsSousContrat: 20, pai: 2 })).toBe(2);
    expect(valeur('IND-26p', { enfantsSousContrat: 4, pai: 2 })).toBeNull();
  });

  it('l’âge médian des mesures se prend sur toutes réunies, jamais sur les médianes des crèches (IND-22)', () => {
    const [une, autre] = [avec({ agesMesures: [1, 2, 3] }), avec({ agesMesures: [100] })];
    expect([une, autre].map((s) => computeValeur(trouve('IND-22a'), s))).toEqual([2, 100]);
    expect(computeValeur(trouve('IND-22a'), computeSommes([une, autre]))).toBe(2.5);
    expect(valeur('IND-22a', { agesMesures: [0] })).toBe(0);
    expect(valeur('IND-22a', { agesMesures: [] })).toBeNull();
  });

  it('le dernier envoi d’un territoire est celui de la crèche qui attend depuis le plus longtemps (IND-27)', () => {
    const creches = [avec({ agesEnvois: [1] }), avec({ agesEnvois: [12] }), avec({ agesEnvois: [] })];
    expect(creches.map((s) => computeValeur(trouve('IND-27e'), s))).toEqual([1, 12, null]);
    expect(computeValeur(trouve('IND-27e'), computeSommes(creches))).toBe(12);
    expect(valeur('IND-27e', { agesEnvois: [0] })).toBe(0);
  });

  it('se masquent sous cinq familles', () => {
    const dit = (familles: number) => computeValeur(trouve('IND-27'), avec({ familles, famillesSansRessources: 1 }));
    expect([dit(4), dit(5)]).toEqual([null, 20]);
  });

  it('comptent en euros par heure et pour dix mille heures', () => {
    const s = avec({ participationsCentimes: 190, minutesFacturees: 60, minutesRealisees: 600_000, faitsMarquants: 3 });
    expect(computeValeur(trouve('IND-21'), s)).toBe(1.9);
    expect(computeValeur(trouve('IND-23'), s)).toBe(3);
  });

  it('les présences douteuses se jugent à la part que le département admet, et le repère la dit (IND-27)', () => {
    const admis = (doutesAdmis: number) => avec({ enfants: 30, presences: 1000, presencesDouteuses: 21, doutesAdmis });
    const ton = (doutesAdmis: number) => {
      const s = admis(doutesAdmis);
      return trouve('IND-27p').ton?.(computeValeur(trouve('IND-27p'), s) ?? 0, s);
    };
    expect([ton(20), ton(21), ton(30)]).toEqual(['bientot', undefined, undefined]);
    const { repere } = trouve('IND-27p');
    expect(typeof repere === 'function' && [repere(admis(20)), repere(admis(35)), repere(avec({}))]).toEqual([
      '2\u00a0% au plus',
      '3,5\u00a0% au plus',
      undefined,
    ]);
  });

  it('les faits marquants se comptent gravité par gravité, pour dix mille heures (IND-23)', () => {
    const faits = { faitsMarquants: 4, faitsGravite1: 1, faitsGravite2: 2, faitsGraves: 1 };
    const parts = computeVentilation(trouve('IND-23'), avec({ enfants: 30, minutesRealisees: 1_200_000, ...faits }));
    expect(parts.map(({ nombre, valeur: v }) => [nombre, v])).toEqual([
      [1, 0.5],
      [2, 1],
      [0, 0],
      [1, 0.5],
    ]);
    expect(computeVentilation(trouve('IND-23'), avec({ enfants: 4, minutesRealisees: 60, ...faits }))).toEqual([]);
    expect(computeVentilation(trouve('IND-01'), avec({ enfants: 30, minutesOuvertes: 60 }))).toEqual([]);
  });

  it('l’absentéisme se dit motif par motif ; moins de cinq agents se réunissent, jamais seuls (IND-11)', () => {
    const dites = (maladie: number, parentalite: number, autre: number) =>
      computeVentilation(
        trouve('IND-11'),
        avec({
          joursTheoriques: 1000,
          ...{ joursMaladie: 50, joursParentalite: 30, joursAutre: 20 },
          ...{ agentsMaladie: maladie, agentsParentalite: parentalite, agentsAutre: autre },
        }),
      ).map(({ titre, nombre }) => [titre, nombre]);
    const autre = 'Autre motif, ou motif non inscrit';
    expect(dites(9, 5, 6)).toEqual([
      ['Maladie', 50],
      ['Parentalité', 30],
      [autre, 20],
    ]);
    expect(dites(9, 3, 3)).toEqual([
      ['Maladie', 50],
      ['Autres motifs, réunis', 50],
    ]);
    // Un seul motif rare se devinerait du total : le plus petit des autres le rejoint.
    expect(dites(9, 3, 6)).toEqual([
      ['Maladie', 50],
      ['Autres motifs, réunis', 50],
    ]);
    expect(dites(2, 1, 1)).toEqual([['Motifs, réunis', 100]]);
  });

  it.each([
    ['IND-01', 59.9, 'retard'],
    ['IND-01', 60, 'bientot'],
    ['IND-01', 68, undefined],
    ['IND-03', 99.9, 'retard'],
    ['IND-03', 100, undefined],
    ['IND-03', 107, undefined],
    ['IND-03', 107.1, 'bientot'],
    ['IND-03', 120.1, 'retard'],
    ['IND-22', 0, undefined],
    ['IND-22', 1, 'retard'],
  ])('%s à %d : %s', (code, valeur, ton) => {
    expect(trouve(code).ton?.(valeur)).toBe(ton);
  });

  it('ont chacun un code, une définition et une liste', () => {
    expect(new Set(INDICATEURS.map(({ code }) => code)).size).toBe(INDICATEURS.length);
    for (const { definition, source } of INDICATEURS) {
      expect(definition.length).toBeGreaterThan(30);
      expect(source).toMatch(/^\//);
    }
  });
});

describe('la comparaison entre pairs', () => {
  const creche = (valeur: number | null, plus = {}) => ({
    categorie: 'GRANDE',
    amplitude: 660,
    qpv: false,
    valeur,
    ...plus,
  });

  it('prend la médiane, jamais la moyenne', () => {
    expect(computeMediane([1, 100, 2])).toBe(2);
    expect(computeMediane([1, 2, 3, 100])).toBe(2.5);
    expect(computeMediane([])).toBeNull();
  });

  it('ne mêle ni les tailles, ni les amplitudes, ni les publics, et se tait sous trois pairs', () => {
    const creches = [60, 62, 70].map((v) => creche(v));
    const autres = [creche(10, { qpv: true }), creche(20, { categorie: 'PETITE' }), creche(null)];
    const medianes = computeMedianes([...creches, ...autres], ({ valeur }) => valeur);
    expect([...medianes]).toEqual([[formatPairs(creche(0)), 62]]);
  });

  it('une médiane est entre la plus petite et la plus grande valeur', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (valeurs) => {
        const mediane = computeMediane(valeurs) as number;
        expect(mediane).toBeGreaterThanOrEqual(Math.min(...valeurs));
        expect(mediane).toBeLessThanOrEqual(Math.max(...valeurs));
      }),
    );
  });
});
