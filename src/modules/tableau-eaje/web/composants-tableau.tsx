import { FiltreTerritoire } from '#modules/eaje/web/composants.tsx';
import { Bouton } from '#web/ui/bouton.tsx';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { buildChoix } from '#web/ui/choix.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import type { Theme } from '../indicateur.ts';
import { PERIODES } from '../tableau-filtre.ts';
import type { Cellule } from './creches-view.ts';
import type { Reglage } from './tableau-view.ts';

type ReglagesProps = {
  action: string;
  filtre: Reglage;
  territoires: readonly { valeur: string; libelle: string }[];
  vue?: Theme;
};

/** La période et le territoire ; le reste de l'adresse est gardé. */
export function Reglages({ action, filtre, territoires, vue }: ReglagesProps) {
  return (
    <form className="filtres" action={action} aria-label="Choisir la période et le territoire">
      {vue ? <input type="hidden" name="vue" value={vue} /> : null}
      <ChampSelection nom="periode" libelle="Période" choix={buildChoix(PERIODES)} valeur={filtre.periode} />
      <FiltreTerritoire choix={territoires} valeur={filtre.territoire} />
      <Bouton>Afficher</Bouton>
    </form>
  );
}

/** La valeur d'une crèche, et la médiane de ses pairs à côté. */
export function CelluleComparee({ cellule }: { cellule: Cellule | undefined }) {
  if (!cellule) return null;
  const { ton, valeur, pairs, info } = cellule;
  return (
    <>
      {ton ? <Etiquette ton={ton}>{valeur}</Etiquette> : valeur}
      {pairs ? <small className="insecable"> {pairs}</small> : null}
      {info ? <small> {info}</small> : null}
    </>
  );
}
