import './graphique.css';

export type SerieTracee = {
  titre: string;
  /** Une valeur par abscisse ; nulle : rien à cet endroit, le trait s'interrompt. */
  valeurs: readonly (number | null)[];
  /** En tirets : ce qui n'est pas arrivé. */
  prevue?: boolean;
};

type GraphiqueProps = {
  titre: string;
  abscisses: readonly string[];
  /** Deux au plus : au-delà, un trait ne se suit plus. */
  series: readonly SerieTracee[];
  format: (valeur: number) => string;
  /** L'axe part de zéro : une somme se compare à rien, un taux à lui-même. */
  depuisZero?: boolean;
};

const [LARGEUR, HAUTEUR, GAUCHE, BAS, HAUT] = [720, 240, 72, 28, 12];

/** Des courbes, dessinées par le serveur. Elles répètent un tableau de chiffres, qui reste sur la page. */
export function Graphique({ titre, abscisses, series, format, depuisZero = false }: GraphiqueProps) {
  const valeurs = series.flatMap((serie) => serie.valeurs.filter((valeur) => valeur !== null));
  if (valeurs.length === 0 || abscisses.length < 2) return null;
  const traits = computeTraits(depuisZero ? [0, ...valeurs] : valeurs);
  const [bas, haut] = [traits[0] ?? 0, traits.at(-1) ?? 1];
  const x = (rang: number) => GAUCHE + (rang / (abscisses.length - 1)) * (LARGEUR - GAUCHE - 24);
  const y = (valeur: number) => HAUTEUR - BAS - ((valeur - bas) / (haut - bas)) * (HAUTEUR - BAS - HAUT);
  return (
    <figure className="graphique">
      <figcaption>
        <span>{titre}</span>
        {series.map(({ titre: nom }, rang) => (
          <span key={nom} className={`legende legende-${rang}`}>
            {nom}
          </span>
        ))}
      </figcaption>
      <svg
        viewBox={`0 0 ${LARGEUR} ${HAUTEUR}`}
        role="img"
        aria-label={formatLecture(titre, abscisses, series, format)}
      >
        {traits.map((trait) => (
          <g key={trait}>
            <line x1={GAUCHE} x2={LARGEUR - 24} y1={y(trait)} y2={y(trait)} />
            <text x={GAUCHE - 8} y={y(trait) + 4} textAnchor="end">
              {format(trait)}
            </text>
          </g>
        ))}
        {abscisses.map((abscisse, rang) => (
          <text key={abscisse} x={x(rang)} y={HAUTEUR - 8} textAnchor="middle">
            {abscisse}
          </text>
        ))}
        {series.map((serie, rang) => (
          <g key={serie.titre} className={`serie-${rang}`}>
            <path d={computeChemin(serie.valeurs, x, y)} className={serie.prevue ? 'prevue' : undefined} />
            {serie.valeurs.map((valeur, i) =>
              valeur === null ? null : (
                <circle key={abscisses[i]} cx={x(i)} cy={y(valeur)} r={serie.prevue ? 2 : 3.5} />
              ),
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Quatre à six graduations rondes qui contiennent toutes les valeurs. */
export function computeTraits(valeurs: readonly number[]): number[] {
  const [min, max] = [Math.min(...valeurs), Math.max(...valeurs)];
  const etendue = max - min || Math.abs(max) || 1;
  const dizaine = 10 ** Math.floor(Math.log10(etendue / 4));
  const pas = [1, 2, 2.5, 5, 10].map((n) => n * dizaine).find((candidat) => etendue / candidat <= 5) ?? dizaine * 10;
  const premier = Math.floor(min / pas);
  const dernier = Math.max(premier + 1, Math.ceil(max / pas));
  return Array.from({ length: dernier - premier + 1 }, (_, rang) => Number(((premier + rang) * pas).toPrecision(12)));
}

function computeChemin(
  valeurs: readonly (number | null)[],
  x: (rang: number) => number,
  y: (valeur: number) => number,
): string {
  let leve = true;
  return valeurs
    .map((valeur, rang) => {
      if (valeur === null) {
        leve = true;
        return '';
      }
      const geste = leve ? 'M' : 'L';
      leve = false;
      return `${geste}${x(rang).toFixed(1)} ${y(valeur).toFixed(1)}`;
    })
    .join('');
}

/** Ce qu'un lecteur d'écran en dit : le premier et le dernier point de chaque courbe ; le tableau donne le reste. */
function formatLecture(
  titre: string,
  abscisses: readonly string[],
  series: readonly SerieTracee[],
  format: (valeur: number) => string,
): string {
  const dites = series.map(({ titre: nom, valeurs }) => {
    const points = valeurs.flatMap((valeur, rang) => (valeur === null ? [] : [`${abscisses[rang]} ${format(valeur)}`]));
    return `${nom} : ${points.length > 1 ? `de ${points[0]} à ${points.at(-1)}` : (points[0] ?? 'rien')}`;
  });
  return `${titre}. ${dites.join(' ; ')}. Les chiffres sont dans le tableau qui suit.`;
}
