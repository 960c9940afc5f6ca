import { createCipheriv, createDecipheriv, createHmac, randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { appendFile, type FileHandle, open } from 'node:fs/promises';
import { Readable, pipeline as relier, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { z } from 'zod';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

/**
 * Le fichier de sauvegarde : une ligne qui dit ce que c'est, une ligne d'en-tête en JSON, puis les trames compressées
 * (gzip), chiffrées si une phrase de passe est donnée (scrypt puis AES-256-GCM, le sceau en fin de fichier).
 * Une trame : un octet de genre, quatre octets de longueur, le contenu.
 */
const TITRE = 'MARELLE SAUVEGARDE 1\n';
const SCEAU = 16;
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };
const TRAME_MAXIMALE = 64 * 1024 * 1024;

export type Genre = 'entete' | 'table' | 'lignes' | 'fin-table' | 'fin';
export type Trame = { genre: Genre; contenu: Buffer };

const OCTETS: Record<Genre, number> = { entete: 1, table: 2, lignes: 3, 'fin-table': 4, fin: 5 };
const GENRES = new Map(Object.entries(OCTETS).map(([genre, octet]) => [octet, genre as Genre]));

const Chiffrement = z.object({ sel: z.string(), vecteur: z.string(), controle: z.string() });
const Ouverture = z.object({ chiffrement: Chiffrement.nullable() });

export function buildTrame(genre: Genre, contenu: Buffer | object): Buffer {
  const octets = Buffer.isBuffer(contenu) ? contenu : Buffer.from(JSON.stringify(contenu));
  const tete = Buffer.alloc(5);
  tete.writeUInt8(OCTETS[genre]);
  tete.writeUInt32BE(octets.length, 1);
  return Buffer.concat([tete, octets]);
}

/** Écrit le fichier en entier, sur le disque pour de bon. `trames` peut être aussi long qu'il faut : rien n'est gardé en mémoire. */
export async function writeFichier(fichier: string, trames: AsyncIterable<Buffer>, phrase?: string): Promise<void> {
  const sel = randomBytes(16);
  const vecteur = randomBytes(12);
  const cles = phrase === undefined ? undefined : computeCles(phrase, sel);
  const chiffrement = cles && {
    sel: sel.toString('base64'),
    vecteur: vecteur.toString('base64'),
    controle: cles.controle.toString('base64'),
  };
  const tete = Buffer.from(`${TITRE}${JSON.stringify({ chiffrement: chiffrement ?? null })}\n`);
  const sortie = createWriteStream(fichier, { flags: 'wx', mode: 0o600 });
  sortie.write(tete);
  const compresse = createGzip({ level: 6 });
  if (cles === undefined) {
    await pipeline(Readable.from(trames), compresse, sortie);
  } else {
    const chiffre = createCipheriv('aes-256-gcm', cles.chiffrement, vecteur).setAAD(tete);
    await pipeline(Readable.from(trames), compresse, chiffre, sortie);
    await appendFile(fichier, chiffre.getAuthTag());
  }
  const poignee = await open(fichier, 'r+');
  await poignee.sync();
  await poignee.close();
}

/** Rend les trames dans l'ordre ; tout défaut du fichier devient une phrase. */
export async function* readTrames(fichier: string, phrase?: string): AsyncGenerator<Trame> {
  try {
    yield* cutTrames(await openCorps(fichier, phrase));
  } catch (cause) {
    throw formatDefaut(fichier, cause);
  }
}

async function openCorps(fichier: string, phrase?: string): Promise<Readable> {
  const poignee = await open(fichier, 'r');
  let tete: Buffer;
  let taille: number;
  try {
    tete = await readTete(poignee, fichier);
    taille = (await poignee.stat()).size;
  } finally {
    await poignee.close();
  }
  const { chiffrement } = Ouverture.parse(JSON.parse(tete.subarray(TITRE.length).toString()));
  if (chiffrement === null) return joinFlux(createReadStream(fichier, { start: tete.length }), [createGunzip()]);
  const cles = verifyPhrase(fichier, phrase, chiffrement);
  const fin = taille - SCEAU;
  if (fin <= tete.length) throw new Error('tronqué');
  const dechiffre = createDecipheriv('aes-256-gcm', cles.chiffrement, Buffer.from(chiffrement.vecteur, 'base64'));
  dechiffre.setAAD(tete).setAuthTag(await readFin(fichier, fin));
  return joinFlux(createReadStream(fichier, { start: tete.length, end: fin - 1 }), [dechiffre, createGunzip()]);
}

/** `pipe` seul laisserait une erreur d'un maillon sans suite : ici, elle arrive au lecteur. */
function joinFlux(source: Readable, maillons: readonly Transform[]): Readable {
  return relier([source, ...maillons], () => undefined) as unknown as Readable;
}

async function readTete(poignee: FileHandle, fichier: string): Promise<Buffer> {
  const debut = Buffer.alloc(1024);
  const { bytesRead } = await poignee.read(debut, 0, debut.length, 0);
  if (!debut.subarray(0, bytesRead).toString('latin1').startsWith(TITRE))
    throw new ErreurExploitation(`${fichier} n'est pas une sauvegarde de Marelle.`);
  const fin = debut.indexOf('\n', TITRE.length);
  if (fin === -1) throw new Error('tronqué');
  return debut.subarray(0, fin + 1);
}

async function readFin(fichier: string, position: number): Promise<Buffer> {
  const poignee = await open(fichier, 'r');
  const sceau = Buffer.alloc(SCEAU);
  await poignee.read(sceau, 0, SCEAU, position);
  await poignee.close();
  return sceau;
}

type Cles = { chiffrement: Buffer; controle: Buffer };

function computeCles(phrase: string, sel: Buffer): Cles {
  const derive = scryptSync(phrase.normalize('NFC'), sel, 64, SCRYPT);
  const controle = createHmac('sha256', derive.subarray(32)).update('marelle/sauvegarde').digest().subarray(0, 8);
  return { chiffrement: derive.subarray(0, 32), controle };
}

/** Une phrase fausse se dit comme telle, sans être prise pour un fichier abîmé. */
function verifyPhrase(
  fichier: string,
  phrase: string | undefined,
  { sel, controle }: z.infer<typeof Chiffrement>,
): Cles {
  if (phrase === undefined) {
    throw new ErreurExploitation(
      `La sauvegarde ${fichier} est chiffrée : donnez sa phrase de passe dans MARELLE_CLE_SAUVEGARDE.`,
    );
  }
  const cles = computeCles(phrase, Buffer.from(sel, 'base64'));
  const attendu = Buffer.from(controle, 'base64');
  if (attendu.length !== cles.controle.length || !timingSafeEqual(attendu, cles.controle)) {
    throw new ErreurExploitation(`La phrase de passe de MARELLE_CLE_SAUVEGARDE n'est pas celle de ${fichier}.`);
  }
  return cles;
}

async function* cutTrames(corps: Readable): AsyncGenerator<Trame> {
  let reste: Buffer = Buffer.alloc(0);
  for await (const morceau of corps) {
    reste = reste.length === 0 ? (morceau as Buffer) : Buffer.concat([reste, morceau as Buffer]);
    for (;;) {
      const longueur = reste.length < 5 ? undefined : reste.readUInt32BE(1);
      if (longueur !== undefined && longueur > TRAME_MAXIMALE) throw new Error('trame impossible');
      if (longueur === undefined || reste.length < 5 + longueur) break;
      const genre = GENRES.get(reste.readUInt8());
      if (genre === undefined) throw new Error('genre de trame inconnu');
      yield { genre, contenu: reste.subarray(5, 5 + longueur) };
      reste = reste.subarray(5 + longueur);
    }
  }
  if (reste.length > 0) throw new Error('tronqué');
}

function formatDefaut(fichier: string, cause: unknown): Error {
  if (cause instanceof ErreurExploitation) return cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return new ErreurExploitation(`Le fichier ${fichier} n'existe pas.`);
  if (code === 'EACCES' || code === 'EISDIR' || code === 'EIO')
    return new ErreurExploitation(`Le fichier ${fichier} n'est pas lisible par ce compte (${code}).`);
  return new ErreurExploitation(
    `La sauvegarde ${fichier} est abîmée ou incomplète : rien n'a été restauré, prenez-en une autre.`,
    { cause },
  );
}
