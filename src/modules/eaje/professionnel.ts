/** Le professionnel d'une crèche : un agent du département, son métier auprès des enfants, ses heures. */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Minutes } from '#shared/quart-d-heure.ts';

/** R2324-42 du CSP : 1 ou 2 ; nulle, il ne compte pas auprès des enfants (CAP-21). */
export type CategoriePro = 1 | 2 | null;

export const METIERS_EAJE = {
  AP: { libelle: 'Auxiliaire de puériculture', categorie: 1 },
  EJE: { libelle: 'Éducateur de jeunes enfants', categorie: 1 },
  IDE: { libelle: 'Infirmier', categorie: 1 },
  PUERICULTEUR: { libelle: 'Puériculteur', categorie: 1 },
  PSYCHOMOTRICIEN: { libelle: 'Psychomotricien', categorie: 1 },
  CAP_AEPE: { libelle: 'CAP accompagnant éducatif petite enfance', categorie: 2 },
  AGENT_AUPRES_ENFANTS: { libelle: 'Agent auprès d’enfants', categorie: 2 },
  AGENT_POLYVALENT: { libelle: 'Agent polyvalent', categorie: null },
  CUISINIER: { libelle: 'Cuisinier', categorie: null },
  STAGIAIRE: { libelle: 'Stagiaire', categorie: null },
  APPRENTI: { libelle: 'Apprenti', categorie: null },
  DIRECTION: { libelle: 'Direction', categorie: null },
} as const satisfies Record<string, { libelle: string; categorie: CategoriePro }>;
export type MetierEaje = keyof typeof METIERS_EAJE;

export const LIBELLES_METIER = Object.fromEntries(
  Object.entries(METIERS_EAJE).map(([code, { libelle }]) => [code, libelle]),
) as Record<MetierEaje, string>;

export const CATEGORIES_PRO = { 1: 'Catégorie 1', 2: 'Catégorie 2' } as const;

export type NatureVacation = 'POSTE' | 'PAUSE' | 'REUNION' | 'FORMATION' | 'SORTIE' | 'ABSENT';

export type Horaire = Readonly<{
  du: JourCivil;
  au: JourCivil | null;
  semaine: readonly number[];
  pauseDebut: Minutes | null;
  pauseFin: Minutes | null;
}>;

/** Ce qui remplace l'horaire un jour donné, en entier. */
export type Vacation = Readonly<{
  id: string;
  etablissementId: string;
  jour: JourCivil;
  debut: Minutes;
  fin: Minutes;
  nature: NatureVacation;
  motif: string;
}>;

/** Ce qu'on sait d'avance d'un professionnel sur une période : ses heures, ses vacations, ses absences. */
export type ProfessionnelPrevu = Readonly<{
  id: string;
  agentId: string;
  nom: string;
  prenom: string;
  uniteId: string;
  /** Nul : un volant du territoire. */
  etablissementId: string | null;
  sectionId: string | null;
  metier: MetierEaje;
  categorie: CategoriePro;
  quotite: number;
  experienceDepuis: JourCivil | null;
  du: JourCivil;
  au: JourCivil | null;
  horaires: readonly Horaire[];
  vacations: readonly Vacation[];
  absences: readonly { du: JourCivil; au: JourCivil | null }[];
}>;

/** Une ligne de la liste des professionnels d'une crèche. */
export type ProfessionnelInscrit = Readonly<{
  id: string;
  agentId: string;
  uniteId: string;
  etablissementId: string | null;
  nom: string;
  prenom: string;
  metier: MetierEaje;
  categorie: CategoriePro;
  quotite: number;
  sectionId: string | null;
  section: string | null;
  experienceDepuis: JourCivil | null;
  du: JourCivil;
  au: JourCivil | null;
  version: number;
  /** L'horaire en cours ce jour, et sa pause. */
  semaine: readonly number[] | null;
  pauseDebut: Minutes | null;
  pauseFin: Minutes | null;
  absentJusquAu: JourCivil | null;
  absent: boolean;
}>;
