import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { withBase } from '#tests/support/base.ts';
import { type CibleInformation, canConduire, canReadAuteur, canReadInformation } from '../droits.ts';
import { anInformation } from '../testing/information-factory.ts';

const base = withBase();
const PROFILS: readonly [Profil | null, 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1'][] = [
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['cadre-territorial-ase', 'nord'],
  ['responsable-territoire-enfance', 'sud'],
  ['responsable-enfance', 'nord1'],
  ['inspecteur-enfance', 'departement'],
  ['evaluateur', 'nord1'],
  ['evaluateur', 'sud1'],
  ['referent-educatif', 'sud1'],
  ['psychologue', 'nord1'],
  ['assistant-administratif', 'nord'],
  ['chef-projet-strategie', 'departement'],
  ['delegue-protection-donnees', 'departement'],
  ['administrateur', 'departement'],
  [null, 'nord'],
];
const agents: string[] = [];
type Cas = { id: string; cibleDe: (agentId: string) => CibleInformation; anonymatDemande: boolean };
const cas: Cas[] = [];

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  for (const [profil, unite] of PROFILS) agents.push(await addAgent(profil, unites[unite]));
  const [crip, , , , , , , evaluateurNord, evaluateurSud, referent] = agents;
  for (const unite of ['departement', 'nord1', 'sud1'] as const)
    for (const equipe of [[], [evaluateurNord, evaluateurSud]] as const)
      for (const anonymatDemande of [false, true])
        for (const mineur of ['inconnu', 'suivi', 'restreint'] as const) {
          const enfant = mineur === 'restreint' ? anEnfant().restreint() : anEnfant();
          const enfantId = mineur === 'inconnu' ? null : await enfant.insert(base.executeSql);
          if (mineur === 'suivi') await addMission(enfantId, referent);
          if (mineur === 'restreint') await addNomme(enfantId, crip);
          let information = anInformation().dansUnite(unites[unite]).etat('en-evaluation').avecMineur({ enfantId });
          if (anonymatDemande) information = information.anonyme();
          for (const agentId of equipe) information = information.evalueePar(agentId as string);
          const { id } = await information.insert(base.executeSql);
          cas.push({
            id,
            anonymatDemande,
            cibleDe: (agentId) => ({
              uniteId: unites[unite],
              evaluateurs: equipe as readonly string[],
              fermee: mineur === 'restreint' && agentId !== crip,
              suitUnMineur:
                (mineur === 'suivi' && agentId === referent) || (mineur === 'restreint' && agentId === crip),
            }),
          });
        }
});

const addMission = (enfantId: string | null, agentId: string | undefined) =>
  base.executeSql(
    "insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values (gen_random_uuid(), $1, $2, 'equipe', '[2020-01-01,)')",
    [enfantId, agentId],
  );
const addNomme = (enfantId: string | null, agentId: string | undefined) =>
  base.executeSql(
    "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values (gen_random_uuid(), $1, $2, 'essai', '[2020-01-01,)')",
    [enfantId, agentId],
  );

it('la base et les droits s’accordent sur qui lit, qui conduit, et qui sait qui a transmis', async () => {
  const compte = { lit: 0, conduit: 0, auteur: 0 };
  for (const agentId of agents)
    await base.asAgent(agentId, async ({ tx, agent }) => {
      const { rows } = await sql<{ id: string; conduit: boolean; auteur: boolean }>`
        select i.id, acces.conduit_information(i.id) as conduit, a.information_id is not null as auteur
        from ip.information i left join ip.auteur a on a.information_id = i.id`.execute(tx);
      const vues = new Map(rows.map((ligne) => [ligne.id, ligne]));
      for (const { id, cibleDe, anonymatDemande } of cas) {
        const cible = cibleDe(agentId);
        const attendu = {
          lit: canReadInformation(agent, cible),
          conduit: canConduire(agent, cible),
          auteur: canReadAuteur(agent, { ...cible, anonymatDemande }),
        };
        const vue = vues.get(id);
        expect({ lit: vue !== undefined, conduit: vue?.conduit ?? false, auteur: vue?.auteur ?? false }).toEqual(
          attendu,
        );
        for (const acte of ['lit', 'conduit', 'auteur'] as const) compte[acte] += Number(attendu[acte]);
      }
    });
  // Chaque droit est donné à quelqu'un et refusé à d'autres : l'accord ne tient pas au vide.
  for (const nombre of Object.values(compte)) {
    expect(nombre).toBeGreaterThan(20);
    expect(nombre).toBeLessThan((agents.length * cas.length) / 2);
  }
});
