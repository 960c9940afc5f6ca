import type { Contexte } from '#database/as-agent.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { canImporterBadges } from '../droits.ts';

/** Les pages d'import n'existent que pour qui accueille. */
export function verifyImport({ agent }: Contexte): void {
  if (!canImporterBadges(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
}

/** Les crèches de son périmètre, par territoire. */
export async function listChoixCreches({
  tx,
  aujourdhui,
}: Contexte): Promise<{ valeur: string; libelle: string; groupe?: string }[]> {
  const creches = await listEtablissementsOuverts(tx, { du: aujourdhui, au: aujourdhui });
  return creches.map(({ id, nom, territoire }) => ({
    valeur: id,
    libelle: nom,
    ...(territoire === null ? {} : { groupe: territoire }),
  }));
}
