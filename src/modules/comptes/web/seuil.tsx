import './seuil.css';
import type { ReactNode } from 'react';
import { Marque } from '#web/ui/marque.tsx';

type SeuilProps = {
  titre: string;
  /** Chez qui l'on est : « Manche ». */
  departement?: string | null;
  demo?: boolean;
  /** Une colonne large, pour ce qui se lit ou s'imprime. */
  large?: boolean;
  children: ReactNode;
};

/** Les pages d'avant le cadre : à gauche le lieu, à droite la seule chose à faire. */
export function Seuil({ titre, departement, demo, large, children }: SeuilProps) {
  return (
    <div className="seuil">
      <title>{`${titre} · Marelle`}</title>
      <header className="seuil-lieu">
        <p className="seuil-marque">
          <Marque grande />
          <span>Marelle</span>
        </p>
        <p className="seuil-promesse">Rien de ce qui est dû à un enfant ne reste hors de vue.</p>
        <p className="seuil-departement">
          {departement ? `Département · ${departement}` : 'Protection de l’enfance et petite enfance'}
        </p>
        {demo ? <p className="seuil-demo">Démonstration : toutes les personnes sont fictives.</p> : null}
      </header>
      <main id="contenu" className={large ? 'seuil-acte seuil-acte-large' : 'seuil-acte'} tabIndex={-1}>
        <div>
          <h1>{titre}</h1>
          {children}
        </div>
      </main>
    </div>
  );
}
