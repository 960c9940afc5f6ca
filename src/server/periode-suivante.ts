import type { Transaction } from '#database/connection.ts';
import type { DB } from '#database/types.generated.ts';
import { Conflit, Refus } from '#server/errors.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDaterange, parseDaterange } from '#shared/periode.ts';

type TablesAvec<Colonnes> = { [T in keyof DB]: DB[T] extends Colonnes ? T : never }[keyof DB];
type TableAPeriode = TablesAvec<{ id: unknown; periode: unknown }>;
type TableVersionnee = TablesAvec<{ id: unknown; periode: unknown; version: unknown }>;

/**
 * Une ligne nouvelle prend la suite : celles qui courent finissent la veille. Si une ligne commence ce jour-là ou après,
 * l'acte est refusé : on ne réécrit pas l'histoire sans le dire.
 */
export function computeClotures(
  lignes: readonly { id: string; periode: string }[],
  du: JourCivil,
  quoi: string,
): { id: string; periode: string }[] {
  const vues = lignes.map(({ id, periode }) => ({ id, ...parseDaterange(periode) }));
  const gene = vues.find((ligne) => ligne.du >= du);
  if (gene) throw new Refus(`${quoi} commence déjà le ${formatJour(gene.du, 'long')} : corrigez-le d’abord.`, [], 'du');
  const closes = vues.filter(({ au }) => au === null || au >= du);
  return closes.map(({ id, du: debut }) => ({ id, periode: formatDaterange({ du: debut, au: addJours(du, -1) }) }));
}

/** Clôt dans la base ce que `computeClotures` a trouvé. */
export async function closeLignesEnCours(
  tx: Transaction,
  table: TableAPeriode,
  lignes: readonly { id: string; periode: string }[],
  du: JourCivil,
  quoi: string,
): Promise<void> {
  for (const { id, periode } of computeClotures(lignes, du, quoi))
    await tx.updateTable(table).set({ periode }).where('id', '=', id).execute();
}

/** La période d'une ligne qui finit : la fin ne précède pas le début. */
export function computeFin(periode: string, au: JourCivil): string {
  const { du } = parseDaterange(periode);
  if (au < du) throw new Refus(`La fin précède le début (${formatJour(du, 'long')}).`, [], 'au');
  return formatDaterange({ du, au });
}

type Fin = { id: string; version: number; au: JourCivil };

/** Met fin à une ligne versionnée ; si quelqu'un l'a changée entre-temps, montre sa version. */
export async function closeLigne(
  tx: Transaction,
  table: TableVersionnee,
  { id, version, au }: Fin,
  periode: string,
  conflit: string,
): Promise<void> {
  const [change] = await tx
    .updateTable(table)
    .set({ periode: computeFin(periode, au), version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .returning('id')
    .execute();
  if (!change) throw new Conflit(conflit, formatPeriodeActuelle(periode));
}

/** La période enregistrée par quelqu'un d'autre entre-temps, à montrer en cas de conflit. */
function formatPeriodeActuelle(periode: string): Record<string, string> {
  const { du, au } = parseDaterange(periode);
  return { Depuis: formatJour(du, 'long'), 'Dernier jour': au ? formatJour(au, 'long') : 'sans fin' };
}
