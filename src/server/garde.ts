import type { Context, MiddlewareHandler } from 'hono';
import { RateLimiterMemory, type RateLimiterRes } from 'rate-limiter-flexible';
import { findAdresseIp, isLocale } from './adresse-ip.ts';
import { sendProbleme } from './api/probleme-reponse.ts';
import { RequeteRefusee } from './api/problemes.ts';

export type OptionsDeGarde = {
  derriereMandataire: boolean;
  /** Adresse publique de Marelle : la seule d'où un formulaire peut venir. */
  adresse?: string;
  /** Requêtes par minute et par adresse. Un site entier sort souvent par une seule : large. */
  debit?: number;
  /** Formulaires de connexion par minute et par adresse ; chaque compte a en plus son propre frein. */
  debitConnexion?: number;
};

const DEBIT = 6000;
const DEBIT_CONNEXION = 120;
const PAGES = new Set(['GET', 'HEAD', 'POST']);

/** Ce qui ne mérite pas d'aller plus loin : méthode inconnue, trop de requêtes, formulaire venu d'un autre site. */
export function createGarde(options: OptionsDeGarde): MiddlewareHandler {
  const { derriereMandataire, debit = DEBIT, debitConnexion = DEBIT_CONNEXION } = options;
  const general = new RateLimiterMemory({ points: debit, duration: 60 });
  const connexion = new RateLimiterMemory({ points: debitConnexion, duration: 60 });
  return async (c, next) => {
    const { path, method } = c.req;
    const api = path.startsWith('/api/');
    // L'API dit elle-même, par adresse, quelles méthodes elle admet.
    if (!api && !PAGES.has(method)) return c.text('Méthode non admise.', 405, { Allow: [...PAGES].join(', ') });
    const adresse = findAdresseIp(c, derriereMandataire);
    const limiteurs = isLocale(c) ? [] : [general];
    if (method === 'POST' && path.startsWith('/connexion')) limiteurs.push(connexion);
    for (const limiteur of limiteurs) {
      const attente = await findAttente(limiteur, adresse);
      if (attente > 0) return sendAttente(c, api, attente);
    }
    // L'API se prouve par un jeton qu'aucun autre site ne peut joindre ; une page, par un témoin que le navigateur joint seul.
    if (!api && method === 'POST' && !isDuSite(c, options))
      return c.text('Ce formulaire ne vient pas de Marelle. Ouvrez Marelle, puis recommencez.', 403);
    return next();
  };
}

function sendAttente(c: Context, api: boolean, attente: number): Response {
  const phrase = `Trop de requêtes depuis votre réseau. Réessayez dans ${attente} secondes.`;
  const entetes = { 'Retry-After': String(attente) };
  return api ? sendProbleme(c, new RequeteRefusee('debit', phrase, { entetes })) : c.text(phrase, 429, entetes);
}

async function findAttente(limiteur: RateLimiterMemory, adresse: string): Promise<number> {
  try {
    await limiteur.consume(adresse);
    return 0;
  } catch (refus) {
    return Math.max(1, Math.ceil((refus as RateLimiterRes).msBeforeNext / 1000));
  }
}

/** Tout navigateur dit d'où part un formulaire ; qui ne le dit pas n'est pas un navigateur. */
function isDuSite(c: Context, { derriereMandataire, adresse }: OptionsDeGarde): boolean {
  // Un envoi fait par la page elle-même ne porte pas toujours d'origine ; aucune page ne peut écrire cet en-tête à sa place.
  if (c.req.header('sec-fetch-site') === 'same-origin') return true;
  const origine = c.req.header('origin');
  const hote = origine === undefined ? undefined : URL.parse(origine)?.host;
  if (!hote) return false;
  if (adresse !== undefined && new URL(adresse).host === hote) return true;
  const relaye = derriereMandataire ? c.req.header('x-forwarded-host')?.split(',').at(-1)?.trim() : undefined;
  return hote === (relaye ?? c.req.header('host'));
}
