/** Un acte fait pour un enfant, qui n'a pas encore sa page : « C'est fait le … ». C'est un fait du vocabulaire commun, inscrit tel quel. */
import type { z } from 'zod';
import type { JourCivil } from '#shared/jour-civil.ts';
import { parseJourCivil } from '#shared/jour-civil-saisie.ts';
import type { FaitDefini } from '#shared/obligation.ts';
import {
  ACCORD,
  DEBUT_EFFECTIF,
  DECISION,
  DEMANDE,
  FIN_MESURE,
  REPRISE_MESURE,
  RETRAIT_ACCORD,
  SUSPENSION,
} from './faits.ts';

export type ActeInscrit = {
  id: string;
  enfantId: string;
  mesureId: string | null;
  type: string;
  le: JourCivil;
  instant: string | null;
  donnees: Readonly<Record<string, unknown>>;
  par: string | null;
  inscritLe: string;
  annuleLe: JourCivil | null;
  annulePar: string | null;
  annuleMotif: string | null;
};

/** Ceux-là ont leur acte : une décision se décide ou se reçoit, un début s'inscrit sur sa mesure. */
const TENUS: ReadonlySet<string> = new Set(
  [ACCORD, DEBUT_EFFECTIF, DECISION, DEMANDE, FIN_MESURE, REPRISE_MESURE, RETRAIT_ACCORD, SUSPENSION].map(
    ({ type }) => type,
  ),
);
/** On l'inscrit avant qu'elle ait lieu. */
const D_AVANCE: ReadonlySet<string> = new Set(['audience']);

/** Les faits qui s'inscrivent comme un acte. */
export function listFaitsAInscrire(definis: readonly FaitDefini[]): FaitDefini[] {
  return definis.filter(({ type }) => !TENUS.has(type));
}

export function isInscritDAvance(type: string): boolean {
  return D_AVANCE.has(type);
}

export type LectureDeDonnees =
  | { ok: true; donnees: Record<string, unknown> }
  | { ok: false; erreurs: Record<string, string> };

/** Ce que porte un fait, lu d'un formulaire ou de l'API : chaque champ prend la forme que son schéma attend. */
export function parseDonnees(
  { schema }: FaitDefini,
  brut: Readonly<Record<string, unknown>>,
  mesure: string | null,
): LectureDeDonnees {
  const champs = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([nom, champ]) => {
    const valeur = nom === 'mesure' ? (mesure ?? undefined) : readChamp(champ, brut[nom]);
    return valeur === undefined ? [] : [[nom, valeur]];
  });
  const lu = schema.safeParse(Object.fromEntries(champs));
  if (lu.success) {
    const { mesure: _, ...donnees } = lu.data as Record<string, unknown>;
    return { ok: true, donnees };
  }
  const erreurs = lu.error.issues.map(({ path: [nom], message }) => [
    nom === 'mesure' ? 'mesureId' : `donnees.${String(nom)}`,
    nom === 'mesure' ? 'Choisissez la mesure.' : message,
  ]);
  return { ok: false, erreurs: Object.fromEntries(erreurs) };
}

/** Un champ de formulaire est un texte : il vaut un jour, un nombre ou un oui quand le schéma en veut un. */
function readChamp(schema: z.ZodType, brut: unknown): unknown {
  if (typeof brut !== 'string') return brut;
  const texte = brut.trim();
  if (texte === '') return undefined;
  const jour = parseJourCivil(texte);
  const lectures = [texte, Number(texte), texte === 'oui' ? true : texte === 'non' ? false : undefined];
  return (
    [...lectures, jour.ok ? jour.jour : undefined].find((v) => v !== undefined && schema.safeParse(v).success) ?? texte
  );
}
