import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { findEcheance, listEcheancesDues } from '#modules/echeances/data/echeances-queries.server.ts';
import { EcheanceFiltre } from '#modules/echeances/echeance-filtre.ts';
import { listDuesCalculees, updateToutes } from '#modules/echeances/index.server.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { insertAValider } from '#modules/suites/testing/suites-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from './support/base.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { crip: '', collegue: '', inspecteur: '', cadre: '', dAilleurs: '', evaluateur: '', autre: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1, sud, departement } = d.unites;
  a.crip = await d.addAgent('agent-crip', departement);
  a.collegue = await d.addAgent('agent-crip', departement);
  a.inspecteur = await d.addAgent('inspecteur-enfance', nord);
  a.cadre = await d.addAgent('cadre-territorial-ase', nord1);
  a.dAilleurs = await d.addAgent('cadre-territorial-ase', sud);
  a.evaluateur = await d.addAgent('evaluateur', nord1);
  a.autre = await d.addAgent('evaluateur', nord1);
});
beforeEach(async () => {
  await base.executeSql('delete from ip.information');
  await base.executeSql('delete from organisation.delegation');
});

const refaire = () => updateToutes({ enSysteme: (fn) => base.asSystem(fn) });
const lire = async (agent: string, ...regles: string[]) => {
  await refaire();
  const dues = await base.asAgent(agent, (contexte) => listDuesCalculees(contexte, 'moi'));
  return dues.filter(({ regle }) => regles.includes(regle));
};
const verifyNulle = async (agents: readonly string[], ...regles: string[]) => {
  for (const agent of agents) expect(await lire(agent, ...regles)).toEqual([]);
};
const uneInformation = (unite = d.unites.nord1) =>
  anInformation().dansUnite(unite).avecMineur({ nom: 'Martin', prenom: 'Léa' });

describe('La cellule analyse ce qu’elle reçoit (IP-005, IP-037)', () => {
  it('trois jours ouvrés par défaut : reçue le vendredi, due le mercredi', async () => {
    const { id, numero } = await uneInformation().recueLe('2026-11-20').etat('recue').insert(base.executeSql);
    expect(await lire(a.crip, 'IP-005')).toMatchObject([
      {
        libelle: 'Analyser l’information reçue',
        pour: '2026-11-25',
        gravite: 'normale',
        qui: { nom: 'MARTIN Léa', href: `/informations/${id}` },
        detail: `information ${numero}`,
        acte: { titre: 'Analyser', href: `/informations/${id}/analyse` },
        etapes: [expect.any(String), expect.stringContaining('3 jours ouvrés')],
      },
    ]);
    await verifyNulle([a.cadre, a.inspecteur, a.evaluateur], 'IP-005');
  });
  it('qui la suit dans son périmètre ouvre l’échéance, sans l’acte qui est à la cellule', async () => {
    await uneInformation().recueLe('2026-11-20').etat('recue').insert(base.executeSql);
    await refaire();
    const dues = await base.asAgent(a.inspecteur, (contexte) => listDuesCalculees(contexte, 'perimetre'));
    expect(dues).toMatchObject([
      { regle: 'IP-005', acte: { titre: 'Ouvrir', href: expect.stringMatching(/^\/echeances\/[0-9a-f-]{36}$/) } },
    ]);
  });
  it('en danger grave et immédiat, le jour même', async () => {
    await uneInformation().recueLe('2026-11-20').etat('recue').urgence('immediate').insert(base.executeSql);
    expect(await lire(a.crip, 'IP-005')).toMatchObject([{ pour: '2026-11-20', gravite: 'critique' }]);
  });
  it('prise en analyse, elle est à qualifier, de qui l’analyse comme de ses collègues', async () => {
    const posee = uneInformation().recueLe('2026-11-19').etat('en-premiere-analyse').analyseePar(a.crip);
    const { id } = await posee.insert(base.executeSql);
    const acte = { titre: 'Qualifier', href: `/informations/${id}/qualification` };
    for (const agent of [a.crip, a.collegue])
      expect(await lire(agent, 'IP-005')).toMatchObject([{ pour: '2026-11-24', acte }]);
  });
  it('qualifiée, elle n’est plus à analyser', async () => {
    await uneInformation().recueLe('2026-11-19').etat('qualifiee').insert(base.executeSql);
    await verifyNulle([a.crip], 'IP-005');
  });
  it('un élément nouveau oblige à revoir l’urgence le jour où il arrive', async () => {
    const { id } = await uneInformation().recueLe('2026-10-01').etat('en-evaluation').insert(base.executeSql);
    await base.executeSql("update ip.information set reanalyse_due_le = '2026-11-20' where id = $1", [id]);
    const due = { libelle: 'Revoir l’urgence', pour: '2026-11-20', acte: { href: `/informations/${id}/urgence` } };
    expect(await lire(a.crip, 'IP-037')).toMatchObject([due]);
    await verifyNulle([a.cadre, a.evaluateur], 'IP-037');
  });
});

describe('L’évaluation est due de son équipe, et suivie de l’encadrement', () => {
  it('attribuer ce qui est qualifié, dans son unité seulement (CASF D226-2-4 I)', async () => {
    const { id } = await uneInformation().recueLe('2026-11-10').etat('qualifiee').insert(base.executeSql);
    const due = {
      pour: '2026-11-14',
      libelle: 'Attribuer l’évaluation',
      acte: { href: `/informations/${id}/attribution` },
    };
    expect(await lire(a.cadre, 'IP-004')).toMatchObject([due]);
    await verifyNulle([a.dAilleurs, a.evaluateur], 'IP-004');
  });
  it('achever dans les trois mois de la réception, de ceux qui évaluent ce jour (CASF D226-2-4 II)', async () => {
    const posee = uneInformation().recueLe('2026-09-10').evalueePar(a.evaluateur).etat('en-evaluation');
    const { id } = await posee.insert(base.executeSql);
    const acte = { titre: 'Ouvrir l’évaluation', href: `/informations/${id}/evaluation` };
    expect(await lire(a.evaluateur, 'IP-010')).toMatchObject([{ pour: '2026-12-10', gravite: 'critique', acte }]);
    await verifyNulle([a.autre, a.cadre, a.crip], 'IP-010');
  });
  it('une évaluation attribuée se commence d’abord', async () => {
    const posee = uneInformation().recueLe('2026-09-10').evalueePar(a.evaluateur).etat('attribuee');
    const { id } = await posee.insert(base.executeSql);
    expect(await lire(a.evaluateur, 'IP-010')).toMatchObject([
      { acte: { titre: 'Commencer', href: `/informations/${id}/evaluation/debut` } },
    ]);
  });
  it('ce qui tarde se voit de l’encadrement de l’unité (IP-038)', async () => {
    await uneInformation().recueLe('2026-07-01').evalueePar(a.evaluateur).etat('en-evaluation').insert(base.executeSql);
    for (const agent of [a.cadre, a.inspecteur])
      expect(await lire(agent, 'IP-038')).toMatchObject([{ pour: '2026-09-29', gravite: 'critique' }]);
    await verifyNulle([a.dAilleurs, a.evaluateur, a.crip], 'IP-038');
  });
  it('valider les rapports remis, jamais les siens, et sous délégation là où l’acte est délégué (CGCT L3221-3)', async () => {
    await uneInformation().recueLe('2026-09-01').evalueePar(a.evaluateur).etat('en-validation').insert(base.executeSql);
    await uneInformation().recueLe('2026-09-02').evalueePar(a.cadre).etat('en-validation').insert(base.executeSql);
    expect((await lire(a.cadre, 'IP-020')).map(({ pour }) => pour)).toEqual(['2026-12-01']);
    expect(await lire(a.inspecteur, 'IP-020')).toHaveLength(2);
    await verifyNulle([a.dAilleurs, a.evaluateur, a.crip], 'IP-020');
    await insertDelegation(base.executeSql, {
      agentId: a.inspecteur,
      acte: 'evaluation.valider',
      uniteId: d.unites.departement,
    });
    await verifyNulle([a.cadre], 'IP-020');
    expect(await lire(a.inspecteur, 'IP-020')).toHaveLength(2);
  });
});

describe('Le parquet est avisé sans délai, et relancé (CASF L226-4 I)', () => {
  type Pose = { etat?: string; envoyeA?: string | null; relanceLe?: string | null };
  async function poser({ etat = 'brouillon', envoyeA = null, relanceLe = null }: Pose = {}) {
    const { id: informationId } = await uneInformation()
      .evalueePar(a.evaluateur)
      .etat('en-evaluation')
      .insert(base.executeSql);
    const id = createIdentifiant();
    const signe = etat !== 'brouillon';
    await base.executeSql(
      `insert into ip.signalement (id, information_id, etat, autorite, motif, cree_le, valide_le, signataire_id, arrete_numero, envoye_a, moyen, relance_le, accuse_le)
       values ($1, $2, $3, 'Procureur', 'refus-famille', '2026-11-20T09:00:00Z', $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[
          id,
          informationId,
          etat,
          signe ? '2026-11-20' : null,
          signe ? a.inspecteur : null,
          signe ? '2020-101' : null,
        ],
        ...[envoyeA, envoyeA && 'plateforme', relanceLe, etat === 'accuse' ? '2026-10-01' : null],
      ],
    );
    return `/informations/${informationId}/suites/signalements/${id}`;
  }
  it('signer est dû du jour où le signalement commence, et de qui a délégation (CGCT L3221-3)', async () => {
    const href = await poser();
    await verifyNulle(Object.values(a), 'IP-030');
    await insertDelegation(base.executeSql, {
      agentId: a.inspecteur,
      acte: 'signalement.saisir',
      uniteId: d.unites.nord,
    });
    expect(await lire(a.inspecteur, 'IP-030')).toMatchObject([
      {
        libelle: 'Signer le signalement',
        pour: '2026-11-20',
        gravite: 'critique',
        qui: { nom: 'MARTIN Léa' },
        acte: { href },
        textes: [{ article: 'L226-4 I' }],
      },
    ]);
    await verifyNulle([a.crip, a.cadre, a.dAilleurs, a.evaluateur], 'IP-030');
  });
  it('signé, l’envoyer est dû le jour même, de la cellule et de l’encadrement du territoire', async () => {
    const href = await poser({ etat: 'valide' });
    const due = { libelle: 'Envoyer le signalement au parquet', pour: '2026-11-20', attenteDe: null, acte: { href } };
    for (const agent of [a.crip, a.cadre, a.inspecteur]) expect(await lire(agent, 'IP-030')).toMatchObject([due]);
    await verifyNulle([a.dAilleurs, a.evaluateur], 'IP-030');
  });
  it.each([
    ['la veille', '2026-10-23T08:00:00Z', 'Réponse du parquet, ou relance', '2026-11-22', 'Parquet'],
    ['le jour', '2026-10-22T08:00:00Z', 'Relancer le parquet', '2026-11-21', null],
    ['le lendemain', '2026-10-21T08:00:00Z', 'Relancer le parquet', '2026-11-20', null],
  ])('sans réponse, il se relance après trente jours : %s (IP-033)', async (_, envoyeA, libelle, pour, attenteDe) => {
    await poser({ etat: 'envoye', envoyeA });
    for (const agent of [a.crip, a.cadre])
      expect(await lire(agent, 'IP-033')).toMatchObject([{ libelle, pour, attenteDe }]);
    await verifyNulle([a.dAilleurs, a.evaluateur], 'IP-033');
  });
  it('une relance fait recommencer l’attente', async () => {
    await poser({ etat: 'accuse', envoyeA: '2026-09-30T08:00:00Z', relanceLe: '2026-11-01' });
    expect(await lire(a.cadre, 'IP-033')).toMatchObject([{ pour: '2026-12-01', attenteDe: 'Parquet' }]);
  });
});

describe('Décider sur un rapport validé (CASF D226-2-4, D226-2-7)', () => {
  const aDecider = (recueLe = '2026-09-01', valideur: string | null = a.cadre) =>
    insertAValider(base.executeSql, uneInformation().recueLe(recueLe).evalueePar(a.evaluateur), { valideur });
  it('est dû de qui a délégation là ; le terme de l’évaluation sert de repère (IP-021)', async () => {
    const { id } = await aDecider();
    await insertDelegation(base.executeSql, { agentId: a.inspecteur, acte: 'ip.decider', uniteId: d.unites.nord });
    const [due, ...reste] = await lire(a.inspecteur, 'IP-021');
    expect(reste).toEqual([]);
    expect(due).toMatchObject({
      libelle: 'Décider des suites de l’évaluation',
      attenteDe: null,
      acte: { titre: 'Décider', href: `/informations/${id}/suites/decider` },
    });
    expect(due?.etapes[0]).toBe('Rapport validé le 18 novembre 2026.');
    await verifyNulle([a.cadre, a.crip, a.evaluateur, a.dAilleurs], 'IP-021');
  });
  it('pas encore validé, rien n’est à décider', async () => {
    await aDecider('2026-09-01', null);
    await verifyNulle(Object.values(a), 'IP-021');
  });
  it('là où personne n’a délégation, l’encadrement voit que le président seul signe (CGCT L3221-3)', async () => {
    await aDecider();
    await insertDelegation(base.executeSql, { agentId: a.inspecteur, acte: 'ip.decider', uniteId: d.unites.sud });
    const due = { libelle: 'Décision sans délégataire', attenteDe: expect.stringContaining('le président') };
    expect(await lire(a.cadre, 'IP-021')).toMatchObject([due]);
    await verifyNulle([a.dAilleurs], 'IP-021');
  });
});

describe('Ce que l’on doit dire est dû de qui peut le dire', () => {
  it('les suites à la source, de la cellule, trois mois après la transmission, trente jours avant (CASF L226-5, al. 1)', async () => {
    const { id } = await uneInformation().recueLe('2026-09-21').insert(base.executeSql);
    await uneInformation().recueLe('2026-09-22').insert(base.executeSql);
    const acte = { titre: 'Inscrire', href: `/informations/${id}/suites/informer?objet=source&aQui=source` };
    expect(await lire(a.crip, 'IP-024')).toMatchObject([{ pour: '2026-12-21', acte }]);
    await verifyNulle([a.cadre, a.evaluateur], 'IP-024');
  });
  it('la mise en place, de l’équipe (CASF D226-2-6 I) ; les conclusions, de l’encadrement (CASF D226-2-7)', async () => {
    const { id } = await uneInformation()
      .evalueePar(a.evaluateur)
      .etat('decidee')
      .recueLe('2026-11-10')
      .insert(base.executeSql);
    expect(await lire(a.evaluateur, 'IP-015', 'IP-022')).toMatchObject([{ regle: 'IP-015', pour: '2026-11-13' }]);
    expect(await lire(a.cadre, 'IP-015', 'IP-022')).toMatchObject([{ regle: 'IP-022', pour: '2026-11-15' }]);
    await verifyNulle([a.dAilleurs, a.autre], 'IP-015', 'IP-022');
    const dire = (objet: string, aQui: string) =>
      base.executeSql(
        "insert into ip.information_donnee (id, information_id, objet, a_qui, le, forme) values ($1, $2, $3, $4, '2026-11-20', 'courrier')",
        [createIdentifiant(), id, objet, aQui],
      );
    await dire('ouverture', 'titulaires');
    await dire('conclusions', 'mineur');
    expect(await lire(a.evaluateur, 'IP-015')).toEqual([]);
    expect(await lire(a.cadre, 'IP-022'), 'le mineur n’est pas ses parents').toHaveLength(1);
  });
});

it('ce qui est dû sur une information se voit de qui voit l’information, dossier restreint compris', async () => {
  const enfantId = await anEnfant().surLeTerritoire(d.unites.nord1).restreint().insert(base.executeSql);
  await anInformation()
    .dansUnite(d.unites.nord1)
    .avecMineur({ nom: 'Secret', prenom: 'Zoé', enfantId })
    .insert(base.executeSql);
  for (const unite of [d.unites.nord1, d.unites.sud1, d.unites.departement])
    await uneInformation(unite).evalueePar(a.evaluateur).etat('en-evaluation').insert(base.executeSql);
  await refaire();
  for (const agent of Object.values(a))
    await base.asAgent(agent, async (contexte) => {
      const { tx } = contexte;
      const lignes = (table: string) =>
        tx.selectFrom(table as 'echeances.echeance').where('informationId', 'is not', null);
      const lues = await lignes('echeances.echeance')
        .where('statut', '=', 'ouverte')
        .select('id')
        .orderBy('id')
        .execute();
      const vues = await lignes('acces.mes_echeances').select('id').orderBy('id').execute();
      expect(vues).toEqual(lues);
      for (const { id } of vues.slice(0, 3))
        expect((await findEcheance(contexte, id))?.objet.sorte).toBe('information');
    });
});

it('les dangers graves et immédiats restent un à un', async () => {
  for (let rang = 0; rang < 14; rang += 1)
    for (const urgence of ['immediate', 'ordinaire'] as const)
      await uneInformation().recueLe('2026-11-19').etat('recue').urgence(urgence).insert(base.executeSql);
  const dues = await lire(a.crip, 'IP-005');
  expect(dues.filter(({ gravite }) => gravite === 'critique')).toHaveLength(14);
  expect(dues.filter(({ gravite }) => gravite !== 'critique').map(({ ensemble }) => ensemble)).toEqual([14]);
});

it('une ligne groupée ouvre une liste d’autant de lignes qu’elle en annonce, pour chacun et chaque portée', async () => {
  for (let jour = 10; jour < 23; jour += 1) {
    await uneInformation()
      .recueLe(`2026-07-${jour}`)
      .evalueePar(a.evaluateur)
      .etat('en-evaluation')
      .insert(base.executeSql);
    await uneInformation()
      .recueLe(`2026-11-${jour > 20 ? 20 : jour}`)
      .etat('recue')
      .insert(base.executeSql);
    await insertAValider(base.executeSql, uneInformation().evalueePar(a.autre), { valideur: a.dAilleurs });
  }
  await insertDelegation(base.executeSql, { agentId: a.cadre, acte: 'ip.decider', uniteId: d.unites.nord1 });
  await refaire();
  let groupees = 0;
  for (const agent of Object.values(a))
    for (const portee of ['moi', 'equipe', 'perimetre'] as const)
      await base.asAgent(agent, async (contexte) => {
        for (const { acte, ensemble, regle } of await listDuesCalculees(contexte, portee)) {
          if (ensemble === undefined) continue;
          const { searchParams } = new URL(acte?.href ?? '', 'http://essai');
          const filtre = EcheanceFiltre.parse(Object.fromEntries(searchParams));
          const { page } = await listEcheancesDues(contexte, filtre, { page: 1, taille: 50 });
          expect([regle, portee, page.total, page.lignes.length]).toEqual([regle, portee, ensemble, ensemble]);
          groupees += 1;
        }
      });
  expect(groupees).toBeGreaterThan(8);
});
