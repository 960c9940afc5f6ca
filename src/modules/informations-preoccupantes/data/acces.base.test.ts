import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { asAgent, type Contexte, type Preuve } from '#database/as-agent.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { attemptActe } from '#tests/support/acte-essaye.ts';
import { withBase } from '#tests/support/base.ts';
import {
  createInformationsTirees,
  GRAINE,
  type Information,
  type InformationsTirees,
  type Lien,
  type Mineur,
} from '#tests/support/informations-tirees.ts';
import {
  type CibleInformation,
  canConduire,
  canCreateInformation,
  canReadAuteur,
  canReadInformation,
  canRecueillir,
} from '../droits.ts';

const base = withBase();
const TIRAGES = 6000;
let monde: InformationsTirees;
beforeAll(async () => {
  monde = await createInformationsTirees(base.executeSql);
});

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
