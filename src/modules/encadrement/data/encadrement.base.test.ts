import { beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '#database/connection.ts';
import { createCreche, createEnfantAccueilli, createProfessionnel } from '#modules/eaje/testing/creche-factory.ts';
import { createAgentEssai, createOrganisationEssai } from '#modules/organisation/testing/organisation-factory.ts';
import type { ContexteDeTravail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { type CrecheDuJour, listCrechesDuJour } from '../rules/territoire.ts';
import { findSousTaux, readProchainsJours, TRAVAUX } from './encadrement.server.ts';
import { readPrevision } from './previsions.server.ts';

const LUNDI = jourCivil('2026-11-23');
const SORTIE = createIdentifiant();
const BORNES = { du: addJours(LUNDI, -3), au: addJours(LUNDI, 20) };

describe('ce qui est gardé d’une crèche ne ment jamais', () => {
  const base = withBase();
  let monde: Awaited<ReturnType<typeof createMonde>>;

  function createMonde() {
    return base.asSystem(async ({ tx }) => {
      const { nord, sud } = (await createOrganisationEssai(tx)).unites;
      const creche = await createCreche(tx, { parentId: nord, code: 'N1', places: 40 });
      const voisine = await createCreche(tx, { parentId: nord, code: 'N2', places: 40 });
      const loin = await createCreche(tx, { parentId: sud, code: 'S1', places: 40 });
      const profil = 'responsable-territoire-petite-enfance';
      return {
        nord,
        creche,
        voisine,
        loin,
        enfant: await createEnfantAccueilli(tx, { creche }),
        titulaire: await createProfessionnel(tx, { creche, metier: 'AP' }),
        volant: await createProfessionnel(tx, { uniteId: nord, metier: 'AP', nom: 'Volante' }),
        territoire: (await createAgentEssai(tx, { nom: 'Nord', profil, uniteId: nord })).agentId,
        autre: (await createAgentEssai(tx, { nom: 'Sud', profil, uniteId: sud })).agentId,
      };
    });
  }
  beforeAll(async () => {
    monde = await createMonde();
  });

  /** Ce que la page montre, et ce que donne un calcul neuf, dans la même transaction. */
  const read = (agentId = monde.territoire) =>
    base.asAgent(agentId, async (contexte) => {
      const { encadrement } = await readProchainsJours(contexte);
      const neuves = listCrechesDuJour(await readPrevision(contexte.tx, BORNES), LUNDI);
      return { gardees: encadrement.listCreches(LUNDI), neuves };
    });
  const findDans = (creches: readonly CrecheDuJour[], id: string) =>
    creches.find(({ etablissement }) => etablissement.id === id);
  const sansMurs = (creches: readonly CrecheDuJour[]) =>
    creches.map(({ etablissement: { fermetures: _, ...murs }, ...reste }) => ({ murs, ...reste }));

  const insertVacation = (tx: Transaction, professionnelId: string, etablissementId: string) =>
    tx
      .insertInto('eaje.vacation')
      .values({
        id: createIdentifiant(),
        professionnelId,
        etablissementId,
        jour: LUNDI,
        debut: 540,
        fin: 720,
        nature: 'POSTE',
        motif: 'essai',
        decideePar: monde.territoire,
      })
      .execute();

  /** Chaque acte, et s'il touche la crèche, sa voisine, ou les deux. */
  const ACTES: readonly [
    acte: string,
    touche: readonly ('creche' | 'voisine')[],
    act: (tx: Transaction) => Promise<unknown>,
  ][] = [
    ['un enfant de plus, avec son contrat', ['creche'], (tx) => createEnfantAccueilli(tx, { creche: monde.creche })],
    [
      'un enfant qui marche',
      ['creche'],
      (tx) =>
        tx
          .updateTable('eaje.enfant')
          .set({ marcheDepuis: jourCivil('2026-10-01') })
          .where('id', '=', monde.enfant.id)
          .execute(),
    ],
    [
      'une absence d’enfant',
      ['creche'],
      (tx) =>
        tx
          .insertInto('eaje.absence')
          .values({
            id: createIdentifiant(),
            enfantId: monde.enfant.id,
            etablissementId: monde.creche.id,
            periode: '[2026-11-23,2026-11-24)',
            motif: 'CONGES',
            prevenueLe: LUNDI,
          })
          .execute(),
    ],
    ['une absence retirée', ['creche'], (tx) => tx.deleteFrom('eaje.absence').execute()],
    [
      'une réservation dans une autre crèche que la sienne',
      ['voisine'],
      (tx) =>
        tx
          .insertInto('eaje.reservation')
          .values({
            id: createIdentifiant(),
            enfantId: monde.enfant.id,
            etablissementId: monde.voisine.id,
            jour: LUNDI,
            debut: 1060,
            fin: 1100,
            nature: 'OCCASIONNEL',
          })
          .execute(),
    ],
    [
      'un contrat fini',
      ['creche'],
      (tx) =>
        tx
          .updateTable('eaje.contrat')
          .set({ periode: '[2026-01-01,2026-11-22)' })
          .where('enfantId', '=', monde.enfant.id)
          .execute(),
    ],
    [
      'un professionnel de plus',
      ['voisine'],
      (tx) => createProfessionnel(tx, { creche: monde.voisine, metier: 'EJE' }),
    ],
    [
      'un horaire changé',
      ['creche'],
      (tx) =>
        tx
          .updateTable('eaje.horaire')
          .set({ pauseDebut: 700, pauseFin: 760 })
          .where('professionnelId', '=', monde.titulaire.id)
          .execute(),
    ],
    [
      'un agent absent',
      ['creche'],
      (tx) =>
        tx
          .insertInto('organisation.absence')
          .values({ id: createIdentifiant(), agentId: monde.titulaire.agentId, periode: '[2026-11-23,2026-11-25)' })
          .execute(),
    ],
    ['le retour de l’agent', ['creche'], (tx) => tx.deleteFrom('organisation.absence').execute()],
    [
      'un renfort prêté par la crèche',
      ['creche', 'voisine'],
      (tx) => insertVacation(tx, monde.titulaire.id, monde.voisine.id),
    ],
    [
      'le nom de qui renforce',
      ['creche', 'voisine'],
      (tx) =>
        tx
          .updateTable('organisation.agent')
          .set({ nom: 'Renommée' })
          .where('id', '=', monde.titulaire.agentId)
          .execute(),
    ],
    [
      'une sortie',
      ['creche'],
      async (tx) => {
        const sortie = {
          id: SORTIE,
          etablissementId: monde.creche.id,
          jour: LUNDI,
          debut: 570,
          fin: 660,
          lieu: 'Parc',
        };
        await tx.insertInto('eaje.sortie').values(sortie).execute();
        await tx.insertInto('eaje.sortieEnfant').values({ sortieId: SORTIE, enfantId: monde.enfant.id }).execute();
      },
    ],
    [
      'un accompagnant de plus',
      ['creche'],
      (tx) =>
        tx
          .insertInto('eaje.sortieAccompagnant')
          .values({ sortieId: SORTIE, professionnelId: monde.titulaire.id })
          .execute(),
    ],
    ['la sortie retirée', ['creche'], (tx) => tx.deleteFrom('eaje.sortie').execute()],
    ['le renfort retiré', ['creche', 'voisine'], (tx) => tx.deleteFrom('eaje.vacation').execute()],
    ['un volant placé', ['voisine'], (tx) => insertVacation(tx, monde.volant.id, monde.voisine.id)],
    [
      'des places en moins',
      ['creche'],
      (tx) =>
        tx
          .updateTable('eaje.autorisation')
          .set({ places: 20 })
          .where('etablissementId', '=', monde.creche.id)
          .execute(),
    ],
    [
      'une modulation',
      ['creche'],
      (tx) =>
        tx
          .insertInto('eaje.modulation')
          .values({
            id: createIdentifiant(),
            autorisationId: monde.creche.autorisationId,
            etablissementId: monde.creche.id,
            jours: [1],
            debut: 450,
            fin: 510,
            places: 10,
          })
          .execute(),
    ],
    [
      'une autre méthode',
      ['creche'],
      (tx) =>
        tx.updateTable('eaje.etablissement').set({ methode: 'CINQ_HUIT' }).where('id', '=', monde.creche.id).execute(),
    ],
    [
      'un autre nom',
      ['voisine'],
      (tx) =>
        tx
          .updateTable('organisation.unite')
          .set({ nom: 'La Nouvelle' })
          .where('id', '=', monde.voisine.uniteId)
          .execute(),
    ],
    [
      'une fermeture',
      ['creche'],
      (tx) =>
        tx
          .insertInto('eaje.fermeture')
          .values({
            id: createIdentifiant(),
            etablissementId: monde.creche.id,
            periode: '[2026-11-23,2026-11-24)',
            motif: 'TRAVAUX',
          })
          .execute(),
    ],
  ];

  it('deux lectures de suite ne recalculent rien', async () => {
    const [avant, apres] = [await read(), await read()];
    expect(sansMurs(apres.gardees)).toEqual(sansMurs(apres.neuves));
    expect(apres.gardees).toHaveLength(2);
    expect(apres.gardees.every((creche, rang) => creche === avant.gardees[rang])).toBe(true);
  });

  it('après chaque acte, ce qui est montré est ce que donne un calcul neuf ; les autres crèches ne sont pas recalculées', async () => {
    for (const [acte, touche, act] of ACTES) {
      const avant = await read();
      await base.asSystem(({ tx }) => act(tx));
      const apres = await read();
      expect(sansMurs(apres.gardees), acte).toEqual(sansMurs(apres.neuves));
      for (const nom of ['creche', 'voisine'] as const) {
        const { id } = monde[nom];
        const pareille = findDans(apres.gardees, id) === findDans(avant.gardees, id);
        expect(pareille, `${acte} : ${nom}`).toBe(!touche.includes(nom));
      }
    }
    const { gardees } = await read();
    expect(findDans(gardees, monde.creche.id)).toBeUndefined();
  });

  it('une transaction annulée ne laisse rien derrière elle', async () => {
    const prevusDe = (creches: readonly CrecheDuJour[]) => findDans(creches, monde.voisine.id)?.journee.prevus.join();
    const avant = await read();
    let pendant: string | undefined;
    const annulee = base.asAgent(monde.territoire, async (contexte) => {
      await contexte.tx.deleteFrom('eaje.vacation').execute();
      pendant = prevusDe((await readProchainsJours(contexte)).encadrement.listCreches(LUNDI));
      throw new Error('annulée');
    });
    await expect(annulee).rejects.toThrow('annulée');
    expect(pendant).not.toBe(prevusDe(avant.gardees));
    const apres = await read();
    expect(prevusDe(apres.gardees)).toBe(prevusDe(avant.gardees));
    expect(sansMurs(apres.gardees)).toEqual(sansMurs(apres.neuves));
  });

  it('le matin, et quand Marelle s’ouvre, elle se prépare pour qui voit plusieurs crèches', async () => {
    const listLues = (agentId: string) =>
      base.asAgent(agentId, async (contexte) => {
        const lues: string[] = [];
        const tx = contexte.tx.withPlugin({
          transformQuery: ({ node }) => {
            lues.push(JSON.stringify(node));
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        await readProchainsJours({ ...contexte, tx });
        return lues.filter((requete) => requete.includes('from eaje.contrat'));
      });
    const [travail] = TRAVAUX;
    const signal = new AbortController().signal;
    const enSysteme = base.asSystem as ContexteDeTravail['enSysteme'];
    const prepare = () =>
      travail?.run({ db: base.db, enSysteme, signal, donnees: {}, adresse: '', courriels: undefined });
    await base.executeSql('update eaje.revision set numero = gen_random_uuid()');
    await prepare();
    expect(await listLues(monde.territoire)).toEqual([]);
    expect(await listLues(monde.autre)).toHaveLength(1);
    await base.executeSql('update eaje.revision set numero = gen_random_uuid()');
    expect(await listLues(monde.territoire)).toHaveLength(1);
  });

  it('qui a un autre périmètre ne voit rien de ce qu’un autre a fait garder', async () => {
    await read();
    const { gardees, neuves } = await read(monde.autre);
    expect(gardees.map(({ etablissement }) => etablissement.id)).toEqual([monde.loin.id]);
    expect(sansMurs(gardees)).toEqual(sansMurs(neuves));
  });
});

describe('ce qui manque à une crèche, dans Ma journée', () => {
  const base = withBase();
  let monde: Awaited<ReturnType<typeof createMonde>>;

  /** Ouverte le lundi toute la journée, deux professionnels du début à la fin : quelle que soit l'heure qu'il est. */
  function createMonde() {
    return base.asSystem(async ({ tx }) => {
      const { nord, sud } = (await createOrganisationEssai(tx)).unites;
      const toutLeJour = { places: 40, ouvre: 0, ferme: 1440 };
      const creche = await createCreche(tx, { parentId: nord, code: 'N1', ...toutLeJour });
      await createCreche(tx, { parentId: sud, code: 'S1', ...toutLeJour });
      const semaine = [0, 1440, ...Array.from({ length: 12 }, () => 0)];
      const equipe: string[] = [];
      for (const metier of ['EJE', 'AP'] as const)
        equipe.push((await createProfessionnel(tx, { creche, metier, semaine })).id);
      const accueille = async (nombre: number, contrat: number[] | null) => {
        const enfants: string[] = [];
        for (let rang = 0; rang < nombre; rang += 1)
          enfants.push((await createEnfantAccueilli(tx, { creche, semaine: contrat })).id);
        return enfants;
      };
      const territorial = 'responsable-territoire-petite-enfance';
      return {
        creche,
        equipe,
        attendus: await accueille(6, semaine),
        deplus: await accueille(13, null),
        territoire: (await createAgentEssai(tx, { nom: 'Nord', profil: territorial, uniteId: nord })).agentId,
        ailleurs: (await createAgentEssai(tx, { nom: 'Sud', profil: territorial, uniteId: sud })).agentId,
        responsable: (await createAgentEssai(tx, { nom: 'R', profil: 'responsable-eaje', uniteId: creche.uniteId }))
          .agentId,
        referent: (await createAgentEssai(tx, { nom: 'Réf', profil: 'referent-educatif', uniteId: nord })).agentId,
      };
    });
  }
  beforeAll(async () => {
    monde = await createMonde();
    await base.executeSql('update organisation.installation set jour_fige = $1', [LUNDI]);
  });

  const lire = async (agentId = monde.territoire) =>
    (await base.asAgent(agentId, (contexte) => findSousTaux(contexte)))?.creches;
  const pointer = (enfants: readonly string[]) =>
    base.asSystem(({ tx }) =>
      tx
        .insertInto('eaje.presence')
        .values(
          enfants.map((enfantId) => ({
            ...{ enfantId, etablissementId: monde.creche.id, jour: LUNDI, arrivee: 0, origine: 'TABLETTE' },
          })),
        )
        .execute(),
    );
  const enManque = (manques: Readonly<{ maintenant: number; sorties: number }>) => [
    { id: monde.creche.id, nom: 'Crèche N1', quarts: 0, ...manques },
  ];

  it('maintenant, sur les enfants pointés : douze pour deux, rien ne manque ; au treizième, quelqu’un (CAP-08)', async () => {
    expect(await lire()).toEqual([]);
    await pointer(monde.deplus.slice(0, 12));
    expect(await lire()).toEqual([]);
    await pointer(monde.deplus.slice(12));
    for (const agentId of [monde.territoire, monde.responsable])
      expect(await lire(agentId)).toEqual(enManque({ maintenant: 1, sorties: 0 }));
    await base.executeSql('update organisation.installation set jour_fige = $1', [addJours(LUNDI, -2)]);
    expect(await lire()).toEqual([]);
    await base.executeSql('update organisation.installation set jour_fige = $1', [LUNDI]);
    await base.executeSql('delete from eaje.presence where enfant_id = $1', [monde.deplus[12]]);
    expect(await lire()).toEqual([]);
  });

  it('une sortie de six enfants qu’un seul accompagne se montre ; à deux, elle se tait (CAP-12)', async () => {
    await base.executeSql('delete from eaje.presence');
    const accompagner = (professionnelId = '') =>
      base.asSystem(({ tx }) =>
        tx.insertInto('eaje.sortieAccompagnant').values({ sortieId: SORTIE, professionnelId }).execute(),
      );
    await base.asSystem(async ({ tx }) => {
      const quand = { jour: LUNDI, debut: 570, fin: 660 };
      await tx
        .insertInto('eaje.sortie')
        .values({ id: SORTIE, etablissementId: monde.creche.id, lieu: 'Parc', ...quand })
        .execute();
      for (const enfantId of monde.attendus)
        await tx.insertInto('eaje.sortieEnfant').values({ sortieId: SORTIE, enfantId }).execute();
    });
    await accompagner(monde.equipe[0]);
    expect(await lire()).toEqual(enManque({ maintenant: 0, sorties: 1 }));
    await accompagner(monde.equipe[1]);
    expect(await lire()).toEqual([]);
  });

  it('qui n’a pas la crèche dans ses missions n’en lit rien', async () => {
    await pointer(monde.deplus);
    expect(await lire()).toHaveLength(1);
    expect(await lire(monde.ailleurs)).toEqual([]);
    expect(await lire(monde.referent)).toBeUndefined();
  });
});
