import pg from 'pg';

type Ecoute = {
  url: string;
  /** Rôle sous lequel on regarde. */
  role: string;
  /** Le canal (NOTIFY) qui dit qu'il y a du nouveau. */
  canal: string;
  /** Dit en une colonne s'il y a quelque chose à prendre : ce que le canal a pu taire pendant une coupure. */
  requete: string;
  regardSecondes: number;
  onReveil: () => Promise<void>;
  onPanne: (erreur: unknown) => void;
};

/**
 * Une connexion qui attend que la base la réveille. Coupée, elle se rouvre ; derrière un répartiteur qui ne transmet pas
 * les réveils, elle regarde d'elle-même de loin en loin.
 */
export function openEcoute(ecoute: Ecoute): { close: () => Promise<void> } {
  let client: pg.Client | undefined;
  let fermee = false;
  let occupee: Promise<void> | undefined;
  let encore = false;

  const prend = (): void => {
    encore = true;
    occupee ??= executeReveils().finally(() => {
      occupee = undefined;
    });
  };
  const executeReveils = async (): Promise<void> => {
    while (encore && !fermee) {
      encore = false;
      await ecoute.onReveil().catch(ecoute.onPanne);
    }
  };
  const regarde = async (): Promise<void> => {
    try {
      client ??= await openClient(ecoute, prend, () => {
        client = undefined;
      });
      const { rows } = await client.query<[boolean]>({ text: ecoute.requete, rowMode: 'array' });
      if (rows[0]?.[0]) prend();
    } catch (erreur) {
      await client?.end().catch(ecoute.onPanne);
      client = undefined;
      ecoute.onPanne(erreur);
    }
  };
  let regard = regarde();
  const minuteur = setInterval(() => {
    regard = regard.then(regarde);
  }, ecoute.regardSecondes * 1000);
  return {
    close: async () => {
      fermee = true;
      clearInterval(minuteur);
      await regard;
      await occupee;
      await client?.end();
    },
  };
}

async function openClient({ url, role, canal }: Ecoute, onNotification: () => void, onFin: () => void) {
  const client = new pg.Client({
    connectionString: url,
    options: `-c role=${role} -c timezone=UTC`,
    application_name: 'marelle réveil',
    keepAlive: true,
  });
  // Une coupure se voit au regard suivant, qui rouvre.
  client.on('error', onFin);
  client.on('end', onFin);
  client.on('notification', onNotification);
  await client.connect();
  await client.query(`listen ${pg.escapeIdentifier(canal)}`);
  return client;
}
