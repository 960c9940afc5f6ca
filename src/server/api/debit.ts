import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { SessionAbsente } from '#database/as-agent.ts';
import { RequeteRefusee } from './problemes.ts';

const REQUETES_PAR_MINUTE = 600;
const ECHECS_PAR_MINUTE = 30;

type Reglages = { requetesParMinute?: number; echecsParMinute?: number; adresseDe?: (c: Context) => string };

export type Debit = {
  /** Compte une requête de ce jeton ; au-delà de son débit, refuse. */
  consume: (empreinte: string) => Promise<void>;
  /** Compte les jetons refusés par adresse : on n'en essaie pas mille à la minute. */
  limit: (c: Context, fn: () => Promise<Response>) => Promise<Response>;
};

export function createDebit({ requetesParMinute, echecsParMinute, adresseDe = () => 'inconnue' }: Reglages): Debit {
  const parJeton = new RateLimiterMemory({ points: requetesParMinute ?? REQUETES_PAR_MINUTE, duration: 60 });
  const echecs = new RateLimiterMemory({ points: echecsParMinute ?? ECHECS_PAR_MINUTE, duration: 60 });
  return {
    consume: async (empreinte) => {
      await parJeton.consume(empreinte).catch(refuse('Ce jeton a dépassé son débit.'));
    },
    limit: async (c, fn) => {
      const adresse = adresseDe(c);
      const deja = await echecs.get(adresse);
      if (deja && deja.remainingPoints <= 0) refuse('Trop de jetons refusés depuis cette adresse.')(deja);
      try {
        return await fn();
      } catch (erreur) {
        if (erreur instanceof SessionAbsente) await echecs.consume(adresse).catch(() => undefined);
        throw erreur;
      }
    },
  };
}

function refuse(motif: string): (raison: unknown) => never {
  return (raison) => {
    if (!(raison instanceof RateLimiterRes)) throw raison;
    const secondes = Math.max(1, Math.ceil(raison.msBeforeNext / 1000));
    throw new RequeteRefusee('debit', `${motif} Réessayez dans ${secondes} secondes.`, {
      entetes: { 'Retry-After': String(secondes) },
    });
  };
}
