import type { Objection } from './objection.ts';

/** Ce qu'une règle refuse ou fait remarquer, avec ses textes. */
export function Objections({ objections }: { objections: readonly Objection[] }) {
  return (
    <ul>
      {objections.map(({ motif, textes, bloque }) => (
        <li key={motif}>
          <div>
            {bloque ? <strong>Refusé : </strong> : 'À savoir : '}
            {motif}
            {textes.length > 0 ? <small>{textes.join(' · ')}</small> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
