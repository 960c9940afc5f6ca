import { beforeAll, describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { listPresencesDuJour } from '../index.server.ts';
import { createPointagesEssai, type PointagesEssai } from '../testing/pointages-factory.ts';

describe('les présences d’un jour', () => {
  const base = withBase();
  let essai: PointagesEssai;
  const jour = jourCivil('2026-11-19');

  beforeAll(async () => {
    essai = await base.asSystem(async ({ tx }) => {
      const pose = await createPointagesEssai(tx);
      const { creches, enfants } = pose;
      const presence = { jour, origine: 'BADGE' };
      await tx
        .insertInto('eaje.presence')
        .values([
          { ...presence, etablissementId: creches.a.id, enfantId: enfants.lea.id, arrivee: 485, depart: 1010 },
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
});
