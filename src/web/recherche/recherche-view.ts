import type { GroupeTrouve } from './source.ts';

const MINIMUM = 2;
const MAXIMUM = 200;

/** Le texte cherché, et s'il y en a assez pour chercher. */
export function readTexte(url: string): { texte: string; assez: boolean } {
  const texte = (new URL(url).searchParams.get('q') ?? '').replace(/\s+/g, ' ').trim().slice(0, MAXIMUM);
  return { texte, assez: texte.length >= MINIMUM };
}

/** « 3 réponses : enfants 2, agents 1 ». */
export function formatCompte(groupes: readonly GroupeTrouve[]): string {
  const total = groupes.reduce((somme, { trouvailles }) => somme + trouvailles.length, 0);
  if (total === 0) return 'Aucune réponse';
  const detail = groupes.map(({ titre, trouvailles }) => `${titre.toLocaleLowerCase('fr')} ${trouvailles.length}`);
  return `${total} réponse${total > 1 ? 's' : ''} : ${detail.join(', ')}`;
}

/** Le résultat où mène une flèche, sans faire le tour ; rien pour une autre touche. */
export function computeVoisin(touche: string, rang: number, nombre: number): number | undefined {
  if (touche !== 'ArrowDown' && touche !== 'ArrowUp') return undefined;
  const voisin = touche === 'ArrowDown' ? rang + 1 : rang - 1;
  return voisin >= 0 && voisin < nombre ? voisin : undefined;
}
