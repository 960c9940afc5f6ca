/** Écrire un modèle Word depuis une description qui se relit dans les différences : les trames que Marelle apporte. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** Dans un texte, `**gras**` est gras et `{balise}` sera remplie. */
export type BlocWord =
  | { titre: string }
  | { section: string }
  /** `detache` : un blanc le sépare de ce qui précède. */
  | { texte: string; detache?: true }
  /** Adresse, date, signature. */
  | { droite: string; detache?: true }
  | { puces: readonly string[] }
  /** Une ligne par élément de la liste `pour`. */
  | { tableau: { titres: readonly string[]; pour: string; cellules: readonly string[] } }
  /** Les blocs ne paraissent que si la balise est vraie ; ils se répètent si c'est une liste. */
  | { si: string; blocs: readonly BlocWord[] };

export type ModeleWord = {
  /** Titre du fichier, lu par les lecteurs d'écran et l'explorateur. */
  titre: string;
  entete: readonly string[];
  blocs: readonly BlocWord[];
  /** Avant « page 1 sur 2 ». */
  pied: string;
};

const POLICE = 'Calibri';
const CORPS = 22;
const MARGE = 1_134;
const TRAIT = { style: BorderStyle.SINGLE, size: 4, color: '808080' };
const ESPACE = { after: 120 };
const SERRE = { after: 40 };
const BLANC = { before: 320 };

/** Le fichier .docx du modèle, prêt à être rempli ou changé dans Word. */
export function buildModeleWord({ titre, entete, blocs, pied }: ModeleWord): Promise<Buffer> {
  const document = new Document({
    title: titre,
    creator: 'Marelle',
    styles: {
      default: {
        document: { run: { font: POLICE, size: CORPS, language: { value: 'fr-FR' } } },
        heading1: {
          run: { size: 32, bold: true, color: '000000' },
          paragraph: { spacing: { before: 240, after: 160 } },
        },
        heading2: {
          run: { size: 26, bold: true, color: '000000' },
          paragraph: { spacing: { before: 200, after: 80 } },
        },
      },
    },
    sections: [
      {
        properties: { page: { margin: { top: MARGE, right: MARGE, bottom: MARGE, left: MARGE } } },
        headers: { default: new Header({ children: entete.map(buildLigneDEntete) }) },
        footers: { default: new Footer({ children: [buildPied(pied)] }) },
        children: blocs.flatMap(buildBloc),
      },
    ],
  });
  return Packer.toBuffer(document);
}

function buildBloc(bloc: BlocWord): (Paragraph | Table)[] {
  if ('titre' in bloc) return [new Paragraph({ heading: HeadingLevel.HEADING_1, children: buildMorceaux(bloc.titre) })];
  if ('section' in bloc)
    return [new Paragraph({ heading: HeadingLevel.HEADING_2, children: buildMorceaux(bloc.section) })];
  if ('texte' in bloc) return [buildParagraphe(bloc.texte, bloc.detache)];
  if ('droite' in bloc)
    return [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: bloc.detache ? { ...SERRE, ...BLANC } : SERRE,
        children: buildMorceaux(bloc.droite),
      }),
    ];
  if ('puces' in bloc) return bloc.puces.map(buildPuce);
  if ('tableau' in bloc) return [buildTableau(bloc.tableau), new Paragraph({ spacing: ESPACE })];
  return [new Paragraph(`{#${bloc.si}}`), ...bloc.blocs.flatMap(buildBloc), new Paragraph(`{/${bloc.si}}`)];
}

/** Un filet sous la dernière ligne sépare l'en-tête de ce qui suit. */
function buildLigneDEntete(ligne: string, rang: number, lignes: readonly string[]): Paragraph {
  const derniere = rang === lignes.length - 1;
  const border = derniere ? { bottom: { ...TRAIT, space: 6 } } : undefined;
  return new Paragraph({ spacing: derniere ? { after: 280 } : SERRE, border, children: buildMorceaux(ligne) });
}

function buildParagraphe(texte: string, detache?: true): Paragraph {
  return new Paragraph({ spacing: detache ? { ...ESPACE, ...BLANC } : ESPACE, children: buildMorceaux(texte) });
}

/** Serrée contre les autres puces, un blanc après la dernière. */
function buildPuce(puce: string): Paragraph {
  return new Paragraph({
    bullet: { level: 0 },
    spacing: ESPACE,
    contextualSpacing: true,
    children: buildMorceaux(puce),
  });
}

function buildMorceaux(texte: string): TextRun[] {
  return texte
    .split('**')
    .map((morceau, rang) => new TextRun(rang % 2 === 1 ? { text: morceau, bold: true } : morceau))
    .filter((_, rang, tous) => tous.length === 1 || texte.split('**')[rang] !== '');
}

/** La balise qui ouvre est dans la première cellule et celle qui ferme dans la dernière : la ligne entière se répète. */
function buildTableau({
  titres,
  pour,
  cellules,
}: {
  titres: readonly string[];
  pour: string;
  cellules: readonly string[];
}) {
  const dernier = cellules.length - 1;
  const textes = cellules.map(
    (texte, rang) => `${rang === 0 ? `{#${pour}}` : ''}${texte}${rang === dernier ? `{/${pour}}` : ''}`,
  );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: {
      top: TRAIT,
      bottom: TRAIT,
      left: TRAIT,
      right: TRAIT,
      insideHorizontal: TRAIT,
      insideVertical: TRAIT,
    },
    rows: [
      buildLigne(
        titres.map((titre) => `**${titre}**`),
        true,
      ),
      buildLigne(textes, false),
    ],
  });
}

function buildLigne(textes: readonly string[], tableHeader: boolean): TableRow {
  return new TableRow({
    tableHeader,
    cantSplit: true,
    children: textes.map((texte) => new TableCell({ children: [new Paragraph({ children: buildMorceaux(texte) })] })),
  });
}

function buildPied(pied: string): Paragraph {
  const pagination = new TextRun({
    size: 18,
    children: [`${pied === '' ? '' : ' · '}page `, PageNumber.CURRENT, ' sur ', PageNumber.TOTAL_PAGES],
  });
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text: pied, size: 18 }), pagination],
  });
}
