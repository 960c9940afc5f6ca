import type { ReactNode } from 'react';
import { type Etape, FilAriane } from '../ui/navigation-locale.tsx';

export type EnTetePageProps = {
  titre: string;
  /** Étiquettes posées à côté du titre. */
  etiquettes?: ReactNode;
  sous?: ReactNode;
  fil?: readonly Etape[];
  /** Les actes de la page : `Bouton` et `LienBouton`. */
  actes?: ReactNode;
};

/** Le titre de la page, dans la page et dans l'onglet du navigateur. */
export function EnTetePage({ titre, etiquettes, sous, fil, actes }: EnTetePageProps) {
  return (
    <header className="page-tete">
      <title>{`${titre} · Marelle`}</title>
      {fil ? <FilAriane etapes={fil} /> : null}
      <h1>
        {titre}
        {etiquettes ? <> {etiquettes}</> : null}
      </h1>
      {sous ? <p className="sous">{sous}</p> : null}
      {actes ? <div className="boutons">{actes}</div> : null}
    </header>
  );
}
