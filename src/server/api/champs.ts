/** Ce que disent de même les entrées d'API de plusieurs modules. */
import { z } from 'zod';
import { Identifiant } from '#shared/identifiant.ts';

/** Ce que rend un acte qui crée ou change une seule chose. */
export const Cree = z.object({ id: Identifiant.describe('Identifiant de ce qui a été créé ou changé.') });

export const VERSION_SAISIE = 'Version lue, si « If-Match » ne la dit pas.';
