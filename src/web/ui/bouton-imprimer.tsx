import { useEffect, useState } from 'react';
import { Bouton } from './bouton.tsx';

/** Imprime la page. Sans JavaScript le bouton ne ferait rien : il n'apparaît qu'avec lui, le navigateur imprime sinon. */
export function BoutonImprimer({ petit = true }: { petit?: boolean }) {
  const [pret, setPret] = useState(false);
  useEffect(() => setPret(true), []);
  if (!pret) return null;
  return (
    <Bouton type="button" petit={petit} onClick={() => window.print()}>
      Imprimer
    </Bouton>
  );
}
