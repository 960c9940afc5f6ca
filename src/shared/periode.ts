/** Période de jours civils, bornes incluses (TPS-09) ; `au` nul : sans fin connue. PostgreSQL l'écrit `[du, au + 1)`. */
import { z } from 'zod';
import { addJours, JourCivil, jourCivil } from './jour-civil.ts';

export const Periode = z
  .object({ du: JourCivil, au: JourCivil.nullable() })
  .refine(({ du, au }) => au === null || au >= du, { error: 'La fin précède le début.', path: ['au'] });
export type Periode = z.infer<typeof Periode>;

/** Vrai si le jour est dans la période, premier et dernier jours compris. */
export function containsJour({ du, au }: Periode, jour: JourCivil): boolean {
  return du <= jour && (au === null || jour <= au);
}

/** Vrai si les deux périodes ont au moins un jour commun. */
export function overlaps(a: Periode, b: Periode): boolean {
  return (b.au === null || a.du <= b.au) && (a.au === null || b.du <= a.au);
}

/** Texte `daterange` de PostgreSQL : `[2026-01-01,2026-02-01)`, `[2026-01-01,)` si la période est ouverte. */
export function formatDaterange({ du, au }: Periode): string {
  return `[${du},${au === null ? '' : addJours(au, 1)})`;
}

/** Période d'un texte `daterange` de PostgreSQL. Lève `RangeError` s'il est vide, sans début ou illisible. */
export function parseDaterange(texte: string): Periode {
  const lu = /^([[(])(\d{4}-\d{2}-\d{2}),(\d{4}-\d{2}-\d{2}|infinity)?([\])])$/.exec(texte);
  if (!lu) throw new RangeError(`« ${texte} » n'est pas une période avec un début.`);
  const [, ouvre, debut = '', fin, ferme] = lu;
  const du = ouvre === '[' ? jourCivil(debut) : addJours(jourCivil(debut), 1);
  if (fin === undefined || fin === 'infinity') return { du, au: null };
  const au = ferme === ']' ? jourCivil(fin) : addJours(jourCivil(fin), -1);
  if (au < du) throw new RangeError(`« ${texte} » est une période vide.`);
  return { du, au };
}
