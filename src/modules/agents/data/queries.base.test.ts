import { beforeAll, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { getUnite } from '#modules/organisation/index.server.ts';
import {
  createOrganisationEssai,
  createPosteEssai,
  type OrganisationEssai,
} from '#modules/organisation/testing/organisation-factory.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { AgentFiltre } from '../agent.ts';
import { PosteFiltre } from '../poste.ts';
import { getAgent } from './agent-fiche.server.ts';
import { countAgents, listAgents } from './agents.server.ts';
import { listUnites } from './organigramme.server.ts';
import { countPostes, findPosteFiche, listPostes, listPostesDe } from './postes.server.ts';

const base = withBase();
let o: OrganisationEssai;
const page = { page: 1, taille: 50 };
const lit = <T>(fn: (contexte: Contexte) => Promise<T>) => base.asAgent(o.agents.referentNord.agentId, fn);

beforeAll(async () => {
  o = await base.asSystem(async ({ tx }) => {
    const essai = await createOrganisationEssai(tx);
    const { unites, agents } = essai;
    await createPosteEssai(tx, {
      nom: 'vacant',
      profil: 'evaluateur',
      uniteId: unites.siteNord,
      responsableId: agents.cadreNord.posteId,
    });
    await tx
      .insertInto('organisation.absence')
      .values({ id: createIdentifiant(), agentId: agents.cadreNord.agentId, periode: '[2026-11-20,2026-12-01)' })
      .execute();
    await tx
      .insertInto('organisation.secteur')
      .values({ id: createIdentifiant(), communeCode: '80021', uniteId: unites.siteNord, periode: '[2020-01-01,)' })
      .execute();
    const delegation = {
      acte: 'ppe.signer',
      arreteNumero: '7',
      arreteLe: jourCivil('2025-12-01'),
      agentId: agents.cadreNord.agentId,
    };
    const periodes = {
      nord: '[2026-01-01,2027-01-01)',
      sud: '[2025-01-01,2026-01-01)',
      siteNord: '[2027-01-01,)',
      siteSud: '[2026-01-01,)',
    };
    for (const [unite, periode] of Object.entries(periodes)) {
      const uniteId = unites[unite as keyof typeof unites];
      await tx
        .insertInto('organisation.delegation')
        .values({ id: createIdentifiant(), ...delegation, uniteId, periode })
        .execute();
    }
    return essai;
  });
});

test('l’arbre compte agents, absents et postes vacants, et les cumule vers le haut', async () => {
  const arbre = await lit((contexte) => listUnites(contexte));
  expect(arbre.map(({ code, niveau }) => `${niveau} ${code}`)).toEqual(['0 DEP', '1 TN', '2 SN', '1 TS', '2 SS']);
  expect(arbre[1]).toMatchObject({
    agents: 2,
    postes: 3,
    vacants: 1,
    absents: 1,
    communes: 1,
    responsableNom: 'Cadre nord',
  });
});

test('chaque nombre de l’arbre et du tableau est celui de la liste qu’il ouvre, aussi quand un agent tient deux postes', async () => {
  await base.asSystem(({ tx }) =>
    tx
      .insertInto('organisation.affectation')
      .values({
        id: createIdentifiant(),
        agentId: o.agents.cadreNord.agentId,
        posteId: o.agents.cadreSud.posteId,
        nature: 'interim',
        periode: '[2026-11-01,2026-12-01)',
      })
      .execute(),
  );
  const arbre = await lit((contexte) => listUnites(contexte));
  for (const { id: unite, ...compte } of arbre) {
    const totaux = await lit(async (contexte) => ({
      agents: (await listAgents(contexte, AgentFiltre.parse({ unite }), page)).total,
      absents: (await listAgents(contexte, AgentFiltre.parse({ unite, presence: 'absent' }), page)).total,
      postes: (await listPostes(contexte, PosteFiltre.parse({ unite }), page)).total,
      vacants: (await listPostes(contexte, PosteFiltre.parse({ unite, etat: 'vacant' }), page)).total,
      communes: (await getUnite(contexte, unite)).communes.length,
    }));
    expect(compte, compte.code).toMatchObject(totaux);
    const { communes: _, ...effectifs } = totaux;
    const comptes = await lit(async (contexte) => ({
      ...(await countAgents(contexte, unite)),
      ...(await countPostes(contexte, unite)),
    }));
    expect(comptes, compte.code).toEqual(effectifs);
  }
  await base.executeSql("delete from organisation.affectation where nature = 'interim'");
});

test('les agents se cherchent sans accent ni ordre des mots, par unité et présence', async () => {
  const cherche = async (filtre: object) => {
    const { lignes } = await lit((contexte) => listAgents(contexte, AgentFiltre.parse(filtre), page));
    return lignes.map(({ nom }) => nom);
  };
  expect(await cherche({ q: 'nord referent' })).toEqual(['Référent nord']);
  expect(await cherche({ unite: o.unites.nord })).toEqual(['Cadre nord', 'Référent nord']);
  expect(await cherche({ presence: 'absent' })).toEqual(['Cadre nord']);
  expect(await cherche({ unite: o.unites.nord, presence: 'present' })).toEqual(['Référent nord']);
  expect(await cherche({ tri: 'nom', sens: 'desc' })).toEqual(expect.arrayContaining(['Référent sud']));
  expect(await cherche({ q: "'; drop table" })).toEqual([]);
});

test('une page au-delà de la fin garde le bon total', async () => {
  const { lignes, total, pages } = await lit((contexte) =>
    listAgents(contexte, AgentFiltre.parse({}), { page: 9, taille: 2 }),
  );
  expect({ lignes, total, pages }).toEqual({ lignes: [], total: 6, pages: 3 });
});

test('la fiche d’un agent dit son supérieur, son équipe et ses collègues', async () => {
  const { superieur, tenues, collegues } = await lit((contexte) => getAgent(contexte, o.agents.referentNord.agentId));
  expect(superieur).toMatchObject({ nom: 'CADRE NORD Camille', absent: true });
  expect(tenues).toMatchObject([{ intitule: 'Poste de Référent nord', du: '2020-01-01', au: null }]);
  expect(collegues).toEqual([]);
  const cadre = await lit((contexte) => getAgent(contexte, o.agents.cadreNord.agentId));
  expect(cadre.equipe.map(({ nom }) => nom)).toEqual(['Référent nord']);
  expect(cadre.delegations).toHaveLength(4);
});

test('la fiche d’une unité dit ses postes du jour, sans ceux des unités qui en dépendent', async () => {
  const postes = await lit((contexte) => listPostesDe(contexte, o.unites.siteNord));
  expect(postes.map(({ etat }) => etat).toSorted()).toEqual(['pourvu', 'vacant']);
  await expect(lit((contexte) => getAgent(contexte, '1'))).rejects.toThrow(Introuvable);
});

test('les postes vacants se listent avec le jour depuis lequel ils le sont', async () => {
  const { lignes } = await lit((contexte) => listPostes(contexte, PosteFiltre.parse({ etat: 'vacant' }), page));
  expect(lignes).toMatchObject([{ intitule: 'Poste de vacant', vacantDepuis: '2020-01-01', occupants: [] }]);
  const absents = await lit((contexte) => listPostes(contexte, PosteFiltre.parse({ etat: 'absent' }), page));
  expect(absents.lignes[0]?.occupants).toMatchObject([
    { nom: 'Cadre nord', absent: true, absentJusquAu: '2026-11-30' },
  ]);
  const fiche = await lit((contexte) => findPosteFiche(contexte, o.agents.referentNord.posteId));
  expect(fiche?.responsable?.intitule).toBe('Poste de Cadre nord');
});
