import type { Choix } from '#web/ui/champ-choix.tsx';

/** Table code → libellé, en choix d'un formulaire. */
export function buildChoix(libelles: Readonly<Record<string, string>>): Choix[] {
  return Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }));
}

export function buildChoixNommes(lignes: readonly { id: string; nom: string; groupe?: string }[]): Choix[] {
  return lignes.map(({ id, nom, groupe }) => ({ valeur: id, libelle: nom, groupe }));
}

type Rendue = { erreurs?: Record<string, string>; valeurs?: Record<string, string | string[]> } | undefined;

/** Les attributs communs d'un champ : son erreur à côté de lui, et ce qui était tapé, à défaut ce qui est enregistré. */
export function buildChamp(rendue: Rendue) {
  return (nom: string, defaut: string | null = null) => ({
    nom,
    erreur: rendue?.erreurs?.[nom],
    valeur: readValeur(rendue?.valeurs, nom, defaut),
  });
}

/** Ce qui était tapé, à défaut ce qui est enregistré. */
export function readValeur(
  valeurs: Record<string, string | string[]> | undefined,
  nom: string,
  defaut: string | null = null,
): string | null {
  const valeur = valeurs?.[nom];
  return typeof valeur === 'string' ? valeur : defaut;
}
