import { asAgent, SecondFacteurRequis, SessionAbsente } from '#database/as-agent.ts';
import { findJeton, findTemoinSigne } from '#server/session.ts';
import { buildTemoinAppareil, findAppareilConnu } from './appareil.server.ts';
import { type Authentification, EN_TETE_ADRESSE } from './authentification.server.ts';
import { closeTentative, computeEmpreinteCompte, listCles, startTentative } from './tentatives.server.ts';
import { recordConnexion } from './trace.server.ts';

/** Ce qui arrive d'un navigateur : la requête, et l'adresse que le serveur a reconnue. */
export type Entree = { request: Request; adresseIp: string };

/** `temoins` : les en-têtes Set-Cookie à rendre. */
export type Issue =
  | { etat: 'ouverte' | 'second-facteur' | 'a-inscrire'; temoins: string[] }
  | { etat: 'attendre'; secondes: number }
  | { etat: 'refus' };

/** better-auth ne reçoit que ce qu'il lui faut : les témoins, le navigateur, l'adresse reconnue. */
export function buildEntetes({ request, adresseIp }: Entree): Headers {
  return new Headers({
    cookie: request.headers.get('cookie') ?? '',
    'user-agent': request.headers.get('user-agent') ?? '',
    [EN_TETE_ADRESSE]: adresseIp,
  });
}

export function readTemoins(reponse: Response): string[] {
  return reponse.headers.getSetCookie();
}

export type Compte = { id: string; email: string; agentId: string | null };

export function findCompte(
  { db }: Authentification,
  par: { id: string } | { email: string },
): Promise<Compte | undefined> {
  const requete = db.comptes.selectFrom('comptes.utilisateur').select(['id', 'email', 'agentId']);
  return ('id' in par ? requete.where('id', '=', par.id) : requete.where('email', '=', par.email)).executeTakeFirst();
}

/**
 * Courriel et mot de passe. Compte inconnu, fermé, sans mot de passe ou mot de passe faux : même réponse, même durée
 * (better-auth calcule toujours une empreinte), même ralentissement.
 */
export async function executeConnexion(
  authentification: Authentification,
  entree: Entree,
  saisie: { courriel: string; motDePasse: string },
): Promise<Issue> {
  const email = saisie.courriel.trim().toLowerCase();
  const compte = computeEmpreinteCompte(authentification, email);
  const appareil = findAppareilConnu(authentification, entree.request, compte);
  const cles = listCles(authentification, { usage: 'mot-de-passe', compte, adresseIp: entree.adresseIp, appareil });
  const secondes = await startTentative(authentification, cles);
  if (secondes > 0) return { etat: 'attendre', secondes };
  const reponse = await authentification.auth.api.signInEmail({
    body: { email, password: saisie.motDePasse, rememberMe: false },
    headers: buildEntetes(entree),
    asResponse: true,
  });
  const trouve = await findCompte(authentification, { email });
  if (!reponse.ok) return recordEchec(authentification, trouve, 'mot-de-passe');
  const { twoFactorRedirect } = (await reponse.clone().json()) as { twoFactorRedirect?: boolean };
  if (twoFactorRedirect) {
    await closeTentative(authentification, cles);
    return { etat: 'second-facteur', temoins: readTemoins(reponse) };
  }
  const issue = await recordOuverture(authentification, entree, reponse, 'mot-de-passe');
  if (issue.etat !== 'refus') await closeTentative(authentification, cles);
  return issue;
}

export async function recordEchec(
  authentification: Authentification,
  compte: Compte | undefined,
  etape: string,
): Promise<Issue> {
  const agentId = compte?.agentId ?? null;
  await recordConnexion(authentification, { acte: 'comptes.connexion.echouer', agentId, detail: { etape } });
  return { etat: 'refus' };
}

/** Une session vient de naître : est-elle celle d'un agent en fonction ? Sinon on la referme, comme pour un compte inconnu. */
export async function recordOuverture(
  authentification: Authentification,
  entree: Entree,
  reponse: Response,
  moyen: string,
): Promise<Issue> {
  const temoins = readTemoins(reponse);
  const jeton = findJetonPose(temoins);
  const compte = jeton === undefined ? undefined : await findCompteDeSession(authentification, jeton);
  if (jeton === undefined || compte === undefined) return { etat: 'refus' };
  const etat = await readOuverture(authentification, jeton);
  if (etat === 'fermee') {
    await authentification.db.comptes.deleteFrom('comptes.session').where('token', '=', jeton).execute();
    return recordEchec(authentification, compte, 'agent-absent');
  }
  await recordConnexion(authentification, {
    acte: 'comptes.connexion.ouvrir',
    agentId: compte.agentId,
    detail: { moyen },
  });
  const empreinte = computeEmpreinteCompte(authentification, compte.email);
  return { etat, temoins: [...temoins, buildTemoinAppareil(authentification, entree.request, empreinte)] };
}

export type EtatDeSession = 'ouverte' | 'a-inscrire' | 'fermee';

/** Où en est la requête : connectée, en attente de son second facteur, ou personne. */
export async function getEtatDeSession(authentification: Authentification, request: Request): Promise<EtatDeSession> {
  const jeton = findJeton(request);
  return jeton === undefined ? 'fermee' : readOuverture(authentification, jeton);
}

async function readOuverture({ db }: Authentification, jeton: string): Promise<EtatDeSession> {
  try {
    return await asAgent(db, { jeton }, async () => 'ouverte' as const);
  } catch (erreur) {
    if (erreur instanceof SecondFacteurRequis) return 'a-inscrire';
    if (erreur instanceof SessionAbsente) return 'fermee';
    throw erreur;
  }
}

/** Le jeton que better-auth vient de poser (le dernier : une session remplacée est d'abord effacée). */
export function findJetonPose(temoins: string[]): string | undefined {
  const request = (temoin: string) =>
    new Request('http://marelle', { headers: { cookie: temoin.split(';')[0] ?? '' } });
  return temoins
    .map((temoin) => findJeton(request(temoin)))
    .filter((jeton) => jeton !== undefined)
    .at(-1);
}

export async function findCompteDeSession({ db }: Authentification, jeton: string): Promise<Compte | undefined> {
  return db.comptes
    .selectFrom('comptes.session as s')
    .innerJoin('comptes.utilisateur as u', 'u.id', 's.userId')
    .select(['u.id', 'u.email', 'u.agentId'])
    .where('s.token', '=', jeton)
    .executeTakeFirst();
}

/** La session de la requête si elle vit encore, même quand le second facteur reste à inscrire. */
export async function findSessionOuverte(authentification: Authentification, { request }: { request: Request }) {
  const jeton = findTemoinSigne(request, 'session_token', authentification.cles.temoins);
  if (jeton === undefined) return undefined;
  const ligne = await authentification.db.comptes
    .selectFrom('comptes.session as s')
    .innerJoin('comptes.utilisateur as u', 'u.id', 's.userId')
    .select(['s.id as sessionId', 's.secondFacteur', 'u.id', 'u.email', 'u.agentId', 'u.twoFactorEnabled'])
    .where('s.token', '=', jeton)
    .where('u.desactiveLe', 'is', null)
    .where((e) => e('s.expiresAt', '>', e.fn<string>('now', [])))
    .executeTakeFirst();
  return ligne && { ...ligne, jeton };
}

/** Ferme la session ; rend aussi l'adresse où la fermer chez le fournisseur d'identité, s'il en a une. */
export async function closeConnexion(
  authentification: Authentification,
  entree: Entree,
): Promise<{ temoins: string[]; chezFournisseur: string | undefined }> {
  const jeton = findJeton(entree.request);
  const compte = jeton === undefined ? undefined : await findCompteDeSession(authentification, jeton);
  const reponse = await authentification.auth.api.signOut({
    body: { callbackURL: '/connexion', disableRedirect: true },
    headers: buildEntetes(entree),
    asResponse: true,
  });
  if (compte) {
    await recordConnexion(authentification, { acte: 'comptes.connexion.fermer', agentId: compte.agentId });
  }
  const { url } = (await reponse.clone().json()) as { url?: string };
  return { temoins: readTemoins(reponse), chezFournisseur: url };
}

/** Ferme d'un coup toutes les sessions de la personne, sur tous ses appareils. */
export async function closeToutesConnexions(authentification: Authentification, request: Request): Promise<void> {
  const session = await findSessionOuverte(authentification, { request });
  if (!session) return;
  await authentification.db.comptes
    .deleteFrom('comptes.session')
    .where('userId', '=', session.id)
    .where('token', '<>', session.jeton)
    .execute();
  await recordConnexion(authentification, { acte: 'comptes.session.fermer-toutes', agentId: session.agentId });
}
