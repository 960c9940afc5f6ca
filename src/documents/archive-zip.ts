/** Une archive ZIP en mémoire : ses entrées, lues de son répertoire central (APPNOTE 4.3.12) ; rien n'est déplié d'avance. */
import { Readable } from 'node:stream';
import { createInflateRaw, inflateRawSync } from 'node:zlib';
import { FichierIllisible } from './fichier-illisible.ts';

const FIN = 0x06054b50;
const ENTREE = 0x02014b50;
const ENTREE_LOCALE = 0x04034b50;
const TAILLE_FIN = 22;
/** Le commentaire final ne peut être plus long. */
const COMMENTAIRE = 65_535;
const ENTETE = 46;
const ENTETE_LOCAL = 30;
const ENTREES_MAXIMUM = 10_000;
const SANS_COMPRESSION = 0;
const DEFLATE = 8;
const MORCEAU = 64_000;

export type EntreeZip = {
  nom: string;
  methode: number;
  /** Taille dépliée que l'archive annonce. */
  taille: number;
  compressee: Uint8Array;
};

/** Les noms des fichiers de l'archive. Indéfini si elle ne se lit pas. */
export function listEntreesZip(contenu: Uint8Array): string[] | undefined {
  const archive = parseArchiveZip(contenu);
  return archive && [...archive.keys()];
}

/** Indéfini si l'archive ne se lit pas. */
export function parseArchiveZip(contenu: Uint8Array): ReadonlyMap<string, EntreeZip> | undefined {
  const vue = new DataView(contenu.buffer, contenu.byteOffset, contenu.byteLength);
  const fin = findFin(vue);
  if (fin === undefined) return undefined;
  const nombre = vue.getUint16(fin + 10, true);
  if (nombre > ENTREES_MAXIMUM) return undefined;
  const entrees = new Map<string, EntreeZip>();
  let position = vue.getUint32(fin + 16, true);
  for (let rang = 0; rang < nombre; rang += 1) {
    if (position + ENTETE > vue.byteLength || vue.getUint32(position, true) !== ENTREE) return undefined;
    const [nom, extra, commentaire] = [28, 30, 32].map((ecart) => vue.getUint16(position + ecart, true)) as [
      number,
      number,
      number,
    ];
    const entree = readEntree(contenu, vue, { position, nom });
    // Deux entrées d'un même nom : chaque lecteur choisirait la sienne, et ce qu'on contrôle ne serait pas ce qui s'ouvre.
    if (entrees.has(entree.nom)) return undefined;
    entrees.set(entree.nom, entree);
    position += ENTETE + nom + extra + commentaire;
  }
  return entrees;
}

function readEntree(contenu: Uint8Array, vue: DataView, { position, nom }: { position: number; nom: number }) {
  const compresse = vue.getUint32(position + 20, true);
  const local = vue.getUint32(position + 42, true);
  const lisible = local + ENTETE_LOCAL <= vue.byteLength && vue.getUint32(local, true) === ENTREE_LOCALE;
  // Les longueurs du nom et du complément diffèrent parfois d'un en-tête à l'autre.
  const debut = lisible
    ? local + ENTETE_LOCAL + vue.getUint16(local + 26, true) + vue.getUint16(local + 28, true)
    : vue.byteLength;
  return {
    nom: new TextDecoder().decode(contenu.subarray(position + ENTETE, position + ENTETE + nom)),
    methode: vue.getUint16(position + 10, true),
    taille: vue.getUint32(position + 24, true),
    compressee: contenu.subarray(debut, debut + compresse),
  };
}

function findFin(vue: DataView): number | undefined {
  const plancher = Math.max(0, vue.byteLength - TAILLE_FIN - COMMENTAIRE);
  for (let position = vue.byteLength - TAILLE_FIN; position >= plancher; position -= 1)
    if (vue.getUint32(position, true) === FIN) return position;
  return undefined;
}

/** Une entrée dépliée, sans jamais dépasser la taille annoncée. Lève `FichierIllisible` si elle ne l'a pas exactement. */
export function readEntreeZip({ compressee, methode, taille }: EntreeZip): Buffer {
  try {
    const depliee = expand(compressee, methode, taille);
    if (depliee.length === taille) return depliee;
  } catch {
    // Une archive abîmée ou menteuse se dit de la même façon.
  }
  throw new FichierIllisible('Ce fichier est abîmé : ouvrez-le et enregistrez-le de nouveau.');
}

function expand(compressee: Uint8Array, methode: number, taille: number): Buffer {
  if (methode === SANS_COMPRESSION) return Buffer.from(compressee);
  if (methode === DEFLATE) return inflateRawSync(compressee, { maxOutputLength: Math.max(1, taille) });
  throw new RangeError(`Méthode de compression ${methode}.`);
}

/** Le texte d'une entrée, morceau par morceau ; lève une erreur si elle est abîmée. */
export async function* readTexteZip({ compressee, methode }: EntreeZip): AsyncGenerator<string> {
  const source = Readable.from(cutMorceaux(compressee));
  const clair = methode === SANS_COMPRESSION ? source : source.pipe(createInflateRaw());
  const texte = new TextDecoder();
  for await (const morceau of clair as AsyncIterable<Uint8Array>) yield texte.decode(morceau, { stream: true });
}

/** Ces entrées seules, dans cet ordre : de quoi nourrir un lecteur qui ne sait lire que du début à la fin. */
export function openFluxZip(entrees: readonly EntreeZip[]): Readable {
  return Readable.from(
    (function* () {
      for (const entree of entrees) {
        yield buildEntete(entree);
        yield* cutMorceaux(entree.compressee);
      }
      yield buildFin();
    })(),
  );
}

function buildEntete({ nom, methode, taille, compressee }: EntreeZip): Uint8Array {
  const lettres = new TextEncoder().encode(nom);
  const entete = new Uint8Array(ENTETE_LOCAL + lettres.length);
  const vue = new DataView(entete.buffer);
  vue.setUint32(0, ENTREE_LOCALE, true);
  vue.setUint16(8, methode, true);
  vue.setUint32(18, compressee.length, true);
  vue.setUint32(22, taille, true);
  vue.setUint16(26, lettres.length, true);
  entete.set(lettres, ENTETE_LOCAL);
  return entete;
}

function buildFin(): Uint8Array {
  const fin = new Uint8Array(TAILLE_FIN);
  new DataView(fin.buffer).setUint32(0, FIN, true);
  return fin;
}

function* cutMorceaux(contenu: Uint8Array): Generator<Uint8Array> {
  for (let debut = 0; debut < contenu.length; debut += MORCEAU) yield contenu.subarray(debut, debut + MORCEAU);
}
