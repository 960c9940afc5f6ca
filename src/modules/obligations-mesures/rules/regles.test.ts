import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAITS_AUDIENCES } from '#modules/audiences/index.ts';
import { FAITS_MESURES } from '#modules/mesures/index.ts';
import { FAITS_PROJET } from '#modules/projet-pour-l-enfant/index.ts';
import { addJours } from '#shared/jour-civil.ts';
import { type Dossier, groupFaits } from '#shared/obligation.ts';
import { drawDossier, verifyRegles } from '#tests/support/dossier-essai.ts';
import { REGLES_MESURES } from '../index.ts';

const FAITS = [...FAITS_MESURES, ...FAITS_AUDIENCES, ...FAITS_PROJET];

describe('Les règles des mesures', () => {
  it('ne cassent sur aucun fait, s’expliquent toujours et ne doivent pas deux fois la même chose', () =>
    verifyRegles(REGLES_MESURES, FAITS));
  it('ont chacune leur identifiant et au moins un texte', () => {
    expect(new Set(REGLES_MESURES.map(({ id }) => id)).size).toBe(REGLES_MESURES.length);
    for (const { id, textes } of REGLES_MESURES) expect(textes.length, id).toBeGreaterThan(0);
  });
  it('le temps qui passe ne défait rien : ce qui est dû, fait ou éteint le reste, au même jour', () => {
    fc.assert(
      fc.property(drawDossier(FAITS), fc.integer({ min: 1, max: 900 }), (tire, jours) => {
        const dossier = keepPasses(tire);
        const tard = { ...dossier, aujourdhui: addJours(dossier.aujourdhui, jours) };
        for (const { id, list } of REGLES_MESURES) {
          const apres = new Map(list(tard).map((obligation) => [obligation.cle, obligation]));
          for (const avant of list(dossier)) {
            const suite = apres.get(avant.cle);
            expect(suite, `${id} ${avant.cle}`).toMatchObject({ pour: avant.pour, faiteLe: avant.faiteLe });
            if (avant.eteinteLe) expect(suite?.eteinteLe, id).toBe(avant.eteinteLe);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Ce qui a eu lieu : le reste viendrait changer la réponse, et non le temps. */
function keepPasses(dossier: Dossier): Dossier {
  const faits = [...dossier.faits.values()].flat().filter(({ date }) => date <= dossier.aujourdhui);
  return { ...dossier, faits: groupFaits(faits) };
}
