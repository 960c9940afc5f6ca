/**
 * La personne qui se dit mineure et isolée : son accueil (MNA-001, MNA-002), l'évaluation (MNA-004), ce qui la suit (MNA-006, MNA-007),
 * sa représentation légale (MNA-008).
 *
 * Ce que dit le texte : le président du lieu où se trouve la personne l'accueille en urgence (CASF L221-2-4 I, depuis le 9 février
 * 2022), cinq jours prolongeables deux fois de cinq jours ; le procureur est informé sans délai de l'accueil et de chaque prolongation
 * (CASF R221-11 I, décret n° 2023-1240, depuis le 25 décembre 2023) ; la minorité et l'isolement s'évaluent (L221-2-4 II, R221-11 IV).
 * Reconnu mineur, il est confié par la justice, après demande d'orientation nationale (C. civ. 375-5) ; non reconnu, la décision est
 * motivée et notifiée (à confirmer). Confié sans représentant, une délégation ou une tutelle est à demander (C. civ. 373, 377, 411).
 * Comment il est lu ici : l'accueil est dû le jour où il est demandé, aucun texte ne laissant attendre l'urgence. Les cinq jours se
 * comptent du jour de l'accueil, qui ne compte pas, sans report (TPS-05) ; « sans délai » est le jour même. L'évaluation est due au
 * terme de l'accueil tel qu'il est prolongé. La demande de représentation suit le délai que le département s'est fixé, du premier jour
 * où le juge le confie.
 * Non traité : le temps de répit (MNA-003), que le président fixe et qu'aucun fait n'inscrit ; l'examen osseux (MNA-005), que la justice
 * décide et qui ne fait rien devoir au département ; le recours du jeune.
 */
import {
  AVIS_PARQUET,
  buildAConfirmer,
  buildCiv,
  buildLocal,
  CASF_L221_2_4,
  CASF_R221_11,
  type CodeMesure,
  EVALUATION_MINORITE,
  isRenouvellement,
  isSien,
  listMesuresSuivies,
  type MesureSuivie,
  NOTIFICATION_NON_RECONNAISSANCE,
  ORIENTATION_NATIONALE,
  PROLONGATION_APU,
  REPRESENTATION_DEMANDEE,
  SAISINE_JUGE,
} from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import {
  computeTerme,
  type Dossier,
  type FaitDate,
  listFaits,
  type Obligation,
  type Regle,
} from '#shared/obligation.ts';
import { buildImmediate, findActe, findArret, findCessationPassee, TOUJOURS } from './obligation-de-mesure.ts';
import { findDepart } from './urgence.ts';

const DECRET_2023_1240 = { du: jourCivil('2023-12-25'), au: null };
const CINQ_JOURS = 5;
/** Cinq jours, prolongés deux fois : le dernier terme est le troisième. */
const DERNIER_RANG = 2;

type Abri = Readonly<{
  mesure: MesureSuivie;
  depart: Pick<FaitDate, 'date' | 'instant'>;
  prolongations: readonly FaitDate[];
}>;

function listAbris(dossier: Dossier): readonly Abri[] {
  return listMesuresSuivies(dossier).flatMap((mesure) => {
    const depart = mesure.code === 'APU_MNA' ? findDepart(mesure) : null;
    if (!depart) return [];
    const decidees: FaitDate[] = mesure.decisions.filter(isRenouvellement).map(({ fait }) => fait);
    const dites = listFaits(dossier, PROLONGATION_APU).filter(
      (fait) => isSien(fait, mesure.id) && fait.date >= depart.date && fait.date <= dossier.aujourdhui,
    );
    return [{ mesure, depart, prolongations: [...decidees, ...dites] }];
  });
}

/** Due du jour où la personne s'est présentée ; un refus ou une annulation retire la demande des faits. */
function listAccueilsDemandes(dossier: Dossier): readonly Obligation[] {
  return listMesuresSuivies(dossier).flatMap((mesure) => {
    const { id, code, demandeeLe } = mesure;
    if (code !== 'APU_MNA' || demandeeLe === null) return [];
    const immediate = buildImmediate({ date: demandeeLe }, 'Accueil demandé');
    return [{ cle: id, mesure: id, ...immediate, faiteLe: findDepart(mesure)?.date ?? null }];
  });
}

function computeTermeAbri(depart: Pick<FaitDate, 'date'>, rang: number) {
  const valeur = CINQ_JOURS * (Math.min(rang, DERNIER_RANG) + 1);
  return computeTerme(depart.date, { valeur, unite: 'jour' }, 'protection', 'Accueil provisoire d’urgence');
}

function listAccueils(dossier: Dossier): readonly Obligation[] {
  const avis = listFaits(dossier, AVIS_PARQUET);
  return listAbris(dossier).flatMap(({ mesure: { id, fin }, depart, prolongations }) => {
    const informer = [depart, ...prolongations].map((fait, rang) => ({
      cle: `${id}:parquet:${rang}`,
      mesure: id,
      ...buildImmediate(fait, rang === 0 ? 'Accueil' : 'Prolongation'),
      faiteLe: findActe(avis, id, fait.date),
      libelle: `Informer le procureur ${rang === 0 ? 'de l’accueil' : 'de la prolongation'}`,
    }));
    const rangs = Math.min(prolongations.length, DERNIER_RANG);
    const termes = Array.from({ length: rangs + 1 }, (_, rang) => {
      const terme = computeTermeAbri(depart, rang);
      return {
        cle: `${id}:terme:${rang}`,
        mesure: id,
        depuis: depart.date,
        ...terme,
        faiteLe: prolongations[rang]?.date ?? fin?.decideeLe ?? null,
        libelle:
          rang === DERNIER_RANG
            ? 'Mettre fin à l’accueil provisoire d’urgence'
            : 'Prolonger l’accueil provisoire d’urgence, ou y mettre fin',
      };
    });
    return [...informer, ...termes];
  });
}

function listEvaluations(dossier: Dossier): readonly Obligation[] {
  const evaluations = listFaits(dossier, EVALUATION_MINORITE);
  return listAbris(dossier).map(({ mesure, depart, prolongations }) => ({
    cle: mesure.id,
    mesure: mesure.id,
    depuis: depart.date,
    ...computeTermeAbri(depart, prolongations.length),
    faiteLe: findActe(evaluations, mesure.id, depart.date),
    eteinteLe: findCessationPassee(mesure, dossier),
  }));
}

function listIssues(dossier: Dossier, issue: 'reconnu' | 'non-reconnu') {
  return listFaits(dossier, EVALUATION_MINORITE).flatMap((fait, rang) =>
    fait.issue === issue && fait.date <= dossier.aujourdhui ? [{ fait, rang }] : [],
  );
}

function listSuitesReconnu(dossier: Dossier): readonly Obligation[] {
  const saisines = [...listFaits(dossier, SAISINE_JUGE), ...listFaits(dossier, AVIS_PARQUET)];
  return listIssues(dossier, 'reconnu').flatMap(({ fait, rang }) => {
    const due = { mesure: fait.mesure, ...buildImmediate(fait, 'Reconnu mineur') };
    const findApres = (faits: readonly FaitDate[]) =>
      faits.reduce<FaitDate | null>(
        (premier, autre) => (autre.date >= fait.date && (!premier || autre.date < premier.date) ? autre : premier),
        null,
      )?.date ?? null;
    return [
      { ...due, cle: `${rang}:saisine`, faiteLe: findApres(saisines) },
      {
        ...due,
        cle: `${rang}:orientation`,
        libelle: 'Demander l’orientation nationale',
        faiteLe: findApres(listFaits(dossier, ORIENTATION_NATIONALE)),
      },
    ];
  });
}

function listNonReconnus(dossier: Dossier): readonly Obligation[] {
  const notifications = listFaits(dossier, NOTIFICATION_NON_RECONNAISSANCE);
  return listIssues(dossier, 'non-reconnu').map(({ fait, rang }) => ({
    cle: String(rang),
    mesure: fait.mesure,
    ...buildImmediate(fait, 'Minorité non reconnue'),
    faiteLe: notifications.find(({ date }) => date >= fait.date)?.date ?? null,
  }));
}

const CONFIE_A_L_ASE: ReadonlySet<CodeMesure> = new Set(['PLACEMENT_ASE', 'OPP_JUGE', 'OPP_PARQUET']);
const REPRESENTATIONS: ReadonlySet<CodeMesure> = new Set(['DAP_VOLONTAIRE', 'DAP_FORCEE', 'TUTELLE_DEP', 'PUPILLE']);

function listRepresentations(dossier: Dossier): readonly Obligation[] {
  const mesures = listMesuresSuivies(dossier);
  const isReconnu = listFaits(dossier, EVALUATION_MINORITE).some(({ issue }) => issue === 'reconnu');
  if (!isReconnu) return [];
  const confiee = mesures.find(({ code, du }) => CONFIE_A_L_ASE.has(code) && du !== null);
  if (!confiee?.du) return [];
  const valeur = readParametre(dossier, 'mna.representation-jours');
  const terme = computeTerme(confiee.du, { valeur, unite: 'jour' }, 'administratif', 'Premier jour où il est confié');
  const representee = mesures.find(({ code, decideeLe }) => REPRESENTATIONS.has(code) && decideeLe !== null);
  return [
    {
      cle: confiee.id,
      mesure: confiee.id,
      depuis: confiee.du,
      ...terme,
      faiteLe: listFaits(dossier, REPRESENTATION_DEMANDEE)[0]?.date ?? representee?.decideeLe ?? null,
      eteinteLe: findArret({ fin: null, finAge: confiee.finAge }, terme.pour, dossier),
    },
  ];
}

const COMMUN = { acteur: 'pole', gravite: 'critique', vigueur: DECRET_2023_1240 } as const;

export const REGLES_MNA: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'MNA-001',
    libelle: 'Accueillir en urgence la personne qui se dit mineure et isolée',
    vigueur: { du: jourCivil('2022-02-09'), au: null },
    textes: [CASF_L221_2_4],
    satisfaite: 'L’accueil, ou la décision qui l’ouvre.',
    arretee: 'La demande est refusée ou annulée.',
    list: listAccueilsDemandes,
  },
  {
    ...COMMUN,
    id: 'MNA-002',
    libelle: 'Prolonger l’accueil provisoire d’urgence, ou y mettre fin',
    textes: [CASF_R221_11],
    satisfaite: 'Le procureur informé ; la prolongation, ou la fin de l’accueil.',
    arretee: 'Rien : elle reste due.',
    list: listAccueils,
  },
  {
    ...COMMUN,
    id: 'MNA-004',
    libelle: 'Évaluer la minorité et l’isolement',
    gravite: 'normale',
    textes: [CASF_L221_2_4, CASF_R221_11],
    satisfaite: 'L’évaluation.',
    arretee: 'L’accueil a pris fin.',
    list: listEvaluations,
  },
  {
    ...COMMUN,
    id: 'MNA-006',
    libelle: 'Saisir le parquet ou le juge du mineur reconnu',
    vigueur: TOUJOURS,
    textes: [buildCiv('375-5, al. 3 et 4')],
    satisfaite: 'La saisine, et la demande d’orientation nationale.',
    arretee: 'Rien : elle reste due.',
    list: listSuitesReconnu,
  },
  {
    ...COMMUN,
    id: 'MNA-007',
    libelle: 'Notifier la non-reconnaissance, motivée, avec les voies de recours',
    gravite: 'normale',
    vigueur: TOUJOURS,
    textes: [buildAConfirmer('CASF', 'R221-11 et suivants')],
    satisfaite: 'La notification.',
    arretee: 'Rien : elle reste due.',
    list: listNonReconnus,
  },
  {
    ...COMMUN,
    id: 'MNA-008',
    libelle: 'Demander une délégation de l’autorité parentale ou une tutelle',
    gravite: 'normale',
    vigueur: TOUJOURS,
    textes: [buildCiv('373, 377 et 411'), buildLocal('MNA-008')],
    satisfaite: 'La requête, ou le jugement.',
    arretee: 'Il est majeur avant le terme.',
    list: listRepresentations,
  },
];
