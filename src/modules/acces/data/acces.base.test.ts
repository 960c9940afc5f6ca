import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { type AgentEnSession, canDo } from '#shared/agent-en-session.ts';
import { listProfilsQuiPeuvent } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import {
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
import {
  type Bris,
  createDossiersTires,
  type DossiersTires,
  type Enfant,
  GRAINE,
  JOUR,
  PROFILS,
  type Relais,
  UNITES,
} from '../testing/dossiers-tires.ts';

const base = withBase();
let monde: DossiersTires;
beforeAll(async () => {
  monde = await createDossiersTires(base.executeSql);
});

const AUTRE_FIN = jourCivil('2026-11-19');
const TIRAGES = 5000;
const LIT_PAR_MISSION = new Set(listProfilsQuiPeuvent('enfants.lire-mission'));

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
