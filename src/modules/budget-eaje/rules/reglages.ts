/** Ce que le département règle pour les lignes de ses crèches : seuils, délais, journée complémentaire. Pratiques, jamais des textes. */
import { readParametre } from '#modules/organisation/index.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { Seuils } from './atterrissage.ts';

export type Reglages = Readonly<{
  seuils: Seuils;
  joursComplementaires: number;
  joursServiceFait: number;
  joursArbitrage: number;
  /** En pour cent de prestations conformes. */
  seuilPenalite: number;
}>;

export function readReglages(dossier: Readonly<{ parametres: Readonly<Record<string, unknown>> }>): Reglages {
  return {
    seuils: {
      haut: readParametre(dossier, 'creches.budget-seuil-haut'),
      bas: readParametre(dossier, 'creches.budget-seuil-bas'),
      joursAvantRythme: readParametre(dossier, 'creches.budget-rythme-jours'),
    },
    joursComplementaires: readParametre(dossier, 'creches.budget-complementaire-jours'),
    joursServiceFait: readParametre(dossier, 'creches.service-fait-jours'),
    joursArbitrage: readParametre(dossier, 'creches.budget-arbitrage-jours'),
    seuilPenalite: readParametre(dossier, 'creches.service-fait-seuil'),
  };
}

export const BUDGET_LOCAL: TexteLegal = {
  code: 'Suivi des lignes budgétaires',
  source: 'pratique du département, aucun texte connu',
  confiance: 'local',
};
export const SERVICE_FAIT_LOCAL: TexteLegal = {
  code: 'Service fait des prestataires',
  source: 'Référentiel petite enfance, PRS-01 : bon de service fait ; délai du département',
  confiance: 'local',
};
