import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { buildClasseur, buildFeuille, type ColonneEcrite } from './tableur-ecriture.ts';

type Export<T> = { nom: string; colonnes: readonly ColonneEcrite<T>[]; lignes: readonly T[]; jour: JourCivil };

/** Le classeur d'une liste, daté en pied de page. */
export function buildClasseurDeListe<T>({ nom, colonnes, lignes, jour }: Export<T>): Promise<Buffer> {
  const piedDePage = `Marelle, ${nom.toLocaleLowerCase('fr')}, ${formatJour(jour, 'long')}. Document interne.`;
  return buildClasseur([buildFeuille({ nom, colonnes, lignes, piedDePage })]);
}
