/**
 * Analyser une information reçue (IP-005), revoir l'urgence quand un élément nouveau arrive (IP-037).
 *
 * Ce que dit le texte : aucun délai propre à la première analyse, que le département se donne ; aucun texte sur l'élément nouveau.
 * Comment il est lu ici : la première analyse est faite quand l'information est qualifiée, écartée ou transférée ; en jours ouvrés, le
 * jour même en danger grave et immédiat. Un élément nouveau se rattache et n'ouvre aucun délai légal : l'urgence se revoit le jour même.
 * Depuis le 1er janvier 2023, date du référentiel national d'évaluation d'où vient cet usage.
 * Non traité : l'urgence revue avant la qualification, qui ne refait pas le terme déjà compté.
 */
import {
  CASF_D226_2_4_I,
  computePremiereAnalyse,
  computeTermePremiereAnalyse,
  IP_005,
  IP_037,
  listInformationsSuivies,
} from '#modules/informations-preoccupantes/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Dossier, Obligation, Regle } from '#shared/obligation.ts';

const VIGUEUR = { du: jourCivil('2023-01-01'), au: null };

/** IP-005 */
function listAnalyses(dossier: Dossier): readonly Obligation[] {
  return listInformationsSuivies(dossier).map((information) => {
    const { cle, recueLe, urgence, qualifieeLe, attribueeLe, debuteeLe, remisLe, closeLe } = information;
    const joursOuvres = readParametre(dossier, 'evaluation.tri-jours-ouvres');
    const reglages = { joursOuvres, zone: dossier.zone };
    return {
      cle,
      depuis: recueLe,
      pour: computeTermePremiereAnalyse(recueLe, urgence, reglages),
      faiteLe: qualifieeLe ?? attribueeLe ?? debuteeLe ?? remisLe ?? closeLe,
      gravite: urgence === 'immediate' ? 'critique' : 'normale',
      etapes: () => computePremiereAnalyse(recueLe, urgence, reglages).etapes,
    };
  });
}

/** IP-037 : plusieurs éléments le même jour se revoient ensemble. */
function listRevues(dossier: Dossier): readonly Obligation[] {
  return listInformationsSuivies(dossier).flatMap(({ cle, elements, revues, closeLe }) => {
    const jours = [...new Set(elements.map(({ date }) => date))];
    return jours.map((date) => ({
      cle: `${cle}:${date}`,
      depuis: date,
      pour: date,
      faiteLe: revues.find((revue) => revue.date >= date)?.date ?? null,
      eteinteLe: closeLe,
      etapes: () => [
        `Un élément nouveau est arrivé le ${formatJour(date, 'long')} : l’urgence se revoit le jour même.`,
      ],
    }));
  });
}

export const REGLES_QUALIFICATION: readonly Regle[] = [
  {
    id: 'IP-005',
    libelle: 'Analyser l’information reçue',
    acteur: 'crip',
    gravite: 'normale',
    textes: [IP_005, CASF_D226_2_4_I],
    vigueur: VIGUEUR,
    satisfaite: 'L’information est qualifiée, écartée ou transférée.',
    arretee: 'Rien : toute information reçue s’analyse.',
    list: listAnalyses,
  },
  {
    id: 'IP-037',
    libelle: 'Revoir l’urgence',
    acteur: 'crip',
    gravite: 'normale',
    textes: [IP_037],
    vigueur: VIGUEUR,
    satisfaite: 'L’urgence est revue.',
    arretee: 'L’information est close.',
    list: listRevues,
  },
];
