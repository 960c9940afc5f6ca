import { describe, expect, it } from 'vitest';
import { DOUTES, type PresenceLue } from '../pointage.ts';
import { matchPresences, type PresenceInscrite } from './rapprochement.ts';

const lue = (arrivee: number, depart: number | null, numero = 1): PresenceLue => ({
  arrivee,
  depart,
  arriveeSupposee: false,
  doutes: [],
  numeros: [numero],
});
const inscrite = (arrivee: number, depart: number | null, reste: Partial<PresenceInscrite> = {}): PresenceInscrite => ({
  etablissementId: 'A',
  arrivee,
  depart,
  origine: 'BADGE',
  doute: null,
  ...reste,
});
const match = (presences: PresenceLue[], inscrites: PresenceInscrite[] = [], corrigees: number[] = []) =>
  matchPresences(
    [{ etablissementId: 'A', presences }],
    inscrites,
    corrigees.map((arrivee) => ({ etablissementId: 'A', arrivee })),
  );

describe('ce qui est lu face à ce qui est déjà inscrit', () => {
  it('la même présence relue ne change rien', () => {
    const issue = match([lue(480, 1020)], [inscrite(480, 1020)]);
    expect(issue).toEqual({ nouvelles: [], completees: [], aDouter: [], dejaInscrites: 1, ecartees: [] });
  });

  it('un départ qui manquait se complète ; un autre départ ne remplace pas le premier', () => {
    expect(match([lue(480, 1020)], [inscrite(480, null)]).completees).toMatchObject([{ arrivee: 480, depart: 1020 }]);
    expect(match([lue(480, null)], [inscrite(480, 1020)]).dejaInscrites).toBe(1);
    expect(match([lue(480, 1000)], [inscrite(480, 1020)]).ecartees).toEqual([
      { numero: 1, raison: 'Déjà inscrite avec un autre départ : 8 h – 17 h.' },
    ]);
  });

  it('une venue déjà inscrite par la tablette ne se compte pas une seconde fois', () => {
    expect(match([lue(483, 1019)], [inscrite(480, 1020, { origine: 'TABLETTE' })])).toMatchObject({
      nouvelles: [],
      ecartees: [{ numero: 1, raison: 'Chevauche une présence déjà inscrite : 8 h – 17 h, tablette.' }],
    });
  });

  it('ce qu’une personne a corrigé ne revient pas', () => {
    expect(match([lue(480, 1020)], [inscrite(500, 1020, { origine: 'SAISIE' })], [480])).toMatchObject({
      nouvelles: [],
      ecartees: [{ numero: 1 }],
    });
  });

  it('un enfant dans deux crèches à la fois fait douter des deux, que la première vienne du fichier ou de la base', () => {
    const ailleurs = match([lue(600, 720)], [inscrite(480, 1020, { etablissementId: 'B' })]);
    expect(ailleurs.nouvelles).toMatchObject([{ doutes: [DOUTES.deuxCreches] }]);
    expect(ailleurs.aDouter).toEqual([{ arrivee: 480, doute: DOUTES.deuxCreches }]);
    const fichier = matchPresences(
      [
        { etablissementId: 'A', presences: [lue(480, 1020, 1)] },
        { etablissementId: 'B', presences: [lue(600, 720, 2), lue(480, 500, 3)] },
      ],
      [],
      [],
    );
    expect(fichier.nouvelles).toMatchObject([{ doutes: [DOUTES.deuxCreches] }, { doutes: [DOUTES.deuxCreches] }]);
    expect(fichier.ecartees).toMatchObject([{ numero: 3 }]);
  });

  it('le matin dans une crèche et l’après-midi dans l’autre ne fait douter de rien', () => {
    const { nouvelles } = match([lue(720, 1020)], [inscrite(480, 720, { etablissementId: 'B' })]);
    expect(nouvelles).toMatchObject([{ doutes: [] }]);
  });
});
