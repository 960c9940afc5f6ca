import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import {
  CATEGORIES_EAJE,
  computeCategorie,
  computeHeuresPlaces,
  findCapacite,
  findProchainOuvert,
  isOuvert,
} from '../index.ts';

const LUNDI = jourCivil('2026-11-23');
const SAMEDI = jourCivil('2026-11-21');
const OUVRES = [1, 2, 3, 4, 5];
const creche = {
  ouvre: 450,
  ferme: 1110,
  jours: OUVRES,
  fermetures: [{ du: jourCivil('2026-12-24'), au: jourCivil('2026-12-31'), motif: 'CONGES' as const, libelle: '' }],
  autorisations: [
    {
      du: jourCivil('2020-01-01'),
      au: jourCivil('2034-12-31'),
      places: 60,
      modulations: [
        { jours: OUVRES, debut: 450, fin: 510, places: 20 },
        { jours: OUVRES, debut: 1050, fin: 1110, places: 30 },
      ],
    },
  ],
};

describe('La catégorie vient des places autorisées (CAP-01, CSP R2324-46 I)', () => {
  it.each([
    [1, 'MICRO'],
    [12, 'MICRO'],
    [13, 'PETITE'],
    [24, 'PETITE'],
    [25, 'CRECHE'],
    [39, 'CRECHE'],
    [40, 'GRANDE'],
    [59, 'GRANDE'],
    [60, 'TRES_GRANDE'],
    [200, 'TRES_GRANDE'],
  ] as const)('%i places : %s', (places, categorie) => {
    expect(computeCategorie(places)).toBe(categorie);
    expect(computeCategorie(places, LUNDI)).toBe(categorie);
    expect(CATEGORIES_EAJE[categorie]).toBeTruthy();
  });
});

describe('La capacité à un instant est celle de la modulation active, sinon l’autorisée (CAP-04)', () => {
  it.each([
    ['avant l’ouverture', 435, 0],
    ['à l’ouverture', 450, 20],
    ['dernier quart de la première modulation', 495, 20],
    ['à sa fin', 510, 60],
    ['dernier quart plein', 1035, 60],
    ['le soir', 1050, 30],
    ['dernier quart', 1095, 30],
    ['à la fermeture', 1110, 0],
  ])('%s', (_, minute, places) => {
    expect(findCapacite(creche, LUNDI, minute)).toBe(places);
  });

  it('rien un jour fermé, ni un samedi, ni sans autorisation en cours', () => {
    expect(findCapacite(creche, jourCivil('2026-12-24'), 600)).toBe(0);
    expect(isOuvert(creche, jourCivil('2026-12-23'))).toBe(true);
    expect(findCapacite(creche, SAMEDI, 600)).toBe(0);
    expect(findCapacite(creche, jourCivil('2035-01-01'), 600)).toBe(0);
  });

  it('d’un samedi, le prochain jour ouvert est le lundi ; il n’y en a pas si la crèche n’ouvre jamais', () => {
    expect(findProchainOuvert(creche, SAMEDI)).toBe(LUNDI);
    expect(findProchainOuvert({ ...creche, jours: [] }, SAMEDI)).toBeUndefined();
  });

  it('590 heures-places par jour, 2 950 par semaine, 132 750 sur 225 jours, soit 53,64 places sur 11 h', () => {
    expect(computeHeuresPlaces(creche, { du: LUNDI, au: LUNDI })).toBe(590);
    const semaine = computeHeuresPlaces(creche, { du: LUNDI, au: jourCivil('2026-11-29') });
    expect(semaine).toBe(2950);
    expect((semaine / 5) * 225).toBe(132_750);
    expect((590 / 11).toFixed(2)).toBe('53.64');
  });
});

describe('Le temps de travaux, une modulation datée s’ajoute à l’habitude de la crèche (CAP-04)', () => {
  const [autorisation] = creche.autorisations;
  const pendant = { du: jourCivil('2026-11-24'), au: jourCivil('2026-11-25') };
  const enTravaux = {
    ...creche,
    autorisations: autorisation
      ? [
          {
            ...autorisation,
            modulations: [...autorisation.modulations, { jours: OUVRES, debut: 450, fin: 720, places: 25, pendant }],
          },
        ]
      : [],
  };
  it.each([
    ['la veille', '2026-11-23', 600, 60],
    ['le premier jour', '2026-11-24', 600, 25],
    ['le premier jour, à une heure où l’habitude en offre moins', '2026-11-24', 465, 20],
    ['le premier jour, hors des heures touchées', '2026-11-24', 720, 60],
    ['le dernier jour', '2026-11-25', 600, 25],
    ['le lendemain', '2026-11-26', 600, 60],
  ])('%s', (_, jour, minute, places) => {
    expect(findCapacite(enTravaux, jourCivil(jour), minute)).toBe(places);
  });
  it('les heures-places du jour suivent : 590 moins trente-cinq places pendant trois heures et demie', () => {
    expect(computeHeuresPlaces(enTravaux, { du: pendant.du, au: pendant.du })).toBe(590 - 35 * 3.5);
    expect(computeHeuresPlaces(enTravaux, { du: LUNDI, au: LUNDI })).toBe(590);
  });
});
