/** Les mesures judiciaires (référentiel §3.3) : décidées par un juge ou le parquet, sans accord à recueillir. */
import { jourCivil } from '#shared/jour-civil.ts';
import {
  type DureeBornee,
  defineMesure,
  type Gardien,
  type MesureEcrite,
  NON_RENOUVELABLE,
  RENOUVELABLE,
  RENOUVELABLE_MOTIVE,
} from './mesure.ts';
import {
  buildAConfirmer,
  buildCiv,
  C_CIV_375,
  C_CIV_375_2,
  C_CIV_375_3,
  C_CIV_375_5_1,
  C_CIV_375_5_2,
  C_CIV_375_9,
  CASSATION_PEAD,
  CJPM_L323_1,
  CPC_1183,
  CPC_1185,
  CPC_1200_2,
} from './texte-legal.ts';

const DEUX_ANS: DureeBornee = { plusLongue: { valeur: 2, unite: 'an' }, textes: [C_CIV_375], precision: null };
function borneParJugement(precision: string): DureeBornee {
  return { plusLongue: null, textes: [], precision };
}

const COMMUN = {
  origine: 'judiciaire',
  decideur: 'juge',
  duree: DEUX_ANS,
  renouvellement: RENOUVELABLE_MOTIVE,
  agesDeFin: [18],
  consentement: 'aucun',
  effet: 'conservee',
} as const;
const MILIEU_OUVERT = {
  ...COMMUN,
  base: [C_CIV_375_2],
  groupe: 'milieu-ouvert',
  documents: ['ppe', 'rapport-situation', 'rapport-juge'],
} as const;

function buildPlacement(
  libelle: string,
  rang: string,
  gardien: Gardien,
  plus: Partial<MesureEcrite> = {},
): MesureEcrite {
  return {
    ...COMMUN,
    libelle,
    base: [{ ...C_CIV_375_3, article: `375-3, ${rang}` }],
    confie: true,
    gardiens: [gardien],
    groupe: 'hebergement',
    documents: ['ppe', 'rapport-situation', 'bilan-sante', 'rapport-juge'],
    ...plus,
  };
}

const PROVISOIRE = {
  ...COMMUN,
  renouvellement: NON_RENOUVELABLE,
  confie: true,
  gardiens: ['ase', 'tiers', 'parent', 'etablissement'],
  groupe: 'hebergement',
  documents: ['ppe', 'bilan-sante'],
} as const;

/** Par jugement d'un autre juge que celui des enfants, ou d'un tribunal : la durée est au jugement. */
const STATUT = {
  ...COMMUN,
  duree: borneParJugement('Celle du jugement'),
  renouvellement: NON_RENOUVELABLE,
  delegation: 'statut.requerir',
} as const;
const DELEGATION = {
  ...STATUT,
  decideur: 'jaf',
  renouvellement: { ...NON_RENOUVELABLE, precision: 'Par un jugement nouveau' },
  confie: true,
  gardiens: ['tiers', 'ase'],
  documents: ['ppe', 'rapport-situation', 'bilan-sante'],
  effet: 'deleguee',
} as const;

const OPP_JUGE: MesureEcrite = {
  ...PROVISOIRE,
  libelle: 'Placement provisoire ordonné par le juge des enfants',
  base: [C_CIV_375_5_1],
  duree: { plusLongue: { valeur: 6, unite: 'mois' }, textes: [CPC_1185], precision: 'Le fond est jugé dans ce délai' },
  renouvellement: {
    ...NON_RENOUVELABLE,
    possible: true,
    plusLongue: { valeur: 6, unite: 'mois' },
    fois: 1,
    precision: 'Prorogation après avis du parquet',
    textes: [CPC_1185],
  },
};

const IST: MesureEcrite = {
  ...COMMUN,
  libelle: 'Interdiction de sortie du territoire',
  base: [buildCiv('375-7'), C_CIV_375_5_2],
  duree: { plusLongue: { valeur: 2, unite: 'an' }, textes: [buildCiv('375-7')], precision: null },
  autreDecideur: { decideur: 'parquet', duree: { valeur: 2, unite: 'mois' }, textes: [C_CIV_375_5_2] },
  renouvellement: RENOUVELABLE,
  effet: 'restriction',
};

const MJIE: MesureEcrite = {
  ...COMMUN,
  libelle: 'Mesure judiciaire d’investigation éducative (MJIE)',
  base: [CPC_1183],
  duree: {
    plusLongue: { valeur: 6, unite: 'mois' },
    textes: [buildAConfirmer('Arrêté', 'durée de la mesure d’investigation')],
    precision: null,
  },
  renouvellement: { ...RENOUVELABLE, precision: 'Exceptionnel' },
  documents: ['rapport-juge'],
  effet: 'aucun',
};

const PLACEMENT_PSY: MesureEcrite = buildPlacement('Hospitalisation en psychiatrie', '5°', 'etablissement', {
  base: [C_CIV_375_9],
  duree: { plusLongue: { valeur: 15, unite: 'jour' }, textes: [C_CIV_375_9], precision: null },
  renouvellement: {
    ...RENOUVELABLE,
    plusLongue: { valeur: 1, unite: 'mois' },
    precision: 'Sur avis médical conforme',
    textes: [C_CIV_375_9],
  },
  // L'enfant déjà confié peut être hospitalisé sans cesser de l'être.
  groupe: null,
});

const PEAD: MesureEcrite = {
  ...COMMUN,
  libelle: 'Placement éducatif à domicile (repris)',
  base: [CASSATION_PEAD],
  duree: borneParJugement('Repris en milieu ouvert'),
  renouvellement: NON_RENOUVELABLE,
  groupe: 'milieu-ouvert',
  interdit: {
    signaleDepuis: jourCivil('2024-02-14'),
    depuis: jourCivil('2024-10-02'),
    textes: [CASSATION_PEAD],
    aLaPlace: 'une action éducative en milieu ouvert renforcée, ou avec hébergement',
  },
};

export const MESURES_JUDICIAIRES = {
  MJIE: defineMesure(MJIE),
  AEMO: defineMesure({ ...MILIEU_OUVERT, libelle: 'Action éducative en milieu ouvert (AEMO)' }),
  AEMO_RENFORCEE: defineMesure({
    ...MILIEU_OUVERT,
    libelle: 'Action éducative en milieu ouvert renforcée',
    base: [buildCiv('375-2, al. 1')],
    duree: { plusLongue: { valeur: 1, unite: 'an' }, textes: [buildCiv('375-2, al. 1')], precision: null },
  }),
  AEMO_HEBERGEMENT: defineMesure({
    ...MILIEU_OUVERT,
    libelle: 'Action éducative en milieu ouvert avec hébergement',
    base: [buildCiv('375-2, al. 2')],
    duree: { ...DEUX_ANS, precision: 'Un an si elle est renforcée' },
    confiePrecision: 'Des nuitées, exceptionnelles ou périodiques',
  }),
  OBLIGATION_PART: defineMesure({
    ...COMMUN,
    libelle: 'Obligations particulières',
    base: [buildCiv('375-2, al. 3')],
    documents: ['rapport-juge'],
  }),
  PLACEMENT_AUTRE_PARENT: defineMesure(
    buildPlacement('Remise à l’autre parent', '1°', 'parent', { confie: false, documents: ['ppe', 'rapport-juge'] }),
  ),
  PLACEMENT_TDC: defineMesure(
    buildPlacement('Confié à un membre de la famille ou à un tiers digne de confiance', '2°', 'tiers', {
      effet: 'actes-usuels',
    }),
  ),
  PLACEMENT_ASE: defineMesure(
    buildPlacement('Confié à l’aide sociale à l’enfance', '3°', 'ase', { effet: 'actes-usuels' }),
  ),
  PLACEMENT_DIRECT: defineMesure(
    buildPlacement('Confié directement à un établissement ou service habilité', '4°', 'etablissement'),
  ),
  PLACEMENT_SANTE_EDUC: defineMesure(
    buildPlacement('Confié à un établissement sanitaire ou éducatif', '5°', 'etablissement'),
  ),
  PLACEMENT_PSY: defineMesure(PLACEMENT_PSY),
  OPP_JUGE: defineMesure(OPP_JUGE),
  OPP_PARQUET: defineMesure({
    ...PROVISOIRE,
    libelle: 'Placement provisoire ordonné par le procureur',
    base: [C_CIV_375_5_2],
    decideur: 'parquet',
    duree: borneParJugement('Le juge des enfants est saisi sous huit jours'),
  }),
  MJAGBF: defineMesure({
    ...COMMUN,
    libelle: 'Mesure judiciaire d’aide à la gestion du budget familial (MJAGBF)',
    base: [buildCiv('375-9-1'), CPC_1200_2],
    duree: { ...DEUX_ANS, textes: [buildCiv('375-9-1')] },
    agesDeFin: [],
    documents: ['rapport-juge'],
    effet: 'aucun',
  }),
  MEDIATION_JE: defineMesure({
    ...COMMUN,
    libelle: 'Médiation familiale ordonnée par le juge des enfants',
    base: [buildCiv('375-4-1')],
    duree: borneParJugement('Durée à confirmer'),
    renouvellement: NON_RENOUVELABLE,
    effet: 'aucun',
  }),
  IST: defineMesure(IST),
  DAP_VOLONTAIRE: defineMesure({
    ...DELEGATION,
    libelle: 'Délégation de l’autorité parentale à la demande des parents',
    base: [buildCiv('377, al. 1')],
    delegation: null,
  }),
  DAP_FORCEE: defineMesure({
    ...DELEGATION,
    libelle: 'Délégation de l’autorité parentale à la demande du tiers ou du service',
    base: [buildCiv('377, al. 2')],
  }),
  TUTELLE_DEP: defineMesure({
    ...STATUT,
    libelle: 'Tutelle déférée au département',
    base: [buildCiv('411')],
    decideur: 'juge-tutelles',
    duree: borneParJugement('Jusqu’à la majorité, ou l’admission comme pupille'),
    confie: true,
    gardiens: ['ase'],
    documents: ['ppe', 'rapport-situation', 'bilan-sante'],
    effet: 'tutelle',
  }),
  RETRAIT_AP: defineMesure({
    ...STATUT,
    libelle: 'Retrait de l’autorité parentale, total ou partiel',
    base: [buildCiv('378, 378-1, 379-1 et 380')],
    decideur: 'tribunal',
    gardiens: ['ase', 'tiers'],
    finPrecision: 'Restitution possible ; ouvre la qualité de pupille (CASF L224-4, 5°)',
    effet: 'perdue',
  }),
  DELAISSEMENT: defineMesure({
    ...STATUT,
    libelle: 'Déclaration judiciaire de délaissement',
    base: [buildCiv('381-1 et 381-2')],
    decideur: 'tribunal',
    gardiens: ['ase'],
    finPrecision: 'Ouvre la qualité de pupille (CASF L224-4, 6°)',
    effet: 'deleguee',
  }),
  JAF_TIERS: defineMesure({
    ...STATUT,
    libelle: 'Confié à un tiers par le juge aux affaires familiales',
    base: [buildCiv('373-3')],
    decideur: 'jaf',
    gardiens: ['tiers'],
    delegation: null,
  }),
  PLACEMENT_PENAL_ASE: defineMesure({
    ...STATUT,
    libelle: 'Placement à l’aide sociale à l’enfance dans la mesure éducative judiciaire provisoire',
    base: [CJPM_L323_1],
    decideur: 'juge-penal',
    duree: borneParJugement('Durée à confirmer'),
    confie: true,
    gardiens: ['ase'],
    documents: ['ppe', 'rapport-situation', 'bilan-sante'],
    delegation: null,
  }),
  PEAD: defineMesure(PEAD),
} as const;
