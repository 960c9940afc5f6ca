import { jourCivil } from '#shared/jour-civil.ts';
import type { Signalement } from '../signalement.ts';

/** Un signalement envoyé l’avant-veille du jour d’essai. */
export function aSignalement(plus: Partial<Signalement> = {}): Signalement {
  return {
    id: 'signalement',
    etat: 'envoye',
    urgent: false,
    autorite: 'Procureur',
    motif: 'refus-famille',
    actionsMenees: 'Suivi de PMI',
    demandes: ['aemo'],
    argumentaire: 'Danger',
    moyen: 'plateforme',
    valideLe: jourCivil('2026-11-18'),
    signataire: 'LESAGE Hélène',
    arreteNumero: '2026-101',
    envoyeA: '2026-11-19T09:00:00Z',
    accuseLe: null,
    relanceLe: null,
    suitesLe: null,
    suites: null,
    suitesNature: null,
    motifAbandon: null,
    ditLe: null,
    creeLe: '2026-11-18T09:00:00Z',
    creePar: null,
    version: 1,
    ...plus,
  };
}
