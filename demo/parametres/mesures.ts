import { defineParametre } from './parametre.ts';

/** Calibrage des mesures, de leurs décisions et de ce qu'elles font devoir. Les parts sont celles d'un flux, sauf mention. */
export const MESURES = {
  entreesPlacement: defineParametre(
    { OPP_PARQUET: 0.3, OPP_JUGE: 0.35, PLACEMENT_ASE: 0.35 },
    'C',
    'répartition des entrées en placement',
  ),
  milieuOuvert: defineParametre(
    { AEMO: 0.84, AEMO_RENFORCEE: 0.12, AEMO_HEBERGEMENT: 0.04 },
    'C',
    'parts du stock d’AEMO : renforcée 12 %, avec hébergement 4 %',
  ),
  aideADomicile: defineParametre({ AED: 0.88, AED_RENFORCEE: 0.12 }, 'C', 'loi de calibrage'),
  moisJudiciaires: defineParametre(
    { '6': 0.12, '12': 0.67, '24': 0.21 },
    'C',
    'durées usuelles des jugements : AEMO 12 mois 70 %, placement 12 mois 65 %',
  ),
  moisAdministratifs: defineParametre({ '6': 0.55, '12': 0.45 }, 'C', 'AED souvent de six mois, un an au plus'),
  placementsDirects: defineParametre(0.08, 'B', '16 550 placements directs pour 208 000 accueils fin 2022'),
  milieuOuvertAvantPlacement: defineParametre(0.35, 'C', 'une large majorité déjà suivie avant l’entrée'),
  placementADomicile: defineParametre(0.3, 'C', 'placement à domicile 8 % des confiés, dans le mode « autre »'),
  dejaTisf: defineParametre(0.12, 'C', 'TISF et AESF : 2 à 4 pour 1 000 mineurs'),
  renouvellementTardif: defineParametre(0.03, 'C', 'décision prise après le terme'),
  echueSansDecision: defineParametre(0.12, 'C', 'part des termes passés depuis moins de 45 jours'),
  provisoireProroge: defineParametre(0.1, 'C', 'placement provisoire jugé au-delà de six mois'),
  decisionRecueJours: defineParametre([1, 22], 'C', 'décision notifiée en retard, plus de dix jours : 25 %'),
  attenteSansRaison: defineParametre(0.2, 'C', 'mesures attendues sans que personne ait dit pourquoi'),
  aedEnAttente: defineParametre(0.25, 'C', 'AED décidées depuis moins de 40 jours'),
  placementEnAttente: defineParametre(
    0.14,
    'B',
    '1,9 % des accueils judiciaires, concentrés sur les décisions récentes',
  ),
  jamais: defineParametre(
    { ppe: 0.2, bilan: 0.25, entretien17: 0.22, avisRepresentant: 0.16, evaluationTiers: 0.15, juge: 0.15 },
    'C',
    'part des actes uniques qui n’ont pas lieu, tant que la mesure dure',
  ),
  enRetard: defineParametre(
    { ppe: 0.3, bilan: 0.3, entretien17: 0.2, rapport: 0.2, rapportEcheance: 0.25, notification: 0.25, juge: 0.15 },
    'C',
    'part des actes faits après leur terme ; rapport transmis au juge à temps : 65 %',
  ),
  arriere: defineParametre(
    { ppe: 0.27, rapport: 0.2, transmission: 0.22, communication: 0.12, examen: 0.3 },
    'C',
    'part des enfants dont le dernier acte périodique dû n’est pas fait ; rapports de situation à jour : 70 %',
  ),
  rapportEcheanceJamais: defineParametre(0.1, 'C', 'rapport d’échéance que le juge n’a jamais eu'),
  convocationTardive: defineParametre(0.15, 'C', 'préavis respecté d’audience : 85 %'),
  changementsDeLieuParAn: defineParametre(0.35, 'C', 'famille d’accueil ; 0,55 en établissement'),
  mnaNonReconnus: defineParametre(0.5, 'C', 'évalués et non reconnus, parmi les dossiers de moins de deux mois'),
  sortieSeche: defineParametre(0.18, 'C', 'sortie à la majorité sans suite'),
} as const;
