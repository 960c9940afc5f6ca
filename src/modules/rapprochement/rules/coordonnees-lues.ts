/** Une adresse et un téléphone tels qu'on les compare. */
import { normaliseLibelle } from '#shared/nom-propre.ts';

/** `rue` sans le genre de voie (rue, avenue…) ni les mots vides ; `numero` avec son « bis ». */
export type AdresseLue = {
  readonly texte: string;
  readonly numero: string;
  readonly rue: string;
  readonly mots: readonly string[];
};

const GENRES_DE_VOIE = new Set(
  (
    'rue r avenue av ave boulevard bd bld boul chemin che ch impasse imp allee allees all place pl route rte quai square sq ' +
    'cours passage voie lotissement lot residence res sentier cite hameau clos faubourg fg appartement appt apt batiment bat ' +
    'etage escalier esc street road rd drive dr court crt crescent cres lane ln way terrace tce close circuit cct parade pde ' +
    'de du des d la le les l a au aux et chez'
  ).split(' '),
);
const BIS = /^(?:bis|ter|quater|[a-d])$/;

export function parseAdresse(texte: string | null | undefined): AdresseLue | null {
  const mots = normaliseLibelle(texte ?? '')
    .split(' ')
    .filter(Boolean);
  if (mots.length === 0) return null;
  const rang = mots.findIndex((mot) => /^\d+[a-d]?$/.test(mot));
  const suite = rang >= 0 && BIS.test(mots[rang + 1] ?? '') ? mots[rang + 1] : '';
  const numero = rang >= 0 ? `${mots[rang]}${suite}` : '';
  const autres = mots.filter((_, i) => i !== rang && !(suite !== '' && i === rang + 1));
  const pleins = autres.filter((mot) => !GENRES_DE_VOIE.has(mot));
  const rue = (pleins.length > 0 ? pleins : autres).join('');
  return { texte: `${numero} ${rue}`, numero, rue, mots: pleins.length > 0 ? pleins : autres };
}

/** « Saint-Lô Cedex 2 » et « ST LO » sont la même commune. */
export function parseCommune(texte: string | null | undefined): string {
  return normaliseLibelle(texte ?? '')
    .replace(/ cedex.*$/, '')
    .replace(/\b(?:ste?)\b/g, (mot) => (mot === 'st' ? 'saint' : 'sainte'))
    .replace(/\b(?:le|la|les|l|de|du|des|d|sur|sous|en)\b/g, '')
    .replace(/ /g, '');
}

export function parseCodePostal(texte: string | null | undefined): string {
  const net = (texte ?? '').replace(/[^0-9a-z]/gi, '').toLowerCase();
  // Un tableur a ôté le zéro de tête : « 1000 » pour « 01000 ».
  return /^\d{4}$/.test(net) ? `0${net}` : net;
}

/** Les chiffres, l'indicatif français ramené au zéro ; vide s'il y en a trop peu. */
export function parseTelephone(texte: string | null | undefined): string {
  const chiffres = (texte ?? '')
    .replace(/\D/g, '')
    .replace(/^00/, '')
    .replace(/^33(?=\d{9}$)/, '0');
  const complet = chiffres.length === 9 && /^[1-9]/.test(chiffres) ? `0${chiffres}` : chiffres;
  return complet.length >= 6 && !/^(\d)\1+$/.test(complet) ? complet : '';
}

/** « f », « m », ou vide. */
export function parseSexe(texte: string | null | undefined): '' | 'f' | 'm' {
  const net = normaliseLibelle(texte ?? '');
  if (/^(?:f|feminin|female|femme|fille|mme|madame|mlle|mademoiselle|2|w|woman|girl)$/.test(net)) return 'f';
  return /^(?:m|h|g|masculin|male|homme|garcon|mr|monsieur|1|man|boy)$/.test(net) ? 'm' : '';
}
