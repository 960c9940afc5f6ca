/** Ce qu'on tape pour relier deux informations, ou défaire un lien. */
import { z } from 'zod';
import { identifiantSaisi, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

export const LienSaisie = z.object({
  id: Identifiant,
  numero: texteSaisi('Donnez le numéro de l’autre information, par exemple IP-2026-00042.', 20),
  note: texteSaisi('Dites ce qui les relie.', 300),
});

export const LienRetireSaisie = z.object({ id: Identifiant, lieeId: identifiantSaisi('Choisissez un lien.') });
