import pg from 'pg';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

const VERSION_MINIMALE = 15;

/** Before anything else: does the département's server answer, and is it one that Marelle can live on? */
export async function verifyServer(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; encodage: string; createur: boolean }>(
      `select current_setting('server_version') as version, pg_encoding_to_char(encoding) as encodage,
        (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as createur
       from pg_database where datname = current_database()`,
    );
    const [server] = rows;
    if (server !== undefined) verifyAnswer(server);
  } catch (cause) {
    throw formatRefus(url, cause);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function verifyAnswer({ version, encodage, createur }: { version: string; encodage: string; createur: boolean }): void {
  if (Number.parseInt(version, 10) < VERSION_MINIMALE) {
    throw new ErreurExploitation(
      `Marelle a besoin de PostgreSQL ${VERSION_MINIMALE} ou plus récent ; le serveur de DATABASE_URL est en version ${version}.`,
    );
  }
  if (encodage !== 'UTF8') {
    throw new ErreurExploitation(
      `La base de DATABASE_URL est encodée en ${encodage} : créez-la en UTF8 (createdb --encoding=UTF8 --template=template0).`,
    );
  }
  if (!createur) {
    throw new ErreurExploitation(
      "Le compte de DATABASE_URL ne peut pas créer les rôles de Marelle : donnez-lui ce droit (alter role … createrole), ou demandez-le à l'administrateur du serveur.",
    );
  }
}

function formatRefus(url: string, cause: unknown): ErreurExploitation {
  if (cause instanceof ErreurExploitation) return cause;
  const { host, user, database, port } = new pg.Client({ connectionString: url });
  const { code = '', message } = findFirst(cause);
  const place = `${host}:${port}`;
  const sentences: Record<string, string> = {
    ECONNREFUSED: `Aucun PostgreSQL ne répond sur ${place} (DATABASE_URL) : vérifiez l'adresse, le port et que le serveur est démarré.`,
    ENOTFOUND: `Le serveur ${host} de DATABASE_URL est introuvable : vérifiez son nom.`,
    EAI_AGAIN: `Le serveur ${host} de DATABASE_URL est introuvable : vérifiez son nom et le réseau.`,
    '28P01': `Le mot de passe du compte ${user} est refusé par ${place} : corrigez DATABASE_URL.`,
    '28000': `Le serveur ${place} n'accepte pas le compte ${user} depuis cette machine : corrigez DATABASE_URL ou pg_hba.conf.`,
    '3D000': `La base ${database} n'existe pas sur ${place} : créez-la (createdb --encoding=UTF8 ${database}), ou corrigez DATABASE_URL.`,
    '53300': `Le serveur ${place} n'a plus de connexion libre : augmentez max_connections ou fermez d'autres programmes.`,
  };
  if (/timeout/i.test(message))
    return new ErreurExploitation(`Le serveur ${place} (DATABASE_URL) ne répond pas en 10 secondes.`);
  const sentence = sentences[code] ?? `Le serveur ${place} de DATABASE_URL refuse la connexion : ${message}`;
  return new ErreurExploitation(sentence, { cause });
}

/** A name with several addresses fails with all its refusals together. */
function findFirst(cause: unknown): NodeJS.ErrnoException {
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0];
  return cause instanceof Error ? cause : new Error(String(cause));
}
