/**
 * Le bilan de santé et de prévention à l'entrée (BS-001, BS-002).
 *
 * Ce que dit le texte (CASF L223-1-1, al. 4) : le bilan est obligatoire à l'entrée, dès le début de la mesure.
 * Comment il est lu ici : sous un délai que le département règle, compté du début effectif, à défaut de la décision. Il est dû une fois par
 * prise en charge de l'enfant confié ou accueilli. Dans la rédaction lue, depuis le 9 février 2022.
 * Non traité : le suivi régulier et coordonné qui en découle, que le projet pour l'enfant formalise.
 */
import { definePrisesEnCharge } from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { computeExtinction } from '#shared/echeancier.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeTerme, type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { BILAN_SANTE } from '../faits.ts';
import { BS_002, CASF_L223_1_1_BILAN } from './textes.ts';

const listAvecBilan = definePrisesEnCharge(({ definie: { documents } }) => documents.includes('bilan-sante'));

function listBilans(dossier: Dossier): readonly Obligation[] {
  const valeur = readParametre(dossier, 'bilan-sante.delai-jours');
  return listAvecBilan(dossier).map(({ du, depart, au }): Obligation => {
    const bilan = listFaits(dossier, BILAN_SANTE).find(({ date }) => date >= du && (au === null || date <= au));
    const terme = computeTerme(depart, { valeur, unite: 'jour' }, 'administratif', 'Début de la prise en charge');
    return {
      ...terme,
      cle: depart,
      depuis: depart,
      faiteLe: bilan?.date,
      eteinteLe: bilan ? null : computeExtinction(au, terme.pour, dossier.aujourdhui),
    };
  });
}

export const REGLES_BILAN_SANTE: readonly Regle[] = [
  {
    id: 'BS-001',
    libelle: 'Faire le bilan de santé et de prévention',
    acteur: 'referent',
    gravite: 'normale',
    textes: [CASF_L223_1_1_BILAN, BS_002],
    vigueur: { du: jourCivil('2022-02-09'), au: null },
    satisfaite: 'Le bilan est fait.',
    acte: BILAN_SANTE,
    arretee: 'La prise en charge finit, ou l’enfant est majeur.',
    list: listBilans,
  },
];
