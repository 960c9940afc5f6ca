/** L'identité qu'un formulaire est en train de recevoir, telle que tapée. */
import type { IdentiteComparee } from './ressemblance.ts';

/** Les champs d'un formulaire d'identité qui servent à reconnaître quelqu'un. */
export const CHAMPS_RECONNUS = ['nom', 'nomUsage', 'prenom', 'dateNaissance', 'sexe', 'telephone'] as const;

export function readIdentite(valeurs: Readonly<Record<string, unknown>>): IdentiteComparee {
  const lues = CHAMPS_RECONNUS.map((champ) => {
    const valeur = valeurs[champ];
    return [champ, typeof valeur === 'string' ? valeur.slice(0, 200).trim() || null : null];
  });
  return Object.fromEntries(lues);
}

/** Assez pour chercher : un nom et autre chose. Un prénom seul répondrait n'importe qui. */
export function isCherchable({ nom, prenom, dateNaissance }: IdentiteComparee): boolean {
  const assez = (texte: string | null | undefined) => (texte ?? '').length >= 2;
  return (assez(nom) && (assez(prenom) || assez(dateNaissance))) || (assez(prenom) && assez(dateNaissance));
}
