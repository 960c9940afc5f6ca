/**
 * SEC-003 : les ouvertures en urgence se revoient chaque mois.
 *
 * Ce que dit la règle : aucun texte n'impose une cadence ; l'accès se limite au besoin d'en connaître et se journalise (RGPD,
 * art. 5 et 32). La revue mensuelle est une pratique locale.
 * Comment elle est lue ici : les ouvertures d'un mois se revoient au plus tard le jour réglé par le département, le mois suivant.
 * Non traité : une revue anticipée dans le mois.
 */
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

export const SEC_003: TexteLegal = {
  code: 'Référentiel',
  article: 'SEC-003',
  source: 'Référentiel protection de l’enfance §12.2, pratique locale',
  confiance: 'local',
};

/** Dernier jour pour revoir les ouvertures d'un mois (« 2026-10 »), `quantieme` réglé par le département (28 au plus). */
export function evaluateRevueDue(mois: string, quantieme: number): { pour: JourCivil; etapes: string[] } {
  const suivant = addMois(jourCivil(`${mois}-01`), 1);
  const pour = jourCivil(`${suivant.slice(0, 8)}${String(quantieme).padStart(2, '0')}`);
  return {
    pour,
    etapes: [
      `Ouvertures de ${formatMois(mois)}, revues au plus tard le ${quantieme} du mois suivant (paramètre du département) = ${formatJour(pour, 'long')}.`,
    ],
  };
}

/** « octobre 2026 » */
export function formatMois(mois: string): string {
  return formatJour(jourCivil(`${mois}-02`), 'long').replace(/^2 /, '');
}
