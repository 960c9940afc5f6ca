import { beforeAll, describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { listHeuresRealisees, listPresencesDuJour } from '../index.server.ts';
import { createPointagesEssai, type PointagesEssai } from '../testing/pointages-factory.ts';

describe('les présences d’un jour et les heures d’un mois', () => {
  const base = withBase();
  let essai: PointagesEssai;
  const jour = jourCivil('2026-11-19');
  const NOVEMBRE = { du: jourCivil('2026-11-01'), au: jourCivil('2026-11-30') };

  beforeAll(async () => {
    essai = await base.asSystem(async ({ tx }) => {
      const pose = await createPointagesEssai(tx);
      const { creches, enfants } = pose;
      const presence = { jour, origine: 'BADGE' };
      await tx
        .insertInto('eaje.presence')
        .values([
          { ...presence, etablissementId: creches.a.id, enfantId: enfants.lea.id, arrivee: 485, depart: 1010 },
          // Chevauche la première : le temps partagé ne compte qu'une fois.
          {
            ...presence,
            etablissementId: creches.a.id,
            enfantId: enfants.lea.id,
            arrivee: 600,
            depart: 1020,
            doute: 'x',
          },
          {
            ...presence,
            etablissementId: creches.a.id,
            enfantId: enfants.tom.id,
            arrivee: 500,
            depart: null,
            doute: 'y',
          },
          {
            ...presence,
            etablissementId: creches.b.id,
            enfantId: enfants.zoe.id,
            arrivee: 450,
            depart: 480,
            arriveeSupposee: true,
          },
          { ...presence, etablissementId: creches.sud.id, enfantId: enfants.ian.id, arrivee: 480, depart: 540 },
        ])
        .execute();
      return pose;
    });
  });

  it('les douteuses d’abord, dans son périmètre seulement', async () => {
    const vues = await base.asAgent(essai.agents.nord.agentId, ({ tx }) => listPresencesDuJour(tx, { jour }));
    expect(vues.map(({ nom, arrivee, doute }) => [nom, arrivee, doute])).toEqual([
      ['Léa', 600, 'x'],
      ['Tom', 500, 'y'],
      ['Léa', 485, null],
      ['Zoé', 450, null],
    ]);
    const sud = await base.asAgent(essai.agents.sud.agentId, ({ tx }) => listPresencesDuJour(tx, { jour }));
    expect(sud.map(({ nom }) => nom)).toEqual(['Ian']);
    expect(await base.asAgent(essai.agents.referent.agentId, ({ tx }) => listPresencesDuJour(tx, { jour }))).toEqual(
      [],
    );
  });

  it('toute demi-heure commencée compte (PF-09) ; sans départ ou sans arrivée pointée, aucune minute', async () => {
    const heures = await base.asAgent(essai.agents.nord.agentId, ({ tx }) => listHeuresRealisees(tx, NOVEMBRE));
    const mois = '2026-11-01';
    expect(heures.toSorted((a, b) => b.minutes - a.minutes)).toEqual([
      // 8 h 05 – 16 h 50 et 10 h – 17 h : de 8 h à 17 h.
      { etablissementId: essai.creches.a.id, mois, minutes: 540, presences: 3, douteuses: 2, sansMinutes: 1 },
      { etablissementId: essai.creches.b.id, mois, minutes: 0, presences: 1, douteuses: 0, sansMinutes: 1 },
    ]);
  });

  it('au pas que le département a choisi pour le mois', async () => {
    await base.executeSql(
      `insert into organisation.parametre (id, cle, valeur, periode, confiance, source)
       values (gen_random_uuid(), 'pointage.granularite-minutes', '"1"', '[2026-01-01,)', 'local', 'essai')`,
    );
    const heures = await base.asAgent(essai.agents.crecheA.agentId, ({ tx }) => listHeuresRealisees(tx, NOVEMBRE));
    expect(heures).toMatchObject([{ minutes: 1020 - 485 }]);
  });
});
