import { formatJour } from '#shared/jour-civil-format.ts';
import type { CouloirDeFrise, JalonDeFrise, PeriodeDeFrise } from './frise-contenu.ts';
import {
  computeBarre,
  computeJalons,
  type Fenetre,
  formatTexteTenant,
  GAUCHE,
  LARGEUR,
  RANGEE,
} from './frise-trace.ts';

/** Hauteur d'un couloir : une rangée, plus une par étage de jalons. */
export function computeHauteur({ periodes = [], jalons = [] }: CouloirDeFrise, fenetre: Fenetre): number {
  const etages = computeJalons(listVisibles(jalons, fenetre), fenetre).map(({ etage }) => etage);
  const rangeesDeJalons = jalons.length > 0 ? Math.max(0, ...etages) + 1 : 0;
  const rangeeDeBarres = periodes.length > 0 ? 1 : 0;
  return Math.max(1, rangeesDeJalons, rangeeDeBarres) * RANGEE;
}

type BarresProps = { periodes: readonly PeriodeDeFrise[]; fenetre: Fenetre; haut: number };

export function BarresDeFrise({ periodes, fenetre, haut }: BarresProps) {
  return periodes.map((periode) => {
    const place = computeBarre(periode, fenetre);
    if (!place) return null;
    return (
      <g className={`barre ton-${periode.ton ?? 'neutre'}`} key={`${periode.du}${periode.libelle}`}>
        <title>{`${periode.libelle}, depuis le ${formatJour(periode.du, 'long')}`}</title>
        <rect x={place.x} y={haut} width={place.largeur} height={place.hauteur} rx={4} />
        <text x={place.x + 6} y={haut + 18}>
          {formatTexteTenant(periode.libelle, place.largeur)}
        </text>
      </g>
    );
  });
}

type JalonsProps = { jalons: readonly JalonDeFrise[]; fenetre: Fenetre; haut: number };

export function JalonsDeFrise({ jalons, fenetre, haut }: JalonsProps) {
  if (jalons.length === 0) return null;
  const visibles = listVisibles(jalons, fenetre);
  const places = computeJalons(visibles, fenetre);
  return (
    <>
      <path className="ligne" d={`M${GAUCHE} ${haut + 13}H${LARGEUR}`} />
      {visibles.map((jalon, rang) => {
        const { x, largeur, etage } = places[rang] ?? { x: 0, largeur: 0, etage: 0 };
        const y = haut + 2 + etage * RANGEE;
        return (
          <g className={`jalon ton-${jalon.ton ?? 'neutre'}`} key={`${jalon.jour}${jalon.libelle}`}>
            <title>{`${jalon.libelle}, ${formatJour(jalon.jour, 'long')}`}</title>
            <rect x={x + 0.5} y={y} width={largeur - 1} height={22} rx={11} />
            <text x={x + largeur / 2} y={y + 16}>
              {jalon.sigle}
            </text>
          </g>
        );
      })}
    </>
  );
}

function listVisibles(jalons: readonly JalonDeFrise[], { du, au }: Fenetre): JalonDeFrise[] {
  return jalons.filter(({ jour }) => jour >= du && jour <= au).sort((a, b) => (a.jour < b.jour ? -1 : 1));
}
