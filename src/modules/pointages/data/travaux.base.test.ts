import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { executeCommand } from '#server/define-command.ts';
import { startTravaux } from '#server/jobs/jobs.ts';
import { migrateTravaux } from '#server/jobs/schema.ts';
import { withBase } from '#tests/support/base.ts';
import { createPointagesEssai, FORMAT_ESSAI, type PointagesEssai } from '../testing/pointages-factory.ts';
import { createFormat } from './formats.server.ts';
import { createImport } from './imports.server.ts';
import { TRAVAUX } from './travaux.server.ts';

describe('un import fait dans son processus', () => {
  const base = withBase();
  const travaux = TRAVAUX.filter(({ aPart }) => aPart !== undefined);
  let essai: PointagesEssai;
  let formatId: string;

  beforeAll(async () => {
    await migrateTravaux(base.urlProprietaire);
    essai = await base.asSystem(({ tx }) => createPointagesEssai(tx));
    formatId = await base.asAgent(essai.agents.nord.agentId, (contexte) =>
      executeCommand(contexte, createFormat, FORMAT_ESSAI),
    );
  });
  beforeEach(() => base.executeSql('truncate eaje.presence, eaje.presence_correction, eaje.import_badges cascade'));

  const open = () =>
    startTravaux({
      urlSysteme: base.urls.urlSysteme,
      db: base.db,
      travaux,
      attenteSecondes: 0.5,
      repriseSecondes: 0,
    });
  const depose = () =>
    base.asAgent(essai.agents.nord.agentId, (contexte) =>
      executeCommand(contexte, createImport, {
        formatId,
        fichier: new File(
          ['Badge;Date;Arrivée;Départ\nB1;19/11/2026;08:00;17:00\nB2;19/11/2026;08:30;16:00'],
          'badges.csv',
        ),
      }),
    );
  const waitFor = (sql: string, valeurs: readonly unknown[] = []) =>
    expect.poll(() => base.executeSql(sql, [...valeurs]), { timeout: 60_000 }).toHaveLength(1);
  const waitFait = (id: string) => waitFor(`select 1 from eaje.import_badges where id = $1 and etat = 'FAIT'`, [id]);
  const countPresences = () => base.executeSql<{ n: number }>('select count(*)::int as n from eaje.presence');

  it('inscrit les présences, et son bilan revient au passage', async () => {
    const ouverts = await open();
    const id = await depose();
    await waitFait(id);
    await waitFor(`select 1 from travaux.passage where issue = 'fait' and bilan like '2 lignes, 2 présences%'`);
    await ouverts.stop();
    expect(await countPresences()).toEqual([{ n: 2 }]);
  });

  it('coupé par l’arrêt de Marelle, il s’arrête à son prochain point sûr, et reprend à la réouverture', async () => {
    const id = await depose();
    const lacher = Promise.withResolvers<void>();
    const tenu = base.asAgent(essai.agents.nord.agentId, async ({ tx }) => {
      await tx.selectFrom('eaje.importBadges').select('id').where('id', '=', id).forUpdate().execute();
      await lacher.promise;
    });
    const ouverts = await open();
    await waitFor(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%import_badges%'`,
    );
    const arret = ouverts.stop();
    lacher.resolve();
    await Promise.all([arret, tenu]);
    expect(await base.executeSql('select issue from travaux.passage order by debut_le desc limit 1')).toEqual([
      { issue: 'coupe' },
    ]);
    expect(await countPresences()).toEqual([{ n: 0 }]);
    const rouverts = await open();
    await waitFait(id);
    await rouverts.stop();
    expect(await countPresences()).toEqual([{ n: 2 }]);
  });
});
