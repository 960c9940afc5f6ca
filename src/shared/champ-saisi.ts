/**
 * Les champs d'un formulaire ou d'une cellule : texte tapé en entrée, valeur sûre en sortie. Un champ vide est un champ absent.
 * La métadonnée `json` dit à l'API comment l'écrire en JSON, quand l'entrée accepte aussi ce que les gens tapent.
 */
import { z } from 'zod';
import { Identifiant } from './identifiant.ts';
import { jourCivilSaisi } from './jour-civil-saisie.ts';

const LONGUEUR_COURANTE = 200;

/** Texte obligatoire ; `message` quand il manque. Les espaces de trop sont retirés. */
export function texteSaisi(message: string, longueur = LONGUEUR_COURANTE) {
  return z
    .string({ error: message })
    .transform(retireEspaces)
    .pipe(
      z
        .string()
        .min(1, { error: message })
        .max(longueur, { error: `${longueur} caractères au plus.` }),
    );
}

/** Texte facultatif : vide ou absent donne `null`. */
export function texteFacultatif(longueur = LONGUEUR_COURANTE) {
  return facultatif(z.string().transform(retireEspaces).pipe(longueurMaximale(longueur)));
}

/** Un choix dans une table code → libellé. */
export function choixSaisi<C extends string>(libelles: Record<C, string>, message: string) {
  return z.enum(Object.keys(libelles) as [C, ...C[]], { error: message }).meta({ 'x-libelles': libelles });
}

/** Le même, sans choix obligé : rien de choisi donne `null`. */
export function choixFacultatif<C extends string>(libelles: Record<C, string>) {
  return facultatif(z.enum(Object.keys(libelles) as [C, ...C[]])).meta({ 'x-libelles': libelles });
}

/** Des cases ou des lignes : aucune, une, plusieurs. */
export function listeSaisie<S extends z.ZodType>(element: S) {
  return z.preprocess(
    (brut) => (brut === undefined || brut === null || brut === '' ? [] : Array.isArray(brut) ? brut : [brut]),
    z.array(element),
  );
}

/** Date facultative, comme les gens la tapent. */
export function jourFacultatif() {
  return facultatif(jourCivilSaisi());
}

/** Identifiant choisi dans une liste ; `message` quand rien n'est choisi. */
export function identifiantSaisi(message: string) {
  return z.string({ error: message }).min(1, { error: message, abort: true }).pipe(Identifiant);
}

export function identifiantFacultatif() {
  return facultatif(Identifiant);
}

/** Nombre tapé à la française : « 12,5 ». `auDela` : ce qui se dit au-dessus du maximum, quand le message ne le nomme pas. */
export function nombreSaisi(message: string, bornes: { minimum: number; maximum: number }, auDela = message) {
  return z
    .string({ error: message })
    .or(z.number().transform(String))
    .transform((texte) =>
      // « 1e5 » ou « 0x10 » ne sont des nombres que pour une machine.
      texte.trim() === '' || /[a-z]/i.test(texte)
        ? Number.NaN
        : Number(texte.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')),
    )
    .pipe(z.number({ error: message }).min(bornes.minimum, { error: message }).max(bornes.maximum, { error: auDela }))
    .meta({ json: { type: 'number', ...bornes } });
}

/** Case à cocher : présente ou non ; un groupe d'une seule case envoie une liste. */
export const caseCochee = z
  .union([z.boolean(), z.string(), z.array(z.string())])
  .optional()
  .transform((valeur) => (Array.isArray(valeur) ? valeur.length > 0 : valeur === true || isOui(valeur)))
  .meta({ json: { type: 'boolean' } });

/** Ce qu'une case cochée dit, quand on la montre à qui la trouve changée. */
export const formatOuiNon = (coche: boolean): string => (coche ? 'oui' : 'non');

/** Numéro de version porté par le formulaire : dit sur quoi l'on travaillait. */
export const versionSaisie = z.coerce.number({ error: 'Rouvrez la page avant de modifier.' }).int().positive();

/**
 * Un formulaire qui répète un champ par objet le nomme `champ.objet` ; le schéma les reçoit réunis, `{ champ: { objet: … } }`, et ses
 * erreurs retrouvent le nom du champ.
 */
export function champsReunis<S extends z.ZodType>(schema: S) {
  return z.preprocess(buildChampsReunis, schema);
}

function buildChampsReunis(brut: unknown): unknown {
  if (typeof brut !== 'object' || brut === null) return brut;
  const reunis: Record<string, unknown> = {};
  for (const [nom, valeur] of Object.entries(brut)) {
    const [, champ, objet] = /^(\w+)\.([\w-]+)$/.exec(nom) ?? [];
    if (champ === undefined || objet === undefined) reunis[nom] = valeur;
    else reunis[champ] = { ...(reunis[champ] as Record<string, unknown> | undefined), [objet]: valeur };
  }
  return reunis;
}

function facultatif<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (brut) => (typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null)),
    schema.nullable(),
  );
}

function isOui(valeur: string | false | undefined): boolean {
  return typeof valeur === 'string' && valeur !== '' && valeur !== 'non';
}

function longueurMaximale(longueur: number) {
  return z.string().max(longueur, { error: `${longueur} caractères au plus.` });
}

function retireEspaces(texte: string): string {
  return texte.replace(/[ \t\u00a0\u202f]+/g, ' ').trim();
}
