import type { ReactNode } from 'react';

type DetailsProps = { titre?: ReactNode; ouvert?: boolean; children: ReactNode };

/** Un raisonnement ou une définition, replié : une date expliquée est une date crue. */
export function Details({ titre = 'Pourquoi cette date ?', ouvert, children }: DetailsProps) {
  return (
    <details className="details" open={ouvert}>
      <summary>{titre}</summary>
      <div>{children}</div>
    </details>
  );
}

/** Les étapes d'un calcul, puis les textes qui le fondent. */
export function EtapesDeCalcul({ etapes, textes }: { etapes: readonly string[]; textes: readonly string[] }) {
  return (
    <>
      {etapes.map((etape) => (
        <p key={etape}>{etape}</p>
      ))}
      {textes.length > 0 ? <p>Textes : {textes.join(' · ')}</p> : null}
    </>
  );
}
