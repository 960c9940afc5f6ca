import type { ReactNode } from 'react';
import { type Fait, Faits } from '../ui/faits.tsx';
import { type Onglet, Onglets } from '../ui/navigation-locale.tsx';
import { EnTetePage, type EnTetePageProps } from './en-tete-page.tsx';

type FicheProps = EnTetePageProps & {
  faits?: readonly Fait[];
  onglets?: readonly Onglet[];
  /** Les `Avis` à lire avant tout. */
  alertes?: ReactNode;
  /** Ce qui prend toute la largeur, entre les faits et les deux colonnes : la frise. */
  large?: ReactNode;
  /** La colonne de droite : des `Bloc`. */
  cote?: ReactNode;
  children: ReactNode;
};

/** Une fiche : qui ou quoi, ce qu'il faut savoir d'abord, puis le détail et ce qui l'entoure. */
export function Fiche({ faits, onglets, alertes, large, cote, children, ...entete }: FicheProps) {
  return (
    <>
      <EnTetePage {...entete} />
      {onglets ? <Onglets libelle={`Dossier : ${entete.titre}`} onglets={onglets} /> : null}
      {alertes}
      {faits ? <Faits faits={faits} /> : null}
      {large}
      {cote ? (
        <div className="colonnes">
          <div>{children}</div>
          <aside aria-label="Autour de cette fiche">{cote}</aside>
        </div>
      ) : (
        children
      )}
    </>
  );
}
