/**
 * Une ligne d'un fichier de badges, lue selon son format : le badge, le jour, les minutes à l'heure affichée. Une heure qui porte un
 * décalage ne se lit pas : elle ne serait juste que la moitié de l'année.
 */
import { isJourCivil, type JourCivil } from '#shared/jour-civil.ts';
import type { FormatBadge } from '../format-badge.ts';

/** `a` et `b` : arrivée et départ d'une venue, ou minute d'un passage et rien ; -1 : absent. */
export type LigneBadge = { badge: string; creche: string | null; jour: JourCivil; a: number; b: number; sens: Sens };
/** 0 : le fichier ne le dit pas. */
type Sens = 0 | 1 | 2;
export const SENS_ARRIVEE = 1;
export const SENS_DEPART = 2;
const ABSENTE = -1;
const ILLISIBLE = -2;

/** Les colonnes que le format nomme et que ce fichier n'a pas. */
export function listColonnesManquantes(format: FormatBadge, entetes: readonly string[]): string[] {
  const rangs = findRangs(format, entetes);
  return listNommees(format).filter((nom) => rangs.get(nom) === undefined);
}

/** Lit les cellules d'une ligne ; rend la raison quand elle ne se lit pas. */
export function buildLecteurDeLigne(
  format: FormatBadge,
  entetes: readonly string[],
): (cellules: readonly string[]) => LigneBadge | string {
  const rangs = findRangs(format, entetes);
  const rang = (nom: string | null) => (nom === null ? -1 : (rangs.get(nom) ?? -1));
  const [badge, creche, jour] = [rang(format.colonneBadge), rang(format.colonneCreche), rang(format.colonneJour)];
  const isVisite = format.nature === 'VISITE';
  const premiere = rang(isVisite ? format.colonneArrivee : format.colonneHeure);
  const seconde = isVisite ? rang(format.colonneDepart) : -1;
  const colonneSens = isVisite ? -1 : rang(format.colonneSens);
  const readJour = buildMemoire((texte) => parseJour(texte, format.formatJour));
  const readHeure = buildMemoire(parseMinute);
  const readSens = buildMemoire((texte) => parseSens(texte, format));
  return (cellules) => {
    const lue = {
      badge: cellules[badge]?.trim() ?? '',
      creche: creche === -1 ? null : (cellules[creche]?.trim() ?? ''),
      jour: readJour(cellules[jour] ?? ''),
      a: readHeure(cellules[premiere] ?? ''),
      b: seconde === -1 ? ABSENTE : readHeure(cellules[seconde] ?? ''),
      sens: colonneSens === -1 ? 0 : readSens(cellules[colonneSens] ?? ''),
    };
    return findRaison(lue, isVisite) ?? (lue as LigneBadge);
  };
}

function findRaison(
  lue: { badge: string; jour: string | null; a: number; b: number; sens: Sens | null },
  isVisite: boolean,
): string | undefined {
  if (lue.badge === '') return 'Le badge manque.';
  if (lue.jour === null) return 'Le jour ne se lit pas.';
  if (lue.a === ILLISIBLE) return isVisite ? 'L’heure d’arrivée ne se lit pas.' : 'L’heure ne se lit pas.';
  if (lue.b === ILLISIBLE) return 'L’heure de départ ne se lit pas.';
  if (isVisite && lue.a === ABSENTE && lue.b === ABSENTE) return 'Ni arrivée ni départ.';
  if (!isVisite && lue.a === ABSENTE) return 'L’heure manque.';
  if (lue.sens === null) return 'Ni le mot d’une arrivée, ni celui d’un départ.';
  return undefined;
}

function listNommees(format: FormatBadge): string[] {
  const { colonneBadge, colonneCreche, colonneJour, colonneArrivee, colonneDepart, colonneHeure, colonneSens } = format;
  const heures = format.nature === 'VISITE' ? [colonneArrivee, colonneDepart] : [colonneHeure, colonneSens];
  return [colonneBadge, colonneCreche, colonneJour, ...heures].filter((nom) => nom !== null);
}

/** Un titre, sans égard à la casse ni aux accents ; à défaut de titres, un rang qui commence à 1. */
function findRangs(format: FormatBadge, entetes: readonly string[]): Map<string, number> {
  const rangs = new Map<string, number>();
  const nets = entetes.map(normaliseTitre);
  for (const nom of listNommees(format)) {
    const rang = format.entete ? nets.indexOf(normaliseTitre(nom)) : Number(nom) - 1;
    if (Number.isInteger(rang) && rang >= 0 && (format.entete || rang < entetes.length)) rangs.set(nom, rang);
  }
  return rangs;
}

function normaliseTitre(titre: string): string {
  return titre.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Un fichier d'un million de lignes ne porte que quelques centaines de jours et d'heures : chacun se lit une fois. */
function buildMemoire<T>(read: (texte: string) => T): (texte: string) => T {
  const memoire = new Map<string, T>();
  return (texte) => {
    const connue = memoire.get(texte);
    if (connue !== undefined) return connue;
    const lue = read(texte);
    if (memoire.size < 200_000) memoire.set(texte, lue);
    return lue;
  };
}

const ORDRES = { JMA: [2, 1, 0], AMJ: [0, 1, 2], MJA: [2, 0, 1] } as const;

/** Le jour d'une cellule, qui peut aussi porter l'heure. */
function parseJour(texte: string, ordre: FormatBadge['formatJour']): JourCivil | null {
  const jour = texte.trim().split(/[ T]/)[0] ?? '';
  const parts = /^\d{8}$/.test(jour) ? splitColle(jour, ordre) : jour.split(/[/.-]/);
  if (parts.length !== 3) return null;
  const [annee = '', mois = '', quantieme = ''] = ORDRES[ordre].map((rang) => parts[rang]);
  const complete = annee.length === 2 ? `20${annee}` : annee;
  const ecrit = `${complete}-${mois.padStart(2, '0')}-${quantieme.padStart(2, '0')}`;
  return isJourCivil(ecrit) && ecrit >= '2000-01-01' ? ecrit : null;
}

function splitColle(jour: string, ordre: FormatBadge['formatJour']): string[] {
  return ordre === 'AMJ'
    ? [jour.slice(0, 4), jour.slice(4, 6), jour.slice(6)]
    : [jour.slice(0, 2), jour.slice(2, 4), jour.slice(4)];
}

/** « 08:02 », « 8h02 », « 08:02:37 », « 0802 », seule ou après le jour. */
function parseMinute(texte: string): number {
  const net = texte.trim();
  if (net === '') return ABSENTE;
  const heure = /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}[ T]/.test(net) ? net.replace(/^\S+?[ T]+/, '') : net;
  const lue = /^(\d{1,2})(?:\s*[:hH.]\s*(\d{2})(?:[:.]\d{2}(?:[.,]\d+)?)?|(\d{2}))$/.exec(heure);
  if (!lue) return ILLISIBLE;
  const [heures, minutes] = [Number(lue[1]), Number(lue[2] ?? lue[3])];
  return heures > 23 || minutes > 59 ? ILLISIBLE : heures * 60 + minutes;
}

function parseSens(texte: string, { motArrivee, motDepart }: FormatBadge): Sens | null {
  const mot = normaliseTitre(texte);
  if (mot === normaliseTitre(motArrivee ?? '')) return SENS_ARRIVEE;
  return mot === normaliseTitre(motDepart ?? '') ? SENS_DEPART : null;
}
