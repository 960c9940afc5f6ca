import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { formatCelluleLue, parseJourDeCellule } from './cellule.ts';
import { FichierIllisible } from './fichier-illisible.ts';
import { buildClasseur, buildFeuille } from './tableur-ecriture.ts';
import { type LigneLue, parseTableau } from './tableur-lecture.ts';

const utf8 = (texte: string) => new TextEncoder().encode(texte);

/** Windows-1252 pour les caractères français : Latin-1, plus l'euro et le « œ ». */
function windows1252(texte: string): Uint8Array {
  const propres: Record<string, number> = { '€': 0x80, œ: 0x9c, '’': 0x92 };
  return Uint8Array.from(texte, (lettre) => propres[lettre] ?? lettre.charCodeAt(0));
}

function utf16(texte: string, petitBout: boolean, marque: boolean): Uint8Array {
  const contenu = new Uint8Array((texte.length + 1) * 2);
  const vue = new DataView(contenu.buffer);
  vue.setUint16(0, 0xfeff, petitBout);
  for (let i = 0; i < texte.length; i += 1) vue.setUint16((i + 1) * 2, texte.charCodeAt(i), petitBout);
  return marque ? contenu : contenu.subarray(2);
}

async function lire(contenu: Uint8Array, options?: { feuille?: string }) {
  const { lignes, ...reste } = await parseTableau(contenu, options);
  const lues: LigneLue[] = [];
  for await (const ligne of lignes) lues.push(ligne);
  return { ...reste, lignes: lues };
}

async function classeur(remplir: (classeur: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const cree = new ExcelJS.Workbook();
  remplir(cree);
  return new Uint8Array(await cree.xlsx.writeBuffer());
}

/** Un classeur tel qu'un logiciel l'écrit au fil de l'eau : la feuille d'abord, ses textes ensuite ou dans les cellules. */
async function enFlux(textesAPart: boolean, remplir: (onglet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const morceaux: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (morceau: Buffer) => morceaux.push(morceau));
  const cree = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useSharedStrings: textesAPart, useStyles: true });
  const onglet = cree.addWorksheet('Feuille');
  remplir(onglet);
  onglet.commit();
  await cree.commit();
  return new Uint8Array(Buffer.concat(morceaux));
}

describe('lire un CSV', () => {
  const texte = 'nom;prénom\nLefèvre;Zoé\nÉluard;Noël\n';
  it.each([
    ['UTF-8', utf8(texte)],
    ['UTF-8 avec marque', utf8(`\ufeff${texte}`)],
    ['UTF-16 petit-boutiste avec marque', utf16(texte, true, true)],
    ['UTF-16 gros-boutiste avec marque', utf16(texte, false, true)],
    ['UTF-16 petit-boutiste sans marque', utf16(texte, true, false)],
    ['UTF-16 gros-boutiste sans marque', utf16(texte, false, false)],
    ['Windows-1252', windows1252(texte)],
  ])('encodé en %s garde ses accents', async (_, contenu) => {
    const { entetes, lignes } = await lire(contenu);
    expect(entetes).toEqual(['nom', 'prénom']);
    expect(lignes.map(({ valeurs }) => valeurs.nom)).toEqual(['Lefèvre', 'Éluard']);
    expect(lignes[1]?.valeurs.prénom).toBe('Noël');
  });

  it('en Windows-1252 garde l’euro et le « œ »', async () => {
    const { lignes } = await lire(windows1252('a;b\nsœur;12 €\n'));
    expect(lignes[0]?.valeurs).toEqual({ a: 'sœur', b: '12 €' });
  });

  it.each([';', ',', '\t', '|'])('séparé par « %s » malgré les autres signes dans les cellules', async (separateur) => {
    const cellules = (...liste: string[]) => liste.map((cellule) => `"${cellule}"`).join(separateur);
    const contenu = [cellules('nom', 'adresse', 'âge'), cellules('A; B', '1, rue | du Port', '3')].join('\r\n');
    const { entetes, lignes } = await lire(utf8(contenu));
    expect(entetes).toEqual(['nom', 'adresse', 'âge']);
    expect(lignes[0]?.valeurs.adresse).toBe('1, rue | du Port');
  });

  it("n'est pas trompé par des virgules décimales ou une seule colonne", async () => {
    expect((await lire(utf8('nom;part\nA;1,5\nB;2,5\nC;3,5\n'))).entetes).toEqual(['nom', 'part']);
    expect((await lire(utf8('nom\nDupont\nMartin\n'))).lignes.map(({ valeurs }) => valeurs.nom)).toEqual([
      'Dupont',
      'Martin',
    ]);
    expect((await lire(utf8('sep=|\nnom|prénom\nA|B\n'))).lignes[0]).toMatchObject({
      numero: 3,
      valeurs: { nom: 'A' },
    });
  });

  it('garde les guillemets, les retours à la ligne et le numéro de ligne du fichier', async () => {
    const { lignes } = await lire(utf8('nom;note\n\n"O""Neil";"deux\nlignes"\n;\n  \nMartin;"5" étage"\n'));
    expect(lignes).toEqual([
      { numero: 3, valeurs: { nom: 'O"Neil', note: 'deux\nlignes' }, surplus: [] },
      { numero: 7, valeurs: { nom: 'Martin', note: '"5" étage"' }, surplus: [] },
    ]);
  });

  it('saute le titre du document, nomme les colonnes sans titre et distingue les doublons', async () => {
    const { entetes, avertissements, lignes } = await lire(
      utf8('Agents au 1er janvier;;;\nnom;nom;;ville;;\nA;B;C;D;;\nE;F;G;H;;I\n'),
    );
    expect(entetes).toEqual(['nom', 'nom (2)', 'Colonne C', 'ville']);
    expect(avertissements).toEqual([
      'Deux colonnes s’appellent « nom » : la seconde devient « nom (2) ».',
      'Les lignes avant les titres (ligne 2) ne sont pas lues.',
    ]);
    expect(lignes[0]?.valeurs).toEqual({ nom: 'A', 'nom (2)': 'B', 'Colonne C': 'C', ville: 'D' });
    expect(lignes[1]).toMatchObject({ numero: 4, surplus: ['I'] });
  });

  it('de 60 000 lignes se lit au fil de l’eau, sans perdre une ligne à la coupure des morceaux', async () => {
    const contenu = utf8(`n;nom\n${Array.from({ length: 60_000 }, (_, n) => `${n};"É${n}, ""x"""`).join('\n')}`);
    const { lignes } = await parseTableau(contenu);
    let attendu = 0;
    for await (const { numero, valeurs } of lignes) {
      if (valeurs.n !== String(attendu) || valeurs.nom !== `É${attendu}, "x"` || numero !== attendu + 2)
        throw new Error(`ligne ${numero} : ${JSON.stringify(valeurs)}`);
      attendu += 1;
    }
    expect(attendu).toBe(60_000);
  });

  it.each([
    ['Ce fichier est vide.', new Uint8Array()],
    ['aucune ligne remplie', utf8('\n ; ; \n\n')],
    ['ni un CSV ni un classeur', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 13, 10, 0, 7, 0])],
    ['PDF', utf8('%PDF-1.7 …')],
    ['l’ancien format .xls', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1])],
    ['abîmé', utf8('PK\u0003\u0004 nom;prénom')],
  ])('refuse en français : « %s »', async (message, contenu) => {
    await expect(lire(contenu)).rejects.toThrow(message);
  });

  it("dit la ligne d'un guillemet jamais fermé", async () => {
    await expect(lire(utf8('nom;note\nA;b\nB;"oups\nC;d\n'))).rejects.toThrow(
      'Un guillemet ouvert à la ligne 3 n’est jamais fermé.',
    );
  });
});

describe('lire un classeur Excel', () => {
  it('rend chaque cellule en texte : dates, heures, nombres, formules, texte enrichi, erreurs', async () => {
    const contenu = await classeur((cree) => {
      const onglet = cree.addWorksheet('Agents');
      onglet.addRow(['nom', 'né le', 'à', 'heure', 'part', 'actif', 'calcul', 'riche', 'lien', 'erreur']);
      const ligne = onglet.addRow([' Zoé ', 46347, 46347.604166666664, 0.5, 0.1 + 0.2, true]);
      ligne.getCell(2).numFmt = 'dd/mm/yyyy';
      ligne.getCell(3).numFmt = 'dd/mm/yyyy hh:mm';
      ligne.getCell(4).numFmt = 'hh:mm';
      ligne.getCell(7).value = { formula: 'B2', result: 46347 };
      ligne.getCell(7).numFmt = 'dd/mm/yyyy';
      ligne.getCell(8).value = { richText: [{ text: 'Le ' }, { text: 'Goff' }] };
      ligne.getCell(9).value = { text: 'a@exemple.fr', hyperlink: 'mailto:a@exemple.fr' };
      ligne.getCell(10).value = { error: '#N/A' };
    });
    expect((await lire(contenu)).lignes[0]?.valeurs).toEqual({
      nom: 'Zoé',
      'né le': '2026-11-21',
      à: '2026-11-21T14:30:00',
      heure: '12:00',
      part: '0.3',
      actif: 'oui',
      calcul: '2026-11-21',
      riche: 'Le Goff',
      lien: 'a@exemple.fr',
      erreur: '#N/A',
    });
  });

  it("lit l'onglet visible rempli, saute les lignes vides et dit les autres onglets", async () => {
    const contenu = await classeur((cree) => {
      cree.addWorksheet('Listes', { state: 'hidden' }).addRow(['caché', 'x']);
      cree.addWorksheet('Vide');
      const onglet = cree.addWorksheet('Agents');
      onglet.getCell('A2').value = 'Liste des agents';
      onglet.getRow(4).values = ['nom', 'prénom'];
      onglet.getRow(7).values = ['Martin', 'Léa'];
      cree.addWorksheet('Autre').addRow(['a', 'b']);
    });
    const lu = await lire(contenu);
    expect(lu.lignes).toEqual([{ numero: 7, valeurs: { nom: 'Martin', prénom: 'Léa' }, surplus: [] }]);
    expect(lu.avertissements).toEqual([
      'Onglet lu : « Agents ». Autres onglets : « Autre ».',
      'Les lignes avant les titres (ligne 4) ne sont pas lues.',
    ]);
    expect((await lire(contenu, { feuille: 'Autre' })).entetes).toEqual(['a', 'b']);
    await expect(lire(contenu, { feuille: 'Listes' })).rejects.toThrow('n’a pas d’onglet « Listes »');
  });

  it('de 1904 ou sans textes à part, se lit de même', async () => {
    const depuis1904 = await classeur((cree) => {
      cree.properties.date1904 = true;
      const onglet = cree.addWorksheet('Mac');
      onglet.addRow(['né le', 'calcul']);
      const ligne = onglet.addRow([46347 - 1462, '']);
      ligne.getCell(2).value = { formula: 'A2', result: 46347.25 - 1462 };
      for (const rang of [1, 2]) ligne.getCell(rang).numFmt = 'dd/mm/yyyy';
    });
    expect((await lire(depuis1904)).lignes[0]?.valeurs).toEqual({
      'né le': '2026-11-21',
      calcul: '2026-11-21T06:00:00',
    });
    const sansTextes = await enFlux(false, (onglet) => onglet.addRow(['nom', 'Été & <fils>']).commit());
    expect((await lire(sansTextes)).entetes).toEqual(['nom', 'Été & <fils>']);
  });

  it('dont la feuille précède les textes se lit sans rien écrire sur le disque', async () => {
    const avant = readdirSync(tmpdir());
    const contenu = await enFlux(true, (onglet) => {
      for (let n = 0; n < 5_000; n += 1) onglet.addRow([`nom ${n}`, `prénom ${n % 7}`]).commit();
    });
    const { lignes } = await parseTableau(contenu);
    let lues = 0;
    for await (const { valeurs } of lignes) {
      lues += 1;
      expect(valeurs['nom 0']).toBe(`nom ${lues}`);
      if (lues === 10)
        expect(readdirSync(tmpdir()).filter((nom) => /^tmp-/.test(nom) && !avant.includes(nom))).toEqual([]);
    }
    expect(lues).toBe(4_999);
  });

  it('dont les cellules portent du texte mis en forme qu’on lirait à moitié est refusé', async () => {
    const contenu = await enFlux(false, (onglet) =>
      onglet.addRow(['nom', { richText: [{ text: 'Le ' }, { font: { bold: true }, text: 'Goff' }] }]).commit(),
    );
    await expect(lire(contenu)).rejects.toThrow('textes mis en forme');
  });

  it.each([0.3, 0.6, 0.95])('abîmé aux %s de sa longueur est refusé en français', async (part) => {
    const contenu = await classeur((cree) => {
      const onglet = cree.addWorksheet('A');
      for (let n = 0; n < 500; n += 1) onglet.addRow([`nom ${n * 7919}`, n]);
    });
    contenu.fill(0x5a, Math.floor(contenu.length * part), Math.floor(contenu.length * part) + 40);
    await expect(lire(contenu)).rejects.toThrow(FichierIllisible);
  });

  it('refuse une bombe de décompression avant de la déplier', async () => {
    const contenu = await classeur((cree) => cree.addWorksheet('A').addRow(['a', 'b']));
    const vue = new DataView(contenu.buffer, contenu.byteOffset);
    for (let i = 0; i + 46 < contenu.length; i += 1)
      if (vue.getUint32(i, true) === 0x02014b50) vue.setUint32(i + 24, 0x7fffffff, true);
    await expect(lire(contenu)).rejects.toThrow('trop gros');
  });

  it('refuse un classeur dont le répertoire ment sur le nombre de ses parties : sa taille ne se sait pas', async () => {
    const contenu = Buffer.from(await classeur((c) => c.addWorksheet('a').addRow(['x'])));
    contenu.writeUInt16LE(60_000, contenu.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1')) + 10);
    await expect(lire(contenu)).rejects.toThrow('abîmé');
  });
});

describe('une date de tableur', () => {
  it.each([
    ['46347', '2026-11-21'],
    ['46347.0', '2026-11-21'],
    ['61', '1900-03-01'],
    ['2026-11-21T00:00:00', '2026-11-21'],
    ['21/11/2026', '2026-11-21'],
    ['21112026', '2026-11-21'],
  ])('« %s » est le %s', (texte, jour) => {
    expect(parseJourDeCellule(texte)).toEqual({ ok: true, jour });
  });

  it.each(['60', '0', '-5', '999999', '46347.5', 'néant'])("« %s » n'en est pas une", (texte) => {
    expect(parseJourDeCellule(texte).ok).toBe(false);
  });

  it('vide reste vide', () => {
    expect(formatCelluleLue(null)).toBe('');
  });
});

describe('écrire un classeur Excel', () => {
  type Agent = { nom: string; ne: string | null; charge: number | null; actif: boolean };
  const agents: Agent[] = [
    { nom: '=cmd|calc!A1', ne: '2000-02-29', charge: 31.5, actif: true },
    { nom: 'Lefèvre & <fils>\u0007', ne: null, charge: null, actif: false },
    { nom: '+33 6', ne: '1899-05-01', charge: 0, actif: false },
  ];
  const feuille = (lignes: Iterable<Agent> | AsyncIterable<Agent>, nom = 'Agents [EDS]: été') =>
    buildFeuille<Agent>({
      nom,
      lignes,
      piedDePage: 'Confidentiel & interne',
      colonnes: [
        { titre: 'Nom', type: 'texte', valeur: ({ nom }) => nom },
        { titre: 'Né le', type: 'jour', valeur: ({ ne }) => ne },
        { titre: 'Charge', type: 'nombre', valeur: ({ charge }) => charge },
        { titre: 'Actif', type: 'booleen', valeur: ({ actif }) => actif, largeur: 10 },
      ],
    });

  it('pose de vraies dates, de vrais nombres, des titres figés et filtrables, et aucune formule', async () => {
    const lu = new ExcelJS.Workbook();
    await lu.xlsx.load((await buildClasseur([feuille(agents)])).buffer as ArrayBuffer);
    const onglet = lu.worksheets[0]!;
    expect(onglet.name).toBe('Agents EDS été');
    expect(onglet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(onglet.autoFilter).toBe('A1:D1');
    expect(onglet.getCell('A2').type).toBe(ExcelJS.ValueType.String);
    expect(onglet.getCell('A2').value).toBe('=cmd|calc!A1');
    expect(onglet.getCell('B2').type).toBe(ExcelJS.ValueType.Date);
    expect(onglet.getCell('C2').value).toBe(31.5);
    expect(onglet.getCell('C4').value).toBe(0);
    expect(onglet.getCell('B4').value).toBe('1899-05-01');
    expect(onglet.headerFooter.oddFooter).toContain('Confidentiel && interne');
  });

  it('se relit à l’identique', async () => {
    const { lignes } = await lire(await buildClasseur([feuille(agents)]));
    expect(lignes.map(({ valeurs }) => valeurs)).toEqual([
      { Nom: '=cmd|calc!A1', 'Né le': '2000-02-29', Charge: '31.5', Actif: 'oui' },
      { Nom: 'Lefèvre & <fils>', 'Né le': '', Charge: '', Actif: 'non' },
      { Nom: '+33 6', 'Né le': '1899-05-01', Charge: '0', Actif: 'non' },
    ]);
  });

  it('sans ligne, garde ses titres ; deux feuilles du même nom sont refusées', async () => {
    expect((await lire(await buildClasseur([feuille([])]))).entetes).toEqual(['Nom', 'Né le', 'Charge', 'Actif']);
    await expect(buildClasseur([feuille([], 'A'), feuille([], 'a')])).rejects.toThrow('Deux feuilles s’appellent');
  });

  it('écrit et relit 20 000 lignes venues au fil de l’eau', async () => {
    async function* source() {
      for (let n = 0; n < 20_000; n += 1) yield { nom: `Élève ${n}`, ne: '2015-03-01', charge: n, actif: n % 2 === 0 };
    }
    const { lignes } = await lire(await buildClasseur([feuille(source())]));
    expect(lignes).toHaveLength(20_000);
    expect(lignes.at(-1)?.valeurs).toEqual({
      Nom: 'Élève 19999',
      'Né le': '2015-03-01',
      Charge: '19999',
      Actif: 'non',
    });
  });
});
