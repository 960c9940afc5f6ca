import { sql } from 'kysely';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { signe: '', crip: '', cadre: '', dAilleurs: '', evaluateur: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1, sud, departement } = d.unites;
  a.signe = await d.addAgent('inspecteur-enfance', nord);
  a.crip = await d.addAgent('agent-crip', departement);
  a.cadre = await d.addAgent('cadre-territorial-ase', nord1);
  a.dAilleurs = await d.addAgent('cadre-territorial-ase', sud);
  a.evaluateur = await d.addAgent('evaluateur', nord1);
  await insertDelegation(base.executeSql, { agentId: a.signe, acte: 'signalement.saisir', uniteId: nord });
});
beforeEach(() => base.executeSql('delete from ip.information'));

type Pose = {
  etat?: string;
  envoyeA?: string | null;
  relanceLe?: string | null;
  uniteId?: string;
  enfantId?: string | null;
};
/** Un signalement commencé et signé le 20 novembre. */
async function poser({
  etat = 'brouillon',
  envoyeA = null,
  relanceLe = null,
  uniteId = d.unites.nord1,
  enfantId = null,
}: Pose = {}) {
  const information = await anInformation()
    .dansUnite(uniteId)
    .evalueePar(a.evaluateur)
    .avecMineur({ nom: 'Martin', prenom: 'Léa', enfantId })
    .etat('en-evaluation')
    .insert(base.executeSql);
  const id = createIdentifiant();
  const signe = etat !== 'brouillon';
  await base.executeSql(
    `insert into ip.signalement (id, information_id, etat, autorite, motif, cree_le, valide_le, signataire_id, arrete_numero, envoye_a, moyen, relance_le, accuse_le)
     values ($1, $2, $3, 'Procureur', 'refus-famille', '2026-11-20T09:00:00Z', $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, information.id, etat, signe ? '2026-11-20' : null, signe ? a.signe : null, signe ? '2020-101' : null],
      ...[envoyeA, envoyeA && 'plateforme', relanceLe, etat === 'accuse' ? '2026-10-01' : null],
    ],
  );
  return { id, informationId: information.id };
}

it('la lecture par ensembles et la politique du signalement montrent les mêmes lignes', async () => {
  const restreint = await anEnfant().restreint().insert(base.executeSql);
  await poser();
  await poser({ etat: 'valide', uniteId: d.unites.sud1 });
  await poser({ etat: 'valide', enfantId: restreint });
  for (const agent of Object.values(a))
    await base.asAgent(agent, async ({ tx }) => {
      const lues = await sql<{ id: string }>`select id from ip.signalement order by id`.execute(tx);
      const vues = await sql<{ id: string }>`select id from acces.signalements_que_je_conduis order by id`.execute(tx);
      expect(vues.rows).toEqual(lues.rows);
    });
  const lues = await base.asAgent(a.cadre, ({ tx }) =>
    sql`select id from acces.signalements_que_je_conduis`.execute(tx),
  );
  expect(lues.rows).toHaveLength(1);
});
