import type { ReactNode } from 'react';
import { formatClasseTon, type Ton } from './ton.ts';

export type Fait = { titre: string; valeur: ReactNode; detail?: ReactNode; ton?: Ton };

/** Ce qu'il faut savoir d'un coup d'œil, en tête d'une fiche. */
export function Faits({ faits }: { faits: readonly Fait[] }) {
  return (
    <dl className="faits">
      {faits.map(({ titre, valeur, detail, ton }) => (
        <div key={titre} className={formatClasseTon(ton)}>
          <dt>{titre}</dt>
          <dd>
            {valeur}
            {detail ? <small>{detail}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
