/**
 * Classeur Excel, lu au fil de l'eau : l'archive est en mémoire, jamais la feuille dépliée. Le lecteur d'ExcelJS range dans le
 * dossier temporaire, en clair, une feuille qui précède ses textes ; on lui donne donc les entrées dans l'ordre qu'il lui
 * faut, et il n'écrit rien.
 */
import ExcelJS from 'exceljs';
import { type EntreeZip, openFluxZip, parseArchiveZip, readTexteZip } from './archive-zip.ts';
import { formatCelluleLue, formatSerie, isFormatDeDate } from './cellule.ts';
import { FichierIllisible } from './fichier-illisible.ts';
import type { LigneBrute, SourceDeLignes } from './lignes-brutes.ts';

const TAILLE_DEPLIEE_MAXIMALE = 300_000_000;
const LIENS = 'xl/_rels/workbook.xml.rels';
const CLASSEUR = 'xl/workbook.xml';
const AVANT_LA_FEUILLE = [LIENS, CLASSEUR, 'xl/styles.xml', 'xl/sharedStrings.xml'];

const ABIME = 'Ce classeur Excel est abîmé ou n’en est pas un : ouvrez-le et enregistrez-le en .xlsx.';

/** Ce que le lecteur sait de l'archive une fois lue ; ses types ne le disent pas. */
type Su = {
  sharedStrings?: unknown[];
  model?: { sheets?: { name: string; state?: string; rId: string }[] };
  workbookRels?: { Id: string; Target: string }[];
  properties?: { model?: { date1904?: boolean } };
};
type Archive = ReadonlyMap<string, EntreeZip>;
type Onglet = { nom: string; entree: EntreeZip };

/** Lignes de l'onglet nommé, à défaut du premier onglet visible et rempli. Lève `FichierIllisible`. */
export async function listLignesClasseur(contenu: Uint8Array, feuille?: string): Promise<SourceDeLignes> {
  const archive = parseArchiveZip(contenu);
  if (!archive) throw new FichierIllisible(ABIME);
  verifyTaille([...archive.values()].reduce((total, { taille }) => total + taille, 0));
  const visibles = await listOnglets(archive);
  const remplis: Onglet[] = [];
  for (const onglet of visibles) if (await hasMotif(onglet.entree, UNE_VALEUR)) remplis.push(onglet);
  const onglet = feuille ? visibles.find(({ nom }) => nom === feuille) : (remplis[0] ?? visibles[0]);
  if (!onglet) {
    const noms = visibles.map(({ nom }) => `« ${nom} »`).join(', ');
    throw new FichierIllisible(
      feuille ? `Ce classeur n’a pas d’onglet « ${feuille} » ; il a ${noms}.` : 'Ce classeur est vide.',
    );
  }
  const entrees = [...listConnues(archive, AVANT_LA_FEUILLE), onglet.entree];
  for (const entree of entrees) await verifyTextes(entree);
  const autres = remplis.filter((autre) => autre !== onglet).map(({ nom }) => `« ${nom} »`);
  const avertissements =
    autres.length > 0 ? [`Onglet lu : « ${onglet.nom} ». Autres onglets : ${autres.join(', ')}.`] : [];
  return { lignes: listLignes(entrees), avertissements };
}

function listConnues(archive: Archive, noms: readonly string[]): EntreeZip[] {
  return noms.flatMap((nom) => archive.get(nom) ?? []);
}

function openLecteur(entrees: readonly EntreeZip[]) {
  const lecteur = new ExcelJS.stream.xlsx.WorkbookReader(openFluxZip(entrees), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  const su = lecteur as unknown as Su;
  // Un classeur sans textes à part les a dans ses cellules : il n'y en a pas à attendre.
  su.sharedStrings = [];
  return { lecteur, su };
}

async function listOnglets(archive: Archive): Promise<Onglet[]> {
  const entrees = listConnues(archive, [LIENS, CLASSEUR]);
  for (const entree of entrees) await verifyTextes(entree);
  const { lecteur, su } = openLecteur(entrees);
  try {
    for await (const _ of lecteur);
  } catch (erreur) {
    refuse(erreur);
  }
  const feuilles = su.model?.sheets ?? [];
  if (feuilles.length === 0) throw new FichierIllisible('Ce fichier n’est pas un classeur Excel (.xlsx).');
  return feuilles.flatMap(({ name: nom, state = 'visible', rId }) => {
    const cible = su.workbookRels?.find(({ Id }) => Id === rId)?.Target ?? '';
    const entree = archive.get(cible.startsWith('/') ? cible.slice(1) : `xl/${cible}`);
    return entree && state === 'visible' ? [{ nom, entree }] : [];
  });
}

const UNE_VALEUR = /<(?:v|is)[ >]/;
const TEXTE_EN_FORME = /<is>\s*<r[ >]/;
/** Un motif à cheval sur deux morceaux tient dans ces lettres. */
const A_CHEVAL = 64;

/**
 * Dépliée une fois avant d'être lue : le lecteur attendrait sans fin une entrée abîmée. Un texte mis en forme rangé dans sa
 * cellule n'y serait lu qu'en partie : plutôt ne rien lire.
 */
async function verifyTextes(entree: EntreeZip): Promise<void> {
  if (await hasMotif(entree, TEXTE_EN_FORME))
    throw new FichierIllisible(
      'Ce classeur porte des textes mis en forme que Marelle ne lit pas : ouvrez-le dans Excel et enregistrez-le.',
    );
}

/** S'arrête au premier trouvé. */
async function hasMotif(entree: EntreeZip, motif: RegExp): Promise<boolean> {
  let reste = '';
  let taille = 0;
  try {
    for await (const morceau of readTexteZip(entree)) {
      taille += morceau.length;
      // L'archive peut mentir sur ce qu'elle déplie.
      verifyTaille(taille);
      if (motif.test(reste + morceau)) return true;
      reste = morceau.slice(-A_CHEVAL);
    }
  } catch (erreur) {
    refuse(erreur);
  }
  return false;
}

function verifyTaille(taille: number): void {
  if (taille > TAILLE_DEPLIEE_MAXIMALE)
    throw new FichierIllisible('Ce classeur est trop gros : enregistrez-le en CSV.');
}

function refuse(erreur: unknown): never {
  throw erreur instanceof FichierIllisible ? erreur : new FichierIllisible(ABIME);
}

async function* listLignes(entrees: readonly EntreeZip[]): AsyncGenerator<LigneBrute> {
  const { lecteur, su } = openLecteur(entrees);
  try {
    for await (const onglet of lecteur)
      for await (const ligne of onglet) yield buildLigne(ligne, su.properties?.model?.date1904 === true);
  } catch (erreur) {
    refuse(erreur);
  }
}

function buildLigne(ligne: ExcelJS.Row, depuis1904: boolean): LigneBrute {
  const cellules: string[] = [];
  ligne.eachCell({ includeEmpty: false }, (cellule, colonne) => {
    cellules[colonne - 1] = readCellule(cellule, depuis1904);
  });
  return { numero: ligne.number, cellules: Array.from(cellules, (cellule) => cellule ?? '') };
}

/** Le lecteur au fil de l'eau rend le jour d'une formule comme un nombre : son format dit que c'est un jour. */
function readCellule({ value, numFmt }: ExcelJS.Cell, depuis1904: boolean): string {
  const estFormule = typeof value === 'object' && value !== null && 'formula' in value;
  return estFormule && typeof value.result === 'number' && isFormatDeDate(numFmt)
    ? formatSerie(value.result, depuis1904)
    : formatCelluleLue(value);
}
