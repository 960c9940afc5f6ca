import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import type { CibleInformation } from '#modules/informations-preoccupantes/index.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import { canListEcrits, canRecordEcrit } from '../droits.ts';
import { NATURES_ECRIT, type NatureEcrit } from '../ecrit.ts';

const base = withBase();
const PROFILS: readonly [Profil | null, 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1'][] = [
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['cadre-territorial-ase', 'nord'],
  ['responsable-territoire-enfance', 'sud'],
  ['inspecteur-enfance', 'departement'],
  ['evaluateur', 'nord1'],
  ['evaluateur', 'sud1'],
  ['referent-educatif', 'sud1'],
  ['psychologue', 'nord1'],
  ['administrateur', 'departement'],
  [null, 'nord'],
];
const agents: string[] = [];
type Cas = {
  id: string;
  anonymatDemande: boolean;
  cibleDe: (agentId: string) => CibleInformation;
  signalementId: string;
  ecritId: string;
};
const cas: Cas[] = [];

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  for (const [profil, unite] of PROFILS) agents.push(await addAgent(profil, unites[unite]));
  const [crip = '', , , , , , evaluateur = ''] = agents;
  for (const unite of ['nord1', 'sud1'] as const)
    for (const equipe of [[], [evaluateur]])
      for (const anonymatDemande of [false, true])
        for (const restreint of [false, true]) {
          const enfantId = restreint ? await anEnfant().restreint().insert(base.executeSql) : null;
          let information = anInformation().dansUnite(unites[unite]).etat('en-evaluation').avecMineur({ enfantId });
          if (anonymatDemande) information = information.anonyme();
          for (const agentId of equipe) information = information.evalueePar(agentId);
          const { id } = await information.insert(base.executeSql);
          const cible = { uniteId: unites[unite], evaluateurs: equipe, fermee: restreint, suitUnMineur: false };
          cas.push({ id, anonymatDemande, cibleDe: () => cible, ...(await insertSorti(id, crip)) });
        }
});

async function insertSorti(informationId: string, parId: string) {
  const signalementId = createIdentifiant();
  const ecritId = createIdentifiant();
  await base.executeSql(
    "insert into ip.signalement (id, information_id, autorite, motif) values ($1, $2, 'Procureur', 'refus-famille')",
    [signalementId, informationId],
  );
  await base.executeSql(
    "insert into ip.ecrit (id, information_id, nature, par_id) values ($1, $2, 'rapport-evaluation', $3)",
    [ecritId, informationId, parId],
  );
  return { signalementId, ecritId };
}

const insere = (
  { tx }: Contexte,
  { informationId, nature, parId, signalementId, le = null }: Record<string, string | null> & { nature: NatureEcrit },
) =>
  sql`insert into ip.ecrit (id, information_id, nature, signalement_id, par_id, produit_le)
    values (${createIdentifiant()}, ${informationId}, ${nature}, ${nature === 'saisine' ? signalementId : null}, ${parId},
      coalesce(${le}::timestamptz, transaction_timestamp())) returning id`.execute(tx);

it('les droits écrits en TypeScript et la base ne se contredisent jamais : chaque agent, chaque information, chaque écrit', async () => {
  const ecarts: string[] = [];
  const oui = new Set<string>();
  const note = (quoi: string, dit: boolean, fait: boolean) => {
    if (fait) oui.add(quoi);
    if (dit !== fait) ecarts.push(`${quoi} : droits ${dit}, base ${fait}`);
  };
  for (const [rang, agentId] of agents.entries())
    await base.asAgent(agentId, async (contexte) => {
      for (const { id, anonymatDemande, cibleDe, signalementId, ecritId } of cas) {
        const cible = { ...cibleDe(agentId), anonymatDemande };
        const lu = await attemptActe(contexte.tx, () =>
          sql`select 1 from ip.ecrit where id = ${ecritId}`.execute(contexte.tx),
        );
        note('lire', canListEcrits(contexte.agent, cible), lu);
        for (const nature of NATURES_ECRIT) {
          const ligne = { informationId: id, nature, parId: agentId, signalementId };
          const fait = await attemptActe(contexte.tx, () => insere(contexte, ligne));
          note(nature, canRecordEcrit(contexte.agent, cible, nature), fait);
          if (!fait && lu) oui.add(`${PROFILS[rang]?.[0]} lit sans produire ${nature}`);
        }
      }
    });
  expect(ecarts.slice(0, 5)).toEqual([]);
  // L'essai ne vaut que s'il éprouve des oui, et des non à qui lit.
  expect([...oui]).toEqual(
    expect.arrayContaining([
      'lire',
      ...NATURES_ECRIT,
      'evaluateur lit sans produire transfert',
      'evaluateur lit sans produire accuse-reception',
    ]),
  );
});

it('nul ne produit au nom d’un autre, n’antidate, ne rattache la saisine d’une autre information, ne retire', async () => {
  const [crip = '', chef = ''] = agents;
  const [un, autre] = cas.filter(({ cibleDe }) => !cibleDe(crip).fermee) as [Cas, Cas];
  const juste = { informationId: un.id, nature: 'saisine', parId: crip, signalementId: un.signalementId } as const;
  await base.asAgent(crip, async (contexte) => {
    const ose = (plus: object) => attemptActe(contexte.tx, () => insere(contexte, { ...juste, ...plus }));
    expect(await ose({})).toBe(true);
    expect(await ose({ parId: chef })).toBe(false);
    expect(await ose({ le: '2020-01-01T00:00:00Z' })).toBe(false);
    expect(await ose({ signalementId: autre.signalementId })).toBe(false);
    for (const ordre of [
      sql`delete from ip.ecrit returning id`,
      sql`update ip.ecrit set nature = 'transfert' returning id`,
    ])
      expect(await attemptActe(contexte.tx, () => ordre.execute(contexte.tx))).toBe(false);
  });
});
