import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import {
  closeMission,
  closeRestriction,
  listBrisDuMois,
  listConsultations,
  listDerniersRegards,
  listMissions,
  listNommes,
  openBrisDeGlace,
  recordMission,
  recordRestriction,
  recordRevue,
} from '#modules/acces/index.server.ts';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import {
  closeLien,
  closeMembre,
  createProche,
  findFicheGardee,
  findParRecherche,
  fusionnerPersonnes,
  listFoyers,
  listFratrie,
  listLiens,
  recordAdresse,
  recordAutreNom,
  recordLien,
  recordMembre,
  recordMenage,
  separerFusion,
  updateIdentite,
} from '#modules/personnes/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { withBase } from '#tests/support/base.ts';
import { EnfantFiltre } from '../enfant-filtre.ts';
import { closeDossier } from './dossier-commands.server.ts';
import { getEnTete, listAutorites, listStatuts } from './dossier-queries.server.ts';
import { createEnfant } from './enfant-commands.server.ts';
import { listEnfants } from './enfants-queries.server.ts';
import { recordAutoriteParentale, recordStatut } from './famille-commands.server.ts';
import { closePartenaireEnfant, recordPartenaireEnfant } from './partenaire-commands.server.ts';

const base = withBase();
let departement: DepartementDEssai;
let cadre: string;
let pole: string;
let directeur: string;
let referent: string;
let autreReferent: string;
let crip: string;

beforeAll(async () => {
  departement = await createDepartement(base.executeSql);
  const { unites, addAgent } = departement;
  cadre = await addAgent('cadre-territorial-ase', unites.nord);
  pole = await addAgent('responsable-pole', unites.departement);
  directeur = await addAgent('directeur', unites.departement);
  referent = await addAgent('referent-educatif', unites.nord1);
  autreReferent = await addAgent('referent-educatif', unites.sud1);
  crip = await addAgent('agent-crip', unites.departement);
});

const suivi = () => anEnfant().surLeTerritoire(departement.unites.nord1).suiviPar(referent).insert(base.executeSql);
const IDENTITE = {
  nom: 'Dupré',
  prenom: 'Léo',
  sexe: 'masculin',
  dateNaissance: '4 mars 2019',
  naissancePrecision: 'exacte',
};
const PAGE = { page: 1, taille: 50 };

describe('Le dossier', () => {
  it('s’ouvre d’un geste : personne, enfant, territoire, foyer, numéro de l’année', () =>
    base.asAgent(cadre, async (c) => {
      const saisie = {
        ...IDENTITE,
        uniteId: departement.unites.nord1,
        voie: '3 rue des Dunes',
        codePostal: '50700',
        communeNom: 'Valognes',
      };
      const un = await executeCommand(c, createEnfant, saisie);
      const deux = await executeCommand(c, createEnfant, { ...saisie, prenom: 'Zoé' });
      expect([un.numero, deux.numero]).toEqual(['2026-00001', '2026-00002']);
      expect(await getEnTete(c, un.id)).toMatchObject({ nom: 'Dupré', dateNaissance: '2019-03-04' });
      expect((await listFoyers(c, un.id))[0]?.adresses[0]).toMatchObject({
        communeNom: 'Valognes',
        du: '2026-11-21',
        au: null,
      });
      expect((await listMissions(c, un.id)).map(({ nature }) => nature)).toEqual(['territoire']);
    }));
  it.each([
    [{ dateNaissance: '' }, 'dateNaissance'],
    [{ nom: ' ' }, 'nom'],
    [{ codePostal: '507' }, 'codePostal'],
  ])('refuse une saisie illisible, champ par champ : %j', (faute, champ) =>
    base.asAgent(cadre, async (c) => {
      const essai = executeCommand(c, createEnfant, { ...IDENTITE, uniteId: departement.unites.nord1, ...faute });
      await expect(essai).rejects.toBeInstanceOf(SaisieInvalide);
      await essai.catch((erreur: SaisieInvalide) => expect(Object.keys(erreur.erreurs)).toContain(champ));
    }),
  );
  it('ne s’ouvre pas par qui n’en a pas le droit', () =>
    base.asAgent(referent, (c) =>
      expect(
        executeCommand(c, createEnfant, { ...IDENTITE, uniteId: departement.unites.nord1 }),
      ).rejects.toBeInstanceOf(Introuvable),
    ));
  it('corrige une identité, et montre la version d’un autre s’il est passé avant', async () => {
    const id = await suivi();
    await base.asAgent(referent, async (c) => {
      await executeCommand(c, updateIdentite, { ...IDENTITE, id, version: '1' });
      await expect(
        executeCommand(c, updateIdentite, { ...IDENTITE, id, version: '1', nom: 'Autre' }),
      ).rejects.toMatchObject({ actuel: { Nom: 'Dupré' } });
    });
    await base.asAgent(autreReferent, (c) =>
      expect(executeCommand(c, updateIdentite, { ...IDENTITE, id, version: '2' })).rejects.toBeInstanceOf(Introuvable),
    );
  });
  it('se trouve par un autre nom, une date tapée, une faute de frappe', async () => {
    const id = await anEnfant().nomme('Kowalczyk', 'Maël').ne('2014-06-02').suiviPar(referent).insert(base.executeSql);
    await base.asAgent(referent, async (c) => {
      await executeCommand(c, recordAutreNom, { personneId: id, nature: 'transcription', nom: 'Kovaltchik' });
      for (const texte of ['kowal', 'mael kovaltchik', '02/06/2014', '2 juin 2014', 'kowalczyk 2014', 'kovalczyk mael'])
        expect(
          (await findParRecherche(c, texte)).map((trouve) => trouve.id),
          texte,
        ).toContain(id);
      expect(await findParRecherche(c, 'kowalczyk 2013')).toEqual([]);
    });
    await base.asAgent(autreReferent, async (c) => expect(await findParRecherche(c, 'kowalczyk')).toEqual([]));
  });
  it('se ferme et sort de la liste', async () => {
    const id = await suivi();
    await base.asAgent(referent, async (c) => {
      await executeCommand(c, closeDossier, { id, version: '1', closLe: '20/11/2026' });
      const ids = (await listEnfants(c, EnfantFiltre.parse({}), PAGE)).lignes.map((ligne) => ligne.id);
      expect(ids).not.toContain(id);
    });
  });
});

describe('La famille', () => {
  it('un proche, sa filiation, son autorité parentale : la ligne suivante ferme la précédente la veille', async () => {
    const id = await suivi();
    await base.asAgent(referent, async (c) => {
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
    await base.asAgent(referent, async (c) => {
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
    await base.asAgent(referent, async (c) => {
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
    await base.asAgent(referent, async (c) => {
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
    await base.asAgent(referent, async (c) =>
      expect(await listFratrie(c, id)).toEqual([{ id: null, prenom: 'Jules', identite: null, nature: 'même mère' }]),
    );
  });
});

describe('Les missions', () => {
  it('changer de référent garde l’histoire ; passer le territoire ferme derrière soi', async () => {
    const id = await suivi();
    await base.asAgent(cadre, async (c) => {
      await executeCommand(c, recordMission, {
        enfantId: id,
        nature: 'referent',
        agentId: autreReferent,
        du: '21/11/2026',
      });
      expect(
        (await listMissions(c, id))
          .filter(({ nature }) => nature === 'referent')
          .map(({ agentId, au }) => [agentId, au]),
      ).toEqual([
        [referent, '2026-11-20'],
        [autreReferent, null],
      ]);
      await executeCommand(c, recordMission, {
        enfantId: id,
        nature: 'territoire',
        uniteId: departement.unites.sud1,
        du: '21/11/2026',
      });
      await expect(getEnTete(c, id)).rejects.toBeInstanceOf(Introuvable);
    });
    await base.asAgent(autreReferent, async (c) => expect((await getEnTete(c, id)).id).toBe(id));
    await base.asAgent(referent, (c) => expect(getEnTete(c, id)).rejects.toBeInstanceOf(Introuvable));
  });
  it('se retirent, sauf si quelqu’un est passé avant', async () => {
    const id = await suivi();
    await base.asAgent(cadre, async (c) => {
      const mission = (await listMissions(c, id)).find(({ nature }) => nature === 'referent')!;
      await executeCommand(c, closeMission, { id: mission.id, version: '1', au: '20/11/2026' });
      await expect(
        executeCommand(c, closeMission, { id: mission.id, version: '1', au: '19/11/2026' }),
      ).rejects.toBeInstanceOf(Conflit);
    });
  });
});

describe('Protéger un dossier', () => {
  const MOTIF = 'Enfant d’une agente du service';
  it('l’auteur qui ne se nomme pas ne le voit plus ; un nommé lève la restriction', async () => {
    const id = await suivi();
    await base.asAgent(pole, (c) =>
      executeCommand(c, recordRestriction, { enfantId: id, version: '1', nommes: [directeur], motif: MOTIF }),
    );
    for (const agent of [pole, referent, cadre])
      await base.asAgent(agent, (c) => expect(getEnTete(c, id)).rejects.toBeInstanceOf(Introuvable));
    await base.asAgent(directeur, async (c) => {
      expect((await listNommes(c, id)).map(({ agentId }) => agentId)).toEqual([directeur]);
      await executeCommand(c, closeRestriction, { enfantId: id, version: '2' });
    });
    await base.asAgent(referent, async (c) => expect((await getEnTete(c, id)).restreint).toBe(false));
  });
  it('refuse de le rendre introuvable pour tous : il faut nommer quelqu’un qui puisse lever', async () => {
    const id = await suivi();
    await base.asAgent(pole, (c) =>
      expect(
        executeCommand(c, recordRestriction, { enfantId: id, version: '1', nommes: [referent], motif: MOTIF }),
      ).rejects.toBeInstanceOf(Refus),
    );
  });
});

describe('Ouvrir en urgence', () => {
  const demande = {
    nom: 'Urgent',
    prenom: 'Tom',
    dateNaissance: '01/02/2015',
    motif: 'urgence',
    explication: 'Appel du commissariat ce soir',
  };
  it('sur l’identité exacte, avertit le référent, se voit au dossier, se revoit par un autre', async () => {
    const id = await anEnfant().nomme('Urgent', 'Tom').ne('2015-02-01').suiviPar(referent).insert(base.executeSql);
    const briser = (c: Contexte, plus = {}) => executeCommand(c, openBrisDeGlace, { ...demande, ...plus });
    await base.asAgent(autreReferent, async (c) => {
      expect(await briser(c, { prenom: 'Tim' })).toBeNull();
      expect(await briser(c)).toBe(id);
    });
    await base.asAgent(referent, async (c) => {
      expect(await c.tx.selectFrom('organisation.avis').select('titre').execute()).toHaveLength(1);
      expect((await listDerniersRegards(c, id)).some(({ bris, agentId }) => bris && agentId === autreReferent)).toBe(
        true,
      );
    });
    await base.asAgent(pole, async (c) => {
      const mois = (
        await sql<{ mois: string }>`select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM') as mois`.execute(c.tx)
      ).rows[0]!.mois;
      const [bris] = await listBrisDuMois(c, mois);
      expect(bris).toMatchObject({ agentId: autreReferent, revue: null });
      await executeCommand(c, recordRevue, { brisId: bris!.id, revue: 'justifie' });
      expect((await listBrisDuMois(c, mois))[0]).toMatchObject({ revue: 'justifie' });
    });
  });
  it('ne permet pas de se donner une mission durable', async () => {
    const id = await anEnfant().nomme('Urgent', 'Ana').ne('2015-02-01').suiviPar(referent).insert(base.executeSql);
    const autreCadre = await departement.addAgent('cadre-territorial-ase', departement.unites.sud);
    await base.asAgent(autreCadre, async (c) => {
      expect(await executeCommand(c, openBrisDeGlace, { ...demande, prenom: 'Ana' })).toBe(id);
      await expect(
        executeCommand(c, recordMission, { enfantId: id, nature: 'equipe', agentId: autreCadre, du: '21/11/2026' }),
      ).rejects.toBeInstanceOf(Introuvable);
    });
  });
});

it('réunir deux fiches redirige l’absorbée vers la gardée, et se défait', async () => {
  const [garde, absorbe] = [await suivi(), await suivi()];
  await base.asAgent(crip, async (c) => {
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
    await base.asAgent(referent, (c) => recordTrace(c.tx, { acte: 'enfants.dossier.consulter', enfantId: id }));
  const reunir = (gardeeId: string, absorbeeId: string) =>
    base.asAgent(crip, (c) =>
      executeCommand(c, fusionnerPersonnes, { gardeeId, absorbeeId, motif: 'même acte de naissance' }),
    );
  await reunir(absorbe, premiere);
  await reunir(garde, absorbe);
  const readConsultations = (agent: string, id: string) =>
    base.asAgent(agent, async (c) =>
      (await listConsultations(c, id, 20)).filter(({ acte }) => acte === 'enfants.dossier.consulter'),
    );
  expect(await readConsultations(cadre, garde)).toHaveLength(2);
  expect(await readConsultations(autreReferent, garde)).toEqual([]);
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
  await base.asAgent(referent, (c) => lier(c, connue));
  await expect(base.asAgent(referent, (c) => lier(c, inconnue))).rejects.toBeInstanceOf(Introuvable);
});
