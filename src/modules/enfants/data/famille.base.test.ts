/** La famille d'un enfant, et les fiches d'une même personne : réunies, séparées, liées. */
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { listConsultations } from '#modules/acces/index.server.ts';
import { anEnfant, insertLien, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import {
  closeLien,
  closeMembre,
  createProche,
  findFicheGardee,
  fusionnerPersonnes,
  listFoyers,
  listFratrie,
  listLiens,
  recordAdresse,
  recordLien,
  recordMembre,
  recordMenage,
  separerFusion,
} from '#modules/personnes/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { IDENTITE, withDossiersSuivis } from '../testing/dossiers-suivis.ts';
import { getEnTete, listAutorites, listStatuts } from './dossier-queries.server.ts';
import { recordAutoriteParentale, recordStatut } from './famille-commands.server.ts';
import { closePartenaireEnfant, recordPartenaireEnfant } from './partenaire-commands.server.ts';

const { a, base, suivi } = withDossiersSuivis();

describe('La famille', () => {
  it('un proche, sa filiation, son autorité parentale : la ligne suivante ferme la précédente la veille', async () => {
    const id = await suivi();
    await base.asAgent(a.referent, async (c) => {
      await executeCommand(c, createProche, {
        ...IDENTITE,
        prenom: 'Julie',
        dateNaissance: '',
        naissancePrecision: 'inconnue',
        enfantId: id,
        qualite: 'mere',
        filiation: 'etablie',
        du: '04/03/2019',
      });
      const [lien] = await listLiens(c, id);
      await executeCommand(c, recordAutoriteParentale, {
        enfantId: id,
        qui: lien!.personneId,
        titulaire: 'oui',
        exercice: 'conjoint',
        du: '04/03/2019',
      });
      await executeCommand(c, recordAutoriteParentale, {
        enfantId: id,
        qui: lien!.personneId,
        titulaire: 'oui',
        exercice: 'seul',
        du: '01/02/2024',
      });
      expect((await listAutorites(c, id)).map(({ exercice, au }) => [exercice, au])).toEqual([
        ['conjoint', '2024-01-31'],
        ['seul', null],
      ]);
      await executeCommand(c, closeLien, { id: lien!.id, version: '1', au: '21/11/2026' });
      expect((await listLiens(c, id))[0]?.au).toBe('2026-11-21');
    });
  });
  it('un statut ferme le précédent la veille, et ne réécrit pas l’histoire', async () => {
    const id = await suivi();
    await base.asAgent(a.referent, async (c) => {
      await executeCommand(c, recordStatut, { enfantId: id, code: 'autorite-parentale', du: '04/03/2019' });
      await executeCommand(c, recordStatut, { enfantId: id, code: 'tutelle-departementale', du: '01/07/2026' });
      expect((await listStatuts(c, id)).map(({ code, au }) => [code, au])).toEqual([
        ['autorite-parentale', '2026-06-30'],
        ['tutelle-departementale', null],
      ]);
      await expect(
        executeCommand(c, recordStatut, { enfantId: id, code: 'majeur', du: '01/07/2026' }),
      ).rejects.toBeInstanceOf(Refus);
    });
  });
  it('un foyer déménage, accueille, se quitte', async () => {
    const id = await suivi();
    await base.asAgent(a.referent, async (c) => {
      const menageId = await executeCommand(c, recordMenage, {
        personneId: id,
        libelle: 'Chez sa tante',
        residence: 'principale',
        du: '01/01/2026',
        voie: '1 rue A',
        communeNom: 'Valognes',
      });
      await executeCommand(c, recordAdresse, { menageId, du: '01/06/2026', voie: '2 rue B', communeNom: 'Cherbourg' });
      const frere = await executeCommand(c, createProche, {
        ...IDENTITE,
        enfantId: id,
        qualite: 'frere-soeur',
        du: '01/01/2026',
      });
      const [lien] = await listLiens(c, frere);
      await executeCommand(c, recordMembre, {
        menageId,
        personneId: lien!.personneId,
        residence: 'alternee',
        du: '01/01/2026',
      });
      const [foyer] = await listFoyers(c, id);
      expect(foyer?.adresses.map(({ voie, au }) => [voie, au])).toEqual([
        ['1 rue A', '2026-05-31'],
        ['2 rue B', null],
      ]);
      await executeCommand(c, closeMembre, { id: foyer!.membres[0]!.id, au: '20/11/2026' });
      expect((await listFoyers(c, id))[0]?.membres).toEqual([]);
    });
  });
  it('une école s’attache et se retire', async () => {
    const id = await suivi();
    await base.asAgent(a.referent, async (c) => {
      await executeCommand(c, recordPartenaireEnfant, {
        enfantId: id,
        qualite: 'scolarite',
        nature: 'ecole',
        nom: 'École Les Dunes',
        du: '01/09/2025',
      });
      const { rows } = await sql<{
        id: string;
      }>`select id from enfants.partenaire_enfant where enfant_id = ${id}`.execute(c.tx);
      await executeCommand(c, closePartenaireEnfant, { id: rows[0]!.id, version: '1', au: '03/07/2026' });
    });
  });
  it('la fratrie hors missions ne donne que le prénom, et rien d’un dossier restreint', async () => {
    const id = await suivi();
    const mere = await insertPersonne(base.executeSql, {
      nom: 'Mère',
      prenom: 'Anne',
      sexe: 'feminin',
      naissance: null,
    });
    const loin = await anEnfant().nomme('Secret', 'Jules').insert(base.executeSql);
    const protege = await anEnfant().nomme('Secret', 'Nina').restreint().insert(base.executeSql);
    for (const enfant of [id, loin, protege]) await insertLien(base.executeSql, enfant, mere);
    await base.asAgent(a.referent, async (c) =>
      expect(await listFratrie(c, id)).toEqual([{ id: null, prenom: 'Jules', identite: null, nature: 'même mère' }]),
    );
  });
});

it('réunir deux fiches redirige l’absorbée vers la gardée, et se défait', async () => {
  const [garde, absorbe] = [await suivi(), await suivi()];
  await base.asAgent(a.crip, async (c) => {
    const { fusionId } = await executeCommand(c, fusionnerPersonnes, {
      gardeeId: garde,
      absorbeeId: absorbe,
      motif: 'même acte de naissance',
    });
    expect(await findFicheGardee(c, absorbe)).toBe(garde);
    await executeCommand(c, separerFusion, { fusionId });
    expect(await findFicheGardee(c, absorbe)).toBeUndefined();
    expect((await getEnTete(c, absorbe)).id).toBe(absorbe);
  });
});

it('réunies, les fiches se lisent d’un seul journal, fusions de fusions comprises, par qui suit celle qui reste', async () => {
  const [garde, absorbe, premiere] = [await suivi(), await suivi(), await suivi()];
  for (const id of [premiere, absorbe])
    await base.asAgent(a.referent, (c) => recordTrace(c.tx, { acte: 'enfants.dossier.consulter', enfantId: id }));
  const reunir = (gardeeId: string, absorbeeId: string) =>
    base.asAgent(a.crip, (c) =>
      executeCommand(c, fusionnerPersonnes, { gardeeId, absorbeeId, motif: 'même acte de naissance' }),
    );
  await reunir(absorbe, premiere);
  await reunir(garde, absorbe);
  const readConsultations = (agent: string, id: string) =>
    base.asAgent(agent, async (c) =>
      (await listConsultations(c, id, 20)).filter(({ acte }) => acte === 'enfants.dossier.consulter'),
    );
  expect(await readConsultations(a.cadre, garde)).toHaveLength(2);
  expect(await readConsultations(a.autreReferent, garde)).toEqual([]);
});

it('une personne déjà connue se lie, pas une personne que l’on ne voit pas', async () => {
  const [un, deux, loin] = [await suivi(), await suivi(), await anEnfant().insert(base.executeSql)];
  const [connue, inconnue] = [
    await insertPersonne(base.executeSql, { nom: 'A', prenom: 'B', sexe: 'inconnu', naissance: null }),
    await insertPersonne(base.executeSql, { nom: 'C', prenom: 'D', sexe: 'inconnu', naissance: null }),
  ];
  await insertLien(base.executeSql, deux, connue);
  await insertLien(base.executeSql, loin, inconnue);
  const lier = (c: Contexte, personneId: string) =>
    executeCommand(c, recordLien, { enfantId: un, personneId, qualite: 'oncle-tante', du: '01/01/2026' });
  await base.asAgent(a.referent, (c) => lier(c, connue));
  await expect(base.asAgent(a.referent, (c) => lier(c, inconnue))).rejects.toBeInstanceOf(Introuvable);
});
