import { JOURS_DE_SEMAINE } from '#modules/eaje/index.ts';
import { CasesACocher } from '#web/ui/champ-choix.tsx';
import { buildChoix } from '#web/ui/choix.ts';

type Props = { valeurs: readonly string[]; erreur: string | undefined; libelle?: string };

export function ChampJours({ valeurs, erreur, libelle = 'Jours' }: Props) {
  return (
    <CasesACocher
      nom="jours"
      libelle={libelle}
      requis
      enLigne
      choix={buildChoix(JOURS_DE_SEMAINE)}
      valeurs={valeurs}
      erreur={erreur}
    />
  );
}
