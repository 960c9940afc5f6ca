import { beforeAll, describe, expect, it } from 'vitest';
import { parseTableau } from '#documents/tableur-lecture.ts';
import { createOrganisationEssai, type OrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { withBase } from '#tests/support/base.ts';
import { buildRefusClasseur, buildRefusCsv } from '../exports/refus.ts';
import { executeEssai, executeSuite, readImport } from '../testing/import-essai.ts';
import {
  createImportation,
  recordAnnulation,
  recordDecisions,
  recordExecution,
  recordTitres,
} from './commands.server.ts';
import { getImportation, listImportations, listLignes, listRefusees } from './queries.server.ts';
import { executeTravail } from './travail.server.ts';

describe('qui peut reprendre des fichiers', () => {
  const base = withBase();
  let essai: OrganisationEssai;
  const fichier = 'Numéro;Nom;Prénom;Sexe;Naissance;Territoire\nD-1;Un;A;F;05/06/2016;TN';
  const contenu = new TextEncoder().encode(fichier);
  const admin = () => essai.agents.administrateur.agentId;

  beforeAll(async () => {
    essai = await base.asSystem(({ tx }) => createOrganisationEssai(tx));
  });

  it('qui a l’habilitation dépose, essaie, reprend et annule ; les autres ne trouvent rien, ni par la page ni par la base', async () => {
    const saisie = { nature: 'enfants', fichierNom: 'a.csv', contenu };
    await expect(
      base.asAgent(essai.agents.cadreNord.agentId, (contexte) => executeCommand(contexte, createImportation, saisie)),
    ).rejects.toThrow(Introuvable);
    const id = await base.asAgent(admin(), (contexte) => executeCommand(contexte, createImportation, saisie));
    await executeTravail(base.db, id);
    for (const agent of [essai.agents.cadreNord, essai.agents.directeur, essai.agents.referentNord])
      await base.asAgent(agent.agentId, async (contexte) => {
        expect((await listImportations(contexte.tx, { limite: 10, debut: 0 })).total).toBe(0);
        expect(await listLignes(contexte.tx, id, { etat: null, limite: 10, debut: 0 })).toEqual([]);
        await expect(executeCommand(contexte, recordExecution, { id })).rejects.toThrow(Introuvable);
      });
    await base.asAgent(admin(), (contexte) => executeCommand(contexte, recordExecution, { id }));
    await executeTravail(base.db, id);
    expect(await base.asAgent(admin(), ({ tx }) => getImportation(tx, id))).toMatchObject({ etat: 'executee' });
    await expect(
      base.asAgent(admin(), (contexte) => executeCommand(contexte, recordExecution, { id })),
    ).rejects.toThrow(Refus);
    // Le territoire voit l'enfant repris ; l'administrateur qui l'a repris ne le voit pas.
    const vus = (agentId: string) =>
      base.asAgent(
        agentId,
        async ({ tx }) => (await tx.selectFrom('enfants.enfant').select('numero').execute()).length,
      );
    expect(await vus(essai.agents.cadreNord.agentId)).toBe(1);
    expect(await vus(admin())).toBe(0);
    await base.asAgent(admin(), (contexte) => executeCommand(contexte, recordAnnulation, { id }));
    await executeTravail(base.db, id);
    expect(await vus(essai.agents.cadreNord.agentId)).toBe(0);
  });

  it('l’état d’avant et l’écriture ne se montrent pas à qui ne suit pas l’enfant, et il ne peut pas s’y rattacher', async () => {
    const premier = await executeEssai(base.db, { nature: 'enfants', fichier });
    await executeSuite(base.db, premier, 'a-executer');
    const id = await executeEssai(base.db, {
      nature: 'enfants',
      fichier: `${fichier.replace('TN', 'TS')}\nD-2;Un;A;F;05/06/2016;TN`,
      parId: admin(),
    });
    await base
      .asAgent(admin(), async (contexte) => {
        const [modifiee, douteuse] = await listLignes(contexte.tx, id, { etat: null, limite: 10, debut: 0 });
        expect(modifiee?.ecarts).toEqual([{ champ: 'Territoire', avant: null, apres: 'Territoire sud' }]);
        expect(douteuse?.candidats).toMatchObject([{ libelle: 'Dossier D-1', visible: false }]);
        expect(await contexte.tx.selectFrom('reprise.ecriture').selectAll().execute()).toEqual([]);
        const lier = { id, decisions: { '3': `lier:${douteuse?.candidats[0]?.id}` } };
        await expect(executeCommand(contexte, recordDecisions, lier)).rejects.toThrow(Introuvable);
      })
      .catch((erreur: Error) => {
        // La base a refusé l'écriture : la transaction entière est défaite, c'est ce qu'on veut.
        expect(erreur.message).toContain('annulée');
      });
    await base.asAgent(admin(), (contexte) =>
      executeCommand(contexte, recordDecisions, { id, decisions: { '3': 'creer' } }),
    );
    await executeSuite(base.db, id, 'a-executer');
    expect((await readImport(base.db, id)).fiche.comptes).toMatchObject({ ecrites: 2 });
  });

  it('des titres inconnus se disent à la main, se gardent, et le fichier des refus se redonne', async () => {
    const etrange = new TextEncoder().encode(
      'sep=|\nKOD|Blaze|Petit nom|Blaze|Bday\nZ-1|Durand|Lou|x|5/6/16\nZ-2|Durand||x|45000',
    );
    const id = await base.asAgent(admin(), (contexte) =>
      executeCommand(contexte, createImportation, { nature: 'personnes', fichierNom: 'b.csv', contenu: etrange }),
    );
    await executeTravail(base.db, id);
    const { etat, motif } = await base.asAgent(admin(), ({ tx }) => getImportation(tx, id));
    expect({ etat, motif }).toMatchObject({ etat: 'illisible', motif: expect.stringContaining('« Nom », « Prénom »') });
    const titres = { Blaze: 'nom', 'Petit nom': 'prenom', Bday: 'dateNaissance', 'Blaze (2)': '', KOD: '' };
    await base.asAgent(admin(), (contexte) =>
      executeCommand(contexte, recordTitres, { id, titres, nom: 'vieux logiciel' }),
    );
    await executeTravail(base.db, id);
    const { fiche, lignes } = await readImport(base.db, id);
    expect(lignes.map((ligne) => [ligne.etat, ligne.refus])).toEqual([
      ['creee', []],
      ['refusee', [{ colonne: 'Petit nom', motif: 'Le prénom manque.' }]],
    ]);
    for (const build of [buildRefusCsv, buildRefusClasseur]) {
      const rendu = await base.asSystem(({ tx }) => build(fiche.entetes, listRefusees(tx, id)));
      const tableau = await parseTableau(rendu);
      expect(tableau.entetes).toEqual([...fiche.entetes, 'Motif du refus']);
      const redonne = await executeEssai(base.db, { nature: 'personnes', fichier: new Uint8Array(rendu), titres });
      expect((await readImport(base.db, redonne)).lignes).toMatchObject([
        { etat: 'refusee', brut: { Blaze: 'Durand', Bday: '45000' } },
      ]);
    }
  });
});
