/** Les textes des travaux d'une crèche ; ce que le département se donne à lui-même est dit local. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

const csp = (article: string, source: string): TexteLegal => ({
  code: 'CSP',
  article,
  source: `Référentiel petite enfance, source ${source}`,
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-22'),
});
const pratique = (id: string): TexteLegal => ({
  code: `Travaux des crèches (${id})`,
  source: 'pratique du département, aucun texte connu',
  confiance: 'local',
});

/** EVT-03 : un élément de l'autorisation change. */
export const CSP_R2324_24 = csp('R2324-24', 'S13c');
/** CAP-06 : l'occupation ne passe pas la capacité. */
export const CSP_R2324_27 = csp('R2324-27', 'S09');
export const TRV_01 = pratique('TRV-01');
export const TRV_02 = pratique('TRV-02');
export const TRV_03 = pratique('TRV-03');
export const INFORMATION_FAMILLES: TexteLegal = {
  code: 'Information des familles avant travaux (TRV-02)',
  source: 'Référentiel petite enfance, hypothèse',
  confiance: 'a-confirmer',
};
