/**
 * Ce que le droit doit à un enfant, sur une information ou d'une crèche, calculé des actes eux-mêmes : des faits entrent, des obligations sortent.
 * Un module déclare ses faits (`defineFait`) et ses règles (`Regle`) ; `echeances` les réunit. Le même chemin sert la base, la nuit
 * et la simulation : une règle ne sait pas d'où viennent les faits.
 */
import { z } from 'zod';
import type { Delai, RegimeDeDelai } from './delai.ts';
import { computeDelai } from './delai.ts';
import { addHeures, compareInstants, formatInstant, getJour, type InstantParis, parseInstant } from './instant.ts';
import { addAns, addJours, addMois, isJourCivil, type JourCivil } from './jour-civil.ts';
import { computePremierOuvrable, type ZoneFeriee } from './jours-feries.ts';
import type { Periode } from './periode.ts';
import type { TexteLegal } from './texte-legal.ts';

/** Ce que tout fait porte. `date` : le jour civil de Paris ; `instant` : ISO, quand l'heure est connue. */
export type FaitDate = { readonly type: string; readonly date: JourCivil; readonly instant: string | null };

/** Un type de fait : son nom, ce qu'il veut dire, et ce qu'il porte de plus que sa date. */
export type FaitDefini<T extends z.ZodRawShape = z.ZodRawShape> = Readonly<{
  type: string;
  /** « Le projet pour l'enfant est validé » */
  titre: string;
  /** Ce qu'est la date. */
  date: string;
  schema: z.ZodObject<T, z.core.$strict>;
}>;
export type Fait<D> =
  D extends FaitDefini<infer T> ? FaitDate & Readonly<z.output<z.ZodObject<T, z.core.$strict>>> : never;

/** Déclare un type de fait. `champs` : schémas de ce qu'il porte, décrits (`.describe`) pour docs/simulation.md. */
export function defineFait<T extends z.ZodRawShape>(
  type: string,
  { titre, date, champs }: { titre: string; date: string; champs: T },
): FaitDefini<T> {
  return { type, titre, date, schema: z.strictObject(champs) };
}

/** Tout ce qu'on sait d'un enfant, un jour donné. */
export type Dossier = Readonly<{
  aujourdhui: JourCivil;
  zone: ZoneFeriee;
  enfant: Readonly<{ dateNaissance: JourCivil | null }>;
  /** Ce que le département a réglé ; une clé absente vaut son défaut. */
  parametres: Readonly<Record<string, unknown>>;
  /** Par type, du plus ancien au plus récent. */
  faits: ReadonlyMap<string, readonly FaitDate[]>;
}>;

/** Les faits d'un type, du plus ancien au plus récent. */
export function listFaits<D extends FaitDefini>({ faits }: Dossier, { type }: D): readonly Fait<D>[] {
  return (faits.get(type) ?? AUCUN) as readonly Fait<D>[];
}
const AUCUN: readonly FaitDate[] = [];

/** Range des faits déjà lus par type et par date ; à date égale, l'ordre donné est gardé. */
export function groupFaits(faits: readonly FaitDate[]): Map<string, FaitDate[]> {
  const parType = new Map<string, FaitDate[]>();
  for (const fait of faits) {
    const siens = parType.get(fait.type);
    if (siens) siens.push(fait);
    else parType.set(fait.type, [fait]);
  }
  for (const siens of parType.values()) siens.sort(compareFaits);
  return parType;
}

function compareFaits(a: FaitDate, b: FaitDate): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1;
  return a.instant === null || b.instant === null ? 0 : compareInstants(a.instant, b.instant);
}

/**
 * Retient ce qu'un dossier a déjà fait calculer : plusieurs règles lisent les mêmes mesures. Du dernier dossier seulement : ils se
 * calculent l'un après l'autre, et une table de tous coûterait plus que les règles.
 */
export function derive<T>(compute: (dossier: Dossier) => T): (dossier: Dossier) => T {
  let connu: { dossier: Dossier; valeur: T } | undefined;
  return (dossier) => {
    if (connu?.dossier !== dossier) connu = { dossier, valeur: compute(dossier) };
    return connu.valeur;
  };
}

/** Qui doit agir. Les premiers sont au département ; les autres, on les attend. */
export const ACTEURS = {
  referent: 'Référent de l’enfant',
  cadre: 'Cadre territorial ASE',
  inspecteur: 'Inspecteur enfance',
  crip: 'Cellule de recueil',
  evaluateurs: 'Équipe d’évaluation',
  service: 'Service chargé de la mesure',
  pole: 'Pôle protection de l’enfance',
  creche: 'Direction de la crèche',
  'petite-enfance': 'Responsable petite enfance',
  juge: 'Juge des enfants',
  parquet: 'Parquet',
  tribunal: 'Tribunal judiciaire',
  prefet: 'Préfet, tuteur des pupilles',
} as const;
export type Acteur = keyof typeof ACTEURS;
const DEHORS: ReadonlySet<Acteur> = new Set(['service', 'juge', 'parquet', 'tribunal', 'prefet']);

/** L'acte dépend-il d'un autre, qu'on attend et qu'on relance ? */
export function isDehors(acteur: Acteur): boolean {
  return DEHORS.has(acteur);
}

export type Gravite = 'critique' | 'normale' | 'information';

/** Une règle de droit qui fait naître des obligations. */
export type Regle = Readonly<{
  /** Celui du référentiel : « PPE-002 ». */
  id: string;
  /** L'acte dû, à l'infinitif : « Établir le projet pour l'enfant ». */
  libelle: string;
  acteur: Acteur;
  gravite: Gravite;
  textes: readonly TexteLegal[];
  /** Quand la règle vaut : un fait hors de cette période ne fait rien naître. */
  vigueur: Periode;
  /** Une phrase : ce qui la satisfait. */
  satisfaite: string;
  /** Le fait qui la satisfait et que l'on inscrit depuis l'échéance ; absent quand cet acte a sa page. */
  acte?: FaitDefini;
  /** Pour une crèche : la page, à la suite de sa fiche, où s'inscrit cet acte. */
  page?: string;
  /** Une phrase : ce qui l'arrête sans la satisfaire. */
  arretee: string;
  list: (dossier: Dossier) => readonly Obligation[];
}>;

/** Une obligation née d'un fait. */
export type Obligation = Readonly<{
  /** Ce qui la distingue des autres de la même règle : la mesure, l'occurrence. Stable d'un calcul à l'autre. */
  cle: string;
  /** La mesure, telle que les faits la nomment. */
  mesure?: string | undefined;
  /** Le jour du fait qui la fait naître. */
  depuis: JourCivil;
  pour: JourCivil;
  /** ISO, quand le délai court en heures (TPS-01). */
  instant?: string | null | undefined;
  faiteLe?: JourCivil | null | undefined;
  /** L'instant ISO où elle l'est, quand il est connu : un délai en heures se juge sur lui. */
  faiteA?: string | null | undefined;
  /** Arrêtée sans avoir été satisfaite : la mesure a fini, l'enfant est majeur. */
  eteinteLe?: JourCivil | null | undefined;
  /** Remplacent ceux de la règle. */
  libelle?: string | undefined;
  acteur?: Acteur | undefined;
  gravite?: Gravite | undefined;
  textes?: readonly TexteLegal[] | undefined;
  /** Le décompte, une phrase par étape ; demandé seulement pour ce qui se montre. */
  etapes: () => readonly string[];
}>;

export const STATUTS = {
  'en-retard': 'En retard',
  'aujourd-hui': 'Due aujourd’hui',
  'a-venir': 'À venir',
  faite: 'Faite',
  'faite-en-retard': 'Faite en retard',
  eteinte: 'Sans objet',
} as const;
export type Statut = keyof typeof STATUTS;

/** Où en est une obligation ce jour. */
export function evaluateStatut(
  {
    pour,
    instant,
    faiteLe,
    faiteA,
    eteinteLe,
  }: Pick<Obligation, 'pour' | 'instant' | 'faiteLe' | 'faiteA' | 'eteinteLe'>,
  aujourdhui: JourCivil,
): Statut {
  if (faiteLe) {
    const aTemps = instant && faiteA ? compareInstants(faiteA, instant) <= 0 : faiteLe <= pour;
    return aTemps ? 'faite' : 'faite-en-retard';
  }
  if (eteinteLe) return 'eteinte';
  if (pour < aujourdhui) return 'en-retard';
  return pour === aujourdhui ? 'aujourd-hui' : 'a-venir';
}

/** Un terme compté depuis un fait : le jour tout de suite, les étapes à la demande, par le même décompte. */
export type Terme = Pick<Obligation, 'pour' | 'instant' | 'etapes'>;

/** Compte un délai sans report (TPS-05, TPS-06) ; `raison` : ce qu'est le fait, « Début de la mesure ». */
export function computeTerme(
  depuis: JourCivil,
  delai: Delai,
  regime: Exclude<RegimeDeDelai, 'procedure-civile'>,
  raison: string,
): Terme {
  return {
    pour: addDelai(depuis, delai),
    etapes: () => [`${raison} :`, ...computeDelai({ acte: depuis, delais: [delai], regime, zone: 'metropole' }).etapes],
  };
}

/** Compte un délai de procédure civile, prorogé s'il tombe un jour non ouvrable (CPC 641, 642). */
export function computeTermeJudiciaire(depuis: JourCivil, delai: Delai, zone: ZoneFeriee, raison: string): Terme {
  return {
    pour: computePremierOuvrable(addDelai(depuis, delai), zone),
    etapes: () => [
      `${raison} :`,
      ...computeDelai({ acte: depuis, delais: [delai], regime: 'procedure-civile', zone }).etapes,
    ],
  };
}

/** Compte un délai en heures, d'instant à instant (TPS-01) ; sans heure connue, depuis le début du jour, ce qui se dit. */
export function computeTermeEnHeures(
  { date, instant }: Pick<FaitDate, 'date' | 'instant'>,
  heures: number,
  raison: string,
): Terme {
  const acte = instant ?? `${date}T00:00`;
  const depart = parseInstant(acte);
  if (depart === undefined) throw new RangeError(`« ${acte} » n'est pas un instant.`);
  const terme = addHeures(depart, heures);
  return {
    pour: getJour(terme),
    instant: formatInstant(terme),
    etapes: () => [
      `${raison} :`,
      ...(instant === null
        ? ['L’heure n’est pas connue : le délai est compté depuis le début du jour, au plus tôt.']
        : []),
      ...computeDelai({
        acte,
        delais: [{ valeur: heures, unite: 'heure' }],
        regime: 'protection',
        zone: 'metropole',
      }).etapes,
    ],
  };
}

const AJOUTS = { an: addAns, mois: addMois, jour: addJours, heure: addJours };

function addDelai(depuis: JourCivil, { valeur, unite }: Delai): JourCivil {
  return AJOUTS[unite](depuis, valeur);
}

/** Un jour, ou un instant ISO quand l'heure compte. */
export const JourOuInstant = z
  .string()
  .refine((texte) => parseDateDeFait(texte) !== undefined, { error: 'Indiquez un jour, ou un instant.' })
  .meta({ format: 'date' });

/** Lit la date d'un fait : un jour, ou un instant ramené au jour de Paris. `undefined` si ce n'est ni l'un ni l'autre. */
export function parseDateDeFait(texte: string): Pick<FaitDate, 'date' | 'instant'> | undefined {
  if (isJourCivil(texte)) return { date: texte, instant: null };
  const instant: InstantParis | undefined = parseInstant(texte);
  return instant && { date: getJour(instant), instant: formatInstant(instant) };
}
