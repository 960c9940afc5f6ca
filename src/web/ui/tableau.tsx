import type { ReactNode } from 'react';
import { buildAdresse } from './adresse.ts';
import { buildClasse, formatClasseTon, type Ton } from './ton.ts';

export type Colonne<Ligne> = {
  cle: string;
  titre: string;
  cellule: (ligne: Ligne) => ReactNode;
  /** Chiffres alignés à droite, en largeur fixe. */
  nombre?: boolean;
  /** Colonne triable : la page lit `tri` et `sens` dans l'adresse. */
  triable?: boolean;
  /** Colonne que l'on peut masquer ; `absente` : masquée tant qu'on ne l'a pas choisie. */
  facultative?: boolean | 'absente';
};

export type Tri = { cle: string; sens: 'asc' | 'desc' };

export type TableauProps<Ligne> = {
  /** Ce que le tableau contient, pour qui ne le voit pas ; `legendeVisible` pour tous. */
  legende: string;
  legendeVisible?: boolean;
  colonnes: readonly Colonne<Ligne>[];
  lignes: readonly Ligne[];
  cle: (ligne: Ligne) => string;
  ton?: (ligne: Ligne) => Ton | undefined;
  tri?: Tri;
  /** Adresse de la page, filtres compris : les liens de tri la complètent. */
  adresse?: string;
};

/** La première colonne nomme la ligne : elle reste visible quand le tableau défile. */
export function Tableau<Ligne>(props: TableauProps<Ligne>) {
  const { legende, legendeVisible, colonnes, lignes, cle, ton } = props;
  return (
    // Un cadre qui défile doit s'atteindre au clavier, et dire son nom.
    <section
      className={buildClasse('tableau-cadre', colonnes.length > 7 && 'tableau-large')}
      aria-label={legende}
      tabIndex={0}
    >
      <table className="tableau">
        <caption className={legendeVisible ? undefined : 'lecteur'}>{legende}</caption>
        <thead>
          <tr>
            {colonnes.map((colonne) => (
              <EnTete key={colonne.cle} colonne={colonne} tri={props.tri} adresse={props.adresse} />
            ))}
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <tr key={cle(ligne)} className={formatClasseTon(ton?.(ligne))}>
              {colonnes.map((colonne, rang) => renderCellule(colonne, ligne, rang))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function renderCellule<Ligne>(colonne: Colonne<Ligne>, ligne: Ligne, rang: number) {
  const classe = colonne.nombre ? 'nombre' : undefined;
  return rang === 0 ? (
    <th key={colonne.cle} scope="row" className={classe}>
      {colonne.cellule(ligne)}
    </th>
  ) : (
    <td key={colonne.cle} className={classe}>
      {colonne.cellule(ligne)}
    </td>
  );
}

type EnTeteProps<Ligne> = { colonne: Colonne<Ligne>; tri: Tri | undefined; adresse: string | undefined };

function EnTete<Ligne>({ colonne, tri, adresse }: EnTeteProps<Ligne>) {
  const classe = colonne.nombre ? 'nombre' : undefined;
  if (!colonne.triable || adresse === undefined) {
    return (
      <th scope="col" className={classe}>
        {colonne.titre}
      </th>
    );
  }
  const sens = tri?.cle === colonne.cle ? tri.sens : undefined;
  const href = buildAdresse(adresse, { tri: colonne.cle, sens: sens === 'asc' ? 'desc' : 'asc', page: null });
  return (
    <th scope="col" className={classe} aria-sort={sens && (sens === 'asc' ? 'ascending' : 'descending')}>
      <a href={href}>{colonne.titre}</a>
    </th>
  );
}
