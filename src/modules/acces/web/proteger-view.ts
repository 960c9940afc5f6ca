import { normaliseLibelle } from '#shared/nom-propre.ts';
import type { Choix } from '#web/ui/champ-choix.tsx';
import type { AgentAChoisir } from '../data/mission-queries.server.ts';

/**
 * Les cases à montrer : celles dont le nom, le poste ou l'unité répond au filtre, et toutes celles déjà cochées. Une case
 * cochée que l'on cacherait serait une personne oubliée.
 */
export function buildChoixANommer(
  agents: readonly AgentAChoisir[],
  filtre: string,
  choisis: readonly string[],
): Choix[] {
  const mots = normaliseLibelle(filtre).split(' ').filter(Boolean);
  return agents
    .filter(({ id, nom, groupe }) => {
      const texte = normaliseLibelle(`${nom} ${groupe}`);
      return choisis.includes(id) || mots.every((mot) => texte.includes(mot));
    })
    .map(({ id, nom, groupe, peutLever }) => ({
      valeur: id,
      libelle: nom,
      groupe,
      aide: peutLever ? 'peut lever la restriction' : undefined,
    }));
}

/** « 4 personnes sur 71 » : ce que le filtre laisse voir. */
export function formatCompte(montrees: number, toutes: number): string {
  if (montrees === toutes) return `${toutes} personnes en poste`;
  return `${montrees} personne${montrees > 1 ? 's' : ''} sur ${toutes}, celles déjà cochées comprises`;
}
