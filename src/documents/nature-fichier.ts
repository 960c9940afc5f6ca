/**
 * Ce qu'un fichier reçu est vraiment, lu de son contenu et non de son nom. Sont admis le PDF, les images JPEG et PNG, le Word sans
 * macro (.docx), le texte et le courriel. Le nom doit dire la même chose : un fichier qui ment sur ce qu'il est n'entre pas.
 */
import { listEntreesZip } from './archive-zip.ts';

export const NATURES_FICHIER = {
  pdf: { libelle: 'un PDF', extensions: ['pdf'], type: 'application/pdf' },
  image: { libelle: 'une image', extensions: ['jpg', 'jpeg', 'png'], type: 'image/*' },
  word: {
    libelle: 'un document Word',
    extensions: ['docx'],
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  texte: { libelle: 'un texte', extensions: ['txt'], type: 'text/plain' },
  courriel: { libelle: 'un courriel', extensions: ['eml'], type: 'message/rfc822' },
} as const;
export type NatureFichier = keyof typeof NATURES_FICHIER;

export type FichierLu = { nature: NatureFichier } | { motif: string };

const ADMIS = 'Sont admis : PDF, JPEG, PNG, Word (.docx), texte (.txt) et courriel (.eml).';
/** Où commence un PDF ; quelques logiciels écrivent un peu avant. */
const DEBUT_PDF = 1024;
const DEBUT_COURRIEL = 8192;

const SIGNATURES: readonly { octets: readonly number[]; extensions: readonly string[]; nature: NatureFichier }[] = [
  { octets: [0xff, 0xd8, 0xff], extensions: ['jpg', 'jpeg'], nature: 'image' },
  { octets: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], extensions: ['png'], nature: 'image' },
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** L'ancien conteneur de Microsoft : .doc, .xls, .msg, ou un .docx chiffré. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** Ce qu'est ce fichier, ou pourquoi il n'entre pas. `maximum` en octets. */
export function parseNatureFichier(nom: string, contenu: Uint8Array, maximum: number): FichierLu {
  if (contenu.length === 0) return { motif: `« ${nom} » est vide.` };
  if (contenu.length > maximum)
    return { motif: `« ${nom} » dépasse ${Math.floor(maximum / 1_048_576)} Mo : envoyez-le en plusieurs parties.` };
  const vrai = findNature(nom, contenu);
  if ('motif' in vrai) return vrai;
  const extension = /\.([^.]+)$/.exec(nom)?.[1]?.toLowerCase() ?? '';
  if (vrai.extensions.includes(extension)) return { nature: vrai.nature };
  const { libelle } = NATURES_FICHIER[vrai.nature];
  return {
    motif: `« ${nom} » est en réalité ${libelle} : son nom devrait finir par .${vrai.extensions[0]}. Vérifiez d’où il vient.`,
  };
}

type Vrai = { nature: NatureFichier; extensions: readonly string[] } | { motif: string };

function findNature(nom: string, contenu: Uint8Array): Vrai {
  const signature = SIGNATURES.find(({ octets }) => startsWith(contenu, octets));
  if (signature) return signature;
  if (readLatin1(contenu.subarray(0, DEBUT_PDF)).includes('%PDF-')) return admet('pdf');
  if (startsWith(contenu, ZIP)) return findNatureZip(nom, contenu);
  if (startsWith(contenu, OLE))
    return {
      motif: `« ${nom} » est d’un ancien format de bureau, ou protégé par un mot de passe : enregistrez-le en PDF.`,
    };
  const texte = readTexte(contenu);
  if (texte === undefined) return { motif: `« ${nom} » n’est pas d’un format admis. ${ADMIS}` };
  return admet(isCourriel(texte) && /\.eml$/i.test(nom) ? 'courriel' : 'texte');
}

const admet = (nature: NatureFichier): Vrai => ({ nature, extensions: NATURES_FICHIER[nature].extensions });

/** Un .docx est une archive ; ce qui s'y exécute (macro, objet incorporé) le fait refuser. */
function findNatureZip(nom: string, contenu: Uint8Array): Vrai {
  const entrees = listEntreesZip(contenu);
  if (!entrees) return { motif: `« ${nom} » est abîmé : demandez-le de nouveau, ou joignez un PDF.` };
  if (!entrees.includes('[Content_Types].xml') || !entrees.includes('word/document.xml'))
    return { motif: `« ${nom} » n’est pas un document Word. ${ADMIS}` };
  if (entrees.some((entree) => /vbaproject|activex|\/embeddings\/.*\.(?:bin|exe|js|vbs|bat)$/i.test(entree)))
    return { motif: `« ${nom} » contient une macro ou un objet qui s’exécute : joignez-le en PDF.` };
  return admet('word');
}

function startsWith(contenu: Uint8Array, octets: readonly number[]): boolean {
  return octets.every((octet, rang) => contenu[rang] === octet);
}

function readLatin1(contenu: Uint8Array): string {
  return new TextDecoder('latin1').decode(contenu);
}

/** Le texte s'il en est un : aucun octet de commande hors tabulation et fins de ligne. */
function readTexte(contenu: Uint8Array): string | undefined {
  if (contenu.some((octet) => octet < 9 || octet === 11 || (octet > 13 && octet < 32 && octet !== 27) || octet === 127))
    return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(contenu);
  } catch {
    return readLatin1(contenu);
  }
}

function isCourriel(texte: string): boolean {
  return /^(?:from|received|return-path|message-id|subject|mime-version|date):/im.test(texte.slice(0, DEBUT_COURRIEL));
}
