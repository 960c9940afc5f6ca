import { formatJour } from '#shared/jour-civil-format.ts';
import { EtatVide } from '#web/ui/message.tsx';
import { PREMIER_JOUR } from '../rules/bareme.ts';
import { type Axe, type BandeVue, HAUTEUR_BANDE, listHeures } from './bande-view.ts';

/** Quarante-quatre quarts d'heure d'un coup d'œil. Dessinée par le serveur ; son texte dit la même chose. */
export function Bande({ largeur, traces, enfants, texte }: BandeVue) {
  return (
    <svg
      className="bande"
      viewBox={`0 0 ${largeur} ${HAUTEUR_BANDE}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={texte}
    >
      <title>{texte}</title>
      {traces.map(({ etat, d }) => (
        <path key={etat} className={`bande-${etat}`} d={d} />
      ))}
      <polyline points={enfants} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** Les heures au-dessus des bandes, placées en centièmes : le texte garde sa forme quand la bande s'étire. */
export function AxeDesHeures({ axe, pas }: { axe: Axe; pas?: number }) {
  return (
    <svg className="axe" aria-hidden="true">
      {listHeures(axe, pas).map(({ texte, place, ancre }) => (
        <text key={texte} x={`${place}%`} y="15" textAnchor={ancre}>
          {texte}
        </text>
      ))}
    </svg>
  );
}

export function LegendeDesQuarts() {
  return (
    <p className="legende-quarts">
      <span className="quart quart-sous">sous le taux</span>
      <span className="quart quart-exact">juste ce qu’il faut</span>
      <span className="quart quart-marge">au moins un de plus</span>
      <span className="quart quart-trait">enfants attendus</span>
    </p>
  );
}

/** Un jour dont l'encadrement ne se compte pas : rien n'y dit qu'une crèche était fermée. */
export function NonCompte() {
  return (
    <EtatVide titre={`Non compté avant le ${formatJour(PREMIER_JOUR, 'long')}`}>
      Les chiffres de l’encadrement (CSP, art. R2324-42 et suivants) ne sont connus que depuis ce jour : choisissez un
      jour qui le suit.
    </EtatVide>
  );
}
