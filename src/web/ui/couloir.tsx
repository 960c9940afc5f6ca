import { type ReactNode, useId } from 'react';
import { Details } from './details.tsx';
import type { Ton } from './ton.ts';

type CouloirProps = {
  titre: string;
  nombre: number;
  /** Lien vers la liste entière quand le couloir n'en montre que le début. */
  toutVoir?: string;
  /** Ce qui apparaîtrait ici, quand il n'y a rien. */
  vide?: ReactNode;
  children?: ReactNode;
};

/** Un couloir d'obligations, formé de `LigneDue`. */
export function Couloir({ titre, nombre, toutVoir, vide, children }: CouloirProps) {
  const id = useId();
  return (
    <section className="couloir" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {titre} <span className="nombre">{nombre}</span>
        </h2>
        {toutVoir ? <a href={toutVoir}>Tout voir</a> : null}
      </header>
      {nombre === 0 && vide ? <div className="etat-vide">{vide}</div> : <ol>{children}</ol>}
    </section>
  );
}

export type LigneDueProps = {
  /** retard, bientot (aujourd'hui), accent (à venir), attente (d'un autre), fait. */
  ton: Ton;
  /** Comme on le dit : « 12 jours », « dans 3 jours », « avant 18 h ». */
  quand: string;
  quandDetail?: ReactNode;
  /** La date entière, au survol et pour les lecteurs d'écran. */
  jourComplet?: string;
  qui: { nom: ReactNode; href?: string; detail?: ReactNode };
  quoi: ReactNode;
  quoiDetail?: ReactNode;
  /** Un seul acte : un `Bouton` ou un `LienBouton`. */
  acte?: ReactNode;
  /** Le raisonnement de la date, replié sous la ligne. */
  calcul?: ReactNode;
  calculOuvert?: boolean;
};

/** Une chose due : pour quand, à qui, quoi, l'acte, et pourquoi cette date. */
export function LigneDue(props: LigneDueProps) {
  const { ton, quand, quandDetail, jourComplet, qui, quoi, quoiDetail, acte, calcul } = props;
  return (
    <li className={`due ton-${ton}`}>
      <div className="due-quand" title={jourComplet}>
        {quand}
        {jourComplet ? <span className="lecteur">, {jourComplet}</span> : null}
        {quandDetail ? <small>{quandDetail}</small> : null}
      </div>
      <div className="due-qui">
        {qui.href ? <a href={qui.href}>{qui.nom}</a> : qui.nom}
        {qui.detail ? <small>{qui.detail}</small> : null}
      </div>
      <div className="due-quoi">
        {quoi}
        {quoiDetail ? <small>{quoiDetail}</small> : null}
      </div>
      {acte ? <div className="due-acte">{acte}</div> : null}
      {calcul ? <Details ouvert={props.calculOuvert}>{calcul}</Details> : null}
    </li>
  );
}
