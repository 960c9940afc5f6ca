/** Les paramètres des lignes budgétaires des crèches. */
import { buildEntier, defineParametre, local } from './parametre-definition.ts';

const groupe = 'Crèches';

export const PARAMETRES_BUDGET = {
  'creches.budget-seuil-haut': defineParametre({
    ...local,
    groupe,
    libelle: 'Ligne budgétaire qui dépassera son budget',
    aide: 'Part du budget au-delà de laquelle l’atterrissage d’une ligne de crèche alerte (DEP-02).',
    unite: '%',
    schema: buildEntier(100, 200),
    defaut: 105,
  }),
  'creches.budget-seuil-bas': defineParametre({
    ...local,
    groupe,
    libelle: 'Ligne budgétaire qui sera sous-consommée',
    aide: 'Part du budget sous laquelle l’atterrissage d’une ligne de crèche alerte (DEP-02).',
    unite: '%',
    schema: buildEntier(0, 100),
    defaut: 80,
  }),
  'creches.budget-rythme-jours': defineParametre({
    ...local,
    groupe,
    libelle: 'Jours avant de lire le rythme d’une ligne budgétaire',
    aide: 'Avant, un seul achat suffirait à faire croire à un dépassement : seul ce qui est déjà engagé alerte.',
    unite: 'jours',
    schema: buildEntier(1, 365),
    defaut: 60,
  }),
  'creches.budget-arbitrage-jours': defineParametre({
    ...local,
    groupe,
    libelle: 'Arbitrage d’une ligne qui dépassera son budget',
    aide: 'Depuis le jour où l’atterrissage passe le seuil (DEP-02).',
    unite: 'jours',
    schema: buildEntier(0, 120),
    defaut: 15,
  }),
  'creches.budget-complementaire-jours': defineParametre({
    ...local,
    groupe,
    libelle: 'Journée complémentaire d’un exercice de crèche',
    aide: 'Jours après le 31 décembre pendant lesquels l’exercice reçoit encore des écritures ; ensuite il est clos.',
    unite: 'jours',
    schema: buildEntier(0, 90),
    defaut: 31,
    confiance: 'a-confirmer',
    source: 'Usage de la comptabilité publique, à confirmer par les finances',
  }),
  'creches.service-fait-jours': defineParametre({
    ...local,
    groupe,
    libelle: 'Attestation du service fait d’un prestataire',
    aide: 'Après le dernier jour du mois, pour le ménage et l’intérim (PRS-01).',
    unite: 'jours',
    schema: buildEntier(0, 90),
    defaut: 10,
  }),
  'creches.service-fait-seuil': defineParametre({
    ...local,
    groupe,
    libelle: 'Pénalité de ménage proposée',
    aide: 'Sous cette part de prestations conformes, une pénalité se propose (PRS-01) ; le barème du marché prévaut.',
    unite: '%',
    schema: buildEntier(0, 100),
    defaut: 95,
  }),
} as const;
