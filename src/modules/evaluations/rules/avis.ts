/**
 * Les avis que recueille une évaluation (IP-016).
 *
 * Ce que dit le texte (CASF D226-2-6 II) : l'équipe recueille l'avis du mineur, des titulaires de l'autorité parentale, de
 * l'entourage et des professionnels qui connaissent le mineur.
 * Comment il est lu ici : un avis de chaque mineur né et de chaque titulaire connu (ou un seul, donné ensemble), au moins un de l'entourage et un d'un
 * professionnel ; pour chacun, l'avis lui-même ou pourquoi il n'a pas été recueilli.
 * Non traité : l'âge sous lequel un enfant ne peut pas donner d'avis ; l'équipe l'écrit comme une raison.
 */
import { CASF_D226_2_6_II } from '#modules/informations-preoccupantes/index.ts';
import type { FaitsEvaluation, Manque } from './faits.ts';

export function listManquesDAvis({ mineurs, titulaires, avis }: FaitsEvaluation): Manque[] {
  const buildManque = (motif: string, mineurId: string | null = null): Manque => ({
    regle: 'IP-016',
    motif,
    textes: [CASF_D226_2_6_II],
    rayon: 'avis',
    mineurId,
  });
  const sansAvis = mineurs.filter(({ id, aNaitre }) => !aNaitre && !avis.some(({ mineurId }) => mineurId === id));
  const ensemble = avis.some(({ aupres, adulteId }) => aupres === 'titulaire' && adulteId === null);
  const muets = ensemble ? [] : titulaires.filter(({ id }) => !avis.some(({ adulteId }) => adulteId === id));
  const has = (aupres: string) => avis.some((un) => un.aupres === aupres);
  return [
    ...sansAvis.map(({ id, nom }) => buildManque(`L’avis de ${nom} n’est pas recueilli, ni dit pourquoi.`, id)),
    ...muets.map(({ nom }) =>
      buildManque(`L’avis de ${nom}, titulaire de l’autorité parentale, n’est pas recueilli, ni dit pourquoi.`),
    ),
    ...(titulaires.length === 0 && !ensemble
      ? [buildManque('L’avis d’un titulaire de l’autorité parentale n’est pas recueilli, ni dit pourquoi.')]
      : []),
    ...(has('entourage') ? [] : [buildManque('L’avis de l’entourage n’est pas recueilli, ni dit pourquoi.')]),
    ...(has('professionnel')
      ? []
      : [buildManque('L’avis d’un professionnel qui connaît le mineur n’est pas recueilli, ni dit pourquoi.')]),
  ];
}
