/**
 * Un document Word reçu d'une personne, avant de le garder comme modèle : un vrai .docx, de taille raisonnable, sans rien qui
 * s'exécute ni n'aille chercher ailleurs à l'ouverture. Il sera rempli de données d'enfants et ouvert par tout un service.
 */
import { type EntreeZip, parseArchiveZip, readEntreeZip } from './archive-zip.ts';
import { FichierIllisible } from './fichier-illisible.ts';

/** Taille d'un modèle reçu : un courrier à en-tête, logo compris. */
export const TAILLE_WORD_MAXIMALE = 5_000_000;
const TAILLE_DEPLIEE_MAXIMALE = 50_000_000;
const ENTREES_MAXIMALES = 1_000;

const TYPE_DU_CORPS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
/** Ce qui s'exécute, ou qui embarque un autre programme. */
const ACTIF = /vbaproject|vbadata|macrosheets|activex|\/embeddings\/|oleobject|customui/i;
const TYPE_ACTIF = /macroenabled|vbaproject|activex|oleobject/i;
const LIEN_ACTIF =
  /\/(?:vbaProject|oleObject|package|control|aFChunk|frame|subDocument|ui\/extensibility|ui\/userCustomization)$/i;
/** Les champs de Word qui n'écrivent que ce que le document porte déjà ; tout autre est refusé. */
const CHAMPS = new Set(
  `page numpages sectionpages section date time createdate savedate printdate edittime author title subject keywords comments
  filename numwords numchars ref pageref noteref styleref toc tc xe index seq symbol hyperlink formtext formcheckbox
  formdropdown docproperty = eq advance listnum autonum autonumlgl autonumout`.split(/\s+/),
);

/** Lève `FichierIllisible`, qui dit quoi faire, si ce n'est pas un document Word que l'on peut garder. */
export function verifyDocumentWord(contenu: Uint8Array): void {
  if (contenu.length > TAILLE_WORD_MAXIMALE)
    refuse(`Ce document dépasse ${TAILLE_WORD_MAXIMALE / 1_000_000} Mo : allégez ses images.`);
  // « D0 CF 11 E0 » : l'ancien .doc, et tout document chiffré.
  if (Buffer.from(contenu.subarray(0, 4)).toString('hex') === 'd0cf11e0')
    refuse(
      'Ce document est protégé par un mot de passe, ou dans l’ancien format .doc : enregistrez-le en .docx, sans mot de passe.',
    );
  const entrees = [...(parseArchiveZip(contenu)?.values() ?? [])];
  verifyArchive(entrees);
  verifyTypes(entrees);
  for (const entree of entrees) {
    if (/\.rels$/i.test(entree.nom)) verifyLiens(readXml(entree));
    else if (/\.xml$/i.test(entree.nom)) verifyChamps(readXml(entree));
    else readEntreeZip(entree);
  }
}

function refuse(message: string): never {
  throw new FichierIllisible(message);
}

function verifyArchive(entrees: readonly EntreeZip[]): void {
  const noms = new Set(entrees.map(({ nom }) => nom.toLowerCase()));
  if (!noms.has('[content_types].xml')) refuse('Ce fichier n’est pas un document Word (.docx).');
  const deplie = entrees.reduce((total, { taille }) => total + taille, 0);
  if (noms.size !== entrees.length || entrees.length > ENTREES_MAXIMALES || deplie > TAILLE_DEPLIEE_MAXIMALE)
    refuse('Ce document n’est pas fait comme Word les fait : ouvrez-le dans Word et enregistrez-le de nouveau.');
  if (entrees.some(({ nom }) => ACTIF.test(nom)))
    refuse('Ce document porte une macro ou un objet actif : retirez-les, puis enregistrez-le en .docx.');
}

function verifyTypes(entrees: readonly EntreeZip[]): void {
  const types = entrees.find(({ nom }) => nom.toLowerCase() === '[content_types].xml');
  const texte = types ? readXml(types) : '';
  if (TYPE_ACTIF.test(texte))
    refuse('Ce document porte une macro ou un objet actif : retirez-les, puis enregistrez-le en .docx.');
  if (!texte.includes(`"${TYPE_DU_CORPS}"`))
    refuse('Ce fichier n’est pas un document Word ordinaire : enregistrez-le au format « Document Word (.docx) ».');
}

/** Le texte d'une partie XML. Une déclaration de type ou un autre encodage servirait à cacher quelque chose à ce contrôle. */
function readXml(entree: EntreeZip): string {
  const octets = readEntreeZip(entree);
  const texte = octets.toString('utf8').replace(/^\uFEFF/, '');
  if (octets.includes(0) || /<!(?:DOCTYPE|ENTITY)/i.test(texte) || /encoding=["'](?!utf-8)/i.test(texte.slice(0, 200)))
    refuse('Ce document n’est pas fait comme Word les fait : ouvrez-le dans Word et enregistrez-le de nouveau.');
  return texte;
}

function verifyLiens(xml: string): void {
  for (const [, attributs = ''] of xml.matchAll(/<(?:\w+:)?Relationship\b([^>]*)>/g)) {
    const type = readAttribut(attributs, 'Type');
    const cible = readAttribut(attributs, 'Target');
    if (LIEN_ACTIF.test(type))
      refuse('Ce document embarque ou appelle un autre document : retirez-le, gardez le texte.');
    if (readAttribut(attributs, 'TargetMode').toLowerCase() !== 'external') continue;
    if (/\/hyperlink$/i.test(type) && isLienOrdinaire(cible)) continue;
    // Word note ici d'où vient la mise en page ; sur le disque de qui l'a écrit, c'est sans effet ailleurs.
    if (/\/attachedTemplate$/i.test(type) && /^file:\/\/\/[a-z]:[\\/]/i.test(cible)) continue;
    refuse(
      `Ce document va chercher « ${cible.slice(0, 80)} » ailleurs : collez l’image ou le texte au lieu de les lier.`,
    );
  }
}

function isLienOrdinaire(cible: string): boolean {
  return /^(?:https?:\/\/|mailto:|tel:)/i.test(cible);
}

function readAttribut(attributs: string, nom: string): string {
  const lu = new RegExp(`(?:^|\\s)${nom}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributs);
  return (lu?.[1] ?? lu?.[2] ?? '').trim();
}

/** Un champ peut être coupé en morceaux, ou son nom écrit par un autre champ : on recolle ce qui suit chaque début. */
function verifyChamps(xml: string): void {
  if (/<w:(?:altChunk|object|control|subDoc)\b/.test(xml))
    refuse('Ce document embarque ou appelle un autre document : retirez-le, gardez le texte.');
  const simples = [...xml.matchAll(/<w:fldSimple\b([^>]*)>/g)].map(([, attributs = '']) =>
    readAttribut(attributs, 'w:instr'),
  );
  const composes = xml
    .split(/w:fldCharType\s*=\s*["']begin["']/)
    .slice(1)
    .map((suite) => [...suite.matchAll(/<w:instrText\b[^>]*>([^<]*)</g)].map(([, morceau]) => morceau).join(''));
  for (const champ of [...simples, ...composes]) {
    const [nom = '', ...reste] = champ
      .replace(/&quot;/g, '"')
      .trim()
      .split(/\s+/);
    const cible = /"([^"]*)"/.exec(reste.join(' '))?.[1] ?? '';
    const permis = nom.startsWith('=') || CHAMPS.has(nom.toLowerCase());
    const lienPermis = nom.toLowerCase() !== 'hyperlink' || reste.includes('\\l') || isLienOrdinaire(cible);
    if (!permis || !lienPermis)
      refuse(`Ce document contient un champ « ${nom} », qui irait chercher ou calculer autre chose : retirez-le.`);
  }
}
