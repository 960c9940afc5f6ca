import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';

export const FOURNISSEUR = 'departement';

/** Le fournisseur d'identité du département (Keycloak, ADFS, Entra, ProConnect), tel que la configuration le décrit. */
export type Oidc = {
  emetteur: string;
  client: string;
  secret: string;
  /** Ce que dit le bouton : « Se connecter avec … ». */
  nom: string;
  portees: string[];
  /** Qui demande le second facteur : le fournisseur, ou Marelle en plus. */
  secondFacteur: 'fournisseur' | 'local';
};

const Decouverte = z.object({ issuer: z.string(), userinfo_endpoint: z.string().optional(), jwks_uri: z.string() });
const Identite = z.looseObject({
  sub: z.string(),
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.string()]).optional(),
  given_name: z.string().optional(),
  usual_name: z.string().optional(),
  family_name: z.string().optional(),
  name: z.string().optional(),
});
type Identite = z.infer<typeof Identite>;

function buildAdresseDecouverte(emetteur: string): string {
  return `${emetteur.replace(/\/$/, '')}/.well-known/openid-configuration`;
}

export function buildFournisseur(oidc: Oidc) {
  return {
    providerId: FOURNISSEUR,
    name: oidc.nom,
    discoveryUrl: buildAdresseDecouverte(oidc.emetteur),
    clientId: oidc.client,
    clientSecret: oidc.secret,
    scopes: oidc.portees,
    pkce: true,
    requireIdTokenVerification: true,
    // Personne ne s'inscrit seul : l'identité se rattache à un compte ouvert par le département, par courriel vérifié.
    disableSignUp: true,
    disableImplicitSignUp: true,
    overrideUserInfo: false,
    postLogoutRedirectURI: '/connexion',
    getUserInfo: (jetons: { accessToken?: string; idToken?: string }) => findIdentite(oidc, jetons),
  };
}

/**
 * Lit l'identité au point « userinfo », en JSON ou en JWT signé (ProConnect). Le sujet est rapproché de celui du jeton
 * d'identité par better-auth. ProConnect et ADFS ne disent pas `email_verified` : ils ne donnent que des courriels
 * tenus par l'employeur, que le département a choisi de croire en configurant ce fournisseur.
 */
async function findIdentite(oidc: Oidc, { accessToken, idToken }: { accessToken?: string; idToken?: string }) {
  const reponse = await fetch(buildAdresseDecouverte(oidc.emetteur), { signal: AbortSignal.timeout(10_000) });
  const decouverte = Decouverte.parse(await reponse.json());
  const brute = await readIdentite(oidc, decouverte, accessToken, idToken);
  if (!brute) return null;
  const { email, name, given_name, usual_name, family_name } = brute;
  return {
    ...brute,
    id: brute.sub,
    email,
    emailVerified: brute.email_verified === undefined || String(brute.email_verified) === 'true',
    name: name ?? [given_name, usual_name ?? family_name].filter(Boolean).join(' '),
  };
}

async function readIdentite(
  oidc: Oidc,
  { issuer, jwks_uri, userinfo_endpoint }: z.infer<typeof Decouverte>,
  accessToken: string | undefined,
  idToken: string | undefined,
): Promise<Identite | null> {
  const readJwt = async (jwt: string) => {
    const { payload } = await jwtVerify(jwt, createRemoteJWKSet(new URL(jwks_uri)), { issuer, audience: oidc.client });
    return Identite.parse(payload);
  };
  if (userinfo_endpoint && accessToken) {
    const reponse = await fetch(userinfo_endpoint, {
      headers: { authorization: `Bearer ${accessToken}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (!reponse.ok) return null;
    const texte = await reponse.text();
    return reponse.headers.get('content-type')?.includes('jwt') ? readJwt(texte) : Identite.parse(JSON.parse(texte));
  }
  return idToken ? readJwt(idToken) : null;
}
