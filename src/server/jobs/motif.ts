import { ErreurExploitation } from '#shared/erreur-exploitation.ts';

/** Codes de PostgreSQL et du réseau, par famille : leur début suffit. */
const PANNES: readonly [RegExp, string][] = [
  [/^(?:08|57P|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/, 'La base n’a pas répondu.'],
  [/^(?:40|55P03)/, 'La base était occupée par autre chose.'],
  [/^57014/, 'Une requête a dépassé le temps permis.'],
  [/^53100/, 'Le disque de la base est plein.'],
  [/^53/, 'La base manque de place ou de connexions.'],
  [/^42501/, 'La base n’a pas donné ce droit.'],
];

/** La nature d'une panne, jamais ce qu'elle portait : un message d'erreur peut citer une personne. */
export function formatMotif(erreur: unknown): string {
  if (erreur instanceof ErreurExploitation) return erreur.message;
  if (!(erreur instanceof Error)) return 'Panne inattendue.';
  const { code, constraint } = erreur as { code?: unknown; constraint?: unknown };
  if (typeof code === 'string' && /^23/.test(code))
    return `La base a refusé une écriture${typeof constraint === 'string' ? ` (${constraint})` : ''}.`;
  const connue = typeof code === 'string' ? PANNES.find(([motif]) => motif.test(code))?.[1] : undefined;
  return connue ?? `Panne inattendue (${[erreur.name, code].filter((mot) => typeof mot === 'string').join(' ')}).`;
}
