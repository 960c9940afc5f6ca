import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import type { Oidc } from '../data/fournisseur.server.ts';

export type Identite = {
  sub: string;
  email?: string;
  email_verified?: boolean;
  given_name?: string;
  family_name?: string;
};

/** Un vrai fournisseur OpenID Connect sur la machine, qui dit oui sans rien demander, au nom de `identite`. */
export type FournisseurDEssai = { oidc: Oidc; identite: Identite; close: () => Promise<void> };

export async function startFournisseurDEssai(retour: string, signeUserinfo = false): Promise<FournisseurDEssai> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const emetteur = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const essai: FournisseurDEssai = {
    oidc: {
      emetteur,
      client: 'marelle',
      secret: 'secret-du-client',
      nom: 'Keycloak',
      portees: ['openid', 'email', 'profile'],
      secondFacteur: 'fournisseur',
    },
    identite: { sub: 'personne' },
    close: () => stopServeur(server),
  };
  const provider = new Provider(emetteur, buildConfiguration(essai, retour, signeUserinfo));
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/accord/')) return next();
    const { prompt } = await provider.interactionDetails(ctx.req, ctx.res);
    if (prompt.name === 'login')
      return provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: essai.identite.sub } });
    const grant = new provider.Grant({ accountId: essai.identite.sub, clientId: 'marelle' });
    grant.addOIDCScope('openid email profile');
    return provider.interactionFinished(ctx.req, ctx.res, { consent: { grantId: await grant.save() } });
  });
  server.on('request', provider.callback());
  return essai;
}

function buildConfiguration(essai: FournisseurDEssai, retour: string, signeUserinfo: boolean): Configuration {
  return {
    clients: [
      {
        client_id: essai.oidc.client,
        client_secret: essai.oidc.secret,
        redirect_uris: [retour],
        post_logout_redirect_uris: ['http://localhost:3000/connexion'],
        ...(signeUserinfo ? { userinfo_signed_response_alg: 'RS256' as const } : {}),
      },
    ],
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    interactions: { url: (_ctx, { uid }) => `/accord/${uid}` },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['given_name', 'family_name'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...essai.identite, sub }) }),
    pkce: { required: () => true },
    cookies: { keys: ['essai'] },
  };
}

function stopServeur(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
