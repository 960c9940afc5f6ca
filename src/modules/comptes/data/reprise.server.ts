import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { findTemoinSigne } from '#server/session.ts';
import { createIdentifiant, Identifiant } from '#shared/identifiant.ts';
import { findDernierCompte } from './appareil.server.ts';
import type { Authentification } from './authentification.server.ts';
import { findCompteDeSession, findSessionOuverte } from './connexion.server.ts';
import { computeEmpreinteCompte } from './tentatives.server.ts';

/** Ce qui avait été tapé, et sur quelle page. */
export type SaisieEnAttente = { chemin: string; valeurs: Record<string, string | string[]> };

const TAILLE_MAXIMALE = 300_000;
const PAR_PERSONNE = 20;
const SECRETS = /mot.?de.?passe|password|secret|^code$/i;

/**
 * Garde, chiffré, ce qu'une requête sans session valable apportait. Seulement si le navigateur prouve (témoins signés)
 * qui s'en servait : cette personne-là, une fois reconnectée, le retrouvera. Rend l'identifiant de reprise.
 */
export async function recordSaisieEnAttente(
  authentification: Authentification,
  request: Request,
  { chemin, valeurs }: SaisieEnAttente,
): Promise<string | undefined> {
  const proprietaire = await findProprietaire(authentification, request);
  const gardees = Object.fromEntries(Object.entries(valeurs).filter(([nom]) => !SECRETS.test(nom)));
  const texte = JSON.stringify({ chemin, valeurs: gardees });
  if (proprietaire === undefined || Object.keys(gardees).length === 0 || texte.length > TAILLE_MAXIMALE)
    return undefined;
  const { comptes } = authentification.db;
  const id = createIdentifiant();
  await comptes.deleteFrom('comptes.saisieEnAttente').where('expireLe', '<', sql<string>`now()`).execute();
  const { n } = await comptes
    .selectFrom('comptes.saisieEnAttente')
    .select(({ fn }) => fn.countAll<string>().as('n'))
    .where('proprietaire', '=', proprietaire)
    .executeTakeFirstOrThrow();
  if (Number(n) >= PAR_PERSONNE) return undefined;
  await comptes
    .insertInto('comptes.saisieEnAttente')
    .values({
      id,
      proprietaire,
      contenu: encrypt(authentification, `${id}|${proprietaire}`, texte),
      expireLe: sql`now() + interval '1 hour'`,
    })
    .execute();
  return id;
}

/** La session expirée dit encore qui c'était ; à défaut, le dernier compte connecté sur ce navigateur. */
async function findProprietaire(authentification: Authentification, request: Request): Promise<string | undefined> {
  const jeton = findTemoinSigne(request, 'session_token', authentification.cles.temoins);
  const compte = jeton === undefined ? undefined : await findCompteDeSession(authentification, jeton);
  return compte ? computeEmpreinteCompte(authentification, compte.email) : findDernierCompte(authentification, request);
}

/** La saisie gardée, pour la personne connectée et la page où elle a été faite ; pour toute autre, rien. */
export async function findSaisieEnAttente(
  authentification: Authentification,
  request: Request,
  id: string,
): Promise<SaisieEnAttente | undefined> {
  if (!Identifiant.safeParse(id).success) return undefined;
  const session = await findSessionOuverte(authentification, { request });
  if (session === undefined) return undefined;
  const proprietaire = computeEmpreinteCompte(authentification, session.email);
  const ligne = await authentification.db.comptes
    .selectFrom('comptes.saisieEnAttente')
    .select('contenu')
    .where('id', '=', id)
    .where('proprietaire', '=', proprietaire)
    .where('expireLe', '>', sql<string>`now()`)
    .executeTakeFirst();
  return ligne && (JSON.parse(decrypt(authentification, `${id}|${proprietaire}`, ligne.contenu)) as SaisieEnAttente);
}

const IV = 12;
const SCEAU = 16;

function encrypt({ cles }: Authentification, lien: string, texte: string): Buffer {
  const iv = randomBytes(IV);
  const chiffre = createCipheriv('aes-256-gcm', cles.saisies, iv).setAAD(Buffer.from(lien));
  const contenu = Buffer.concat([chiffre.update(texte, 'utf8'), chiffre.final()]);
  return Buffer.concat([iv, chiffre.getAuthTag(), contenu]);
}

function decrypt({ cles }: Authentification, lien: string, boite: Buffer): string {
  const clair = createDecipheriv('aes-256-gcm', cles.saisies, boite.subarray(0, IV)).setAAD(Buffer.from(lien));
  clair.setAuthTag(boite.subarray(IV, IV + SCEAU));
  return Buffer.concat([clair.update(boite.subarray(IV + SCEAU)), clair.final()]).toString('utf8');
}
