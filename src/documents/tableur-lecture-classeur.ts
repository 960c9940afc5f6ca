/**
 * Classeur Excel. Lu entier en mémoire : le lecteur au fil de l'eau d'ExcelJS écrit les feuilles en clair dans le dossier
 * temporaire et perd les dates des formules. La taille est donc bornée ; au-delà, le CSV se lit au fil de l'eau.
 */
import ExcelJS from 'exceljs';
import { formatCelluleLue } from './cellule.ts';
import { FichierIllisible } from './fichier-illisible.ts';
import type { LigneBrute, SourceDeLignes } from './lignes-brutes.ts';

// Signatures du format ZIP.
const ENTREE_DE_REPERTOIRE = 0x02014b50;
const FIN_DE_REPERTOIRE = 0x06054b50;
const TAILLE_DEPLIEE_MAXIMALE = 300_000_000;
// Ce qui ne porte pas de valeur : on n'en charge rien.
const NOEUDS_IGNORES = ['dataValidations', 'conditionalFormatting', 'extLst', 'drawing', 'hyperlinks', 'tableParts'];

/** Lignes de l'onglet nommé, à défaut du premier onglet visible et rempli. Lève `FichierIllisible`. */
export async function listLignesClasseur(contenu: Uint8Array, feuille?: string): Promise<SourceDeLignes> {
  if (computeTailleDepliee(contenu) > TAILLE_DEPLIEE_MAXIMALE)
    throw new FichierIllisible('Ce classeur est trop gros : enregistrez-le en CSV.');
  const classeur = await openClasseur(contenu);
  const visibles = classeur.worksheets.filter(({ state }) => state === 'visible');
  const onglet = feuille
    ? visibles.find(({ name }) => name === feuille)
    : (visibles.find(({ actualRowCount }) => actualRowCount > 0) ?? visibles[0]);
  if (!onglet) {
    const noms = visibles.map(({ name }) => `« ${name} »`).join(', ');
    throw new FichierIllisible(
      feuille ? `Ce classeur n'a pas d'onglet « ${feuille} » ; il a ${noms}.` : 'Ce classeur est vide.',
    );
  }
  const autres = visibles
    .filter((autre) => autre !== onglet && autre.actualRowCount > 0)
    .map(({ name }) => `« ${name} »`);
  const avertissements =
    autres.length > 0 ? [`Onglet lu : « ${onglet.name} ». Autres onglets : ${autres.join(', ')}.`] : [];
  return { lignes: listLignes(onglet), avertissements };
}

async function openClasseur(contenu: Uint8Array): Promise<ExcelJS.Workbook> {
  const classeur = new ExcelJS.Workbook();
  try {
    await classeur.xlsx.load(contenu.slice().buffer, { ignoreNodes: NOEUDS_IGNORES });
  } catch {
    throw new FichierIllisible(
      "Ce classeur Excel est abîmé ou n'en est pas un : ouvrez-le et enregistrez-le en .xlsx.",
    );
  }
  if (classeur.worksheets.length === 0) throw new FichierIllisible("Ce fichier n'est pas un classeur Excel (.xlsx).");
  return classeur;
}

function* listLignes(onglet: ExcelJS.Worksheet): Generator<LigneBrute> {
  for (let numero = 1; numero <= onglet.rowCount; numero += 1) {
    const ligne = onglet.findRow(numero);
    if (!ligne) continue;
    const cellules: string[] = [];
    ligne.eachCell({ includeEmpty: false }, (cellule, colonne) => {
      cellules[colonne - 1] = formatCelluleLue(cellule.value);
    });
    yield { numero, cellules: Array.from(cellules, (cellule) => cellule ?? '') };
  }
}

/** Somme des tailles annoncées par le répertoire de l'archive : une bombe de décompression s'y voit. */
function computeTailleDepliee(contenu: Uint8Array): number {
  const vue = new DataView(contenu.buffer, contenu.byteOffset, contenu.byteLength);
  let fin = contenu.length - 22;
  while (fin >= 0 && vue.getUint32(fin, true) !== FIN_DE_REPERTOIRE) fin -= 1;
  if (fin < 0) return 0;
  let total = 0;
  let entree = vue.getUint32(fin + 16, true);
  while (entree + 46 <= fin && vue.getUint32(entree, true) === ENTREE_DE_REPERTOIRE) {
    total += vue.getUint32(entree + 24, true);
    entree +=
      46 + vue.getUint16(entree + 28, true) + vue.getUint16(entree + 30, true) + vue.getUint16(entree + 32, true);
  }
  return total;
}
