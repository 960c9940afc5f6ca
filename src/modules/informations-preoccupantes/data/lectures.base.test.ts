import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { withBase } from '#tests/support/base.ts';
import { anInformation } from '../testing/information-factory.ts';

const base = withBase();
const PROFILS: readonly (readonly [Profil | null, 'departement' | 'nord' | 'nord1' | 'sud1'])[] = [
  ['agent-crip', 'departement'],
  ['cadre-territorial-ase', 'nord'],
  ['evaluateur', 'nord1'],
  ['referent-educatif', 'sud1'],
  ['responsable-territoire-enfance', 'nord'],
  ['administrateur', 'departement'],
  [null, 'nord'],
];
const agents: string[] = [];
let informations = 0;

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  for (const [profil, unite] of PROFILS) agents.push(await addAgent(profil, unites[unite]));
  const [crip, , evaluateur, referent] = agents as [string, string, string, string];
  for (const unite of ['departement', 'nord1', 'sud1'] as const)
    for (const evaluee of [false, true])
      for (const mineur of ['inconnu', 'suivi', 'restreint'] as const) {
        const enfant = mineur === 'restreint' ? anEnfant().restreint() : anEnfant();
        const enfantId = mineur === 'inconnu' ? null : await enfant.insert(base.executeSql);
        if (mineur === 'suivi') await addMission(enfantId, referent);
        if (mineur === 'restreint') await addNomme(enfantId, crip);
        let information = anInformation().dansUnite(unites[unite]).etat('en-evaluation').avecMineur({ enfantId });
        if (evaluee) information = information.evalueePar(evaluateur);
        await information.insert(base.executeSql);
        informations += 1;
      }
});

const addMission = (enfantId: string | null, agentId: string) =>
  base.executeSql(
    "insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values (gen_random_uuid(), $1, $2, 'equipe', '[2020-01-01,)')",
    [enfantId, agentId],
  );
const addNomme = (enfantId: string | null, agentId: string) =>
  base.executeSql(
    "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values (gen_random_uuid(), $1, $2, 'essai', '[2020-01-01,)')",
    [enfantId, agentId],
  );

it('les vues des listes montrent exactement ce que les politiques montrent, pour chaque agent', async () => {
  const vues: number[] = [];
  for (const agentId of agents)
    await base.asAgent(agentId, async ({ tx }) => {
      const read = async (requete: string) => (await sql<{ id: string }>`${sql.raw(requete)}`.execute(tx)).rows;
      const lues = await read('select id from ip.information order by id');
      expect(await read('select id from acces.mes_informations order by id')).toEqual(lues);
      expect(await read('select i.id from ip.information i where acces.voit_information(i.id) order by id')).toEqual(
        lues,
      );
      const enfants = 'select m.information_id as id, m.rang, m.nom, m.prenom from';
      expect(await read(`${enfants} acces.mineurs_de_mes_informations m order by 1, 2`)).toEqual(
        await read(`${enfants} ip.mineur m order by 1, 2`),
      );
      // La table montre aussi à chacun les équipes où il est nommé, même d'une information restreinte.
      const equipes = 'select e.information_id as id, e.agent_id from';
      expect(await read(`${equipes} acces.equipes_de_mes_informations e order by 1, 2`)).toEqual(
        await read(
          `${equipes} ip.evaluateur e where e.information_id in (select i.id from ip.information i) order by 1, 2`,
        ),
      );
      expect(await read('select information_id as id, agent_id from acces.equipes_du_jour order by 1, 2')).toEqual(
        await read(
          `select i.id, e.agent_id from ip.information i
             left join ip.evaluateur e on e.information_id = i.id and e.periode @> acces.aujourdhui() order by 1, 2`,
        ),
      );
      vues.push(lues.length);
    });
  // L'accord ne tient pas au vide : la cellule voit tout, d'autres une part, d'autres rien.
  expect(Math.max(...vues)).toBe(informations);
  expect(Math.min(...vues)).toBe(0);
  expect(new Set(vues).size).toBeGreaterThan(3);
});
