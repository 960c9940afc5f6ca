import { describe, expect, it } from 'vitest';
import { listContactsUrgence } from '#modules/eaje/index.server.ts';
import { createCreche, createEnfantAccueilli } from '#modules/eaje/testing/creche-factory.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant, type Identifiant } from '#shared/identifiant.ts';
import { compareInstants } from '#shared/instant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { buildDites, findInformation } from '../rules/information.ts';
import { VUES_SUIVI, type VueSuivi } from '../suivi-filtre.ts';
import { formatContactLu } from '../suivi-saisie.ts';
import { recordInformationContact, updateContactUrgence } from './contact-commands.server.ts';
import { listCorrections } from './corrections.server.ts';
import {
  closeInformation,
  updateControle,
  updateDemande,
  updateFaitMarquant,
  updateInformation,
} from './corrections-commands.server.ts';
import { listSuiviDe } from './creche-queries.server.ts';
import {
  closeFaitMarquant,
  recordControle,
  recordFaitMarquant,
  recordInformation,
  recordMesureCorrective,
  updateMesureCorrective,
} from './suivi-commands.server.ts';
import { countSuivi, getFaitMarquant, getMesure } from './suivi-queries.server.ts';
import { countVues, readVue } from './vues-queries.server.ts';

const base = withBase();
const o = withOrganisation(base);

async function createMonde() {
  return base.asSystem(async ({ tx }) => {
    const creche = await createCreche(tx, { parentId: o.unites.nord, code: `V-${createIdentifiant()}` });
    const creer = async (nom: string, profil: Profil, uniteId: Identifiant) =>
      (await createAgentEssai(tx, { nom, profil, uniteId })).agentId;
    return {
      creche,
      territoire: await creer('TERRITOIRE', 'responsable-territoire-petite-enfance', o.unites.nord),
      responsable: await creer('CRECHE', 'responsable-eaje', creche.uniteId),
      ailleurs: await creer('AILLEURS', 'responsable-territoire-petite-enfance', o.unites.sud),
      referent: await creer('REFERENT', 'referent-educatif', o.unites.nord),
    };
  });
}
type Monde = Awaited<ReturnType<typeof createMonde>>;

const faire = <S extends Parameters<typeof executeCommand>[1]['saisie'], C, R>(
  agent: Monde['territoire'],
  commande: Command<S, C, R>,
  saisie: Record<string, unknown>,
) => base.asAgent(agent, (contexte) => executeCommand(contexte, commande, saisie));
const attraper = (promesse: Promise<unknown>) => promesse.then(() => undefined).catch((erreur: unknown) => erreur);

async function createMesure({ creche, territoire }: Monde) {
  const controleId = await faire(territoire, recordControle, {
    ...{ etablissementId: creche.id, nature: 'SUIVI', autorite: 'PMI', jour: '02/11/2026', constats: 'Vu.' },
  });
  await faire(territoire, recordMesureCorrective, {
    controleId,
    natureMesure: 'PRESCRIPTION',
    libelle: 'Fixer',
    pour: '',
  });
  const { mesures } = await base.asAgent(territoire, ({ tx }) => listSuiviDe(tx, creche.id));
  return { controleId, id: mesures[0]?.id ?? '' };
}
const PCD = { destinataire: 'PCD', moyen: 'ECRIT', le: '20/11/2026', heure: '' };
const FAIT = { survenuLe: '20/11/2026', heure: '', categorie: 'ENFANT', gravite: '3', recit: 'Chute.' };

describe('les suites d’un contrôle', () => {
  it('prennent le délai du département, et ne se réalisent pas sans preuve', async () => {
    const monde = await createMonde();
    const { id } = await createMesure(monde);
    expect(await base.asAgent(monde.territoire, ({ tx }) => getMesure(tx, id))).toMatchObject({ pour: '2026-12-02' });
    const acte = { id, version: '1', acte: 'realiser', le: '20/11/2026', preuve: '' };
    expect(await attraper(faire(monde.territoire, updateMesureCorrective, acte))).toBeInstanceOf(Refus);
    await faire(monde.territoire, updateMesureCorrective, { ...acte, preuve: 'Facture' });
    // Un autre est passé entre-temps : sa version se lit.
    const tard = await attraper(faire(monde.responsable, updateMesureCorrective, { ...acte, acte: 'verifier' }));
    expect(tard).toBeInstanceOf(Conflit);
    await faire(monde.responsable, updateMesureCorrective, { ...acte, version: '2', acte: 'verifier' });
    expect(await base.asAgent(monde.territoire, ({ tx }) => getMesure(tx, id))).toMatchObject({ etat: 'VERIFIEE' });
    // Une vérification négative rouvre : la preuve tombe, un nouveau délai court.
    const rouvrir = { ...acte, version: '3', acte: 'rouvrir', le: '21/11/2026', pour: '15/12/2026' };
    await faire(monde.territoire, updateMesureCorrective, rouvrir);
    expect(await base.asAgent(monde.territoire, ({ tx }) => getMesure(tx, id))).toMatchObject({
      ...{ etat: 'EN_COURS', preuve: null, realiseeLe: null, pour: '2026-12-15' },
    });
  });

  it('une vérification ne précède pas la réalisation, ni un nouveau délai la réouverture', async () => {
    const monde = await createMonde();
    const { id } = await createMesure(monde);
    const acte = { id, version: '1', acte: 'realiser', le: '20/11/2026', preuve: 'Facture' };
    await faire(monde.territoire, updateMesureCorrective, acte);
    const suivre = (plus: object) =>
      attraper(faire(monde.territoire, updateMesureCorrective, { ...acte, version: '2', ...plus }));
    expect(await suivre({ acte: 'verifier', le: '19/11/2026' })).toMatchObject({ champ: 'le' });
    expect(await suivre({ acte: 'rouvrir', pour: '19/11/2026' })).toMatchObject({ champ: 'pour' });
    expect(await suivre({ acte: 'rouvrir', pour: '20/11/2026' })).toBeUndefined();
  });

  it('une injonction dit son délai (CSP L2324-3)', async () => {
    const monde = await createMonde();
    const { controleId } = await createMesure(monde);
    const injonction = { controleId, natureMesure: 'INJONCTION', libelle: 'Fermer', pour: '' };
    expect(await attraper(faire(monde.territoire, recordMesureCorrective, injonction))).toBeInstanceOf(Refus);
  });

  it('ne se voient et ne s’écrivent que dans ses unités', async () => {
    const monde = await createMonde();
    const { id, controleId } = await createMesure(monde);
    for (const agent of [monde.ailleurs, monde.referent]) {
      expect((await base.asAgent(agent, ({ tx }) => listSuiviDe(tx, monde.creche.id))).mesures).toEqual([]);
      const acte = { id, version: '1', acte: 'engager', le: '20/11/2026' };
      expect(await attraper(faire(agent, updateMesureCorrective, acte))).toBeInstanceOf(Introuvable);
      const ecrire = base.asAgent(agent, ({ tx }) =>
        tx
          .insertInto('eaje.mesureCorrective')
          .values({
            ...{ id: createIdentifiant(), controleId, etablissementId: monde.creche.id, nature: 'PRESCRIPTION' },
            ...{ libelle: 'x', pour: jourCivil('2026-12-01') },
          })
          .execute(),
      );
      expect(String(await attraper(ecrire))).toContain('row-level security');
    }
    const sortir = base.asAgent(monde.responsable, async ({ tx }) => {
      const autre = await base.asSystem(({ tx: sys }) =>
        createCreche(sys, { parentId: o.unites.sud, code: `V-${createIdentifiant()}` }),
      );
      return tx.updateTable('eaje.mesureCorrective').set({ etablissementId: autre.id }).where('id', '=', id).execute();
    });
    expect(String(await attraper(sortir))).toContain('row-level security');
  });
});

describe('un fait marquant', () => {
  it('ne se clôt pas avant que le président sache un accident (CSP R2324-25)', async () => {
    const monde = await createMonde();
    const saisie = { etablissementId: monde.creche.id, ...FAIT, secours: 'oui' };
    const id = await faire(monde.responsable, recordFaitMarquant, saisie);
    const clore = { id, version: '1', impact: 'Rien.' };
    expect(await attraper(faire(monde.responsable, closeFaitMarquant, clore))).toMatchObject({
      message: expect.stringContaining('président du conseil départemental'),
    });
    await faire(monde.responsable, recordInformation, { faitId: id, ...PCD });
    await faire(monde.responsable, closeFaitMarquant, clore);
    const clos = await base.asAgent(monde.territoire, ({ tx }) => getFaitMarquant(tx, id));
    expect(clos.closLe).not.toBeNull();
    // Clos, il ne se clôt plus : ses suites ne se réécrivent pas.
    const encore = { id, version: String(clos.version), impact: 'Autre chose.' };
    expect(await attraper(faire(monde.responsable, closeFaitMarquant, encore))).toMatchObject({ champ: 'impact' });
  });

  it('de gravité 4, se juge sur l’instant où il est dit au téléphone puis par écrit (EVT-04)', async () => {
    const monde = await createMonde();
    const saisie = { etablissementId: monde.creche.id, ...FAIT, heure: '8h', gravite: '4' };
    const id = await faire(monde.responsable, recordFaitMarquant, saisie);
    const lire = async () => {
      const [fait] = await base.executeSql<{ donnees: Record<string, string> }>(
        "select donnees from eaje.fait_suivi where donnees->>'fait' = $1",
        [id],
      );
      const [echeance] = await base.executeSql<{ statut: string }>(
        "select statut from echeances.echeance where regle = 'EVT-04' and etablissement_id = $1",
        [monde.creche.id],
      );
      return { ...fait?.donnees, statut: echeance?.statut };
    };
    const dire = (plus: object) => faire(monde.responsable, recordInformation, { ...PCD, faitId: id, ...plus });
    expect(await attraper(dire({ heure: '7h50' }))).toMatchObject({ champ: 'heure' });
    expect(await attraper(dire({ moyen: '' }))).toMatchObject({ erreurs: { moyen: expect.any(String) } });
    await dire({ moyen: 'TELEPHONE', heure: '8h10' });
    expect(await lire()).toMatchObject({ oralLe: '2026-11-20T07:10:00Z', statut: 'ouverte' });
    expect(await attraper(dire({ moyen: 'TELEPHONE', heure: '9h' }))).toMatchObject({
      message: expect.stringContaining('déjà inscrite'),
    });
    await dire({ heure: '20h' });
    expect(await lire()).toMatchObject({ pcdLe: '2026-11-20', ecritLe: '2026-11-20T19:00:00Z', statut: 'faite' });
    const fait = await base.asAgent(monde.territoire, ({ tx }) => getFaitMarquant(tx, id));
    // La vue et la fiche lisent pareil.
    const { date, instant, ...dites } = buildDites(fait);
    const lues = await lire();
    for (const [nom, quand] of Object.entries(dites))
      expect(compareInstants(String(lues[nom as keyof typeof lues]), String(quand)), nom).toBe(0);
    expect(findInformation(buildDites(fait), 4)?.faiteLe).toBe('2026-11-20');
  });

  it('avertit d’un enfant de la crèche nommé (EVT-05), et se compte au tableau', async () => {
    const monde = await createMonde();
    await base.asSystem(({ tx }) => createEnfantAccueilli(tx, { creche: monde.creche, nom: 'ZÉPHIRIN' }));
    const saisie = { etablissementId: monde.creche.id, ...FAIT, gravite: '4' };
    const nomme = { ...saisie, recit: 'Le petit Zephirin est tombé.' };
    expect(await attraper(faire(monde.responsable, recordFaitMarquant, nomme))).toBeInstanceOf(Refus);
    // Un mot peut être un nom sans en être un : qui a relu passe.
    await faire(monde.responsable, recordFaitMarquant, { ...nomme, gravite: '1', relu: 'oui' });
    await faire(monde.responsable, recordFaitMarquant, saisie);
    await createMesure(monde);
    const periode = { du: jourCivil('2026-11-01'), au: jourCivil('2026-11-30') };
    const comptes = await base.asAgent(monde.territoire, (contexte) =>
      countSuivi(contexte, periode, [monde.creche.id]),
    );
    expect(comptes).toMatchObject([
      {
        mesuresOuvertes: 1,
        mesuresRetard: 0,
        mesuresProches: 1,
        agesMesures: [19],
        ...{ faitsMarquants: 2, faitsGravite1: 1, faitsGravite2: 0, faitsGravite3: 0, faitsGraves: 1 },
      },
    ]);
  });
});

describe('les vues du territoire', () => {
  it('se lisent page à page : le plus ancien fait s’atteint, et les comptes sont ceux des listes', async () => {
    const monde = await createMonde();
    await base.executeSql(
      `insert into eaje.fait_marquant (id, etablissement_id, survenu_le, categorie, gravite, recit)
       select gen_random_uuid(), $1, date '2025-01-01' + n, 'BATIMENT', 1, 'Fuite ' || n from generate_series(1, 320) n`,
      [monde.creche.id],
    );
    // Dit aux seules familles, un fait reste tu (EVT-04).
    const id = await faire(monde.responsable, recordFaitMarquant, { etablissementId: monde.creche.id, ...FAIT });
    await faire(monde.responsable, recordInformation, { faitId: id, ...PCD, destinataire: 'FAMILLES' });
    const autre = await faire(monde.responsable, recordFaitMarquant, { etablissementId: monde.creche.id, ...FAIT });
    await faire(monde.responsable, recordInformation, { faitId: autre, ...PCD, destinataire: 'SERVICE' });
    await base.asAgent(monde.responsable, async (contexte) => {
      const lire = (vue: VueSuivi, page: number) => readVue(contexte, { vue, territoire: null }, { page, taille: 50 });
      const { faits } = await lire('faits-tous', 7);
      expect(faits).toMatchObject({ total: 322, pages: 7 });
      expect(faits?.lignes.at(-1)?.recit).toBe('Fuite 1');
      expect((await lire('faits-tus', 1)).faits?.total).toBe(321);
      const comptes = await countVues(contexte, null);
      for (const vue of Object.keys(VUES_SUIVI) as VueSuivi[]) {
        const lu = await lire(vue, 1);
        expect((lu.faits ?? lu.mesures)?.total, vue).toBe(comptes.get(vue));
      }
    });
  });
});

describe('corriger ce qui est inscrit', () => {
  const MOTIF = 'Mal compris';
  const corrections = ({ territoire }: Monde, id: string) =>
    base.asAgent(territoire, ({ tx }) => listCorrections(tx, id));
  const declarer = (monde: Monde, plus = {}) =>
    faire(monde.responsable, recordFaitMarquant, { etablissementId: monde.creche.id, ...FAIT, ...plus });
  const corriger = (monde: Monde, id: string, plus: object, qui = monde.responsable) =>
    faire(qui, updateFaitMarquant, { id, version: '1', ...FAIT, motif: MOTIF, ...plus });
  const lireEvt01 = ({ creche }: Monde) =>
    base.executeSql<{ statut: string }>(
      "select statut from echeances.echeance where regle = 'EVT-01' and etablissement_id = $1",
      [creche.id],
    );

  it('des secours cochés après coup font naître EVT-01, même d’un fait clos, et le rouvrent (CSP R2324-25)', async () => {
    const monde = await createMonde();
    const id = await declarer(monde);
    await faire(monde.responsable, closeFaitMarquant, { id, version: '1', impact: 'Rien.' });
    expect(await lireEvt01(monde)).toEqual([]);
    expect(await corriger(monde, id, { version: '2', secours: 'oui' })).toEqual({ id, pcdDu: true });
    expect(await lireEvt01(monde)).toEqual([{ statut: 'ouverte' }]);
    const lu = await base.asAgent(monde.territoire, ({ tx }) => getFaitMarquant(tx, id));
    expect(lu).toMatchObject({ secours: true, closLe: null, impact: 'Rien.' });
    expect(await corrections(monde, id)).toMatchObject([{ avant: { Secours: 'Non' }, motif: MOTIF }]);
    await faire(monde.responsable, recordInformation, { faitId: id, ...PCD });
    expect(await lireEvt01(monde)).toEqual([{ statut: 'faite' }]);
  });

  it('un fait : la raison est due, l’ancien se garde, sauf un récit réécrit ; rien ne change, rien ne s’écrit', async () => {
    const monde = await createMonde();
    const id = await declarer(monde);
    expect(await attraper(corriger(monde, id, { gravite: '4', motif: '' }))).toMatchObject({
      erreurs: { motif: expect.any(String) },
    });
    expect(await attraper(corriger(monde, id, {}))).toMatchObject({
      message: expect.stringContaining('Rien ne change'),
    });
    await corriger(monde, id, { gravite: '4', heure: '9h30', recit: 'Chute dans la cour.' });
    expect(await corrections(monde, id)).toMatchObject([
      { avant: { Gravité: '3', Heure: '', 'Ce qui s’est passé': 'réécrit' } },
    ]);
    expect(await attraper(corriger(monde, id, { gravite: '2' }, monde.territoire))).toMatchObject({
      actuel: { Gravité: '4', Heure: '9\u00a0h\u00a030' },
    });
    await base.asSystem(({ tx }) => createEnfantAccueilli(tx, { creche: monde.creche, nom: 'ZÉPHIRIN' }));
    const nomme = { version: '2', recit: 'Zéphirin est tombé.' };
    expect(await attraper(corriger(monde, id, nomme))).toMatchObject({ champ: 'recit' });
  });

  it('une information : sa date se corrige, elle se retire, et l’échéance suit', async () => {
    const monde = await createMonde();
    const id = await declarer(monde, { secours: 'oui' });
    await faire(monde.responsable, recordInformation, { faitId: id, ...PCD, le: '21/11/2026' });
    const lire = async () => (await base.asAgent(monde.territoire, ({ tx }) => getFaitMarquant(tx, id))).informes[0];
    const saisie = { id: (await lire())?.id, version: '1', ...PCD, motif: MOTIF };
    expect(await attraper(faire(monde.responsable, updateInformation, { ...saisie, le: '19/11/2026' }))).toMatchObject({
      champ: 'le',
    });
    expect(await attraper(corriger(monde, id, { secours: 'oui', survenuLe: '22/11/2026' }))).toBeInstanceOf(Refus);
    await faire(monde.responsable, updateInformation, { ...saisie, heure: '11h' });
    expect(await lire()).toMatchObject({ le: '2026-11-20', heure: '11:00', version: 2 });
    expect(await attraper(corriger(monde, id, { secours: 'oui', heure: '12h' }))).toMatchObject({ champ: 'heure' });
    expect(await attraper(faire(monde.responsable, updateInformation, { ...saisie, heure: '12h' }))).toBeInstanceOf(
      Conflit,
    );
    expect(await lireEvt01(monde)).toEqual([{ statut: 'faite' }]);
    const retirer = { id: saisie.id, version: '2', motif: 'Personne n’a répondu' };
    await faire(monde.responsable, closeInformation, retirer);
    expect(await lireEvt01(monde)).toEqual([{ statut: 'ouverte' }]);
    expect(await corrections(monde, id)).toMatchObject([
      { avant: { 'Qui est informé': 'Président du conseil départemental (PMI)' }, motif: 'Personne n’a répondu' },
      { avant: { À: '' } },
    ]);
  });

  it('l’information sans laquelle un accident ne se serait pas clos ne se retire pas', async () => {
    const monde = await createMonde();
    const id = await declarer(monde, { secours: 'oui' });
    await faire(monde.responsable, recordInformation, { faitId: id, ...PCD });
    await faire(monde.responsable, closeFaitMarquant, { id, version: '1', impact: 'Rien.' });
    const { informes } = await base.asAgent(monde.territoire, ({ tx }) => getFaitMarquant(tx, id));
    const retirer = { id: informes[0]?.id, version: '1', motif: MOTIF };
    expect(await attraper(faire(monde.responsable, closeInformation, retirer))).toBeInstanceOf(Refus);
  });

  it('un contrôle et ce qu’il demande, dans l’ordre de leurs dates', async () => {
    const monde = await createMonde();
    const { id, controleId } = await createMesure(monde);
    const controle = { id: controleId, version: '1', nature: 'INOPINE', autorite: 'PMI', jour: '03/11/2026' };
    const dite = { ...controle, constats: 'Vu.', motif: MOTIF };
    for (const jour of ['03/12/2026', '22/11/2026'])
      expect(await attraper(faire(monde.responsable, updateControle, { ...dite, jour }))).toMatchObject({
        champ: 'jour',
      });
    await faire(monde.responsable, updateControle, dite);
    expect(await attraper(faire(monde.territoire, updateControle, dite))).toMatchObject({
      actuel: { Nature: 'Inopiné' },
    });
    expect(await corrections(monde, controleId)).toMatchObject([
      { avant: { Nature: 'Suivi', 'Jour du contrôle': expect.any(String) } },
    ]);
    const mesure = { id, version: '1', natureMesure: 'MISE_EN_DEMEURE', libelle: 'Fixer le revêtement', motif: MOTIF };
    expect(await attraper(faire(monde.responsable, updateDemande, { ...mesure, pour: '02/11/2026' }))).toMatchObject({
      champ: 'pour',
    });
    await faire(monde.responsable, updateDemande, { ...mesure, pour: '30/11/2026' });
    expect(await base.asAgent(monde.territoire, ({ tx }) => getMesure(tx, id))).toMatchObject({
      ...{ nature: 'MISE_EN_DEMEURE', pour: '2026-11-30', version: 2 },
    });
    expect(await corrections(monde, id)).toMatchObject([{ avant: { 'Ce qui est demandé': 'Fixer' } }]);
  });

  it('n’est qu’à qui suit la crèche ; une correction ne se réécrit pas, ni au nom d’un autre', async () => {
    const monde = await createMonde();
    const id = await declarer(monde);
    await corriger(monde, id, { gravite: '2' });
    for (const agent of [monde.ailleurs, monde.referent]) {
      expect(await attraper(corriger(monde, id, { gravite: '1', version: '2' }, agent))).toBeInstanceOf(Introuvable);
      expect(await base.asAgent(agent, ({ tx }) => listCorrections(tx, id))).toEqual([]);
    }
    await base.asAgent(monde.territoire, async ({ tx }) => {
      const reecrire = tx.updateTable('eaje.suiviCorrection').set({ motif: 'x' }).where('faitId', '=', id);
      expect((await reecrire.executeTakeFirst()).numUpdatedRows).toBe(0n);
    });
    const auNomDUn = base.asAgent(monde.responsable, ({ tx }) =>
      tx
        .insertInto('eaje.suiviCorrection')
        .values({
          ...{ id: createIdentifiant(), etablissementId: monde.creche.id, faitId: id, le: jourCivil('2026-11-21') },
          ...{ motif: 'x', avant: '{}', par: monde.territoire },
        })
        .execute(),
    );
    expect(String(await attraper(auNomDUn))).toContain('row-level security');
  });
});

describe('le contact d’urgence', () => {
  const CONTACT = { nom: 'Direction', telephone: '01 99 00 00 01', du: '01/09/2026' };
  const lire = ({ creche, territoire }: Monde) =>
    base.asAgent(territoire, ({ tx }) => listContactsUrgence(tx, creche.id));
  const version = async (monde: Monde) => formatContactLu((await lire(monde))[0]);
  const changer = async (monde: Monde, plus: object, qui = monde.responsable) =>
    faire(qui, updateContactUrgence, {
      ...{ etablissementId: monde.creche.id, ...CONTACT },
      ...{ version: await version(monde), ...plus },
    });

  it('le premier ne doit rien ; un changement se dit au président, et l’information inscrite l’éteint (EVT-01)', async () => {
    const monde = await createMonde();
    expect(await changer(monde, {})).toBe(false);
    expect(await changer(monde, { nom: 'Astreinte', du: '20/11/2026' })).toBe(true);
    const informer = { etablissementId: monde.creche.id, version: await version(monde), le: '19/11/2026' };
    expect(await attraper(faire(monde.responsable, recordInformationContact, informer))).toBeInstanceOf(Refus);
    await faire(monde.responsable, recordInformationContact, { ...informer, le: '21/11/2026' });
    // Dit une fois, il ne se dit plus ; changé de nouveau le même jour, si.
    const encore = { ...informer, version: await version(monde), le: '21/11/2026' };
    expect(await attraper(faire(monde.responsable, recordInformationContact, encore))).toBeInstanceOf(Refus);
    expect(await changer(monde, { nom: 'Adjointe', du: '20/11/2026' })).toBe(true);
    expect((await lire(monde)).map(({ nom, pcdLe }) => [nom, pcdLe])).toEqual([
      ['Adjointe', null],
      ['Direction', null],
    ]);
  });

  it('une faute corrigée au même jour dans le premier contact n’est pas un changement', async () => {
    const monde = await createMonde();
    await changer(monde, {});
    expect(await changer(monde, { telephone: '01 99 00 00 02' })).toBe(false);
    expect((await lire(monde)).map(({ telephone }) => telephone)).toEqual(['01 99 00 00 02']);
  });

  it('ne change ni pour demain, ni avant celui qui vaut, ni pour rien', async () => {
    const monde = await createMonde();
    await changer(monde, {});
    for (const plus of [{ nom: 'Autre', du: '22/11/2026' }, { nom: 'Autre', du: '31/08/2026' }, { du: '20/11/2026' }])
      expect(await attraper(changer(monde, plus))).toBeInstanceOf(Refus);
  });

  it('deux personnes : la seconde voit ce que la première a inscrit', async () => {
    const monde = await createMonde();
    await changer(monde, {});
    const lue = await version(monde);
    await changer(monde, { nom: 'Astreinte', du: '20/11/2026' });
    expect(await attraper(changer(monde, { nom: 'Adjointe', du: '20/11/2026', version: lue }))).toMatchObject({
      actuel: { 'Qui joindre': 'Astreinte' },
    });
    const informer = { etablissementId: monde.creche.id, version: lue, le: '20/11/2026' };
    expect(await attraper(faire(monde.responsable, recordInformationContact, informer))).toBeInstanceOf(Conflit);
  });

  it('se change de qui suit la crèche, de personne d’autre', async () => {
    const monde = await createMonde();
    await changer(monde, {}, monde.territoire);
    for (const agent of [monde.ailleurs, monde.referent]) {
      expect(await attraper(changer(monde, { nom: 'X' }, agent))).toBeInstanceOf(Introuvable);
      expect(await base.asAgent(agent, ({ tx }) => listContactsUrgence(tx, monde.creche.id))).toEqual([]);
    }
  });
});
