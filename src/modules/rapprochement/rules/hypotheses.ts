/**
 * Deux fiches peuvent se ressembler sans être la même personne : une fratrie partage son nom et son adresse, des jumeaux y
 * ajoutent la date, des homonymes n'ont que leurs noms. Chaque explication dit, champ par champ, avec quelles chances les
 * deux fiches ont la même valeur comme si c'était une seule personne ; sinon, elle est tirée au hasard.
 */
import type { Accord } from './accords.ts';

export const EXPLICATIONS = ['foyer', 'jumeaux', 'homonymes'] as const;
export type Explication = (typeof EXPLICATIONS)[number];

type Partage = Readonly<Record<Accord['champ'], number>>;

const PARTAGES: Readonly<Record<Explication, Partage>> = {
  foyer: { nom: 0.8, prenom: 0, inversion: 0, dateNaissance: 0, sexe: 0, adresse: 0.85, lieu: 0.9, telephone: 0.75 },
  jumeaux: {
    nom: 0.95,
    prenom: 0,
    inversion: 0,
    dateNaissance: 0.98,
    sexe: 0,
    adresse: 0.9,
    lieu: 0.95,
    telephone: 0.8,
  },
  homonymes: { nom: 1, prenom: 1, inversion: 0, dateNaissance: 0, sexe: 1, adresse: 0, lieu: 0.2, telephone: 0 },
};

const LIBELLE_EXPLICATION: Record<Explication, string> = {
  foyer: 'fratrie ou même foyer possible',
  jumeaux: 'jumeaux aux prénoms voisins possibles',
  homonymes: 'homonymes possibles',
};

/** L'explication rivale, en clair ; des jumeaux se disent franchement quand les prénoms ne se ressemblent pas. */
export function formatExplication(explication: Explication, accords: readonly Accord[]): string {
  const prenom = accords.find(({ champ }) => champ === 'prenom')?.accord;
  const autres = prenom === 'different' || prenom === 'lointain';
  if (explication === 'jumeaux' && autres) return 'jumeaux : même nom, même date, prénoms différents';
  return LIBELLE_EXPLICATION[explication];
}

/** Ce que pèsent des accords sous chaque explication, en points. */
export type Forces = Readonly<Record<'memes' | Explication, number>>;

export function computeForces(accords: readonly Accord[], ajustements?: ReadonlyMap<string, number>): Forces {
  let memes = 0;
  let [foyer, jumeaux, homonymes] = [1, 1, 1];
  for (const accord of accords) {
    const points = accord.points + (ajustements?.get(formatCle(accord)) ?? 0);
    const gain = 2 ** points - 1;
    memes += points;
    foyer *= 1 + PARTAGES.foyer[accord.champ] * gain;
    jumeaux *= 1 + PARTAGES.jumeaux[accord.champ] * gain;
    homonymes *= 1 + PARTAGES.homonymes[accord.champ] * gain;
  }
  return { memes, foyer: Math.log2(foyer), jumeaux: Math.log2(jumeaux), homonymes: Math.log2(homonymes) };
}

/** Le nom d'un accord, par où un ajustement le retrouve : « nom une-lettre ». */
export function formatCle({ champ, accord }: Pick<Accord, 'champ' | 'accord'>): string {
  const cles = parChamp.get(champ) ?? new Map<string, string>();
  parChamp.set(champ, cles);
  const connue = cles.get(accord);
  if (connue) return connue;
  const cle = `${champ} ${accord}`;
  cles.set(accord, cle);
  return cle;
}

/** Une vingtaine de noms, demandés des millions de fois : chacun n'est écrit qu'une. */
const parChamp = new Map<string, Map<string, string>>();
