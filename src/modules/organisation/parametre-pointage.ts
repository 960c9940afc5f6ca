/** Les paramètres de la présence réelle des enfants des crèches. */
import { z } from 'zod';
import { buildEntier, defineParametre, local } from './parametre-definition.ts';

export const PARAMETRES_POINTAGE = {
  'pointage.double-minutes': defineParametre({
    ...local,
    groupe: 'Crèches',
    libelle: 'Badge doublé',
    aide: 'Deux passages du même badge à ce nombre de minutes ou moins n’en font qu’un ; le second reste au nombre des écarts.',
    unite: 'minutes',
    schema: buildEntier(0, 30),
    defaut: 5,
  }),
  'pointage.doutes-part': defineParametre({
    groupe: 'Crèches',
    libelle: 'Part de pointages douteux au-delà de laquelle un mois est à vérifier',
    aide: 'Sans départ, douteux ou sans tarif, sur tous les pointages du mois ; en deçà, leur nombre se dit sans alerter (IND-27).',
    unite: '%',
    schema: buildEntier(0, 100),
    defaut: 2,
    confiance: 'a-confirmer',
    source: 'Référentiel petite enfance, IND-27 (hypothèse)',
  }),
  'pointage.granularite-minutes': defineParametre<'1' | '15' | '30'>({
    groupe: 'Crèches',
    libelle: 'Granularité du décompte des heures réalisées',
    aide: 'Toute tranche commencée compte : arrivée arrondie avant, départ arrondi après (PF-09).',
    unite: '',
    schema: z.enum(['1', '15', '30'], { error: 'Choisissez 1, 15 ou 30 minutes.' }),
    defaut: '30',
    choix: { 1: 'À la minute', 15: 'Quart d’heure commencé', 30: 'Demi-heure commencée' },
    confiance: 'a-confirmer',
    source: 'Usage national historique : la demi-heure commencée (PF-09)',
  }),
  'pointage.franchise-minutes': defineParametre({
    ...local,
    groupe: 'Crèches',
    libelle: 'Franchise d’un dépassement',
    aide: 'Arrivé plus tôt ou parti plus tard que son contrat de ce nombre de minutes au plus, l’enfant ne fait rien facturer de plus ; au-delà, tout le dépassement compte. Zéro : aucune franchise (PF-09).',
    unite: 'minutes',
    schema: buildEntier(0, 30),
    defaut: 0,
  }),
} as const;
