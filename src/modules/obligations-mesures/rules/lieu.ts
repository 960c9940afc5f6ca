/**
 * Le lieu d'accueil d'un enfant confié par le juge : l'avis du représentant légal (MES-008), l'information du juge avant un changement
 * (MES-009), en urgence (MES-010), quand une fratrie est séparée (MES-011) ; l'évaluation d'un tiers avant un placement (MES-015) ;
 * les nuitées du milieu ouvert avec hébergement (MES-023).
 *
 * Ce que dit le texte : depuis le 9 février 2022, le service recueille l'avis écrit du représentant légal avant le choix du lieu et
 * avant toute modification (CASF L223-3, al. 1) ; il informe le juge un mois au moins avant tout changement, sous 48 heures de la
 * décision en urgence, sous 48 heures aussi s'il sépare une fratrie (al. 2). Avant de confier l'enfant à l'aide sociale à l'enfance
 * ou à un établissement, hors urgence, l'accueil par un proche est évalué (C. civ. 375-3). Chaque nuitée se dit sans délai aux
 * parents et au juge (375-2, al. 2).
 * Comment il est lu ici : ce qui doit précéder est dû la veille d'un délai compté à rebours, du même quantième, sans report ; fait
 * après, c'est en retard. Un avis ou une information vaut pour le premier changement qui le suit. Une décision prise sans audition
 * est une urgence.
 * Non traité : la justification du changement, qui est dans l'écrit au juge ; l'audition de l'enfant discernant ; le changement de
 * résidence des parents (MES-024), qui n'a pas de délai et qu'aucun fait n'inscrit ; la fratrie accueillie ensemble (MES-012), les actes
 * usuels (MES-016) et les droits de visite (MES-017), qui n'ont pas de terme ; l'hôtel (HOT-001, HOT-002), aucun fait ne disant la sorte
 * d'hébergement.
 */
import {
  AVIS_REPRESENTANT,
  buildCiv,
  C_CIV_375_2,
  CASF_L223_3_1,
  CASF_L223_3_2,
  CHANGEMENT_LIEU,
  type CodeMesure,
  EVALUATION_TIERS,
  INFORMATION_PARENTS,
  isSien,
  JUGE_INFORME,
  listMesuresSuivies,
  type MesureSuivie,
  NUITEE,
} from '#modules/mesures/index.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import {
  computeTermeEnHeures,
  type Dossier,
  derive,
  type Fait,
  listFaits,
  type Obligation,
  type Regle,
} from '#shared/obligation.ts';
import { buildImmediate, findActe, findArret, findCessation, TOUJOURS } from './obligation-de-mesure.ts';

const ACCUEILS_ASE: ReadonlySet<CodeMesure> = new Set(['PLACEMENT_ASE', 'OPP_JUGE', 'OPP_PARQUET']);
const APRES_EVALUATION: ReadonlySet<CodeMesure> = new Set([
  'PLACEMENT_ASE',
  'PLACEMENT_DIRECT',
  'PLACEMENT_SANTE_EDUC',
]);
const LOI_2022 = { du: jourCivil('2022-02-09'), au: null };

type Changement = Readonly<{
  fait: Fait<typeof CHANGEMENT_LIEU>;
  mesure: MesureSuivie;
  rang: number;
  prevuLe: JourCivil;
  /** Le jour du changement d'avant, à défaut le début de l'accueil : ce qui a été dit avant ne vaut plus. */
  precedent: JourCivil;
}>;

function isAccueilAse({ code, actes }: MesureSuivie): boolean {
  const confieA = actes.findLast((acte) => acte.confieA)?.confieA;
  return ACCUEILS_ASE.has(code) && (confieA === undefined || confieA === 'ase');
}

/** Chaque changement, avec l'accueil judiciaire qui court ce jour-là. */
const listChangements = derive((dossier: Dossier): readonly Changement[] => {
  const changements = listFaits(dossier, CHANGEMENT_LIEU);
  if (changements.length === 0) return [];
  const accueils = listMesuresSuivies(dossier).filter(isAccueilAse);
  const derniers = new Map<string, JourCivil>();
  return changements.flatMap((fait, rang) => {
    if (fait.date > dossier.aujourdhui) return [];
    const mesure = accueils.findLast((accueil) => isPorte(accueil, fait));
    if (!mesure) return [];
    const precedent = derniers.get(mesure.id) ?? mesure.decideeLe ?? fait.date;
    const prevuLe = fait.prevuLe ?? fait.date;
    derniers.set(mesure.id, prevuLe);
    return [{ fait, mesure, rang, prevuLe, precedent }];
  });
});

function isPorte(accueil: MesureSuivie, fait: Fait<typeof CHANGEMENT_LIEU>): boolean {
  const arret = findCessation(accueil);
  const debut = accueil.decideeLe;
  return isSien(fait, accueil.id) && debut !== null && debut <= fait.date && (arret === null || fait.date <= arret);
}

function listInformations(dossier: Dossier, objet: 'changement-lieu' | 'fratrie') {
  return listFaits(dossier, JUGE_INFORME).filter((fait) => fait.objet === objet);
}

function listAvis(dossier: Dossier): readonly Obligation[] {
  const avis = listFaits(dossier, AVIS_REPRESENTANT);
  const initiaux = listMesuresSuivies(dossier).filter((mesure) => mesure.decideeLe !== null && isAccueilAse(mesure));
  const choix = initiaux.map((mesure): Obligation => {
    const decideeLe = mesure.decideeLe ?? dossier.aujourdhui;
    const pour = mesure.debutEffectif?.date ?? mesure.du ?? decideeLe;
    return {
      cle: mesure.id,
      mesure: mesure.id,
      depuis: decideeLe,
      pour,
      faiteLe: avis.find((fait) => isSien(fait, mesure.id))?.date ?? null,
      eteinteLe: findArret(mesure, pour, dossier),
      libelle: 'Recueillir l’avis écrit du représentant légal sur le lieu d’accueil',
      etapes: () => [`Premier jour de l’accueil : ${formatJour(pour, 'long')}. L’avis le précède.`],
    };
  });
  const modifications = listChangements(dossier).map(
    ({ fait, mesure, rang, prevuLe, precedent }): Obligation => ({
      cle: `${mesure.id}:${rang}`,
      mesure: mesure.id,
      depuis: fait.date,
      pour: prevuLe,
      faiteLe: avis.find(({ date, mesure: id }) => date > precedent && isSien({ mesure: id }, mesure.id))?.date ?? null,
      eteinteLe: findArret(mesure, prevuLe, dossier),
      etapes: () => [`Changement prévu le ${formatJour(prevuLe, 'long')}. L’avis le précède.`],
    }),
  );
  return [...choix, ...modifications];
}

function listPreavis(dossier: Dossier): readonly Obligation[] {
  const informations = listInformations(dossier, 'changement-lieu');
  return listChangements(dossier)
    .filter(({ fait }) => !fait.urgence)
    .map(({ fait, mesure, rang, prevuLe, precedent }) => ({
      cle: `${mesure.id}:${rang}`,
      mesure: mesure.id,
      depuis: fait.date,
      pour: addMois(prevuLe, -1),
      faiteLe:
        informations.find(({ date, mesure: id }) => date > precedent && isSien({ mesure: id }, mesure.id))?.date ??
        null,
      eteinteLe: findArret(mesure, prevuLe, dossier),
      etapes: () => [
        `Changement prévu le ${formatJour(prevuLe, 'long')}.`,
        `Un mois avant, au même quantième : ${formatJour(addMois(prevuLe, -1), 'long')}.`,
        'Délai de protection : jamais reporté (TPS-05).',
      ],
    }));
}

function listSous48Heures(
  dossier: Dossier,
  objet: 'changement-lieu' | 'fratrie',
  isConcerne: (changement: Changement) => boolean,
): readonly Obligation[] {
  const informations = listInformations(dossier, objet);
  return listChangements(dossier)
    .filter(isConcerne)
    .map(({ fait, mesure, rang }) => ({
      cle: `${mesure.id}:${rang}`,
      mesure: mesure.id,
      depuis: fait.date,
      ...computeTermeEnHeures(fait, 48, 'Décision de changer de lieu'),
      faiteLe: findActe(informations, mesure.id, fait.date),
    }));
}

function listEvaluationsTiers(dossier: Dossier): readonly Obligation[] {
  const evaluations = listFaits(dossier, EVALUATION_TIERS);
  return listMesuresSuivies(dossier).flatMap(({ id, code, actes, fin }) => {
    const premier = actes[0];
    if (!premier || premier.sansAudition || !APRES_EVALUATION.has(code)) return [];
    return [
      {
        cle: id,
        mesure: id,
        ...buildImmediate(premier, 'Décision de placement'),
        faiteLe: evaluations.find((fait) => isSien(fait, id))?.date ?? null,
        eteinteLe: fin?.le ?? null,
        etapes: () => [`Décision de placement le ${formatJour(premier.date, 'long')} : l’évaluation la précède.`],
      },
    ];
  });
}

function listNuitees(dossier: Dossier): readonly Obligation[] {
  const nuitees = listFaits(dossier, NUITEE);
  if (nuitees.length === 0) return [];
  const milieux = listMesuresSuivies(dossier).filter(({ code, decideeLe }) => code === 'AEMO_HEBERGEMENT' && decideeLe);
  const parents = listFaits(dossier, INFORMATION_PARENTS);
  const juge = listFaits(dossier, JUGE_INFORME).filter(({ objet }) => objet === 'nuitee');
  return nuitees.flatMap((nuitee, rang) => {
    const mesure = milieux.findLast(
      ({ id, decideeLe }) => isSien(nuitee, id) && decideeLe !== null && decideeLe <= nuitee.date,
    );
    if (!mesure || nuitee.date > dossier.aujourdhui) return [];
    const due = { mesure: mesure.id, ...buildImmediate(nuitee, 'Nuitée') };
    return [
      {
        ...due,
        cle: `${rang}:parents`,
        faiteLe: findActe(parents, mesure.id, nuitee.date),
        libelle: 'Dire la nuitée aux parents',
      },
      {
        ...due,
        cle: `${rang}:juge`,
        faiteLe: findActe(juge, mesure.id, nuitee.date),
        libelle: 'Dire la nuitée au juge des enfants',
      },
    ];
  });
}

const INFORMER = {
  acteur: 'cadre',
  vigueur: LOI_2022,
  satisfaite: 'Le juge des enfants est informé.',
  arretee: 'La mesure a pris fin avant le changement.',
} as const;

export const REGLES_LIEU: readonly Regle[] = [
  {
    ...INFORMER,
    id: 'MES-008',
    libelle: 'Recueillir l’avis écrit du représentant légal avant le changement de lieu',
    acteur: 'referent',
    gravite: 'normale',
    textes: [CASF_L223_3_1],
    satisfaite: 'L’avis écrit du représentant légal.',
    list: listAvis,
  },
  {
    ...INFORMER,
    id: 'MES-009',
    libelle: 'Informer le juge du changement de lieu, un mois avant',
    gravite: 'normale',
    textes: [CASF_L223_3_2],
    list: listPreavis,
  },
  {
    ...INFORMER,
    id: 'MES-010',
    libelle: 'Informer le juge du changement de lieu en urgence',
    gravite: 'critique',
    textes: [CASF_L223_3_2],
    list: (dossier) => listSous48Heures(dossier, 'changement-lieu', ({ fait }) => fait.urgence === true),
  },
  {
    ...INFORMER,
    id: 'MES-011',
    libelle: 'Informer le juge de la séparation de la fratrie',
    gravite: 'critique',
    textes: [CASF_L223_3_2],
    list: (dossier) => listSous48Heures(dossier, 'fratrie', ({ fait }) => fait.fratrieSeparee === true),
  },
  {
    ...INFORMER,
    id: 'MES-015',
    libelle: 'Évaluer l’accueil par un proche ou un tiers avant le placement',
    acteur: 'referent',
    gravite: 'normale',
    textes: [buildCiv('375-3, al. 7')],
    satisfaite: 'L’évaluation de l’accueil par un proche ou un tiers.',
    arretee: 'Le placement a pris fin.',
    list: listEvaluationsTiers,
  },
  {
    ...INFORMER,
    id: 'MES-023',
    libelle: 'Dire la nuitée',
    acteur: 'service',
    gravite: 'critique',
    textes: [{ ...C_CIV_375_2, article: '375-2, al. 2' }],
    vigueur: TOUJOURS,
    satisfaite: 'Les parents et le juge sont informés de la nuitée.',
    arretee: 'Rien : elle reste due.',
    list: listNuitees,
  },
];
