/** La crèche (EAJE) : ses heures, ses places autorisées, ses fermetures. Les minutes sont comptées depuis minuit. */
import { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Minutes } from '#shared/quart-d-heure.ts';

/** CAP-09 : la manière de compter les professionnels dus, au choix du gestionnaire. */
export const METHODES = {
  UN_POUR_SIX: '1 professionnel pour 6 enfants',
  CINQ_HUIT: '1 pour 5 enfants qui ne marchent pas, 1 pour 8 qui marchent',
} as const;
export type Methode = keyof typeof METHODES;

/** Où l'on arrondit le nombre de professionnels dus. */
export const AGREGATIONS = {
  ETABLISSEMENT: 'Sur toute la crèche',
  UNITE: 'Unité d’accueil par unité d’accueil, plus exigeant',
} as const;
export type Agregation = keyof typeof AGREGATIONS;

/** CAP-01, du plus petit au plus grand. */
export const CATEGORIES_EAJE = {
  MICRO: 'Micro-crèche',
  PETITE: 'Petite crèche',
  CRECHE: 'Crèche',
  GRANDE: 'Grande crèche',
  TRES_GRANDE: 'Très grande crèche',
} as const;
export const CategorieEaje = z.enum(Object.keys(CATEGORIES_EAJE) as [keyof typeof CATEGORIES_EAJE]);
export type CategorieEaje = z.infer<typeof CategorieEaje>;

export const MOTIFS_FERMETURE = {
  CONGES: 'Congés',
  PEDAGOGIQUE: 'Journée pédagogique',
  TRAVAUX: 'Travaux',
  EXCEPTIONNELLE: 'Fermeture exceptionnelle',
} as const;
/** Un jour férié ferme toutes les crèches : il n'est pas saisi, il vient du calendrier du département. */
export type MotifFermeture = keyof typeof MOTIFS_FERMETURE | 'FERIE';

/** Lundi 1 … dimanche 7. */
export type JourOuvert = number;

export type Modulation = Readonly<{
  jours: readonly JourOuvert[];
  debut: Minutes;
  fin: Minutes;
  places: number;
  /** Ces jours seulement, le temps de travaux ; sans dates, c'est l'habitude de la crèche. */
  pendant?: Readonly<{ du: JourCivil; au: JourCivil }> | null;
}>;
export type Autorisation = Readonly<{
  du: JourCivil;
  au: JourCivil | null;
  places: number;
  modulations: readonly Modulation[];
}>;
export type Fermeture = Readonly<{ du: JourCivil; au: JourCivil | null; motif: MotifFermeture; libelle: string }>;

export type EtablissementOuvert = Readonly<{
  id: string;
  uniteId: string;
  nom: string;
  code: string;
  /** L'unité dont la crèche dépend. */
  territoireId: string | null;
  territoire: string | null;
  methode: Methode;
  agregation: Agregation;
  ouvre: Minutes;
  ferme: Minutes;
  jours: readonly JourOuvert[];
  autorisations: readonly Autorisation[];
  fermetures: readonly Fermeture[];
  qpv: boolean;
  fournitTout: boolean;
}>;

/** Les murs tels qu'on les tient : ce que la fiche montre et que la saisie change. */
export type Murs = Pick<
  EtablissementOuvert,
  'id' | 'uniteId' | 'nom' | 'methode' | 'agregation' | 'fournitTout' | 'jours' | 'ouvre' | 'ferme' | 'qpv'
> &
  Readonly<{
    idEqu: string | null;
    dossierAfc: string | null;
    surfaceInterieure: number | null;
    plansDeChange: number | null;
    /** Heures par an du référent « santé et accueil inclusif ». */
    rsaiHeures: number | null;
    adresse: string | null;
    telephone: string | null;
    commune: string | null;
    version: number;
  }>;

export type ModulationInscrite = Modulation & Readonly<{ id: string }>;
export type AutorisationInscrite = Readonly<{
  id: string;
  etablissementId: string;
  du: JourCivil;
  au: JourCivil | null;
  places: number;
  arreteNumero: string;
  arreteLe: JourCivil;
  version: number;
  modulations: readonly ModulationInscrite[];
}>;

export const TRANCHES = {
  BEBES: 'Bébés',
  MOYENS: 'Moyens',
  GRANDS: 'Grands',
  MULTI_AGES: 'Âges mélangés',
} as const;
export type Tranche = keyof typeof TRANCHES;

export type UniteAccueilInscrite = Readonly<{ id: string; nom: string; places: number }>;
export type SectionInscrite = Readonly<{
  id: string;
  uniteAccueilId: string;
  nom: string;
  tranche: Tranche;
  places: number;
}>;
export type FermetureInscrite = Fermeture & Readonly<{ id: string; motif: keyof typeof MOTIFS_FERMETURE }>;

/** Qui joindre d'urgence, depuis quand, et quand le président du conseil départemental l'a su (EVT-01). */
export type ContactUrgence = Readonly<{
  id: string;
  nom: string;
  telephone: string;
  du: JourCivil;
  pcdLe: JourCivil | null;
  version: number;
}>;

export const JOURS_DE_SEMAINE = {
  1: 'lundi',
  2: 'mardi',
  3: 'mercredi',
  4: 'jeudi',
  5: 'vendredi',
  6: 'samedi',
  7: 'dimanche',
} as const;

/** « du lundi au vendredi », « mercredi », « lundi, mercredi ». */
export function formatJours(jours: readonly JourOuvert[]): string {
  const ranges = [...jours].sort((a, b) => a - b);
  const nom = (jour: number | undefined) => JOURS_DE_SEMAINE[jour as keyof typeof JOURS_DE_SEMAINE] ?? '';
  const suivis = ranges.every((jour, rang) => rang === 0 || jour === (ranges[rang - 1] ?? 0) + 1);
  if (suivis && ranges.length > 2) return `du ${nom(ranges[0])} au ${nom(ranges.at(-1))}`;
  return ranges.map(nom).join(', ');
}

/** « 14:30 » en minutes depuis minuit. */
export function parseMinutes(heure: string): number {
  const [heures = 0, minutes = 0] = heure.split(':').map(Number);
  return heures * 60 + minutes;
}
