import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';

type Props = { v: (nom: string) => string; erreurs: Record<string, string> };

export function ChampsAutorisation({ v, erreurs }: Props) {
  const champ = (nom: string) => ({ nom, valeur: v(nom), erreur: erreurs[nom] });
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
