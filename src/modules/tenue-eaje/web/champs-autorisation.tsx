import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import type { Champ } from '#web/valeurs.ts';

type Props = { champ: Champ };

export function ChampsAutorisation({ champ }: Props) {
  return (
    <>
      <ChampTexte {...champ('places')} libelle="Places autorisées" requis taille="court" inputMode="numeric" />
      <ChampJour {...champ('du')} libelle="À partir du" requis />
      <ChampJour {...champ('au')} libelle="Jusqu’au" aide="Vide : quinze ans (CSP, art. L2324-1-1)" />
      <ChampTexte {...champ('arreteNumero')} libelle="Numéro de l’arrêté" requis taille="moyen" />
      <ChampJour {...champ('arreteLe')} libelle="Arrêté du" requis />
    </>
  );
}
