import type { Database } from '#database/connection.ts';
import type { EtatDeSante } from './http.ts';

const PATIENCE_MS = 2_000;

/** Ready when the base answers quickly, as the application sees it. */
export async function readSante(db: Database): Promise<EtatDeSante> {
  const trop = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('trop long')), PATIENCE_MS).unref());
  try {
    await Promise.race([db.agents.query('select 1'), trop]);
    return { pret: true, details: { base: 'répond' } };
  } catch {
    return { pret: false, details: { base: 'ne répond pas' } };
  }
}
