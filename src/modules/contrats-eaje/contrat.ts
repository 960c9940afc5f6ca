/** Le contrat d'accueil d'un enfant : ses jours et ses heures, sa période, son tarif signé. Une révision est un avenant. */
import type { JourCivil } from '#shared/jour-civil.ts';
import { findPlage, formatMinutes } from '#shared/quart-d-heure.ts';

export const NATURES_ACCUEIL = {
  REGULIER: 'Régulier',
  OCCASIONNEL: 'Occasionnel',
  URGENCE: 'Urgence',
} as const;
export type NatureAccueil = keyof typeof NATURES_ACCUEIL;

export const JOURS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

export type Contrat = Readonly<{
  id: string;
  enfantId: string;
  etablissementId: string;
  nature: NatureAccueil;
  du: JourCivil;
  au: JourCivil | null;
  semaine: number[];
  adaptationJusquAu: JourCivil | null;
  semainesParAn: number;
  mensualites: number;
  tarifCentimes: number;
  tarifEtapes: string[];
  avenantDe: string | null;
  motifFin: string | null;
  signeLe: JourCivil | null;
  version: number;
}>;

/** « lundi, mardi, jeudi de 8 h 30 à 17 h » quand les heures sont les mêmes, sinon jour par jour. */
export function formatSemaine(semaine: readonly number[]): string {
  const venus = JOURS.flatMap((jour, rang) => {
    const plage = findPlage(semaine, rang + 1);
    return plage ? [{ jour, heures: `de ${formatMinutes(plage.debut)} à ${formatMinutes(plage.fin)}` }] : [];
  });
  const [premier] = venus;
  if (premier === undefined) return 'aucun jour';
  if (venus.every(({ heures }) => heures === premier.heures))
    return `${venus.map(({ jour }) => jour).join(', ')} ${premier.heures}`;
  return venus.map(({ jour, heures }) => `${jour} ${heures}`).join(', ');
}

export const MOTIFS_FIN = {
  ECOLE: 'Entrée à l’école',
  DEMENAGEMENT: 'Déménagement',
  AUTRE_MODE: 'Autre mode d’accueil',
  DEPART_FAMILLE: 'Choix de la famille',
  IMPAYES: 'Impayés',
  AUTRE: 'Autre raison',
} as const;
export type MotifFin = keyof typeof MOTIFS_FIN;
/** Ce que porte un contrat qu'un avenant a remplacé. */
export const FIN_PAR_AVENANT = 'AVENANT';

/** Une raison reprise d'un fichier se lit telle quelle. */
export function formatMotifFin(motif: string): string {
  return motif === FIN_PAR_AVENANT ? 'Remplacé par un avenant' : (MOTIFS_FIN[motif as MotifFin] ?? motif);
}
