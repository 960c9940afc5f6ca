/** Change des paramètres d'une adresse en gardant les autres ; `null` retire, un tableau répète. */
export function buildAdresse(
  adresse: string,
  changements: Record<string, string | number | readonly string[] | null>,
): string {
  const [chemin = '', recherche = ''] = adresse.split('?');
  const params = new URLSearchParams(recherche);
  for (const [nom, valeur] of Object.entries(changements)) {
    params.delete(nom);
    if (valeur === null) continue;
    for (const item of Array.isArray(valeur) ? valeur : [valeur]) params.append(nom, String(item));
  }
  const texte = params.toString();
  return texte ? `${chemin}?${texte}` : chemin;
}
