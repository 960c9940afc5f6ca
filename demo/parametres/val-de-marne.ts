import { defineParametre, type ParametresProfil } from './parametre.ts';

/** Profil urbain, à la manière du Val-de-Marne. Les confiances suivent `parametre.ts`. */
export const valDeMarne: ParametresProfil = {
  habitants: defineParametre(1_420_000, 'C', 'ordre de grandeur Insee, de mémoire'),
  moinsDe18: defineParametre(327_000, 'C', 'ordre de grandeur Insee, de mémoire'),
  moinsDe21: defineParametre(383_000, 'C', 'ordre de grandeur Insee, de mémoire'),
  mesures: defineParametre(
    6000,
    'C',
    'taux pour 1 000 moins de 21 ans choisi dans l’étendue observée (10 à 41, médiane 23 : DREES 2018 ; France 24,1 fin 2023)',
  ),
  accueils: defineParametre(3100, 'C', 'part des accueils autour de 55 % (DREES fin 2024)'),
  aed: defineParametre(900, 'C', 'rapport AED/AEMO national : 51 192 / 121 300 (DREES fin 2022)'),
  aemo: defineParametre(2000, 'C', 'rapport AED/AEMO national : 51 192 / 121 300 (DREES fin 2022)'),
  modesAccueil: defineParametre(
    { 'accueil-familial': 0.21, etablissement: 0.52, autre: 0.27 },
    'C',
    'médiane de l’accueil familial 37 %, 47 départements entre 28 et 45 % (DREES 2023)',
  ),
  assistantsFamiliaux: defineParametre(385, 'A', 'offre d’emploi publiée par un département (2026)'),
  referentsAse: defineParametre(95, 'C', '30 jeunes par référent visés, 35 constatés'),
  structures: defineParametre(42, 'C', '37 places en moyenne par structure (enquête ES-PE 2021)'),
  places: defineParametre(1750, 'C', 'environ 0,42 place d’établissement par jeune confié'),
  partMna: defineParametre(0.27, 'C', '21 % des accueillis au plan national (résultats provisoires DREES 2024)'),
  partJeunesMajeurs: defineParametre(0.2, 'C', '32 600 APJM pour environ 206 000 confiés (DREES fin 2024)'),
  informationsPreoccupantesParAn: defineParametre(
    6900,
    'C',
    '15 à 21 pour 1 000 mineurs, repères Haute-Vienne et Essonne 2018',
  ),
  evaluationsParAn: defineParametre(3500, 'C', '45 à 60 % des informations entrantes (CRIP de l’Essonne 2018)'),
  evaluationMoyenneJours: defineParametre(130, 'C', 'délai légal de trois mois, dépassements constatés'),
  evaluationsEnAttente: defineParametre(1500, 'A', 'question écrite au Sénat n° 04542, mai 2025'),
  aemoEnAttente: defineParametre(
    { part: 0.15, mois: 8 },
    'C',
    'attente de 4 à 8 mois selon les juges des enfants (2023), 8 à 9 % en 2019 (IGAS-IGJ)',
  ),
  placementsNonExecutes: defineParametre(
    0.02,
    'C',
    'au moins 1,9 % des accueils judiciaires (Syndicat de la magistrature 2023, DREES)',
  ),
  oppParquetParAn: defineParametre(450, 'C', '1,3 à 1,5 pour 1 000 mineurs'),
  echeancesJudiciairesParAn: defineParametre(4300, 'C', 'durées usuelles des jugements appliquées au stock'),
  lignesOlinpeParAn: defineParametre(11_000, 'C', 'débuts, renouvellements et fins dérivés du stock'),
  depenseAccueilParJeune: defineParametre(
    49_000,
    'C',
    'hypothèse entre la moyenne nationale (41 000 €) et le plafond francilien (54 000 €), DREES 2023',
  ),
  ppeAJour: defineParametre(0.22, 'C', 'témoignages très bas ; paramétrable de 10 à 70 %'),
};
