import { METIERS } from '#modules/agents/index.ts';
import { normaliseLibelle } from '#shared/nom-propre.ts';

/** Le code d'un métier connu, sinon le texte tel quel. */
export function findMetier(texte: string | null): string | null {
  if (texte === null) return null;
  const cherche = normaliseLibelle(texte);
  const connu = Object.entries(METIERS).find(([code, libelle]) =>
    [code, libelle].some((nom) => normaliseLibelle(nom) === cherche),
  );
  return connu?.[0] ?? texte;
}
