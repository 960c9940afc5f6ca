import './creche.css';
import { formatMinutes } from '#shared/quart-d-heure.ts';
import type { Marche } from './fiche-view.ts';

const HAUTEUR = 96;
const LARGEUR = 720;

/** Les places d'un jour, heure par heure : un palier par modulation. */
export function TraceCapacite({ marches }: { marches: readonly Marche[] }) {
  const [premiere, derniere] = [marches[0], marches.at(-1)];
  if (premiere === undefined || derniere === undefined) return null;
  const maximum = Math.max(1, ...marches.map(({ places }) => places));
  const x = (minute: number) => ((minute - premiere.debut) / (derniere.fin - premiere.debut)) * LARGEUR;
  const lu = marches.map(
    ({ debut, fin, places }) => `${formatMinutes(debut)} à ${formatMinutes(fin)} : ${places} places`,
  );
  return (
    <svg className="trace-capacite" viewBox={`0 0 ${LARGEUR} ${HAUTEUR + 48}`} role="img" aria-label={lu.join(' ; ')}>
      {marches.map(({ debut, fin, places }) => {
        const hauteur = (places / maximum) * HAUTEUR;
        return (
          <g key={debut}>
            <rect x={x(debut) + 1} y={24 + HAUTEUR - hauteur} width={x(fin) - x(debut) - 2} height={hauteur} />
            <text x={(x(debut) + x(fin)) / 2} y={18 + HAUTEUR - hauteur} textAnchor="middle">
              {places}
            </text>
            <text x={x(debut) + 2} y={HAUTEUR + 42} textAnchor={computeAncre(x(debut), x(fin))}>
              {formatMinutes(debut)}
            </text>
          </g>
        );
      })}
      <text x={LARGEUR - 2} y={HAUTEUR + 42} textAnchor="end">
        {formatMinutes(derniere.fin)}
      </text>
    </svg>
  );
}

/** L'heure d'un dernier palier étroit s'écrit avant lui : celle de la fin est à sa droite. */
function computeAncre(debut: number, fin: number): 'start' | 'end' {
  return debut > 0 && fin >= LARGEUR && fin - debut < 130 ? 'end' : 'start';
}
