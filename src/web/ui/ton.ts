/** Le sens d'une couleur. Elle accompagne toujours un mot : jamais la couleur seule. */
export type Ton = 'neutre' | 'accent' | 'retard' | 'bientot' | 'fait' | 'attente';

/** Réunit des classes en laissant tomber les absentes. */
export function buildClasse(...classes: (string | false | undefined)[]): string {
  return classes.filter(Boolean).join(' ');
}

export function formatClasseTon(ton: Ton | undefined): string | undefined {
  return ton && `ton-${ton}`;
}
