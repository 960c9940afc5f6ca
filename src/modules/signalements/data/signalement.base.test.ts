import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { recordInformationDonnee } from '#modules/informations-preoccupantes/index.server.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { SignalementFiltre } from '../signalement-filtre.ts';
import { getInformationSignalee } from './faits.server.ts';
import {
  closeSignalement,
  createSignalement,
  recordAccuse,
  recordEnvoi,
  recordRelance,
  recordSignature,
  recordSuitesDuParquet,
  updateSignalement,
} from './signalement-commands.server.ts';
import { countSignalements, listSignalements } from './signalements-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { signe: '', crip: '', evaluateur: '', cadre: '', dAilleurs: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1, sud, departement } = d.unites;
  a.signe = await d.addAgent('inspecteur-enfance', nord);
  a.crip = await d.addAgent('agent-crip', departement);
  a.evaluateur = await d.addAgent('evaluateur', nord1);
  a.cadre = await d.addAgent('cadre-territorial-ase', nord1);
  a.dAilleurs = await d.addAgent('cadre-territorial-ase', sud);
  await insertDelegation(base.executeSql, { agentId: a.signe, acte: 'signalement.saisir', uniteId: nord });
});

type Acte<S extends z.ZodType, C, R> = Command<S, C, R>;
const faire = <S extends z.ZodType, C, R>(agentId: string, command: Acte<S, C, R>, brut: unknown): Promise<R> =>
  base.asAgent(agentId, (contexte) => executeCommand(contexte, command, brut));
const attraper = (promesse: Promise<unknown>) =>
  promesse.then(
    () => undefined,
    (erreur: unknown) => erreur,
  );
const poser = (etat: Parameters<ReturnType<typeof anInformation>['etat']>[0] = 'en-evaluation') =>
  anInformation().dansUnite(d.unites.nord1).evalueePar(a.evaluateur).etat(etat).insert(base.executeSql);
const lire = async ({ id }: InformationPosee) =>
  (await base.asAgent(a.signe, (contexte) => getInformationSignalee(contexte, id))).faits;

const FOND = {
  motifSaisine: 'danger-grave-immediat',
  actionsMenees: 'Aucune action antérieure connue.',
  argumentaire: 'Traces de coups constatées à l’école ce matin.',
  demandes: ['opp', 'enquete'],
};
const rediger = async (information: InformationPosee, plus: Record<string, unknown> = {}) =>
  faire(a.evaluateur, createSignalement, { informationId: information.id, ...FOND, ...plus });
/** Un signalement mené jusqu'à l'envoi, ce matin. */
const envoyer = async (information: InformationPosee) => {
  const id = await rediger(information);
  await faire(a.signe, recordSignature, { id, version: 1 });
  await faire(a.crip, recordEnvoi, { id, version: 2, le: '21/11/2026', heure: '9h05', moyen: 'plateforme' });
  return id;
};

describe('Un signalement urgent part de tout état non final, sans clore l’information', () => {
  it('l’évaluateur le rédige, l’état ne change pas, l’histoire le retient', async () => {
    const information = await poser();
    await rediger(information);
    expect((await lire(information)).signalements).toMatchObject([
      { etat: 'brouillon', urgent: true, motif: 'danger-grave-immediat' },
    ]);
    const actes = await base.executeSql(
      'select acte, etat_avant, etat_apres from ip.acte where information_id = $1 order by rang desc limit 1',
      [information.id],
    );
    expect(actes).toEqual([{ acte: 'rediger-signalement', etat_avant: 'en-evaluation', etat_apres: 'en-evaluation' }]);
  });
  it.each(['recue', 'suspendue', 'decidee'] as const)('de l’état « %s »', async (etat) => {
    expect(await faire(a.crip, createSignalement, { informationId: (await poser(etat)).id, ...FOND })).toBeTruthy();
  });
  it.each(['hors-ip', 'close-classement', 'transferee'] as const)('pas de l’état « %s »', async (etat) => {
    expect(
      await attraper(faire(a.crip, createSignalement, { informationId: (await poser(etat)).id, ...FOND })),
    ).toBeInstanceOf(Refus);
  });
  it('deux personnes ne commencent pas deux signalements : la seconde complète le premier', async () => {
    const information = await poser();
    await rediger(information);
    expect(await attraper(rediger(information))).toMatchObject({
      message: expect.stringContaining('déjà en rédaction'),
    });
  });
  it('qui ne conduit pas l’information ne le voit ni ne l’écrit', async () => {
    const information = await poser();
    const id = await rediger(information);
    expect(await attraper(faire(a.dAilleurs, updateSignalement, { id, version: 1, ...FOND }))).toBeInstanceOf(
      Introuvable,
    );
  });
});

describe('Il se signe par délégation du président (CGCT L3221-3)', () => {
  it('sans délégation, la signature est refusée et dit qui signe ; la base aussi la refuse', async () => {
    const id = await rediger(await poser());
    const erreur = (await attraper(faire(a.cadre, recordSignature, { id, version: 1 }))) as Refus;
    expect(erreur.textes[0]).toMatchObject({ code: 'CGCT', article: 'L3221-3' });
    expect(erreur.message).toContain('Peuvent signer : ESSAI INSPECTEUR-ENFANCE Agent');
    const forcer = (agentId: string, signataire: string) =>
      base.asAgent(agentId, ({ tx }) =>
        sql`update ip.signalement set etat = 'valide', valide_le = '2026-11-21', signataire_id = ${signataire}, arrete_numero = 'x' where id = ${id}`.execute(
          tx,
        ),
      );
    expect(await attraper(forcer(a.cadre, a.cadre))).toMatchObject({ code: '42501' });
    expect(await attraper(forcer(a.cadre, a.signe))).toMatchObject({ code: '42501' });
  });
  it('signé, il garde son signataire et son arrêté, et ne change plus, ni par la commande ni dans la base', async () => {
    const information = await poser();
    const id = await rediger(information);
    await faire(a.signe, recordSignature, { id, version: 1 });
    expect((await lire(information)).signalements).toMatchObject([
      { etat: 'valide', valideLe: '2026-11-21', arreteNumero: '2020-101' },
    ]);
    expect(await attraper(faire(a.evaluateur, updateSignalement, { id, version: 2, ...FOND }))).toBeInstanceOf(Refus);
    const forcer = base.asAgent(a.signe, ({ tx }) =>
      sql`update ip.signalement set argumentaire = 'Autre' where id = ${id}`.execute(tx),
    );
    expect(await attraper(forcer)).toMatchObject({ constraint: 'signalement_signe' });
  });
  it('incomplet, il ne se signe pas : motif, arguments, actions déjà menées (CASF L226-4 I)', async () => {
    const information = await poser();
    const id = await rediger(information, { actionsMenees: '', argumentaire: '' });
    expect(await attraper(faire(a.signe, recordSignature, { id, version: 1 }))).toMatchObject({
      erreurs: { actionsMenees: expect.stringContaining('IP-032'), argumentaire: expect.stringContaining('IP-020') },
    });
    await faire(a.evaluateur, updateSignalement, { id, version: 1, ...FOND });
    await faire(a.signe, recordSignature, { id, version: 2 });
  });
  it('deux personnes sur le même signalement : la seconde lit le conflit', async () => {
    const id = await rediger(await poser());
    await faire(a.evaluateur, updateSignalement, { id, version: 1, ...FOND, argumentaire: 'Complété.' });
    expect(await attraper(faire(a.signe, recordSignature, { id, version: 1 }))).toBeInstanceOf(Conflit);
  });
});

describe('Il part, le parquet l’accuse, répond (CASF L226-4 I)', () => {
  it('l’envoi garde son heure de Paris et son moyen ; l’accusé, la relance et les suites se suivent', async () => {
    const information = await poser();
    const id = await envoyer(information);
    expect((await lire(information)).signalements).toMatchObject([
      { etat: 'envoye', moyen: 'plateforme', envoyeA: '2026-11-21T08:05:00Z' },
    ]);
    await faire(a.crip, recordAccuse, { id, version: 3, le: '21/11/2026' });
    await faire(a.crip, recordRelance, { id, version: 4, le: '21/11/2026' });
    await faire(a.crip, recordSuitesDuParquet, {
      id,
      version: 5,
      le: '21/11/2026',
      nature: 'opp',
      suites: 'OPP du jour.',
    });
    expect((await lire(information)).signalements).toMatchObject([
      { etat: 'suites-connues', suitesNature: 'opp', relanceLe: '2026-11-21' },
    ]);
  });
  it('rien ne précède l’envoi ni n’est à venir', async () => {
    const id = await envoyer(await poser());
    for (const le of ['20/11/2026', '22/11/2026'])
      expect(await attraper(faire(a.crip, recordAccuse, { id, version: 3, le }))).toMatchObject({
        erreurs: { le: expect.any(String) },
      });
  });
  it('pas encore signé, il ne part pas ; parti, il ne s’abandonne plus', async () => {
    const brouillon = await rediger(await poser());
    const envoi = { le: '21/11/2026', heure: '09:00', moyen: 'courriel' };
    expect(await attraper(faire(a.crip, recordEnvoi, { id: brouillon, version: 1, ...envoi }))).toBeInstanceOf(Refus);
    const parti = await envoyer(await poser());
    expect(
      await attraper(faire(a.crip, closeSignalement, { id: parti, version: 3, motifAbandon: 'Erreur' })),
    ).toBeInstanceOf(Refus);
  });
  it('abandonné, il reste, avec sa raison', async () => {
    const information = await poser();
    const id = await rediger(information);
    await faire(a.evaluateur, closeSignalement, {
      id,
      version: 1,
      motifAbandon: 'Le fait a été démenti par le médecin.',
    });
    expect((await lire(information)).signalements).toMatchObject([
      { etat: 'abandonne', motifAbandon: expect.stringContaining('médecin') },
    ]);
  });
});

describe('Les parents sont informés par écrit de chaque saisine (CASF L226-5, al. 3)', () => {
  const DIRE = { objet: 'saisine', aQui: 'titulaires', le: '21/11/2026', forme: 'courrier' };
  it('inscrite, l’information se lit sur le signalement, et sur lui seul', async () => {
    const information = await poser();
    const id = await envoyer(information);
    await faire(a.crip, recordInformationDonnee, { ...DIRE, informationId: information.id, signalementId: id });
    expect((await lire(information)).signalements).toMatchObject([{ ditLe: '2026-11-21' }]);
  });
  it('un entretien ne suffit pas', async () => {
    const information = await poser();
    const signalementId = await envoyer(information);
    const dire = { ...DIRE, informationId: information.id, signalementId, forme: 'entretien' };
    expect(await attraper(faire(a.crip, recordInformationDonnee, dire))).toMatchObject({
      textes: [{ article: 'L226-5, al. 3' }],
    });
  });
  it('le signalement d’une autre information ne se désigne pas', async () => {
    const signalementId = await envoyer(await poser());
    const dire = { ...DIRE, informationId: (await poser()).id, signalementId };
    expect(await attraper(faire(a.crip, recordInformationDonnee, dire))).toBeInstanceOf(Introuvable);
  });
});

describe('La liste des signalements', () => {
  const lister = (agentId: string, filtre: Record<string, string>) =>
    base.asAgent(agentId, (contexte) =>
      listSignalements(contexte, SignalementFiltre.parse(filtre), { page: 1, taille: 200 }),
    );
  it('compte dans chaque vue ce que la vue montre', async () => {
    const comptes = await base.asAgent(a.crip, countSignalements);
    for (const [vue, nombre] of Object.entries(comptes)) {
      const { total, lignes } = await lister(a.crip, { vue });
      expect([vue, total, lignes.length]).toEqual([vue, nombre, nombre]);
    }
    expect(comptes['sans-reponse']).toBeGreaterThan(0);
  });
  it('le parquet est à relancer trente jours après l’envoi, pas vingt-neuf (CASF L226-4 I)', async () => {
    const poserEnvoye = async (envoyeA: string) => {
      const id = await envoyer(await poser());
      await base.executeSql('update ip.signalement set envoye_a = $2 where id = $1', [id, envoyeA]);
      return id;
    };
    // Jour d'essai : le 21 novembre. Le 22 octobre à 22 h 30 UTC est déjà le 23 à Paris.
    const trente = await poserEnvoye('2026-10-22T08:00:00Z');
    const vingtNeuf = await poserEnvoye('2026-10-23T08:00:00Z');
    const veille = await poserEnvoye('2026-10-22T22:30:00Z');
    const { lignes } = await lister(a.crip, { vue: 'a-relancer' });
    const trouves = lignes.map(({ id }) => id);
    expect(trouves).toContain(trente);
    expect(trouves).not.toContain(vingtNeuf);
    expect(trouves).not.toContain(veille);
  });
  it('ne montre que ce que l’on conduit', async () => {
    expect((await lister(a.dAilleurs, { vue: 'tous' })).total).toBe(0);
    expect((await lister(a.crip, { vue: 'tous', unite: d.unites.sud })).total).toBe(0);
    expect((await lister(a.crip, { vue: 'tous', unite: d.unites.nord })).total).toBeGreaterThan(5);
  });
});
