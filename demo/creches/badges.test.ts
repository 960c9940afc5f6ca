import { describe, expect, test } from 'vitest';
import { createAlea } from '../alea.ts';
import { buildOrganisation } from '../organisation/organisation.ts';
import { buildBadges } from './badges.ts';
import { buildMondeCreches } from './monde.ts';

const commande = { profil: 'manche', echelle: 0.1, graine: 1 } as const;
const monde = buildMondeCreches(commande, buildOrganisation(commande));
const [formats = [], imports = [], ecarts = []] = buildBadges(monde, createAlea(1, 'manche', 'badges-creches')).map(
  ({ lignes }) => lignes,
);

describe('les fichiers de badges de la démonstration', () => {
  test('chaque territoire en a un lu et un illisible, de la responsable de sa première crèche', () => {
    const premieres = monde.creches.filter(({ rang }) => rang === 0);
    expect(imports.map(({ etablissementId, etat }) => [etablissementId, etat])).toEqual(
      premieres.flatMap(({ id }) => [
        [id, 'FAIT'],
        [id, 'ILLISIBLE'],
      ]),
    );
    expect(new Set(imports.map(({ parId }) => parId)).size).toBe(premieres.length);
    expect(imports.map(({ formatId }) => formatId)).toEqual(imports.map(() => formats[0]?.id));
  });
  test('compte ses lignes refusées et douteuses comme elles sont gardées, et n’en perd aucune', () => {
    for (const lu of imports.filter(({ etat }) => etat === 'FAIT')) {
      const genres = ecarts.filter(({ importId }) => importId === lu.id).map(({ genre }) => genre);
      expect([lu.refusees, lu.douteuses]).toEqual([
        genres.filter((genre) => genre === 'REFUS').length,
        genres.filter((genre) => genre === 'DOUTE').length,
      ]);
      expect(Number(lu.dejaInscrites) + Number(lu.presences) + Number(lu.refusees)).toBe(lu.lignes);
    }
  });
});
