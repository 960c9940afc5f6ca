/** Écrire un classeur Excel propre : titres figés et filtrables, vraies dates et vrais nombres, prêt à imprimer. */
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { isJourCivil } from '#shared/jour-civil.ts';
import { computeSerieExcel } from './cellule.ts';

export type TypeDeColonne = 'texte' | 'jour' | 'nombre' | 'booleen';
type ValeurDeCellule = string | number | boolean | null | undefined;

/** `largeur` en caractères ; `valeur` lit la cellule dans la ligne (un `jour` est un JourCivil). */
export type ColonneEcrite<T> = {
  titre: string;
  type: TypeDeColonne;
  largeur?: number;
  valeur: (ligne: T) => ValeurDeCellule;
};

export type FeuilleEcrite<T> = {
  nom: string;
  colonnes: readonly ColonneEcrite<T>[];
  lignes: Iterable<T> | AsyncIterable<T>;
  /** Mention imprimée en bas de chaque page : confidentialité, date, auteur. */
  piedDePage?: string;
};

/** Rendue par `buildFeuille`. */
export type FeuillePrete = {
  nom: string;
  piedDePage?: string;
  colonnes: readonly { titre: string; type: TypeDeColonne; largeur?: number }[];
  cellules: AsyncIterable<(string | number | null)[]>;
};

const LARGEURS: Record<TypeDeColonne, number> = { texte: 24, jour: 12, nombre: 12, booleen: 8 };
const FORMAT_JOUR = 'dd/mm/yyyy';
// Limites d'Excel.
const TEXTE_MAXIMAL = 32_767;
const NOM_MAXIMAL = 31;
// On rend la main au serveur de temps en temps : un export ne doit pas figer les autres pages.
const LIGNES_PAR_TOUR = 500;

/**
 * Classeur .xlsx d'une ou plusieurs feuilles, écrit au fil de l'eau. Un texte reste un texte, même s'il commence par
 * « = » : aucune formule n'est écrite. Lève `RangeError` si deux feuilles portent le même nom.
 */
export async function buildClasseur(feuilles: readonly FeuillePrete[]): Promise<Buffer> {
  const flux = new PassThrough();
  const contenu = buffer(flux);
  const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: flux, useStyles: true });
  const noms = new Set<string>();
  for (const feuille of feuilles) {
    const nom = cleanNom(feuille.nom);
    if (noms.has(nom.toLowerCase())) throw new RangeError(`Deux feuilles s’appellent « ${nom} ».`);
    noms.add(nom.toLowerCase());
    await addFeuille(classeur, nom, feuille);
  }
  await classeur.commit();
  return contenu;
}

/** Une feuille prête à écrire : ses lignes ne sont lues qu'au moment de `buildClasseur`. */
export function buildFeuille<T>({ colonnes, lignes, ...reste }: FeuilleEcrite<T>): FeuillePrete {
  async function* extract() {
    for await (const ligne of lignes)
      yield colonnes.map(({ type, valeur }) => formatCelluleEcrite(type, valeur(ligne)));
  }
  return { ...reste, colonnes, cellules: extract() };
}

async function addFeuille(classeur: ExcelJS.stream.xlsx.WorkbookWriter, nom: string, feuille: FeuillePrete) {
  const { colonnes, cellules, piedDePage } = feuille;
  const onglet = classeur.addWorksheet(nom, {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', paperSize: 9, fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    headerFooter: { oddFooter: `${piedDePage ? `&L${piedDePage.replace(/&/g, '&&')}` : ''}&RPage &P / &N` },
  });
  onglet.columns = colonnes.map(({ titre, type, largeur }) => ({
    header: titre,
    width: largeur ?? LARGEURS[type],
    style: type === 'jour' ? { numFmt: FORMAT_JOUR } : {},
  }));
  onglet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: Math.max(1, colonnes.length) } };
  const titres = onglet.getRow(1);
  titres.font = { bold: true };
  titres.commit();
  let ecrites = 0;
  for await (const ligne of cellules) {
    onglet.addRow(ligne).commit();
    ecrites += 1;
    if (ecrites % LIGNES_PAR_TOUR === 0) await setImmediate();
  }
  onglet.commit();
}

/** Une valeur qui ne va pas avec sa colonne reste lisible comme texte, elle n'est jamais perdue. */
function formatCelluleEcrite(type: TypeDeColonne, valeur: ValeurDeCellule): string | number | null {
  if (valeur === null || valeur === undefined || valeur === '') return null;
  if (type === 'nombre' && String(valeur).trim() !== '' && Number.isFinite(Number(valeur))) return Number(valeur);
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  const texte = String(valeur);
  if (type === 'jour' && isJourCivil(texte)) return computeSerieExcel(texte) ?? texte;
  return texte.length > TEXTE_MAXIMAL ? `${texte.slice(0, TEXTE_MAXIMAL - 1)}…` : texte;
}

function cleanNom(nom: string): string {
  const net = nom
    .replace(/[[\]:*?/\\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^'+|'+$/g, '')
    .trim();
  return net.slice(0, NOM_MAXIMAL) || 'Feuille';
}
