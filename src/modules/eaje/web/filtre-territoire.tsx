import { ChampSelection, type Choix } from '#web/ui/champ-choix.tsx';

/** Rien à qui ne voit qu'un territoire. */
export function FiltreTerritoire({ choix, valeur }: { choix: readonly Choix[]; valeur: string | null }) {
  if (choix.length < 2) return null;
  return <ChampSelection nom="territoire" libelle="Territoire" vide="Tous" choix={choix} valeur={valeur} />;
}
