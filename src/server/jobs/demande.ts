/** Demander un travail de fond, depuis une page ou une commande : la demande vaut si l'acte qui la fait est validé. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Json } from '#database/types.generated.ts';
import { createIdentifiant } from '#shared/identifiant.ts';

export const CANAL = 'marelle_travaux';
export const REQUETE_EN_ATTENTE = 'select exists (select 1 from travaux.demande where prise_le is null)';

type Demande = { travail: string; cle: string | null; donnees: Record<string, Json> };

/** `parId` nul : le système demande. */
export async function recordDemande(
  tx: Transaction,
  demande: Partial<Demande> & { travail: string },
  parId: string | null,
): Promise<void> {
  const { travail, cle = null, donnees = {} } = demande;
  await tx
    .insertInto('travaux.demande')
    .values({ id: createIdentifiant(), travail, cle, donnees: JSON.stringify(donnees), parId })
    .execute();
}

/** Les demandes que cette Marelle sait faire et que personne n'a prises ; elles le sont désormais. */
export async function updateDemandesPrises(tx: Transaction, travaux: readonly string[]): Promise<Demande[]> {
  const { rows } = await sql<Demande>`
    update travaux.demande set prise_le = clock_timestamp() where id in (
      select d.id from travaux.demande d where d.prise_le is null and d.travail = any (${travaux})
      order by d.demandee_le, d.id for update skip locked)
    returning travail, cle, donnees`.execute(tx);
  return rows;
}
