/**
 * Un indicateur des crèches (référentiel petite enfance, §9) : ce qu'on divise par quoi, d'où cela vient, à partir de quand cela alerte.
 * Un territoire est la somme des numérateurs sur la somme des dénominateurs, jamais une moyenne de taux. Les seuils colorent, ils ne
 * refusent rien : ce qui engage en droit se juge crèche par crèche, semaine par semaine ou mois par mois.
 */
import type { Sommes } from './sommes.ts';

export const THEMES = {
  activite: 'Heures et argent',
  encadrement: 'Encadrement et occupation',
  equipe: 'Équipes',
  suivi: 'Suivi et santé',
} as const;
export type Theme = keyof typeof THEMES;

/** Ce dont un chiffre peut douter, et comment on le dit. */
export const DOUTES = {
  presencesDouteuses: ['présence douteuse', 'présences douteuses'],
  joursSansPointage: ['journée sans pointage', 'journées sans pointage'],
  joursSansAutorisation: ['journée sans autorisation', 'journées sans autorisation'],
  marcheInconnue: ['jour d’enfant sans marche constatée', 'jours d’enfant sans marche constatée'],
  postesDouteux: ['jour de poste sans horaire sûr', 'jours de poste sans horaire sûr'],
} as const satisfies Partial<Record<keyof Sommes, readonly [string, string]>>;
export type CodeDoute = keyof typeof DOUTES;

export type TonIndicateur = 'retard' | 'bientot';

/** Une partie du calcul telle qu'on la lit : son nom, et ce qui la ramène à cette unité. */
export type Partie = Readonly<{ lit: (s: Sommes) => number; titre: string; parUnite?: number; decimales?: number }>;

/** Une part d'un compte ; `agents` : combien de personnes la font, si sous cinq elle désignerait quelqu'un. */
export type Part = Partie & Readonly<{ agents?: (s: Sommes) => number }>;

export type Indicateur = Readonly<{
  code: string;
  theme: Theme;
  titre: string;
  /** En tête d'une colonne étroite ; à défaut, le titre. */
  court?: string;
  /** Une ou deux phrases : le calcul, la source, ce qui n'y est pas. */
  definition: string;
  unite: string;
  /** Sous deux, quand l'unité s'accorde. */
  singulier?: string;
  decimales: number;
  numerateur: Partie;
  /** Nul ou négatif : l'indicateur ne se calcule pas. */
  denominateur: Partie;
  facteur: number;
  /** Ce qui se lit quand le dénominateur est nul, s'il ne veut pas dire qu'on n'en sait rien. */
  vide?: string;
  /** Le chiffre est le numérateur seul ; le dénominateur dit sur quoi il est compté. */
  somme?: true;
  /** Il parle d'enfants : masqué sous cinq. */
  surEnfants?: true;
  /** Sous ce dénominateur, le chiffre désignerait quelqu'un : il est masqué. */
  minimum?: number;
  doutes?: readonly CodeDoute[];
  /** Le ton d'une valeur ; rien : elle n'alerte pas. */
  ton?: (valeur: number, sommes?: Sommes) => TonIndicateur | undefined;
  /** Ce à quoi il se compare ; il peut dépendre d'un réglage du département. */
  repere?: string | ((sommes: Sommes) => string | undefined);
  /** Ce qu'une valeur a de particulier, sans alerter. */
  info?: (valeur: number) => string | undefined;
  /** Le même compte, part par part, sur sa page. */
  ventilation?: Readonly<{ titre: string; parts: readonly Part[] }>;
  /** Sa page le détaille du lundi matin au vendredi après-midi. */
  parDemiJournee?: true;
  /** Vrai s'il se suit mois par mois. */
  mensuel: boolean;
  /** D'où viennent ses nombres : la page qui les montre un à un. */
  source: string;
}>;

export const auDessus =
  (orange: number, rouge = Number.POSITIVE_INFINITY) =>
  (valeur: number): TonIndicateur | undefined =>
    valeur > rouge ? 'retard' : valeur > orange ? 'bientot' : undefined;

export const auDessous =
  (orange: number, rouge = Number.NEGATIVE_INFINITY) =>
  (valeur: number): TonIndicateur | undefined =>
    valeur < rouge ? 'retard' : valeur < orange ? 'bientot' : undefined;
