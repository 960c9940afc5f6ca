import pg from 'pg';

/** Des ordres du propriétaire de la base, sur une connexion ouverte pour eux. */
export async function executeOwner(urlProprietaire: string, ordres: string): Promise<void> {
  const client = new pg.Client({ connectionString: urlProprietaire });
  await client.connect();
  try {
    await client.query(ordres);
  } finally {
    await client.end();
  }
}
