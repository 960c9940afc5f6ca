/**
 * Les balises d'un modèle Word : `{nom}` écrit une valeur, `{#enfants}…{/enfants}` répète ou n'apparaît que si c'est vrai.
 * La bibliothèque qui remplit laisse passer une accolade seule, une fermeture d'un autre nom ou une balise dans une note de
 * bas de page, qu'elle n'ouvre pas : un document officiel partirait avec. Ici, on lit tout et l'on dit chaque faute.
 */
import { parseArchiveZip, readEntreeZip } from './archive-zip.ts';

export type Balise = { nom: string; ecrite: string; role: 'valeur' | 'ouvre' | 'ferme' };

/** Un modèle que l'on ne peut pas remplir tel quel. Une phrase par faute, à montrer à qui l'a écrit. */
export class ModeleFautif extends Error {
  override name = 'ModeleFautif';
  readonly fautes: readonly string[];
  constructor(fautes: readonly string[]) {
    super(fautes.join(' '));
    this.fautes = fautes;
  }
}

const REMPLIES = /^word\/(?:document|header|footer)\d*\.xml$/;
const PAS_REMPLIES = /^word\/(?:footnotes|endnotes|comments)\.xml$/;
const NOM = /^[a-z][a-z0-9_]*$/;

/** Word met une majuscule en début de ligne, une personne met un accent ou une espace : `{Date réception}` est `date_reception`. */
export function normaliseBalise(ecrite: string): string {
  return ecrite
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .trim()
    .toLowerCase()
    .replace(/[\s'’-]+/g, '_');
}

/** Les balises d'un modèle, dans l'ordre ; un tableau par partie (corps, en-têtes, pieds). Lève `ModeleFautif`. */
export function listBalises(modele: Uint8Array): Balise[][] {
  const entrees = [...(parseArchiveZip(modele)?.values() ?? [])];
  const fautes: string[] = [];
  const parties = entrees
    .filter(({ nom }) => REMPLIES.test(nom))
    .map((entree) => readBalises(readTexteWord(readEntreeZip(entree).toString('utf8')), fautes));
  for (const entree of entrees)
    if (PAS_REMPLIES.test(entree.nom) && /[{}]/.test(readTexteWord(readEntreeZip(entree).toString('utf8'))))
      fautes.push('Une note ou un commentaire contient une accolade : les balises ne s’y remplissent pas.');
  if (fautes.length > 0) throw new ModeleFautif([...new Set(fautes)]);
  return parties;
}

/** Le texte d'une partie Word, un paragraphe par ligne, entités comprises. */
export function readTexteWord(xml: string): string {
  const morceaux = xml.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<\/w:p>|<w:(?:br|cr|tab)\s*\/>/g);
  const texte = [...morceaux].map(([entier, contenu]) => contenu ?? (entier === '</w:p>' ? '\n' : ' ')).join('');
  return texte
    .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hexa, deci) =>
      formatCaractere(hexa ? Number.parseInt(hexa, 16) : Number(deci)),
    )
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, nom: keyof typeof ENTITES) => ENTITES[nom]);
}

const ENTITES = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function formatCaractere(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function readBalises(texte: string, fautes: string[]): Balise[] {
  const balises: Balise[] = [];
  for (const ligne of texte.split('\n')) {
    const sansBalises = ligne.replace(/\{([^{}]*)\}/g, (ecrite, contenu: string) => {
      const balise = parseBalise(ecrite, contenu.trim());
      if (typeof balise === 'string') fautes.push(balise);
      else balises.push(balise);
      return '';
    });
    if (/[{}]/.test(sansBalises))
      fautes.push(`Une accolade est seule près de « ${ligne.trim().slice(0, 60)} » : une balise tient dans une ligne.`);
  }
  fautes.push(...listFautesDImbrication(balises));
  return balises;
}

function parseBalise(ecrite: string, contenu: string): Balise | string {
  const signe = contenu[0];
  const role = signe === '#' ? 'ouvre' : signe === '/' ? 'ferme' : 'valeur';
  const nom = normaliseBalise(role === 'valeur' ? contenu : contenu.slice(1));
  if (nom === '') return `La balise « ${ecrite} » est vide : écrivez son nom entre les accolades.`;
  if (!NOM.test(nom))
    return `« ${ecrite} » n’est pas une balise : un nom ne porte que des lettres, des chiffres et « _ ».`;
  return { nom, ecrite, role };
}

/** Ce qui s'ouvre se ferme, sous le même nom, sans se croiser. */
function listFautesDImbrication(balises: readonly Balise[]): string[] {
  const ouvertes: string[] = [];
  for (const { nom, role, ecrite } of balises) {
    if (role === 'ouvre') ouvertes.push(nom);
    if (role !== 'ferme') continue;
    const ouverte = ouvertes.pop();
    if (ouverte === undefined) return [`« ${ecrite} » ferme une balise qui n’est pas ouverte.`];
    if (ouverte !== nom) return [`« {#${ouverte}} » est ouverte, mais c’est « ${ecrite} » qui ferme.`];
  }
  return ouvertes.map((nom) => `« {#${nom}} » n’est jamais fermée : ajoutez « {/${nom}} ».`);
}
