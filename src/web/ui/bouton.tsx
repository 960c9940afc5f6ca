import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from 'react';
import { buildClasse } from './ton.ts';

type Apparence = { variante?: 'principal' | 'secondaire' | 'danger' | 'discret'; petit?: boolean };

function formatClasse({ variante = 'secondaire', petit }: Apparence): string {
  return buildClasse('bouton', variante !== 'secondaire' && `bouton-${variante}`, petit && 'bouton-petit');
}

/** Un acte. Son libellé dit l'acte : « Transmettre au parquet », jamais « Valider ». */
export function Bouton({ variante, petit, ...props }: Apparence & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" {...props} className={formatClasse({ variante, petit })} />;
}

/** Un lien qui se présente comme un acte. `download` pour un fichier à enregistrer. */
export function LienBouton({
  variante,
  petit,
  ...props
}: Apparence & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return <a {...props} className={formatClasse({ variante, petit })} />;
}

export function Boutons({ children }: { children: ReactNode }) {
  return <div className="boutons">{children}</div>;
}
