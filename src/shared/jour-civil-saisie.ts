/** Lire les dates comme les gens les tapent : 21/11/2026, 21-11-26, 21.11.2026, 21112026, « 21 nov. 2026 », 2026-11-21. */
import { z } from 'zod';
import { isJourCivil, type JourCivil } from './jour-civil.ts';

export type LectureDeJour = { ok: true; jour: JourCivil } | { ok: false; message: string };

const MOIS = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];
const ILLISIBLE = 'Écrivez la date comme 21/11/2026.';
// Au-delà, c'est une faute de frappe : personne de vivant ni aucune échéance n'y tombe.
const ANNEE_MINIMALE = 1850;
const ANNEE_MAXIMALE = 2200;

/**
 * Lit une date tapée, jour d'abord. `anneeMaximale` permet les années à deux chiffres : « 26 » est la dernière année
 * finissant par 26 qui ne la dépasse pas (naissance : l'année en cours ; échéance : l'année en cours + 20).
 * Sans elle, deux chiffres sont refusés. Le message est une phrase à montrer.
 */
export function parseJourCivil(texte: string, anneeMaximale?: number): LectureDeJour {
  const parts = parseParties(texte);
  if (!parts) return { ok: false, message: ILLISIBLE };
  const annee = computeAnnee(parts.annee, anneeMaximale);
  if (annee === undefined) return { ok: false, message: 'Écrivez l’année sur quatre chiffres, comme 21/11/2026.' };
  if (annee < ANNEE_MINIMALE || annee > ANNEE_MAXIMALE) return { ok: false, message: `Vérifiez l’année : ${annee}.` };
  const jour = `${annee}-${parts.mois.padStart(2, '0')}-${parts.quantieme.padStart(2, '0')}`;
  return isJourCivil(jour)
    ? { ok: true, jour }
    : { ok: false, message: `Cette date n’existe pas : « ${texte.trim()} ».` };
}

/** Schéma d'un champ de formulaire ou d'une cellule : texte tapé en entrée, `JourCivil` en sortie. */
export function jourCivilSaisi(anneeMaximale?: number) {
  return z
    .string({ error: 'Indiquez une date.' })
    .transform((texte, contexte): JourCivil => {
      const lecture = parseJourCivil(texte, anneeMaximale);
      if (lecture.ok) return lecture.jour;
      contexte.addIssue({ code: 'custom', message: texte.trim() ? lecture.message : 'Indiquez une date.' });
      return z.NEVER;
    })
    .meta({ json: { type: 'string', format: 'date' } });
}

type Parties = { annee: string; mois: string; quantieme: string };

function parseParties(texte: string): Parties | undefined {
  const net = texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^(lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? /, '');
  return parseIso(net) ?? parseChiffres(net) ?? parseLettres(net) ?? parseColle(net);
}

function parseIso(texte: string): Parties | undefined {
  return groupes(/^(?<annee>\d{4})[-/.](?<mois>\d{1,2})[-/.](?<quantieme>\d{1,2})$/, texte);
}

function parseChiffres(texte: string): Parties | undefined {
  return groupes(/^(?<quantieme>\d{1,2}) ?[-/. ] ?(?<mois>\d{1,2}) ?[-/. ] ?(?<annee>\d{4}|\d{2})$/, texte);
}

function parseLettres(texte: string): Parties | undefined {
  const lu = groupes(/^(?<quantieme>\d{1,2})(?:er)?[ -]?(?<mois>[a-z]{3,9})\.?[ -]?(?<annee>\d{4}|\d{2})$/, texte);
  const rang = lu ? MOIS.findIndex((debut) => lu.mois.startsWith(debut)) : -1;
  return lu && rang >= 0 ? { ...lu, mois: String(rang + 1) } : undefined;
}

/** Huit chiffres : jour d'abord, sauf si seule la lecture « année d'abord » donne une année plausible. */
function parseColle(texte: string): Parties | undefined {
  const lu = groupes(/^(?<quantieme>\d{2})(?<mois>\d{2})(?<annee>\d{4}|\d{2})$/, texte);
  if (!lu || lu.annee.length === 2) return lu;
  const plausible = Number(lu.annee) >= ANNEE_MINIMALE && Number(lu.annee) <= ANNEE_MAXIMALE && Number(lu.mois) <= 12;
  return plausible ? lu : groupes(/^(?<annee>\d{4})(?<mois>\d{2})(?<quantieme>\d{2})$/, texte);
}

function groupes(motif: RegExp, texte: string): Parties | undefined {
  return motif.exec(texte)?.groups as Parties | undefined;
}

function computeAnnee(chiffres: string, anneeMaximale: number | undefined): number | undefined {
  if (chiffres.length === 4) return Number(chiffres);
  if (anneeMaximale === undefined) return undefined;
  const annee = anneeMaximale - (anneeMaximale % 100) + Number(chiffres);
  return annee > anneeMaximale ? annee - 100 : annee;
}
