/** La boucle de la bibliothèque, à ceci près qu'une balise seule sur sa ligne n'y laisse pas de ligne vide. */
import { LoopPlugin, officeMarkup, TagPlacement, xml } from 'easy-template-x';

type Repeat = LoopPlugin['containerTagReplacements'];
type Balise = Parameters<Repeat>[0][number];
type Paragraphe = ReturnType<typeof officeMarkup.query.containingParagraphNode>;

/** Attribut posé le temps de la boucle sur les lignes à retirer ; il ne part jamais dans le document. */
const A_RETIRER = 'marelle-a-retirer';
let rang = 0;

export function createBoucle(): LoopPlugin {
  const greffon = new LoopPlugin();
  const repeat: Repeat = greffon.containerTagReplacements.bind(greffon);
  greffon.containerTagReplacements = async (balises, donnees, contexte) => {
    const lignes = listLignesSeules(balises);
    const parent = lignes[0]?.parentNode;
    // Une boucle dans une autre ne retire que les siennes.
    rang += 1;
    const sienne = String(rang);
    for (const ligne of lignes) ligne.attributes = { ...ligne.attributes, [A_RETIRER]: sienne };
    await repeat(balises, donnees, contexte);
    for (const enfant of [...(parent?.childNodes ?? [])])
      if ('attributes' in enfant && enfant.attributes?.[A_RETIRER] === sienne) xml.modify.remove(enfant);
  };
  return greffon;
}

/** Les deux lignes des balises, si chacune est seule sur la sienne, hors d'un tableau et d'une liste. */
function listLignesSeules(balises: readonly Balise[]): Paragraphe[] {
  const lignes = [balises[0], balises.at(-1)].map((balise) => balise && findLigneSeule(balise));
  const [premiere, derniere] = lignes;
  if (!(premiere && derniere) || premiere === derniere || premiere.parentNode !== derniere.parentNode) return [];
  return [premiere, derniere];
}

function findLigneSeule(balise: Balise): Paragraphe | null {
  if (balise.placement !== TagPlacement.TextNode) return null;
  const ligne = officeMarkup.query.containingParagraphNode(balise.xmlTextNode);
  const seule =
    !officeMarkup.query.containingTableCellNode(ligne) &&
    !officeMarkup.query.isListParagraph(ligne) &&
    readTexte(ligne).trim() === balise.rawText;
  return seule ? ligne : null;
}

type Noeud = { textContent?: string; childNodes?: readonly Noeud[] };

function readTexte({ textContent = '', childNodes = [] }: Noeud): string {
  return textContent + childNodes.map(readTexte).join('');
}
