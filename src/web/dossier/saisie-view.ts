/** Ce que chaque saisie d'un dossier montre autour de ses champs : de qui il s'agit, et le chemin du retour. */
export function buildCadreDeSaisie({ id, nom }: { id: string; nom: string }) {
  return {
    sous: nom,
    retour: `/enfants/${id}`,
    fil: [
      { titre: 'Enfants', href: '/enfants' },
      { titre: nom, href: `/enfants/${id}` },
    ],
  };
}
