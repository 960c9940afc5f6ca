import { z } from 'zod';
import { type ApiEntree, defineActe } from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { closeRestriction, recordRestriction } from '../data/protection-commands.server.ts';

const ENFANT = 'Identifiant de l’enfant.';
const VERSION = 'Version lue du dossier.';
const DossierTouche = z.object({ enfantId: Identifiant.describe('L’enfant dont le dossier a changé.') });
const rend = (enfantId: string) => ({ corps: { enfantId } });

/** Restreindre un dossier par l'API. Le bris de glace n'y est pas : une urgence est celle d'une personne, jamais d'un système. */
export const api: readonly ApiEntree[] = [
  defineActe({
    methode: 'put',
    chemin: '/enfants/{enfantId}/restriction',
    titre: recordRestriction.titre,
    command: recordRestriction,
    champs: {
      enfantId: ENFANT,
      version: VERSION,
      nommes: 'Les agents qui le verront, et eux seuls.',
      motif: 'Pourquoi.',
    },
    reponse: DossierTouche,
    rend,
  }),
  defineActe({
    methode: 'put',
    chemin: '/enfants/{enfantId}/restriction/levee',
    titre: closeRestriction.titre,
    command: closeRestriction,
    champs: { enfantId: ENFANT, version: VERSION },
    reponse: DossierTouche,
    rend,
  }),
];
