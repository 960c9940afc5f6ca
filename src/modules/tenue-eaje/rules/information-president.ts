/**
 * Une direction qui change se dit au président du conseil départemental (EVT-03).
 *
 * Ce que dit le texte (CSP, art. R2324-24) : le gestionnaire l'informe sans délai de la modification d'un élément de l'autorisation, dont la
 * direction.
 * Comment il est lu ici : qui rattache, change ou fait finir une personne de la direction le lit en enregistrant. On le rappelle, rien n'est
 * empêché : remplacer quelques heures n'est pas changer de direction, et seule la personne le sait.
 * Non traité : l'échéance, faute de tenir le jour où il est informé ; les locaux, dont les travaux ont leur règle ; les places, que seul un
 * nouvel arrêté change.
 */
import type { MetierEaje } from '#modules/eaje/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { formatTexte, type TexteLegal } from '#shared/texte-legal.ts';

const CSP_R2324_24: TexteLegal = {
  code: 'CSP',
  article: 'R2324-24',
  source: 'Référentiel petite enfance, source S13c',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-22'),
};
const DIRECTION: MetierEaje = 'DIRECTION';

/** Ce qui se rappelle d'un enregistrement, à la suite de ce qui est dit fait ; rien si la direction n'est pas en cause. */
export function formatRappelDirection(fait: string, metiers: readonly unknown[]): string {
  if (!metiers.includes(DIRECTION)) return fait;
  return `${fait} Si la direction de la crèche change, informez-en sans délai le président du conseil départemental (${formatTexte(CSP_R2324_24)}).`;
}
