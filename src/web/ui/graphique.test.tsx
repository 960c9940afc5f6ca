import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { computeTraits, Graphique } from './graphique.tsx';

const dessine = (valeurs: readonly (number | null)[]) =>
  renderToStaticMarkup(
    <Graphique
      titre="Heures"
      abscisses={['janv.', 'févr.', 'mars']}
      series={[{ titre: 'Facturées', valeurs }]}
      format={(valeur) => `${valeur} h`}
    />,
  );

describe('le graphique', () => {
  it.each([
    [
      [0, 100],
      [0, 20, 40, 60, 80, 100],
    ],
    [
      [77.7, 93.9],
      [75, 80, 85, 90, 95],
    ],
    [
      [-3, 4],
      [-4, -2, 0, 2, 4],
    ],
  ])('gradue %j de %j, rond', (valeurs, traits) => {
    const trouves = computeTraits(valeurs);
    expect(Math.min(...trouves)).toBeLessThanOrEqual(Math.min(...valeurs));
    expect(Math.max(...trouves)).toBeGreaterThanOrEqual(Math.max(...valeurs));
    expect(trouves).toEqual(traits);
  });

  it('une valeur qui ne bouge pas a tout de même un axe', () => {
    for (const valeur of [0, 5, -2]) expect(new Set(computeTraits([valeur, valeur])).size).toBeGreaterThan(1);
  });

  it('se lit sans le voir : le premier et le dernier point, et où sont les chiffres', () => {
    expect(dessine([10, null, 30])).toContain(
      'aria-label="Heures. Facturées : de janv. 10 h à mars 30 h. Les chiffres sont dans le tableau qui suit."',
    );
  });

  it('s’interrompt où rien n’est connu : jamais de trait au-dessus d’un trou', () => {
    expect(dessine([10, null, 30]).match(/ d="M[^L]*M[^L]*"/)).not.toBeNull();
    expect(dessine([10, 20, 30]).match(/L/g)?.length).toBeGreaterThanOrEqual(2);
  });

  it('sans aucune valeur, ne dessine rien', () => {
    expect(dessine([null, null, null])).toBe('');
  });
});
