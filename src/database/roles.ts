import { createHmac } from 'node:crypto';
import pg from 'pg';
import type { DatabaseUrls } from './connection.ts';

/** Mot de passe dérivé du secret de l'installation : rien à garder, toutes les instances le retrouvent. */
export function computeMotDePasse(secret: string, usage: string): string {
  return createHmac('sha256', secret).update(`marelle/${usage}`).digest('base64url');
}

/**
 * Crée ou remet en état les deux rôles de connexion de cette base (nommés autrement que les rôles de groupe, même
 * quand la base s’appelle « marelle »), sans aucun droit propre :
 * l'un ne peut devenir que `marelle_agent`, l'autre que `marelle_systeme`, `marelle_comptes` et `marelle_agent`.
 */
export async function createApplicationRoles(options: {
  urlProprietaire: string;
  secret: string;
}): Promise<DatabaseUrls> {
  const client = new pg.Client({ connectionString: options.urlProprietaire });
  await client.connect();
  try {
    const { rows } = await client.query<{ base: string }>('select current_database() as base');
    const base = rows[0]?.base ?? '';
    const application = await createRole(client, `${base}_connexion_agents`, options.secret, ['marelle_agent']);
    const systeme = await createRole(client, `${base}_connexion_systeme`, options.secret, [
      'marelle_systeme',
      'marelle_comptes',
      'marelle_agent',
    ]);
    return {
      urlApplication: buildUrl(options.urlProprietaire, application),
      urlSysteme: buildUrl(options.urlProprietaire, systeme),
    };
  } finally {
    await client.end();
  }
}

type Identifiants = { nom: string; motDePasse: string };

async function createRole(
  client: pg.Client,
  nomSouhaite: string,
  secret: string,
  groupes: string[],
): Promise<Identifiants> {
  const nom = nomSouhaite.slice(0, 63);
  const motDePasse = computeMotDePasse(secret, nom);
  const role = pg.escapeIdentifier(nom);
  const attributs = `login nosuperuser nobypassrls nocreatedb nocreaterole noinherit password ${pg.escapeLiteral(motDePasse)}`;
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [nom]);
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} with ${attributs}`);
  for (const groupe of groupes) await client.query(`grant ${groupe} to ${role}`);
  return { nom, motDePasse };
}

function buildUrl(urlProprietaire: string, { nom, motDePasse }: Identifiants): string {
  const url = new URL(urlProprietaire);
  url.username = encodeURIComponent(nom);
  url.password = encodeURIComponent(motDePasse);
  return url.href;
}
