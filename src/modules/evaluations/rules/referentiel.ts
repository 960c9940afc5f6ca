/**
 * Le référentiel d'évaluation appliqué (IP-006).
 *
 * Ce que dit le texte : l'évaluation est menée au regard d'un référentiel national fixé par décret (CASF L226-3, D226-2-3 V ; décret
 * n° 2022-1728 du 30 décembre 2022, qui rend obligatoire celui de la Haute Autorité de santé).
 * Le cadre national de référence de la HAS : validé le 12 janvier 2021, publié le 20 ; aucune version ultérieure connue ici.
 * Comment il est lu ici : le nom et la version du référentiel en vigueur le jour où l'évaluation commence sont inscrits au rapport.
 * Non traité : un référentiel local appliqué avant le 1er janvier 2023.
 */
import { CASF_L226_3 } from '#modules/informations-preoccupantes/index.ts';
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';

type Referentiel = Readonly<{ nom: string; version: string }>;

const REFERENTIEL = createDonneeDatee<Referentiel>('référentiel d’évaluation', [
  {
    du: jourCivil('2023-01-01'),
    au: null,
    valeur: {
      nom: 'Cadre national de référence de la HAS pour l’évaluation globale de la situation des enfants en danger ou risque de danger',
      version: 'janvier 2021',
    },
    texte: CASF_L226_3,
  },
]);

/** Le référentiel en vigueur ce jour ; le premier connu pour une évaluation plus ancienne. */
export function getReferentiel(jour: JourCivil): Referentiel {
  const premiere = REFERENTIEL.versions[0];
  return premiere && jour < premiere.du ? premiere.valeur : REFERENTIEL.at(jour);
}
