import { RouterContextProvider } from 'react-router';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { canRecordMission, canRecordRestriction, canUpdateEnfant } from '#modules/acces/index.ts';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { agentContexte } from '#server/request-context.ts';
import type { Habilitation } from '#shared/habilitation.ts';
import { withBase } from '#tests/support/base.ts';
import { readSaisie } from './saisie.server.ts';

const base = withBase();
let pole: string;
let id: string;

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  pole = await addAgent('responsable-pole', unites.departement);
  id = await anEnfant().surLeTerritoire(unites.nord1).insert(base.executeSql);
});

function openPage(contexte: Contexte, sans: Habilitation | null) {
  const context = new RouterContextProvider();
  const habilitations = contexte.agent.habilitations.filter((habilitation) => habilitation !== sans);
  context.set(agentContexte, { ...contexte, agent: { ...contexte.agent, habilitations } });
  return { request: new Request('http://localhost/'), context, params: { id } };
}

it.each([
  ['modifier', canUpdateEnfant, 'enfants.modifier'],
  ['affecter', canRecordMission, 'enfants.affecter'],
  ['protéger', canRecordRestriction, 'enfants.proteger'],
] as const)('qui lit le dossier sans pouvoir %s n’en ouvre pas la page de saisie', (_, droit, habilitation) =>
  base.asAgent(pole, async (contexte) => {
    const readPage = (sans: Habilitation | null) => readSaisie(openPage(contexte, sans), droit, () => ({}));
    expect(await readPage(null)).toMatchObject({ id, version: 1 });
    await expect(readPage(habilitation)).rejects.toMatchObject({ init: { status: 404 } });
  }),
);
