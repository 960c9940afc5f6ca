import type { ChiffreAttente } from './attentes-view.ts';

type Props = { parUnite: readonly ChiffreAttente[]; parService: readonly ChiffreAttente[] };

/** Combien attendent, par territoire et par service : chaque chiffre ouvre sa liste. */
export function ChiffresDesAttentes({ parUnite, parService }: Props) {
  if (parUnite.length === 0) return null;
  return (
    <dl className="definitions">
      <Axe titre="Par territoire" chiffres={parUnite} />
      <Axe titre="Par service" chiffres={parService} />
    </dl>
  );
}

function Axe({ titre, chiffres }: { titre: string; chiffres: readonly ChiffreAttente[] }) {
  return (
    <div>
      <dt>{titre}</dt>
      <dd>
        {chiffres.map(({ nom, nombre, href, plusLongueDite }, rang) => (
          <span key={nom}>
            {rang > 0 ? ' · ' : null}
            {href ? <a href={href}>{nom}</a> : nom} <strong className="nombre">{nombre}</strong>{' '}
            <small>(jusqu’à {plusLongueDite})</small>
          </span>
        ))}
      </dd>
    </div>
  );
}
