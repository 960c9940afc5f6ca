/** Un département entier (échelle 1) et, sauf demande, une année d'informations préoccupantes d'un grand, sur le serveur donné par DATABASE_URL ou sur l'embarqué. */
import pg from 'pg';
import { type DatabaseUrls, openDatabase } from '#database/connection.ts';
import { migrate } from '#database/migrate.ts';
import { createApplicationRoles } from '#database/roles.ts';
import { loadDemo } from '#demo/load.ts';
import { createBaseNeuve } from '../base-neuve.ts';
import { addInformations } from './informations-pleines.ts';

export type BasePleine = { urls: DatabaseUrls; owner: pg.Pool; serveur: string; close: () => Promise<void> };

const ECHELLE = Number(process.env.MARELLE_MESURE_ECHELLE ?? '1');
/** Une base du même serveur où la démonstration est déjà chargée : copiée, elle évite de la charger à chaque mesure. */
const MODELE = process.env.MARELLE_MESURE_MODELE;

export async function openBasePleine(secret: string, { informations = true } = {}): Promise<BasePleine> {
  const { urlProprietaire, close } = await createBaseNeuve(secret, MODELE);
  if (MODELE === undefined) await migrate({ urlProprietaire });
  const urls = await createApplicationRoles({ urlProprietaire, secret });
  if (MODELE === undefined) {
    const db = openDatabase(urls);
    await loadDemo({ db, urlProprietaire, profil: 'manche', echelle: ECHELLE, graine: 1, log: () => undefined });
    await db.close();
  }
  const owner = new pg.Pool({ connectionString: urlProprietaire, max: 2 });
  if (informations) await addInformations(owner);
  await owner.query('vacuum analyze');
  const { rows } = await owner.query<{ v: string }>("select current_setting('server_version') as v");
  return {
    urls,
    owner,
    serveur: `PostgreSQL ${rows[0]?.v}, manche, échelle ${ECHELLE}`,
    close: () => owner.end().then(close),
  };
}
