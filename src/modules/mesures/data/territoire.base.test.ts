import { beforeAll, describe, expect, it } from 'vitest';
import { recordMission } from '#modules/acces/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { formatReference } from '../mesure-saisie.ts';
import { aMesure } from '../testing/mesure-factory.ts';
import { attraper, createMondeDesMesures, type MondeDesMesures } from '../testing/monde-mesures.ts';
import { recordDecision } from './decision-commands.server.ts';
import { getMesureInscrite, listMesuresParId } from './mesure-inscrite.server.ts';
import { recordAccord } from './proposition-commands.server.ts';
import { TRAVAUX } from './travaux.server.ts';

const base = withBase();
let monde: MondeDesMesures;
let a: MondeDesMesures['agents'];
beforeAll(async () => {
  monde = await createMondeDesMesures(base.executeSql);
  a = monde.agents;
});

const passer = (enfantId: string, du: string) =>
  base.asAgent(a.cadre, (c) =>
    executeCommand(c, recordMission, { enfantId, nature: 'territoire', uniteId: monde.d.unites.sud, du }),
  );

/** Une aide proposée, un placement qui court, une aide refusée : toutes au territoire nord. */
async function addMesures() {
  const enfantId = await monde.addEnfant();
  const mesure = (code: string) => aMesure(code).pour(enfantId).porteePar(monde.d.unites.nord);
  const proposee = await mesure('AED').insert(base.executeSql);
  const courante = await mesure('PLACEMENT_ASE').decidee({ le: '2026-11-01' }).insert(base.executeSql);
  const refusee = await mesure('AIDE_FIN').insert(base.executeSql);
  await base.executeSql("update mesures.mesure set etat = 'refusee' where id = $1", [refusee.id]);
  return { enfantId, ids: [proposee.id, courante.id, refusee.id] };
}

async function readUnites(ids: readonly string[]) {
  const lues = await base.executeSql<{ id: string; code: string }>(
    'select m.id, case m.unite_id when $2 then $3 else $4 end as code from mesures.mesure m where m.id = any ($1)',
    [ids, monde.d.unites.nord, 'nord', 'sud'],
  );
  return ids.map((id) => lues.find((lue) => lue.id === id)?.code);
}

describe('un enfant change de territoire', () => {
  it('ce qui est proposé et ce qui court le suivent ; ce qui est fini reste compté là où cela s’est passé', async () => {
    const { enfantId, ids } = await addMesures();
    await passer(enfantId, '21/11/2026');
    expect(await readUnites(ids)).toEqual(['sud', 'sud', 'nord']);
  });

  it('qui signe pour le nouveau territoire décide, et pas pour l’ancien (CGCT L3221-3)', async () => {
    const { enfantId, ids } = await addMesures();
    await passer(enfantId, '21/11/2026');
    // L'inspectrice du nord garde l'enfant par une mission d'équipe : elle le voit, sa signature n'y vaut plus.
    await base.executeSql(
      "insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values ($1, $2, $3, 'equipe', '[2020-01-01,)')",
      [createIdentifiant(), enfantId, a.inspectrice],
    );
    const ref = async () => formatReference(await base.asAgent(a.ailleurs, (c) => getMesureInscrite(c, ids[0] ?? '')));
    const accord = { nature: 'accord', forme: 'ecrit', de: 'Mme Essai, mère', le: '2026-11-10' };
    const mesures = [await ref()];
    await base.asAgent(a.ailleurs, (c) => executeCommand(c, recordAccord, { ...accord, mesures }));
    const decider = async (qui: string) => {
      const decision = { nature: 'initiale', motifs: 'Soutien.', dureeMois: '6', mesures: [await ref()] };
      return base.asAgent(qui, (c) => executeCommand(c, recordDecision, decision));
    };
    expect(await attraper(decider(a.inspectrice))).toMatchObject({ name: 'Refus' });
    await decider(a.ailleurs);
    expect(await base.asAgent(a.ailleurs, (c) => listMesuresParId(c, [ids[0] ?? '']))).toMatchObject([
      { etat: 'decidee' },
    ]);
  });

  it('donnée pour demain, la mission n’emmène rien aujourd’hui ; la nuit de ce jour, si', async () => {
    const { enfantId, ids } = await addMesures();
    await passer(enfantId, '22/11/2026');
    expect(await readUnites(ids)).toEqual(['nord', 'nord', 'nord']);
    const [travail] = TRAVAUX;
    const run = () => travail?.run({ enSysteme: base.asSystem, donnees: {} } as never);
    expect(await run()).toBe('0 mesures passées à un autre territoire');
    await base.executeSql("update organisation.installation set jour_fige = '2026-11-22'");
    expect(await run()).toBe('2 mesures passées à un autre territoire');
    expect(await readUnites(ids)).toEqual(['sud', 'sud', 'nord']);
    await base.executeSql("update organisation.installation set jour_fige = '2026-11-21'");
  });
});
