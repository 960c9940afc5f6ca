import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { listChampsDecrits, type TextesDesChamps } from '#shared/champs-decrits.ts';
import { TAILLE_MAXIMALE, TAILLE_PAR_DEFAUT } from '#shared/pagination.ts';
import type { Command } from '../define-command.ts';

export { defineChamps } from '#shared/champs-decrits.ts';

type Commun = {
  /** Sous `/api/v1`, paramètres entre accolades : «/organisation/agents/{id}». Le premier segment range l'entrée. */
  chemin: string;
  titre: string;
  /** Ce qu'il faut savoir de plus que le titre : à qui cela répond, ce que le journal garde. */
  texte?: string;
};

/** Une lecture de l'API : la même requête que la page, la même transaction, les mêmes droits. */
export type Lecture = Commun & {
  genre: 'lecture';
  /** Ce que l'adresse porte : chemin et recherche, d'un seul schéma (`defineDemande`). */
  demande: z.ZodObject;
  reponse: z.ZodType;
  /** Version de ce qui est lu : elle entre dans l'ETag, et un acte la vérifie par `If-Match`. */
  version?: (corps: unknown) => number;
  run: (contexte: Contexte, demande: Record<string, unknown>) => Promise<unknown>;
};

/** Un acte de l'API : le même que celui de la page. Les paramètres du chemin s'ajoutent au corps. */
export type Acte = Commun & {
  genre: 'acte';
  methode: 'post' | 'put' | 'delete';
  saisie: z.ZodType;
  /** Chemin de la fiche dont l'ETag vaut version pour cet acte, par `If-Match`. */
  fiche?: string;
  /** Ce qu'est chaque champ du corps. */
  champs: Readonly<Record<string, string>>;
  reponse: z.ZodType;
  /** Taille maximale du corps, en octets, quand il porte un fichier ; un mégaoctet à défaut. */
  octets?: number;
  /** Ce que l'API rend du résultat de l'acte, et l'adresse de ce qui vient d'être créé. */
  rend: (resultat: unknown) => { corps: unknown; adresse?: string };
  command: Command<z.ZodType, unknown, unknown>;
};

export type ApiEntree = Lecture | Acte;

export function defineLecture<D extends z.ZodObject, R extends z.ZodType>(
  lecture: Commun & {
    demande: D;
    reponse: R;
    version?: (corps: z.output<R>) => number;
    run: (contexte: Contexte, demande: z.output<D>) => Promise<z.input<R>>;
  },
): Lecture {
  return { genre: 'lecture', ...(lecture as unknown as Omit<Lecture, 'genre'>) };
}

export function defineActe<S extends z.ZodType, Cible, Resultat, R extends z.ZodType>(
  acte: Commun & {
    methode: Acte['methode'];
    command: Command<S, Cible, Resultat>;
    fiche?: string;
    champs: Readonly<Record<keyof z.input<S> & string, string>>;
    octets?: number;
    reponse: R;
    rend: (resultat: Resultat) => { corps: z.input<R>; adresse?: string };
  },
): Acte {
  // Une liste d'actes oublie leurs types propres ; `executeCommand` relit la saisie par son schéma.
  return { genre: 'acte', ...(acte as unknown as Omit<Acte, 'genre' | 'saisie'>), saisie: acte.command.saisie };
}

/**
 * Ce que l'adresse d'une lecture accepte, tiré du filtre de la page. La page ignore une valeur abîmée ; l'API la refuse,
 * comme un paramètre inconnu : un système qui croit filtrer doit savoir qu'il ne filtre pas.
 */
export function defineDemande<S extends z.ZodObject>(schema: S, textes: TextesDesChamps<S>): S {
  return z.strictObject(listChampsDecrits(schema, textes, refuseAbime), { error: formatInconnu }) as unknown as S;
}

function refuseAbime(champ: z.ZodType): z.ZodType {
  if (champ instanceof z.ZodDefault && champ.def.innerType instanceof z.ZodCatch) {
    return (champ.def.innerType.def.innerType as z.ZodType).default(champ.def.defaultValue);
  }
  if (!(champ instanceof z.ZodCatch)) return champ;
  const defaut = champ.def.catchValue({ value: undefined, issues: [], error: { issues: [] }, input: undefined });
  return (champ.def.innerType as z.ZodType).default(defaut);
}

function formatInconnu({ code, keys }: { code?: string; keys?: string[] }): string | undefined {
  return code === 'unrecognized_keys' ? `Paramètre inconnu : ${keys?.join(', ')}.` : undefined;
}

const BORNES = `De 1 à ${TAILLE_MAXIMALE}.`;

/** Les deux paramètres de toute liste. */
export const PageDeListe = {
  page: z.coerce
    .number({ error: 'Un nombre à partir de 1.' })
    .int({ error: 'Un nombre à partir de 1.' })
    .min(1, { error: 'Un nombre à partir de 1.' })
    .max(10_000, { error: 'Dix mille pages au plus : filtrez.' })
    .default(1)
    .describe('Page demandée, à partir de 1.'),
  taille: z.coerce
    .number({ error: BORNES })
    .int({ error: BORNES })
    .min(1, { error: BORNES })
    .max(TAILLE_MAXIMALE, { error: BORNES })
    .default(TAILLE_PAR_DEFAUT)
    .describe('Lignes par page.'),
};

/** La réponse d'une liste paginée ; l'en-tête `Link` mène aux pages voisines. */
export function definePage<L extends z.ZodType>(ligne: L) {
  return z.object({
    lignes: z.array(ligne).readonly().describe('Les lignes de cette page.'),
    total: z.int().describe('Nombre de lignes de toute la liste.'),
    page: z.int().describe('Cette page.'),
    taille: z.int().describe('Lignes par page.'),
    pages: z.int().describe('Nombre de pages.'),
  });
}
