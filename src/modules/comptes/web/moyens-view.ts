/** Comment un compte se connecte, en mots. */
export function formatMoyens(moyens: readonly string[]): string {
  if (moyens.length === 0) return 'pas encore';
  return moyens.map((moyen) => (moyen === 'credential' ? 'mot de passe' : 'fournisseur d’identité')).join(' et ');
}
