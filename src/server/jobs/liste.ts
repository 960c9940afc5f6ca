import { TRAVAUX as ACTIVITE_PSU } from '#modules/activite-psu/index.server.ts';
import { TRAVAUX as ALERTES } from '#modules/alertes/index.server.ts';
import { TRAVAUX as COMPTES } from '#modules/comptes/index.server.ts';
import { TRAVAUX as DELEGATIONS } from '#modules/delegations/index.server.ts';
import { TRAVAUX as ECHEANCES } from '#modules/echeances/index.server.ts';
import { TRAVAUX as ENCADREMENT } from '#modules/encadrement/index.server.ts';
import { TRAVAUX as JOURNAL } from '#modules/journal/index.server.ts';
import { TRAVAUX as JOURNEES_EAJE } from '#modules/journees-eaje/index.server.ts';
import { TRAVAUX as MESURES } from '#modules/mesures/index.server.ts';
import { TRAVAUX as PERSONNES } from '#modules/personnes/index.server.ts';
import { TRAVAUX as POINTAGES } from '#modules/pointages/index.server.ts';
import { TRAVAUX as RAPPROCHEMENT } from '#modules/rapprochement/index.server.ts';
import { TRAVAUX as REPRISE } from '#modules/reprise/index.server.ts';
import { TRAVAUX as TRAVAUX_DE_FOND } from '#modules/travaux/index.server.ts';
import type { Travail } from './travail.ts';

/** Tous les travaux : un module sort les siens par sa porte, et ajoute une ligne ici. */
export const TRAVAUX: readonly Travail[] = [
  ...JOURNAL,
  ...COMPTES,
  ...DELEGATIONS,
  ...RAPPROCHEMENT,
  ...PERSONNES,
  ...REPRISE,
  ...POINTAGES,
  ...MESURES,
  ...ECHEANCES,
  ...ALERTES,
  ...ACTIVITE_PSU,
  ...JOURNEES_EAJE,
  ...ENCADREMENT,
  ...TRAVAUX_DE_FOND,
];
