import { createContext, useContext } from 'react';

/** Ce qui était tapé quand la session a expiré, par nom de champ ; nul le reste du temps. */
export const RepriseContexte = createContext<Readonly<Record<string, string | readonly string[]>> | null>(null);

/** La valeur à rendre à un champ : celle qui avait été tapée, sinon celle que la page lui donne. */
export function useReprise(nom: string, valeur: string | null | undefined): string | null | undefined {
  const retrouvee = useContext(RepriseContexte)?.[nom];
  return typeof retrouvee === 'string' ? retrouvee : valeur;
}

/** Les cases cochées ; aucune n'arrive pas dans un formulaire, et se retrouve donc aucune. */
export function useReprises(nom: string, valeurs: readonly string[]): readonly string[] {
  const reprise = useContext(RepriseContexte);
  if (reprise === null) return valeurs;
  const retrouvees = reprise[nom] ?? [];
  return typeof retrouvees === 'string' ? [retrouvees] : retrouvees;
}
