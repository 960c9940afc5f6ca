/** Ce qu'une cellule de tableur veut dire, ramené à du texte : un même schéma lit alors un CSV, un classeur ou un écran. */
import type { CellValue } from 'exceljs';
import { addJours, differenceEnJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { type LectureDeJour, parseJourCivil } from '#shared/jour-civil-saisie.ts';

// Les numéros de série d'Excel comptent les jours depuis cette date, à partir du 1er mars 1900 (il croit 1900 bissextile).
const ORIGINE_EXCEL = jourCivil('1899-12-30');
const PREMIERE_SERIE = 61;
// 31 décembre 2199 : au-delà, un nombre n'est plus une date.
const DERNIERE_SERIE = differenceEnJours(ORIGINE_EXCEL, jourCivil('2199-12-31'));

/**
 * Texte d'une cellule Excel : jour « 2026-11-21 », jour et heure « 2026-11-21T14:30:00 », heure seule « 14:30 »,
 * booléen « oui » ou « non », formule par son résultat, erreur telle qu'affichée (« #N/A »), vide « ».
 */
export function formatCelluleLue(valeur: CellValue): string {
  if (valeur === null || valeur === undefined) return '';
  if (typeof valeur === 'string') return valeur.trim();
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  if (typeof valeur === 'number') return String(Number(valeur.toPrecision(15)));
  if ('toISOString' in valeur) return Number.isNaN(valeur.getTime()) ? '' : formatHorodatage(valeur.toISOString());
  if ('richText' in valeur)
    return valeur.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if ('error' in valeur) return valeur.error;
  if ('hyperlink' in valeur) return formatCelluleLue(valeur.text as CellValue);
  return formatCelluleLue(valeur.result as CellValue);
}

/** Lit une date de tableur : ce que les gens tapent, ou un numéro de série Excel qui a perdu son format (46347). */
export function parseJourDeCellule(texte: string, anneeMaximale?: number): LectureDeJour {
  const net = texte.trim();
  const serie = /^\d{2,6}(?:\.0+)?$/.test(net) ? Number(net) : Number.NaN;
  // Six chiffres sont une date collée (211126) : les séries de ce siècle n'en ont que cinq.
  if (net.length <= 5 || net.includes('.'))
    if (serie >= PREMIERE_SERIE && serie <= DERNIERE_SERIE) return { ok: true, jour: addJours(ORIGINE_EXCEL, serie) };
  return parseJourCivil(net.replace(/T00:00:00$/, ''), anneeMaximale);
}

/** Numéro de série Excel d'un jour, ou `undefined` avant mars 1900, où Excel ne sait plus compter. */
export function computeSerieExcel(jour: JourCivil): number | undefined {
  const serie = differenceEnJours(ORIGINE_EXCEL, jour);
  return serie >= PREMIERE_SERIE ? serie : undefined;
}

const JOUR_EN_SECONDES = 86_400;
const JOURS_DE_1900_A_1904 = 1462;

/** Jour, heure ou les deux, d'un nombre qu'Excel affiche comme une date ; `depuis1904` pour un classeur d'un vieux Mac. */
export function formatSerie(serie: number, depuis1904: boolean): string {
  const total = Math.round(serie * JOUR_EN_SECONDES);
  const jours = Math.floor(total / JOUR_EN_SECONDES);
  const secondes = total - jours * JOUR_EN_SECONDES;
  const heure = [Math.floor(secondes / 3600), Math.floor(secondes / 60) % 60, secondes % 60];
  const jour = addJours(ORIGINE_EXCEL, jours + (depuis1904 ? JOURS_DE_1900_A_1904 : 0));
  return formatHorodatage(`${jour}T${heure.map((nombre) => String(nombre).padStart(2, '0')).join(':')}`);
}

/** Le format d'une cellule qui montre un jour ou une heure : hors des crochets et des guillemets, il nomme l'an, le mois… */
export function isFormatDeDate(format: string | undefined): boolean {
  return /[ymdhMsb]/.test((format ?? '').replace(/\[[^\]]*\]|"[^"]*"/g, ''));
}

function formatHorodatage(iso: string): string {
  const [jour = '', reste = ''] = iso.split('T');
  const heure = reste.slice(0, 8);
  if (jour < '1900-01-01') return heure.slice(0, 5);
  return heure === '00:00:00' ? jour : `${jour}T${heure}`;
}
