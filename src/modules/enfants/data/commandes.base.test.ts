import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import {
  closeMission,
  closeRestriction,
  listBrisDuMois,
  listDerniersRegards,
  listMissions,
  listNommes,
  openBrisDeGlace,
  recordMission,
  recordRestriction,
  recordRevue,
} from '#modules/acces/index.server.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { findParRecherche, listFoyers, recordAutreNom, updateIdentite } from '#modules/personnes/index.server.ts';
import { executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import { EnfantFiltre } from '../enfant-filtre.ts';
import { IDENTITE, withDossiersSuivis } from '../testing/dossiers-suivis.ts';
import { closeDossier } from './dossier-commands.server.ts';
import { getEnTete } from './dossier-queries.server.ts';
import { createEnfant } from './enfant-commands.server.ts';
import { listEnfants } from './enfants-queries.server.ts';

const { a, base, readDepartement, suivi } = withDossiersSuivis();
const PAGE = { page: 1, taille: 50 };
describe('Le dossier', () => {
  it('s’ouvre d’un geste : personne, enfant, territoire, foyer, numéro de l’année', () =>
    base.asAgent(a.cadre, async (c) => {
      const saisie = {
        ...IDENTITE,
        uniteId: readDepartement().unites.nord1,
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
    base.asAgent(a.cadre, async (c) => {
      const essai = executeCommand(c, createEnfant, { ...IDENTITE, uniteId: readDepartement().unites.nord1, ...faute });
      await expect(essai).rejects.toBeInstanceOf(SaisieInvalide);
      await essai.catch((erreur: SaisieInvalide) => expect(Object.keys(erreur.erreurs)).toContain(champ));
    }),
  );
  it('ne s’ouvre pas par qui n’en a pas le droit', () =>
    base.asAgent(a.referent, (c) =>
      expect(
        executeCommand(c, createEnfant, { ...IDENTITE, uniteId: readDepartement().unites.nord1 }),
      ).rejects.toBeInstanceOf(Introuvable),
    ));
  it('corrige une identité, et montre la version d’un autre s’il est passé avant', async () => {
    const id = await suivi();
    await base.asAgent(a.referent, async (c) => {
      await executeCommand(c, updateIdentite, { ...IDENTITE, id, version: '1' });
      await expect(
        executeCommand(c, updateIdentite, { ...IDENTITE, id, version: '1', nom: 'Autre' }),
      ).rejects.toMatchObject({ actuel: { Nom: 'Dupré' } });
    });
    await base.asAgent(a.autreReferent, (c) =>
      expect(executeCommand(c, updateIdentite, { ...IDENTITE, id, version: '2' })).rejects.toBeInstanceOf(Introuvable),
    );
  });
  it('se trouve par un autre nom, une date tapée, une faute de frappe', async () => {
    const id = await anEnfant()
      .nomme('Kowalczyk', 'Maël')
      .ne('2014-06-02')
      .suiviPar(a.referent)
      .insert(base.executeSql);
    await base.asAgent(a.referent, async (c) => {
      await executeCommand(c, recordAutreNom, { personneId: id, nature: 'transcription', nom: 'Kovaltchik' });
      for (const texte of ['kowal', 'mael kovaltchik', '02/06/2014', '2 juin 2014', 'kowalczyk 2014', 'kovalczyk mael'])
        expect(
          (await findParRecherche(c, texte)).map((trouve) => trouve.id),
          texte,
        ).toContain(id);
      expect(await findParRecherche(c, 'kowalczyk 2013')).toEqual([]);
    });
    await base.asAgent(a.autreReferent, async (c) => expect(await findParRecherche(c, 'kowalczyk')).toEqual([]));
  });
  it('se ferme et sort de la liste', async () => {
    const id = await suivi();
    await base.asAgent(a.referent, async (c) => {
      await executeCommand(c, closeDossier, { id, version: '1', closLe: '20/11/2026' });
      const ids = (await listEnfants(c, EnfantFiltre.parse({}), PAGE)).lignes.map((ligne) => ligne.id);
      expect(ids).not.toContain(id);
    });
  });
});

describe('Les missions', () => {
  it('changer de référent garde l’histoire ; passer le territoire ferme derrière soi', async () => {
    const id = await suivi();
    await base.asAgent(a.cadre, async (c) => {
      await executeCommand(c, recordMission, {
        enfantId: id,
        nature: 'referent',
        agentId: a.autreReferent,
        du: '21/11/2026',
      });
      expect(
        (await listMissions(c, id))
          .filter(({ nature }) => nature === 'referent')
          .map(({ agentId, au }) => [agentId, au]),
      ).toEqual([
        [a.referent, '2026-11-20'],
        [a.autreReferent, null],
      ]);
      await executeCommand(c, recordMission, {
        enfantId: id,
        nature: 'territoire',
        uniteId: readDepartement().unites.sud1,
        du: '21/11/2026',
      });
      await expect(getEnTete(c, id)).rejects.toBeInstanceOf(Introuvable);
    });
    await base.asAgent(a.autreReferent, async (c) => expect((await getEnTete(c, id)).id).toBe(id));
    await base.asAgent(a.referent, (c) => expect(getEnTete(c, id)).rejects.toBeInstanceOf(Introuvable));
  });
  it('se retirent, sauf si quelqu’un est passé avant', async () => {
    const id = await suivi();
    await base.asAgent(a.cadre, async (c) => {
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
    await base.asAgent(a.pole, (c) =>
      executeCommand(c, recordRestriction, { enfantId: id, version: '1', nommes: [a.directeur], motif: MOTIF }),
    );
    for (const agent of [a.pole, a.referent, a.cadre])
      await base.asAgent(agent, (c) => expect(getEnTete(c, id)).rejects.toBeInstanceOf(Introuvable));
    await base.asAgent(a.directeur, async (c) => {
      expect((await listNommes(c, id)).map(({ agentId }) => agentId)).toEqual([a.directeur]);
      await executeCommand(c, closeRestriction, { enfantId: id, version: '2' });
    });
    await base.asAgent(a.referent, async (c) => expect((await getEnTete(c, id)).restreint).toBe(false));
  });
  it('refuse de le rendre introuvable pour tous : il faut nommer quelqu’un qui puisse lever', async () => {
    const id = await suivi();
    await base.asAgent(a.pole, (c) =>
      expect(
        executeCommand(c, recordRestriction, { enfantId: id, version: '1', nommes: [a.referent], motif: MOTIF }),
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
    const id = await anEnfant().nomme('Urgent', 'Tom').ne('2015-02-01').suiviPar(a.referent).insert(base.executeSql);
    const briser = (c: Contexte, plus = {}) => executeCommand(c, openBrisDeGlace, { ...demande, ...plus });
    await base.asAgent(a.autreReferent, async (c) => {
      expect(await briser(c, { prenom: 'Tim' })).toBeNull();
      expect(await briser(c)).toBe(id);
    });
    await base.asAgent(a.referent, async (c) => {
      expect(await c.tx.selectFrom('organisation.avis').select('titre').execute()).toHaveLength(1);
      expect((await listDerniersRegards(c, id)).some(({ bris, agentId }) => bris && agentId === a.autreReferent)).toBe(
        true,
      );
    });
    await base.asAgent(a.pole, async (c) => {
      const mois = (
        await sql<{ mois: string }>`select to_char(now() at time zone 'Europe/Paris', 'YYYY-MM') as mois`.execute(c.tx)
      ).rows[0]!.mois;
      const [bris] = await listBrisDuMois(c, mois);
      expect(bris).toMatchObject({ agentId: a.autreReferent, revue: null });
      await executeCommand(c, recordRevue, { brisId: bris!.id, revue: 'justifie' });
      expect((await listBrisDuMois(c, mois))[0]).toMatchObject({ revue: 'justifie' });
    });
  });
  it('ne permet pas de se donner une mission durable', async () => {
    const id = await anEnfant().nomme('Urgent', 'Ana').ne('2015-02-01').suiviPar(a.referent).insert(base.executeSql);
    const autreCadre = await readDepartement().addAgent('cadre-territorial-ase', readDepartement().unites.sud);
    await base.asAgent(autreCadre, async (c) => {
      expect(await executeCommand(c, openBrisDeGlace, { ...demande, prenom: 'Ana' })).toBe(id);
      await expect(
        executeCommand(c, recordMission, { enfantId: id, nature: 'equipe', agentId: autreCadre, du: '21/11/2026' }),
      ).rejects.toBeInstanceOf(Introuvable);
    });
  });
});
