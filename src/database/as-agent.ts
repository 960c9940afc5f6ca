import type pg from 'pg';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { asTransaction, type Database, type Transaction } from './connection.ts';

/** Ce que reçoit tout ce qui parle à la base au nom d'un agent. */
export type Contexte = { tx: Transaction; agent: AgentEnSession; aujourdhui: JourCivil };

/**
 * De quoi prouver qui l'on est : le jeton de session, l'empreinte d'un jeton d'API ou de l'adresse secrète d'un calendrier, ou
 * (rôle système seul) un agent désigné.
 */
export type Preuve =
  | { jeton: string }
  | { empreinteJetonApi: string }
  | { empreinteCalendrier: string }
  | { agentId: string };

/** Aucune session valable derrière la preuve donnée. */
export class SessionAbsente extends Error {
  override name = 'SessionAbsente';
}

/** Compte local sans second facteur hors démonstration : il faut d'abord l'inscrire. */
export class SecondFacteurRequis extends Error {
  override name = 'SecondFacteurRequis';
}

const SANS_DANGER = /^[A-Za-z0-9_.-]{1,200}$/;

function buildOuverture(preuve: Preuve): string {
  const [fonction, valeur] = findOuverture(preuve);
  if (!SANS_DANGER.test(valeur)) throw new SessionAbsente('Jeton illisible');
  // `ouvrir_agent` n'est permis qu'au rôle système : on l'appelle avant de prendre le rôle d'agent.
  return 'agentId' in preuve
    ? `begin; set local role marelle_systeme; select ${fonction}('${valeur}') as qui; set local role marelle_agent`
    : `begin; set local role marelle_agent; select ${fonction}('${valeur}') as qui`;
}

function findOuverture(preuve: Preuve): [fonction: string, valeur: string] {
  if ('jeton' in preuve) return ['acces.ouvrir', preuve.jeton];
  if ('agentId' in preuve) return ['acces.ouvrir_agent', preuve.agentId];
  if ('empreinteCalendrier' in preuve) return ['acces.ouvrir_calendrier', preuve.empreinteCalendrier];
  return ['acces.ouvrir_jeton_api', preuve.empreinteJetonApi];
}

type Reponse = (AgentEnSession & { aujourdhui: JourCivil }) | { secondFacteurRequis: true } | null;

/**
 * Le seul chemin vers les données d'un module : une transaction, au nom d'un agent, sous les politiques de ligne.
 * Une erreur dans `fn` annule tout.
 */
export async function asAgent<T>(db: Database, preuve: Preuve, fn: (contexte: Contexte) => Promise<T>): Promise<T> {
  const ouverture = buildOuverture(preuve);
  const client = await ('agentId' in preuve ? db.systeme : db.agents).connect();
  return executeTransaction(client, async () => {
    const resultats = (await client.query(ouverture)) as unknown as pg.QueryResult<{ qui: Reponse }>[];
    const qui = resultats[2]?.rows[0]?.qui ?? null;
    if (qui === null) throw new SessionAbsente('Session expirée ou fermée');
    if ('secondFacteurRequis' in qui) throw new SecondFacteurRequis('Second facteur à inscrire');
    const { aujourdhui, ...agent } = qui;
    return fn({ tx: asTransaction(client), agent, aujourdhui });
  });
}

/** Termine toujours la transaction, et jette la connexion si elle n'est plus sûre. */
export async function executeTransaction<T>(client: pg.PoolClient, fn: () => Promise<T>): Promise<T> {
  let perdue = false;
  try {
    const resultat = await fn();
    // Une transaction abîmée se « valide » sans erreur en s'annulant : ne jamais dire fait ce qui ne l'est pas.
    const fin = await client.query('commit');
    if (fin.command !== 'COMMIT') throw new Error('La transaction a été annulée par la base');
    return resultat;
  } catch (erreur) {
    await client.query('rollback').catch(() => {
      perdue = true;
    });
    throw erreur;
  } finally {
    client.release(perdue);
  }
}
