import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Refus, SaisieInvalide } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { closeLien, recordLien } from './lien-commands.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
});

const fait = <S extends Parameters<typeof executeCommand>[1]['saisie'], C, T>(
  agent: string,
  command: Command<S, C, T>,
  brut: Record<string, unknown>,
) => base.asAgent(agent, (contexte) => executeCommand(contexte, command, brut));
const pose = () => anInformation().dansUnite(d.unites.departement).insert(base.executeSql);
const histoire = (id: string) =>
  base.executeSql<{ acte: string }>('select acte from ip.acte where information_id = $1 order by rang', [id]);

describe('relier à la main', () => {
  it('relie et délie, l’histoire le dit ; ni à soi-même, ni à ce qu’on ne voit pas, ni deux fois', async () => {
    const [une, autre] = [await pose(), await pose()];
    const lien = (plus: Record<string, unknown> = {}) => ({
      id: une.id,
      numero: autre.numero.toLowerCase(),
      note: 'Même beau-père',
      ...plus,
    });
    await fait(crip, recordLien, lien());
    for (const numero of [autre.numero, une.numero, 'IP-1999-00001'])
      await expect(fait(crip, recordLien, lien({ numero }))).rejects.toBeInstanceOf(SaisieInvalide);
    await fait(crip, closeLien, { id: autre.id, lieeId: une.id });
    await expect(fait(crip, closeLien, { id: autre.id, lieeId: une.id })).rejects.toBeInstanceOf(Refus);
    expect((await histoire(une.id)).map(({ acte }) => acte)).toEqual(['recevoir', 'lier']);
    expect((await histoire(autre.id)).at(-1)?.acte).toBe('delier');
  });
});
