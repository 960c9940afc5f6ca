import { TemplateHandler, Zip } from 'easy-template-x';

/** Le texte du corps, des en-têtes et des pieds, lu par un autre que nous, sur une ligne. */
export async function readTexteDuDocument(document: Buffer): Promise<string> {
  const zip = await Zip.load(document);
  const lecteur = new TemplateHandler();
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const types = [`${relation}officeDocument`, `${relation}header`, `${relation}footer`].filter(
    (type) => !type.endsWith('er') || zip.listFiles().some((nom) => nom.includes(type.slice(relation.length))),
  );
  const textes = await Promise.all(types.map((type) => lecteur.getText(document, type)));
  return textes.join(' ');
}

/** Le même document, une de ses parties changée ou ajoutée. */
export async function updatePartie(document: Buffer, nom: string, change: (xml: string) => string): Promise<Buffer> {
  const zip = await Zip.load(document);
  const partie = zip.getFile(nom);
  zip.setFile(nom, change(partie ? await partie.getContentText() : ''));
  return zip.export(Buffer);
}
