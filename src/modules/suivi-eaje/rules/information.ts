/**
 * Qui doit savoir un fait marquant, et quand (EVT-01, EVT-04).
 *
 * Ce que dit le texte : le gestionnaire informe sans délai le président du conseil départemental de tout accident survenu pendant
 * l'accueil ayant entraîné une hospitalisation ou l'intervention des secours, et de tout décès d'un enfant confié (CSP R2324-25 I).
 * Comment il est lu ici : « sans délai » est le jour même ; un tel fait ne se clôt pas tant que le président n'est pas informé. La gravité
 * fixe, pour tout fait, quand quelqu'un hors de la crèche le sait : `delais.ts` le lit des paramètres du département.
 * Non traité : le changement des coordonnées d'urgence, qui est dans `contact.ts`.
 */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';

export const CSP_R2324_25: TexteLegal = {
  code: 'CSP',
  article: 'R2324-25',
  source: 'Référentiel petite enfance, source S17',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-21'),
};
export const GRAVITE_LOCALE: TexteLegal = {
  code: 'Remontée des faits marquants',
  source: 'pratique du département, aucun texte connu',
  confiance: 'a-confirmer',
};

/** Peut-on clore ce fait ? */
export function evaluateCloture(fait: { secours: boolean; deces: boolean; pcdInforme: boolean }): Verdict {
  if (!(fait.secours || fait.deces) || fait.pcdInforme) return accepte();
  const cause = fait.deces ? 'Un enfant confié est décédé' : 'Un enfant a été hospitalisé, ou les secours sont venus';
  return oppose(`${cause} : le président du conseil départemental doit en être informé avant que ce fait soit clos.`, [
    CSP_R2324_25,
  ]);
}
