/**
 * Remplir un modèle Word que les agents écrivent. Rien ne s'exécute : une balise ne donne que du texte, jamais du XML, une
 * image ou un lien, et ne lit que ce qu'on lui a passé.
 */
import { type ScopeDataResolver, TagDisposition, TemplateHandler, TextPlugin } from 'easy-template-x';
import { FichierIllisible } from './fichier-illisible.ts';
import { listBalises, ModeleFautif, normaliseBalise } from './word-balises.ts';
import { createBoucle } from './word-boucle.ts';

export type ValeurWord = string | number | boolean | null | undefined | readonly DonneesWord[];
/** Nom de balise → ce qu'elle écrit. Un nom présent sans valeur est une donnée qui manque ; un nom absent, une balise inconnue. */
export type DonneesWord = Readonly<{ [nom: string]: ValeurWord }>;

// Assez pour un tableau dans une zone de texte ; au-delà, le document est fait pour épuiser le lecteur.
const PROFONDEUR_MAXIMALE = 80;

/**
 * Le document rempli. Une donnée qui manque se lit « [à compléter : son libellé] », jamais un blanc. Lève `ModeleFautif`, qui
 * nomme chaque balise inconnue ou mal écrite, ou `FichierIllisible`.
 */
export async function buildDocumentWord(
  modele: Uint8Array,
  donnees: DonneesWord,
  libelles: Readonly<Record<string, string>> = {},
): Promise<Buffer> {
  listBalises(modele);
  const fautes = new Set<string>();
  const moteur = new TemplateHandler({
    // Sans les autres greffons, une donnée ne peut devenir ni image, ni lien, ni XML brut.
    plugins: [createBoucle(), new TextPlugin()],
    maxXmlDepth: PROFONDEUR_MAXIMALE,
    scopeDataResolver: createLecteur(donnees, libelles, fautes),
  });
  const rempli = await moteur.process(Buffer.from(modele), {}).catch((erreur: unknown) => {
    throw formatErreur(erreur);
  });
  if (fautes.size > 0) throw new ModeleFautif([...fautes]);
  return rempli;
}

type Chemin = Parameters<ScopeDataResolver>[0]['path'];

/** Cherche une balise dans l'élément répété où elle se trouve, puis autour de lui. */
function createLecteur(
  donnees: DonneesWord,
  libelles: Readonly<Record<string, string>>,
  fautes: Set<string>,
): ScopeDataResolver {
  return ({ path }) => {
    const balise = path.at(-1);
    if (balise === undefined || typeof balise === 'number') return '';
    const nom = normaliseBalise(balise.name ?? '');
    const portee = listPortees(donnees, path.slice(0, -1)).find((lieu) => Object.hasOwn(lieu, nom));
    if (!portee) fautes.add(`La balise « ${balise.rawText} » n’existe pas pour ce document.`);
    const valeur = portee?.[nom];
    if (balise.disposition !== TagDisposition.SelfClosed) return formatOuverture(valeur);
    if (typeof valeur === 'object' && valeur !== null)
      fautes.add(`« ${balise.rawText} » est une liste : écrivez « {#${nom}} » avant et « {/${nom}} » après.`);
    return formatValeur(valeur, Object.hasOwn(libelles, nom) ? (libelles[nom] ?? nom) : nom);
  };
}

/** Les données qui entourent la balise, de la plus proche à la plus lointaine. */
function listPortees(donnees: DonneesWord, chemin: Chemin): DonneesWord[] {
  const portees = [donnees];
  let liste: ValeurWord;
  for (const pas of chemin) {
    if (typeof pas === 'number') {
      const element = Array.isArray(liste) ? (liste as readonly DonneesWord[])[pas] : undefined;
      if (element) portees.unshift(element);
    } else {
      const nom = normaliseBalise(pas.name ?? '');
      liste = portees.find((lieu) => Object.hasOwn(lieu, nom))?.[nom];
    }
  }
  return portees;
}

/** La bibliothèque répète un tableau ; le reste est une condition. */
function formatOuverture(valeur: ValeurWord) {
  if (Array.isArray(valeur)) return valeur.map(() => ({}));
  return Boolean(valeur) && valeur !== '';
}

function formatValeur(valeur: ValeurWord, libelle: string): string {
  if (typeof valeur === 'boolean') return valeur ? 'oui' : 'non';
  const texte = typeof valeur === 'number' ? String(valeur) : typeof valeur === 'string' ? cleanTexte(valeur) : '';
  return texte.trim() === '' ? `[à compléter : ${libelle}]` : texte;
}

/** XML refuse ces caractères : Word dirait le document abîmé. */
function cleanTexte(texte: string): string {
  return texte.replace(/\r\n?/g, '\n').replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '');
}

function formatErreur(erreur: unknown): Error {
  const nom = erreur instanceof Error ? erreur.constructor.name : '';
  if (/Tag|Delimiter|Syntax|MaxXmlDepth/.test(nom))
    return new ModeleFautif([
      'Une balise n’est pas à sa place : ouvrez et fermez-la dans le même tableau ou la même page.',
    ]);
  return new FichierIllisible('Ce document Word est abîmé : ouvrez-le dans Word et enregistrez-le en .docx.');
}
