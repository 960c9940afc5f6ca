/**
 * Les états d'un dossier de travaux (TRV-01, pratique) : besoin, validé, programmé, en cours, reçu, rouvert ; ou abandonné, avec sa raison, tant
 * que rien n'a commencé. Un dossier rouvert ou abandonné ne bouge plus.
 * Non traité : des travaux interrompus, qui restent en cours.
 */
import type { ActeTravaux, EtatTravaux } from '../dossier-travaux.ts';

export const TRANSITIONS: Record<EtatTravaux, Readonly<Partial<Record<ActeTravaux, EtatTravaux>>>> = {
  BESOIN: { valider: 'VALIDE', abandonner: 'ABANDONNE' },
  VALIDE: { programmer: 'PROGRAMME', abandonner: 'ABANDONNE' },
  PROGRAMME: { commencer: 'EN_COURS', abandonner: 'ABANDONNE' },
  EN_COURS: { recevoir: 'RECU' },
  RECU: { rouvrir: 'ROUVERT' },
  ROUVERT: {},
  ABANDONNE: {},
};

export function findEtatSuivant(etat: EtatTravaux, acte: ActeTravaux): EtatTravaux | undefined {
  return TRANSITIONS[etat][acte];
}

/** Ni rouvert ni abandonné. */
export function isOuvert(etat: EtatTravaux): boolean {
  return etat !== 'ROUVERT' && etat !== 'ABANDONNE';
}
