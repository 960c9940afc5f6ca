/**
 * Achever l'évaluation d'une information (IP-010, IP-011), la surveiller avant son terme (IP-038), en valider le rapport (IP-020).
 *
 * Ce que dit le texte : l'évaluation est achevée dans les trois mois de la réception, dans un délai réduit si un mineur a moins de deux
 * ans ou si le danger le veut (CASF D226-2-4 II, depuis le 4 novembre 2016) ; elle finit par un rapport, sa conclusion commune et sa
 * proposition (D226-2-7), sans délai propre à sa validation.
 * Comment il est lu ici : le rapport remis l'achève ; la clôture, le classement hors information ou le transfert l'arrêtent ; la majorité
 * ne l'arrête pas d'elle-même. Une évaluation en retard reste due, jamais close d'office : on alerte à 60, 75 et 90 jours de la
 * réception, une alerte à la fois, que le rapport remis éteint (IP-038, pratique). Le rapport remis se valide avant le même terme.
 * Non traité : le nouvel élément, qui n'ouvre pas de nouveau délai (IP-037) ; la suspension par le juge, pendant laquelle il court ; le
 * rapport rendu pour complément, qui reste à valider à la même date.
 */
import {
  ALERTES_JOURS,
  CASF_D226_2_4_II,
  CASF_D226_2_7,
  computeEcheanceEvaluation,
  computeTermeEvaluation,
  evaluateAlerte,
  type InformationSuivie,
  IP_011_DUREE,
  IP_038,
  listInformationsSuivies,
} from '#modules/informations-preoccupantes/index.ts';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Dossier, Obligation, Regle } from '#shared/obligation.ts';

const VIGUEUR = { du: jourCivil('2016-11-04'), au: null };
const EVALUATION = {
  libelle: 'Achever l’évaluation',
  acteur: 'evaluateurs',
  gravite: 'normale',
  vigueur: VIGUEUR,
  satisfaite: 'Le rapport d’évaluation est remis.',
  arretee: 'L’information est close, classée hors information préoccupante ou transférée.',
} as const;

/** Due de la réception à la remise, au délai du texte ou au délai réduit. */
function buildEvaluation(information: InformationSuivie, aujourdhui: JourCivil): Obligation {
  const { cle, recueLe, delaiReduitJours, remisLe, closeLe } = information;
  const pour = computeTermeEvaluation(recueLe, delaiReduitJours);
  const { depassees } = evaluateAlerte(recueLe, pour, aujourdhui);
  return {
    cle,
    depuis: recueLe,
    pour,
    faiteLe: remisLe,
    eteinteLe: closeLe,
    gravite: depassees > 0 ? 'critique' : 'normale',
    etapes: () => computeEcheanceEvaluation(recueLe, delaiReduitJours).etapes,
  };
}

function listEvaluations(dossier: Dossier, reduit: boolean): readonly Obligation[] {
  return listInformationsSuivies(dossier)
    .filter(({ delaiReduitJours }) => (delaiReduitJours !== null) === reduit)
    .map((information) => buildEvaluation(information, dossier.aujourdhui));
}

/** L'alerte du jour : la première qui n'est pas passée, et la dernière quand toutes le sont. */
function buildAlerte({ cle, recueLe, remisLe, closeLe }: InformationSuivie, aujourdhui: JourCivil): Obligation {
  const repere = remisLe ?? closeLe ?? aujourdhui;
  const jours = ALERTES_JOURS.find((alerte) => addJours(recueLe, alerte) >= repere) ?? 90;
  const pour = addJours(recueLe, jours);
  return {
    cle,
    depuis: recueLe,
    pour,
    faiteLe: remisLe,
    eteinteLe: closeLe,
    gravite: jours === ALERTES_JOURS[0] ? 'normale' : 'critique',
    etapes: () => [
      `Reçue le ${formatJour(recueLe, 'long')}, rapport non remis : alertes à ${ALERTES_JOURS.join(', ')} jours (pratique, IP-038).`,
      `${formatJour(recueLe, 'long')} + ${jours} jours = ${formatJour(pour, 'long')}.`,
      'L’évaluation reste ouverte, même en retard : elle ne se clôt pas d’office.',
    ],
  };
}

function listValidations(dossier: Dossier): readonly Obligation[] {
  return listInformationsSuivies(dossier).flatMap((information) => {
    const { cle, recueLe, delaiReduitJours, remisLe, valideLe, closeLe } = information;
    if (remisLe === null) return [];
    return [
      {
        cle,
        depuis: remisLe,
        pour: computeTermeEvaluation(recueLe, delaiReduitJours),
        faiteLe: valideLe,
        eteinteLe: closeLe,
        etapes: () => [
          ...computeEcheanceEvaluation(recueLe, delaiReduitJours).etapes,
          'Aucun délai propre à la validation : celui de l’évaluation sert de repère.',
        ],
      },
    ];
  });
}

export const REGLES_EVALUATIONS: readonly Regle[] = [
  { ...EVALUATION, id: 'IP-010', textes: [CASF_D226_2_4_II], list: (dossier) => listEvaluations(dossier, false) },
  {
    ...EVALUATION,
    id: 'IP-011',
    textes: [CASF_D226_2_4_II, IP_011_DUREE],
    list: (dossier) => listEvaluations(dossier, true),
  },
  {
    ...EVALUATION,
    id: 'IP-038',
    libelle: 'Vérifier où en est l’évaluation',
    acteur: 'cadre',
    textes: [IP_038],
    list: (dossier) =>
      listInformationsSuivies(dossier).map((information) => buildAlerte(information, dossier.aujourdhui)),
  },
  {
    ...EVALUATION,
    id: 'IP-020',
    libelle: 'Valider le rapport d’évaluation',
    acteur: 'cadre',
    textes: [CASF_D226_2_7],
    satisfaite: 'Le rapport est validé.',
    list: listValidations,
  },
];
