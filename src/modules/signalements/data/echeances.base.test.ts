import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { SignalementFiltre } from '../signalement-filtre.ts';
import { listEcheances } from './echeances.server.ts';
import { listSignalements } from './signalements-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { signe: '', crip: '', cadre: '', dAilleurs: '', evaluateur: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1, sud, departement } = d.unites;
  a.signe = await d.addAgent('inspecteur-enfance', nord);
  a.crip = await d.addAgent('agent-crip', departement);
  a.cadre = await d.addAgent('cadre-territorial-ase', nord1);
  a.dAilleurs = await d.addAgent('cadre-territorial-ase', sud);
  a.evaluateur = await d.addAgent('evaluateur', nord1);
  await insertDelegation(base.executeSql, { agentId: a.signe, acte: 'signalement.saisir', uniteId: nord });
});
beforeEach(() => base.executeSql('delete from ip.information'));

const lire = (agent: string) => base.asAgent(agent, listEcheances);
type Pose = {
  etat?: string;
  envoyeA?: string | null;
  relanceLe?: string | null;
  uniteId?: string;
  enfantId?: string | null;
};
/** Un signalement commencé et signé le 20 novembre. */
async function poser({
  etat = 'brouillon',
  envoyeA = null,
  relanceLe = null,
  uniteId = d.unites.nord1,
  enfantId = null,
}: Pose = {}) {
  const information = await anInformation()
    .dansUnite(uniteId)
    .evalueePar(a.evaluateur)
    .avecMineur({ nom: 'Martin', prenom: 'Léa', enfantId })
    .etat('en-evaluation')
    .insert(base.executeSql);
  const id = createIdentifiant();
  const signe = etat !== 'brouillon';
  await base.executeSql(
    `insert into ip.signalement (id, information_id, etat, autorite, motif, cree_le, valide_le, signataire_id, arrete_numero, envoye_a, moyen, relance_le, accuse_le)
     values ($1, $2, $3, 'Procureur', 'refus-famille', '2026-11-20T09:00:00Z', $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, information.id, etat, signe ? '2026-11-20' : null, signe ? a.signe : null, signe ? '2020-101' : null],
      ...[envoyeA, envoyeA && 'plateforme', relanceLe, etat === 'accuse' ? '2026-10-01' : null],
    ],
  );
  return { id, informationId: information.id };
}

describe('Le parquet est avisé sans délai (CASF L226-4 I)', () => {
  it('signer est dû du jour où le signalement commence, et de qui a délégation (CGCT L3221-3)', async () => {
    const { id, informationId } = await poser();
    expect(await lire(a.signe)).toMatchObject([
      {
        regle: 'IP-030',
        libelle: 'Signer le signalement',
        pour: '2026-11-20',
        gravite: 'critique',
        qui: { nom: 'MARTIN Léa', detail: 'nord1' },
        acte: { href: `/informations/${informationId}/suites/signalements/${id}/signer` },
        textes: [{ article: 'L226-4 I' }],
      },
    ]);
    for (const agent of [a.crip, a.cadre, a.evaluateur]) expect(await lire(agent)).toEqual([]);
  });
  it('signé, l’envoyer est dû le jour même, de la cellule et de l’encadrement du territoire', async () => {
    await poser({ etat: 'valide' });
    const due = { libelle: 'Envoyer le signalement au parquet', pour: '2026-11-20', attenteDe: null };
    for (const agent of [a.crip, a.cadre, a.signe]) expect(await lire(agent)).toMatchObject([due]);
    for (const agent of [a.dAilleurs, a.evaluateur]) expect(await lire(agent)).toEqual([]);
  });
});

describe('Sans réponse, le parquet se relance après le temps que règle le département (IP-033)', () => {
  // Jour d'essai : le 21 novembre ; trente jours.
  it.each([
    ['la veille', '2026-10-23T08:00:00Z', 'Réponse du parquet, ou relance', '2026-11-22', 'parquet'],
    ['le jour', '2026-10-22T08:00:00Z', 'Relancer le parquet', '2026-11-21', null],
    ['le lendemain', '2026-10-21T08:00:00Z', 'Relancer le parquet', '2026-11-20', null],
  ])('%s', async (_, envoyeA, libelle, pour, attenteDe) => {
    await poser({ etat: 'envoye', envoyeA });
    expect(await lire(a.crip)).toMatchObject([{ regle: 'IP-033', libelle, pour, attenteDe }]);
  });
  it('une relance fait recommencer l’attente', async () => {
    await poser({ etat: 'accuse', envoyeA: '2026-09-30T08:00:00Z', relanceLe: '2026-11-01' });
    expect(await lire(a.cadre)).toMatchObject([{ pour: '2026-12-01', attenteDe: 'parquet' }]);
  });
});

it('au-delà de cinq, une ligne ouvre la liste, qui montre ce qu’elle compte', async () => {
  for (let jour = 1; jour <= 6; jour += 1) {
    await poser({ etat: 'envoye', envoyeA: `2026-09-0${jour}T08:00:00Z` });
    await poser({ etat: 'envoye', envoyeA: `2026-11-0${jour}T08:00:00Z` });
  }
  await poser({ etat: 'valide', uniteId: d.unites.sud1 });
  const dues = await lire(a.cadre);
  expect(dues.map(({ libelle, pour }) => `${libelle} ${pour}`).toSorted()).toEqual([
    'Relancer le parquet pour 6 signalements 2026-10-01',
    'Réponse du parquet sur 6 signalements 2026-12-01',
  ]);
  for (const { acte } of dues) {
    const filtre = SignalementFiltre.parse(Object.fromEntries(new URLSearchParams(acte?.href.split('?')[1])));
    const { total } = await base.asAgent(a.cadre, (contexte) =>
      listSignalements(contexte, filtre, { page: 1, taille: 50 }),
    );
    expect(total).toBe(6);
  }
});

it('la lecture par ensembles et la politique du signalement montrent les mêmes lignes', async () => {
  const restreint = await anEnfant().restreint().insert(base.executeSql);
  await poser();
  await poser({ etat: 'valide', uniteId: d.unites.sud1 });
  await poser({ etat: 'valide', enfantId: restreint });
  for (const agent of Object.values(a))
    await base.asAgent(agent, async ({ tx }) => {
      const lues = await sql<{ id: string }>`select id from ip.signalement order by id`.execute(tx);
      const vues = await sql<{ id: string }>`select id from acces.signalements_que_je_conduis order by id`.execute(tx);
      expect(vues.rows).toEqual(lues.rows);
    });
  const lues = await base.asAgent(a.cadre, ({ tx }) =>
    sql`select id from acces.signalements_que_je_conduis`.execute(tx),
  );
  expect(lues.rows).toHaveLength(1);
});
