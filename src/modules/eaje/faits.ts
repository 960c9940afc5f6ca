/** Les faits d'une crèche : ce qui lui a été accordé, ce qu'elle tient à jour. */
import { z } from 'zod';
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait, type FaitDefini } from '#shared/obligation.ts';

export const AUTORISATION_CRECHE = defineFait('autorisation-creche', {
  titre: 'Une crèche est autorisée, ou son autorisation renouvelée',
  date: 'le premier jour de l’autorisation',
  champs: {
    places: z.int().min(1).max(200).optional().describe('places autorisées'),
    au: JourCivil.optional().describe('son dernier jour ; à défaut, quinze ans après le premier'),
  },
});
export const DOCUMENT_CRECHE = defineFait('document-creche', {
  titre: 'Une crèche établit ou révise un document',
  date: 'le jour où il est établi',
  champs: {
    nature: z.string().min(1).describe('document, par exemple « Règlement de fonctionnement »'),
    aRevoirLe: JourCivil.optional().describe('le jour où il doit être revu ; absent, aucune révision n’est prévue'),
    aTransmettre: z.boolean().optional().describe('vrai s’il se transmet au président du conseil départemental'),
    transmisLe: JourCivil.optional().describe('le jour où il l’est'),
  },
});

export const FAITS_EAJE: readonly FaitDefini[] = [AUTORISATION_CRECHE, DOCUMENT_CRECHE];
