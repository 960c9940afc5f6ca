/** Ce que le hasard seul donne d'accords entre deux noms : mesuré sur la liste, lissé par ce qu'on suppose. */
import { ACCORDS_NOM, type AccordNom, compareNoms } from './accord-nom.ts';
import type { NomLu } from './nom-lu.ts';

/** Part des paires de personnes différentes dont les noms, de cette longueur, s'accordent ainsi. */
export type Hasard = (accord: AccordNom, a: NomLu, b: NomLu) => number;

export type HasardSuppose = Readonly<Record<AccordNom, number>>;

export const HASARD_DES_NOMS: HasardSuppose = {
  meme: 0.0005,
  ecriture: 0.0001,
  particule: 0.0001,
  ordre: 0.0001,
  prononciation: 0.0004,
  transcription: 0.0003,
  diminutif: 0.0001,
  'une-lettre': 0.0008,
  partie: 0.0005,
  'deux-lettres': 0.002,
  abrege: 0.0005,
  proche: 0.01,
  lointain: 0.05,
  different: 0.95,
};
export const HASARD_DES_PRENOMS: HasardSuppose = {
  ...HASARD_DES_NOMS,
  meme: 0.003,
  prononciation: 0.002,
  transcription: 0.001,
  diminutif: 0.001,
  'une-lettre': 0.005,
  partie: 0.002,
  'deux-lettres': 0.006,
  abrege: 0.002,
  proche: 0.02,
  lointain: 0.08,
  different: 0.9,
};

const TIRAGES = 150_000;
const POIDS_DU_SUPPOSE = 8_000;
/** Une lettre d'écart entre deux noms courts est souvent un hasard, entre deux longs presque jamais. */
const LONGUEURS: readonly { jusqua: number; facteur: number }[] = [
  { jusqua: 4, facteur: 3 },
  { jusqua: 6, facteur: 1 },
  { jusqua: Number.POSITIVE_INFINITY, facteur: 0.25 },
];

/** Accords de paires tirées au sort, toujours les mêmes pour une même liste. */
export function computeHasard(noms: readonly NomLu[], suppose: HasardSuppose): Hasard {
  const classes = LONGUEURS.map(({ facteur }) => buildClasse(suppose, facteur));
  const tirages = noms.length < 2 ? 0 : Math.min(TIRAGES, noms.length * 20);
  let etat = 12_345;
  const pick = () => {
    etat = (Math.imul(etat, 1_664_525) + 1_013_904_223) >>> 0;
    return noms[Math.floor((etat / 0x1_0000_0000) * noms.length)];
  };
  for (let i = 0; i < tirages; i += 1) {
    const [a, b] = [pick(), pick()];
    const classe = a && b ? classes[findLongueur(a, b)] : undefined;
    if (!a || !b || !classe) continue;
    classe.total += 1;
    classe.accords[compareNoms(a, b)] += 1;
  }
  return (accord, a, b) => {
    const classe = classes[findLongueur(a, b)];
    return classe ? classe.accords[accord] / classe.total : 1;
  };
}

function buildClasse(suppose: HasardSuppose, facteur: number): { total: number; accords: Record<AccordNom, number> } {
  const accords = ACCORDS_NOM.map((accord) => [
    accord,
    suppose[accord] * POIDS_DU_SUPPOSE * (accord === 'different' || accord === 'lointain' ? 1 : facteur),
  ]);
  return { total: POIDS_DU_SUPPOSE, accords: Object.fromEntries(accords) };
}

function findLongueur(a: NomLu, b: NomLu): number {
  const longueur = Math.min(a.colle.length, b.colle.length);
  return LONGUEURS.findIndex(({ jusqua }) => longueur <= jusqua);
}
