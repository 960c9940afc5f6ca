/** Le nom d'un champ d'un fait dans le formulaire ; le premier fait est le 1. */
export function formatNomDeChamp(rang: number, champ: string): string {
  return `fait-${rang}-${champ}`;
}
