import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { NatureAccueil } from './contrat.ts';

export const ACCUEILS = {
  accueilli: 'Accueillis ce jour',
  'a-venir': 'Contrat à venir',
  attendus: 'Contrat à préparer',
  reserves: 'Accueil réservé, sans contrat',
  partis: 'Contrat fini',
  'sans-ressources': 'Ressources à inscrire',
  'tarif-a-revoir': 'Tarif à revoir',
  tous: 'Tous',
} as const;
export type Accueil = keyof typeof ACCUEILS;
/** Ce qui se lit des ressources : seulement de qui accueille les familles. */
export const ACCUEILS_DE_QUI_ACCUEILLE: readonly Accueil[] = ['sans-ressources', 'tarif-a-revoir'];

/** Les filtres de la liste des enfants d'une crèche, lus dans l'adresse : une valeur abîmée est ignorée. */
export const EnfantFiltre = z.object({
  q: z.string().trim().max(100).catch(''),
  section: Identifiant.nullable().catch(null),
  accueil: z.enum(Object.keys(ACCUEILS) as [Accueil, ...Accueil[]]).catch('accueilli'),
  tri: z.enum(['nom', 'age', 'section', 'heures', 'tarif']).catch('nom'),
  sens: z.enum(['asc', 'desc']).catch('asc'),
});
export type EnfantFiltre = z.infer<typeof EnfantFiltre>;

/** Une ligne de la liste : l'enfant et le contrat qui vaut ce jour, à défaut le prochain, à défaut le dernier. */
export type EnfantLigne = Readonly<{
  id: string;
  familleId: string;
  nom: string;
  prenom: string;
  neLe: JourCivil;
  marcheDepuis: JourCivil | null;
  section: string | null;
  pai: boolean;
  contratId: string | null;
  nature: NatureAccueil | null;
  du: JourCivil | null;
  au: JourCivil | null;
  semaine: number[] | null;
  minutesSemaine: number | null;
  tarifCentimes: number | null;
  /** Sans contrat : le dernier jour réservé, en occasionnel ou en urgence. */
  reserveLe: JourCivil | null;
  /** Nul quand on n'a pas à le savoir. */
  ressourcesConnues: boolean | null;
}>;
