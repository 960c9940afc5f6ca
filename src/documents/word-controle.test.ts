import { beforeAll, describe, expect, it } from 'vitest';
import { updatePartie } from '#tests/support/word.ts';
import { parseArchiveZip } from './archive-zip.ts';
import { FichierIllisible } from './fichier-illisible.ts';
import { TAILLE_WORD_MAXIMALE, verifyDocumentWord } from './word-controle.ts';
import { buildModeleWord } from './word-modele.ts';

let sain: Buffer;
beforeAll(async () => {
  sain = await buildModeleWord({ titre: 'x', entete: ['{departement}'], blocs: [{ texte: 'CORPS {nom}' }], pied: 'p' });
});

const CORPS = 'word/document.xml';
const LIENS = 'word/_rels/document.xml.rels';
const dansLeCorps = (xml: string) => updatePartie(sain, CORPS, (texte) => texte.replace('<w:p>', `<w:p>${xml}`));
const lien = (type: string, cible: string, mode = ' TargetMode="External"') =>
  updatePartie(sain, LIENS, (texte) =>
    texte.replace(
      '</Relationships>',
      `<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${cible}"${mode}/></Relationships>`,
    ),
  );
const champ = (...morceaux: string[]) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${morceaux.map((m) => `<w:r><w:instrText xml:space="preserve">${m}</w:instrText></w:r>`).join('')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
const refus = (document: Uint8Array) => {
  try {
    verifyDocumentWord(document);
    return 'accepté';
  } catch (erreur) {
    expect(erreur).toBeInstanceOf(FichierIllisible);
    return (erreur as Error).message;
  }
};

describe('un document Word est gardé', () => {
  it('s’il est ordinaire', () => expect(refus(sain)).toBe('accepté'));

  it.each([
    ['un lien vers un site', 'hyperlink', 'https://www.service-public.fr'],
    ['une adresse de courriel', 'hyperlink', 'mailto:x@example.org'],
    ['la mise en page du poste qui l’a écrit', 'attachedTemplate', 'file:///C:\\Users\\a\\Charte.dotx'],
  ])('avec %s', async (_, type, cible) => expect(refus(await lien(type, cible))).toBe('accepté'));

  it.each([
    [['PAGE']],
    [[' NUM', 'PAGES \\* MERGEFORMAT ']],
    [['TOC \\o "1-3"']],
    [['HYPERLINK "https://example.org"']],
    [['HYPERLINK \\l "signet"']],
    [['= 2 + 2']],
  ])('avec le champ %j', async (morceaux) => {
    expect(refus(await dansLeCorps(champ(...morceaux)))).toBe('accepté');
  });
});

describe('un document Word est refusé, en disant quoi faire', () => {
  it.each([
    ['word/vbaProject.bin', 'porte une macro'],
    ['word/activeX/activeX1.xml', 'porte une macro'],
    ['word/embeddings/oleObject1.bin', 'porte une macro'],
    ['customUI/customUI.xml', 'porte une macro'],
  ])('s’il contient %s', async (nom, phrase) => {
    expect(refus(await updatePartie(sain, nom, () => 'x'))).toContain(phrase);
  });

  it.each([
    ['vnd.ms-word.document.macroEnabled.main+xml', 'porte une macro'],
    ['vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml', 'enregistrez-le au format'],
    ['vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', 'enregistrez-le au format'],
  ])('si son type est %s', async (type, phrase) => {
    const change = (xml: string) =>
      xml.replace('vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml', type);
    expect(refus(await updatePartie(sain, '[Content_Types].xml', change))).toContain(phrase);
  });

  it.each([
    ['image', 'https://traceur.example/pixel.png'],
    ['attachedTemplate', 'https://example.org/modele.dotm'],
    ['attachedTemplate', 'file://serveur/partage/modele.dotm'],
    ['attachedTemplate', '\\\\serveur\\partage\\modele.dotm'],
    ['hyperlink', 'file:///C:/Windows/System32/calc.exe'],
    ['hyperlink', 'javascript:alert(1)'],
    ['settings', 'https://example.org'],
  ])('s’il va chercher ailleurs : %s, %s', async (type, cible) => {
    expect(refus(await lien(type, cible))).toContain('va chercher');
    expect(refus(await lien(type, cible, " TargetMode='external'"))).toContain('va chercher');
  });

  it.each(['aFChunk', 'oleObject', 'subDocument', 'frame', 'control', 'package'])(
    's’il appelle un autre document : %s',
    async (type) => {
      expect(refus(await lien(type, 'autre.html', ''))).toContain('embarque ou appelle un autre document');
    },
  );

  it.each(['<w:altChunk r:id="rId9"/>', '<w:object/>', '<w:subDoc r:id="rId9"/>'])('s’il porte %s', async (xml) => {
    expect(refus(await dansLeCorps(xml))).toContain('embarque ou appelle un autre document');
  });

  it.each([
    [['DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"']],
    [[' d', 'de ', 'x']],
    [['INCLUDEPICTURE "https://traceur.example/p.png"']],
    [['INCLUDETEXT "C:\\\\secret.docx"']],
    [['MACROBUTTON Lancer ici']],
    [['QUOTE 68 68 69']],
    [['MERGEFIELD nom']],
    [['HYPERLINK "\\\\\\\\serveur\\\\partage"']],
    [['']],
  ])('s’il porte le champ %j', async (morceaux) => {
    expect(refus(await dansLeCorps(champ(...morceaux)))).toContain('contient un champ');
  });

  it('si le nom du champ est écrit par un autre champ', async () => {
    const imbrique = champ().replace('</w:r><w:r>', `</w:r>${champ('PAGE')}<w:r>`);
    expect(refus(await dansLeCorps(imbrique))).toContain('contient un champ');
  });

  it('si un champ simple en porte un interdit', async () => {
    expect(refus(await dansLeCorps('<w:fldSimple w:instr=" DDE Excel x "/>'))).toContain('contient un champ « DDE »');
  });

  it('si une partie cache une déclaration de type ou un autre encodage', async () => {
    const milliards = '<!DOCTYPE a [<!ENTITY b "&b;">]>';
    for (const change of [
      (xml: string) => xml.replace('?>', `?>${milliards}`),
      (xml: string) => xml.replace('UTF-8', 'UTF-16'),
      (xml: string) => `${xml}\u0000`,
    ])
      expect(refus(await updatePartie(sain, CORPS, change))).toContain('n’est pas fait comme Word les fait');
  });

  it.each([
    ['rien', Buffer.alloc(0), 'n’est pas un document Word'],
    ['un texte', Buffer.from('bonjour'), 'n’est pas un document Word'],
    ['un ancien .doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'mot de passe, ou dans l’ancien format'],
    ['un fichier trop gros', Buffer.alloc(TAILLE_WORD_MAXIMALE + 1), 'dépasse 5 Mo'],
  ])('si c’est %s', (_, octets, phrase) => expect(refus(octets)).toContain(phrase));

  it('s’il est coupé, ou s’il ment sur la taille d’une partie', async () => {
    expect(refus(sain.subarray(0, sain.length - 400))).toContain('n’est pas un document Word');
    const gros = await updatePartie(sain, CORPS, (xml) => xml.replace('CORPS', 'A'.repeat(3_000_000)));
    const menteur = Buffer.from(gros);
    const entree = menteur.lastIndexOf(Buffer.from(CORPS)) - 46;
    menteur.writeUInt32LE(1_000, entree + 24);
    expect(parseArchiveZip(menteur)?.get(CORPS)?.taille).toBe(1_000);
    expect(refus(menteur)).toContain('abîmé');
    menteur.writeUInt32LE(4_000_000, entree + 24);
    expect(refus(menteur)).toContain('abîmé');
  });

  it('s’il porte deux parties du même nom : Word pourrait ouvrir celle que l’on n’a pas lue', async () => {
    const autre = 'word/documenu.xml';
    const double = await updatePartie(sain, autre, () => '<w:document/>');
    const renomme = Buffer.from(double.toString('latin1').replaceAll(autre, CORPS), 'latin1');
    expect(refus(renomme)).toContain('n’est pas un document Word');
  });

  it('s’il annonce plus que ce qu’un courrier peut porter', () => {
    const bombe = Buffer.from(sain);
    bombe.writeUInt32LE(60_000_000, bombe.lastIndexOf(Buffer.from(CORPS)) - 46 + 24);
    expect(refus(bombe)).toContain('n’est pas fait comme Word les fait');
  });
});
