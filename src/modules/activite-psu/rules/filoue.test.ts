import { describe, expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import {
  buildFiloue,
  buildLigneFiloue,
  COLONNES_FILOUE,
  type EnfantFiloue,
  listAnomaliesFiloue,
  listEcartsFiloue,
  listIdentifiantsManquants,
} from './filoue.ts';

const enfant: EnfantFiloue = {
  enfantId: 'e',
  familleId: 'f',
  neLe: jourCivil('2024-02-29'),
  apparait: true,
  matricule: '0012345',
  regime: 1,
  codePostal: '94000',
  ville: 'Créteil',
  minutesFacturees: 60 * 1500 + 20,
  minutesRealisees: 60 * 1400,
  participationsCentimes: 285_063,
  tauxEffort: 619,
  tarifs: { minimumCentimes: 50, maximumCentimes: 526 },
  premierJour: jourCivil('2026-01-05'),
  dernierJour: jourCivil('2026-12-18'),
};
const CRECHE = { organismeCaf: '941', dossierAfc: 'AFC-1' };

describe('Filoué : une ligne par enfant, jamais un nom (FIL-01 à FIL-06)', () => {
  test('quinze colonnes, le point décimal, la date du calendrier', () => {
    expect(buildLigneFiloue(enfant, CRECHE)).toEqual(
      '941|AFC-1|1|0012345|1|29/02/2024|94000|Créteil|1500.33|1400.00|2850.63|1.90|0.062|05/01/2026|18/12/2026'.split(
        '|',
      ),
    );
    expect(COLONNES_FILOUE).toHaveLength(15);
  });

  test('une famille qui n’y veut pas paraître n’y est pas (FIL-02)', () => {
    const fichier = buildFiloue([enfant, { ...enfant, apparait: false, ville: 'Ailleurs' }], CRECHE);
    expect(fichier.trim().split('\r\n')).toHaveLength(2);
    expect(fichier).not.toContain('Ailleurs');
  });

  test('ni point-virgule ni guillemet ne passe dans une valeur (FIL-04)', () => {
    expect(buildLigneFiloue({ ...enfant, ville: 'L’Haÿ;"les Roses' }, CRECHE)[7]).toBe('L’Haÿ les Roses');
  });

  test('ce qui manque se liste par enfant sans empêcher sa ligne (FIL-05)', () => {
    const incomplet = { ...enfant, matricule: null, regime: null, codePostal: null, ville: null };
    expect(listAnomaliesFiloue(incomplet)).toHaveLength(4);
    expect(buildLigneFiloue(incomplet, CRECHE).slice(2, 5)).toEqual(['0', '', '']);
    expect(listAnomaliesFiloue(enfant)).toEqual([]);
  });

  test('le taux d’effort tient en trois décimales ; inconnu, il reste vide et se liste (PF-02)', () => {
    const taux = (tauxEffort: number | null) => buildLigneFiloue({ ...enfant, tauxEffort }, CRECHE)[12];
    expect([619, 516, 413, 310, 206, 615, 0].map(taux)).toEqual([
      ...['0.062', '0.052', '0.041', '0.031', '0.021', '0.062', '0.000'],
    ]);
    expect(taux(null)).toBe('');
    expect(listAnomaliesFiloue({ ...enfant, tauxEffort: null })).toEqual([
      'Taux d’effort inconnu : ressources de la famille absentes au dernier jour',
    ]);
  });

  test('des heures qui surprennent : aucune réalisée, ou au-delà du simple au double', () => {
    expect(listAnomaliesFiloue({ ...enfant, minutesRealisees: 0 })).toEqual(['Aucune heure réalisée']);
    expect(listAnomaliesFiloue({ ...enfant, minutesRealisees: 60 * 700 })).toHaveLength(1);
    expect(listAnomaliesFiloue({ ...enfant, minutesRealisees: 60 * 3100 })).toHaveLength(1);
    expect(listAnomaliesFiloue({ ...enfant, neLe: enfant.premierJour })).toHaveLength(1);
    expect(buildLigneFiloue({ ...enfant, minutesFacturees: 0 }, CRECHE)[11]).toBe('0.00');
  });

  test('un tarif que le barème ne donne pas à la famille est à vérifier, avec sa raison ; l’arrondi des mois n’en est pas un (PF-01 à PF-03)', () => {
    const heures = 1000;
    const dit = (centimesParHeure: number, plus = 0, tarifs: EnfantFiloue['tarifs'] = enfant.tarifs) =>
      listAnomaliesFiloue({
        ...enfant,
        minutesFacturees: 60 * heures,
        minutesRealisees: 60 * heures,
        participationsCentimes: centimesParHeure * heures + plus,
        tarifs,
      });
    for (const juste of [50, 190, 526]) expect(dit(juste), String(juste)).toEqual([]);
    expect([dit(50, -6), dit(526, 6)]).toEqual([[], []]);
    expect([dit(50, -7), dit(526, 7)].map((anomalies) => anomalies.length)).toEqual([1, 1]);
    expect(dit(600)).toEqual([
      'Tarif horaire de 6,00 € à vérifier : le barème donne de 0,50 € à 5,26 € à cette famille, enfants à charge et AEEH comptés',
    ]);
    expect(dit(0)).toHaveLength(1);
    expect(dit(600, 0, null)).toEqual([]);
    expect(listAnomaliesFiloue({ ...enfant, minutesFacturees: 0, participationsCentimes: 0 })).not.toContainEqual(
      expect.stringContaining('Tarif horaire'),
    );
  });

  test('un premier jour après le dernier se dit', () => {
    expect(listAnomaliesFiloue({ ...enfant, dernierJour: jourCivil('2026-01-04') })).toEqual([
      'Premier jour d’accueil après le dernier',
    ]);
  });

  test('Filoué fait les totaux d’AFAS à un millième près, familles absentes du fichier comprises (AFS-05)', () => {
    const deux = [enfant, { ...enfant, apparait: false }];
    const afas = {
      minutesFacturees: 2 * enfant.minutesFacturees,
      minutesRealisees: 2 * enfant.minutesRealisees,
      participationsCentimes: 2 * enfant.participationsCentimes,
    };
    expect(listEcartsFiloue(deux, afas)).toEqual([]);
    const millieme = afas.minutesRealisees / 1000;
    expect(listEcartsFiloue(deux, { ...afas, minutesRealisees: afas.minutesRealisees + millieme })).toEqual([]);
    expect(listEcartsFiloue(deux, { ...afas, minutesRealisees: afas.minutesRealisees - 2 * millieme })).toEqual([
      'Heures réalisées : 2\u202f800 h enfant par enfant, 2\u202f794 h aux mois comptés',
    ]);
    expect(
      listEcartsFiloue(deux, { minutesFacturees: 0, minutesRealisees: 0, participationsCentimes: 0 }),
    ).toHaveLength(3);
    expect(listEcartsFiloue([], { minutesFacturees: 0, minutesRealisees: 0, participationsCentimes: 0 })).toEqual([]);
  });

  test('les identifiants de la crèche (FIL-03)', () => {
    expect(listIdentifiantsManquants({ organismeCaf: null, dossierAfc: 'A', idEqu: null })).toHaveLength(2);
  });
});
