/** Les faits de la vie d'une crèche qui font devoir quelque chose. */
import { z } from 'zod';
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait, type FaitDefini, JourOuInstant } from '#shared/obligation.ts';
import { NatureMesure } from './suite.ts';

export const MESURE_CORRECTIVE = defineFait('mesure-corrective', {
  titre: 'Un contrôle demande une mesure à une crèche',
  date: 'le jour du contrôle',
  champs: {
    mesure: z.string().optional().describe('ce qui la distingue des autres'),
    nature: NatureMesure.describe('recommandation, prescription, mise en demeure ou injonction'),
    pour: JourCivil.describe('le jour fixé'),
    libelle: z.string().optional().describe('ce qui est demandé'),
    realiseeLe: JourCivil.optional().describe('le jour où elle est réalisée, preuve à l’appui'),
    verifieeLe: JourCivil.optional().describe('le jour où la réalisation est vérifiée'),
  },
});
export const FAIT_MARQUANT = defineFait('fait-marquant', {
  titre: 'Un fait marquant survient dans une crèche',
  date: 'le jour du fait',
  champs: {
    fait: z.string().optional().describe('ce qui le distingue des autres'),
    gravite: z.enum(['1', '2', '3', '4']).describe('de 1, la moins pressante, à 4, à dire tout de suite'),
    secours: z.boolean().optional().describe('hospitalisation, secours extérieurs ou décès d’un enfant confié'),
    pcdLe: JourCivil.optional().describe('le jour où le président du conseil départemental est informé'),
    directionLe: JourOuInstant.optional().describe(
      'le premier jour, ou le premier instant, où quelqu’un hors de la crèche est informé',
    ),
    oralLe: JourOuInstant.optional().describe('le même, au téléphone ou de vive voix'),
    ecritLe: JourOuInstant.optional().describe('le même, par écrit'),
    closLe: JourCivil.optional().describe('le jour où le fait est clos'),
  },
});

export const CONTACT_URGENCE = defineFait('contact-urgence', {
  titre: 'Une crèche inscrit ou change son contact d’urgence',
  date: 'le jour depuis lequel il vaut',
  champs: {
    contact: z.string().optional().describe('ce qui le distingue des autres'),
    pcdLe: JourCivil.optional().describe('le jour où le président du conseil départemental est informé'),
  },
});

export const FAITS_SUIVI_EAJE: readonly FaitDefini[] = [MESURE_CORRECTIVE, FAIT_MARQUANT, CONTACT_URGENCE];
