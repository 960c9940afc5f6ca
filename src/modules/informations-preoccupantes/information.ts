/** Une information préoccupante : ses codes et leurs libellés (CASF R226-2-2). Les états et les actes : `rules/transitions.ts`. */
import { z } from 'zod';

/** Le schéma des codes d'une table de libellés. */
export function defineCodes<C extends string>(libelles: Record<C, string>): z.ZodEnum<{ [K in C]: K }> {
  const codes = z.enum(Object.keys(libelles) as [C, ...C[]]).meta({ 'x-libelles': libelles });
  return codes as unknown as z.ZodEnum<{ [K in C]: K }>;
}

export const LIBELLE_ETAT = {
  recue: 'Reçue',
  'en-premiere-analyse': 'En première analyse',
  'hors-ip': 'Hors information préoccupante',
  qualifiee: 'Qualifiée',
  attribuee: 'Attribuée',
  'en-evaluation': 'En évaluation',
  suspendue: 'Suspendue sur décision judiciaire',
  'rapport-remis': 'Rapport remis',
  'en-validation': 'En validation',
  decidee: 'Décidée',
  'close-classement': 'Close, classement',
  'close-administratif': 'Close, suite administrative',
  'close-judiciaire': 'Close, saisine judiciaire',
  transferee: 'Transférée',
} as const;
export type EtatInformation = keyof typeof LIBELLE_ETAT;
export const EtatInformation = defineCodes<EtatInformation>(LIBELLE_ETAT);

/** États où plus rien n'est dû par l'évaluation ; une suite ouvre une nouvelle information liée. */
export const ETATS_FINAUX = [
  'hors-ip',
  'transferee',
  'close-classement',
  'close-administratif',
  'close-judiciaire',
] as const satisfies readonly EtatInformation[];

export function isFinal(etat: EtatInformation): boolean {
  return (ETATS_FINAUX as readonly EtatInformation[]).includes(etat);
}

export const LIBELLE_CANAL = {
  telephone: 'Téléphone',
  courriel: 'Courriel',
  courrier: 'Courrier',
  formulaire: 'Formulaire en ligne',
  snated: 'Transmission du 119',
  visite: 'Visite sur place',
  fax: 'Télécopie',
  autre: 'Autre',
} as const;
export type Canal = keyof typeof LIBELLE_CANAL;

export const LIBELLE_CATEGORIE = {
  professionnel: 'Professionnel',
  elu: 'Élu',
  particulier: 'Particulier',
  anonyme: 'Anonyme',
} as const;
export type CategorieSource = keyof typeof LIBELLE_CATEGORIE;

/** Qui transmet, et la catégorie que la loi en tire pour l'information due en retour (IP-024 à IP-026). */
export const SOURCES = {
  'education-nationale': { libelle: 'Éducation nationale', categorie: 'professionnel' },
  'hopital-sante': { libelle: 'Hôpital, professionnel de santé', categorie: 'professionnel' },
  pmi: { libelle: 'Protection maternelle et infantile', categorie: 'professionnel' },
  'service-social': { libelle: 'Service social du département', categorie: 'professionnel' },
  'snated-119': { libelle: 'Allô enfance en danger (119)', categorie: 'professionnel' },
  parquet: { libelle: 'Parquet', categorie: 'professionnel' },
  juge: { libelle: 'Juge', categorie: 'professionnel' },
  'police-gendarmerie': { libelle: 'Police ou gendarmerie', categorie: 'professionnel' },
  'association-essms': { libelle: 'Association, établissement ou service', categorie: 'professionnel' },
  'eaje-assistant-maternel': { libelle: 'Crèche, assistant maternel', categorie: 'professionnel' },
  'commune-ccas': { libelle: 'Commune, CCAS', categorie: 'professionnel' },
  'autre-departement': { libelle: 'Autre département', categorie: 'professionnel' },
  'assistant-familial': { libelle: 'Assistant familial', categorie: 'professionnel' },
  elu: { libelle: 'Élu', categorie: 'elu' },
  famille: { libelle: 'Famille', categorie: 'particulier' },
  'mineur-lui-meme': { libelle: 'Le mineur lui-même', categorie: 'particulier' },
  'voisinage-particulier': { libelle: 'Voisinage, particulier', categorie: 'particulier' },
  anonyme: { libelle: 'Anonyme', categorie: 'anonyme' },
  autre: { libelle: 'Autre', categorie: 'particulier' },
} as const satisfies Record<string, { libelle: string; categorie: CategorieSource }>;
export type SourceIp = keyof typeof SOURCES;
export const LIBELLE_SOURCE = Object.fromEntries(
  Object.entries(SOURCES).map(([code, { libelle }]) => [code, libelle]),
) as Record<SourceIp, string>;

export const LIBELLE_URGENCE = {
  immediate: 'Danger grave et immédiat',
  elevee: 'Élevée',
  ordinaire: 'Ordinaire',
} as const;
export type Urgence = keyof typeof LIBELLE_URGENCE;

export const LIBELLE_DANGER = {
  'violences-physiques': 'Violences physiques',
  'violences-psychologiques': 'Violences psychologiques',
  'violences-sexuelles': 'Violences sexuelles',
  negligences: 'Négligences lourdes',
  'violences-conjugales': 'Exposition à des violences dans le couple',
  'conditions-education': 'Conditions d’éducation compromises',
  sante: 'Santé en danger',
  securite: 'Sécurité en danger',
  moralite: 'Moralité en danger',
  'comportement-mineur': 'Mise en danger par son comportement',
  prostitution: 'Prostitution',
  radicalisation: 'Radicalisation',
  absenteisme: 'Absentéisme, déscolarisation',
} as const;
export type TypeDanger = keyof typeof LIBELLE_DANGER;

export const LIBELLE_HORS_IP = {
  'sans-danger': 'Ni danger ni risque de danger',
  'droit-commun': 'Relève du droit commun ou du service social',
  doublon: 'Déjà reçue',
  majeur: 'Concerne un majeur',
  'hors-departement': 'Ne relève pas du département',
  'mesure-en-cours': 'Transmise au service qui suit déjà l’enfant',
  insuffisante: 'Trop incomplète pour être traitée',
} as const;
export type MotifHorsIp = keyof typeof LIBELLE_HORS_IP;

export const LIBELLE_ROLE = {
  signale: 'Enfant signalé',
  'autre-du-foyer': 'Autre mineur du foyer',
} as const;
export type RoleMineur = keyof typeof LIBELLE_ROLE;

export const LIBELLE_QUALITE = {
  mere: 'Mère',
  pere: 'Père',
  parent: 'Parent',
  'beau-parent': 'Beau-parent',
  'grand-parent': 'Grand-parent',
  tuteur: 'Tuteur',
  autre: 'Autre adulte du foyer',
} as const;
export type QualiteAdulte = keyof typeof LIBELLE_QUALITE;

export const LIBELLE_LIEN = {
  'meme-enfant': 'Même enfant',
  fratrie: 'Frère ou sœur',
  adresse: 'Même adresse',
  suite: 'Suite d’une information close',
  'nouvel-element': 'Nouvel élément',
  manuel: 'Rapprochée par un agent',
} as const;
export type NatureLien = keyof typeof LIBELLE_LIEN;

/** « IP-2026-00042 » : l'année de réception et le rang dans l'année. */
export function formatNumeroInformation(annee: string, rang: number): string {
  return `IP-${annee}-${String(rang).padStart(5, '0')}`;
}

/** « IP-2026-00042 », « ip 2026 42 », « 2026-00042 » : le numéro tel qu'il est enregistré ; nul si ce n'en est pas un. */
export function parseNumeroInformation(texte: string): string | null {
  const lu = /^(?:IP[\s-]*(\d{4})[\s-]+(\d{1,9})|(\d{4})-(\d{5,9}))$/i.exec(texte.trim());
  if (!lu) return null;
  const [, annee = lu[3] ?? '', rang = lu[4] ?? ''] = lu;
  return formatNumeroInformation(annee, Number(rang));
}
