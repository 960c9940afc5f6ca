import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import { listProfilsQuiPeuvent, type Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { containsJour, type Periode, parseDaterange } from '#shared/periode.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import {
  type CibleEnfant,
  canCloseDossier,
  canCreateEnfant,
  canReadEnfant,
  canRecordMission,
  canRecordRelais,
  canRecordReouverture,
  canRecordRestriction,
  canRecordRevue,
  canUpdateEnfant,
} from '../droits.ts';
import { createDepartement, JOUR_D_ESSAI } from '../testing/departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from '../testing/enfant-factory.ts';

const base = withBase();
const JOUR = jourCivil(JOUR_D_ESSAI);
const AUTRE_FIN = jourCivil('2026-11-19');
const GRAINE = 20261121;
const TIRAGES = 5000;

type Enfant = { id: string; cible: CibleEnfant; parentId: string; missionId: string; aReferent: boolean };
type Bris = { id: string; agentId: string };
type Relais = { id: string; agentId: string; relaisId: string; periode: Periode };
const monde = {
  agents: [] as string[],
  unites: [] as string[],
  enfants: [] as Enfant[],
  bris: [] as Bris[],
  relais: [] as Relais[],
};

const PROFILS: [Profil | null, 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1'][] = [
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
const PERIODES = [
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
const UNITES = ['departement', 'nord', 'sud', 'nord1', 'nord2', 'sud1', 'sud2'] as const;
const LIT_PAR_MISSION = new Set(listProfilsQuiPeuvent('enfants.lire-mission'));

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  for (const [profil, unite] of PROFILS) monde.agents.push(await addAgent(profil, unites[unite]));
  monde.unites.push(...UNITES.map((nom) => unites[nom]));
  for (const { agent, relais, periode } of fc.sample(RELAIS_TIRE, { numRuns: 20, seed: GRAINE }))
    await addRelais(monde.agents[agent]!, monde.agents[relais]!, periode);
  const tirer = fc.sample(
    fc.record({
      restreint: fc.boolean(),
      closLe: fc.constantFrom(null, null, '2026-11-20', '2026-11-21'),
      missions: fc.array(
        fc.record({
          agent: fc.nat(PROFILS.length - 1),
          unite: fc.nat(6),
          aAgent: fc.boolean(),
          periode: fc.constantFrom(...PERIODES),
        }),
        { maxLength: 3 },
      ),
      nommes: fc.uniqueArray(fc.record({ agent: fc.nat(PROFILS.length - 1), periode: fc.constantFrom(...PERIODES) }), {
        maxLength: 3,
        selector: ({ agent }) => agent,
      }),
      bris: fc.array(fc.record({ agent: fc.nat(PROFILS.length - 1), enCours: fc.boolean() }), { maxLength: 2 }),
    }),
    { numRuns: 80, seed: GRAINE },
  );
  for (const faits of tirer) monde.enfants.push(await createEnfantTire(faits));
  // Suivi et nommé à la fois : le seul cas où restreindre ne ferme pas le dossier à qui le fait.
  const pole = PROFILS.findIndex(([profil]) => profil === 'responsable-pole');
  const mission = { agent: pole, unite: 0, aAgent: true, periode: '[2020-01-01,)' };
  const nomme = { agent: pole, periode: '[2020-01-01,)' };
  monde.enfants.push(
    await createEnfantTire({ restreint: false, closLe: null, missions: [mission], nommes: [nomme], bris: [] }),
    await createEnfantTire({ restreint: false, closLe: '2026-11-20', missions: [mission], nommes: [], bris: [] }),
  );
  // Des fratries déclarées : un frère se lit par ce lien, mais ne se corrige pas.
  for (let i = 0; i + 1 < monde.enfants.length; i += 7)
    await insertLien(base.executeSql, monde.enfants[i]!.id, monde.enfants[i + 1]!.id, 'frere-soeur');
});

const RELAIS_TIRE = fc
  .record({
    agent: fc.nat(PROFILS.length - 1),
    relais: fc.nat(PROFILS.length - 1),
    periode: fc.constantFrom(...PERIODES_DE_RELAIS),
  })
  .filter(({ agent, relais }) => agent !== relais);

/** Un relais à la fois pour chacun : celui qui en a déjà un garde le sien. */
async function addRelais(agentId: string, relaisId: string, periode: string): Promise<void> {
  if (monde.relais.some((r) => r.agentId === agentId)) return;
  const id = createIdentifiant();
  await base.executeSql(
    "insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id) values ($1, $2, $3, $4, 'essai', $2)",
    [id, agentId, relaisId, periode],
  );
  monde.relais.push({ id, agentId, relaisId, periode: parseDaterange(periode) });
}

const listRelaisDuJour = (agentId: string | null) =>
  monde.relais.filter((r) => r.agentId === agentId && containsJour(r.periode, JOUR)).map(({ relaisId }) => relaisId);

type Tire = {
  restreint: boolean;
  closLe: string | null;
  missions: { agent: number; unite: number; aAgent: boolean; periode: string }[];
  nommes: { agent: number; periode: string }[];
  bris: { agent: number; enCours: boolean }[];
};

async function createEnfantTire({ restreint, closLe, missions, nommes, bris }: Tire): Promise<Enfant> {
  const enfant = restreint ? anEnfant().restreint() : anEnfant();
  const id = await enfant.insert(base.executeSql);
  await base.executeSql('update enfants.enfant set clos_le = $2 where id = $1', [id, closLe]);
  const parentId = await insertPersonne(base.executeSql, {
    nom: 'Parent',
    prenom: 'Un',
    sexe: 'inconnu',
    naissance: null,
  });
  await insertLien(base.executeSql, id, parentId, 'autre-proche');
  const temoin = createIdentifiant();
  // Un seul référent à la fois : le premier tiré, une fois sur deux.
  const referent = missions.findIndex((m) => m.aAgent && m.unite % 2 === 0);
  const lignes = [
    ...missions.map((m, rang) => ({
      id: createIdentifiant(),
      nature: rang === referent ? 'referent' : 'equipe',
      agentId: m.aAgent ? monde.agents[m.agent]! : null,
      uniteId: m.aAgent ? null : monde.unites[m.unite]!,
      periode: m.periode,
    })),
    // Une mission finie, à déplacer : elle n'ouvre rien.
    { id: temoin, nature: 'equipe', agentId: monde.agents.at(-1)!, uniteId: null, periode: '[2016-01-01,2016-02-01)' },
  ];
  for (const m of lignes)
    await base.executeSql(
      'insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, $5, $6)',
      [m.id, id, m.agentId, m.uniteId, m.nature, m.periode],
    );
  for (const n of nommes)
    await base.executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', $4)",
      [createIdentifiant(), id, monde.agents[n.agent], n.periode],
    );
  for (const b of bris) {
    const brisId = createIdentifiant();
    await base.executeSql(
      `insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, ouvert_le, expire_le) values ($1, $2, $3, 'urgence', 'pour un essai', now() - interval '2 days', now() + interval '${b.enCours ? '1 day' : '-1 day'}')`,
      [brisId, id, monde.agents[b.agent]],
    );
    monde.bris.push({ id: brisId, agentId: monde.agents[b.agent]! });
  }
  return {
    id,
    parentId,
    missionId: temoin,
    aReferent: referent >= 0,
    cible: {
      restreint,
      closLe: closLe === null ? null : jourCivil(closLe),
      missions: lignes.map(({ agentId, uniteId, nature, periode }) => ({
        agentId,
        uniteId,
        periode: parseDaterange(periode),
        relais: nature === 'referent' ? listRelaisDuJour(agentId) : [],
      })),
      nommes: nommes.map((n) => ({ agentId: monde.agents[n.agent]!, periode: parseDaterange(n.periode) })),
      brisDeGlace: bris.map((b) => ({ agentId: monde.agents[b.agent]!, enCours: b.enCours })),
    },
  };
}

type Tirage = {
  agent: string;
  enfant: Enfant;
  autre: Enfant;
  bris: Bris;
  unite: string;
  collegue: string;
  absent: string;
  relais: Relais;
};
type Acte = {
  attendu: (contexte: Contexte, tirage: Tirage) => boolean;
  /** Une seule instruction, qui rend le nombre de lignes lues ou écrites. */
  tente: (contexte: Contexte, tirage: Tirage) => Promise<{ rows: unknown[] }>;
};

const ACTES: Record<string, Acte> = {
  lire: {
    attendu: ({ agent }, { enfant }) => canReadEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) => sql`select id from enfants.enfant where id = ${enfant.id}`.execute(tx),
  },
  'lire dans une liste': {
    attendu: ({ agent }, { enfant }) => canReadEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) => sql`select id from acces.mes_dossiers where id = ${enfant.id}`.execute(tx),
  },
  'corriger l’identité': {
    attendu: ({ agent }, { enfant }) => canUpdateEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`update enfants.personne set lieu_naissance = 'ici' where id = ${enfant.id} returning id`.execute(tx),
  },
  'lier un proche à un enfant': {
    attendu: ({ agent }, { enfant, autre }) =>
      canUpdateEnfant(agent, enfant.cible, JOUR) && canReadEnfant(agent, autre.cible, JOUR),
    tente: ({ tx }, { enfant, autre }) =>
      sql`insert into enfants.lien (id, enfant_id, personne_id, qualite, periode) values (${createIdentifiant()}, ${enfant.id}, ${autre.parentId}, 'oncle-tante', '[2020-01-01,)') returning id`.execute(
        tx,
      ),
  },
  'changer le statut': {
    attendu: ({ agent }, { enfant }) => canUpdateEnfant(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`insert into enfants.statut (id, enfant_id, code, periode) values (${createIdentifiant()}, ${enfant.id}, 'a-determiner', '[2020-01-01,)') returning id`.execute(
        tx,
      ),
  },
  'donner une mission': {
    attendu: ({ agent }, { enfant }) => canRecordMission(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant, collegue }) =>
      sql`insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values (${createIdentifiant()}, ${enfant.id}, ${collegue}, 'equipe', '[2026-11-21,)') returning id`.execute(
        tx,
      ),
  },
  'passer une mission à une autre unité': {
    attendu: ({ agent }, { enfant }) => canRecordMission(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant, unite }) =>
      sql`update enfants.mission set unite_id = ${unite}, agent_id = null where id = ${enfant.missionId} returning id`.execute(
        tx,
      ),
  },
  'déplacer une mission vers un autre enfant': {
    attendu: ({ agent }, { enfant, autre }) =>
      canRecordMission(agent, enfant.cible, JOUR) && canRecordMission(agent, autre.cible, JOUR),
    tente: ({ tx }, { enfant, autre }) =>
      sql`update enfants.mission set enfant_id = ${autre.id} where id = ${enfant.missionId} returning id`.execute(tx),
  },
  'nommer quelqu’un': {
    attendu: ({ agent }, { enfant }) => canRecordRestriction(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant, collegue }) =>
      sql`insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values (${createIdentifiant()}, ${enfant.id}, ${collegue}, 'essai', '[2000-01-01,2000-02-01)') returning id`.execute(
        tx,
      ),
  },
  'restreindre ou lever': {
    // Nul ne se met dehors par sa propre écriture : la ligne changée doit rester visible.
    attendu: ({ agent }, { enfant: { cible } }) =>
      canRecordRestriction(agent, cible, JOUR) && canReadEnfant(agent, { ...cible, restreint: !cible.restreint }, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`update enfants.enfant set restreint = not restreint where id = ${enfant.id} returning id`.execute(tx),
  },
  'fermer un dossier, ou changer le jour de sa fermeture': {
    attendu: ({ agent }, { enfant: { cible } }) =>
      canCloseDossier(agent, cible, JOUR) && canReadEnfant(agent, { ...cible, closLe: AUTRE_FIN }, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`update enfants.enfant set clos_le = ${AUTRE_FIN} where id = ${enfant.id} returning id`.execute(tx),
  },
  'rouvrir un dossier fermé': {
    attendu: ({ agent }, { enfant: { cible } }) =>
      canRecordReouverture(agent, cible, JOUR) && canReadEnfant(agent, { ...cible, closLe: null }, JOUR),
    tente: async ({ tx }, { enfant }) => {
      const inscrite = await inscrireReouverture(tx, enfant.id);
      if (inscrite.rows.length === 0) return inscrite;
      return sql`update enfants.enfant set clos_le = null where id = ${enfant.id} and clos_le is not null returning id`.execute(
        tx,
      );
    },
  },
  'écrire la raison d’une réouverture': {
    attendu: ({ agent }, { enfant }) => canRecordReouverture(agent, enfant.cible, JOUR),
    tente: ({ tx }, { enfant }) => inscrireReouverture(tx, enfant.id),
  },
  'rouvrir sans écrire de raison': {
    attendu: ({ agent }, { enfant: { cible } }) => cible.closLe === null && canUpdateEnfant(agent, cible, JOUR),
    tente: ({ tx }, { enfant }) =>
      sql`update enfants.enfant set clos_le = null where id = ${enfant.id} returning id`.execute(tx),
  },
  'redonner un territoire': {
    attendu: ({ agent }, { enfant: { cible }, unite }) =>
      canRecordMission(agent, cible, JOUR) ||
      (canRecordReouverture(agent, cible, JOUR) && agent.unites.includes(unite)),
    tente: ({ tx }, { enfant, unite }) =>
      sql`insert into enfants.mission (id, enfant_id, unite_id, nature, periode) values (${createIdentifiant()}, ${enfant.id}, ${unite}, 'territoire', '[2026-11-21,)') returning id`.execute(
        tx,
      ),
  },
  'confier les enfants d’un référent': {
    attendu: ({ agent }, { absent, collegue }) =>
      canRecordRelais(agent, getEquipe(absent)) && isCollegue(agent, absent, collegue),
    tente: ({ tx, agent }, { absent, collegue }) =>
      sql`insert into enfants.relais (id, agent_id, relais_id, periode, motif, par_id)
        values (${createIdentifiant()}, ${absent}, ${collegue}, '[2030-01-01,2030-02-01)', 'essai', ${agent.id}) returning id`.execute(
        tx,
      ),
  },
  'lire un relais': {
    attendu: ({ agent }, { relais }) =>
      relais.relaisId === agent.id || canRecordRelais(agent, getEquipe(relais.agentId)),
    tente: ({ tx }, { relais }) => sql`select id from enfants.relais where id = ${relais.id}`.execute(tx),
  },
  'arrêter un relais': {
    attendu: ({ agent }, { relais }) =>
      (relais.periode.au ?? JOUR) >= JOUR && canRecordRelais(agent, getEquipe(relais.agentId)),
    tente: ({ tx }, { relais }) =>
      sql`select 1 from (select enfants.arreter_relais(${relais.id}, 1) as fait) x where x.fait`.execute(tx),
  },
  'conclure une revue': {
    attendu: ({ agent }, { bris }) => canRecordRevue(agent, bris),
    tente: ({ tx, agent }, { bris }) =>
      sql`update enfants.bris_de_glace set revue = 'justifie', revu_le = now(), revu_par = ${agent.id} where id = ${bris.id} returning id`.execute(
        tx,
      ),
  },
  'ouvrir un dossier': {
    attendu: ({ agent }) => canCreateEnfant(agent),
    tente: ({ tx }) => {
      const id = createIdentifiant();
      return sql`with p as (insert into enfants.personne (id, nom, prenom, naissance_precision) values (${id}, 'Neuf', 'Tout', 'inconnue') returning id)
        insert into enfants.enfant (id, numero, ouvert_le) select id, 'neuf', '2026-11-21' from p returning id`.execute(
        tx,
      );
    },
  },
};

const PARENT = { departement: null, nord: 'departement', sud: 'departement', nord1: 'nord', sud1: 'sud' } as const;

/** L'unité du poste que tient l'agent, s'il en tient un. */
function findUnite(agentId: string): keyof typeof PARENT | undefined {
  const [profil, unite] = PROFILS[monde.agents.indexOf(agentId)]!;
  return profil === null ? undefined : unite;
}
function getEquipe(agentId: string) {
  const unite = findUnite(agentId);
  return { agentId, unites: unite === undefined ? [] : [monde.unites[UNITES.indexOf(unite)]!] };
}

/** Un collègue suit des enfants, et tient un poste dans la même unité, celle dont elle dépend, une voisine, ou chez qui l'encadre. */
function isCollegue(agent: AgentEnSession, absentId: string, collegueId: string): boolean {
  const [profil] = PROFILS[monde.agents.indexOf(collegueId)]!;
  const sienne = findUnite(collegueId);
  if (absentId === collegueId || !profil || !sienne || !LIT_PAR_MISSION.has(profil)) return false;
  const unite = findUnite(absentId);
  const parent = unite === undefined ? null : PARENT[unite];
  if (sienne === unite || (parent !== null && (sienne === parent || PARENT[sienne] === parent))) return true;
  return canDo(agent, 'enfants.affecter') && agent.unites.includes(monde.unites[UNITES.indexOf(sienne)]!);
}

function inscrireReouverture(tx: Contexte['tx'], enfantId: string) {
  return sql`insert into enfants.reouverture (id, enfant_id, clos_le, rouvert_le, motif, explication)
    select ${createIdentifiant()}, e.id, e.clos_le, '2026-11-21', 'erreur', 'pour un essai' from enfants.enfant e
    where e.id = ${enfantId} and e.clos_le is not null returning id`.execute(tx);
}

it(`les droits écrits en TypeScript et la base ne se contredisent jamais : ${TIRAGES} tirages (agent, enfant, acte)`, {
  timeout: 180_000,
}, async () => {
  const tirages = fc.sample(
    fc.record({
      agent: fc.constantFrom(...monde.agents),
      enfant: fc.constantFrom(...monde.enfants),
      autre: fc.constantFrom(...monde.enfants),
      bris: fc.constantFrom(...monde.bris),
      unite: fc.constantFrom(...monde.unites),
      collegue: fc.constantFrom(...monde.agents),
      absent: fc.constantFrom(...monde.agents),
      relais: fc.constantFrom(...monde.relais),
      acte: fc.constantFrom(...Object.keys(ACTES)),
    }),
    { numRuns: TIRAGES, seed: GRAINE },
  );
  const pole = monde.agents[PROFILS.findIndex(([profil]) => profil === 'responsable-pole')]!;
  for (const acte of Object.keys(ACTES))
    for (const enfant of monde.enfants.slice(-2)) tirages.push({ ...tirages[0]!, acte, agent: pole, enfant });
  const ecarts: string[] = [];
  const portes = new Map<string, number>();
  const faire = (agentId: string) =>
    base.asAgent(agentId, async (contexte) => {
      for (const tirage of tirages.filter(({ agent }) => agent === agentId)) {
        const acte = ACTES[tirage.acte]!;
        const attendu = acte.attendu(contexte, tirage);
        const obtenu = await attemptActe(contexte.tx, () => acte.tente(contexte, tirage));
        if (obtenu) portes.set(tirage.acte, (portes.get(tirage.acte) ?? 0) + 1);
        if (attendu !== obtenu)
          ecarts.push(
            `${tirage.acte} par ${contexte.agent.profils.join()} : droits ${attendu}, base ${obtenu} ; ${JSON.stringify(tirage.enfant.cible)}`,
          );
      }
    });
  for (const agentId of monde.agents) await faire(agentId);
  expect(ecarts.slice(0, 5)).toEqual([]);
  // Le tirage ne vaut que s'il éprouve aussi des oui.
  expect([...portes.keys()].toSorted()).toEqual(Object.keys(ACTES).toSorted());
});

it('la vue des dossiers dit de chacun ce que disent les tables sous leurs politiques, pour chaque agent', async () => {
  await completeDossiers();
  const parLesTables = sql`
    select e.id, e.numero, e.restreint, e.ouvert_le, e.clos_le, p.nom, p.prenom, p.date_naissance,
      (select s.code from enfants.statut s where s.enfant_id = e.id and s.periode @> ${JOUR}::date) as statut,
      (select m.agent_id from enfants.mission m where m.enfant_id = e.id and m.nature = 'referent' and m.periode @> ${JOUR}::date) as referent_id,
      (select m.unite_id from enfants.mission m where m.enfant_id = e.id and m.nature = 'territoire' and m.periode @> ${JOUR}::date) as unite_id,
      (select count(*) from enfants.mission m where m.enfant_id = e.id and m.periode @> ${JOUR}::date
        and (m.nature in ('referent', 'evaluation') or (m.nature = 'equipe' and m.unite_id is not null))) = 0 as sans_suivi
    from enfants.enfant e join enfants.personne p on p.id = e.id where p.fusionnee_dans is null order by e.id`;
  const parLaVue = sql`
    select d.id, d.numero, d.restreint, d.ouvert_le, d.clos_le, d.nom, d.prenom, d.date_naissance, d.statut, d.referent_id, d.unite_id, d.sans_suivi
    from acces.mes_dossiers d order by d.id`;
  const comptes: number[] = [];
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async ({ tx }) => {
      const { rows } = await parLaVue.execute(tx);
      expect(rows).toEqual((await parLesTables.execute(tx)).rows);
      comptes.push(rows.length);
    });
  // L'essai ne vaut que si l'un voit beaucoup et un autre rien.
  expect(Math.max(...comptes)).toBeGreaterThan(10);
  expect(Math.min(...comptes)).toBe(0);
});

it('une personne demandée seule se voit exactement quand elle se voit parmi toutes, pour chaque agent', async () => {
  const comptes: number[] = [];
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async ({ tx }) => {
      const list = async (requete: ReturnType<typeof sql>) => (await requete.execute(tx)).rows;
      const seules = await list(
        sql`select p.id from unnest(${monde.enfants.flatMap(({ id, parentId }) => [id, parentId])}::uuid[]) as p (id) where acces.voit_personne(p.id) order by 1`,
      );
      expect(seules).toEqual(await list(sql`select distinct m.id from acces.mes_personnes m order by 1`));
      expect(seules).toEqual(await list(sql`select p.id from enfants.personne p order by 1`));
      expect(
        await list(
          sql`select e.id from unnest(${monde.enfants.map(({ id }) => id)}::uuid[]) as e (id) where acces.voit_enfant(e.id) order by 1`,
        ),
      ).toEqual(await list(sql`select e.id from enfants.enfant e order by 1`));
      comptes.push(seules.length);
    });
  expect(Math.max(...comptes)).toBeGreaterThan(10);
  expect(Math.min(...comptes)).toBe(0);
});

it('les foyers d’une personne montrent les mêmes membres et les mêmes adresses que les tables, pour chaque agent', async () => {
  await addFoyers();
  const personnes = monde.enfants.flatMap(({ id, parentId }) => [id, parentId]);
  const parLesTables = sql`
    select m.personne_id, m.menage_id, m.periode,
      array(select x.personne_id from enfants.menage_membre x join enfants.personne p on p.id = x.personne_id
        where x.menage_id = g.id and x.periode @> ${JOUR}::date and x.personne_id <> m.personne_id order by 1) as avec,
      array(select a.voie from enfants.adresse a where a.menage_id = g.id) as voies
    from enfants.menage_membre m join enfants.menage g on g.id = m.menage_id order by m.personne_id, m.menage_id`;
  const parLaFonction = sql`
    select p.id as personne_id, f.menage_id, f.periode,
      array(select (x ->> 'personneId')::uuid from jsonb_array_elements(f.membres) x order by 1) as avec,
      array(select a ->> 'voie' from jsonb_array_elements(f.adresses) a) as voies
    from unnest(${personnes}::uuid[]) p (id) cross join lateral enfants.foyers_de(p.id) f order by p.id, f.menage_id`;
  const comptes: number[] = [];
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async ({ tx }) => {
      const { rows } = await parLaFonction.execute(tx);
      expect(rows).toEqual((await parLesTables.execute(tx)).rows);
      comptes.push(rows.length);
    });
  expect(Math.max(...comptes)).toBeGreaterThan(10);
  expect(Math.min(...comptes)).toBe(0);
});

/** Un enfant, son parent et l'enfant du dossier suivant sous le même toit : tous ne se voient pas de chacun. */
async function addFoyers(): Promise<void> {
  for (const [rang, { id, parentId }] of monde.enfants.entries()) {
    const menageId = createIdentifiant();
    await base.executeSql('insert into enfants.menage (id, libelle) values ($1, $2)', [menageId, `foyer ${rang}`]);
    const voisin = monde.enfants[rang + 1]?.id;
    for (const personneId of [id, parentId, ...(voisin ? [voisin] : [])])
      await base.executeSql(
        "insert into enfants.menage_membre (id, menage_id, personne_id, residence, periode) values ($1, $2, $3, 'principale', $4)",
        [createIdentifiant(), menageId, personneId, PERIODES[rang % PERIODES.length]],
      );
    await base.executeSql(
      "insert into enfants.adresse (id, menage_id, voie, periode) values ($1, $2, $3, '[2020-01-01,)')",
      [createIdentifiant(), menageId, `${rang} rue du Port`],
    );
  }
}

/** De quoi remplir chaque colonne de la vue, hier, aujourd'hui et demain ; le premier dossier est réuni au dernier. */
async function completeDossiers(): Promise<void> {
  for (const [rang, { id, aReferent }] of monde.enfants.entries()) {
    const periode = PERIODES[rang % PERIODES.length];
    const agentId = monde.agents[rang % monde.agents.length];
    const uniteId = monde.unites[rang % monde.unites.length];
    const mission = (nature: string, agent: string | null | undefined, unite: string | null | undefined) =>
      base.executeSql(
        'insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, $5, $6)',
        [createIdentifiant(), id, agent, unite, nature, periode],
      );
    if (rang % 2 && !aReferent) await mission('referent', agentId, null);
    if (rang % 3) await mission('territoire', null, uniteId);
    await base.executeSql('insert into enfants.statut (id, enfant_id, code, periode) values ($1, $2, $3, $4)', [
      createIdentifiant(),
      id,
      rang % 4 ? 'autorite-parentale' : 'a-determiner',
      periode,
    ]);
  }
  await base.executeSql('update enfants.personne set fusionnee_dans = $2 where id = $1', [
    monde.enfants[0]?.id,
    monde.enfants.at(-1)?.id,
  ]);
}
