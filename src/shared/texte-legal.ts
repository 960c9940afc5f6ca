/** Le texte qui fonde une règle, et la confiance qu'on lui porte. */
import { z } from 'zod';
import { JourCivil } from './jour-civil.ts';

/** `verifie` : lu dans sa source, peut refuser un acte ; `a-confirmer` et `local` avertissent seulement. */
export const Confiance = z.enum(['verifie', 'a-confirmer', 'local']);
export type Confiance = z.infer<typeof Confiance>;

export const LIBELLE_CONFIANCE: Record<Confiance, string> = {
  verifie: 'texte vérifié',
  'a-confirmer': 'texte à confirmer',
  local: 'pratique du département',
};

export const TexteLegal = z.object({
  /** « CASF », « CPC », « C. civ. », « règlement départemental »… */
  code: z.string().min(1),
  /** Sans « art. » : « L223-5 », « D226-2-4 II ». Absent pour une pratique sans article. */
  article: z.string().min(1).optional(),
  alinea: z.int().positive().optional(),
  /** Adresse ou cote du document lu. */
  source: z.string().min(1),
  confiance: Confiance,
  verifieLe: JourCivil.optional(),
});
export type TexteLegal = z.infer<typeof TexteLegal>;

/** « CPC, art. 641, al. 2 » */
export function formatRenvoi({ code, article, alinea }: TexteLegal): string {
  return [code, article && `art. ${article}`, alinea && `al. ${alinea}`].filter(Boolean).join(', ');
}

/** Le renvoi ; une confiance moindre se lit : « CASF, art. L226-4 (texte à confirmer) ». */
export function formatTexte(texte: TexteLegal): string {
  const { confiance } = texte;
  return confiance === 'verifie' ? formatRenvoi(texte) : `${formatRenvoi(texte)} (${LIBELLE_CONFIANCE[confiance]})`;
}
