/** Une donnée de droit qui change avec le temps : on la lit à un jour, jamais « en général ». */

import type { JourCivil } from './jour-civil.ts';
import { formatJour } from './jour-civil-format.ts';
import { containsJour, overlaps, type Periode } from './periode.ts';
import type { TexteLegal } from './texte-legal.ts';

export type VersionDatee<T> = Periode & { valeur: T; texte?: TexteLegal };

export type DonneeDatee<T> = {
  nom: string;
  /** De la plus ancienne à la plus récente. */
  versions: readonly VersionDatee<T>[];
  /** Valeur en vigueur ce jour. Lève `RangeError` s'il n'y en a pas. */
  at(jour: JourCivil): T;
  /** Version en vigueur ce jour, avec son texte. Lève `RangeError` s'il n'y en a pas. */
  versionAt(jour: JourCivil): VersionDatee<T>;
};

/** Construit une donnée datée. Lève `RangeError` si deux versions se chevauchent ; un trou est permis. */
export function createDonneeDatee<T>(nom: string, versions: readonly VersionDatee<T>[]): DonneeDatee<T> {
  const rangees = versions.toSorted((a, b) => (a.du < b.du ? -1 : 1));
  rangees.forEach((version, rang) => {
    const suivante = rangees[rang + 1];
    if (suivante && overlaps(version, suivante))
      throw new RangeError(`« ${nom} » : deux valeurs en vigueur le ${formatJour(suivante.du, 'long')}.`);
  });
  const versionAt = (jour: JourCivil) => {
    const version = rangees.find((candidate) => containsJour(candidate, jour));
    if (!version) throw new RangeError(`« ${nom} » : aucune valeur en vigueur le ${formatJour(jour, 'long')}.`);
    return version;
  };
  return { nom, versions: rangees, versionAt, at: (jour) => versionAt(jour).valeur };
}
