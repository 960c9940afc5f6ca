import type { Habilitation } from '#shared/habilitation.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

/** Ce que le cadre montre autour de chaque page. */
export type CadreVue = {
  /** Nul tant que personne n'est connecté. */
  agent: { nom: string; poste: string; habilitations: readonly Habilitation[] } | null;
  demo: boolean;
  aujourdhui: JourCivil | null;
  /** La phrase qui dit l'acte qu'on vient de faire. */
  fait: string | null;
  /** Ce qui était tapé sur cette page quand la session a expiré, rendu par le gabarit `Saisie`. */
  reprise: Readonly<Record<string, string | string[]>> | null;
  /** Le nombre affiché au bout d'une entrée du rail, par adresse ; `retard` le met en rouge. */
  compteurs: Readonly<Record<string, { nombre: number; retard?: boolean }>>;
};

export const cadreSansAgent: CadreVue = {
  agent: null,
  demo: false,
  aujourdhui: null,
  fait: null,
  reprise: null,
  compteurs: {},
};

/** Les initiales d'un nom affiché : « Claire Hamel » donne « CH ». */
export function formatInitiales(nom: string): string {
  const mots = nom.split(/[\s.-]+/).filter(Boolean);
  return [mots[0], mots.length > 1 ? mots.at(-1) : undefined]
    .map((mot) => mot?.[0] ?? '')
    .join('')
    .toUpperCase();
}
