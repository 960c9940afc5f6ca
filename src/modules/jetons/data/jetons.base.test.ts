import { beforeAll, expect, test } from 'vitest';
import { asAgent, SessionAbsente } from '#database/as-agent.ts';
import { createAgentEssai, createOrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { computeEmpreinteJeton } from '#server/session.ts';
import type { Identifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { donnerJeton, revoquerJeton } from './commands.server.ts';
import { listJetons } from './queries.server.ts';

const base = withBase();
let admin: string;
let referent: string;
let departement: Identifiant;
beforeAll(async () => {
  const { unites, agents } = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  departement = unites.departement;
  admin = agents.administrateur.agentId;
  referent = agents.referentNord.agentId;
});

const act = <R>(agentId: string, command: Command<never, never, R>, saisie: unknown): Promise<R> =>
  base.asAgent(agentId, (contexte) => executeCommand(contexte, command as never, saisie)) as Promise<R>;

/** Un agent de service, et le poste qui dit ce qu'il peut. */
async function aService(): Promise<string> {
  const { agentId } = await base.asSystem(({ tx }) =>
    createAgentEssai(tx, { nom: 'Entrepôt', profil: 'administrateur', uniteId: departement }),
  );
  await base.executeSql("update organisation.agent set nature = 'service' where id = $1", [agentId]);
  return agentId;
}

test('un jeton ouvre ce que ses portées et son agent permettent, dit son dernier usage, et se révoque', async () => {
  const service = await aService();
  const saisie = { nom: 'Entrepôt de données', agentId: service, portees: ['journal.lire'], mois: 3 };
  const { jeton } = (await act(admin, donnerJeton as never, saisie)) as { jeton: string };
  expect(jeton).toMatch(/^marelle_/);
  const preuve = { empreinteJetonApi: computeEmpreinteJeton(jeton) };
  const habilitations = await asAgent(base.db, preuve, async ({ agent }) => agent.habilitations);
  expect(habilitations).toEqual(['journal.lire']);
  const trouver = () =>
    base.asAgent(admin, async ({ tx }) => (await listJetons(tx)).find(({ agent }) => agent.startsWith('Entrepôt')));
  const resume = await trouver();
  expect(resume?.dernierUsageLe).not.toBeNull();
  await act(admin, revoquerJeton as never, { jetonId: resume!.id });
  await expect(asAgent(base.db, preuve, async () => true)).rejects.toThrow(SessionAbsente);
  await expect(act(admin, revoquerJeton as never, { jetonId: resume!.id })).rejects.toThrow(Introuvable);
});

test('jamais plus d’un an, ni sans portée, ni pour une personne, ni par qui n’en a pas la charge', async () => {
  const service = await aService();
  const saisie = { nom: 'Entrepôt', agentId: service, portees: ['journal.lire'], mois: 12 };
  await expect(act(admin, donnerJeton as never, { ...saisie, mois: 24 })).rejects.toThrow(SaisieInvalide);
  await expect(act(admin, donnerJeton as never, { ...saisie, portees: [] })).rejects.toThrow(SaisieInvalide);
  await expect(act(admin, donnerJeton as never, { ...saisie, agentId: referent })).rejects.toThrow(Refus);
  await expect(act(referent, donnerJeton as never, saisie)).rejects.toThrow(Introuvable);
  await expect(act(admin, donnerJeton as never, saisie)).resolves.toBeDefined();
});

test('qui ne donne pas les jetons n’en voit aucun, et l’empreinte ne se relit de personne', async () => {
  await base.asAgent(referent, async ({ tx }) => expect(await listJetons(tx)).toEqual([]));
  const relit = base.asAgent(admin, ({ tx }) => tx.selectFrom('comptes.jetonApi').select('empreinte').execute());
  await expect(relit).rejects.toThrow(/permission denied/);
});
