import { randomInt } from 'node:crypto';
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';
import { sql } from 'kysely';
import { findTemoinSigne } from '#server/session.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { buildUriOtp, formatCle } from '../rules/code-a-usage-unique.ts';
import { findAppareilConnu } from './appareil.server.ts';
import type { Authentification } from './authentification.server.ts';
import {
  buildEntetes,
  type Compte,
  type Entree,
  findCompte,
  findSessionOuverte,
  type Issue,
  readTemoins,
  recordEchec,
  recordOuverture,
} from './connexion.server.ts';
import {
  closeTentative,
  computeEmpreinte,
  computeEmpreinteCompte,
  listCles,
  startTentative,
} from './tentatives.server.ts';
import { recordConnexion } from './trace.server.ts';

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODES_DE_SECOURS = 10;

/** Le compte qui a donné son mot de passe et doit encore un code (ou dont la session attend le sien). */
export async function findCompteEnAttente(
  authentification: Authentification,
  request: Request,
): Promise<Compte | undefined> {
  const session = await findSessionOuverte(authentification, { request });
  if (session?.secondFacteur === 'exige' && session.twoFactorEnabled) return session;
  const defi = findTemoinSigne(request, 'two_factor', authentification.cles.temoins);
  if (defi === undefined) return undefined;
  const verification = await authentification.db.comptes
    .selectFrom('comptes.verification')
    .select('value')
    .where('identifier', '=', defi)
    .where((e) => e('expiresAt', '>', e.fn<string>('now', [])))
    .executeTakeFirst();
  return verification && findCompte(authentification, { id: verification.value });
}

export type SaisieCode = { code: string; genre: 'totp' | 'secours' };
export type IssueCode = Issue | { etat: 'deja-servi' } | { etat: 'a-recommencer' };

/** Le code, ou un code de secours, ralenti comme le mot de passe. Un code déjà présenté ne sert plus. */
export async function executeSecondFacteur(
  authentification: Authentification,
  entree: Entree,
  { code: brut, genre }: SaisieCode,
): Promise<IssueCode> {
  const compte = await findCompteEnAttente(authentification, entree.request);
  if (compte === undefined) return { etat: 'a-recommencer' };
  const empreinte = computeEmpreinteCompte(authentification, compte.email);
  const appareil = findAppareilConnu(authentification, entree.request, empreinte);
  const cles = listCles(authentification, { usage: 'code', compte: empreinte, adresseIp: entree.adresseIp, appareil });
  const secondes = await startTentative(authentification, cles);
  if (secondes > 0) return { etat: 'attendre', secondes };
  const code = normaliseCode(brut, genre);
  if (genre === 'totp' && !(await recordCode(authentification, compte, code))) return { etat: 'deja-servi' };
  const appel = { body: { code }, headers: buildEntetes(entree), asResponse: true } as const;
  const { api } = authentification.auth;
  const reponse = await (genre === 'totp' ? api.verifyTOTP(appel) : api.verifyBackupCode(appel));
  if (!reponse.ok) return recordEchec(authentification, compte, `second-facteur-${genre}`);
  await closeTentative(authentification, cles);
  if (genre === 'secours') {
    await recordConnexion(authentification, { acte: 'comptes.second-facteur.secourir', agentId: compte.agentId });
  }
  const ouverte = await findSessionOuverte(authentification, entree);
  if (ouverte) {
    await recordFacteurDeSession(authentification, ouverte.sessionId);
    return { etat: 'ouverte', temoins: readTemoins(reponse) };
  }
  return recordOuverture(authentification, entree, reponse, `mot-de-passe+${genre}`);
}

function normaliseCode(code: string, genre: SaisieCode['genre']): string {
  const serre = code.replace(/[\s.-]/g, '').toLowerCase();
  return genre === 'totp' ? serre : `${serre.slice(0, 5)}-${serre.slice(5)}`;
}

async function recordFacteurDeSession({ db }: Authentification, sessionId: string): Promise<void> {
  await db.comptes
    .updateTable('comptes.session')
    .set({ secondFacteur: 'fait' })
    .where('id', '=', sessionId)
    .where('secondFacteur', 'is not', null)
    .execute();
}

/** Vrai la première fois seulement : deux présentations simultanées du même code n'en font passer qu'une. */
async function recordCode(authentification: Authentification, compte: Compte, code: string): Promise<boolean> {
  const empreinte = computeEmpreinte(authentification, 'code', `${compte.id}|${code}`);
  const { rows } = await sql`
    insert into comptes.code_utilise as c (utilisateur_id, empreinte) values (${compte.id}, ${empreinte})
    on conflict (utilisateur_id, empreinte) do update set le = clock_timestamp()
      where c.le < clock_timestamp() - interval '3 minutes'
    returning 1`.execute(authentification.db.comptes);
  await sql`delete from comptes.code_utilise where utilisateur_id = ${compte.id} and le < clock_timestamp() - interval '1 hour'`.execute(
    authentification.db.comptes,
  );
  return rows.length > 0;
}

export type Inscription = { uri: string; cle: string };

/** La clé à inscrire dans l'application de codes ; la même tant qu'elle n'est pas confirmée. */
export async function prepareInscription(
  authentification: Authentification,
  compte: { id: string; email: string },
): Promise<Inscription> {
  const { secretConfig } = await authentification.auth.$context;
  const { comptes } = authentification.db;
  const lire = () =>
    comptes.selectFrom('comptes.secondFacteur').select('secret').where('userId', '=', compte.id).executeTakeFirst();
  let ligne = await lire();
  if (!ligne) {
    const secret = Array.from({ length: 20 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
    await comptes
      .insertInto('comptes.secondFacteur')
      .values({
        id: createIdentifiant(),
        userId: compte.id,
        verified: false,
        secret: await symmetricEncrypt({ key: secretConfig, data: secret }),
        backupCodes: await symmetricEncrypt({ key: secretConfig, data: '[]' }),
      })
      .execute();
    ligne = await lire();
  }
  const secret = await symmetricDecrypt({ key: secretConfig, data: ligne?.secret ?? '' });
  return { uri: buildUriOtp({ secret, compte: compte.email, emetteur: 'Marelle' }), cle: formatCle(secret) };
}

export type IssueInscription =
  | { etat: 'inscrit'; temoins: string[]; codes: string[] }
  | { etat: 'attendre'; secondes: number }
  | { etat: 'refus' };

/** Un premier code juste met le second facteur en vigueur et donne les codes de secours, montrés une seule fois. */
export async function recordInscription(
  authentification: Authentification,
  entree: Entree,
  compte: Compte,
  brut: string,
): Promise<IssueInscription> {
  const cles = listCles(authentification, { usage: 'code', compte: compte.id, adresseIp: '', appareil: undefined });
  const secondes = await startTentative(authentification, cles);
  if (secondes > 0) return { etat: 'attendre', secondes };
  const code = normaliseCode(brut, 'totp');
  const juste = await recordCode(authentification, compte, code);
  const reponse = await authentification.auth.api.verifyTOTP({
    body: { code },
    headers: buildEntetes(entree),
    asResponse: true,
  });
  if (!juste || !reponse.ok) return { etat: 'refus' };
  await closeTentative(authentification, cles);
  await authentification.db.comptes
    .updateTable('comptes.session')
    .set({ secondFacteur: 'fait' })
    .where('userId', '=', compte.id)
    .where('secondFacteur', '=', 'exige')
    .execute();
  const codes = await createCodesDeSecours(authentification, compte.id);
  await recordConnexion(authentification, { acte: 'comptes.second-facteur.inscrire', agentId: compte.agentId });
  return { etat: 'inscrit', temoins: readTemoins(reponse), codes };
}

/** Dix codes neufs, chacun bon une fois ; les anciens ne valent plus rien. */
export async function createCodesDeSecours(authentification: Authentification, compteId: string): Promise<string[]> {
  const { secretConfig } = await authentification.auth.$context;
  const tirer = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  const codes = Array.from({ length: CODES_DE_SECOURS }, () => `${tirer()}-${tirer()}`);
  await authentification.db.comptes
    .updateTable('comptes.secondFacteur')
    .set({ backupCodes: await symmetricEncrypt({ key: secretConfig, data: JSON.stringify(codes) }) })
    .where('userId', '=', compteId)
    .execute();
  return codes;
}
