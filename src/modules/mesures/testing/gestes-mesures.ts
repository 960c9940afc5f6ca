/** Une base, ses agents, et les gestes que répètent les essais des commandes : proposer, accorder, décider, recevoir. */
import { beforeAll } from 'vitest';
import type { z } from 'zod';
import { type Command, executeCommand } from '#server/define-command.ts';
import { type BaseDeTest, withBase } from '#tests/support/base.ts';
import { recordDecision } from '../data/decision-commands.server.ts';
import { getMesureInscrite } from '../data/mesure-inscrite.server.ts';
import { recordAccord, recordProposition } from '../data/proposition-commands.server.ts';
import { recordReception } from '../data/reception-commands.server.ts';
import { formatReference } from '../mesure-saisie.ts';
import { createMondeDesMesures, type MondeDesMesures } from './monde-mesures.ts';

type Qui = keyof MondeDesMesures['agents'];

export const PROPOSITION = {
  demandeur: 'service',
  demandeeLe: '02/11/2026',
  motif: 'La famille demande de l’aide.',
};
export const DECISION = { nature: 'initiale', motifs: 'Soutien nécessaire.', dureeMois: '6' };
export const RECUE = { nature: 'initiale', juridiction: 'Tribunal pour enfants d’essai', motifs: 'Danger.' };

export function withMesures() {
  const base = withBase();
  let monde: MondeDesMesures;
  beforeAll(async () => {
    monde = await createMondeDesMesures(base.executeSql);
  });
  return { base, readMonde: () => monde, ...buildGestes(base, () => monde) };
}

function buildGestes(base: BaseDeTest, readMonde: () => MondeDesMesures) {
  const faire = <S extends z.ZodType, C, R>(qui: Qui, commande: Command<S, C, R>, saisie: Record<string, unknown>) =>
    base.asAgent(readMonde().agents[qui], (contexte) => executeCommand(contexte, commande, saisie));
  const lire = (id: string) =>
    base.asAgent(readMonde().agents.inspectrice, (contexte) => getMesureInscrite(contexte, id));
  const ref = async (...ids: string[]) => Promise.all(ids.map(async (id) => formatReference(await lire(id))));
  const addEnfant = () => readMonde().addEnfant();
  const proposer = async (enfants: string[], codes: string[]) =>
    faire('referent', recordProposition, { ...PROPOSITION, enfants, codes });
  const accord = { nature: 'accord', forme: 'ecrit', de: 'Mme Essai, mère', le: '2026-11-10' };
  const accorder = async (...ids: string[]) =>
    faire('referent', recordAccord, { mesures: await ref(...ids), ...accord });
  const decider = async (qui: Qui, ids: string[], plus: Record<string, unknown> = {}) =>
    faire(qui, recordDecision, { ...DECISION, mesures: await ref(...ids), ...plus });
  const recevoir = async (qui: Qui, plus: Record<string, unknown>) =>
    (await faire(qui, recordReception, { ...RECUE, ...plus })).ids;
  const addAed = async (): Promise<string> => {
    const [id = ''] = await proposer([await addEnfant()], ['AED']);
    await accorder(id);
    return id;
  };
  const addAedDecidee = async (): Promise<string> => {
    const id = await addAed();
    await decider('inspectrice', [id]);
    return id;
  };
  return { faire, lire, ref, addEnfant, proposer, accorder, decider, recevoir, addAed, addAedDecidee };
}
