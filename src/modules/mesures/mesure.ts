/** Ce que la loi dit d'une prestation ou d'une mesure : qui la décide, combien de temps, avec quel accord, à quel effet. */
import type { ActeDelegable } from '#modules/delegations/index.ts';
import type { Delai } from '#shared/delai.ts';
import { createDonneeDatee, type DonneeDatee } from '#shared/donnee-datee.ts';
import { addAns, addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';

export const ORIGINES = { administrative: 'Prestation administrative', judiciaire: 'Mesure judiciaire' } as const;
export type Origine = keyof typeof ORIGINES;

export const DECIDEURS = {
  president: 'Président du conseil départemental',
  service: 'Service de l’aide sociale à l’enfance',
  prefet: 'Préfet, tuteur des pupilles',
  juge: 'Juge des enfants',
  parquet: 'Procureur de la République',
  jaf: 'Juge aux affaires familiales',
  'juge-tutelles': 'Juge des tutelles des mineurs',
  tribunal: 'Tribunal judiciaire',
  'juge-penal': 'Juge pénal des mineurs',
} as const;
export type Decideur = keyof typeof DECIDEURS;

/** Deux mesures d'un même groupe ne se chevauchent pas pour un même enfant. */
export const GROUPES = {
  hebergement: 'Un enfant n’est confié qu’à un titre à la fois',
  'milieu-ouvert': 'Une seule action éducative en milieu ouvert à la fois',
  'aide-educative': 'Une seule action éducative à domicile à la fois',
} as const;
export type Groupe = keyof typeof GROUPES;

export const CONSENTEMENTS = {
  aucun: 'Aucun accord à recueillir',
  demande: 'À la demande de l’intéressé',
  accord: 'Accord des représentants légaux',
  'accord-ecrit': 'Accord écrit des représentants légaux',
  'selon-statut': 'Selon le statut de l’enfant',
  impossible: 'Représentant légal dans l’impossibilité de donner son accord',
} as const;
export type Consentement = keyof typeof CONSENTEMENTS;

export const EFFETS = {
  aucun: 'Sans effet sur l’autorité parentale',
  conservee: 'Autorité parentale conservée',
  'actes-usuels': 'Autorité parentale conservée ; les actes usuels reviennent au gardien',
  restriction: 'Autorité parentale restreinte',
  deleguee: 'Autorité parentale déléguée ; jamais le consentement à l’adoption',
  tutelle: 'Tutelle, sans conseil de famille ni subrogé tuteur',
  pupille: 'Tutelle du préfet et du conseil de famille',
  perdue: 'Autorité parentale retirée',
} as const;
export type Effet = keyof typeof EFFETS;

/** À qui un juge peut confier l'enfant, ou ce qui l'accueille. */
export const GARDIENS = {
  ase: 'Aide sociale à l’enfance',
  parent: 'Autre parent',
  tiers: 'Membre de la famille ou tiers digne de confiance',
  etablissement: 'Établissement ou service',
} as const;
export type Gardien = keyof typeof GARDIENS;

export const DOCUMENTS = {
  decision: 'Décision motivée : montant, durée, suivi',
  'formulaire-domicile': 'Formulaire d’accord, maintien au domicile',
  'formulaire-accueil': 'Formulaire d’accord, accueil (sept rubriques)',
  ppe: 'Projet pour l’enfant',
  'rapport-situation': 'Rapport de situation',
  'bilan-sante': 'Bilan de santé et de prévention',
  'fiche-accueil': 'Fiche d’accueil',
  'avis-parquet': 'Avis au procureur de la République',
  'proces-verbal': 'Procès-verbal de recueil',
  'projet-accompagnement': 'Projet d’accompagnement',
  'evaluation-tiers': 'Évaluation préalable du tiers, entretien au domicile, antécédents',
  convention: 'Convention',
  'projet-autonomie': 'Projet d’accès à l’autonomie',
  contrat: 'Contrat',
  'projet-vie': 'Projet de vie',
  'rapport-juge': 'Rapport au juge',
} as const;
export type DocumentDu = keyof typeof DOCUMENTS;

/** Une durée et le texte qui la borne ; nulle : aucun texte ne la borne, `precision` dit pourquoi. */
export type DureeBornee = Readonly<{
  plusLongue: Delai | null;
  textes: readonly TexteLegal[];
  precision: string | null;
}>;
export type Renouvellement = Readonly<{
  possible: boolean;
  motive: boolean;
  /** Durée de chaque renouvellement, si elle n'est pas celle de la première décision. */
  plusLongue: Delai | null;
  /** Combien de fois ; nul : sans limite de nombre. */
  fois: number | null;
  precision: string | null;
  /** Ce qui borne le nombre et la durée des renouvellements. */
  textes: readonly TexteLegal[];
}>;

export type MesureDefinie = Readonly<{
  libelle: string;
  origine: Origine;
  base: readonly TexteLegal[];
  decideur: Decideur;
  /** Qui peut décider aussi, et pour combien de temps. */
  autreDecideur: Readonly<{ decideur: Decideur; duree: Delai; textes: readonly TexteLegal[] }> | null;
  duree: DureeBornee;
  renouvellement: Renouvellement;
  /** Âges où elle prend fin : le premier qui suit la décision. Vide : elle ne tient pas à l'âge. */
  agesDeFin: readonly number[];
  finPrecision: string | null;
  /** L'enfant compte parmi les enfants confiés ou accueillis. */
  confie: boolean;
  /** Mise à l'abri, « selon l'hébergement » : ce que oui ou non ne dit pas. */
  confiePrecision: string | null;
  gardiens: readonly Gardien[];
  groupe: Groupe | null;
  consentement: Consentement;
  documents: readonly DocumentDu[];
  effet: Effet;
  /** L'acte délégué qu'il faut pour la décider, ou pour la demander au juge si elle touche au statut. */
  delegation: ActeDelegable | null;
  acteWord: 'arrete' | 'contrat' | null;
  /** Le code ne se crée plus : averti dès `signaleDepuis`, refusé dès `depuis`. */
  interdit: Readonly<{
    signaleDepuis: JourCivil;
    depuis: JourCivil;
    textes: readonly TexteLegal[];
    aLaPlace: string;
  }> | null;
}>;

/** Le référentiel n'a pas relevé la date d'effet de tous les textes : ceux-là sont lus comme valant depuis toujours. */
export const DEPUIS_TOUJOURS: JourCivil = jourCivil('1800-01-01');

export const NON_RENOUVELABLE: Renouvellement = {
  possible: false,
  motive: false,
  plusLongue: null,
  fois: null,
  precision: null,
  textes: [],
};
const COMMUN = {
  autreDecideur: null,
  renouvellement: NON_RENOUVELABLE,
  finPrecision: null,
  confie: false,
  confiePrecision: null,
  gardiens: [],
  groupe: null,
  documents: [],
  delegation: null,
  acteWord: null,
  interdit: null,
} as const satisfies Partial<MesureDefinie>;

type Requis = Omit<MesureDefinie, keyof typeof COMMUN>;
export type MesureEcrite = Requis & Partial<Pick<MesureDefinie, keyof typeof COMMUN>>;

/** Une mesure que la loi n'a pas changée depuis que Marelle la connaît. */
export function defineMesure(ecrite: MesureEcrite): DonneeDatee<MesureDefinie> {
  return defineMesureDatee([{ du: DEPUIS_TOUJOURS, au: null, ecrite }]);
}

/** Une mesure que la loi a changée : une version par période. */
export function defineMesureDatee(
  versions: readonly Readonly<{ du: JourCivil; au: JourCivil | null; ecrite: MesureEcrite }>[],
): DonneeDatee<MesureDefinie> {
  return createDonneeDatee(
    versions[0]?.ecrite.libelle ?? '',
    versions.map(({ du, au, ecrite }) => ({ du, au, valeur: { ...COMMUN, ...ecrite } })),
  );
}

export const RENOUVELABLE: Renouvellement = { ...NON_RENOUVELABLE, possible: true };
export const RENOUVELABLE_MOTIVE: Renouvellement = { ...RENOUVELABLE, motive: true };

/** Dernier jour permis par le plafond, compté du premier jour compris. */
export function computeDernierJourPermis(du: JourCivil, { valeur, unite }: Delai): JourCivil {
  // En heures, le dernier jour est celui où le délai finit, l'heure n'étant pas dans la décision.
  if (unite === 'heure') return addJours(du, Math.ceil(valeur / 24));
  const ajoute = { an: addAns, mois: addMois, jour: addJours }[unite];
  return addJours(ajoute(du, valeur), -1);
}
