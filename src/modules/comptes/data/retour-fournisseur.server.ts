import { type Authentification, CHEMIN_FOURNISSEUR } from './authentification.server.ts';
import {
  buildEntetes,
  type Entree,
  findCompteDeSession,
  findJetonPose,
  readTemoins,
  recordEchec,
  recordOuverture,
} from './connexion.server.ts';
import { FOURNISSEUR } from './fournisseur.server.ts';

type Suite = { vers: string; temoins: string[] };

/** L'adresse du fournisseur, avec état, nonce et preuve PKCE ; `retour` : la page voulue ensuite. */
export async function startFournisseur(
  { auth, oidc }: Authentification,
  entree: Entree,
  retour: string,
): Promise<Suite> {
  if (!oidc) return { vers: '/connexion', temoins: [] };
  const reponse = await auth.api.signInSocial({
    body: { provider: FOURNISSEUR, callbackURL: retour, errorCallbackURL: '/connexion', disableRedirect: true },
    headers: buildEntetes(entree),
    asResponse: true,
  });
  if (!reponse.ok) return { vers: '/connexion?error=injoignable', temoins: [] };
  const { url } = (await reponse.clone().json()) as { url: string };
  return { vers: url, temoins: readTemoins(reponse) };
}

const SANS_COMPTE = new Set(['signup_disabled', 'account_not_linked', 'email_not_found', 'email_not_verified']);

/** Échange le code, rattache l'identité à un compte déjà ouvert, ouvre la session ; sinon dit ce qui manque. */
export async function recordRetourFournisseur(authentification: Authentification, entree: Entree): Promise<Suite> {
  const { pathname, search } = new URL(entree.request.url);
  if (!authentification.oidc || pathname !== `${CHEMIN_FOURNISSEUR}/callback/${FOURNISSEUR}`) {
    return { vers: '/connexion', temoins: [] };
  }
  const adresse = new URL(`${pathname}${search}`, authentification.adresse);
  const reponse = await authentification.auth.handler(new Request(adresse, { headers: buildEntetes(entree) }));
  const vers = new URL(reponse.headers.get('location') ?? '/connexion?error=interrompue', authentification.adresse);
  const erreur = vers.searchParams.get('error');
  const temoins = readTemoins(reponse);
  if (erreur !== null) {
    await recordEchec(authentification, undefined, `fournisseur-${erreur.replace(/[^a-z_]/gi, '').slice(0, 40)}`);
    return { vers: SANS_COMPTE.has(erreur) ? '/connexion/non-rattache' : '/connexion?error=interrompue', temoins };
  }
  const jeton = findJetonPose(temoins);
  const compte = jeton === undefined ? undefined : await findCompteDeSession(authentification, jeton);
  const issue = await recordOuverture(authentification, entree, reponse, 'fournisseur');
  if (!compte || !('temoins' in issue)) return { vers: '/connexion/non-rattache', temoins: [] };
  const suite = vers.pathname + vers.search;
  const etape =
    issue.etat === 'ouverte' ? suite : `/connexion/second-facteur?${new URLSearchParams({ retour: suite })}`;
  return { vers: etape, temoins: issue.temoins };
}
