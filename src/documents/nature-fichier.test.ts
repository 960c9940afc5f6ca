import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { listEntreesZip } from './archive-zip.ts';
import { parseNatureFichier } from './nature-fichier.ts';

const MAXIMUM = 15 * 1024 * 1024;
const octets = (texte: string) => new TextEncoder().encode(texte);
const lit = (nom: string, contenu: Uint8Array) => parseNatureFichier(nom, contenu, MAXIMUM);

/** Une archive sans compression, comme tout logiciel peut en écrire. */
function buildZip(fichiers: Readonly<Record<string, string>>): Uint8Array {
  const locaux: Buffer[] = [];
  const centraux: Buffer[] = [];
  let position = 0;
  for (const [nom, texte] of Object.entries(fichiers)) {
    const [cle, contenu] = [Buffer.from(nom), Buffer.from(texte)];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt32LE(contenu.length, 18);
    local.writeUInt32LE(contenu.length, 22);
    local.writeUInt16LE(cle.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(cle.length, 28);
    central.writeUInt32LE(position, 42);
    locaux.push(local, cle, contenu);
    centraux.push(central, cle);
    position += local.length + cle.length + contenu.length;
  }
  const repertoire = Buffer.concat(centraux);
  const fin = Buffer.alloc(22);
  fin.writeUInt32LE(0x06054b50, 0);
  fin.writeUInt16LE(Object.keys(fichiers).length, 10);
  fin.writeUInt32LE(repertoire.length, 12);
  fin.writeUInt32LE(position, 16);
  return new Uint8Array(Buffer.concat([...locaux, repertoire, fin]));
}

const WORD = { '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w/>' };
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]);

test.each([
  ['rapport.pdf', octets('%PDF-1.7\n…'), 'pdf'],
  ['RAPPORT.PDF', octets('\ufeff%PDF-1.4'), 'pdf'],
  ['photo.jpg', JPEG, 'image'],
  ['photo.jpeg', JPEG, 'image'],
  ['capture.png', PNG, 'image'],
  ['note.docx', buildZip(WORD), 'word'],
  ['note.txt', octets('Elle a peur de rentrer.\r\n'), 'texte'],
  ['note.txt', new Uint8Array([0xe9, 0x74, 0xe9]), 'texte'],
  ['message.eml', octets('Received: de\nSubject: information\n\nBonjour'), 'courriel'],
])('%s est reconnu de son contenu', (nom, contenu, nature) => {
  expect(lit(nom, contenu)).toEqual({ nature });
});

test.each([
  ['vide.pdf', new Uint8Array(), /est vide/],
  ['rapport.pdf', PNG, /est en réalité une image/],
  ['photo.png', octets('%PDF-1.7'), /en réalité un PDF/],
  ['photo.png', JPEG, /en réalité/],
  ['programme.pdf', octets('MZ\u0000\u0001'), /pas d’un format admis/],
  ['page.html', octets('<script>alert(1)</script>'), /en réalité/],
  ['note.docx', buildZip({ ...WORD, 'word/vbaProject.bin': 'x' }), /macro/],
  ['note.docx', buildZip({ ...WORD, 'word/embeddings/oleObject1.bin': 'x' }), /objet qui s’exécute/],
  ['note.docm', buildZip(WORD), /en réalité un document Word/],
  ['archive.docx', buildZip({ 'a.txt': 'x' }), /pas un document Word/],
  ['abime.docx', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0, 0]), /abîmé/],
  ['ancien.doc', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), /ancien format/],
  ['lettre.eml', octets('Bonjour'), /en réalité un texte/],
])('%s n’entre pas, et l’on dit pourquoi', (nom, contenu, motif) => {
  expect(lit(nom, contenu)).toEqual({ motif: expect.stringMatching(motif) });
});

test('quinze mégaoctets, pas un octet de plus', () => {
  const pdf = (taille: number) => {
    const contenu = new Uint8Array(taille);
    contenu.set(octets('%PDF-1.7'));
    return contenu;
  };
  expect(lit('gros.pdf', pdf(MAXIMUM))).toEqual({ nature: 'pdf' });
  expect(lit('gros.pdf', pdf(MAXIMUM + 1))).toEqual({ motif: expect.stringMatching(/dépasse 15 Mo/) });
});

test('le répertoire d’une archive écrite par un autre logiciel se lit', async () => {
  const classeur = new ExcelJS.Workbook();
  classeur.addWorksheet('a');
  const entrees = listEntreesZip(new Uint8Array(await classeur.xlsx.writeBuffer()));
  expect(entrees).toContain('[Content_Types].xml');
  expect(entrees).toContain('xl/workbook.xml');
});
