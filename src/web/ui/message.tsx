import type { ReactNode } from 'react';
import type { Ton } from './ton.ts';

/** Rien à montrer : dit ce qui apparaîtrait ici et comment le faire apparaître. */
export function EtatVide({ titre, children, acte }: { titre: string; children?: ReactNode; acte?: ReactNode }) {
  return (
    <div className="etat-vide">
      <h2>{titre}</h2>
      {children ? <p>{children}</p> : null}
      {acte ? <p>{acte}</p> : null}
    </div>
  );
}

/** Une ligne en haut de toutes les pages. */
export function Bandeau({ ton = 'bientot', children }: { ton?: Ton; children: ReactNode }) {
  return (
    <section className={`bandeau ton-${ton}`} aria-label="Avertissement">
      {children}
    </section>
  );
}

type AvisProps = {
  ton?: Ton;
  titre?: string;
  children: ReactNode;
  /** Vrai quand l'avis répond à ce qu'on vient de faire : il est alors lu à voix haute. */
  annonce?: boolean;
};

/** Un message dans la page : ce qui vient d'être fait, ce qui mérite attention. */
export function Avis({ ton = 'accent', titre, children, annonce }: AvisProps) {
  return (
    <div className={`avis ton-${ton}`} role={annonce ? 'status' : undefined}>
      {titre ? <h2>{titre}</h2> : null}
      <div>{children}</div>
    </div>
  );
}
