/** Une page d'une liste. Une adresse abîmée (page=abc, taille=1000000) donne une page sage, jamais une erreur. */
import { z } from 'zod';

export const TAILLE_PAR_DEFAUT = 50;
export const TAILLE_MAXIMALE = 200;
// Au-delà, PostgreSQL parcourt pour rien : on filtre, on ne feuillette pas.
const PAGE_MAXIMALE = 10_000;

/** Page demandée : `page` à partir de 1, `taille` de 1 à 200. */
export const PageDemandee = z.object({
  page: borne(1, PAGE_MAXIMALE),
  taille: borne(TAILLE_PAR_DEFAUT, TAILLE_MAXIMALE),
});
export type PageDemandee = z.infer<typeof PageDemandee>;

export type Page<T> = PageDemandee & { lignes: readonly T[]; total: number; pages: number };

/** Nombre de lignes à sauter pour atteindre la page. */
export function computeDecalage({ page, taille }: PageDemandee): number {
  return (page - 1) * taille;
}

/** Assemble une page ; `total` compte toutes les lignes de la liste, `pages` vaut au moins 1. */
export function buildPage<T>(lignes: readonly T[], total: number, { page, taille }: PageDemandee): Page<T> {
  return { lignes, total, page, taille, pages: Math.max(1, Math.ceil(total / taille)) };
}

function borne(defaut: number, maximum: number) {
  return z.coerce
    .number()
    .int()
    .min(1)
    .transform((valeur) => Math.min(valeur, maximum))
    .catch(defaut);
}
