import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { recordInformationDonnee } from '#modules/informations-preoccupantes/index.server.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { createSignalement, recordEnvoi, recordSignature } from '#modules/signalements/index.server.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { insertAValider } from '../testing/suites-factory.ts';
import { recordAccord } from './accord-commands.server.ts';
import { closeInformation } from './cloture-commands.server.ts';
import { recordDecision } from './decision-commands.server.ts';
import { getInformationSuivie } from './faits.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { decide: '', crip: '', evaluateur: '', valideur: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1, departement } = d.unites;
  a.decide = await d.addAgent('inspecteur-enfance', nord);
  a.crip = await d.addAgent('agent-crip', departement);
  a.evaluateur = await d.addAgent('evaluateur', nord1);
  a.valideur = await d.addAgent('responsable-territoire-enfance', nord);
  for (const acte of ['ip.decider', 'signalement.saisir'] as const)
    await insertDelegation(base.executeSql, { agentId: a.decide, acte, uniteId: nord });
});

const faire = <S extends z.ZodType, C, R>(agentId: string, command: Command<S, C, R>, brut: unknown): Promise<R> =>
  base.asAgent(agentId, (contexte) => executeCommand(contexte, command, brut));
const attraper = (promesse: Promise<unknown>) =>
  promesse.then(
    () => undefined,
    (erreur: unknown) => erreur,
  );
const lire = ({ id }: InformationPosee) => base.asAgent(a.decide, (contexte) => getInformationSuivie(contexte, id));
const decider = async (
  decision: 'classement' | 'actions-adaptees' | 'saisine',
  plus: Record<string, unknown> = {},
  information = anInformation(),
) => {
  const posee = await insertAValider(base.executeSql, information.dansUnite(d.unites.nord1).evalueePar(a.evaluateur), {
    proposition: decision,
    valideur: a.valideur,
  });
  await faire(a.decide, recordDecision, {
    informationId: posee.id,
    version: 1,
    decision,
    motif: 'Motif',
    mineurs: posee.mineurs,
    ...plus,
  });
  return posee;
};
const clore = (information: InformationPosee, acte: string, agentId = a.decide, version = 2) =>
  faire(agentId, closeInformation, { informationId: information.id, version, acte });
const SAISINE = { motifSaisine: 'refus-famille', actionsMenees: 'AED refusée.', argumentaire: 'Danger.' };

describe('Clore', () => {
  it('un classement décidé se clôt ; l’équipe ne suit plus les enfants, ce qui reste à dire le reste', async () => {
    const enfantId = await anEnfant().insert(base.executeSql);
    const information = await decider('classement', {}, anInformation().avecMineur({ enfantId }));
    const suivent = () =>
      base.executeSql(
        "select 1 from enfants.mission where enfant_id = $1 and nature = 'evaluation' and periode @> date '2026-11-22'",
        [enfantId],
      );
    expect(await suivent()).toHaveLength(1);
    await clore(information, 'clore-classement');
    expect((await lire(information)).cible.etat).toBe('close-classement');
    expect(await suivent()).toHaveLength(0);
    await faire(a.crip, recordInformationDonnee, {
      informationId: information.id,
      objet: 'source',
      aQui: 'source',
      le: '21/11/2026',
      forme: 'courrier',
    });
    const [lu] = await base.executeSql<{ deja_dit: string[] }>('select deja_dit from ip.information where id = $1', [
      information.id,
    ]);
    expect(lu?.deja_dit).toEqual(['source']);
  });
  it('autrement qu’il n’a été décidé est refusé, par la règle et par la base', async () => {
    const information = await decider('classement');
    expect(await attraper(clore(information, 'clore-administratif'))).toMatchObject({
      textes: [{ article: 'D226-2-7' }, expect.anything()],
    });
    for (const etat of ['close-administratif', 'close-judiciaire']) {
      const forcer = base.asAgent(a.decide, ({ tx }) =>
        sql`update ip.information set etat = ${etat}, close_le = '2026-11-21' where id = ${information.id}`.execute(tx),
      );
      expect(await attraper(forcer)).toMatchObject({ constraint: 'information_suites' });
    }
  });
  it('revient à l’encadrement : ni la cellule, ni l’évaluateur', async () => {
    const information = await decider('classement');
    for (const agentId of [a.crip, a.evaluateur])
      expect(await attraper(clore(information, 'clore-classement', agentId))).toBeInstanceOf(Introuvable);
  });
});

describe('Une suite administrative attend l’accord écrit (CASF L223-2, al. 1)', () => {
  const accorder = (information: InformationPosee, mesures: string[], accord: string, accordLe = '21/11/2026') =>
    faire(a.evaluateur, recordAccord, { informationId: information.id, mesures, accord, accordLe });
  it('recueilli par l’équipe, elle se clôt', async () => {
    const information = await decider('actions-adaptees', { natures: ['aed'] });
    expect(await attraper(clore(information, 'clore-administratif'))).toMatchObject({
      textes: [{ article: 'L223-2, al. 1' }],
    });
    const { mesures } = (await lire(information)).faits;
    await accorder(
      information,
      mesures.map(({ id }) => id),
      'recueilli',
    );
    await clore(information, 'clore-administratif');
    expect((await lire(information)).cible.etat).toBe('close-administratif');
  });
  it('un accord se date d’un jour passé, sur une mesure de cette information qui en demande un', async () => {
    const information = await decider('actions-adaptees', { natures: ['aed', 'droit-commun'] });
    const { mesures } = (await lire(information)).faits;
    const [aed, droitCommun] = mesures.map(({ id }) => id);
    expect(await attraper(accorder(information, [aed ?? ''], 'recueilli', '22/11/2026'))).toMatchObject({
      erreurs: { accordLe: expect.any(String) },
    });
    expect(await attraper(accorder(information, [droitCommun ?? ''], 'recueilli'))).toBeInstanceOf(Introuvable);
    const autre = await decider('actions-adaptees', { natures: ['aed'] });
    expect(await attraper(accorder(autre, [aed ?? ''], 'recueilli'))).toBeInstanceOf(Introuvable);
  });
  it('refusé, la suite est la saisine : signalement envoyé, parents informés par écrit (CASF L226-4 I, L226-5, al. 3)', async () => {
    const information = await decider('actions-adaptees', { natures: ['aed'] });
    await accorder(
      information,
      (await lire(information)).faits.mesures.map(({ id }) => id),
      'refuse',
    );
    expect(await attraper(clore(information, 'clore-administratif'))).toMatchObject({
      textes: [{ article: 'L226-4 I' }],
    });
    const id = await faire(a.evaluateur, createSignalement, { informationId: information.id, ...SAISINE });
    await faire(a.decide, recordSignature, { id, version: 1 });
    expect(await attraper(clore(information, 'clore-judiciaire')), 'signé, pas encore parti').toMatchObject({
      message: expect.stringContaining('IP-030'),
    });
    await faire(a.crip, recordEnvoi, { id, version: 2, le: '21/11/2026', heure: '10:00', moyen: 'plateforme' });
    expect(await attraper(clore(information, 'clore-judiciaire'))).toMatchObject({
      textes: [{ article: 'L226-5, al. 3' }],
    });
    await faire(a.crip, recordInformationDonnee, {
      informationId: information.id,
      objet: 'saisine',
      aQui: 'titulaires',
      signalementId: id,
      le: '21/11/2026',
      forme: 'courrier',
    });
    await clore(information, 'clore-judiciaire');
    expect((await lire(information)).cible.etat).toBe('close-judiciaire');
  });
});
