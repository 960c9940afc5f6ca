import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getInformationCible, type InformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { type EtatInformation, LIBELLE_ETAT } from '#modules/informations-preoccupantes/index.ts';
import { Introuvable, Refus } from '#server/errors.ts';

/**
 * L'information que l'on évalue, tenue jusqu'à la fin de l'acte : ce qui s'écrit pendant que quelqu'un remet le rapport attend,
 * puis lit l'état qui en résulte.
 */
export async function lockInformation(
  contexte: Contexte,
  { informationId }: { informationId: string },
): Promise<InformationCible> {
  const { rows } = await sql`select 1 from ip.information i where i.id = ${informationId} for share`.execute(
    contexte.tx,
  );
  if (rows.length === 0) throw new Introuvable('Absente, ou hors de vos missions.');
  return getInformationCible(contexte, informationId);
}

/** Refuse ce qui ne se fait que pendant l'évaluation. */
export function verifyEnEvaluation({ etat, numero }: { etat: EtatInformation; numero: string }): void {
  if (etat === 'en-evaluation') return;
  throw new Refus(
    `L’information ${numero} est « ${LIBELLE_ETAT[etat].toLocaleLowerCase('fr')} » : l’évaluation ne s’écrit que pendant qu’elle est en cours.`,
  );
}

/** Refuse un mineur qui n'est pas du foyer évalué. */
export function verifyMineurs(cible: InformationCible, mineurs: readonly (string | null)[]): void {
  const connus = new Set<string | null>([null, ...cible.mineurs.map(({ id }) => id)]);
  if (mineurs.some((id) => !connus.has(id))) throw new Refus('Ce mineur n’est pas de cette information.');
}
