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

export const LIBELLE_EXPLICATION: Record<Explication, string> = {
  foyer: 'fratrie ou même foyer possible',
  jumeaux: 'jumeaux : même nom, même date, prénoms différents',
  homonymes: 'homonymes possibles',
};

/** Ce que pèsent des accords sous chaque explication, en points. */
export type Forces = Readonly<Record<'memes' | Explication, number>>;

export function computeForces(accords: readonly Accord[], ajustements?: ReadonlyMap<string, number>): Forces {
  const forces = { memes: 0, foyer: 0, jumeaux: 0, homonymes: 0 };
  for (const accord of accords) {
    const points = accord.points + (ajustements?.get(formatCle(accord)) ?? 0);
    const chances = 2 ** points;
    forces.memes += points;
    for (const explication of EXPLICATIONS) {
      const partage = PARTAGES[explication][accord.champ];
      forces[explication] += partage === 1 ? points : Math.log2(partage * chances + 1 - partage);
    }
  }
  return forces;
}

/** Le nom d'un accord, par où un ajustement le retrouve : « nom une-lettre ». */
export function formatCle({ champ, accord }: Accord): string {
  return `${champ} ${accord}`;
}
