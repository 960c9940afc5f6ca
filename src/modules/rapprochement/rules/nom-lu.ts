/** Un nom ou un prénom tel qu'on le compare : ses mots, ce qu'il en reste sans particule, comment il se prononce. */
import { normaliseLibelle } from '#shared/nom-propre.ts';
import { computeClePhonetique, computeCleTranscription } from './cle-phonetique.ts';
import { computeLettres } from './distance.ts';

export type NomLu = {
  /** Sans accents ni casse, mots séparés d'une espace. */
  readonly texte: string;
  readonly mots: readonly string[];
  /** Les mots collés : ni espace, ni trait d'union, ni apostrophe. */
  readonly colle: string;
  /** Collé, sans les particules. */
  readonly noyau: string;
  readonly phonetique: string;
  readonly transcription: string;
  /** Les lettres du nom collé, un bit chacune. */
  readonly lettres: number;
  /** Un numéro par nom écrit, pour retenir les comparaisons. */
  readonly numero: number;
};

const PARTICULES = new Set(
  (
    'de du des d la le les l el al ul ben bin ibn bent bint ait ould abu abou bou van von der den ter ' +
    'di da do dos das del della dal dalla lo y e mac mc o saint'
  ).split(' '),
);
const ABREGES: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', mlle: '', mme: '', mr: '', vve: '' };
// Ce que l'on écrit dans une case quand on ne sait pas.
const INCONNUS = new Set([
  'x',
  'xx',
  'xxx',
  'inconnu',
  'inconnue',
  'nc',
  'nr',
  'na',
  'n a',
  'neant',
  'sans',
  'unknown',
  'null',
  'non renseigne',
]);

/** Un même nom revient souvent dans une liste : il n'est lu qu'une fois. */
const lus = new Map<string, NomLu | null>();
const LUS_GARDES = 200_000;
let numeroSuivant = 0;

/** Nul si la case est vide ou dit qu'on ne sait pas. */
export function parseNom(texte: string | null | undefined): NomLu | null {
  if (!texte) return null;
  const connu = lus.get(texte);
  if (connu !== undefined) return connu;
  if (lus.size >= LUS_GARDES) lus.clear();
  const lu = buildNom(texte);
  lus.set(texte, lu);
  return lu;
}

function buildNom(brut: string): NomLu | null {
  const normalise = normaliseLibelle(brut);
  if (normalise === '' || INCONNUS.has(normalise)) return null;
  const mots = normalise
    .split(' ')
    .map((mot) => ABREGES[mot] ?? mot)
    .filter(Boolean);
  if (mots.length === 0) return null;
  const pleins = mots.filter((mot) => !PARTICULES.has(mot));
  const colle = mots.join('');
  return {
    texte: mots.join(' '),
    mots,
    colle,
    noyau: pleins.length > 0 ? pleins.join('') : colle,
    phonetique: computeClePhonetique(colle),
    transcription: computeCleTranscription(colle),
    lettres: computeLettres(colle),
    numero: numeroSuivant++,
  };
}
