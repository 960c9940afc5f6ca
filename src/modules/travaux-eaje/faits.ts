/** Le fait dont les travaux d'une crèche font devoir quelque chose. */
import { z } from 'zod';
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';

export const TRAVAUX_CRECHE = defineFait('travaux-creche', {
  titre: 'Des travaux sont demandés dans une crèche',
  date: 'le jour du besoin',
  champs: {
    dossier: z.string().optional().describe('ce qui le distingue des autres'),
    objet: z.string().optional().describe('ce qui est à faire'),
    autorisation: z.boolean().optional().describe('un élément de l’autorisation change : locaux, capacité, direction'),
    gel: z.boolean().optional().describe('des places sont gelées : les familles sont touchées'),
    valideLe: JourCivil.optional().describe('le jour où le besoin est validé'),
    programmeLe: JourCivil.optional().describe('le jour où les travaux sont programmés'),
    debut: JourCivil.optional().describe('le premier jour des travaux, réel ou prévu'),
    reouverturePrevue: JourCivil.optional().describe('le premier jour où la crèche accueille de nouveau'),
    rouvertLe: JourCivil.optional().describe('le jour où elle rouvre'),
    abandonneLe: JourCivil.optional().describe('le jour où l’on y renonce'),
    pcdLe: JourCivil.optional().describe('le jour où le président du conseil départemental est informé'),
    famillesLe: JourCivil.optional().describe('le jour où les familles sont informées'),
  },
});

export const FAITS_TRAVAUX_EAJE: readonly FaitDefini[] = [TRAVAUX_CRECHE];
