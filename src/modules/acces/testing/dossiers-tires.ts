/** Des dossiers, des missions, des relais et des ouvertures en urgence tirés au sort : de quoi comparer les droits écrits et la base. */
import fc from 'fast-check';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { containsJour, type Periode, parseDaterange } from '#shared/periode.ts';
import type { CibleEnfant } from '../droits.ts';
import { createDepartement, type ExecuteSql, JOUR_D_ESSAI } from './departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from './enfant-factory.ts';

export const JOUR = jourCivil(JOUR_D_ESSAI);
export const GRAINE = 20261121;

export type Enfant = { id: string; cible: CibleEnfant; parentId: string; missionId: string; aReferent: boolean };
export type Bris = { id: string; agentId: string };
export type Relais = { id: string; agentId: string; relaisId: string; periode: Periode };
export type DossiersTires = { agents: string[]; unites: string[]; enfants: Enfant[]; bris: Bris[]; relais: Relais[] };

export const PROFILS: [Profil | null, 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1'][] = [
  ['referent-educatif', 'nord1'],
  ['referent-educatif', 'sud1'],
  ['evaluateur', 'nord1'],
  ['assistant-administratif', 'nord'],
  ['responsable-enfance', 'nord1'],
  ['cadre-territorial-ase', 'sud1'],
  ['responsable-territoire-enfance', 'nord'],
  ['inspecteur-enfance', 'sud'],
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['delegue-protection-donnees', 'departement'],
  ['administrateur', 'departement'],
  ['chef-projet-strategie', 'departement'],
  ['responsable-territoire-petite-enfance', 'sud'],
  [null, 'nord'],
];
export const PERIODES = [
  '[2020-01-01,)',
  '[2020-01-01,2026-11-21)',
  '[2020-01-01,2026-11-22)',
  '[2026-11-21,)',
  '[2026-11-22,)',
];
/** Un relais a toujours une fin : fini, qui finit la veille, du jour même, en cours, à venir. */
const PERIODES_DE_RELAIS = [
  '[2026-01-01,2026-02-01)',
  '[2026-11-01,2026-11-21)',
  '[2026-11-21,2026-11-22)',
  '[2026-11-01,2026-12-01)',
  '[2026-11-10,2026-11-22)',
  '[2026-11-22,2026-12-01)',
];
export const UNITES = ['departement', 'nord', 'sud', 'nord1', 'nord2', 'sud1', 'sud2'] as const;

const agent = fc.nat(PROFILS.length - 1);
const periode = fc.constantFrom(...PERIODES);
const RELAIS_TIRE = fc
  .record({ agent, relais: agent, periode: fc.constantFrom(...PERIODES_DE_RELAIS) })
  .filter((tire) => tire.agent !== tire.relais);
const DOSSIER_TIRE = fc.record({
  restreint: fc.boolean(),
  closLe: fc.constantFrom(null, null, '2026-11-20', '2026-11-21'),
  missions: fc.array(fc.record({ agent, unite: fc.nat(6), aAgent: fc.boolean(), periode }), { maxLength: 3 }),
  nommes: fc.uniqueArray(fc.record({ agent, periode }), { maxLength: 3, selector: (nomme) => nomme.agent }),
  bris: fc.array(fc.record({ agent, enCours: fc.boolean() }), { maxLength: 2 }),
});
type Tire = typeof DOSSIER_TIRE extends fc.Arbitrary<infer T> ? T : never;

/** Les mêmes à chaque fois : le tirage a sa graine. */
export async function createDossiersTires(executeSql: ExecuteSql): Promise<DossiersTires> {
  const monde: DossiersTires = { agents: [], unites: [], enfants: [], bris: [], relais: [] };
  const { unites, addAgent } = await createDepartement(executeSql);
  for (const [profil, unite] of PROFILS) monde.agents.push(await addAgent(profil, unites[unite]));
  monde.unites.push(...UNITES.map((nom) => unites[nom]));
  for (const tire of fc.sample(RELAIS_TIRE, { numRuns: 20, seed: GRAINE })) await addRelais(executeSql, monde, tire);
  const pole = PROFILS.findIndex(([profil]) => profil === 'responsable-pole');
  const mission = { agent: pole, unite: 0, aAgent: true, periode: '[2020-01-01,)' };
  const nomme = { agent: pole, periode: '[2020-01-01,)' };
  const tires: Tire[] = [
    ...fc.sample(DOSSIER_TIRE, { numRuns: 80, seed: GRAINE }),
    // Suivi et nommé à la fois : le seul cas où restreindre ne ferme pas le dossier à qui le fait.
    { restreint: false, closLe: null, missions: [mission], nommes: [nomme], bris: [] },
    { restreint: false, closLe: '2026-11-20', missions: [mission], nommes: [], bris: [] },
  ];
  for (const tire of tires) monde.enfants.push(await addDossier(executeSql, monde, tire));
  // Des fratries déclarées : un frère se lit par ce lien, mais ne se corrige pas.
  for (const [rang, { id }] of monde.enfants.entries()) {
    const frere = monde.enfants[rang + 1];
    if (rang % 7 === 0 && frere) await insertLien(executeSql, id, frere.id, 'frere-soeur');
  }
  return monde;
}

const getAgent = ({ agents }: DossiersTires, rang: number) => agents[rang] ?? '';

/** Un relais à la fois pour chacun : celui qui en a déjà un garde le sien. */
async function addRelais(
  executeSql: ExecuteSql,
  monde: DossiersTires,
  tire: { agent: number; relais: number; periode: string },
): Promise<void> {
  const [agentId, relaisId] = [getAgent(monde, tire.agent), getAgent(monde, tire.relais)];
  if (monde.relais.some((r) => r.agentId === agentId)) return;
  const id = createIdentifiant();
  await executeSql(
    "insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values ($1, $2, $3, $4, 'essai', $2)",
    [id, agentId, relaisId, tire.periode],
  );
  monde.relais.push({ id, agentId, relaisId, periode: parseDaterange(tire.periode) });
}

async function addDossier(executeSql: ExecuteSql, monde: DossiersTires, tire: Tire): Promise<Enfant> {
  const { restreint, closLe, nommes, bris } = tire;
  const id = await (restreint ? anEnfant().restreint() : anEnfant()).insert(executeSql);
  await executeSql('update enfants.enfant set clos_le = $2 where id = $1', [id, closLe]);
  const parent = { nom: 'Parent', prenom: 'Un', sexe: 'inconnu', naissance: null } as const;
  const parentId = await insertPersonne(executeSql, parent);
  await insertLien(executeSql, id, parentId, 'autre-proche');
  const missions = listMissions(monde, tire);
  for (const m of missions)
    await executeSql(
      'insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, $5, $6)',
      [m.id, id, m.agentId, m.uniteId, m.nature, m.periode],
    );
  for (const n of nommes)
    await executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', $4)",
      [createIdentifiant(), id, getAgent(monde, n.agent), n.periode],
    );
  for (const b of bris) await addBris(executeSql, monde, id, b);
  return {
    id,
    parentId,
    missionId: missions.at(-1)?.id ?? '',
    aReferent: missions.some(({ nature }) => nature === 'referent'),
    cible: {
      restreint,
      closLe: closLe === null ? null : jourCivil(closLe),
      missions: missions.map((m) => ({
        agentId: m.agentId,
        uniteId: m.uniteId,
        periode: parseDaterange(m.periode),
        relais: m.nature === 'referent' ? listRelaisDuJour(monde, m.agentId) : [],
      })),
      nommes: nommes.map((n) => ({ agentId: getAgent(monde, n.agent), periode: parseDaterange(n.periode) })),
      brisDeGlace: bris.map((b) => ({ agentId: getAgent(monde, b.agent), enCours: b.enCours })),
    },
  };
}

function listMissions(monde: DossiersTires, { missions }: Tire) {
  // Un seul référent à la fois : le premier tiré, une fois sur deux.
  const referent = missions.findIndex((m) => m.aAgent && m.unite % 2 === 0);
  return [
    ...missions.map((m, rang) => ({
      id: createIdentifiant(),
      nature: rang === referent ? 'referent' : 'equipe',
      agentId: m.aAgent ? getAgent(monde, m.agent) : null,
      uniteId: m.aAgent ? null : (monde.unites[m.unite] ?? null),
      periode: m.periode,
    })),
    // Une mission finie, à déplacer : elle n'ouvre rien.
    {
      id: createIdentifiant(),
      nature: 'equipe',
      agentId: monde.agents.at(-1) ?? null,
      uniteId: null,
      periode: '[2016-01-01,2016-02-01)',
    },
  ];
}

function listRelaisDuJour(monde: DossiersTires, agentId: string | null): string[] {
  return monde.relais
    .filter((r) => r.agentId === agentId && containsJour(r.periode, JOUR))
    .map(({ relaisId }) => relaisId);
}

async function addBris(
  executeSql: ExecuteSql,
  monde: DossiersTires,
  enfantId: string,
  { agent: rang, enCours }: Tire['bris'][number],
): Promise<void> {
  const [id, agentId] = [createIdentifiant(), getAgent(monde, rang)];
  await executeSql(
    `insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, ouvert_le, expire_le)
     values ($1, $2, $3, 'urgence', 'pour un essai', now() - interval '2 days', now() + $4::interval)`,
    [id, enfantId, agentId, enCours ? '1 day' : '-1 day'],
  );
  monde.bris.push({ id, agentId });
}
