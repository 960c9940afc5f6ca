/** Une identité lue une fois pour être comparée à beaucoup d'autres. */
import type { IdentiteComparee } from '../ressemblance.ts';
import type { LieuLu } from './accord-coordonnees.ts';
import {
  type AdresseLue,
  parseAdresse,
  parseCodePostal,
  parseCommune,
  parseSexe,
  parseTelephone,
} from './coordonnees-lues.ts';
import { type DateLue, type OrdreDeDate, parseDateLue } from './date-lue.ts';
import { type NomLu, parseNom } from './nom-lu.ts';

export type IdentitePreparee = {
  readonly nom: NomLu | null;
  readonly nomUsage: NomLu | null;
  readonly prenom: NomLu | null;
  /** Quand tout est dans une seule case, les façons d'y couper un nom et un prénom. */
  readonly coupes: readonly { nom: NomLu; prenom: NomLu }[];
  readonly date: DateLue | null;
  readonly sexe: '' | 'f' | 'm';
  readonly adresse: AdresseLue | null;
  readonly lieu: LieuLu;
  readonly telephone: string;
};

export function prepareIdentite(
  identite: IdentiteComparee,
  lecture: { ordre?: OrdreDeDate; anneeMaximale?: number } = {},
): IdentitePreparee {
  const nom = parseNom(identite.nom);
  const prenom = parseNom(identite.prenom);
  const usage = parseNom(identite.nomUsage);
  return {
    nom: nom ?? usage,
    nomUsage: nom && usage && usage.colle !== nom.colle ? usage : null,
    prenom,
    coupes: nom && prenom ? [] : listCoupes(nom ?? prenom),
    date: parseDateLue(identite.dateNaissance, lecture),
    sexe: parseSexe(identite.sexe),
    adresse: parseAdresse(identite.adresse),
    lieu: { codePostal: parseCodePostal(identite.codePostal), commune: parseCommune(identite.commune) },
    telephone: parseTelephone(identite.telephone),
  };
}

/** « MARTIN LEA » : nom puis prénom, ou prénom puis nom. */
function listCoupes(tout: NomLu | null): { nom: NomLu; prenom: NomLu }[] {
  if (!tout || tout.mots.length < 2) return [];
  return tout.mots.slice(1).flatMap((_, rang) => {
    const debut = parseNom(tout.mots.slice(0, rang + 1).join(' '));
    const fin = parseNom(tout.mots.slice(rang + 1).join(' '));
    if (!debut || !fin) return [];
    return [
      { nom: debut, prenom: fin },
      { nom: fin, prenom: debut },
    ];
  });
}
