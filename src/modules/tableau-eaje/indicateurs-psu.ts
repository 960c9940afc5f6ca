/** Les heures et l'argent : les mois comptés d'`activite-psu`, ses exercices et ses scénarios. */
import { findSeuilMixiteProche } from '#modules/activite-psu/index.ts';
import { formatDecimales } from '#shared/nombre-format.ts';
import { auDessous, auDessus, type Indicateur, type Partie } from './indicateur.ts';

const REALISEES: Partie = { lit: (s) => s.minutesRealisees, titre: 'Heures de présence', parUnite: 60 };
const FACTUREES: Partie = { lit: (s) => s.minutesFacturees, titre: 'Heures facturées', parUnite: 60 };
const OUVERTES: Partie = { lit: (s) => s.minutesOuvertes, titre: 'Heures de places', parUnite: 60 };
const CALCULEES: Partie = { lit: (s) => s.psuCalculees, titre: 'Prestations calculées' };
const COMMUN = { theme: 'activite', surEnfants: true, mensuel: true, source: '/creches/activite' } as const;
const BUDGET = {
  theme: 'activite',
  unite: '%',
  decimales: 1,
  denominateur: { lit: (s) => s.budgetCentimes, titre: 'Voté, en euros', parUnite: 100 },
  facteur: 100,
  mensuel: false,
  source: '/creches/budget',
} as const satisfies Partial<Indicateur>;
const RETOUR =
  'Ce que la recette de l’année projetée (PSU et participations des familles) gagnerait ou perdrait si le taux de facturation revenait à 107 %, au barème de l’année. Il y revient de deux façons, qui n’ont pas le même effet : lisez-les ensemble (PSU-12). Une crèche déjà sous 107 % compte pour zéro.';

function formatSeuilMixite(euros: number): string | undefined {
  const centimes = findSeuilMixiteProche(euros * 100);
  return centimes === undefined ? undefined : `près du seuil de ${formatDecimales(centimes / 100, 2)} € (bonus mixité)`;
}

export const INDICATEURS_ACTIVITE: readonly Indicateur[] = [
  {
    ...COMMUN,
    code: 'IND-01',
    titre: 'Occupation réelle',
    definition:
      'Heures de présence des enfants sur heures de places ouvertes (OCC-02), mois comptés de la période. Les pointages douteux y sont.',
    unite: '%',
    decimales: 1,
    numerateur: REALISEES,
    denominateur: OUVERTES,
    facteur: 100,
    ton: auDessous(68, 60),
    repere: '68 % ; alerte sous 60 %',
    doutes: ['presencesDouteuses'],
  },
  {
    ...COMMUN,
    code: 'IND-02',
    titre: 'Occupation financière',
    definition: 'Heures dues par les familles sur heures de places ouvertes (OCC-03).',
    unite: '%',
    decimales: 1,
    numerateur: FACTUREES,
    denominateur: OUVERTES,
    facteur: 100,
    ton: auDessous(70),
    repere: '70 %',
  },
  {
    ...COMMUN,
    code: 'IND-03',
    titre: 'Taux de facturation',
    definition:
      'Heures dues par les familles sur heures de présence (PSU-01). Au-dessus de 107 %, le prix plafond baisse ; réduire les contrats sans accueillir davantage ne rapporte pourtant rien (PSU-12). Sous 100 %, une saisie est sans doute fausse.',
    unite: '%',
    decimales: 1,
    numerateur: FACTUREES,
    denominateur: REALISEES,
    facteur: 100,
    ton: (taux) => auDessous(100, 100)(taux) ?? auDessus(107, 120)(taux),
    repere: 'de 100 à 107 % ; alerte au-delà de 120 %, ou sous 100 %',
    doutes: ['presencesDouteuses'],
  },
  {
    ...COMMUN,
    code: 'IND-04a',
    titre: 'Retour à 107 % si les enfants viennent davantage',
    court: 'Retour à 107 %, présences en plus',
    definition: `${RETOUR} Ici, les contrats ne changent pas et les enfants sont présents plus d’heures : le prix plafond monte, tout est gain (effet a).`,
    unite: '€\u00a0/\u00a0an',
    decimales: 0,
    numerateur: { lit: (s) => s.effetFacturesCentimes, titre: 'Recette en plus ou en moins, en euros', parUnite: 100 },
    denominateur: CALCULEES,
    facteur: 1 / 100,
    somme: true,
    mensuel: false,
  },
  {
    ...COMMUN,
    code: 'IND-04b',
    titre: 'Retour à 107 % si l’on raccourcit les contrats',
    court: 'Retour à 107 %, contrats raccourcis',
    definition: `${RETOUR} Ici, les enfants ne viennent pas davantage et leurs contrats sont raccourcis : le prix plafond monte, mais il se paie sur moins d’heures (effet b).`,
    unite: '€\u00a0/\u00a0an',
    decimales: 0,
    numerateur: { lit: (s) => s.effetRealiseesCentimes, titre: 'Recette en plus ou en moins, en euros', parUnite: 100 },
    denominateur: CALCULEES,
    facteur: 1 / 100,
    somme: true,
    mensuel: false,
  },
  {
    ...COMMUN,
    code: 'IND-21',
    titre: 'Participation moyenne',
    definition:
      'Participations des familles par heure facturée. Une crèche à cinq centimes ou moins d’un seuil du bonus mixité sociale le dit (BON-01) : ces seuils, de 2019 à 2023, ont été revalorisés depuis ; ils sont à confirmer, et cinq centimes est une hypothèse.',
    unite: '€\u00a0/\u00a0h',
    decimales: 2,
    numerateur: { lit: (s) => s.participationsCentimes, titre: 'Participations, en euros', parUnite: 100 },
    denominateur: FACTUREES,
    facteur: 60 / 100,
    info: formatSeuilMixite,
  },
  {
    ...COMMUN,
    code: 'IND-25',
    titre: 'Coût d’une place',
    definition:
      'Charges de fonctionnement du dernier exercice saisi par place autorisée (OCC-05), crèches dont les charges sont saisies.',
    unite: '€\u00a0/\u00a0an',
    decimales: 0,
    numerateur: { lit: (s) => s.chargesCentimes, titre: 'Charges, en euros', parUnite: 100 },
    denominateur: { lit: (s) => s.placesChargees, titre: 'Places' },
    facteur: 1 / 100,
    repere: '19 450 € au plan national en 2024',
    mensuel: false,
  },
  {
    ...COMMUN,
    code: 'IND-25r',
    titre: 'Reste à charge par place',
    court: 'Reste par place',
    definition:
      'Charges moins prestation, participations, bonus et autres recettes saisis, par place (OCC-06), sur l’année projetée ; crèches dont la prestation se calcule. Un bonus non saisi ne vaut pas zéro : le reste en est majoré.',
    unite: '€\u00a0/\u00a0an',
    decimales: 0,
    numerateur: { lit: (s) => s.resteCentimes, titre: 'Reste à charge, en euros', parUnite: 100 },
    denominateur: { lit: (s) => s.placesReste, titre: 'Places' },
    facteur: 1 / 100,
    mensuel: false,
  },
  {
    theme: 'activite',
    code: 'IND-10',
    titre: 'Places gelées',
    definition:
      'Heures de place que des travaux programmés, en cours ou finis gèlent sur la période, sur celles que la crèche aurait ouvertes sans eux : une fermeture inscrite pour travaux compte des deux côtés (TRV-02, OCC-01).',
    unite: '%',
    decimales: 1,
    numerateur: { lit: (s) => s.minutesGelees, titre: 'Heures de place gelées', parUnite: 60 },
    denominateur: {
      lit: (s) => s.minutesOuvertes + s.minutesRouvertes,
      titre: 'Heures de place, sans travaux',
      parUnite: 60,
    },
    facteur: 100,
    ton: auDessus(2.3),
    repere: '2,3 % au plan national en 2022',
    mensuel: false,
    source: '/creches/travaux',
  },
  {
    ...BUDGET,
    code: 'IND-24',
    titre: 'Atterrissage du budget',
    court: 'Atterrissage',
    definition:
      'Où finiront les lignes budgétaires de l’exercice, à leur rythme : mandaté, engagé non mandaté et rythme moyen sur les jours restants, sur le voté (DEP-02). Tant que le rythme ne veut rien dire (réglage du département), seul le certain compte, et rien ne se dit sous-consommé.',
    numerateur: { lit: (s) => s.atterrissageCentimes, titre: 'Atterrissage, en euros', parUnite: 100 },
    ton: (_, s) =>
      s === undefined
        ? undefined
        : s.atterrissageCentimes > s.hautCentimes
          ? 'retard'
          : s.atterrissageCentimes < s.basCentimes
            ? 'bientot'
            : undefined,
    repere: 'les seuils réglés par le département, ligne par ligne',
  },
  {
    ...BUDGET,
    code: 'IND-24e',
    titre: 'Budget engagé',
    court: 'Engagé',
    definition: 'Ce qui est engagé sur les lignes de l’exercice, sur le voté (taux d’engagement, DEP-02).',
    numerateur: { lit: (s) => s.engageCentimes, titre: 'Engagé, en euros', parUnite: 100 },
  },
  {
    ...BUDGET,
    code: 'IND-24r',
    titre: 'Budget mandaté',
    court: 'Mandaté',
    definition: 'Ce qui est mandaté sur les lignes de l’exercice, sur le voté (taux de réalisation, DEP-02).',
    numerateur: { lit: (s) => s.mandateCentimes, titre: 'Mandaté, en euros', parUnite: 100 },
  },
];
