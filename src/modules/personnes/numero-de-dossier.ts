/** Le numéro d'un dossier : l'année d'ouverture et un rang. */

/** « 2026-00042 » : partout la même largeur, pour que les numéros se rangent et se comparent. */
export function formatNumeroDeDossier(annee: string, rang: number): string {
  return `${annee}-${String(rang).padStart(5, '0')}`;
}

/** Vrai si le texte tapé a la forme d'un numéro de dossier, entier ou commencé (« 2026-12 »). */
export function isNumero(texte: string): boolean {
  return /^\d{4}-\d{1,6}$/.test(texte.trim());
}
