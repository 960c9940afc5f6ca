import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { asAgent, type Contexte, type Preuve } from '#database/as-agent.ts';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { computeEmpreinte, createClientApi } from '#server/api/testing/client-api.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { Habilitation, Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import {
  type CibleInformation,
  canConduire,
  canCreateInformation,
  canReadAuteur,
  canReadInformation,
  canRecueillir,
} from '../droits.ts';
import { anInformation } from '../testing/information-factory.ts';

const base = withBase();
const GRAINE = 20261122;
const TIRAGES = 6000;

const PROFILS: readonly (readonly [Profil | null, 'departement' | 'nord' | 'sud' | 'nord1' | 'sud1'])[] = [
  ['evaluateur', 'nord1'],
  ['evaluateur', 'sud1'],
  ['referent-educatif', 'nord1'],
  ['psychologue', 'sud1'],
  ['agent-crip', 'departement'],
  ['responsable-pole', 'departement'],
  ['directeur', 'departement'],
  ['cadre-territorial-ase', 'nord'],
  ['responsable-territoire-enfance', 'sud'],
  ['responsable-enfance', 'nord1'],
  ['inspecteur-enfance', 'departement'],
  ['assistant-administratif', 'nord'],
  ['chef-projet-strategie', 'departement'],
  ['delegue-protection-donnees', 'departement'],
  ['administrateur', 'departement'],
  [null, 'nord'],
];
/** Un jeton de service peut moins que l'agent qui le porte : ce que l'un ouvre à l'écran, l'API le refuse. */
const JETONS: readonly (readonly [porteur: number, portees: readonly Habilitation[]])[] = [
  [4, ['ip.recueillir']],
  [4, ['ip.lire-auteur', 'enfants.lire-perimetre']],
  [7, ['ip.lire-perimetre']],
  [7, ['ip.lire-perimetre', 'perimetre.unite']],
  [0, ['ip.evaluer']],
  [0, ['enfants.lire-mission']],
];
const EVALUENT = [0, 1, 2, 3];
const PERIODES = ['[2026-11-03,)', '[2026-11-03,2026-11-21)', '[2026-11-03,2026-11-22)', '[2026-11-22,)'];
const EN_COURS = new Set([PERIODES[0], PERIODES[2]]);

type Mineur = {
  id: string;
  connu: boolean;
  restreint: boolean;
  /** Agents nommés, missions à un agent, à une unité : celles qui valent ce jour. */
  nommes: readonly string[];
  agents: readonly string[];
  unites: readonly string[];
};
type Information = {
  id: string;
  uniteId: string;
  close: boolean;
  anonymatDemande: boolean;
  evaluateurs: readonly string[];
  mineurs: readonly Mineur[];
};
type Lien = { de: Information; vers: Information };
const monde = {
  sessions: [] as Preuve[],
  agents: [] as string[],
  unites: [] as string[],
  informations: [] as Information[],
  liens: [] as Lien[],
};

const tirageMineur = fc.record({
  connu: fc.boolean(),
  restreint: fc.boolean(),
  nommes: fc.uniqueArray(fc.record({ agent: fc.nat(PROFILS.length - 1), periode: fc.constantFrom(...PERIODES) }), {
    maxLength: 4,
    selector: ({ agent }) => agent,
  }),
  missions: fc.array(
    fc.record({
      aAgent: fc.boolean(),
      agent: fc.nat(PROFILS.length - 1),
      unite: fc.nat(6),
      periode: fc.constantFrom(...PERIODES),
    }),
    { maxLength: 2 },
  ),
});
const tirageInformation = fc.record({
  unite: fc.nat(6),
  close: fc.boolean(),
  anonymatDemande: fc.boolean(),
  equipe: fc.uniqueArray(fc.record({ agent: fc.constantFrom(...EVALUENT), periode: fc.constantFrom(...PERIODES) }), {
    maxLength: 3,
    selector: ({ agent }) => agent,
  }),
  mineurs: fc.array(tirageMineur, { minLength: 1, maxLength: 2 }),
});
type Valeur<A> = A extends fc.Arbitrary<infer V> ? V : never;

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  for (const [profil, unite] of PROFILS) monde.agents.push(await addAgent(profil, unites[unite]));
  monde.unites.push(...Object.values(unites));
  monde.sessions.push(...monde.agents.map((agentId) => ({ agentId })));
  const { createJeton } = createClientApi(undefined as never, base.executeSql);
  for (const [porteur, portees] of JETONS)
    monde.sessions.push({ empreinteJetonApi: computeEmpreinte(await createJeton(monde.agents[porteur]!, portees)) });
  for (const tire of fc.sample(tirageInformation, { numRuns: 70, seed: GRAINE }))
    monde.informations.push(await poser(tire));
  for (const [rang, de] of monde.informations.entries()) {
    const vers = monde.informations[(rang + 1) % monde.informations.length]!;
    await base.executeSql("insert into ip.lien (information_id, liee_id, nature) values ($1, $2, 'manuel')", [
      de.id,
      vers.id,
    ]);
    monde.liens.push({ de, vers });
  }
});

async function poser(tire: Valeur<typeof tirageInformation>): Promise<Information> {
  const enfants = await Promise.all(tire.mineurs.map(poserEnfant));
  let information = anInformation()
    .dansUnite(monde.unites[tire.unite]!)
    .etat(tire.close ? 'close-classement' : 'en-evaluation');
  if (tire.anonymatDemande) information = information.anonyme();
  for (const enfantId of enfants) information = information.avecMineur({ enfantId });
  for (const { agent, periode } of tire.equipe) information = information.evalueePar(monde.agents[agent]!, periode);
  const { id, mineurs } = await information.insert(base.executeSql);
  await base.executeSql(
    `insert into ip.piece (id, information_id, nom, nature, taille, contenu) values ($1, $2, 'essai.txt', 'texte', 1, 'x')`,
    [createIdentifiant(), id],
  );
  const enCours = <L extends { periode: string }>(lignes: readonly L[]) =>
    lignes.filter(({ periode }) => EN_COURS.has(periode));
  return {
    id,
    uniteId: monde.unites[tire.unite]!,
    close: tire.close,
    anonymatDemande: tire.anonymatDemande,
    evaluateurs: enCours(tire.equipe).map(({ agent }) => monde.agents[agent]!),
    mineurs: tire.mineurs.map(({ connu, restreint, nommes, missions }, rang) => ({
      id: mineurs[rang]!,
      connu,
      restreint: connu && restreint,
      nommes: enCours(nommes).map(({ agent }) => monde.agents[agent]!),
      agents: enCours(missions.filter(({ aAgent }) => aAgent)).map(({ agent }) => monde.agents[agent]!),
      unites: enCours(missions.filter(({ aAgent }) => !aAgent)).map(({ unite }) => monde.unites[unite]!),
    })),
  };
}

async function poserEnfant({
  connu,
  restreint,
  nommes,
  missions,
}: Valeur<typeof tirageMineur>): Promise<string | null> {
  if (!connu) return null;
  const enfantId = await (restreint ? anEnfant().restreint() : anEnfant()).insert(base.executeSql);
  for (const { agent, periode } of nommes)
    await base.executeSql(
      "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', $4)",
      [createIdentifiant(), enfantId, monde.agents[agent], periode],
    );
  for (const { aAgent, agent, unite, periode } of missions)
    await base.executeSql(
      "insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, 'equipe', $5)",
      [
        createIdentifiant(),
        enfantId,
        aAgent ? monde.agents[agent] : null,
        aAgent ? null : monde.unites[unite],
        periode,
      ],
    );
  return enfantId;
}

/** Ce que droits.ts doit savoir d'une information, lu des faits posés et non de la base. */
function buildCible({ agent }: Contexte, { uniteId, evaluateurs, mineurs, close }: Information): CibleInformation {
  const evalue = !close && evaluateurs.includes(agent.id);
  const suit = ({ connu, restreint, nommes, agents, unites }: Mineur) =>
    restreint
      ? nommes.includes(agent.id)
      : connu &&
        ((canDo(agent, 'enfants.lire-mission') && (evalue || agents.includes(agent.id))) ||
          (canDo(agent, 'enfants.lire-perimetre') && unites.some((unite) => agent.unites.includes(unite))));
  return {
    uniteId,
    evaluateurs,
    fermee: mineurs.some(({ restreint, nommes }) => restreint && !nommes.includes(agent.id)),
    suitUnMineur: mineurs.some(suit),
  };
}

type Tirage = { session: Preuve; information: Information; lien: Lien; unite: string; collegue: string };
type Acte = {
  attendu: (contexte: Contexte, cible: CibleInformation, tirage: Tirage) => boolean;
  /** Une seule instruction, qui rend les lignes lues ou écrites. */
  tente: (contexte: Contexte, tirage: Tirage) => Promise<{ rows: unknown[] }>;
};
const jamais = () => false;
const lit: Acte['attendu'] = ({ agent }, cible) => canReadInformation(agent, cible);
const conduit: Acte['attendu'] = ({ agent }, cible) => canConduire(agent, cible);

const ACTES: Record<string, Acte> = {
  'la lire': {
    attendu: lit,
    tente: ({ tx }, { information }) => sql`select id from ip.information where id = ${information.id}`.execute(tx),
  },
  'la lire dans une liste': {
    attendu: lit,
    tente: ({ tx }, { information }) =>
      sql`select id from acces.mes_informations where id = ${information.id}`.execute(tx),
  },
  'lire ses mineurs': {
    attendu: lit,
    tente: ({ tx }, { information }) =>
      sql`select id from ip.mineur where information_id = ${information.id}`.execute(tx),
  },
  'lire son histoire': {
    attendu: lit,
    tente: ({ tx }, { information }) =>
      sql`select id from ip.acte where information_id = ${information.id}`.execute(tx),
  },
  'lire qui a transmis': {
    attendu: ({ agent }, cible, { information: { anonymatDemande } }) =>
      canReadAuteur(agent, { ...cible, anonymatDemande }),
    tente: ({ tx }, { information }) =>
      sql`select nom from ip.auteur where information_id = ${information.id}`.execute(tx),
  },
  'corriger qui a transmis': {
    attendu: ({ agent }, cible, { information: { anonymatDemande } }) =>
      canRecueillir(agent, cible) && canReadAuteur(agent, { ...cible, anonymatDemande }),
    tente: ({ tx }, { information }) =>
      sql`update ip.auteur set qualite = 'essai' where information_id = ${information.id} returning nom`.execute(tx),
  },
  'la conduire': {
    attendu: conduit,
    tente: ({ tx }, { information }) =>
      sql`update ip.information set urgence = 'elevee' where id = ${information.id} returning id`.execute(tx),
  },
  'la passer à une autre unité': {
    attendu: ({ agent }, cible, { unite }) =>
      canConduire(agent, cible) && canConduire(agent, { ...cible, uniteId: unite }),
    tente: ({ tx }, { information, unite }) =>
      sql`update ip.information set unite_id = ${unite} where id = ${information.id} returning id`.execute(tx),
  },
  'l’effacer': {
    attendu: jamais,
    tente: ({ tx }, { information }) =>
      sql`delete from ip.information where id = ${information.id} returning id`.execute(tx),
  },
  'ajouter un mineur': {
    attendu: conduit,
    tente: ({ tx }, { information }) =>
      sql`insert into ip.mineur (id, information_id, rang, role) values (${createIdentifiant()}, ${information.id}, 90, 'signale') returning id`.execute(
        tx,
      ),
  },
  'retirer un mineur': {
    attendu: conduit,
    tente: ({ tx }, { information }) =>
      sql`delete from ip.mineur where id = ${information.mineurs[0]!.id} returning id`.execute(tx),
  },
  'ajouter un adulte': {
    attendu: conduit,
    tente: ({ tx }, { information }) =>
      sql`insert into ip.adulte (id, information_id, rang, qualite) values (${createIdentifiant()}, ${information.id}, 90, 'mere') returning id`.execute(
        tx,
      ),
  },
  'lire un document': {
    attendu: conduit,
    tente: ({ tx }, { information }) =>
      sql`select id from ip.piece where information_id = ${information.id}`.execute(tx),
  },
  'joindre un document': {
    attendu: conduit,
    tente: (contexte, { information }) => joindre(contexte, information, contexte.agent.id),
  },
  'joindre un document au nom d’un autre': {
    attendu: ({ agent }, cible, { collegue }) => collegue === agent.id && canConduire(agent, cible),
    tente: (contexte, { information, collegue }) => joindre(contexte, information, collegue),
  },
  'inscrire un acte': {
    attendu: conduit,
    tente: (contexte, { information }) => inscrire(contexte, information, contexte.agent.id),
  },
  'inscrire un acte au nom d’un autre': {
    attendu: ({ agent }, cible, { collegue }) => collegue === agent.id && canConduire(agent, cible),
    tente: (contexte, { information, collegue }) => inscrire(contexte, information, collegue),
  },
  'réécrire l’histoire': {
    attendu: jamais,
    tente: ({ tx }, { information }) =>
      sql`update ip.acte set motif = 'essai' where information_id = ${information.id} returning id`.execute(tx),
  },
  'lire un lien': {
    attendu: (contexte, _, { lien }) =>
      [lien.de, lien.vers].every((i) => lit(contexte, buildCible(contexte, i), {} as never)),
    tente: ({ tx }, { lien }) =>
      sql`select note from ip.lien where information_id = ${lien.de.id} and liee_id = ${lien.vers.id}`.execute(tx),
  },
  relier: {
    attendu: (contexte, _, { lien: { de, vers } }) =>
      canConduire(contexte.agent, buildCible(contexte, vers)) &&
      canReadInformation(contexte.agent, buildCible(contexte, de)),
    tente: ({ tx }, { lien }) =>
      sql`insert into ip.lien (information_id, liee_id, nature) values (${lien.vers.id}, ${lien.de.id}, 'manuel') returning note`.execute(
        tx,
      ),
  },
  délier: {
    attendu: (contexte, _, { lien: { de, vers } }) =>
      canConduire(contexte.agent, buildCible(contexte, de)) &&
      canReadInformation(contexte.agent, buildCible(contexte, vers)),
    tente: ({ tx }, { lien }) =>
      sql`delete from ip.lien where information_id = ${lien.de.id} and liee_id = ${lien.vers.id} returning note`.execute(
        tx,
      ),
  },
  transférer: {
    attendu: ({ agent }, cible) => canRecueillir(agent, cible),
    tente: ({ tx }, { information }) =>
      sql`insert into ip.transfert (information_id, departement_code, motif, transmis_le) values (${information.id}, '35', 'essai', '2026-11-20') returning motif`.execute(
        tx,
      ),
  },
  'inscrire ce qui a été dit': {
    attendu: conduit,
    tente: ({ tx, agent }, { information }) =>
      sql`insert into ip.information_donnee (id, information_id, objet, a_qui, le, forme, par_id)
        values (${createIdentifiant()}, ${information.id}, 'ouverture', 'titulaires', '2026-11-20', 'courrier', ${agent.id}) returning id`.execute(
        tx,
      ),
  },
  recevoir: {
    attendu: ({ agent }) => canCreateInformation(agent),
    tente: ({ tx }, { unite }) =>
      sql`insert into ip.information (id, numero, recue_a, canal, source, categorie_source, transmise_le, faits, urgence, unite_id)
        values (${createIdentifiant()}, 'neuve', now(), 'telephone', 'pmi', 'professionnel', '2026-11-21', 'essai', 'ordinaire', ${unite}) returning id`.execute(
        tx,
      ),
  },
};

function joindre({ tx }: Contexte, { id }: Information, parId: string) {
  return sql`insert into ip.piece (id, information_id, nom, nature, taille, contenu, deposee_par)
    values (${createIdentifiant()}, ${id}, 'essai.txt', 'texte', 1, 'x', ${parId}) returning id`.execute(tx);
}

function inscrire({ tx }: Contexte, { id }: Information, parId: string) {
  return sql`insert into ip.acte (id, information_id, acte, etat_apres, par_id)
    values (${createIdentifiant()}, ${id}, 'corriger', 'en-evaluation', ${parId}) returning id`.execute(tx);
}

it(`les droits écrits en TypeScript et la base ne se contredisent jamais : ${TIRAGES} tirages (agent, information, acte)`, {
  timeout: 180_000,
}, async () => {
  const tirages = fc.sample(
    fc.record({
      session: fc.constantFrom(...monde.sessions),
      information: fc.constantFrom(...monde.informations),
      lien: fc.constantFrom(...monde.liens),
      unite: fc.constantFrom(...monde.unites),
      collegue: fc.constantFrom(...monde.agents),
      acte: fc.constantFrom(...Object.keys(ACTES)),
    }),
    { numRuns: TIRAGES, seed: GRAINE },
  );
  const ecarts: string[] = [];
  const issues = new Map(Object.keys(ACTES).map((nom) => [nom, { oui: 0, non: 0 }]));
  for (const session of monde.sessions)
    await asAgent(base.db, session, async (contexte) => {
      for (const tirage of tirages.filter((candidat) => candidat.session === session)) {
        const acte = ACTES[tirage.acte]!;
        const attendu = acte.attendu(contexte, buildCible(contexte, tirage.information), tirage);
        const obtenu = await attemptActe(contexte.tx, () => acte.tente(contexte, tirage));
        issues.get(tirage.acte)![obtenu ? 'oui' : 'non'] += 1;
        if (attendu !== obtenu)
          ecarts.push(
            `${tirage.acte} par ${contexte.agent.profils.join()} ${'agentId' in session ? '' : '(jeton) '}: droits ${attendu}, base ${obtenu} ; ${JSON.stringify(tirage.information)}`,
          );
      }
    });
  expect(ecarts.slice(0, 5)).toEqual([]);
  // Le tirage ne vaut que s'il éprouve, de chaque acte, des oui et des non.
  const sansOui = [...issues].filter(([, { oui }]) => oui === 0).map(([nom]) => nom);
  expect(sansOui).toEqual(Object.keys(ACTES).filter((nom) => ACTES[nom]!.attendu === jamais));
  expect([...issues].filter(([, { non }]) => non === 0)).toEqual([]);
});
