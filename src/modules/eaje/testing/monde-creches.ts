import { beforeAll } from 'vitest';
import type { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import type { OrganisationEnBase } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { BaseDeTest } from '#tests/support/base.ts';
import { createCreche, createProfessionnel } from './creche-factory.ts';

/** Deux crèches, une par territoire, et qui les tient, les dirige ou ne fait que les voir. */
async function createMonde(base: BaseDeTest, o: OrganisationEnBase) {
  return base.asSystem(async ({ tx }) => {
    const modulations = [{ debut: 450, fin: 510, places: 20 }];
    const nord = await createCreche(tx, { parentId: o.unites.nord, code: 'CN', places: 60, modulations });
    const sud = await createCreche(tx, { parentId: o.unites.sud, code: 'CS', places: 40 });
    for (const { id: etablissementId } of [nord, sud])
      await tx
        .insertInto('eaje.contactUrgence')
        .values({
          id: createIdentifiant(),
          etablissementId,
          nom: 'Direction',
          telephone: '01 99 00 00 00',
          du: jourCivil('2020-01-01'),
        })
        .execute();
    const proNord = await createProfessionnel(tx, { creche: nord, metier: 'AP' });
    const proSud = await createProfessionnel(tx, { creche: sud, metier: 'AP' });
    const responsable = 'responsable-territoire-petite-enfance' as const;
    const agents = {
      territoireNord: await createAgentEssai(tx, { nom: 'Nord', profil: responsable, uniteId: o.unites.nord }),
      territoireSud: await createAgentEssai(tx, { nom: 'Sud', profil: responsable, uniteId: o.unites.sud }),
      crecheNord: await createAgentEssai(tx, { nom: 'Crèche', profil: 'responsable-eaje', uniteId: nord.uniteId }),
      directeur: o.agents.directeur,
      referentNord: o.agents.referentNord,
    };
    return { nord, sud, proNord, proSud, agents };
  });
}
type Monde = Awaited<ReturnType<typeof createMonde>>;
export type RoleCreche = keyof Monde['agents'];
export const ROLES_CRECHE: readonly RoleCreche[] = [
  'territoireNord',
  'territoireSud',
  'crecheNord',
  'directeur',
  'referentNord',
];

class Annule extends Error {}

/** Le monde, prêt au premier `beforeAll`, et de quoi agir au nom de chacun. */
export function withCreches(base: BaseDeTest, o: OrganisationEnBase) {
  let monde: Monde | undefined;
  beforeAll(async () => {
    monde = await createMonde(base, o);
  });
  const get = () => {
    if (monde === undefined) throw new Error('Les crèches d’essai ne s’ouvrent qu’au premier beforeAll');
    return monde;
  };
  const asRole = <T>(role: RoleCreche, fn: (contexte: Contexte) => Promise<T>) =>
    base.asAgent(get().agents[role].agentId, fn);
  return {
    get monde() {
      return get();
    },
    asRole,
    agit: <S extends z.ZodType, C, R>(role: RoleCreche, command: Command<S, C, R>, brut: object): Promise<R> =>
      asRole(role, (contexte) => executeCommand(contexte, command, brut)),
    /** Essaie dans une transaction que l'on annule toujours ; vrai si des lignes ont été touchées et que rien ne l'a refusé. */
    essaie: (role: RoleCreche, fn: (contexte: Contexte) => Promise<number>): Promise<boolean> =>
      asRole(role, async (contexte) => {
        if ((await fn(contexte)) === 0) return false;
        throw new Annule();
      }).catch((erreur) => erreur instanceof Annule),
  };
}
