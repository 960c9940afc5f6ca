/** Les états d'une mesure (référentiel §3.4). */
import { z } from 'zod';

export const ETATS_MESURE = {
  demandee: 'Demandée',
  proposee: 'Proposée',
  'accord-recueilli': 'Accord recueilli',
  decidee: 'Décidée',
  'en-attente-execution': 'En attente d’exécution',
  'en-cours': 'En cours',
  suspendue: 'Suspendue',
  'en-renouvellement': 'En renouvellement',
  renouvelee: 'Renouvelée',
  terminee: 'Terminée',
  mainlevee: 'Mainlevée',
  'echue-sans-decision': 'Échue sans décision',
  transferee: 'Transférée',
  refusee: 'Refusée',
  annulee: 'Annulée',
} as const;
export type EtatMesure = keyof typeof ETATS_MESURE;
export const EtatMesure = z.enum(Object.keys(ETATS_MESURE) as [EtatMesure, ...EtatMesure[]], {
  error: 'Choisissez l’état de la mesure.',
});
