import type { Habilitation } from '#shared/habilitation.ts';

/** Les groupes du rail, dans leur ordre. */
export const GROUPES = {
  situations: 'Situations',
  accueil: 'Accueil',
  pilotage: 'Pilotage',
  'petite-enfance': 'Petite enfance',
  administration: 'Administration',
} as const;
export type GroupeDeNavigation = keyof typeof GROUPES;

export type EntreeDeNavigation = {
  titre: string;
  href: string;
  /** Nul : en tête du rail, hors groupe. */
  groupe: GroupeDeNavigation | null;
  /** Il en faut une ; sans aucune, tout agent voit l'entrée. La page vérifie de son côté : le rail n'est qu'une commodité. */
  habilitation?: Habilitation | readonly Habilitation[];
  /** La lettre qui suit `g` au clavier, unique. */
  touche?: string;
  /** Place dans le groupe ; à défaut, après les autres. */
  ordre?: number;
};

const communes: readonly EntreeDeNavigation[] = [
  { titre: 'Ma journée', href: '/', groupe: null, touche: 'j', ordre: 1 },
  { titre: 'Recherche', href: '/recherche', groupe: null, touche: 'r', ordre: 2 },
  {
    titre: 'Documentation de l’API',
    href: '/documentation-api',
    groupe: 'administration',
    habilitation: 'api.gerer',
    ordre: 831,
  },
];

// Chaque module déclare ses entrées dans web/navigation.ts, sous le nom `navigation`.
const parModule = import.meta.glob<readonly EntreeDeNavigation[]>('../../modules/*/web/navigation.ts', {
  eager: true,
  import: 'navigation',
});

/** Toutes les entrées du rail, dans leur ordre d'affichage. */
export const entrees: readonly EntreeDeNavigation[] = [...communes, ...Object.values(parModule).flat()].sort(
  (a, b) => (a.ordre ?? 1000) - (b.ordre ?? 1000),
);

/** Les entrées qu'un agent peut ouvrir. */
export function listEntrees(
  habilitations: readonly Habilitation[],
  source: readonly EntreeDeNavigation[] = entrees,
): EntreeDeNavigation[] {
  return source.filter(
    ({ habilitation }) =>
      habilitation === undefined || [habilitation].flat().some((voulue) => habilitations.includes(voulue)),
  );
}

/** L'entrée de la page affichée : la plus précise dont l'adresse commence la sienne. */
export function findEntreeCourante(chemin: string, source: readonly EntreeDeNavigation[]): string | undefined {
  return source
    .map(({ href }) => href)
    .filter((href) => chemin === href || (href !== '/' && chemin.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
