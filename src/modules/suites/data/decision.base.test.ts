import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import {
  anInformation,
  type InformationPosee,
} from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { insertAValider } from '../testing/suites-factory.ts';
import { recordDecision } from './decision-commands.server.ts';
import { getInformationSuivie } from './faits.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { delegue: '', autreDelegue: '', dAilleurs: '', passe: '', sans: '', crip: '', valideur: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1, sud, departement } = d.unites;
  a.delegue = await d.addAgent('inspecteur-enfance', nord);
  a.autreDelegue = await d.addAgent('responsable-pole', departement);
  a.dAilleurs = await d.addAgent('directeur', departement);
  a.passe = await d.addAgent('cadre-territorial-ase', nord1);
  a.sans = await d.addAgent('responsable-enfance', nord1);
  a.crip = await d.addAgent('agent-crip', departement);
  a.valideur = await d.addAgent('responsable-territoire-enfance', nord);
  const acte = 'ip.decider';
  await insertDelegation(base.executeSql, { agentId: a.delegue, acte, uniteId: nord });
  await insertDelegation(base.executeSql, { agentId: a.autreDelegue, acte, uniteId: departement });
  await insertDelegation(base.executeSql, { agentId: a.dAilleurs, acte, uniteId: sud });
  await insertDelegation(base.executeSql, {
    agentId: a.passe,
    acte,
    uniteId: nord1,
    periode: '[2020-01-01,2026-11-21)',
  });
});

const poser = (plus: Partial<Parameters<typeof insertAValider>[2]> = {}, information = anInformation()) =>
  insertAValider(base.executeSql, information.dansUnite(d.unites.nord1), { valideur: a.valideur, ...plus });
const SAISIE = { version: 1, decision: 'classement', motif: 'Ni danger ni risque constaté.' };
const decider = (agentId: string, { id }: InformationPosee, plus: Record<string, unknown> = {}) =>
  base.asAgent(agentId, (contexte) =>
    executeCommand(contexte, recordDecision, { ...SAISIE, informationId: id, ...plus }),
  );
const suivre = ({ id }: InformationPosee) => base.asAgent(a.delegue, (contexte) => getInformationSuivie(contexte, id));
const attraper = (promesse: Promise<unknown>) =>
  promesse.then(
    () => undefined,
    (erreur: unknown) => erreur,
  );

describe('Décide qui a délégation du président ce jour, dans cette unité ou une unité qui la contient (CGCT L3221-3)', () => {
  it('le délégataire du territoire décide pour un de ses sites ; la décision garde son nom et son arrêté', async () => {
    const information = await poser();
    await decider(a.delegue, information);
    const { cible, faits } = await suivre(information);
    expect(cible.etat).toBe('decidee');
    expect(faits.decision).toMatchObject({
      decision: 'classement',
      signataireId: a.delegue,
      arreteNumero: '2020-101',
      decideeLe: '2026-11-21',
    });
    expect(faits.decideeLe).toBe('2026-11-21');
  });

  it.each([
    ['sans délégation', 'sans'],
    ['dont la délégation a fini hier', 'passe'],
    ['délégataire d’un autre territoire', 'dAilleurs'],
  ] as const)('un cadre %s est refusé, et lit qui peut signer', async (_, qui) => {
    const erreur = await attraper(decider(a[qui], await poser()));
    expect(erreur).toBeInstanceOf(Refus);
    expect((erreur as Refus).textes.map(({ code, article }) => `${code} ${article}`)[0]).toBe('CGCT L3221-3');
    expect((erreur as Refus).message).toContain('Peuvent signer : ESSAI INSPECTEUR-ENFANCE Agent (nord)');
  });

  it('la cellule conduit l’information, mais ne décide pas', async () => {
    expect(await attraper(decider(a.crip, await poser()))).toBeInstanceOf(Introuvable);
  });

  it('la base refuse une décision écrite sans délégation, ou au nom d’un autre', async () => {
    const { id } = await poser();
    const ecrire = (agentId: string, signataireId: string, jour = '2026-11-21') =>
      base.asAgent(agentId, ({ tx }) =>
        sql`insert into ip.decision (information_id, decision, motif, decidee_le, signataire_id, arrete_numero)
          values (${id}, 'classement', 'Essai', ${jour}::date, ${signataireId}, 'x')`.execute(tx),
      );
    for (const [agentId, signataireId, jour] of [
      [a.sans, a.sans],
      [a.passe, a.passe],
      [a.passe, a.passe, '2026-11-20'],
      [a.dAilleurs, a.dAilleurs],
      [a.delegue, a.autreDelegue],
    ] as const)
      expect(await attraper(ecrire(agentId, signataireId, jour))).toMatchObject({ code: '42501' });
    await ecrire(a.delegue, a.delegue);
  });
});

describe('On décide sur un rapport validé (CASF D226-2-7)', () => {
  it('pas encore validé, rien ne se décide, ni par la commande ni dans la base', async () => {
    const information = await poser({ valideur: null });
    expect(await attraper(decider(a.delegue, information))).toMatchObject({ textes: [{ article: 'D226-2-7' }] });
    const forcer = base.asAgent(a.delegue, ({ tx }) =>
      sql`update ip.information set etat = 'decidee' where id = ${information.id}`.execute(tx),
    );
    expect(await attraper(forcer)).toMatchObject({ constraint: 'information_suites' });
  });
  it.each(['en-evaluation', 'rapport-remis', 'decidee', 'close-classement'] as const)(
    'dans l’état « %s », on ne décide pas',
    async (etat) => {
      const information = await anInformation().dansUnite(d.unites.nord1).etat(etat).insert(base.executeSql);
      expect(await attraper(decider(a.delegue, information))).toBeInstanceOf(Refus);
    },
  );
});

describe('Ce que la règle ferme', () => {
  it('un frère sans volet ferme le classement (CASF L226-3)', async () => {
    const information = await poser({ volets: 1 }, anInformation().avecMineur().avecMineur({ prenom: 'Tom' }));
    expect(await attraper(decider(a.delegue, information))).toMatchObject({
      message: expect.stringContaining('ESSAI Tom'),
      textes: [{ article: 'L226-3' }, { article: 'D226-2-3' }],
      champ: 'decision',
    });
    expect((await suivre(information)).cible.etat).toBe('en-validation');
  });
  it('un mineur impossible à rencontrer ferme le classement (CASF D226-2-6 II)', async () => {
    const information = await poser();
    await insertRencontreImpossible(information);
    expect(await attraper(decider(a.delegue, information))).toMatchObject({ textes: [{ article: 'D226-2-6 II' }] });
  });
  it('l’écart avec la proposition se motive (CASF D226-2-4)', async () => {
    const information = await poser({ proposition: 'saisine' });
    expect(await attraper(decider(a.delegue, information))).toMatchObject({
      erreurs: { motifEcart: expect.stringContaining('IP-021') },
    });
    await decider(a.delegue, information, { motifEcart: 'La famille accepte l’aide proposée depuis.' });
    expect((await suivre(information)).faits.decision?.motifEcart).toContain('accepte');
  });
});

async function insertRencontreImpossible({ id, mineurs }: InformationPosee): Promise<void> {
  await base.executeSql(
    "insert into ip.volet (mineur_id, information_id, impossible_motif) values ($1, $2, 'Parti à l’étranger avec sa mère.')",
    [mineurs[0], id],
  );
}

describe('Ce que la décision crée aussitôt', () => {
  it('des actions adaptées : une mesure envisagée par mineur, et l’accord écrit à recueillir (CASF L223-2, al. 1)', async () => {
    const information = await poser(
      { proposition: 'actions-adaptees' },
      anInformation().avecMineur().avecMineur({ prenom: 'Tom' }),
    );
    const plus = { decision: 'actions-adaptees', natures: ['aed', 'droit-commun'], mineurs: information.mineurs };
    await decider(a.delegue, information, plus);
    const { mesures } = (await suivre(information)).faits;
    expect(mesures.map(({ nature, accord }) => `${nature} ${accord}`)).toEqual([
      'aed a-recueillir',
      'aed a-recueillir',
      'droit-commun sans-objet',
      'droit-commun sans-objet',
    ]);
  });
  it('sans dire quoi ni pour qui, ou pour le mineur d’une autre information, rien n’est créé', async () => {
    const information = await poser({ proposition: 'actions-adaptees' });
    const autre = await poser();
    const plus = { decision: 'actions-adaptees' };
    expect(await attraper(decider(a.delegue, information, plus))).toMatchObject({
      erreurs: { natures: 'Dites ce qui est à mettre en place.', mineurs: 'Dites pour quels mineurs.' },
    });
    const dUnAutre = { ...plus, natures: 'aed', mineurs: autre.mineurs };
    expect(await attraper(decider(a.delegue, information, dUnAutre))).toBeInstanceOf(SaisieInvalide);
    expect((await suivre(information)).cible.etat).toBe('en-validation');
  });
  const SAISINE = {
    decision: 'saisine',
    motifSaisine: 'refus-famille',
    actionsMenees: 'AED proposée deux fois, refusée.',
    argumentaire: 'Négligences lourdes et répétées.',
    demandes: ['aemo', 'mjie'],
  };
  it('une saisine : un signalement motivé, avec les actions déjà menées, prêt à signer (CASF L226-4 I)', async () => {
    const information = await poser({ proposition: 'saisine' });
    await decider(a.delegue, information, SAISINE);
    expect((await suivre(information)).faits.signalements).toMatchObject([
      { etat: 'brouillon', urgent: false, motif: 'refus-famille', demandes: ['aemo', 'mjie'], signataire: null },
    ]);
  });
  it('sans motif, sans arguments ou sans les actions menées, la saisine n’est pas décidée (CASF L226-4 I)', async () => {
    const information = await poser({ proposition: 'saisine' });
    const vide = { ...SAISINE, motifSaisine: '', actionsMenees: '', argumentaire: '' };
    const erreur = (await attraper(decider(a.delegue, information, vide))) as SaisieInvalide;
    expect(Object.keys(erreur.erreurs).sort()).toEqual(['actionsMenees', 'argumentaire', 'motifSaisine']);
    expect((await suivre(information)).faits.decision).toBeNull();
  });
  it('le signalement urgent déjà commencé porte la saisine : il n’y en a pas deux', async () => {
    const information = await poser({ proposition: 'saisine' });
    await base.executeSql(
      "insert into ip.signalement (id, information_id, urgent, autorite, motif) values ($1, $2, true, 'Procureur', 'danger-grave-immediat')",
      [createIdentifiant(), information.id],
    );
    await decider(a.delegue, information, { decision: 'saisine' });
    expect((await suivre(information)).faits.signalements).toHaveLength(1);
  });
});

describe('Deux personnes décident à la fois', () => {
  const barriere = () => {
    let lever = () => {};
    const levee = new Promise<void>((resolve) => {
      lever = resolve;
    });
    return { levee, lever };
  };
  const attendreVerrou = async () => {
    for (;;) {
      const [lu] = await base.executeSql<{ n: number }>(
        "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      if ((lu?.n ?? 0) > 0) return;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const deciderDans = (contexte: Contexte, { id }: InformationPosee, plus = {}) =>
    executeCommand(contexte, recordDecision, { ...SAISIE, informationId: id, ...plus });

  it('sur deux connexions, la seconde attend, perd, et lit la décision de la première', async () => {
    const information = await poser();
    const decidee = barriere();
    const validee = barriere();
    const premiere = base.asAgent(a.delegue, async (contexte) => {
      await deciderDans(contexte, information);
      decidee.lever();
      await validee.levee;
    });
    await decidee.levee;
    const seconde = attraper(
      base.asAgent(a.autreDelegue, (contexte) =>
        deciderDans(contexte, information, {
          decision: 'actions-adaptees',
          motifEcart: 'Autre avis',
          natures: 'aed',
          mineurs: information.mineurs,
        }),
      ),
    );
    await attendreVerrou();
    validee.lever();
    await premiere;
    const erreur = (await seconde) as Conflit;
    expect(erreur).toBeInstanceOf(Conflit);
    expect(erreur.message).toContain('ESSAI INSPECTEUR-ENFANCE Agent a déjà décidé');
    expect(erreur.actuel).toMatchObject({ Décision: 'Classement', Motif: SAISIE.motif, Le: '21 novembre 2026' });
    const { faits } = await suivre(information);
    expect(faits.decision?.decision).toBe('classement');
    expect(faits.mesures, 'rien de la seconde n’est resté').toEqual([]);
  });

  it('la page ouverte avant la décision d’un autre dit la même chose', async () => {
    const information = await poser();
    await decider(a.delegue, information);
    expect(await attraper(decider(a.autreDelegue, information))).toBeInstanceOf(Conflit);
  });

  it('la page ouverte avant un complément n’enregistre pas sur une autre version', async () => {
    const information = await poser();
    expect(await attraper(decider(a.delegue, information, { version: 7 }))).toMatchObject({
      message: expect.stringContaining('a changé pendant que vous décidiez'),
    });
  });
});
