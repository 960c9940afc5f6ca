/** Le barème fictif des vecteurs du référentiel (BAR_TEST), et la crèche de V-PSU-03. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { BaremePsu } from '../bareme.ts';
import type { Exercice } from '../exercice.ts';
import type { MoisActivite } from '../mois-activite.ts';
import type { FaitsPsu } from '../rules/psu.ts';

export function aBareme(annee = 2026): BaremePsu {
  return {
    annee,
    avec: { pmax: 100_000, pmoyen: 95_000, pmin: 90_000 },
    sans: { pmax: 90_000, pmoyen: 85_000, pmin: 80_000 },
    taux: 66,
    seuilBas: 107,
    seuilHaut: 120,
    confiance: 'a-confirmer',
    source: 'barème fictif des essais',
  };
}

type Essai = { facturees?: number; realisees?: number; charges?: number; participations?: number };

/** Des heures et des euros, plus lisibles dans un essai que des minutes et des centimes. */
export function someFaits(essai: Essai = {}): FaitsPsu {
  const { facturees = 103_950, realisees = 94_500, charges = 1_200_000, participations = 197_505 } = essai;
  return {
    annee: 2026,
    minutesFacturees: 60 * facturees,
    minutesRealisees: 60 * realisees,
    chargesCentimes: 100 * charges,
    participationsCentimes: 100 * participations,
    fournitTout: true,
  };
}

export function aMois(mois: string, autres: Partial<MoisActivite> = {}): MoisActivite {
  return {
    etablissementId: 'creche',
    mois: jourCivil(mois),
    places: 60,
    joursOuverts: 19,
    minutesOuvertes: 0,
    minutesContractees: 0,
    minutesFacturees: 0,
    minutesRealisees: 0,
    minutesOccasionnelles: 0,
    ouvertesAVenir: 0,
    contracteesAVenir: 0,
    joursAVenir: 0,
    participationsCentimes: 0,
    enfants: 80,
    enfantsHandicap: 1,
    doutes: 0,
    pointages: 0,
    calculeLe: '2027-01-05T02:40:00Z',
    figeLe: null,
    touche: false,
    ...autres,
  };
}

export function anExercice(): Exercice {
  return {
    id: 'exercice',
    etablissementId: 'creche',
    annee: 2026,
    chargesCentimes: 120_000_000,
    autresRecettesCentimes: 0,
    bonusMixiteCentimes: null,
    bonusHandicapCentimes: null,
    bonusTerritoireCentimes: null,
    bonusAttractiviteCentimes: null,
    factureesPrevues: null,
    realiseesPrevues: null,
    chargesPrevuesCentimes: null,
    previsionnel: null,
    journeesPedagogiques: 0,
    minutesHorsPresence: 0,
    minutesExceptionnelles: 0,
    organismeCaf: null,
    version: 1,
  };
}
