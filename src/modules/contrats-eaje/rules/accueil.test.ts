import { describe, expect, test } from 'vitest';
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { listRemarques, listSurnombresDuJour } from './accueil.ts';

const etab: EtablissementOuvert = {
  id: 'creche',
  uniteId: 'unite',
  nom: 'Crèche d’essai',
  code: 'C',
  territoireId: null,
  territoire: null,
  methode: 'UN_POUR_SIX',
  agregation: 'ETABLISSEMENT',
  ouvre: 450,
  ferme: 1110,
  jours: [1, 2, 3, 4, 5],
  autorisations: [
    {
      du: jourCivil('2020-01-01'),
      au: null,
      places: 10,
      modulations: [{ jours: [3], debut: 450, fin: 510, places: 4 }],
    },
  ],
  fermetures: [],
  qpv: false,
  fournitTout: true,
};
const semaine = [510, 1050, 510, 1050, 510, 1050, 510, 1050, 510, 1050, 0, 0, 0, 0];
const du = jourCivil('2026-03-02');
const propose = { du, au: null, semaine, neLe: jourCivil('2025-03-01') };
const buildVoisins = (nombre: number, plus = {}) =>
  Array.from({ length: nombre }, () => ({ du: jourCivil('2026-01-01'), au: null, semaine, ...plus }));

describe('Les enfants attendus au même moment ne dépassent pas 115 % des places (CSP R2324-27)', () => {
  test('dix places : onze passent, douze avertissent, treize sont refusés', () => {
    expect(listRemarques(propose, etab, buildVoisins(10))).toEqual([]);
    expect(listRemarques(propose, etab, buildVoisins(11)).map(({ bloque }) => bloque)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    const refus = listRemarques(propose, etab, buildVoisins(12));
    expect(refus[0]).toMatchObject({
      bloque: true,
      champ: 'debut.1',
      motif: expect.stringContaining('13 enfants attendus le lundi à 8 h 30 pour 10 places'),
    });
  });

  test('la capacité est celle du quart d’heure : moins de places tôt le mercredi', () => {
    const tot = semaine.with(4, 450);
    const refus = listRemarques({ ...propose, semaine: tot }, etab, buildVoisins(5, { semaine: tot }));
    expect(refus).toMatchObject([{ champ: 'debut.3', bloque: true }]);
  });

  test('un contrat qui commence ensuite compte à partir de son premier jour', () => {
    const voisins = [...buildVoisins(10), ...buildVoisins(2, { du: jourCivil('2026-09-01') })];
    expect(listRemarques(propose, etab, voisins)[0]?.motif).toContain('à partir du 01/09/2026');
    expect(listRemarques({ ...propose, au: jourCivil('2026-08-31') }, etab, voisins)).toEqual([]);
  });
});

describe('Une réservation se compte sur son jour (CSP R2324-27, CAP-05)', () => {
  const reserve = { jour: jourCivil('2026-11-23'), debut: 540, fin: 720 };
  const buildAttendus = (nombre: number) => Array.from({ length: nombre }, () => ({ debut: 510, fin: 1050 }));
  test('dix places : la dixième passe, la onzième et la douzième avertissent, la treizième est refusée', () => {
    const lire = (nombre: number) =>
      listSurnombresDuJour(reserve, etab, buildAttendus(nombre)).map(({ bloque }) => bloque);
    expect([lire(9), lire(10), lire(11), lire(12)]).toEqual([[], [false], [false], [true]]);
    expect(listSurnombresDuJour(reserve, etab, buildAttendus(10))[0]?.motif).toContain(
      '11 enfants attendus à 9 h pour 10 places',
    );
  });
  test('qui part avant ne compte pas', () => {
    const partis = buildAttendus(12).map((plage) => ({ ...plage, fin: 540 }));
    expect(listSurnombresDuJour(reserve, etab, partis)).toEqual([]);
  });
});

describe('Un contrat se tient dans la vie de l’enfant et l’ouverture de la crèche', () => {
  test('commence au plus tôt à la naissance, avant les six ans', () => {
    const premier = (plus: object) => listRemarques({ ...propose, ...plus }, etab, [])[0];
    expect(premier({ neLe: jourCivil('2026-03-02') })).toBeUndefined();
    expect(premier({ neLe: jourCivil('2026-03-03') })).toMatchObject({ champ: 'du', bloque: true });
    expect(premier({ neLe: jourCivil('2020-03-03') })).toBeUndefined();
    expect(premier({ neLe: jourCivil('2020-03-02') })).toMatchObject({ champ: 'du', bloque: true });
    expect(premier({ neLe: jourCivil('2021-03-01'), au: jourCivil('2027-03-01') })).toMatchObject({
      champ: 'au',
      bloque: false,
    });
  });

  test('hors des heures d’ouverture, il avertit ; un jour où elle n’ouvre pas, il est refusé', () => {
    expect(listRemarques({ ...propose, semaine: semaine.with(0, 435).with(1, 1125) }, etab, [])).toMatchObject([
      { champ: 'debut.1', bloque: false },
      { champ: 'fin.1', bloque: false },
    ]);
    expect(listRemarques({ ...propose, semaine: semaine.with(10, 510).with(11, 720) }, etab, [])[0]).toMatchObject({
      champ: 'debut.6',
      bloque: true,
    });
  });
});
