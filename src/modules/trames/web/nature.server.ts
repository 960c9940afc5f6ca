import { Introuvable } from '#server/errors.ts';
import { findNature } from '#web/natures-document.server.ts';
import type { NatureDocument } from '../nature-document.ts';

/** Le document que désigne l'adresse. */
export function getNature(cle: string | undefined): NatureDocument {
  const nature = findNature(cle ?? '');
  if (!nature) throw new Introuvable('Ce document n’existe pas.');
  return nature;
}
