/** Les attributs communs d'un champ : son nom, ce qu'il montre, et son erreur à côté de lui. */
export type Champ = (nom: string) => { nom: string; valeur: string; erreur: string | undefined };

type Rendue = { erreurs: Record<string, string>; valeurs: Record<string, string | string[]> } | undefined;

/**
 * Ce que montre un formulaire : ce qui vient d'être tapé, sinon ce qui est enregistré. `libelles` (libellé → champ)
 * dit comment nommer la saisie en face de la version d'un autre.
 */
export function readValeurs(
  rendue: Rendue,
  enregistre: object | null,
  libelles: Readonly<Record<string, string>> = {},
) {
  const source = (rendue?.valeurs ?? enregistre ?? {}) as Record<string, unknown>;
  const v = (champ: string): string => {
    const brute = source[champ];
    const valeur = Array.isArray(brute) ? brute[0] : brute;
    return typeof valeur === 'string' || typeof valeur === 'number' ? String(valeur) : '';
  };
  const saisi = Object.fromEntries(Object.entries(libelles).map(([libelle, champ]) => [libelle, v(champ)]));
  const erreurs = rendue?.erreurs ?? {};
  const champ: Champ = (nom) => ({ nom, valeur: v(nom), erreur: erreurs[nom] });
  return { erreurs, v, champ, saisi };
}
