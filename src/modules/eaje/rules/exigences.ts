/**
 * Ce que la catégorie d'une crèche exige de son équipe (CAP-15, CAP-16, CAP-18, CAP-19, CAP-20).
 *
 * Ce que dit le texte (CSP R2324-35, R2324-46-1 à -3, depuis le 1er septembre 2021) : selon la catégorie, un temps de direction, un
 * adjoint à partir de soixante places, des heures de référent « santé et accueil inclusif », du temps de puériculteur ou d'infirmier,
 * du temps d'éducateur de jeunes enfants. Le 1er septembre 2026, le temps de direction d'une micro-crèche passe d'un cinquième à un
 * mi-temps (décret 2025-304).
 * Comment il est lu ici : « par tranche complète de vingt places au-delà de soixante » ne compte que les tranches entières. Pour les
 * heures du référent, le texte ne dit pas si la tranche doit être entière : lu de même, à confirmer.
 * Non traité : la qualification du directeur. Les heures du référent par trimestre se jugent dans `tenue-eaje`.
 */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { CategorieEaje } from '../etablissement.ts';
import type { MetierEaje } from '../professionnel.ts';
import { computeCategorie } from './capacite.ts';
import {
  CSP_R2324_35,
  CSP_R2324_46_1,
  CSP_R2324_46_2,
  CSP_R2324_46_3,
  DECRET_2025_304,
  formatAConfirmer,
} from './textes.ts';

export const FONCTIONS_EXIGEES = {
  DIRECTION: 'Direction',
  ADJOINT: 'Adjoint de direction',
  SANTE: 'Puériculteur ou infirmier',
  EJE: 'Éducateurs de jeunes enfants',
  RSAI: 'Référent santé et accueil inclusif',
} as const;
export type FonctionExigee = keyof typeof FONCTIONS_EXIGEES;

/** `du` : en centièmes d'équivalent temps plein, ou en heures par an. */
export type Exigence = Readonly<{
  fonction: FonctionExigee;
  unite: 'ETP' | 'HEURES_AN';
  du: number;
  textes: readonly TexteLegal[];
}>;

type ParCategorie = Readonly<Record<CategorieEaje, number>>;
const REFORME = jourCivil('2021-09-01');
const MICRO_MI_TEMPS = jourCivil('2026-09-01');

/** CAP-15, en centièmes d'équivalent temps plein. */
const DIRECTION = createDonneeDatee<ParCategorie>('temps de direction', [
  {
    du: REFORME,
    au: jourCivil('2026-08-31'),
    valeur: { MICRO: 20, PETITE: 50, CRECHE: 75, GRANDE: 100, TRES_GRANDE: 100 },
    texte: CSP_R2324_46_1,
  },
  {
    du: MICRO_MI_TEMPS,
    au: null,
    valeur: { MICRO: 50, PETITE: 50, CRECHE: 75, GRANDE: 100, TRES_GRANDE: 100 },
    texte: CSP_R2324_46_1,
  },
]);

/** CAP-15 et CAP-16, en centièmes d'équivalent temps plein. */
const ADJOINT = createDonneeDatee<ParCategorie>('temps d’adjoint de direction', [
  {
    du: REFORME,
    au: null,
    valeur: { MICRO: 0, PETITE: 0, CRECHE: 0, GRANDE: 0, TRES_GRANDE: 75 },
    texte: CSP_R2324_46_1,
  },
]);

/** Une part fixe, et une part par tranche complète de vingt places au-delà de soixante. */
type AvecTranches = Readonly<{ base: ParCategorie; parTranche: number }>;

/** CAP-18, en heures par an. */
const RSAI = createDonneeDatee<AvecTranches>('heures du référent santé et accueil inclusif', [
  {
    du: REFORME,
    au: null,
    valeur: { base: { MICRO: 10, PETITE: 20, CRECHE: 30, GRANDE: 40, TRES_GRANDE: 50 }, parTranche: 10 },
    texte: CSP_R2324_46_2,
  },
]);

/** CAP-19, en centièmes d'équivalent temps plein. */
const SANTE = createDonneeDatee<AvecTranches>('temps de puériculteur ou d’infirmier', [
  {
    du: REFORME,
    au: null,
    valeur: { base: { MICRO: 0, PETITE: 0, CRECHE: 20, GRANDE: 30, TRES_GRANDE: 40 }, parTranche: 10 },
    texte: CSP_R2324_46_2,
  },
]);

/** CAP-20, en centièmes d'équivalent temps plein. */
const EJE = createDonneeDatee<AvecTranches>('temps d’éducateur de jeunes enfants', [
  {
    du: REFORME,
    au: null,
    valeur: { base: { MICRO: 0, PETITE: 50, CRECHE: 75, GRANDE: 100, TRES_GRANDE: 100 }, parTranche: 50 },
    texte: CSP_R2324_46_3,
  },
]);

function computeTranches(places: number): number {
  return Math.max(0, Math.floor((places - 60) / 20));
}

/** Ce que ces places exigent ce jour ; ce qui n'est pas exigé n'y est pas. */
export function computeExigences(places: number, jour: JourCivil): Exigence[] {
  const categorie = computeCategorie(places, jour);
  const tranches = computeTranches(places);
  const avecTranches = ({ base, parTranche }: AvecTranches) => base[categorie] + tranches * parTranche;
  const direction =
    categorie === 'MICRO' && jour >= MICRO_MI_TEMPS ? [CSP_R2324_46_1, DECRET_2025_304] : [CSP_R2324_46_1];
  const exigences: Exigence[] = [
    { fonction: 'DIRECTION', unite: 'ETP', du: DIRECTION.at(jour)[categorie], textes: direction },
    { fonction: 'ADJOINT', unite: 'ETP', du: ADJOINT.at(jour)[categorie], textes: [CSP_R2324_35, CSP_R2324_46_1] },
    { fonction: 'EJE', unite: 'ETP', du: avecTranches(EJE.at(jour)), textes: [CSP_R2324_46_3] },
    { fonction: 'SANTE', unite: 'ETP', du: avecTranches(SANTE.at(jour)), textes: [CSP_R2324_46_2] },
    {
      fonction: 'RSAI',
      unite: 'HEURES_AN',
      du: avecTranches(RSAI.at(jour)),
      textes: [places > 60 ? formatAConfirmer(CSP_R2324_46_2) : CSP_R2324_46_2],
    },
  ];
  return exigences.filter(({ du }) => du > 0);
}

export type EnPoste = Readonly<{ metier: MetierEaje; quotite: number }>;

/** `enPoste` nul : Marelle ne le sait pas. */
export type ExigenceEvaluee = Exigence & Readonly<{ enPoste: number | null; manque: number }>;

/** Ce qui est exigé, ce qui est en poste, ce qui manque. La personne de direction au plus fort temps est le directeur, les autres l'aident. */
export function evaluateExigences(
  exigences: readonly Exigence[],
  equipe: readonly EnPoste[],
  rsaiHeures: number | null,
): ExigenceEvaluee[] {
  const [directeur = 0, ...adjoints] = listQuotites(equipe, ['DIRECTION']).sort((a, b) => b - a);
  const enPoste: Record<FonctionExigee, number | null> = {
    DIRECTION: directeur,
    ADJOINT: addTous(adjoints),
    EJE: addTous(listQuotites(equipe, ['EJE'])),
    SANTE: addTous(listQuotites(equipe, ['PUERICULTEUR', 'IDE'])),
    RSAI: rsaiHeures,
  };
  return exigences.map((exigence) => {
    const tenu = enPoste[exigence.fonction];
    return { ...exigence, enPoste: tenu, manque: tenu === null ? 0 : Math.max(0, exigence.du - tenu) };
  });
}

/** La quotité d'un agent est déjà en centièmes d'équivalent temps plein ; au centième entier, pour que les sommes soient exactes. */
function listQuotites(equipe: readonly EnPoste[], metiers: readonly MetierEaje[]): number[] {
  return equipe.filter(({ metier }) => metiers.includes(metier)).map(({ quotite }) => Math.round(quotite));
}

function addTous(quotites: readonly number[]): number {
  return quotites.reduce((total, quotite) => total + quotite, 0);
}
