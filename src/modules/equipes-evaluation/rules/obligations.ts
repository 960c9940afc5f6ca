/**
 * Attribuer l'évaluation d'une information qualifiée (IP-004).
 *
 * Ce que dit le texte (CASF D226-2-4 I) : l'information qualifiée est confiée à l'équipe pluridisciplinaire d'évaluation, sans délai propre.
 * Comment il est lu ici : sous le nombre de jours que le département s'est donné, compté de la qualification (`attribution.ts`). Une
 * évaluation commencée ou remise est attribuée, que l'attribution soit inscrite ou non.
 * Non traité : la réattribution, quand l'équipe change en cours d'évaluation.
 */
import { listInformationsSuivies } from '#modules/informations-preoccupantes/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Dossier, Obligation, Regle } from '#shared/obligation.ts';
import { computeAttributionDue, computeTermeAttribution, TEXTES_ATTRIBUTION } from './attribution.ts';

function listAttributions(dossier: Dossier): readonly Obligation[] {
  const jours = readParametre(dossier, 'evaluation.attribution-jours');
  return listInformationsSuivies(dossier).flatMap(({ cle, qualifieeLe, attribueeLe, debuteeLe, remisLe, closeLe }) => {
    if (qualifieeLe === null) return [];
    return [
      {
        cle,
        depuis: qualifieeLe,
        pour: computeTermeAttribution(qualifieeLe, jours),
        faiteLe: attribueeLe ?? debuteeLe ?? remisLe,
        eteinteLe: closeLe,
        etapes: () => computeAttributionDue(qualifieeLe, jours).etapes,
      },
    ];
  });
}

export const REGLES_EQUIPES_EVALUATION: readonly Regle[] = [
  {
    id: 'IP-004',
    libelle: 'Attribuer l’évaluation',
    acteur: 'cadre',
    gravite: 'critique',
    textes: TEXTES_ATTRIBUTION,
    vigueur: { du: jourCivil('2016-11-04'), au: null },
    satisfaite: 'Une équipe d’évaluation est nommée.',
    arretee: 'L’information est close ou transférée.',
    list: listAttributions,
  },
];
