import './page-publique.css';
import type { ReactNode } from 'react';
import { Marque } from '../ui/marque.tsx';

/** Une page ouverte à tous, sans connexion : la marque, le chemin vers Marelle, et son contenu. */
export function PagePublique({ children }: { children: ReactNode }) {
  return (
    <div className="page-publique">
      <a className="evitement" href="#contenu">
        Aller au contenu
      </a>
      <header>
        <p>
          <Marque /> Marelle
        </p>
        <a href="/">Ouvrir Marelle</a>
      </header>
      <main id="contenu" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
