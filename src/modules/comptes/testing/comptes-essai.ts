import { hashPassword } from 'better-auth/crypto';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { BaseDeTest } from '#tests/support/base.ts';
import {
  type Authentification,
  createAuthentification,
  type OptionsAuthentification,
} from '../data/authentification.server.ts';
import type { Entree } from '../data/connexion.server.ts';

export const MOT_DE_PASSE = 'quatre lampes sous la pluie';

export function anAuthentification(base: BaseDeTest, options: Partial<OptionsAuthentification> = {}): Authentification {
  return createAuthentification({
    db: base.db,
    secret: 'secret-d-essai-de-trente-deux-caracteres',
    adresse: 'http://localhost:3000',
    ...options,
  });
}

export async function anInstallation(base: BaseDeTest, demo = false): Promise<void> {
  await base.executeSql('delete from organisation.installation');
  await base.executeSql(
    `insert into organisation.installation (departement_code, departement_nom, demo) values ('50', 'Manche', $1)`,
    [demo],
  );
}

/** Un agent en fonction, dans une unité et un poste à lui. */
export async function anAgent(
  base: BaseDeTest,
  profil: Profil = 'referent-educatif',
  nature = 'personne',
): Promise<string> {
  const [agent, poste, unite] = [createIdentifiant(), createIdentifiant(), await anUnite(base)];
  await base.executeSql(
    `insert into organisation.agent (id, matricule, nature, nom, prenom, courriel, metier, periode)
     values ($1::uuid, $1::text, $2, 'Lemoine', 'Anne', $1::text || '@manche.example', 'Éducateur', '[2020-01-01,)')`,
    [agent, nature],
  );
  await base.executeSql(
    `insert into organisation.poste (id, numero, intitule, profil, metier, unite_id, periode)
     values ($1::uuid, $1::text, 'Poste', $2, 'Éducateur', $3, '[2020-01-01,)')`,
    [poste, profil, unite],
  );
  await base.executeSql(
    `insert into organisation.affectation (id, poste_id, agent_id, nature, periode) values ($1, $2, $3, 'titulaire', '[2020-01-01,)')`,
    [createIdentifiant(), poste, agent],
  );
  return agent;
}

async function anUnite(base: BaseDeTest): Promise<string> {
  const [connue] = await base.executeSql<{ id: string }>(`select id from organisation.unite where code = 'essai'`);
  if (connue) return connue.id;
  const id = createIdentifiant();
  await base.executeSql(
    `insert into organisation.unite (id, code, nom, nature, periode) values ($1, 'essai', 'Manche', 'departement', '[2020-01-01,)')`,
    [id],
  );
  return id;
}

export type CompteDEssai = { id: string; courriel: string; agentId: string };

let empreinte: Promise<string> | undefined;

/** Un compte local, mot de passe `MOT_DE_PASSE` (sans mot de passe si `local` est faux). */
export async function aCompte(
  base: BaseDeTest,
  { agentId, local = true, profil }: { agentId?: string; local?: boolean; profil?: Profil } = {},
): Promise<CompteDEssai> {
  const agent = agentId ?? (await anAgent(base, profil));
  const [id, courriel] = [createIdentifiant(), `${agent}@manche.example`];
  await base.executeSql(
    `insert into comptes.utilisateur (id, name, email, email_verified, agent_id) values ($1, 'Anne Lemoine', $2, true, $3)`,
    [id, courriel, agent],
  );
  if (local) {
    empreinte ??= hashPassword(MOT_DE_PASSE);
    await base.executeSql(
      `insert into comptes.moyen_de_connexion (id, account_id, provider_id, user_id, password) values ($1, $2, 'credential', $2, $3)`,
      [createIdentifiant(), id, await empreinte],
    );
  }
  return { id, courriel, agentId: agent };
}

/** Un navigateur : il garde les témoins qu'on lui donne et les rend. */
export class Navigateur {
  readonly temoins = new Map<string, string>();
  adresseIp = '203.0.113.7';

  keep(temoins: string[]): void {
    for (const temoin of temoins) {
      const [paire = '', ...attributs] = temoin.split(';').map((m) => m.trim());
      const coupure = paire.indexOf('=');
      const nom = paire.slice(0, coupure);
      if (attributs.some((a) => /^max-age=0$/i.test(a))) this.temoins.delete(nom);
      else this.temoins.set(nom, paire.slice(coupure + 1));
    }
  }

  request(chemin = '/connexion', init: RequestInit = {}): Request {
    const headers = new Headers(init.headers);
    headers.set('cookie', [...this.temoins].map(([nom, valeur]) => `${nom}=${valeur}`).join('; '));
    headers.set('user-agent', 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0');
    return new Request(`http://localhost:3000${chemin}`, { ...init, headers });
  }

  entree(chemin?: string, init?: RequestInit): Entree {
    return { request: this.request(chemin, init), adresseIp: this.adresseIp };
  }
}
