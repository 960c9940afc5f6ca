/**
 * Le placement provisoire ordonné par le procureur ou le juge (URG-004 à URG-008), et l'interdiction de sortie du parquet (MES-018).
 *
 * Ce que dit le texte : le procureur qui a ordonné un placement saisit le juge sous huit jours (C. civ. 375-5, al. 2), qui convoque
 * et statue sous quinze jours de sa saisine (CPC 1184, al. 3) ; le juge qui a décidé sans entendre les parties les convoque à une
 * date dans les quinze jours de sa décision (al. 2) ; saisi au lieu où l'enfant a été trouvé, il se dessaisit sous un mois (al. 4).
 * Une mesure provisoire appelle une décision au fond sous six mois, prorogeables six mois après avis du parquet (CPC 1185). À défaut,
 * l'enfant est remis à ses parents ou gardien, sur leur demande.
 * Comment il est lu ici : les huit jours du parquet sont un délai de protection, jamais reporté (TPS-05) ; les délais du juge se
 * comptent comme tout délai de procédure, reportés au premier jour ouvrable (CPC 641, 642). Le fond est la première mesure
 * d'assistance éducative décidée ensuite. La prorogation court du terme des six premiers mois.
 * Non traité : la demande de remise de l'enfant, qui ouvre un droit aux parents et n'est due de personne ici ; la force publique, que le
 * parquet peut requérir (URG-010) sans que rien soit dû.
 */
import { AUDIENCE } from '#modules/audiences/index.ts';
import {
  buildCpc1184,
  C_CIV_375_5_2,
  CPC_1185,
  DESSAISISSEMENT,
  isAssistanceEducative,
  isRenouvellement,
  listMesuresSuivies,
  type MesureSuivie,
  SAISINE_JUGE,
} from '#modules/mesures/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import {
  computeTerme,
  computeTermeJudiciaire,
  type Dossier,
  listFaits,
  type Obligation,
  type Regle,
} from '#shared/obligation.ts';
import { findActe, findCessationPassee, TOUJOURS } from './obligation-de-mesure.ts';

/** Le jour où le juge décide d'une mesure d'assistance éducative, autre que celle-ci, à compter de ce jour. */
function findDecisionDuJuge(
  dossier: Dossier,
  { id }: MesureSuivie,
  depuis: JourCivil,
  isAdmise: (mesure: MesureSuivie) => boolean,
): JourCivil | null {
  let premiere: JourCivil | null = null;
  for (const autre of listMesuresSuivies(dossier)) {
    if (autre.id === id || !isAssistanceEducative(autre.code) || !isAdmise(autre)) continue;
    const jour = autre.actes.find(({ date }) => date >= depuis)?.date;
    if (jour !== undefined && (premiere === null || jour < premiere)) premiere = jour;
  }
  return premiere;
}
const isDuJuge = ({ code }: MesureSuivie) => code !== 'OPP_PARQUET';
const isAuFond = ({ code }: MesureSuivie) => code !== 'OPP_PARQUET' && code !== 'OPP_JUGE';

function listMesuresDe(dossier: Dossier, isRetenue: (mesure: MesureSuivie) => boolean) {
  return listMesuresSuivies(dossier).flatMap((mesure) => {
    const decision = mesure.decisions[0];
    return decision && isRetenue(mesure) ? [{ mesure, id: mesure.id, decision: decision.fait }] : [];
  });
}

/** Huit jours au procureur pour saisir le juge, qu'il ait placé l'enfant ou interdit sa sortie du territoire. */
function listSaisines(dossier: Dossier, isRetenue: (mesure: MesureSuivie) => boolean): readonly Obligation[] {
  return listMesuresDe(dossier, isRetenue).map(({ mesure, id, decision }) => ({
    cle: id,
    mesure: id,
    depuis: decision.date,
    ...computeTerme(decision.date, { valeur: 8, unite: 'jour' }, 'protection', 'Décision du procureur'),
    faiteLe: findActe(listFaits(dossier, SAISINE_JUGE), id, decision.date),
    eteinteLe: findCessationPassee(mesure, dossier),
  }));
}

function listJugements(dossier: Dossier): readonly Obligation[] {
  return listMesuresDe(dossier, ({ code }) => code === 'OPP_PARQUET').flatMap(({ mesure, id, decision }) => {
    const saisiLe = findActe(listFaits(dossier, SAISINE_JUGE), id, decision.date);
    if (saisiLe === null || saisiLe > dossier.aujourdhui) return [];
    return [
      {
        cle: id,
        mesure: id,
        depuis: saisiLe,
        ...computeTermeJudiciaire(saisiLe, { valeur: 15, unite: 'jour' }, dossier.zone, 'Saisine du juge'),
        faiteLe: findDecisionDuJuge(dossier, mesure, saisiLe, isDuJuge),
        eteinteLe: findCessationPassee(mesure, dossier),
      },
    ];
  });
}

function listConvocations(dossier: Dossier): readonly Obligation[] {
  const audiences = listFaits(dossier, AUDIENCE).filter(({ tenue }) => tenue !== false);
  return listMesuresDe(dossier, ({ code, actes }) => code === 'OPP_JUGE' && actes[0]?.sansAudition === true).map(
    ({ mesure, id, decision }) => ({
      cle: id,
      mesure: id,
      depuis: decision.date,
      ...computeTermeJudiciaire(decision.date, { valeur: 15, unite: 'jour' }, dossier.zone, 'Décision sans audition'),
      faiteLe: findActe(audiences, id, decision.date),
      eteinteLe: findCessationPassee(mesure, dossier),
    }),
  );
}

function listDecisionsAuFond(dossier: Dossier): readonly Obligation[] {
  return listMesuresDe(dossier, ({ code }) => code === 'OPP_JUGE').flatMap(({ mesure, id, decision }) => {
    const fond = findDecisionDuJuge(dossier, mesure, decision.date, isAuFond);
    const prorogation = mesure.decisions.find(isRenouvellement)?.fait;
    const eteinteLe = findCessationPassee(mesure, dossier);
    const commun = { mesure: id, eteinteLe };
    const compute = (mois: number) =>
      computeTermeJudiciaire(decision.date, { valeur: mois, unite: 'mois' }, dossier.zone, 'Mesure provisoire');
    const premiere: Obligation = {
      ...commun,
      cle: id,
      depuis: decision.date,
      ...compute(6),
      faiteLe: prorogation && (fond === null || prorogation.date < fond) ? prorogation.date : fond,
    };
    if (!prorogation) return [premiere];
    const mois = 6 + Math.min(prorogation.dureeMois ?? 6, 6);
    return [
      premiere,
      { ...commun, cle: `${id}:prorogation`, depuis: prorogation.date, ...compute(mois), faiteLe: fond },
    ];
  });
}

function listDessaisissements(dossier: Dossier): readonly Obligation[] {
  const dessaisissements = listFaits(dossier, DESSAISISSEMENT);
  return listMesuresDe(dossier, ({ actes }) => actes[0]?.lieuDecouverte === true).map(({ mesure, id, decision }) => ({
    cle: id,
    mesure: id,
    depuis: decision.date,
    ...computeTermeJudiciaire(decision.date, { valeur: 1, unite: 'mois' }, dossier.zone, 'Décision du juge du lieu'),
    faiteLe: findActe(dessaisissements, id, decision.date),
    eteinteLe: findCessationPassee(mesure, dossier),
  }));
}

const COMMUN = {
  gravite: 'critique',
  acteur: 'juge',
  vigueur: TOUJOURS,
  arretee: 'Le placement provisoire a pris fin.',
} as const;

export const REGLES_PROVISOIRE: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'URG-004',
    libelle: 'Saisir le juge des enfants du placement ordonné par le procureur',
    acteur: 'parquet',
    textes: [C_CIV_375_5_2],
    satisfaite: 'Le juge des enfants est saisi.',
    list: (dossier) => listSaisines(dossier, ({ code }) => code === 'OPP_PARQUET'),
  },
  {
    ...COMMUN,
    id: 'URG-005',
    libelle: 'Convoquer les parties et statuer',
    textes: [buildCpc1184(3)],
    satisfaite: 'Le juge a décidé.',
    list: listJugements,
  },
  {
    ...COMMUN,
    id: 'URG-006',
    libelle: 'Entendre les parties après un placement décidé en urgence',
    textes: [buildCpc1184(2)],
    satisfaite: 'Une audience dans les quinze jours.',
    list: listConvocations,
  },
  {
    ...COMMUN,
    id: 'URG-007',
    libelle: 'Décider au fond après un placement provisoire',
    textes: [CPC_1185],
    satisfaite: 'Une décision au fond, ou une prorogation de six mois au plus.',
    list: listDecisionsAuFond,
  },
  {
    ...COMMUN,
    id: 'URG-008',
    libelle: 'Se dessaisir au profit du juge compétent',
    gravite: 'information',
    textes: [buildCpc1184(4)],
    satisfaite: 'Le dessaisissement.',
    list: listDessaisissements,
  },
  {
    ...COMMUN,
    id: 'MES-018',
    libelle: 'Saisir le juge des enfants de l’interdiction de sortie du territoire',
    acteur: 'parquet',
    gravite: 'normale',
    textes: [C_CIV_375_5_2],
    satisfaite: 'Le juge des enfants est saisi.',
    arretee: 'L’interdiction a pris fin.',
    list: (dossier) => listSaisines(dossier, ({ code, actes }) => code === 'IST' && actes[0]?.decideur === 'parquet'),
  },
];
