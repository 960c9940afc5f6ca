/** Les quarts d'heure d'une journée, rangés de l'ouverture à la fermeture. */
import { formatMinutes, type Minutes, PAS, type Plage } from '#shared/quart-d-heure.ts';
import type { Grille } from '../prevision.ts';

/** Bornes `[de, a[` des quarts que la plage touche, même une minute : un enfant. */
export function computeQuartsTouches({ ouvre, nombre }: Grille, { debut, fin }: Plage): [de: number, a: number] {
  const de = Math.floor((debut - ouvre) / PAS);
  const a = Math.ceil((fin - ouvre) / PAS);
  return [Math.max(0, de), Math.min(nombre, a)];
}

/** Bornes `[de, a[` des quarts que la plage couvre du début à la fin : un professionnel. */
export function computeQuartsCouverts({ ouvre, nombre }: Grille, { debut, fin }: Plage): [de: number, a: number] {
  const de = Math.ceil((debut - ouvre) / PAS);
  const a = Math.floor((fin - ouvre) / PAS);
  return [Math.max(0, de), Math.min(nombre, a)];
}

/** Les plages que forment des quarts d'heure voisins, dans l'ordre. */
export function listPlages({ ouvre }: Grille, quarts: readonly number[]): Plage[] {
  const plages: { debut: Minutes; fin: Minutes }[] = [];
  for (const quart of quarts) {
    const debut = ouvre + quart * PAS;
    const derniere = plages.at(-1);
    if (derniere?.fin === debut) derniere.fin = debut + PAS;
    else plages.push({ debut, fin: debut + PAS });
  }
  return plages;
}

/** « 9 h 30–11 h, 16 h–16 h 15 » : une plage ne se coupe pas en fin de ligne. */
export function formatPlages(plages: readonly Plage[]): string {
  return plages
    .map(({ debut, fin }) => `${formatMinutes(debut)}–${formatMinutes(fin)}`.replaceAll(' ', '\u00a0'))
    .join(', ');
}

/** Les rangs où la condition vaut. */
export function listQuartsOu(nombre: number, condition: (quart: number) => boolean): number[] {
  const rangs: number[] = [];
  for (let quart = 0; quart < nombre; quart += 1) if (condition(quart)) rangs.push(quart);
  return rangs;
}
