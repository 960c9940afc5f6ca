import { beforeAll, describe, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { buildModeleWord } from '#documents/word-modele.ts';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { readTexteDuDocument, updatePartie } from '#tests/support/word.ts';
import { canRecordTrame } from '../droits.ts';
import { defineNature } from '../nature-document.ts';
import { buildDocument } from './document.server.ts';
import { findContenuEnUsage, getContenu, listTramesEnUsage, listVersions } from './trames.server.ts';
import { recordRetour, recordTrame } from './trames-commands.server.ts';

const base = withBase();
let o: OrganisationEssai;
beforeAll(async () => {
  o = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
});

const ecrit = (texte: string) =>
  buildModeleWord({ titre: 't', entete: ['{departement}'], blocs: [{ texte }], pied: '' });
const NATURE = defineNature({
  cle: 'essai-accuse',
  titre: 'Accusé',
  groupe: 'Essais',
  aide: 'Pour l’essai.',
  balises: {
    numero: { libelle: 'numéro du dossier', exemple: '12' },
    enfants: { libelle: 'enfants', liste: { prenom: { libelle: 'prénom', exemple: 'Zoé' } } },
  },
  modele: () => ecrit('De Marelle : {numero} {#enfants}[{prenom}]{/enfants} par {agent}'),
});
const DONNEES = { numero: 'A-1', enfants: [{ prenom: 'Ali' }, { prenom: null }] };

type Role = keyof OrganisationEssai['agents'];
const ROLES: Role[] = ['directeur', 'administrateur', 'cadreNord', 'cadreSud', 'referentNord', 'referentSud'];
const PERMIS: Role[] = ['directeur', 'administrateur'];
const asRole = <T>(role: Role, fn: (contexte: Contexte) => Promise<T>) => base.asAgent(o.agents[role].agentId, fn);
const depose = (contenu: Buffer, role: Role = 'directeur', nature: typeof NATURE = NATURE) =>
  asRole(role, (contexte) =>
    executeCommand(contexte, recordTrame, { nature, fichierNom: 'accuse.docx', contenu, motif: 'Nouveau logo' }),
  );
const rend = (role: Role = 'directeur') =>
  asRole(role, (contexte) => executeCommand(contexte, recordRetour, { nature: NATURE, motif: 'Essai fini' }));
const texte = async () => readTexteDuDocument(await asRole('referentNord', (c) => buildDocument(c, NATURE, DONNEES)));

describe('la trame d’un document', () => {
  test('est celle de Marelle, puis celle du département, puis de nouveau celle de Marelle ; l’histoire reste', async () => {
    expect(await texte()).toContain('De Marelle : A-1 [Ali][[à compléter : prénom]] par Camille');
    expect(await texte()).toContain('Somme');
    const sienne = await ecrit('Du département : {numero}');
    await depose(sienne);
    expect(await texte()).toContain('Du département : A-1');
    await rend('administrateur');
    expect(await texte()).toContain('De Marelle : A-1');
    await asRole('referentSud', async (contexte) => {
      expect((await listTramesEnUsage(contexte)).get(NATURE.cle)).toMatchObject({ version: 2, fichierNom: null });
      expect((await listVersions(contexte, NATURE.cle)).map(({ version, motif }) => [version, motif])).toEqual([
        [2, 'Essai fini'],
        [1, 'Nouveau logo'],
      ]);
      expect(await findContenuEnUsage(contexte, NATURE.cle)).toBeUndefined();
      expect((await getContenu(contexte, NATURE.cle, 1)).equals(sienne)).toBe(true);
      await expect(getContenu(contexte, NATURE.cle, 2)).rejects.toThrow(Introuvable);
      await expect(getContenu(contexte, NATURE.cle, 9)).rejects.toThrow(Introuvable);
    });
  });

  test('ne se rend pas deux fois', async () => {
    await expect(rend()).rejects.toThrow('déjà celle qui sert');
  });

  test('laisse au journal qui l’a changée, sans son contenu', async () => {
    const traces = await base.executeSql<{ acte: string; detail: object }>(
      `select acte, detail from journal.evenement where acte like 'trames.%' order by acte`,
    );
    expect(traces.map(({ acte }) => acte)).toEqual(['trames.trame.remplacer', 'trames.trame.rendre']);
    expect(traces[0]?.detail).toEqual({ nature: NATURE.cle, octets: expect.any(Number) });
  });

  test('qui ne convient plus au document le dit, sans qu’une autre prenne sa place', async () => {
    await depose(await ecrit('{numero} {#enfants}{prenom}{/enfants}'));
    const { enfants: _, ...balises } = NATURE.balises;
    const reduite = { ...NATURE, balises };
    const fait = asRole('referentNord', (c) => buildDocument(c, reduite, { numero: '1' }));
    await expect(fait).rejects.toThrow(/« Accusé » ne convient plus.*« \{#enfants\} » n’existe pas/);
    await expect(fait).rejects.toBeInstanceOf(Refus);
    await rend();
  });
});

describe('une trame reçue est refusée, et rien n’est gardé', () => {
  test.each([
    ['une balise inconnue', () => ecrit('{inconnue}'), 'La balise « {inconnue} » n’existe pas'],
    ['une accolade seule', () => ecrit('{numero'), 'Une accolade est seule'],
    ['une balise hors de sa liste', () => ecrit('{prenom}'), 's’écrit entre « {#enfants} » et « {/enfants} »'],
    ['une macro', async () => updatePartie(await ecrit('x'), 'word/vbaProject.bin', () => 'x'), 'porte une macro'],
    ['un faux document', async () => Buffer.from('bonjour'), 'n’est pas un document Word'],
  ])('%s', async (_, build, phrase) => {
    const avant = await base.executeSql('select 1 from trames.trame');
    const refus = await depose(await build()).catch((erreur: unknown) => erreur);
    expect(refus).toBeInstanceOf(Refus);
    expect((refus as Refus).message).toContain(phrase);
    expect((refus as Refus).champ).toBe('fichier');
    expect(await base.executeSql('select 1 from trames.trame')).toHaveLength(avant.length);
  });
});

describe('qui change une trame', () => {
  /** Écrit droit dans la base, sans passer par TypeScript, et annule. */
  class Annule extends Error {}
  async function essaie(role: Role, fn: (contexte: Contexte) => Promise<unknown>): Promise<boolean> {
    return asRole(role, async (contexte) => {
      await fn(contexte);
      throw new Annule();
    }).catch((erreur) => erreur instanceof Annule);
  }
  const ligne = (parId: string, plus: object = {}) => ({
    id: createIdentifiant(),
    nature: 'essai-droit',
    version: 1,
    contenu: null,
    fichierNom: null,
    motif: 'x',
    parId,
    ...plus,
  });
  const insere = (role: Role, parId: string, plus: object = {}) =>
    essaie(role, ({ tx }) => tx.insertInto('trames.trame').values(ligne(parId, plus)).execute());

  test.each(ROLES)('%s : TypeScript et la base disent pareil', async (role) => {
    const dit = await asRole(role, async ({ agent }) => canRecordTrame(agent));
    expect(dit).toBe(PERMIS.includes(role));
    expect(await insere(role, o.agents[role].agentId)).toBe(dit);
  });

  test('ne signe pas du nom d’un autre, n’antidate pas', async () => {
    const soi = o.agents.directeur.agentId;
    expect(await insere('directeur', soi)).toBe(true);
    expect(await insere('directeur', o.agents.administrateur.agentId)).toBe(false);
    expect(await insere('directeur', soi, { creeLe: '2020-01-01T00:00:00Z' })).toBe(false);
  });

  test('ne réécrit ni n’efface l’histoire, pas même le système', async () => {
    for (const ordre of ["update trames.trame set motif = 'y'", 'delete from trames.trame']) {
      const client = await base.db.systeme.connect();
      await client.query('begin; set local role marelle_systeme');
      await expect(client.query(ordre), ordre).rejects.toThrow('permission denied');
      await client.query('rollback');
      client.release();
    }
    expect(await essaie('directeur', ({ tx }) => tx.deleteFrom('trames.trame').execute())).toBe(false);
    expect(await essaie('directeur', ({ tx }) => tx.updateTable('trames.trame').set({ motif: 'y' }).execute())).toBe(
      false,
    );
  });

  test.each(['cadreNord', 'referentNord'] as const)(
    '%s n’y arrive pas non plus par l’acte : rien ne se voit',
    async (role) => {
      await expect(depose(await ecrit('x'), role)).rejects.toThrow(Introuvable);
      await expect(rend(role)).rejects.toThrow(Introuvable);
    },
  );

  test('sans session ouverte, aucune trame ne se lit', async () => {
    await depose(await ecrit('x'));
    const client = await base.db.agents.connect();
    await client.query('begin; set local role marelle_agent');
    expect((await client.query('select * from trames.trame')).rowCount).toBe(0);
    await client.query('rollback');
    client.release();
    expect((await base.executeSql('select 1 from trames.trame')).length).toBeGreaterThan(0);
  });

  test('la base refuse un fichier trop gros ou sans nom', async () => {
    const soi = o.agents.directeur.agentId;
    const fichier = { contenu: Buffer.alloc(5_000_001), fichierNom: 'x.docx' };
    expect(await insere('directeur', soi, fichier)).toBe(false);
    expect(await insere('directeur', soi, { contenu: Buffer.alloc(5_000_000), fichierNom: 'x.docx' })).toBe(true);
    expect(await insere('directeur', soi, { contenu: Buffer.alloc(1) })).toBe(false);
  });
});
