/** Les faits de l'argent d'une crèche qui font devoir quelque chose. */
import { z } from 'zod';
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';
import { NATURES_LIGNE, NATURES_PRESTATION, type NatureLigne } from './ligne-budget.ts';

const NatureDeLigne = z.enum(Object.keys(NATURES_LIGNE) as [NatureLigne, ...NatureLigne[]]);
const ligne = z.string().describe('ce qui distingue cette ligne des autres');
const centimes = z.int().min(0).describe('le montant, en centimes');

export const LIGNE_BUDGETAIRE = defineFait('ligne-budgetaire', {
  titre: 'Une ligne budgétaire est votée pour une crèche',
  date: 'le premier jour où la ligne vaut ; son année est l’exercice',
  champs: {
    ligne,
    nature: NatureDeLigne.describe('ce que la ligne paie'),
    libelle: z.string().optional().describe('son libellé'),
    budgetCentimes: z.int().min(0).describe('le budget voté d’abord, en centimes'),
  },
});
export const ENGAGEMENT = defineFait('engagement-creche', {
  titre: 'Une dépense s’engage sur une ligne',
  date: 'le jour de l’engagement',
  champs: {
    ligne,
    engagement: z.string().describe('ce qui distingue cet engagement des autres'),
    centimes,
    pourExercice: z.boolean().optional().describe('vaut pour tout l’exercice : ne compte pas dans le rythme'),
  },
});
export const MANDATEMENT = defineFait('mandatement-creche', {
  titre: 'Un engagement se mandate',
  date: 'le jour du mandatement',
  champs: { ligne, engagement: z.string().describe('l’engagement qu’il paie'), centimes },
});
export const ARBITRAGE = defineFait('arbitrage-budgetaire', {
  titre: 'Une ligne est arbitrée',
  date: 'le jour de la décision',
  champs: { ligne, budgetCentimes: z.int().min(0).describe('le budget de la ligne après la décision, en centimes') },
});
export const SERVICE_FAIT = defineFait('service-fait', {
  titre: 'Un prestataire intervient un mois',
  date: 'le premier jour du mois',
  champs: {
    ligne,
    service: z.string().optional().describe('ce qui distingue cette prestation des autres'),
    nature: z.enum(NATURES_PRESTATION).describe('ménage ou intérim'),
    attesteLe: JourCivil.optional().describe('le jour où le service fait est attesté'),
  },
});

export const FAITS_BUDGET_EAJE: readonly FaitDefini[] = [
  LIGNE_BUDGETAIRE,
  ENGAGEMENT,
  MANDATEMENT,
  ARBITRAGE,
  SERVICE_FAIT,
];
