import type { Contexte } from '#database/as-agent.ts';

/** Combien de mesures l'onglet du dossier annonce ; une inscription annulée n'en est pas une. */
export async function countMesuresDe({ tx }: Contexte, enfantId: string): Promise<number> {
  const { nombre } = await tx
    .selectFrom('mesures.mesure')
    .select((e) => e.fn.countAll<number>().as('nombre'))
    .where('enfantId', '=', enfantId)
    .where('etat', '<>', 'annulee')
    .executeTakeFirstOrThrow();
  return Number(nombre);
}
