/** Ce que la base retient d'un acte : les crèches qui reçoivent un numéro neuf, et leurs mois finis à recompter. */
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Transaction } from '#database/connection.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { createCreche, createEnfantAccueilli, createProfessionnel } from '../testing/creche-factory.ts';

const base = withBase();
const o = withOrganisation(base);
const NORD = 'Crèche du nord';
const SUD = 'Crèche du sud';
const OCTOBRE = { nord: `${NORD} 2026-10`, sud: `${SUD} 2026-10` };

/** Quatre cents jours en arrière du 21 novembre 2026. */
const TREIZE_MOIS = [
  '2025-10',
  '2025-11',
  '2025-12',
  ...Array.from({ length: 11 }, (_, rang) => `2026-${String(rang + 1).padStart(2, '0')}`),
].map((mois) => `${NORD} ${mois}`);

type Acte = (tx: Transaction) => Promise<unknown>;
type Touche = { mois?: string[]; revues?: string[] };

function createMonde() {
  return base.asSystem(async ({ tx }) => {
    const nord = await createCreche(tx, { parentId: o.unites.nord, code: 'R-N', nom: NORD });
    const sud = await createCreche(tx, { parentId: o.unites.nord, code: 'R-S', nom: SUD });
    return {
      nord,
      sud,
      enfant: await createEnfantAccueilli(tx, { creche: nord, du: '2026-09-01' }),
      pro: await createProfessionnel(tx, { creche: nord, metier: 'AP' }),
    };
  });
}

describe('d’un acte, la base retient les crèches et les jours qu’il touche', () => {
  let monde: Awaited<ReturnType<typeof createMonde>>;
  beforeAll(async () => {
    monde = await createMonde();
  });

  const readRevisions = async () =>
    new Map(
      (
        await base.executeSql<{ nom: string; numero: string }>(
          'select u.nom, r.numero from eaje.revision r join eaje.etablissement e on e.id = r.etablissement_id join organisation.unite u on u.id = e.unite_id',
        )
      ).map(({ nom, numero }) => [nom, numero]),
    );

  /** Les mois marqués et les crèches au numéro neuf, par leur nom. */
  async function observe(act: () => Promise<unknown>) {
    await base.executeSql('delete from eaje.mois_a_resumer');
    const avant = await readRevisions();
    await act();
    const mois = await base.executeSql<{ ligne: string }>(
      `select distinct u.nom || ' ' || to_char(m.mois, 'YYYY-MM') as ligne from eaje.mois_a_resumer m
        join eaje.etablissement e on e.id = m.etablissement_id join organisation.unite u on u.id = e.unite_id order by 1`,
    );
    const revues = [...(await readRevisions())].filter(([nom, numero]) => avant.get(nom) !== numero);
    return { mois: mois.map(({ ligne }) => ligne), revues: revues.map(([nom]) => nom).sort() };
  }

  const write = (texte: (ids: ReturnType<typeof listIds>) => ReturnType<typeof sql>) => (tx: Transaction) =>
    texte(listIds()).execute(tx);
  const listIds = () => ({
    id: createIdentifiant(),
    nord: monde.nord.id,
    sud: monde.sud.id,
    unite: monde.nord.uniteId,
    enfant: monde.enfant.id,
    pro: monde.pro.id,
    agent: monde.pro.agentId,
  });

  const ACTES: readonly [acte: string, touche: Touche, act: Acte][] = [
    [
      'un badge compte dans son mois, et ne fait rien relire des jours à venir',
      { mois: [OCTOBRE.nord] },
      write(
        ({
          nord,
          enfant,
        }) => sql`insert into eaje.presence (etablissement_id, enfant_id, jour, arrivee, depart, origine)
          values (${nord}, ${enfant}, '2026-10-06', 540, 900, 'BADGE')`,
      ),
    ],
    ['le même badge récrit tel quel ne touche rien', {}, write(() => sql`update eaje.presence set depart = depart`)],
    ['un départ corrigé compte', { mois: [OCTOBRE.nord] }, write(() => sql`update eaje.presence set depart = 960`)],
    [
      'le badge d’un jour qui n’est pas fini ne marque rien',
      {},
      write(
        ({ nord, enfant }) => sql`insert into eaje.presence (etablissement_id, enfant_id, jour, arrivee, origine)
          values (${nord}, ${enfant}, acces.aujourdhui(), 540, 'TABLETTE')`,
      ),
    ],
    [
      'le nom d’un enfant corrigé ne touche aucune journée',
      {},
      write(({ enfant }) => sql`update eaje.enfant set nom = 'Durand', version = version + 1 where id = ${enfant}`),
    ],
    [
      'le nom d’un agent se montre, et ne se compte pas',
      { revues: [NORD] },
      write(({ agent }) => sql`update organisation.agent set nom = 'Durand' where id = ${agent}`),
    ],
    [
      'le nom d’un territoire se montre dans toutes ses crèches',
      { revues: [NORD, SUD] },
      write(() => sql`update organisation.unite set nom = 'Le Nord' where id = ${o.unites.nord}`),
    ],
    [
      'une marche constatée compte depuis son jour',
      { mois: [OCTOBRE.nord, `${NORD} 2026-11`], revues: [NORD] },
      write(({ enfant }) => sql`update eaje.enfant set marche_depuis = '2026-10-20' where id = ${enfant}`),
    ],
    [
      'une section changée compte depuis le contrat',
      { mois: [`${NORD} 2026-09`, OCTOBRE.nord, `${NORD} 2026-11`], revues: [NORD] },
      write(({ enfant }) => sql`update eaje.enfant set section_id = null where id = ${enfant}`),
    ],
    [
      'un badge dans une autre crèche compte où il est passé',
      { mois: [OCTOBRE.sud] },
      write(
        ({ sud, enfant }) => sql`insert into eaje.presence (etablissement_id, enfant_id, jour, arrivee, depart, origine)
          values (${sud}, ${enfant}, '2026-10-13', 540, 900, 'BADGE')`,
      ),
    ],
    [
      'une naissance corrigée compte partout où l’enfant est venu',
      { mois: [`${NORD} 2026-09`, OCTOBRE.nord, `${NORD} 2026-11`, OCTOBRE.sud], revues: [NORD, SUD] },
      write(({ enfant }) => sql`update eaje.enfant set ne_le = '2024-09-01' where id = ${enfant}`),
    ],
    [
      'le tarif d’un contrat ne se lit pas dans une journée',
      {},
      write(({ enfant }) => sql`update eaje.contrat set tarif_centimes = 200 where enfant_id = ${enfant}`),
    ],
    [
      'une réservation touche la crèche où l’enfant ira',
      { mois: [OCTOBRE.sud], revues: [SUD] },
      write(
        ({
          id,
          sud,
          enfant,
        }) => sql`insert into eaje.reservation (id, etablissement_id, enfant_id, jour, debut, fin, nature)
          values (${id}, ${sud}, ${enfant}, '2026-10-08', 1060, 1100, 'OCCASIONNEL')`,
      ),
    ],
    [
      'absent de l’une de ses crèches, l’enfant l’est de toutes',
      { mois: [OCTOBRE.nord, OCTOBRE.sud], revues: [NORD, SUD] },
      write(
        ({
          id,
          nord,
          enfant,
        }) => sql`insert into eaje.absence (id, etablissement_id, enfant_id, periode, motif, prevenue_le)
          values (${id}, ${nord}, ${enfant}, '[2026-10-08,2026-10-09)', 'CONGES', '2026-10-08')`,
      ),
    ],
    [
      'un renfort touche la crèche qui prête et celle qui reçoit',
      { mois: [OCTOBRE.nord, OCTOBRE.sud], revues: [NORD, SUD] },
      write(
        ({
          id,
          sud,
          pro,
        }) => sql`insert into eaje.vacation (id, professionnel_id, etablissement_id, jour, debut, fin, nature)
          values (${id}, ${pro}, ${sud}, '2026-10-07', 540, 720, 'POSTE')`,
      ),
    ],
    [
      'l’absence d’une agente, un jour où elle était prêtée, se compte des deux côtés',
      { mois: [OCTOBRE.nord, OCTOBRE.sud], revues: [NORD, SUD] },
      write(
        ({ id, agent }) => sql`insert into organisation.absence (id, agent_id, periode)
          values (${id}, ${agent}, '[2026-10-07,2026-10-08)')`,
      ),
    ],
    [
      'absente un autre mois, elle ne se recompte que chez elle',
      { mois: [`${NORD} 2026-09`], revues: [NORD, SUD] },
      write(
        ({ id, agent }) => sql`insert into organisation.absence (id, agent_id, periode)
          values (${id}, ${agent}, '[2026-09-07,2026-09-08)')`,
      ),
    ],
    [
      'une fermeture à venir ne fait rien recompter',
      { revues: [NORD] },
      write(
        ({ id, nord }) => sql`insert into eaje.fermeture (id, etablissement_id, periode, motif)
          values (${id}, ${nord}, '[2035-01-01,2035-01-05]', 'TRAVAUX')`,
      ),
    ],
    [
      'une crèche fermée après coup se recompte jusqu’à treize mois en arrière',
      { mois: TREIZE_MOIS, revues: [NORD] },
      write(({ unite }) => sql`update organisation.unite set periode = '[2020-01-01,2026-11-10)' where id = ${unite}`),
    ],
  ];

  it('chaque acte, ses crèches et ses mois', async () => {
    for (const [acte, { mois = [], revues = [] }, act] of ACTES)
      expect(await observe(() => base.asSystem(({ tx }) => act(tx))), acte).toEqual({ mois, revues });
  });

  it('un acte annulé ne laisse rien', async () => {
    const annule = () =>
      base
        .asSystem(async ({ tx }) => {
          await sql`delete from eaje.vacation`.execute(tx);
          throw new Error('annulé');
        })
        .catch(() => undefined);
    expect(await observe(annule)).toEqual({ mois: [], revues: [] });
  });

  it('une crèche effacée emporte ce qu’on en retenait', async () => {
    const { id } = await base.asSystem(({ tx }) => createCreche(tx, { parentId: o.unites.sud, code: 'R-X' }));
    expect(await observe(() => base.executeSql('delete from eaje.etablissement where id = $1', [id]))).toEqual({
      mois: [],
      revues: [],
    });
  });

  it('deux actes à la fois sur les mêmes crèches ne s’attendent pas l’un l’autre', async () => {
    const ids = [monde.nord.id, monde.sud.id];
    const ferme = (annee: number, creches: readonly string[]) =>
      base.asSystem(({ tx }) =>
        sql`insert into eaje.fermeture (id, etablissement_id, periode, motif)
          select gen_random_uuid(), c.id, daterange(make_date(${annee}, 1, 1), make_date(${annee}, 1, 5)), 'CONGES'
          from unnest(${[...creches]}::uuid[]) c (id)`.execute(tx),
      );
    const actes = Array.from({ length: 12 }, (_, rang) => ferme(2040 + rang, rang % 2 ? ids : ids.toReversed()));
    expect(await Promise.all(actes)).toHaveLength(12);
  });
});
