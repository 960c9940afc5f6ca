import { beforeAll, describe, expect, it } from 'vitest';
import { type CrechePosee, createCreche } from '#modules/eaje/testing/creche-factory.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai, createUniteEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { type Command, executeCommand } from '#server/define-command.ts';
import { Conflit, Introuvable, Refus, SaisieInvalide } from '#server/errors.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant, type Identifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { executeEnsemble } from '#tests/support/deux-transactions.ts';
import { canArbitrerLigne, canReadLigne, canTenirLigne, canVoterLigne } from '../droits.ts';
import { listAtterrissages } from '../index.server.ts';
import {
  listConstatsRemplaces,
  listCorrections,
  listEngagementsDe,
  listMandatementsDe,
  listServicesDe,
} from './depenses-queries.server.ts';
import { closeEngagement, recordEngagement, updateEngagement } from './engagements-commands.server.ts';
import { recordArbitrage, recordLigne, updateLigne } from './lignes-commands.server.ts';
import { getLigne, listLignesDeLExercice } from './lignes-queries.server.ts';
import { closeMandatement, recordMandatement, updateMandatement } from './mandatements-commands.server.ts';
import { recordServiceFait, updateServiceFait } from './services-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);
let aujourdhui = '';
let exercice = 0;
let creche: CrechePosee;
let voisine: CrechePosee;
let achats: Identifiant;
const agents: Record<string, string> = {};
const lignes = { creche: '', service: '' };

const QUI = ['territoire', 'crèche', 'service', 'directeur', 'ailleurs', 'voisine', 'référent'] as const;
type Qui = (typeof QUI)[number];
const faire = <S extends Parameters<typeof executeCommand>[1]['saisie'], C, R>(
  qui: Qui,
  commande: Command<S, C, R>,
  saisie: Record<string, unknown>,
) => base.asAgent(agents[qui] ?? '', (contexte) => executeCommand(contexte, commande, saisie));
const attraper = (promesse: Promise<unknown>) => promesse.then(() => undefined).catch((erreur: unknown) => erreur);
const lire = (id: string) => base.asAgent(agents.territoire ?? '', ({ tx }) => getLigne(tx, id));
const ligneSaisie = (plus = {}) => ({
  ...{ etablissementId: creche.id, nature: 'PEDAGOGIE', libelle: `Jeux ${createIdentifiant()}`, imputation: '60632' },
  ...{ serviceId: '', du: `01/01/${exercice}`, budget: '1 000' },
  ...plus,
});
const depense = (ligneId: string, montant: string, plus = {}) => ({
  ...{ ligneId, jour: aujourdhui, objet: 'Livres', montant, depassement: '' },
  ...plus,
});
const engager = async (ligneId: string, montant: string, plus = {}, qui: Qui = 'territoire') => {
  await faire(qui, recordEngagement, depense(ligneId, montant, plus));
  const [dernier] = await base.asAgent(agents.territoire ?? '', ({ tx }) => listEngagementsDe(tx, ligneId));
  return dernier?.id ?? '';
};

beforeAll(async () => {
  await base.asSystem(async ({ tx, aujourdhui: jour }) => {
    aujourdhui = jour;
    exercice = Number(jour.slice(0, 4));
    creche = await createCreche(tx, { parentId: o.unites.nord, code: 'B-1' });
    voisine = await createCreche(tx, { parentId: o.unites.nord, code: 'B-2' });
    achats = await createUniteEssai(tx, {
      code: 'ACHATS',
      nom: 'Service des achats',
      nature: 'service',
      parentId: o.unites.departement,
    });
    const creer = async (qui: Qui, profil: Profil, uniteId: Identifiant) => {
      agents[qui] = (await createAgentEssai(tx, { nom: qui, profil, uniteId })).agentId;
    };
    await creer('territoire', 'responsable-territoire-petite-enfance', o.unites.nord);
    await creer('crèche', 'responsable-eaje', creche.uniteId);
    await creer('voisine', 'responsable-eaje', voisine.uniteId);
    await creer('service', 'responsable-territoire-petite-enfance', achats);
    await creer('ailleurs', 'responsable-territoire-petite-enfance', o.unites.sud);
    await creer('référent', 'referent-educatif', o.unites.nord);
    agents.directeur = o.agents.directeur.agentId;
  });
  lignes.creche = await faire('territoire', recordLigne, ligneSaisie());
  lignes.service = await faire('territoire', recordLigne, ligneSaisie({ nature: 'MENAGE', serviceId: achats }));
});

describe('qui lit, vote et tient une ligne : TypeScript et la base disent pareil', () => {
  const ATTENDU: Record<'creche' | 'service', Record<string, readonly Qui[]>> = {
    creche: {
      lit: ['territoire', 'crèche', 'directeur'],
      arbitre: ['territoire', 'directeur'],
      tient: ['territoire', 'crèche', 'directeur'],
    },
    service: {
      lit: ['territoire', 'crèche', 'service', 'directeur'],
      arbitre: ['territoire', 'service', 'directeur'],
      tient: ['territoire', 'service', 'directeur'],
    },
  };
  class Annule extends Error {}
  const essayer = (qui: Qui, fn: (tx: Parameters<Parameters<typeof base.asAgent>[1]>[0]) => Promise<unknown>) =>
    attraper(
      base.asAgent(agents[qui] ?? '', async (contexte) => {
        await fn(contexte);
        throw new Annule();
      }),
    ).then((erreur) => erreur instanceof Annule);

  it.each(QUI.flatMap((qui) => (['creche', 'service'] as const).map((sorte) => [qui, sorte] as const)))(
    '%s, la ligne tenue par : %s',
    async (qui, sorte) => {
      const [id, attendu] = [lignes[sorte], ATTENDU[sorte]];
      const cible = { uniteId: creche.uniteId, serviceId: sorte === 'service' ? achats : null };
      const dit = await base.asAgent(agents[qui] ?? '', async ({ agent, tx }) => ({
        lit: canReadLigne(agent, cible),
        arbitre: canArbitrerLigne(agent, cible),
        tient: canTenirLigne(agent, cible),
        enBase: await attraper(getLigne(tx, id)),
      }));
      const engagee = await essayer(qui, ({ tx, agent }) =>
        tx
          .insertInto('eaje.engagement')
          .values({
            ...{ id: createIdentifiant(), ligneId: id, etablissementId: creche.id, jour: jourCivil(aujourdhui) },
            ...{ objet: 'x', centimes: 1, par: agent.id },
          })
          .execute(),
      );
      const changee = await essayer(qui, async ({ tx }) => {
        const { numUpdatedRows } = await tx
          .updateTable('eaje.ligneBudget')
          .set({ budgetCentimes: 5 })
          .where('id', '=', id)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) throw new Error('rien');
      });
      const arbitree = await essayer(qui, ({ tx, agent }) =>
        tx
          .insertInto('eaje.arbitrageBudget')
          .values({
            ...{
              id: createIdentifiant(),
              ligneId: id,
              etablissementId: creche.id,
              le: jourCivil(aujourdhui),
              suite: 'ASSUMER',
            },
            ...{ motif: 'x', avantCentimes: 1, apresCentimes: 1, par: agent.id },
          })
          .execute(),
      );
      const { lit, arbitre, tient } = {
        lit: attendu.lit?.includes(qui),
        arbitre: attendu.arbitre?.includes(qui),
        tient: attendu.tient?.includes(qui),
      };
      expect({ ...dit, enBase: dit.enBase === undefined }).toEqual({ lit, arbitre, tient, enBase: lit });
      expect({ engagee, changee, arbitree }).toEqual({ engagee: tient, changee: arbitre, arbitree: arbitre });
    },
  );

  it('voter est à qui finance la crèche : ni la crèche, ni le service qui tiendra la ligne', async () => {
    for (const qui of QUI) {
      const permis = ['territoire', 'directeur'].includes(qui);
      const vote = attraper(faire(qui, recordLigne, ligneSaisie({ nature: 'FLUIDES', serviceId: achats })));
      expect([qui, (await vote) === undefined]).toEqual([qui, permis]);
      expect(await base.asAgent(agents[qui] ?? '', async ({ agent }) => canVoterLigne(agent, creche))).toBe(permis);
    }
  });

  it('nul n’efface, pas même le territoire ; une ligne ne quitte pas son service pour celui d’un autre', async () => {
    await base.asAgent(agents.territoire ?? '', async ({ tx }) => {
      for (const table of ['eaje.engagement', 'eaje.ligneBudget', 'eaje.mandatement'] as const)
        expect((await tx.deleteFrom(table).executeTakeFirst()).numDeletedRows).toBe(0n);
    });
    const donner = { id: lignes.service, version: '1', libelle: 'Ménage', imputation: '', serviceId: '' };
    expect(await attraper(faire('service', updateLigne, donner))).toBeInstanceOf(Introuvable);
  });

  it('la crèche lit la ligne du service et n’y engage rien ; le service y engage, et nulle part ailleurs', async () => {
    expect(await attraper(faire('crèche', recordEngagement, depense(lignes.service, '10')))).toBeInstanceOf(
      Introuvable,
    );
    await faire('service', recordEngagement, depense(lignes.service, '10'));
    expect(await attraper(faire('service', recordEngagement, depense(lignes.creche, '10')))).toBeInstanceOf(
      Introuvable,
    );
    await faire('crèche', recordEngagement, depense(lignes.creche, '10'));
  });

  it('la vue du territoire ne montre à chacun que ses lignes', async () => {
    const voir = (qui: Qui) =>
      base.asAgent(
        agents[qui] ?? '',
        async ({ tx }) => new Set((await listLignesDeLExercice(tx, exercice)).map(({ id }) => id)),
      );
    expect((await voir('ailleurs')).size + (await voir('référent')).size + (await voir('voisine')).size).toBe(0);
    const duService = await voir('service');
    expect([duService.has(lignes.service), duService.has(lignes.creche)]).toEqual([true, false]);
    expect((await base.asAgent(agents.service ?? '', ({ tx }) => getLigne(tx, lignes.service))).creche).toBe(
      'Crèche B-1',
    );
  });
});

describe('voter une ligne', () => {
  it('deux fois le même libellé se refuse à côté du champ ; trop grand, le montant dit sa limite', async () => {
    const meme = ligneSaisie();
    await faire('territoire', recordLigne, meme);
    expect(await attraper(faire('territoire', recordLigne, meme))).toMatchObject({ champ: 'libelle' });
    const trop = faire('territoire', recordLigne, ligneSaisie({ budget: '20 000 001' }));
    expect(await attraper(trop)).toMatchObject({ erreurs: { budget: expect.stringContaining('Pas plus de 20') } });
  });
});

describe('engager', () => {
  it('au-delà de ce qui reste, demande pourquoi à côté du champ, puis l’inscrit avec sa raison', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie({ budget: '100' }));
    await engager(id, '80');
    const trop = await attraper(faire('crèche', recordEngagement, depense(id, '30')));
    expect(trop).toBeInstanceOf(SaisieInvalide);
    expect(trop).toMatchObject({ erreurs: { depassement: expect.stringContaining('la dépasse de 10,00') } });
    await faire('crèche', recordEngagement, depense(id, '30', { depassement: 'Chauffe-biberon en panne' }));
    expect(await lire(id)).toMatchObject({ engageCentimes: 11000, repeteCentimes: 11000 });
    const [dernier] = await base.asAgent(agents.crèche ?? '', ({ tx }) => listEngagementsDe(tx, id));
    expect(dernier?.depassement).toBe('Chauffe-biberon en panne');
  });

  it('sous le disponible, une raison donnée ne se garde pas', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie());
    await engager(id, '10', { depassement: 'Pour rien' });
    const [dernier] = await base.asAgent(agents.crèche ?? '', ({ tx }) => listEngagementsDe(tx, id));
    expect(dernier?.depassement).toBeNull();
  });

  it('sur un exercice clos est refusé, et dit pourquoi', async () => {
    const passe = exercice - 2;
    expect(await attraper(faire('territoire', recordLigne, ligneSaisie({ du: `01/01/${passe}` })))).toMatchObject({
      message: expect.stringContaining(`exercice ${passe} est clos depuis le 31 janvier ${passe + 1}`),
    });
    const id = createIdentifiant();
    await base.executeSql(
      `insert into eaje.ligne_budget (id, etablissement_id, unite_id, exercice, nature, libelle, du, budget_centimes)
       values ($1, $2, $3, $4, 'ENTRETIEN', 'Ancienne', $5, 1000)`,
      [id, creche.id, creche.uniteId, passe, `${passe}-01-01`],
    );
    const tard = await attraper(faire('territoire', recordEngagement, depense(id, '1', { jour: `15/06/${passe}` })));
    expect(tard).toBeInstanceOf(Refus);
    expect(tard).toMatchObject({ message: expect.stringContaining('est clos') });
  });

  it('une dépense d’une autre année, d’avant la ligne ou à venir ne s’inscrit pas', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie({ du: aujourdhui }));
    for (const jour of [`31/12/${exercice - 1}`, `01/01/${exercice}`, `31/12/${exercice + 1}`])
      expect(await attraper(faire('territoire', recordEngagement, depense(id, '1', { jour })))).toMatchObject({
        champ: 'jour',
      });
  });
});

describe('corriger et annuler, sans rien effacer', () => {
  it('une correction garde ce qui était dit ; deux personnes ne s’écrasent pas', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie());
    const engagement = await engager(id, '120,50');
    const correction = {
      id: engagement,
      version: '1',
      jour: aujourdhui,
      objet: 'Livres et puzzles',
      montant: '130',
      motif: 'Devis',
    };
    await faire('crèche', updateEngagement, correction);
    expect(await attraper(faire('territoire', updateEngagement, correction))).toBeInstanceOf(Conflit);
    const gardees = await base.asAgent(agents.territoire ?? '', ({ tx }) => listCorrections(tx, engagement));
    expect(gardees).toMatchObject([
      { avantCentimes: 12050, avantTexte: 'Livres', motif: 'Devis', mandatementId: null },
    ]);
    expect(await lire(id)).toMatchObject({ engageCentimes: 13000 });
  });

  it('un engagement mandaté ne s’annule qu’après ses mandatements ; annulé, il ne compte plus et reste lisible', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie());
    const engagement = await engager(id, '100');
    const mandat = { engagementId: engagement, jour: aujourdhui, reference: 'M-1', montant: '60' };
    expect((await faire('crèche', recordMandatement, mandat)).remarque).toBeNull();
    expect((await faire('crèche', recordMandatement, { ...mandat, montant: '60' })).remarque).toContain('20,00');
    const mandats = await base.asAgent(agents.crèche ?? '', ({ tx }) => listMandatementsDe(tx, engagement));
    expect(await lire(id)).toMatchObject({ mandateCentimes: 12000, resteAMandaterCentimes: 0 });
    const annuler = { id: engagement, version: '1', motif: 'Commande annulée' };
    expect(await attraper(faire('crèche', closeEngagement, annuler))).toBeInstanceOf(Refus);
    const [premier, second] = mandats;
    const corriger = {
      id: premier?.id,
      version: '1',
      jour: aujourdhui,
      reference: 'M-2',
      montant: '40',
      motif: 'Avoir',
    };
    await faire('crèche', updateMandatement, corriger);
    expect(await lire(id)).toMatchObject({ mandateCentimes: 10000, resteAMandaterCentimes: 0 });
    await faire('crèche', closeMandatement, { id: premier?.id, version: '2', motif: 'Doublon' });
    await faire('crèche', closeMandatement, { id: second?.id, version: '1', motif: 'Doublon' });
    expect(
      await attraper(faire('crèche', closeMandatement, { id: second?.id, version: '2', motif: 'x' })),
    ).toBeInstanceOf(Refus);
    await faire('crèche', closeEngagement, annuler);
    expect(await lire(id)).toMatchObject({ engageCentimes: 0, mandateCentimes: 0, resteAMandaterCentimes: 0 });
    const [lu] = await base.asAgent(agents.crèche ?? '', ({ tx }) => listEngagementsDe(tx, id));
    expect(lu).toMatchObject({ annulation: 'Commande annulée', centimes: 10000 });
    expect(await attraper(faire('crèche', recordMandatement, mandat))).toBeInstanceOf(Refus);
  });
});

describe('annuler un engagement et y mandater, au même instant', () => {
  const commencer = async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie());
    const engagement = await engager(id, '100');
    const annuler = { id: engagement, version: '1', motif: 'Commande annulée' };
    const mandater = { engagementId: engagement, jour: aujourdhui, reference: 'M-1', montant: '60' };
    /** Fait, et tenu sans être validé. */
    const tenir =
      <S extends Parameters<typeof executeCommand>[1]['saisie'], C, R>(commande: Command<S, C, R>, saisie: object) =>
      (attendre: () => Promise<void>) =>
        base.asAgent(agents.crèche ?? '', async (contexte) => {
          await executeCommand(contexte, commande, saisie);
          await attendre();
        });
    return { id, annuler, mandater, tenir };
  };

  it('annulé d’abord : rien ne s’y mandate', async () => {
    const { id, annuler, mandater, tenir } = await commencer();
    const [annule, mandate] = await executeEnsemble(base, tenir(closeEngagement, annuler), () =>
      faire('territoire', recordMandatement, mandater),
    );
    expect(annule.status).toBe('fulfilled');
    expect(mandate).toMatchObject({ reason: { message: expect.stringContaining('rien ne s’y mandate') } });
    expect(await lire(id)).toMatchObject({ engageCentimes: 0, mandateCentimes: 0 });
  });

  it('mandaté d’abord : il ne s’annule pas, et l’argent mandaté reste compté', async () => {
    const { id, annuler, mandater, tenir } = await commencer();
    const [mandate, annule] = await executeEnsemble(base, tenir(recordMandatement, mandater), () =>
      faire('territoire', closeEngagement, annuler),
    );
    expect(mandate.status).toBe('fulfilled');
    expect(annule).toMatchObject({ reason: { message: expect.stringContaining('annulez d’abord ses mandatements') } });
    expect(await lire(id)).toMatchObject({ engageCentimes: 10000, mandateCentimes: 6000 });
  });

  it('deux mandatements ensemble : le second remarque ce qui dépasse l’engagé', async () => {
    const { mandater, tenir } = await commencer();
    const [, second] = await executeEnsemble(base, tenir(recordMandatement, mandater), () =>
      faire('territoire', recordMandatement, mandater),
    );
    expect(second).toMatchObject({ value: { remarque: expect.stringContaining('20,00') } });
  });
});

describe('le service fait d’un prestataire (PRS-01)', () => {
  // Dans la base d'essai, aujourd'hui est le 21 novembre 2026.
  const MOIS_PASSE = '10/2026';
  it('la crèche l’atteste, même sur la ligne d’un autre ; jamais un mois en cours, jamais deux fois', async () => {
    const constat = { dues: '20', faites: '19', conformes: '18', prix: '2 000' };
    const encours = { ligneId: lignes.service, mois: aujourdhui.slice(0, 7), ...constat };
    expect(await attraper(faire('crèche', recordServiceFait, { ...encours, atteste: 'oui' }))).toMatchObject({
      champ: 'atteste',
    });
    await faire('crèche', recordServiceFait, encours);
    expect(await attraper(faire('crèche', recordServiceFait, encours))).toMatchObject({
      ...{ message: expect.stringContaining('déjà inscrit'), champ: 'mois' },
    });
    expect(await attraper(faire('voisine', recordServiceFait, encours))).toBeInstanceOf(Introuvable);
    await faire('crèche', recordServiceFait, { ...encours, mois: MOIS_PASSE, atteste: 'oui' });
    const [, passe] = await base.asAgent(agents.service ?? '', ({ tx }) => listServicesDe(tx, lignes.service));
    expect(passe).toMatchObject({ attesteLe: aujourdhui, conformes: 18, montantCentimes: 200000 });
  });

  it('corriger ce qui est attesté dit pourquoi, garde l’ancien constat, et atteste le nouveau de son nom et de ce jour', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie({ nature: 'MENAGE', serviceId: achats }));
    const constat = { dues: '20', faites: '19', conformes: '18', prix: '2 000', atteste: 'oui' };
    await faire('crèche', recordServiceFait, { ligneId: id, mois: MOIS_PASSE, ...constat });
    const lireService = async () => {
      const [service] = await base.asAgent(agents.service ?? '', ({ tx }) => listServicesDe(tx, id));
      if (!service) throw new Error('Absent');
      return service;
    };
    const service = await lireService();
    await base.executeSql("update eaje.service_fait set atteste_le = '2026-11-05' where id = $1", [service.id]);
    const saisie = { id: service.id, version: '1', ...constat };
    expect(await attraper(faire('service', updateServiceFait, saisie))).toMatchObject({
      message: expect.stringContaining('Rien ne change'),
    });
    expect(await attraper(faire('service', updateServiceFait, { ...saisie, conformes: '15' }))).toMatchObject({
      erreurs: { motif: expect.any(String) },
    });
    await faire('service', updateServiceFait, { ...saisie, conformes: '15', motif: 'Trois passages refaits' });
    expect(await lireService()).toMatchObject({ conformes: 15, attesteLe: aujourdhui, attesteParId: agents.service });
    const remplaces = () => base.asAgent(agents.crèche ?? '', ({ tx }) => listConstatsRemplaces(tx, service.id));
    expect(await remplaces()).toMatchObject([
      { avant: { Conformes: '18' }, avantAttesteLe: '2026-11-05', motif: 'Trois passages refaits' },
    ]);
    expect((await remplaces())[0]?.avantAttestePar).toContain('crèche');
    // Décocher retire l'attestation sans la perdre.
    const retirer = { ...saisie, version: '2', conformes: '15', atteste: '', motif: 'Facture contestée' };
    await faire('crèche', updateServiceFait, retirer);
    expect(await lireService()).toMatchObject({ attesteLe: null, attesteParId: null });
    expect(await remplaces()).toMatchObject([{ avantAttesteLe: aujourdhui }, { avantAttesteLe: '2026-11-05' }]);
    expect(await attraper(faire('crèche', updateServiceFait, retirer))).toBeInstanceOf(Conflit);
    // Personne n'atteste au nom d'un autre, pas même en corrigeant ; qui ne lit pas la ligne ne lit pas ce qui était attesté.
    const auNomDUn = base.asAgent(agents.crèche ?? '', ({ tx }) =>
      tx
        .updateTable('eaje.serviceFait')
        .set({ attesteLe: jourCivil(aujourdhui), attestePar: agents.service ?? '' })
        .where('id', '=', service.id)
        .execute(),
    );
    expect(String(await attraper(auNomDUn))).toContain('row-level security');
    expect(await base.asAgent(agents.voisine ?? '', ({ tx }) => listConstatsRemplaces(tx, service.id))).toEqual([]);
  });

  it('dit à côté du champ ce qui manque ou se contredit', async () => {
    const vide = { ligneId: lignes.service, mois: `01/${exercice}`, dues: '', faites: '3', conformes: '4' };
    expect(await attraper(faire('crèche', recordServiceFait, vide))).toMatchObject({
      erreurs: { dues: expect.any(String), conformes: expect.any(String) },
    });
    expect(await attraper(faire('crèche', recordServiceFait, { ...vide, ligneId: lignes.creche }))).toBeInstanceOf(
      Refus,
    );
  });

  it('l’intérim compte ses heures, et ne s’atteste pas sans les réalisées', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie({ nature: 'INTERIM', serviceId: achats }));
    await faire('crèche', recordServiceFait, {
      ligneId: id,
      mois: `1/${exercice}`,
      demande: 'Deux absentes',
      commandees: '14,5',
    });
    const [commande] = await base.asAgent(agents.crèche ?? '', ({ tx }) => listServicesDe(tx, id));
    expect(commande).toMatchObject({ minutesCommandees: 870, attesteLe: null });
    const saisie = { id: commande?.id, version: '1', demande: 'Deux absentes', commandees: '14,5', atteste: 'oui' };
    expect(await attraper(faire('service', updateServiceFait, saisie))).toMatchObject({
      erreurs: { realisees: expect.any(String) },
    });
  });
});

describe('arbitrer', () => {
  it('change le budget en gardant l’ancien, ou assume sans le changer', async () => {
    const id = await faire('territoire', recordLigne, ligneSaisie());
    const arbitrage = { id, version: '1', suite: 'MODIFIER', budget: '1 500', motif: 'Décision modificative' };
    expect(await attraper(faire('crèche', recordArbitrage, arbitrage))).toBeInstanceOf(Introuvable);
    expect(await attraper(faire('territoire', recordArbitrage, { ...arbitrage, budget: '' }))).toMatchObject({
      champ: 'budget',
    });
    expect(await attraper(faire('territoire', recordArbitrage, { ...arbitrage, budget: '1000' }))).toMatchObject({
      champ: 'budget',
    });
    await faire('territoire', recordArbitrage, arbitrage);
    await faire('territoire', recordArbitrage, { ...arbitrage, version: '2', suite: 'ASSUMER', budget: '' });
    expect(await lire(id)).toMatchObject({ budgetCentimes: 150000, version: 3 });
    const [fait] = await base.executeSql<{ budget: number }>(
      "select (donnees->>'budgetCentimes')::int as budget from eaje.fait_budget where type = 'ligne-budgetaire' and donnees->>'ligne' = $1",
      [id],
    );
    expect(fait?.budget, 'le budget d’origine').toBe(100000);
  });
});

it('une ligne qui dépasse fait naître l’arbitrage, que le territoire voit et que l’acte éteint', async () => {
  const id = await faire('territoire', recordLigne, ligneSaisie({ etablissementId: voisine.id, budget: '100' }));
  await engager(id, '300', { depassement: 'Sinistre' });
  const voir = () =>
    base.executeSql<{ statut: string; acteur: string; pour: string }>(
      "select statut, acteur, pour::text from echeances.echeance where regle = 'DEP-02' and etablissement_id = $1",
      [voisine.id],
    );
  expect(await voir()).toMatchObject([{ statut: 'ouverte', acteur: 'petite-enfance' }]);
  await faire('territoire', recordArbitrage, { id, version: '1', suite: 'ASSUMER', budget: '', motif: 'Sinistre' });
  expect(await voir()).toMatchObject([{ statut: 'faite' }]);
});

it('la porte réunit les lignes par crèche (IND-24)', async () => {
  const sommes = await base.asAgent(agents.territoire ?? '', (contexte) => listAtterrissages(contexte, exercice));
  const voisineLue = sommes.find(({ etablissementId }) => etablissementId === voisine.id);
  expect(voisineLue).toMatchObject({ budgetCentimes: 10000, engageCentimes: 30000, mandateCentimes: 0 });
  expect(voisineLue?.atterrissageCentimes).toBeGreaterThanOrEqual(30000);
  expect(await base.asAgent(agents.ailleurs ?? '', (contexte) => listAtterrissages(contexte, exercice))).toEqual([]);
});
