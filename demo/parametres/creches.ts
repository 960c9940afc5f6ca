import { defineParametre } from './parametre.ts';

/** Calibrage des crèches départementales. Sauf mention, ce sont des choix de simulation, sans valeur réglementaire. */
export const CRECHES = {
  /** Places de chaque crèche, par territoire ; un petit jeu garde les premières de chaque liste. */
  places: defineParametre(
    [
      [60, 45, 90, 30, 75, 60, 40, 60, 20, 50, 60, 45, 75, 60],
      [60, 40, 50, 60, 75, 30, 45, 60, 60, 40, 75, 60, 45, 60],
      [60, 50, 75, 45, 60, 30, 60, 90, 60, 40, 60, 50, 45, 60],
      [60, 40, 60, 75, 20, 60, 50, 60, 30, 60, 40, 45, 60],
      [60, 45, 60, 90, 40, 60, 30, 60, 75, 60, 50, 40, 60],
      [60, 50, 45, 60, 90, 60, 30, 75, 60, 40, 50, 45, 60],
    ] as const,
    'B',
    '76 crèches et 4 500 places environ en 2017 (Val-de-Marne) ; répartition par taille C',
  ),
  qpv: defineParametre(0.35, 'C', 'crèches en quartier prioritaire'),
  modulees: defineParametre(0.4, 'C', 'autorisations modulées selon l’heure'),
  unPourSix: defineParametre(0.7, 'C', 'méthode d’encadrement retenue par le gestionnaire'),
  enfantsParPlace: defineParametre(
    1.35,
    'C',
    '2,5 enfants inscrits par place sur une année, tous établissements (2010)',
  ),
  partisParPlace: defineParametre(0.5, 'C', 'enfants partis depuis un an ; 37 % du parc se libère chaque année'),
  attendusParPlace: defineParametre(0.04, 'C', 'enfants inscrits dont le contrat reste à signer'),
  ages: defineParametre({ '3-12': 0.24, '12-24': 0.36, '24-35': 0.4 }, 'C', 'âges en mois des enfants présents'),
  marcheMois: defineParametre({ moyenne: 13, ecart: 2 }, 'C', 'acquisition de la marche'),
  joursParSemaine: defineParametre({ '5': 0.58, '4': 0.2, '3': 0.12, '2': 0.06, '1': 0.04 }, 'C', 'contrats réguliers'),
  occasionnels: defineParametre(0.15, 'C', 'part des enfants sans semaine régulière : 6 % des heures'),
  entreesEnSeptembre: defineParametre(0.65, 'C', 'rentrée de septembre'),
  arrivees: defineParametre(
    { '450': 15, '480': 23, '510': 30, '540': 22, '570': 10 },
    'C',
    'cumul 15, 38, 68, 90, 100 %',
  ),
  departs: defineParametre(
    { '960': 5, '990': 10, '1020': 23, '1050': 25, '1080': 22, '1110': 15 },
    'C',
    'cumul 5, 15, 38, 63, 85, 100 %',
  ),
  presence: defineParametre(
    [0.88, 0.9, 0.8, 0.89, 0.82] as const,
    'C',
    'présence réelle sur réservé, de lundi à vendredi',
  ),
  badgesOublies: defineParametre(
    { sansDepart: 0.025, sansArrivee: 0.009, inverses: 0.004, negligentes: 8, soigneuses: 0.15 },
    'C',
    'part des pointages d’une crèche sur huit ; les autres en ont sept fois moins',
  ),
  presenceSaison: defineParametre({ vacances: 0.75, aout: 0.5, hiver: 0.9 }, 'C', 'facteurs sur la présence'),
  ressources: defineParametre(
    { mediane: 3300, ecart: 0.6, auPlancher: 0.07 },
    'B',
    '12 % des familles au-delà de 6 000 €',
  ),
  monoparentales: defineParametre(0.22, 'C', 'familles d’un seul parent'),
  enfantsACharge: defineParametre({ '1': 0.42, '2': 0.4, '3': 0.14, '4': 0.03, '5': 0.01 }, 'C', 'par famille'),
  handicap: defineParametre(0.015, 'C', 'enfants du bonus inclusion'),
  pai: defineParametre(0.05, 'C', 'projets d’accueil individualisé'),
  fratries: defineParametre(0.07, 'C', 'second enfant de la même famille'),
  agentsParPlace: defineParametre(0.44, 'B', 'Montpellier 2023 : 650 agents pour 1 428 places'),
  metiers: defineParametre(
    {
      AP: 0.5,
      CAP_AEPE: 0.14,
      AGENT_AUPRES_ENFANTS: 0.08,
      EJE: 0.09,
      AGENT_POLYVALENT: 0.11,
      CUISINIER: 0.05,
      IDE: 0.03,
    },
    'C',
    'hors direction',
  ),
  vacance: defineParametre(
    { AP: 0.12, EJE: 0.15, autre: 0.08 },
    'B',
    '14 % des postes vacants en Île-de-France (enquête de la fin 2024)',
  ),
  absences: defineParametre(
    { parAn: 2.9, courtes: 0.45, longues: 0.08 },
    'B',
    '16 % des jours (Montpellier 2023) ; les longues en font la moitié',
  ),
  volantsParTerritoire: defineParametre(14, 'C', 'de douze à seize pour treize crèches, deux tiers auprès des enfants'),
} as const;
