/** Lire un tableau reçu, CSV ou classeur Excel, tel que les services l'envoient. Tout en sort comme du texte. */
import { FichierIllisible } from './fichier-illisible.ts';
import type { LigneBrute, SourceDeLignes } from './lignes-brutes.ts';
import { listLignesClasseur } from './tableur-lecture-classeur.ts';
import { listLignesCsv } from './tableur-lecture-csv.ts';

/** `valeurs` par titre de colonne ; `surplus` : les cellules remplies au-delà des titres (séparateur en trop). */
export type LigneLue = { numero: number; valeurs: Record<string, string>; surplus: string[] };

export type TableauLu = {
  format: 'csv' | 'xlsx';
  /** Titres, tous différents : un doublon devient « Nom (2) », un titre vide « Colonne C ». */
  entetes: string[];
  /** Phrases à montrer avant d'importer. */
  avertissements: string[];
  /** Lignes non vides sous les titres, lues une seule fois et au fil de l'eau. */
  lignes: AsyncIterable<LigneLue>;
};

// Au-delà, ce n'est plus un titre de document mais des données.
const LIGNES_AVANT_TITRES = 5;

/**
 * Lit un fichier d'après son contenu, jamais d'après son nom. `feuille` choisit l'onglet d'un classeur.
 * Lève `FichierIllisible` : vide, ancien .xls, protégé, OpenDocument, binaire, guillemet jamais fermé, trop gros.
 */
export async function parseTableau(contenu: Uint8Array, options: { feuille?: string } = {}): Promise<TableauLu> {
  const format = findFormat(contenu);
  const source = format === 'xlsx' ? await listLignesClasseur(contenu, options.feuille) : listLignesCsv(contenu);
  return buildTableau(format, source);
}

function findFormat(contenu: Uint8Array): 'csv' | 'xlsx' {
  if (contenu.length === 0) throw new FichierIllisible('Ce fichier est vide.');
  const debut = new TextDecoder('latin1').decode(contenu.subarray(0, 100));
  if (debut.startsWith('\u00d0\u00cf\u0011\u00e0'))
    throw new FichierIllisible(
      'Ce classeur est à l’ancien format .xls ou protégé par un mot de passe : enregistrez-le en .xlsx, sans mot de passe.',
    );
  if (debut.includes('mimetypeapplication/vnd.oasis'))
    throw new FichierIllisible('Ce classeur est au format OpenDocument : enregistrez-le en .xlsx ou en .csv.');
  if (debut.startsWith('%PDF')) throw new FichierIllisible('Ce fichier est un PDF : il faut le tableau d’origine.');
  return debut.startsWith('PK\u0003\u0004') ? 'xlsx' : 'csv';
}

async function buildTableau(format: 'csv' | 'xlsx', source: SourceDeLignes): Promise<TableauLu> {
  const lignes = iterate(source.lignes);
  const { titres, lues, ignorees } = await findTitres(lignes);
  const { entetes, avertissements } = nameColonnes(titres.cellules);
  if (ignorees > 0) avertissements.push(`Les lignes avant les titres (ligne ${titres.numero}) ne sont pas lues.`);
  return {
    format,
    entetes,
    avertissements: [...source.avertissements, ...avertissements],
    lignes: nameValeurs(entetes, lues, lignes),
  };
}

async function* iterate(lignes: SourceDeLignes['lignes']): AsyncGenerator<LigneBrute> {
  for await (const ligne of lignes) if (ligne.cellules.some((cellule) => cellule !== '')) yield ligne;
}

/** Les titres : la première ligne d'au moins deux cellules parmi les premières, à défaut la première non vide. */
async function findTitres(lignes: AsyncGenerator<LigneBrute>) {
  const lues: LigneBrute[] = [];
  while (lues.length < LIGNES_AVANT_TITRES) {
    const { value, done } = await lignes.next();
    if (done) break;
    lues.push(value);
    if (countRemplies(value) >= 2) break;
  }
  const derniere = lues.at(-1);
  const rang = derniere && countRemplies(derniere) >= 2 ? lues.length - 1 : 0;
  const titres = lues[rang];
  if (!titres) throw new FichierIllisible('Ce fichier ne contient aucune ligne remplie.');
  return { titres, lues: lues.slice(rang + 1), ignorees: rang };
}

function countRemplies({ cellules }: LigneBrute): number {
  return cellules.filter((cellule) => cellule !== '').length;
}

function nameColonnes(cellules: readonly string[]) {
  const derniere = cellules.findLastIndex((cellule) => cellule !== '');
  const entetes: string[] = [];
  const avertissements: string[] = [];
  for (const [rang, brut] of cellules.slice(0, derniere + 1).entries()) {
    const titre = brut.replace(/\s+/g, ' ') || `Colonne ${formatLettres(rang)}`;
    let unique = titre;
    for (let n = 2; entetes.includes(unique); n += 1) unique = `${titre} (${n})`;
    if (unique !== titre)
      avertissements.push(`Deux colonnes s’appellent « ${titre} » : la seconde devient « ${unique} ».`);
    entetes.push(unique);
  }
  return { entetes, avertissements };
}

async function* nameValeurs(
  entetes: readonly string[],
  lues: readonly LigneBrute[],
  suite: AsyncIterable<LigneBrute>,
): AsyncGenerator<LigneLue> {
  const build = ({ numero, cellules }: LigneBrute): LigneLue => ({
    numero,
    valeurs: Object.fromEntries(entetes.map((titre, rang) => [titre, cellules[rang] ?? ''])),
    surplus: cellules.slice(entetes.length).filter((cellule) => cellule !== ''),
  });
  for (const ligne of lues) yield build(ligne);
  for await (const ligne of suite) yield build(ligne);
}

/** 0 → A, 25 → Z, 26 → AA : le nom de la colonne dans un tableur. */
function formatLettres(rang: number): string {
  const reste = String.fromCharCode(65 + (rang % 26));
  return rang < 26 ? reste : formatLettres(Math.floor(rang / 26) - 1) + reste;
}
