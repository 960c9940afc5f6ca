import { defineParametre, type ParametresProfil } from './parametre.ts';

/** Profil moyen, à la manière de la Somme. Les confiances suivent `parametre.ts`. */
export const somme: ParametresProfil = {
  habitants: defineParametre(567_000, 'C', 'ordre de grandeur Insee, de mémoire'),
  moinsDe18: defineParametre(119_000, 'C', 'ordre de grandeur Insee, de mémoire'),
  moinsDe21: defineParametre(142_000, 'C', 'ordre de grandeur Insee, de mémoire'),
  mesures: defineParametre(
    4000,
    'C',
    'taux pour 1 000 moins de 21 ans choisi dans l’étendue observée (10 à 41, médiane 23 : DREES 2018 ; France 24,1 fin 2023)',
  ),
  accueils: defineParametre(
    2300,
    'C',
    'presse régionale nov. 2022 : 1 763 mineurs fin 2020, +250 au 01/11/2022, complété des majeurs',
  ),
  aed: defineParametre(480, 'C', 'rapport AED/AEMO national : 51 192 / 121 300 (DREES fin 2022)'),
  aemo: defineParametre(1220, 'C', 'rapport AED/AEMO national : 51 192 / 121 300 (DREES fin 2022)'),
  modesAccueil: defineParametre(
    { 'accueil-familial': 0.42, etablissement: 0.38, autre: 0.2 },
    'C',
    'médiane de l’accueil familial 37 %, 47 départements entre 28 et 45 % (DREES 2023)',
  ),
  assistantsFamiliaux: defineParametre(560, 'C', 'hypothèse de calibrage'),
  referentsAse: defineParametre(72, 'C', '30 jeunes par référent visés, 35 constatés'),
  structures: defineParametre(24, 'C', '37 places en moyenne par structure (enquête ES-PE 2021)'),
  places: defineParametre(950, 'C', 'environ 0,42 place d’établissement par jeune confié'),
  partMna: defineParametre(0.15, 'C', '21 % des accueillis au plan national (résultats provisoires DREES 2024)'),
  partJeunesMajeurs: defineParametre(0.14, 'C', '32 600 APJM pour environ 206 000 confiés (DREES fin 2024)'),
  informationsPreoccupantesParAn: defineParametre(
    2400,
    'C',
    '15 à 21 pour 1 000 mineurs, repères Haute-Vienne et Essonne 2018',
  ),
  evaluationsParAn: defineParametre(1400, 'C', '45 à 60 % des informations entrantes (CRIP de l’Essonne 2018)'),
  evaluationMoyenneJours: defineParametre(100, 'C', 'délai légal de trois mois, dépassements constatés'),
  evaluationsEnAttente: defineParametre(0, 'C', 'pas de file constituée dans ce profil'),
  aemoEnAttente: defineParametre(
    { part: 0.12, mois: 6 },
    'C',
    'attente de 4 à 8 mois selon les juges des enfants (2023), 8 à 9 % en 2019 (IGAS-IGJ)',
  ),
  placementsNonExecutes: defineParametre(
    0.03,
    'C',
    'au moins 1,9 % des accueils judiciaires (Syndicat de la magistrature 2023, DREES)',
  ),
  oppParquetParAn: defineParametre(180, 'C', '1,3 à 1,5 pour 1 000 mineurs'),
  echeancesJudiciairesParAn: defineParametre(2900, 'C', 'durées usuelles des jugements appliquées au stock'),
  lignesOlinpeParAn: defineParametre(7300, 'C', 'débuts, renouvellements et fins dérivés du stock'),
  depenseAccueilParJeune: defineParametre(
    31_500,
    'A',
    'DREES 2023 : moins de 32 000 € dans une quinzaine de départements (cartes J. Mariteau)',
  ),
  ppeAJour: defineParametre(0.3, 'C', 'témoignages très bas ; paramétrable de 10 à 70 %'),
};
