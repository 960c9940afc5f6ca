import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { erreurDe } from '#modules/organisation/testing/organisation-en-base.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { DOUTES, type Sens } from '../pointage.ts';
import { createPointagesEssai, type PointagesEssai } from '../testing/pointages-factory.ts';
import { listEnfantsPointables, listEtatsDuJour } from './attendus.server.ts';
import { listCorrections, recordCorrection } from './corrections.server.ts';
import { getCreche, readJourDePointage, recordPointages } from './pointage.server.ts';

const JOUR = jourCivil('2026-11-20');

describe('pointer sur la tablette, corriger à la main', () => {
  const base = withBase();
  let essai: PointagesEssai;

  beforeAll(async () => {
    essai = await base.asSystem(({ tx }) => createPointagesEssai(tx));
  });
  beforeEach(() => base.executeSql('truncate eaje.presence, eaje.presence_correction, eaje.pointage_acte'));

  const buildGeste = (minute: number, sens: Sens, reste: { id?: string; enfantId?: string; jour?: string } = {}) => ({
    id: randomUUID(),
    enfantId: essai.enfants.lea.id,
    jour: JOUR as string,
    minute,
    sens,
    ...reste,
  });
  const envoie = (
    gestes: readonly ReturnType<typeof buildGeste>[],
    agent = essai.agents.crecheA,
    creche = essai.creches.a,
  ) =>
    base.asAgent(agent.agentId, (contexte) =>
      executeCommand(contexte, recordPointages, { etablissementId: creche.id, gestes }),
    );
  const corrige = (saisie: Record<string, unknown>, agent = essai.agents.crecheA) =>
    base.asAgent(agent.agentId, (contexte) =>
      executeCommand(contexte, recordCorrection, {
        etablissementId: essai.creches.a.id,
        enfantId: essai.enfants.lea.id,
        jour: JOUR,
        acte: 'corriger',
        motif: 'Badge oublié',
        ...saisie,
      }),
    );
  const listPresences = () =>
    base.executeSql<{ arrivee: number; depart: number | null; origine: string; doute: string | null }>(
      'select arrivee, depart, origine, doute from eaje.presence order by enfant_id, arrivee',
    );

  it('le même geste reçu deux fois, ou ses gestes dans le désordre, donnent la même présence', async () => {
    const [arrivee, depart] = [buildGeste(480, 'ARRIVEE'), buildGeste(1020, 'DEPART')];
    await envoie([depart]);
    await envoie([arrivee]);
    await envoie([arrivee, depart]);
    expect(await listPresences()).toEqual([{ arrivee: 480, depart: 1020, origine: 'TABLETTE', doute: null }]);
    expect(await base.executeSql('select 1 from eaje.pointage_acte')).toHaveLength(2);
  });

  it('deux tablettes à la fois n’inscrivent qu’une arrivée', async () => {
    await Promise.all([envoie([buildGeste(480, 'ARRIVEE')]), envoie([buildGeste(481, 'ARRIVEE')], essai.agents.nord)]);
    expect(await listPresences()).toMatchObject([{ arrivee: 480, depart: null }]);
  });

  it('un enfant pointé dans deux crèches fait douter des deux ; le départ de la tablette ferme l’arrivée du badge', async () => {
    await base.executeSql(
      `insert into eaje.presence (etablissement_id, jour, enfant_id, arrivee, origine) values ($1, $2, $3, 490, 'BADGE')`,
      [essai.creches.a.id, JOUR, essai.enfants.tom.id],
    );
    const tom = { enfantId: essai.enfants.tom.id };
    await envoie([buildGeste(1000, 'DEPART', tom)]);
    expect(await listPresences()).toEqual([{ arrivee: 490, depart: 1000, origine: 'BADGE', doute: null }]);
    await envoie([buildGeste(600, 'ARRIVEE', tom), buildGeste(660, 'DEPART', tom)], essai.agents.nord, essai.creches.b);
    expect(await listPresences()).toMatchObject([{ doute: DOUTES.deuxCreches }, { doute: DOUTES.deuxCreches }]);
  });

  it('un geste trop vieux, à venir, ou d’un enfant d’ailleurs est refusé seul, avec sa raison', async () => {
    const refuses = [
      buildGeste(480, 'ARRIVEE', { jour: '2026-10-01' }),
      // Samedi 21 : lundi 23 est le prochain jour ouvert, mardi n'est pas encore venu.
      buildGeste(480, 'ARRIVEE', { jour: '2026-11-24' }),
      buildGeste(480, 'ARRIVEE', { enfantId: essai.enfants.ian.id }),
    ];
    const issue = await envoie([...refuses, buildGeste(480, 'ARRIVEE', { jour: '2026-11-23' })]);
    expect(issue.refuses.map(({ id }) => id)).toEqual(refuses.map(({ id }) => id));
    expect(issue.recus).toHaveLength(1);
  });

  it('qui n’accueille pas dans cette crèche ne pointe ni ne corrige, par l’acte comme par la base', async () => {
    for (const agent of [essai.agents.directeur, essai.agents.sud, essai.agents.referent]) {
      await expect(envoie([buildGeste(480, 'ARRIVEE')], agent)).rejects.toThrow(Introuvable);
      await expect(corrige({ arrivee: '8h' }, agent)).rejects.toThrow(Introuvable);
      await expect(
        base.asAgent(agent.agentId, ({ tx }) =>
          tx
            .insertInto('eaje.pointageActe')
            .values({
              ...buildGeste(480, 'ARRIVEE'),
              jour: JOUR,
              etablissementId: essai.creches.a.id,
              par: agent.agentId,
            })
            .execute(),
        ),
      ).rejects.toThrow('row-level security');
    }
    await expect(envoie([], essai.agents.crecheA, essai.creches.b)).rejects.toThrow(Introuvable);
  });

  it('la correction garde l’ancienne valeur, remplace les gestes, et un départ venu ensuite la ferme', async () => {
    await envoie([buildGeste(480, 'ARRIVEE')]);
    await corrige({ avant: '480', departAvant: '', arrivee: '8h20', depart: '' });
    await envoie([buildGeste(1020, 'DEPART')]);
    expect(await listPresences()).toEqual([{ arrivee: 500, depart: 1020, origine: 'SAISIE', doute: null }]);
    const corrections = await base.asAgent(essai.agents.crecheA.agentId, ({ tx }) =>
      listCorrections(tx, essai.creches.a.id, JOUR),
    );
    expect(corrections).toMatchObject([{ arriveeAvant: 480, departAvant: null, arrivee: 500, motif: 'Badge oublié' }]);
    const [trace] = await base.executeSql<{ detail: unknown }>(
      `select detail from journal.evenement where acte = 'pointages.presence.corriger' order by id desc limit 1`,
    );
    expect(trace?.detail).toEqual({ jour: JOUR, avant: '8 h – ?', apres: '8 h 20 – ?' });
  });

  it('on ajoute, on retire ; une présence changée entre-temps, ou un moment déjà pris, se dit', async () => {
    await corrige({ arrivee: '8:00', depart: '12:00' });
    await expect(corrige({ arrivee: '11:00', depart: '13:00' })).rejects.toThrow(Refus);
    await expect(corrige({ arrivee: '13:00', depart: '13:00' })).rejects.toThrow('Le départ suit l’arrivée.');
    for (const vue of [
      { avant: 480, departAvant: 700, acte: 'retirer' },
      { avant: 470, departAvant: 720, arrivee: '9h', depart: '10h' },
    ]) {
      const conflit = await erreurDe(corrige(vue));
      expect([conflit.name, conflit.actuel]).toEqual(['Conflit', { Présence: '8 h – 12 h' }]);
    }
    await corrige({ avant: 480, departAvant: 720, acte: 'retirer' });
    expect(await listPresences()).toEqual([]);
  });

  it('une présence passée corrigée sans départ reste douteuse, celle du jour non', async () => {
    await corrige({ arrivee: '8:00', depart: '' });
    await corrige({ jour: '2026-11-21', arrivee: '8:30', depart: '' });
    expect((await listPresences()).map(({ arrivee, doute }) => [arrivee, doute])).toEqual([
      [480, DOUTES.departManquant],
      [510, null],
    ]);
  });

  it('le départ de la tablette a fermé l’arrivée du badge : l’enfant qui revient ouvre une autre présence', async () => {
    await base.executeSql(
      `insert into eaje.presence (etablissement_id, jour, enfant_id, arrivee, origine) values ($1, $2, $3, 480, 'BADGE')`,
      [essai.creches.a.id, JOUR, essai.enfants.lea.id],
    );
    await envoie([buildGeste(720, 'DEPART')]);
    await envoie([buildGeste(840, 'ARRIVEE')]);
    expect(await listPresences()).toEqual([
      { arrivee: 480, depart: 720, origine: 'BADGE', doute: null },
      { arrivee: 840, depart: null, origine: 'TABLETTE', doute: DOUTES.departManquant },
    ]);
  });

  it('le doute de deux crèches s’en va quand la présence de trop est retirée, et vient d’une saisie à la main', async () => {
    const tom = { enfantId: essai.enfants.tom.id };
    await envoie([buildGeste(480, 'ARRIVEE', tom), buildGeste(1020, 'DEPART', tom)], essai.agents.nord);
    const aB = { ...tom, etablissementId: essai.creches.b.id };
    await corrige({ ...aB, arrivee: '9h', depart: '10h' }, essai.agents.nord);
    expect(await listPresences()).toMatchObject([{ doute: DOUTES.deuxCreches }, { doute: DOUTES.deuxCreches }]);
    await corrige({ ...aB, avant: 540, departAvant: 600, acte: 'retirer' }, essai.agents.nord);
    expect(await listPresences()).toMatchObject([{ arrivee: 480, depart: 1020, doute: null }]);
  });

  it('un doigt doublé ne fait pas renaître la présence que l’on a retirée', async () => {
    await envoie([buildGeste(480, 'ARRIVEE'), buildGeste(482, 'ARRIVEE')]);
    await corrige({ avant: 480, departAvant: '', acte: 'retirer' });
    await envoie([buildGeste(1020, 'ARRIVEE')]);
    expect(await listPresences()).toMatchObject([{ arrivee: 1020 }]);
  });

  it('hors d’une démonstration, un jour à venir ne se pointe pas et ne se saisit pas, même si la crèche est fermée aujourd’hui', async () => {
    const [figee] = await base.executeSql<{ jourFige: string }>(
      'select jour_fige::text as "jourFige" from organisation.installation',
    );
    await base.executeSql('update organisation.installation set jour_fige = null');
    await base.executeSql(
      `insert into eaje.fermeture (id, etablissement_id, periode, motif, libelle)
       values (gen_random_uuid(), $1, daterange(acces.aujourdhui(), acces.aujourdhui(), '[]'), 'CONGES', 'essai')`,
      [essai.creches.a.id],
    );
    const jour = await base.asAgent(essai.agents.crecheA.agentId, async (contexte) => {
      const creche = await getCreche(contexte.tx, essai.creches.a.id);
      const prochain = await readJourDePointage(contexte, creche);
      expect(prochain).toMatchObject({ isFige: false, isPointable: false });
      expect(prochain.jour > contexte.aujourdhui).toBe(true);
      return prochain.jour;
    });
    const { refuses } = await envoie([buildGeste(480, 'ARRIVEE', { jour })]);
    expect(refuses).toMatchObject([{ raison: 'Ce jour n’est pas encore venu.' }]);
    await expect(corrige({ jour, arrivee: '8h' })).rejects.toThrow('Ce jour n’est pas encore venu.');
    await base.executeSql(`delete from eaje.fermeture where libelle = 'essai'`);
    await base.executeSql('update organisation.installation set jour_fige = $1', [figee?.jourFige]);
  });

  it('la tablette montre les enfants attendus, et où chacun en est', async () => {
    await envoie([buildGeste(480, 'ARRIVEE')]);
    await base.asAgent(essai.agents.crecheA.agentId, async ({ tx }) => {
      const enfants = await listEnfantsPointables(tx, essai.creches.a.id, JOUR);
      expect(enfants).toMatchObject([
        { nom: 'Léa', section: 'Section 1', debut: 510, fin: 1050, absence: null },
        { nom: 'Tom', debut: 510 },
      ]);
      expect((await listEnfantsPointables(tx, essai.creches.a.id, jourCivil('2026-11-21')))[0]).toMatchObject({
        debut: null,
      });
      expect(await listEtatsDuJour(tx, essai.creches.a.id, JOUR)).toEqual([
        { enfantId: essai.enfants.lea.id, arrivee: 480, depart: null },
      ]);
    });
  });
});
