import { type ReactNode, useId } from 'react';

/** Un bloc de la colonne de droite : un titre et des lignes courtes. */
export function Bloc({ titre, children }: { titre: ReactNode; children: ReactNode }) {
  const id = useId();
  return (
    <section className="bloc" aria-labelledby={id}>
      <h2 id={id}>{titre}</h2>
      {children}
    </section>
  );
}

type LigneDeBloc = { cle: string; debut?: ReactNode; titre: ReactNode; detail?: ReactNode; fin?: ReactNode };

/** Les lignes d'un bloc : une heure ou rien, un titre et son détail, une étiquette au bout. */
export function LignesDeBloc({ lignes }: { lignes: readonly LigneDeBloc[] }) {
  return (
    <ul>
      {lignes.map(({ cle, debut, titre, detail, fin }) => (
        <li key={cle}>
          {debut ? <span className="debut">{debut}</span> : null}
          <div>
            {titre}
            {detail ? <small>{detail}</small> : null}
          </div>
          {fin}
        </li>
      ))}
    </ul>
  );
}
