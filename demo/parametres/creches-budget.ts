import { defineParametre } from './parametre.ts';

/** L'argent des crèches fictives, par place et par an, en euros : un ordre de grandeur, à faire valider par un pilote. */
export const CRECHES_BUDGET = {
  parPlace: defineParametre(
    { ENTRETIEN: 45, PEDAGOGIE: 110, PHARMACIE: 12, ALIMENTATION: 30, MENAGE: 1150, INTERIM: 480, FLUIDES: 420 },
    'C',
    'budgets votés par place',
  ),
  consommation: defineParametre({ moyenne: 0.97, ecart: 0.055 }, 'C', 'part du budget dépensée en fin d’année'),
  achats: defineParametre([7, 11] as const, 'C', 'engagements d’une ligne dans l’année'),
  mandatement: defineParametre([12, 38] as const, 'C', 'jours de l’engagement au mandatement'),
  conformite: defineParametre([0.93, 1] as const, 'C', 'part conforme des prestations de ménage'),
} as const;
