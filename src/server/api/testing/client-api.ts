import { createHash, randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { Habilitation } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { BaseDeTest } from '#tests/support/base.ts';

export type Demande = { jeton?: string; corps?: unknown; entetes?: Record<string, string>; sur?: Hono };
// Les essais lisent des réponses quelconques : ils disent eux-mêmes ce qu'ils en attendent.
export type ReponseLue = { status: number; entetes: Headers; corps: ReturnType<typeof JSON.parse> };

export type ClientApi = {
  createJeton: (agentId: string, portees: readonly Habilitation[], duree?: string) => Promise<string>;
  ask: (methode: string, chemin: string, demande?: Demande) => Promise<ReponseLue>;
};

export function computeEmpreinte(jeton: string): string {
  return createHash('sha256').update(jeton).digest('hex');
}

/** Un système qui parle à l'API dans les essais, et les jetons qu'on lui donne. */
export function createClientApi(app: Hono, executeSql: BaseDeTest['executeSql']): ClientApi {
  return {
    createJeton: async (agentId, portees, duree = '1 day') => {
      const jeton = randomBytes(32).toString('base64url');
      // Tel que l'écran le crée : la base n'en garde que l'empreinte.
      await executeSql(
        `insert into comptes.jeton_api (id, nom, empreinte, agent_id, portees, cree_par, expire_le)
         values ($1, 'essai', $2, $3, $4, $3, now() + $5::interval)`,
        [createIdentifiant(), computeEmpreinte(jeton), agentId, portees, duree],
      );
      return jeton;
    },
    ask: async (methode, chemin, { jeton, corps, entetes = {}, sur = app } = {}) => {
      const reponse = await sur.request(`/v1${chemin}`, {
        method: methode,
        headers: {
          ...(jeton ? { authorization: `Bearer ${jeton}` } : {}),
          ...(corps === undefined ? {} : { 'content-type': 'application/json' }),
          ...entetes,
        },
        ...(corps === undefined ? {} : { body: typeof corps === 'string' ? corps : JSON.stringify(corps) }),
      });
      const texte = await reponse.text();
      return { status: reponse.status, entetes: reponse.headers, corps: texte ? JSON.parse(texte) : undefined };
    },
  };
}
