import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { findIndicateur } from '../catalogue.ts';
import { computeSommes, SOMMES_NULLES, type Sommes } from '../sommes.ts';
import { buildDemiJournees, computeSensDuPire, listLignesDIndicateur } from './indicateur-view.ts';
import { buildChiffre, formatEntete, formatRecompte, formatValeur } from './tableau-view.ts';

const trouve = (code: string) => {
  const indicateur = findIndicateur(code);
  if (!indicateur) throw new Error(code);
  return indicateur;
};
const aCreche = (nom: string, plus: Partial<Sommes>) => ({
  creche: {
    id: nom,
    uniteId: nom,
    code: nom,
    nom,
    territoireId: null,
    territoire: null,
    ouvre: 450,
    ferme: 1110,
    qpv: false,
    jours: [1, 2, 3, 4, 5],
    autorisations: [{ du: jourCivil('2020-01-01'), au: null, places: 40, modulations: [] }],
    fermetures: [],
  },
  sommes: { ...SOMMES_NULLES, enfants: 30, minutesPlace: 1, ...plus, etablissementId: nom },
});
const lu = (mondes: readonly ReturnType<typeof aCreche>[]) =>
  ({ creches: mondes.map(({ creche }) => creche), sommes: mondes.map(({ sommes }) => sommes) }) as never;

describe('la page d’un indicateur', () => {
  it('classe les crèches de celle qui avait le plus à offrir à celle qui en avait le moins (IND-28)', () => {
    const indicateur = trouve('IND-28');
    const monde = lu([
      aCreche('peu', { quartsLibres: 40 }),
      aCreche('beaucoup', { quartsLibres: 400 }),
      aCreche('sans autorisation', { minutesPlace: 0 }),
      aCreche('moyen', { quartsLibres: 120 }),
    ]);
    const lignes = listLignesDIndicateur(indicateur, monde, 'valeur', computeSensDuPire(indicateur));
    expect(lignes.map(({ nom, cellule }) => [nom, cellule.valeur])).toEqual([
      ['beaucoup', '100'],
      ['moyen', '30'],
      ['peu', '10'],
      ['sans autorisation', '—'],
    ]);
  });

  it('dit l’âge de chaque crèche, sur quoi il est pris, et celui du territoire (IND-22, IND-27)', () => {
    const monde = [
      aCreche('ancienne', { agesMesures: [40, 10, 30] }),
      aCreche('neuve', { agesMesures: [1] }),
      aCreche('sans', {}),
    ];
    const lignes = listLignesDIndicateur(trouve('IND-22a'), lu(monde), 'valeur', computeSensDuPire(trouve('IND-22a')));
    expect(lignes.map(({ nom, cellule, denominateur }) => [nom, cellule.valeur, denominateur.nombre])).toEqual([
      ['ancienne', '30', 3],
      ['neuve', '1', 1],
      ['sans', 'aucune', 0],
    ]);
    const sommes = monde.map((m) => m.sommes);
    const chiffre = (code: string, siennes: typeof sommes) =>
      buildChiffre(
        trouve(code),
        { total: computeSommes(siennes), sommes: siennes, mois: [] },
        {
          periode: 'annee',
          territoire: null,
        },
      );
    expect(chiffre('IND-22a', sommes)).toMatchObject({ valeur: '20', unite: 'jours', manque: '1 crèche' });
    const envois = [aCreche('hier', { agesEnvois: [1] }), aCreche('jamais', {})].map((m) => m.sommes);
    expect(chiffre('IND-27e', envois)).toMatchObject({ valeur: '1', unite: 'jour', manque: '1 crèche' });
  });

  it('le classeur dit le nombre que la page écrit, du côté de son verdict (IND-03)', () => {
    const monde = lu([aCreche('une', { minutesFacturees: 10_704, minutesRealisees: 10_000 })]);
    const [ligne] = listLignesDIndicateur(trouve('IND-03'), monde, 'valeur', 'asc');
    expect(ligne?.cellule).toMatchObject({ valeur: expect.stringContaining('107,1'), lu: 107.1 });
  });

  it('écrit un nombre négatif avec le signe moins, et en garde le nombre pour le classeur (IND-04)', () => {
    const monde = lu([aCreche('perd', { psuCalculees: 1, effetRealiseesCentimes: -3_813_200 })]);
    const [ligne] = listLignesDIndicateur(trouve('IND-04b'), monde, 'valeur', 'asc');
    expect(ligne?.cellule.valeur.replaceAll('\u202f', ' ')).toBe('−38 132');
    expect(ligne?.cellule.nombre).toBe(-38_132);
  });

  it.each([
    [60, 61.9, '+ 1,9 point sur un mois'],
    [60, 61.96, '+ 2,0 points sur un mois'],
    [60, 57.7, '− 2,3 points sur un mois'],
    [60, 60.01, 'stable sur un mois'],
  ])('de %d à %d %%, sa tendance s’accorde', (avant, apres, tendance) => {
    const mois = [avant, apres].map((part, rang) => ({
      ...SOMMES_NULLES,
      enfants: 30,
      minutesOuvertes: 10_000,
      minutesRealisees: 100 * part,
      mois: jourCivil(`2026-0${rang + 1}-01`),
    }));
    const reglage = { periode: 'annee' as const, territoire: null };
    const total = { ...SOMMES_NULLES, enfants: 30 };
    expect(buildChiffre(trouve('IND-01'), { total, sommes: [], mois }, reglage).tendance).toBe(tendance);
  });

  it('dit d’une crèche qu’elle est près d’un seuil du bonus mixité, sans alerter (IND-21)', () => {
    const monde = lu([
      aCreche('près', { minutesFacturees: 60, participationsCentimes: 103 }),
      aCreche('loin', { minutesFacturees: 60, participationsCentimes: 186 }),
    ]);
    const lignes = listLignesDIndicateur(trouve('IND-21'), monde, 'nom', 'asc');
    expect(lignes.map(({ cellule }) => [cellule.info, cellule.ton])).toEqual([
      ['près du seuil de 1,00 € (bonus mixité)', undefined],
      [null, undefined],
    ]);
  });

  it('écrit l’unité en tête d’une colonne, sauf celle que chaque valeur porte', () => {
    expect(['IND-01', 'IND-04b', 'IND-21', 'IND-06'].map((code) => formatEntete(trouve(code)))).toEqual([
      'Occupation réelle',
      'Retour à 107 %, contrats raccourcis, €\u00a0/\u00a0an',
      'Participation moyenne, €\u00a0/\u00a0h',
      '> capacité, quarts d’heure',
    ]);
  });

  it('accorde l’unité : un fait, deux faits', () => {
    const dit = (faitsGraves: number) =>
      buildChiffre(
        trouve('IND-23g'),
        { total: { ...SOMMES_NULLES, creches: 1, faitsGraves }, sommes: [], mois: [] },
        { periode: 'annee', territoire: null },
      ).unite;
    expect([0, 1, 2].map(dit)).toEqual(['fait', 'fait', 'faits']);
  });

  it('dit ce qu’un acte vient de changer, au singulier comme au pluriel', () => {
    expect(formatRecompte({ journees: 0, heures: 1 })).toContain(
      'Un mois de crèche a changé depuis son dernier compte',
    );
    expect(formatRecompte({ journees: 2, heures: 3 })).toMatch(/^2 mois .*cette nuit\. 3 mois .*cette nuit\.$/);
    expect(formatRecompte({ journees: 2, heures: 3 }, 'activite')).toMatch(/^3 mois/);
    expect(formatRecompte({ journees: 2, heures: 3 }, 'suivi')).toBeNull();
    expect(formatRecompte({ journees: 0, heures: 0 })).toBeNull();
  });

  it('dit « sans objet » d’une crèche sans heure de présence (IND-15)', () => {
    const indicateur = trouve('IND-15');
    const monde = lu([aCreche('fermée', { interimCentimes: 5000 })]);
    expect(listLignesDIndicateur(indicateur, monde, 'nom', 'asc')[0]?.cellule.valeur).toBe('sans objet');
  });

  it('détaille du lundi matin au vendredi après-midi, les enfants qui marchent à côté des autres (IND-28)', () => {
    const jour = {
      rang: 1,
      jours: 4,
      libresMatin: 80,
      libresApresMidi: 0,
      libresMatinMarcheurs: 100,
      libresApresMidiMarcheurs: 0,
    };
    const monde = lu([aCreche('une', { quartsLibres: 80 })]);
    expect(buildDemiJournees(trouve('IND-28'), monde, [jour])).toEqual([
      {
        cle: 'Lundi matin',
        nom: 'Lundi matin',
        jours: 4,
        nonMarcheurs: '20',
        marcheurs: '25',
        parJour: '5,0 ou 6,3',
      },
      {
        cle: 'Lundi après-midi',
        nom: 'Lundi après-midi',
        jours: 4,
        nonMarcheurs: '0',
        marcheurs: '0',
        parJour: '0,0',
      },
    ]);
    const seule = lu([aCreche('une', { quartsLibres: 80, enfants: 4 })]);
    expect(buildDemiJournees(trouve('IND-28'), seule, [jour])).toEqual([]);
  });
});

describe('un chiffre coloré', () => {
  it.each([
    ['IND-07', 99.97, '99,9 %'],
    ['IND-07', 100, '100,0 %'],
    ['IND-09', 39.96, '39,9 %'],
    ['IND-09', 41.97, '41,9 %'],
    ['IND-05', 100.04, '100,1 %'],
    ['IND-03', 107.04, '107,1 %'],
    ['IND-03', 106.96, '107,0 %'],
    ['IND-03', 99.98, '99,9 %'],
    ['IND-26', 99.6, '99 %'],
    ['IND-22', 0.3, '1 %'],
    ['IND-12', 8.24, '8,3 %'],
  ])('%s à %d se lit %s : jamais comme le seuil qu’il passe', (code, valeur, texte) => {
    expect(formatValeur(trouve(code), valeur).replaceAll('\u00a0', ' ')).toBe(texte);
  });

  it('se trie du plus grand au plus petit s’il alerte des deux côtés, et se lit rouge sous 100 % comme sur la page des heures (IND-03)', () => {
    expect([computeSensDuPire(trouve('IND-03')), computeSensDuPire(trouve('IND-07'))]).toEqual(['desc', 'asc']);
  });
});
