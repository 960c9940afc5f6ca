import { randomBytes } from 'node:crypto';
import { buildTemoinSigne, findTemoinSigne } from '#server/session.ts';
import type { Authentification } from './authentification.server.ts';

const TEMOIN = 'appareil';
const UN_AN = 365 * 86_400;
const COMPTES_RETENUS = 5;

type Appareil = { id: string; comptes: string[] };

/** Ce que le navigateur prouve : qu'il s'est déjà connecté ici, et à quels comptes (empreintes, du plus récent au plus ancien). */
function findAppareil(authentification: Authentification, request: Request): Appareil | undefined {
  const [id, ...comptes] = findTemoinSigne(request, TEMOIN, authentification.cles.temoins)?.split('~') ?? [];
  return id ? { id, comptes } : undefined;
}

/** Identifiant de l'appareil s'il s'est déjà connecté à ce compte. */
export function findAppareilConnu(
  authentification: Authentification,
  request: Request,
  compte: string,
): string | undefined {
  const appareil = findAppareil(authentification, request);
  return appareil?.comptes.includes(compte) ? appareil.id : undefined;
}

export function findDernierCompte(authentification: Authentification, request: Request): string | undefined {
  return findAppareil(authentification, request)?.comptes[0];
}

export function buildTemoinAppareil(authentification: Authentification, request: Request, compte: string): string {
  const connu = findAppareil(authentification, request);
  const comptes = [compte, ...(connu?.comptes ?? []).filter((autre) => autre !== compte)].slice(0, COMPTES_RETENUS);
  const id = connu?.id ?? randomBytes(12).toString('base64url');
  return buildTemoinSigne(TEMOIN, [id, ...comptes].join('~'), authentification.cles.temoins, {
    securise: authentification.securise,
    dureeSecondes: UN_AN,
  });
}
