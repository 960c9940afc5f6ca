import { createHmac } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type { Database } from '#database/connection.ts';
import { computeDansMinutes } from '#server/clock.ts';
import { PREFIXE_TEMOIN } from '#server/session.ts';
import { DatesPlugin } from './dates.server.ts';
import { buildFournisseur, type Oidc } from './fournisseur.server.ts';

export const CHEMIN_FOURNISSEUR = '/connexion/fournisseur';
export const EN_TETE_ADRESSE = 'x-marelle-adresse';

export type OptionsAuthentification = {
  db: Database;
  /** Le secret de l'installation : chaque usage en tire sa propre clé. */
  secret: string;
  /** Adresse publique de Marelle ; en https, les témoins ne voyagent que chiffrés. */
  adresse: string;
  oidc?: Oidc;
};

export type Authentification = {
  db: Database;
  adresse: string;
  securise: boolean;
  oidc: Oidc | undefined;
  cles: { temoins: string; empreintes: string; saisies: Buffer };
  auth: ReturnType<typeof buildAuth>;
};

function computeCle(secret: string, usage: string): Buffer {
  return createHmac('sha256', secret).update(`marelle/comptes/${usage}`).digest();
}

/** Tout ce qu'il faut pour reconnaître une personne ; une seule par processus. */
export function createAuthentification(options: OptionsAuthentification): Authentification {
  const temoins = computeCle(options.secret, 'temoins').toString('base64url');
  return {
    db: options.db,
    adresse: options.adresse,
    securise: options.adresse.startsWith('https:'),
    oidc: options.oidc,
    cles: {
      temoins,
      empreintes: computeCle(options.secret, 'empreintes').toString('base64url'),
      saisies: computeCle(options.secret, 'saisies'),
    },
    auth: buildAuth(options, temoins),
  };
}

function buildAuth(options: OptionsAuthentification, secret: string) {
  const { db, adresse, oidc } = options;
  return betterAuth({
    appName: 'Marelle',
    baseURL: adresse,
    basePath: CHEMIN_FOURNISSEUR,
    secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: db.comptes.withPlugin(new DatesPlugin()), type: 'postgres' },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12, maxPasswordLength: 128 },
    user: {
      modelName: 'utilisateur',
      additionalFields: { desactiveLe: { type: 'date', required: false, input: false } },
    },
    // La durée glisse dans la base (acces.ouvrir) ; rien n'est gardé dans le navigateur, fermer partout est immédiat.
    session: {
      modelName: 'session',
      expiresIn: 12 * 3600,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      additionalFields: { secondFacteur: { type: 'string', required: false, input: false, returned: false } },
    },
    account: {
      modelName: 'moyen_de_connexion',
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, requireLocalEmailVerified: false },
    },
    verification: { modelName: 'verification' },
    advanced: {
      cookiePrefix: PREFIXE_TEMOIN,
      useSecureCookies: adresse.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [EN_TETE_ADRESSE] },
    },
    rateLimit: { enabled: false },
    databaseHooks: { session: { create: { before: buildOuverture(options) } } },
    plugins: [
      twoFactor({
        issuer: 'Marelle',
        // Le ralentissement est celui de `tentatives.server.ts` : bloquer le compte enfermerait une personne honnête.
        accountLockout: { enabled: false },
        schema: { twoFactor: { modelName: 'second_facteur' } },
      }),
      ...(oidc ? [genericOAuth({ config: [buildFournisseur(oidc)] })] : []),
    ],
  });
}

const INACTIVITE_INITIALE_MINUTES = 30;

type SessionNouvelle = { userId: string } & Record<string, unknown>;

/** Un compte fermé n'ouvre pas de session ; une session neuve vaut trente minutes, puis glisse dans la base. */
function buildOuverture({ db, oidc }: OptionsAuthentification) {
  return async (session: SessionNouvelle, contexte: { path?: string } | null) => {
    const compte = await db.comptes
      .selectFrom('comptes.utilisateur')
      .select('desactiveLe')
      .where('id', '=', session.userId)
      .executeTakeFirst();
    if (!compte || compte.desactiveLe !== null) return false;
    const parFournisseur = contexte?.path?.startsWith('/callback') === true;
    const secondFacteur = parFournisseur && oidc?.secondFacteur === 'local' ? 'exige' : null;
    return { data: { ...session, secondFacteur, expiresAt: computeDansMinutes(INACTIVITE_INITIALE_MINUTES) } };
  };
}
