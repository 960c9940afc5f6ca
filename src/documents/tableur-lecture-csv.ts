/** CSV : encodage et séparateur devinés, guillemets tolérés, lignes lues au fil de l'eau. */
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { parse as parseEntier } from 'csv-parse/sync';
import { FichierIllisible } from './fichier-illisible.ts';
import type { LigneBrute, SourceDeLignes } from './lignes-brutes.ts';
import { parseTexteEncode } from './texte-encode.ts';

const SEPARATEURS = [';', ',', '\t', '|'] as const;
const ECHANTILLON = 64_000;
const MORCEAU = 64_000;

const OPTIONS = {
  relax_quotes: true,
  relax_column_count: true,
  // Pas `trim` : il refuse un guillemet mal placé au lieu de le garder.
  ltrim: true,
  max_record_size: 1_000_000,
} as const;

/** Lève `FichierIllisible` si ce n'est pas du texte ; un guillemet jamais fermé la lève en cours de lecture. */
export function listLignesCsv(contenu: Uint8Array): SourceDeLignes {
  const { texte } = parseTexteEncode(contenu);
  // Excel écrit parfois une première ligne « sep=; » qui dit le séparateur.
  const directive = /^sep=(.)\r?\n/i.exec(texte);
  const separateur = directive?.[1] ?? findSeparateur(texte.slice(0, ECHANTILLON));
  const decalage = directive ? 1 : 0;
  return { lignes: listLignes(texte.slice(directive?.[0].length ?? 0), separateur, decalage), avertissements: [] };
}

async function* listLignes(texte: string, delimiter: string, decalage: number): AsyncGenerator<LigneBrute> {
  // Fin du dernier enregistrement analysé : l'analyse devance la lecture, et une erreur doit dire où elle en était.
  let fin = decalage;
  const on_record = (record: string[], { lines }: { lines: number }): string[] => {
    const numero = fin + 1;
    fin = lines + decalage;
    return [String(numero), ...record];
  };
  try {
    const enregistrements = Readable.from(cutMorceaux(texte)).pipe(parse({ ...OPTIONS, delimiter, on_record }));
    for await (const [numero, ...cellules] of enregistrements as AsyncIterable<string[]>)
      yield { numero: Number(numero), cellules: cellules.map(cleanCellule) };
  } catch (erreur) {
    throw explainErreur(erreur, fin + 1);
  }
}

/** Le séparateur qui coupe le plus régulièrement le début du fichier ; « ; » si rien ne le coupe. */
function findSeparateur(echantillon: string): string {
  const entier = echantillon.length < ECHANTILLON ? echantillon : echantillon.slice(0, echantillon.lastIndexOf('\n'));
  const notes = SEPARATEURS.map((separateur) => ({ separateur, note: evaluateSeparateur(entier, separateur) }));
  const meilleur = notes.reduce((a, b) => (b.note > a.note ? b : a));
  return meilleur.note > 0 ? meilleur.separateur : ';';
}

/** Part des lignes qui ont la largeur la plus fréquente, puis cette largeur ; 0 si le séparateur ne coupe rien. */
function evaluateSeparateur(echantillon: string, delimiter: string): number {
  try {
    const lues = parseEntier(echantillon, {
      ...OPTIONS,
      delimiter,
      to: 50,
      skip_empty_lines: true,
    }) as string[][];
    const largeurs = lues.map(({ length }) => length);
    const frequences = Map.groupBy(largeurs, (largeur) => largeur);
    const [largeur = 1, memes = []] = [...frequences].reduce((a, b) => (b[1].length > a[1].length ? b : a), [1, []]);
    return largeur < 2 ? 0 : memes.length / largeurs.length + largeur / 1_000;
  } catch {
    return 0;
  }
}

function cleanCellule(cellule: string): string {
  return cellule.replace(/\u00a0/g, ' ').trim();
}

function* cutMorceaux(texte: string): Generator<string> {
  for (let debut = 0; debut < texte.length; debut += MORCEAU) yield texte.slice(debut, debut + MORCEAU);
}

function explainErreur(erreur: unknown, ligne: number): unknown {
  if (!(erreur instanceof CsvError)) return erreur;
  if (erreur.code === 'CSV_QUOTE_NOT_CLOSED' || erreur.code === 'CSV_MAX_RECORD_SIZE')
    return new FichierIllisible(`Un guillemet ouvert à la ligne ${ligne} n’est jamais fermé.`);
  return new FichierIllisible(`La ligne ${ligne} ne se lit pas comme une ligne de tableau.`);
}
