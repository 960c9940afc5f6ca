/**
 * La majorité d'un enfant suivi se prépare.
 *
 * Ce que dit le texte : est majeur qui a dix-huit ans accomplis (C. civ. 388 et 414) ; ce jour-là l'autorité parentale cesse
 * et la protection d'un mineur avec elle.
 * Comment il est lu ici : le jour des dix-huit ans est annoncé trente jours avant à qui suit l'enfant ; né un 29 février, le
 * 28 les années communes (TPS-07). Une naissance estimée s'annonce de même, en le disant.
 * Non traité : l'entretien des dix-sept ans et le projet d'accès à l'autonomie, qui viennent avec les mesures.
 */
import { anniversaire, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';

/** Jour des dix-huit ans et d'où il vient. */
export function evaluateMajoriteDue(naissance: JourCivil, exacte: boolean): { pour: JourCivil; etapes: string[] } {
  const pour = anniversaire(naissance, 18);
  const dite = exacte ? '' : ' (naissance estimée ou déclarée)';
  return {
    pour,
    etapes: [`Naissance le ${formatJour(naissance, 'long')}${dite} + 18 ans = ${formatJour(pour, 'long')}.`],
  };
}
