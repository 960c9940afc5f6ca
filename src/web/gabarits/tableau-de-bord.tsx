import type { ReactNode } from 'react';
import { Details } from '../ui/details.tsx';
import { buildClasse, formatClasseTon, type Ton } from '../ui/ton.ts';
import { EnTetePage, type EnTetePageProps } from './en-tete-page.tsx';

export type ChiffreProps = {
  titre: string;
  valeur: string;
  unite?: string;
  /** La liste des lignes comptées : pas de chiffre sans sa liste. */
  href: string;
  /** Ce qui est compté, sur quelle période, depuis quelle source. */
  definition: ReactNode;
  cible?: string;
  /** « + 12 depuis septembre ». */
  tendance?: string;
  /** Part des données absentes : « 4 % sans date de naissance ». */
  manque?: string;
  /** Ce dont le chiffre n'est pas sûr, et la liste de ces données. */
  doute?: { texte: string; href: string };
  ton?: Ton;
  /** Les dernières valeurs, de la plus ancienne à la plus récente. */
  serie?: readonly number[];
};

type TableauDeBordProps = EnTetePageProps & {
  chiffres: readonly ChiffreProps[];
  /** Le choix de la période ou du territoire, en liens ou en formulaire GET. */
  reglages?: ReactNode;
  children?: ReactNode;
};

/** Peu de chiffres, chacun avec sa définition, sa cible, sa tendance et la liste derrière lui. */
export function TableauDeBord({ chiffres, reglages, children, ...entete }: TableauDeBordProps) {
  return (
    <>
      <EnTetePage {...entete} />
      {reglages}
      <Chiffres chiffres={chiffres} />
      {children}
    </>
  );
}

/** Les mêmes, au-dessus d'une liste. */
export function Chiffres({ chiffres }: { chiffres: readonly ChiffreProps[] }) {
  return (
    <ul className="chiffres">
      {chiffres.map((chiffre) => (
        <Chiffre key={chiffre.titre} {...chiffre} />
      ))}
    </ul>
  );
}

function Chiffre({ titre, valeur, unite, href, definition, cible, tendance, ton, serie, ...reserves }: ChiffreProps) {
  return (
    <li className={buildClasse('chiffre', formatClasseTon(ton))}>
      <h2>{titre}</h2>
      <a className="chiffre-valeur" href={href} aria-label={`${titre} : ${valeur} ${unite ?? ''}, voir la liste`}>
        {valeur}
        {unite ? <small> {unite}</small> : null}
      </a>
      {serie && serie.length > 1 ? <Tendance serie={serie} /> : null}
      {tendance ? <p>{tendance}</p> : null}
      {cible ? <p>Cible : {cible}</p> : null}
      <Reserves {...reserves} />
      <Details titre="Définition">{definition}</Details>
    </li>
  );
}

/** Ce que le chiffre ne sait pas, et ce dont il doute. */
function Reserves({ manque, doute }: Pick<ChiffreProps, 'manque' | 'doute'>) {
  return (
    <>
      {manque ? <p>Données absentes : {manque}</p> : null}
      {doute ? (
        <p>
          Données douteuses : <a href={doute.href}>{doute.texte}</a>
        </p>
      ) : null}
    </>
  );
}

/** Le trait d'évolution répète la tendance écrite : un lecteur d'écran n'y perd rien. */
function Tendance({ serie }: { serie: readonly number[] }) {
  const max = Math.max(...serie);
  const min = Math.min(...serie);
  const points = serie.map((valeur, rang) => {
    const y = max === min ? 16 : 29 - ((valeur - min) / (max - min)) * 26;
    return `${((rang / (serie.length - 1)) * 200).toFixed(1)},${y.toFixed(1)}`;
  });
  return (
    <svg viewBox="0 0 200 32" preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points.join(' ')} />
    </svg>
  );
}
