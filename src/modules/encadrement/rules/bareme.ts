/**
 * Les chiffres de l'encadrement, datés.
 *
 * Ce que dit le texte : deux méthodes au choix du gestionnaire (R2324-46-4, CAP-09) ; jamais moins de deux professionnels, dont un de
 * catégorie 1 au-delà de vingt-quatre places (R2324-43-1, CAP-11) ; en sortie, un pour cinq (R2324-43-2, CAP-12) ; 115 % de la
 * capacité au plus à un instant, 100 % sur la semaine (R2324-27, CAP-05, CAP-06) ; 40 % de catégorie 1 sur le mois (R2324-42, CAP-10).
 * Comment il est lu ici : les rapports sont des entiers, jamais des nombres à virgule (GEN-03).
 * Non traité : les chiffres avant le 1er septembre 2021 ; une journée d'avant ne se compte pas, et les pages le disent. Les rapports « un pour six », « un pour cinq » et « un pour huit » n'ont pas
 * été lus dans le texte : ils avertissent et ne refusent rien.
 */
import { SURNOMBRE, type Surnombre } from '#modules/eaje/index.ts';
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { CSP_R2324_42, CSP_R2324_43_1, CSP_R2324_43_2, CSP_R2324_46_4, DECRET_2025_304 } from './textes.ts';

/** Avant ce jour, rien n'est compté. */
export const PREMIER_JOUR = jourCivil('2021-09-01');
const NORMA = { du: PREMIER_JOUR, au: null };

/** Enfants par professionnel : tous âges, non-marcheurs, marcheurs. */
const RAPPORTS = createDonneeDatee('enfants par professionnel', [
  { ...NORMA, valeur: { tous: 6, nonMarcheurs: 5, marcheurs: 8 }, texte: CSP_R2324_46_4 },
]);
const PLANCHER = createDonneeDatee('effectif plancher', [
  { ...NORMA, valeur: { professionnels: 2, placesSansCategorie1: 24 }, texte: CSP_R2324_43_1 },
]);
/** Une micro-crèche reste à un seul professionnel jusqu'à ce nombre d'enfants. */
const SEUL_EN_MICRO = createDonneeDatee('seul en micro-crèche', [
  { ...NORMA, valeur: { places: 12, enfants: 3 }, texte: DECRET_2025_304 },
]);
const SORTIE = createDonneeDatee('enfants par professionnel en sortie', [
  { ...NORMA, valeur: 5, texte: CSP_R2324_43_2 },
]);
const QUOTA = createDonneeDatee('part de catégorie 1, en centièmes', [{ ...NORMA, valeur: 40, texte: CSP_R2324_42 }]);

export type Bareme = Readonly<{
  rapports: Readonly<{ tous: number; nonMarcheurs: number; marcheurs: number }>;
  plancher: Readonly<{ professionnels: number; placesSansCategorie1: number }>;
  seulEnMicro: Readonly<{ places: number; enfants: number }>;
  sortie: number;
  surnombre: Surnombre;
  quota: number;
}>;

/** Tous les chiffres en vigueur un jour : lus une fois pour une journée entière. */
export function getBareme(jour: JourCivil): Bareme {
  return {
    rapports: RAPPORTS.at(jour),
    plancher: PLANCHER.at(jour),
    seulEnMicro: SEUL_EN_MICRO.at(jour),
    sortie: SORTIE.at(jour),
    surnombre: SURNOMBRE.at(jour),
    quota: QUOTA.at(jour),
  };
}
