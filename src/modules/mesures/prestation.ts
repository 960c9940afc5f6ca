/** Les prestations administratives (référentiel §3.2) : décidées au nom du président, avec accord, sauf urgence. */
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import {
  DEPUIS_TOUJOURS,
  type DureeBornee,
  defineMesure,
  defineMesureDatee,
  type MesureEcrite,
  NON_RENOUVELABLE,
  RENOUVELABLE,
} from './mesure.ts';
import {
  buildAConfirmer,
  buildLocal,
  CASF_L221_2_1,
  CASF_L221_2_4,
  CASF_L222_2,
  CASF_L222_3,
  CASF_L222_5_1,
  CASF_L222_5_2,
  CASF_L222_5_4,
  CASF_L222_5_5,
  CASF_L223_2_1,
  CASF_L223_2_2,
  CASF_L223_2_4,
  CASF_L223_2_5,
  CASF_L223_5_1,
  CASF_L224_4,
  CASF_R221_11,
} from './texte-legal.ts';

const UN_AN: DureeBornee = {
  plusLongue: { valeur: 1, unite: 'an' },
  textes: [CASF_L223_5_1],
  precision: null,
};
/** Le référentiel y voit une durée locale : le plafond d'un an des prestations avertit sans refuser. */
function bornLocalement(precision: string): DureeBornee {
  return { ...UN_AN, textes: [buildLocal('§3.2')], precision };
}

const COMMUN = {
  origine: 'administrative',
  decideur: 'president',
  duree: UN_AN,
  renouvellement: RENOUVELABLE,
  agesDeFin: [18],
  consentement: 'accord',
  effet: 'aucun',
  delegation: 'mesure-administrative.decider',
  acteWord: 'arrete',
} as const;
const A_DOMICILE = { ...COMMUN, base: [CASF_L222_3] } as const;
const ACCUEIL = {
  ...COMMUN,
  confie: true,
  gardiens: ['ase'],
  groupe: 'hebergement',
  delegation: 'accueil.decider',
} as const;
const AVEC_PARENT = {
  ...COMMUN,
  agesDeFin: [3],
  finPrecision: 'Trois ans de l’enfant',
  confiePrecision: 'Avec son parent',
  consentement: 'demande',
  documents: ['projet-accompagnement', 'ppe'],
  delegation: 'accueil.decider',
  acteWord: 'contrat',
} as const;
const URGENCE = {
  ...ACCUEIL,
  renouvellement: NON_RENOUVELABLE,
  consentement: 'aucun',
  delegation: 'urgence.decider',
} as const;

const AIDE_FIN: MesureEcrite = {
  ...COMMUN,
  libelle: 'Secours ou allocation mensuelle',
  base: [CASF_L222_2],
  duree: { ...UN_AN, textes: [CASF_L222_2] },
  agesDeFin: [18, 21],
  consentement: 'demande',
  documents: ['decision'],
};

const AED: MesureEcrite = {
  ...A_DOMICILE,
  libelle: 'Action éducative à domicile (AED)',
  duree: { ...UN_AN, precision: 'Souvent six mois' },
  agesDeFin: [18, 21],
  finPrecision: 'Vingt et un ans pour un jeune majeur',
  groupe: 'aide-educative',
  documents: ['formulaire-domicile', 'ppe', 'rapport-situation'],
};

const ACCUEIL_72H: MesureEcrite = {
  ...URGENCE,
  libelle: 'Accueil de 72 heures',
  base: [CASF_L223_2_5],
  decideur: 'service',
  duree: { plusLongue: { valeur: 72, unite: 'heure' }, textes: [CASF_L223_2_5], precision: null },
  confie: false,
  confiePrecision: 'Mise à l’abri',
  finPrecision: 'Au terme : restitution, accueil provisoire avec accord ou saisine judiciaire',
  documents: ['fiche-accueil', 'avis-parquet'],
  acteWord: null,
};

const RECUEIL_5J: MesureEcrite = {
  ...URGENCE,
  libelle: 'Recueil provisoire de cinq jours',
  base: [CASF_L223_2_2, CASF_L223_2_4],
  decideur: 'service',
  duree: { plusLongue: { valeur: 5, unite: 'jour' }, textes: [CASF_L223_2_4], precision: null },
  finPrecision: 'À cinq jours sans remise ni accord : saisine judiciaire (C. civ. 375-5)',
  consentement: 'impossible',
  documents: ['avis-parquet', 'proces-verbal'],
};

/** Avant le décret n° 2023-1240, le référentiel n'a relevé ni durée ni nombre de prolongations : rien ne s'y oppose. */
const APU_AVANT_DECRET: MesureEcrite = {
  ...URGENCE,
  libelle: 'Accueil provisoire d’urgence (mineur non accompagné)',
  base: [CASF_L221_2_4],
  duree: {
    plusLongue: { valeur: 5, unite: 'jour' },
    textes: [buildAConfirmer('CASF', 'R221-11, avant le 25 décembre 2023')],
    precision: null,
  },
  renouvellement: RENOUVELABLE,
  confie: false,
  confiePrecision: 'Mise à l’abri',
  documents: ['avis-parquet'],
};
const APU: MesureEcrite = {
  ...APU_AVANT_DECRET,
  base: [CASF_L221_2_4, CASF_R221_11],
  duree: { plusLongue: { valeur: 5, unite: 'jour' }, textes: [CASF_R221_11], precision: null },
  renouvellement: {
    ...RENOUVELABLE,
    plusLongue: { valeur: 5, unite: 'jour' },
    fois: 2,
    precision: 'Deux fois cinq jours, quinze jours en tout',
    textes: [CASF_R221_11],
  },
};
const DECRET_2023_1240 = jourCivil('2023-12-25');

const AJM: MesureEcrite = {
  ...COMMUN,
  libelle: 'Accompagnement d’un jeune majeur',
  base: [CASF_L222_5_5],
  duree: bornLocalement('De trois à douze mois'),
  agesDeFin: [21],
  finPrecision: 'Au-delà de vingt et un ans, jusqu’à la fin de l’année scolaire engagée',
  confiePrecision: 'Selon l’hébergement',
  consentement: 'demande',
  documents: ['projet-autonomie', 'contrat', 'decision'],
  delegation: 'jeune-majeur.decider',
  acteWord: 'contrat',
};

const TDB: MesureEcrite = {
  ...ACCUEIL,
  libelle: 'Accueil durable et bénévole par un tiers',
  base: [CASF_L221_2_1],
  duree: { plusLongue: null, textes: [], precision: 'Adossée au statut' },
  gardiens: ['tiers'],
  consentement: 'selon-statut',
  documents: ['evaluation-tiers', 'ppe', 'rapport-situation', 'bilan-sante'],
};

const PUPILLE: MesureEcrite = {
  ...COMMUN,
  libelle: 'Prise en charge d’un pupille de l’État',
  base: [CASF_L222_5_2, CASF_L224_4],
  decideur: 'prefet',
  duree: { plusLongue: null, textes: [], precision: 'Sans terme ; admission par arrêté du président' },
  renouvellement: { ...NON_RENOUVELABLE, precision: 'Examen annuel du conseil de famille' },
  finPrecision: 'Majorité, adoption ou restitution',
  confie: true,
  gardiens: ['ase'],
  consentement: 'selon-statut',
  documents: ['projet-vie', 'ppe', 'rapport-situation', 'bilan-sante'],
  effet: 'pupille',
  delegation: 'statut.requerir',
};

export const PRESTATIONS = {
  AIDE_FIN: defineMesure(AIDE_FIN),
  TISF: defineMesure({
    ...A_DOMICILE,
    libelle: 'Technicien de l’intervention sociale et familiale (TISF)',
    documents: ['formulaire-domicile', 'ppe'],
  }),
  AESF: defineMesure({
    ...A_DOMICILE,
    libelle: 'Accompagnement en économie sociale et familiale (AESF)',
    finPrecision: 'Insuffisant : mesure judiciaire d’aide à la gestion du budget familial',
    documents: ['formulaire-domicile', 'ppe'],
  }),
  AED: defineMesure(AED),
  AED_RENFORCEE: defineMesure({
    ...AED,
    libelle: 'Action éducative à domicile renforcée',
    base: [buildLocal('§3.2')],
    duree: bornLocalement('Fixée par le département'),
    agesDeFin: [18],
    finPrecision: null,
  }),
  ACCUEIL_JOUR: defineMesure({
    ...COMMUN,
    libelle: 'Accueil de jour administratif',
    base: [buildAConfirmer('CASF', 'L222-4-2')],
    confiePrecision: 'Accueil de jour',
    documents: ['formulaire-domicile', 'ppe', 'rapport-situation'],
  }),
  AP: defineMesure({
    ...ACCUEIL,
    libelle: 'Accueil provisoire',
    base: [CASF_L222_5_1, CASF_L223_2_1],
    consentement: 'accord-ecrit',
    documents: ['formulaire-accueil', 'ppe', 'rapport-situation', 'bilan-sante'],
  }),
  ACCUEIL_72H: defineMesure(ACCUEIL_72H),
  RECUEIL_5J: defineMesure(RECUEIL_5J),
  APU_MNA: defineMesureDatee([
    { du: DEPUIS_TOUJOURS, au: addJours(DECRET_2023_1240, -1), ecrite: APU_AVANT_DECRET },
    { du: DECRET_2023_1240, au: null, ecrite: APU },
  ]),
  MERE_ENFANT: defineMesure({
    ...AVEC_PARENT,
    libelle: 'Accueil mère-enfant, ou de la femme enceinte',
    base: [CASF_L222_5_4],
    duree: bornLocalement('Un an au plus'),
  }),
  CENTRE_PARENTAL: defineMesure({
    ...AVEC_PARENT,
    libelle: 'Accueil en centre parental',
    base: [buildAConfirmer('CASF', 'L222-5-3')],
    duree: bornLocalement('Fixée par le département'),
  }),
  TDB: defineMesure(TDB),
  PARRAINAGE: defineMesure({
    ...COMMUN,
    libelle: 'Parrainage ou mentorat',
    base: [buildAConfirmer('CASF', 'L221-2-6')],
    duree: { plusLongue: null, textes: [], precision: 'Celle de la convention' },
    agesDeFin: [18, 21],
    documents: ['convention'],
    acteWord: 'contrat',
  }),
  AJM: defineMesure(AJM),
  PUPILLE: defineMesure(PUPILLE),
} as const;
