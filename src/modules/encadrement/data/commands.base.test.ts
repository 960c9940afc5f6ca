import { beforeAll, describe, expect, it } from 'vitest';
import { createCreche, createEnfantAccueilli, createProfessionnel } from '#modules/eaje/testing/creche-factory.ts';
import { createAgentEssai, createOrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { computeBilan } from '../rules/manque.ts';
import { computeEmpreinte, findProposition } from '../rules/situation.ts';
import { computeEmpreinteDeSortie } from '../rules/sortie.ts';
import { listCrechesDuJour } from '../rules/territoire.ts';
import { listPropositionsFaites, readPrevision } from './previsions.server.ts';
import { closeProposition, recordRemede, sendProposition } from './remede-commands.server.ts';
import { closeSortie, recordSortie, updateSortie } from './sortie-commands.server.ts';
import { recordJournees, recordVacation } from './vacation-commands.server.ts';

const LUNDI = jourCivil('2026-11-23');
const BORNES = { du: addJours(LUNDI, -1), au: addJours(LUNDI, 1) };

describe('la journée d’une crèche, en base', () => {
  const base = withBase();
  let monde: Awaited<ReturnType<typeof createMonde>>;

  async function createMonde() {
    return base.asSystem(async ({ tx }) => {
      const { nord, sud } = (await createOrganisationEssai(tx)).unites;
      const creche = await createCreche(tx, { parentId: nord, code: 'N1', places: 40 });
      const loin = await createCreche(tx, { parentId: sud, code: 'S1', places: 40 });
      for (let rang = 0; rang < 3; rang += 1) await createEnfantAccueilli(tx, { creche });
      const titulaire = await createProfessionnel(tx, { creche, metier: 'AP', pause: [720, 765] });
      const volant = await createProfessionnel(tx, { uniteId: nord, metier: 'AP', nom: 'Volante', pause: [780, 825] });
      const profil = 'responsable-territoire-petite-enfance';
      return {
        nord,
        creche,
        loin,
        titulaire,
        volant,
        territoire: (await createAgentEssai(tx, { nom: 'Nord', profil, uniteId: nord })).agentId,
        collegue: (await createAgentEssai(tx, { nom: 'Collègue', profil, uniteId: nord })).agentId,
        autre: (await createAgentEssai(tx, { nom: 'Sud', profil, uniteId: sud })).agentId,
        responsable: (
          await createAgentEssai(tx, { nom: 'Responsable', profil: 'responsable-eaje', uniteId: creche.uniteId })
        ).agentId,
      };
    });
  }
  beforeAll(async () => {
    monde = await createMonde();
  });

  const read = (agentId: string) =>
    base.asAgent(agentId, async ({ tx }) => {
      const prevision = await readPrevision(tx, BORNES);
      const creches = listCrechesDuJour(prevision, LUNDI);
      const trouve = findProposition(prevision, LUNDI, creches, monde.creche.id);
      return {
        creches: creches.map(({ etablissement }) => etablissement.id),
        sousTaux: trouve ? computeBilan(trouve.cible.journee).sousTaux.length : null,
        empreinte: trouve ? computeEmpreinte(trouve.proposition) : '',
        nature: trouve?.proposition.moindre?.mouvements.map((mouvement) => mouvement.nature),
      };
    });
  const saisie = (empreinte: string) => ({ etablissementId: monde.creche.id, jour: LUNDI, empreinte });

  it('chacun ne voit que les crèches de ses unités', async () => {
    expect((await read(monde.territoire)).creches).toEqual([monde.creche.id]);
    expect((await read(monde.autre)).creches).toEqual([monde.loin.id]);
    expect((await read(monde.responsable)).creches).toEqual([monde.creche.id]);
  });

  it('un professionnel seul est sous le taux toute la journée ; le volant libre n’en corrige qu’une partie', async () => {
    const { sousTaux, nature } = await read(monde.territoire);
    expect(sousTaux).toBeGreaterThan(30);
    expect(nature).toContain('VOLANT');
  });

  it('proposer adresse un avis à la responsable, et n’inscrit rien au planning', async () => {
    const { empreinte } = await read(monde.collegue);
    await base.asAgent(monde.collegue, (c) => executeCommand(c, sendProposition, saisie(empreinte)));
    const avis = await base.executeSql<{ agent_id: string; lien: string }>(
      'select agent_id, lien from organisation.avis',
    );
    expect(avis).toEqual([{ agent_id: monde.responsable, lien: `/creches/${monde.creche.id}/jour?jour=${LUNDI}` }]);
    expect(await base.executeSql('select 1 from eaje.vacation')).toEqual([]);
    await expect(
      base.asAgent(monde.responsable, (c) => executeCommand(c, sendProposition, saisie(empreinte))),
    ).rejects.toThrow('hors de vos missions');
  });

  const readFaite = (agentId: string) =>
    base.asAgent(agentId, async ({ tx }) =>
      (await listPropositionsFaites(tx, LUNDI, monde.creche.id)).get(monde.creche.id),
    );

  it('ce qui est proposé se lit de qui voit la crèche, ne se propose pas deux fois, et s’écarte avec une raison que l’autre reçoit', async () => {
    const { empreinte } = await read(monde.territoire);
    const proposer = () => base.asAgent(monde.territoire, (c) => executeCommand(c, sendProposition, saisie(empreinte)));
    await expect(proposer()).rejects.toThrow('déjà proposé');
    const faite = await readFaite(monde.responsable);
    expect(faite).toMatchObject({
      empreinte,
      adressees: [{ nom: expect.stringMatching(/^responsable$/i) }],
      proposeeParId: monde.collegue,
      suite: null,
    });
    expect(await readFaite(monde.autre)).toBeUndefined();
    const ecarter = (agentId: string, autres: object = {}) =>
      base.asAgent(agentId, (c) =>
        executeCommand(c, closeProposition, {
          ...{
            etablissementId: monde.creche.id,
            jour: LUNDI,
            propositionId: faite?.id,
            raison: 'Elle est en formation.',
          },
          ...autres,
        }),
      );
    await expect(ecarter(monde.autre)).rejects.toThrow('hors de vos missions');
    await expect(ecarter(monde.responsable, { raison: ' ' })).rejects.toThrow('Dites pourquoi');
    // Ce qui a été proposé ne se récrit pas, même de qui y répond.
    await expect(
      base.asAgent(monde.responsable, ({ tx }) =>
        tx.updateTable('eaje.proposition').set({ texte: 'autre chose' }).execute(),
      ),
    ).rejects.toThrow('permission denied');
    await ecarter(monde.responsable);
    await expect(ecarter(monde.territoire)).rejects.toMatchObject({ name: 'Conflit' });
    expect(await readFaite(monde.territoire)).toMatchObject({ suite: 'ECARTEE', motif: 'Elle est en formation.' });
    const recus = await base.executeSql('select texte from organisation.avis where agent_id = $1', [monde.collegue]);
    expect(recus).toEqual([{ texte: 'Elle est en formation.' }]);
    await proposer();
    expect(await readFaite(monde.territoire)).toMatchObject({ suite: null });
  });

  it('une journée passée ne reçoit plus de remède', async () => {
    await expect(
      base.asAgent(monde.territoire, (c) =>
        executeCommand(c, sendProposition, { ...saisie('vieille'), jour: addJours(c.aujourdhui, -1) }),
      ),
    ).rejects.toThrow('est passée');
  });

  it('une journée qui a changé depuis se relit : conflit', async () => {
    await expect(
      base.asAgent(monde.territoire, (c) => executeCommand(c, recordRemede, saisie('vieille'))),
    ).rejects.toThrow('a changé');
  });

  it('inscrire le remède écrit la journée du volant, que le journal garde', async () => {
    const avant = await read(monde.territoire);
    await base.asAgent(monde.territoire, (c) => executeCommand(c, recordRemede, saisie(avant.empreinte)));
    const vacations = await base.executeSql<{ decidee_par: string }>('select distinct decidee_par from eaje.vacation');
    expect(vacations).toEqual([{ decidee_par: monde.territoire }]);
    expect((await read(monde.territoire)).sousTaux).toBeLessThan(avant.sousTaux ?? 0);
    expect(await readFaite(monde.responsable)).toMatchObject({ suite: 'INSCRITE', empreinte: avant.empreinte });
    const traces = await base.executeSql<{ acte: string }>(
      "select acte from journal.evenement where acte like 'encadrement.remede.%' order by 1",
    );
    expect(traces.map(({ acte }) => acte)).toEqual([
      'encadrement.remede.ecarter',
      'encadrement.remede.inscrire',
      'encadrement.remede.proposer',
      'encadrement.remede.proposer',
    ]);
  });

  it('la responsable dit une absence du matin dans sa crèche, et revient à l’horaire', async () => {
    const vacation = (geste: string, autres: object = {}) => ({
      etablissementId: monde.creche.id,
      jour: LUNDI,
      qui: monde.titulaire.id,
      geste,
      ...autres,
    });
    const avant = await read(monde.responsable);
    const act = (brut: object) => base.asAgent(monde.responsable, (c) => executeCommand(c, recordVacation, brut));
    await act(vacation('ABSENT', { motif: 'appel de 7 h 20' }));
    expect((await read(monde.responsable)).sousTaux).toBeGreaterThan(avant.sousTaux ?? 0);
    await act(vacation('POSTE', { debut: '7h30', fin: '15h', pauseDebut: '11:30', pauseFin: '12:15' }));
    await expect(
      act(vacation('POSTE', { debut: '7h30', fin: '19h', pauseDebut: '11:30', pauseFin: '12:00' })),
    ).rejects.toThrow('dix heures');
    await expect(act(vacation('POSTE', { debut: '9h', fin: '8h' }))).rejects.toThrow('La fin précède le début.');
    await act(vacation('HORAIRE'));
    expect((await read(monde.responsable)).sousTaux).toBe(avant.sousTaux);
    expect(
      await base.executeSql('select 1 from eaje.vacation where professionnel_id = $1', [monde.titulaire.id]),
    ).toEqual([]);
    await expect(
      base.asAgent(monde.autre, (c) => executeCommand(c, recordVacation, vacation('ABSENT'))),
    ).rejects.toThrow('hors de vos missions');
  });

  it('qui est absent à l’organisation ce jour ne se place pas, même avec une vacation la veille', async () => {
    const absent = await base.asSystem(async ({ tx }) => {
      const pro = await createProfessionnel(tx, { creche: monde.creche, metier: 'AP', nom: 'Absente' });
      await tx
        .insertInto('organisation.absence')
        .values({ id: createIdentifiant(), agentId: pro.agentId, periode: `[${LUNDI},${addJours(LUNDI, 1)})` })
        .execute();
      await tx
        .insertInto('eaje.vacation')
        .values({
          id: createIdentifiant(),
          professionnelId: pro.id,
          etablissementId: monde.creche.id,
          jour: addJours(LUNDI, -1),
          debut: 540,
          fin: 720,
          nature: 'POSTE',
          motif: 'la veille',
          decideePar: monde.territoire,
        })
        .execute();
      return pro;
    });
    const saisie = { etablissementId: monde.creche.id, jour: LUNDI, qui: absent.id };
    const poste = { ...saisie, geste: 'POSTE', debut: '9h', fin: '12h' };
    await expect(base.asAgent(monde.responsable, (c) => executeCommand(c, recordVacation, poste))).rejects.toThrow(
      'absente ce jour',
    );
  });

  it('une sortie s’inscrit si sa règle est tenue, ôte ses enfants et ses accompagnants, et se retire', async () => {
    const jour = addJours(LUNDI, 1);
    const { creche, accompagnants } = await base.asSystem(async ({ tx }) => {
      const neuve = await createCreche(tx, { parentId: monde.nord, code: 'N9', places: 40 });
      for (let rang = 0; rang < 6; rang += 1) await createEnfantAccueilli(tx, { creche: neuve });
      const pros = [];
      for (const nom of ['Une', 'Deux', 'Trois'])
        pros.push((await createProfessionnel(tx, { creche: neuve, metier: 'AP', nom })).id);
      return { creche: neuve, accompagnants: pros };
    });
    const lire = () =>
      base.asAgent(monde.territoire, async ({ tx }) => {
        const [duJour] = listCrechesDuJour(
          await readPrevision(tx, { du: jour, au: jour, etablissementIds: [creche.id] }),
          jour,
        );
        const quart = (600 - (duJour?.journee.ouvre ?? 0)) / 15;
        return {
          enfants: [...new Set(duJour?.accueils.map(({ enfantId }) => enfantId))],
          surPlace: (duJour?.journee.surPlace.nm[quart] ?? 0) + (duJour?.journee.surPlace.m[quart] ?? 0),
          prevus: duJour?.journee.prevus[quart],
          sorties: duJour?.sorties.map(({ sortie, manque }) => ({ id: sortie.id, manque })),
        };
      });
    const listSortiesDuJour = () =>
      base.asAgent(monde.territoire, async ({ tx }) => {
        const { sorties } = await readPrevision(tx, { du: jour, au: jour, etablissementIds: [creche.id] });
        return sorties;
      });
    const { enfants, ...avant } = await lire();
    expect(avant).toEqual({ surPlace: 6, prevus: 3, sorties: [] });
    const saisie = { etablissementId: creche.id, jour, lieu: 'Médiathèque', debut: '9h30', fin: '11h' };
    const inscrire = (autres: object, agent = monde.territoire) =>
      base.asAgent(agent, (c) => executeCommand(c, recordSortie, { ...saisie, ...autres }));
    await expect(inscrire({ enfants, accompagnants: accompagnants.slice(0, 1) })).rejects.toThrow('il en manque 1');
    await expect(inscrire({ enfants, accompagnants, debut: '5h', fin: '6h' })).rejects.toThrow('pas attendus');
    await expect(inscrire({ enfants, accompagnants: [], fin: '9h' })).rejects.toThrow();
    await expect(inscrire({ enfants, accompagnants }, monde.autre)).rejects.toThrow('hors de vos missions');
    await inscrire({ enfants: enfants.slice(0, 4), accompagnants: accompagnants.slice(0, 2) });
    const pendant = await lire();
    expect(pendant).toMatchObject({ surPlace: 2, prevus: 1, sorties: [{ manque: 0 }] });
    await expect(inscrire({ enfants: enfants.slice(3, 5), accompagnants: accompagnants.slice(1) })).rejects.toThrow(
      'déjà d’une autre sortie',
    );
    const [inscrite] = await listSortiesDuJour();
    const modifier = (autres: object, agent = monde.territoire) =>
      base.asAgent(agent, (c) =>
        executeCommand(c, updateSortie, {
          ...{ ...saisie, sortieId: inscrite?.id, version: inscrite && computeEmpreinteDeSortie(inscrite) },
          ...{ enfants: inscrite?.enfants, accompagnants: inscrite?.accompagnants },
          ...autres,
        }),
      );
    await expect(modifier({ lieu: 'Parc' }, monde.autre)).rejects.toThrow('hors de vos missions');
    await expect(modifier({ enfants, accompagnants: accompagnants.slice(0, 1) })).rejects.toThrow('il en manque 1');
    await expect(modifier({ debut: '5h', fin: '6h' })).rejects.toThrow('pas attendus');
    await expect(modifier({ fin: '9h' })).rejects.toThrow('Le retour précède le départ');
    expect(await listSortiesDuJour()).toEqual([inscrite]);
    // Les mêmes, et d'autres, aux mêmes heures : la sortie ne se dispute pas ses propres participants.
    await modifier({ lieu: 'Parc', fin: '11h30', enfants: enfants.slice(1), accompagnants: accompagnants.slice(1) });
    const [modifiee] = await listSortiesDuJour();
    expect(modifiee).toEqual({
      ...inscrite,
      ...{ lieu: 'Parc', fin: 690, enfants: enfants.slice(1).sort(), accompagnants: accompagnants.slice(1).sort() },
    });
    expect(await lire()).toMatchObject({ surPlace: 1, prevus: 1, sorties: [{ manque: 0 }] });
    await expect(modifier({ lieu: 'Ailleurs' })).rejects.toMatchObject({
      name: 'Conflit',
      actuel: { Où: 'Parc', Retour: '11 h 30', 'Qui accompagne': expect.stringContaining('TROIS') },
    });
    expect(await listSortiesDuJour()).toEqual([modifiee]);
    const retirer = (agent: string) =>
      base.asAgent(agent, (c) =>
        executeCommand(c, closeSortie, { etablissementId: creche.id, jour, sortieId: pendant.sorties?.[0]?.id }),
      );
    await expect(retirer(monde.autre)).rejects.toThrow('hors de vos missions');
    await retirer(monde.territoire);
    expect(await lire()).toMatchObject({ surPlace: 6, prevus: 3, sorties: [] });
    await expect(retirer(monde.territoire)).rejects.toThrow('déjà été retirée');
    await expect(modifier({})).rejects.toThrow('retirée pendant votre saisie');
    const [trace] = await base.executeSql<{ detail: object }>(
      "select detail from journal.evenement where acte = 'encadrement.sortie.modifier'",
    );
    expect(trace?.detail).toMatchObject({ jour, sortie: inscrite?.id, enfants: 5, avant: { lieu: 'Médiathèque' } });
  });

  describe('la journée de qui est prêté', () => {
    const JOUR = addJours(LUNDI, 2);
    type Prete = Awaited<ReturnType<typeof createPrete>>;
    let prete: Prete;

    /** Deux crèches du même territoire, chacune sa responsable ; le professionnel est de la première. */
    function createPrete() {
      return base.asSystem(async ({ tx }) => {
        const origine = await createCreche(tx, { parentId: monde.nord, code: 'N7', places: 40 });
        const arrivee = await createCreche(tx, { parentId: monde.nord, code: 'N8', places: 40 });
        const profil = 'responsable-eaje';
        return {
          origine,
          arrivee,
          pro: await createProfessionnel(tx, { creche: origine, metier: 'AP', nom: 'Prêtée' }),
          chezElle: (await createAgentEssai(tx, { nom: 'Origine', profil, uniteId: origine.uniteId })).agentId,
          ailleurs: (await createAgentEssai(tx, { nom: 'Arrivée', profil, uniteId: arrivee.uniteId })).agentId,
        };
      });
    }
    beforeAll(async () => {
      prete = await createPrete();
    });
    const act = (agent: string, etablissementId: string, geste: string, autres: object = {}) =>
      base.asAgent(agent, (c) =>
        executeCommand(c, recordVacation, { etablissementId, jour: JOUR, qui: prete.pro.id, geste, ...autres }),
      );
    const listInscrites = () =>
      base.executeSql<{ id: string; etablissement_id: string }>(
        'select id, etablissement_id from eaje.vacation where professionnel_id = $1 order by id',
        [prete.pro.id],
      );
    const listAvis = (agentId: string) =>
      base.executeSql<{ texte: string; lien: string }>(
        'select texte, lien from organisation.avis where agent_id = $1 order by id',
        [agentId],
      );
    const HEURES = { debut: '9h', fin: '12h' };

    it('sa crèche reçoit un avis, et peut la reprendre ; qui l’avait placée l’apprend', async () => {
      await act(monde.territoire, prete.arrivee.id, 'POSTE', HEURES);
      expect(await listInscrites()).toMatchObject([{ etablissement_id: prete.arrivee.id }]);
      const [avis] = await listAvis(prete.chezElle);
      expect(avis?.texte).toContain('9 h–12 h'.replaceAll(' ', '\u00a0'));
      expect(avis?.lien).toBe(`/creches/${prete.origine.id}/jour?jour=${JOUR}`);
      await act(prete.chezElle, prete.origine.id, 'HORAIRE');
      expect(await listInscrites()).toEqual([]);
      expect((await listAvis(monde.territoire)).map(({ texte }) => texte)).toEqual([
        'Le renfort qui était inscrit ailleurs ce jour est retiré.',
      ]);
    });

    it('un acte sans effet est refusé : déjà à l’horaire, déjà absente', async () => {
      await expect(act(prete.chezElle, prete.origine.id, 'HORAIRE')).rejects.toThrow('suit déjà son horaire');
      await act(prete.chezElle, prete.origine.id, 'ABSENT');
      await expect(act(prete.chezElle, prete.origine.id, 'ABSENT')).rejects.toThrow('déjà celle-là');
      await act(prete.chezElle, prete.origine.id, 'HORAIRE');
    });

    it('tenue par une crèche qu’on ne tient pas et d’où elle n’est pas, sa journée ne se change pas', async () => {
      await act(monde.territoire, prete.arrivee.id, 'POSTE', HEURES);
      const autre = await base.asSystem(async ({ tx }) => {
        const creche = await createCreche(tx, { parentId: monde.nord, code: 'N6', places: 40 });
        const profil = 'responsable-eaje';
        const agent = await createAgentEssai(tx, { nom: 'Tierce', profil, uniteId: creche.uniteId });
        await tx
          .insertInto('eaje.vacation')
          .values({
            ...{ id: createIdentifiant(), professionnelId: prete.pro.id, etablissementId: creche.id },
            ...{ jour: addJours(JOUR, -1), debut: 540, fin: 600, nature: 'POSTE', motif: 'venue la veille' },
          })
          .execute();
        return { creche, agentId: agent.agentId };
      });
      for (const geste of ['HORAIRE', 'ABSENT'])
        await expect(act(autre.agentId, autre.creche.id, geste)).rejects.toThrow('tenue par une autre crèche');
      expect(await listInscrites()).toHaveLength(2);
    });

    it('deux personnes qui la changent se voient : l’empreinte lue n’est plus la bonne', async () => {
      const [inscrite] = (await listInscrites()).filter(
        ({ etablissement_id }) => etablissement_id === prete.arrivee.id,
      );
      const qui = (empreinte = '') => ({ qui: `${prete.pro.id} ${empreinte}` });
      await expect(act(prete.chezElle, prete.origine.id, 'HORAIRE', qui('horaire'))).rejects.toThrow('a changé depuis');
      await act(prete.chezElle, prete.origine.id, 'ABSENT', qui(inscrite?.id));
      await expect(
        act(prete.ailleurs, prete.arrivee.id, 'POSTE', { ...HEURES, ...qui(inscrite?.id) }),
      ).rejects.toThrow();
    });

    it('deux crèches à la fois : la seconde, qui avait lu avant, voit que la journée a changé', async () => {
      await act(prete.chezElle, prete.origine.id, 'HORAIRE');
      const seconde = base.asAgent(monde.territoire, async (contexte) => {
        const { professionnels } = await readPrevision(contexte.tx, { du: JOUR, au: JOUR });
        await act(prete.chezElle, prete.origine.id, 'POSTE', { debut: '14h', fin: '16h' });
        const place = { professionnelId: prete.pro.id, etablissementId: prete.arrivee.id };
        await recordJournees(contexte, {
          jour: JOUR,
          motif: 'renfort',
          lieu: { id: prete.arrivee.id, nom: 'Arrivée' },
          personnes: professionnels.filter(({ id }) => id === prete.pro.id),
          vacations: [{ ...place, debut: 540, fin: 720, nature: 'POSTE' }],
        });
      });
      await expect(seconde).rejects.toThrow('a changé depuis');
      const ce = (await listInscrites()).filter(({ etablissement_id }) => etablissement_id === prete.arrivee.id);
      expect(ce).toEqual([]);
    });
  });
});
