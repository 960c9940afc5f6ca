import type { NatureDocument } from '#modules/trames/index.ts';

// Chaque module déclare les documents qu'il sait faire dans exports/trames.ts, sous le nom `trames`.
const parModule = import.meta.glob<readonly NatureDocument[]>('../modules/*/exports/trames.ts', {
  eager: true,
  import: 'trames',
});

const comparaison = new Intl.Collator('fr');
const natures = Object.values(parModule)
  .flat()
  .sort((a, b) => comparaison.compare(a.groupe, b.groupe) || comparaison.compare(a.titre, b.titre));
const double = natures.find(({ cle }, rang) => natures.findIndex((autre) => autre.cle === cle) !== rang);
if (double) throw new RangeError(`Deux documents portent la clé « ${double.cle} ».`);

/** Tous les documents que Marelle sait faire, rangés par sujet. */
export function listNatures(): readonly NatureDocument[] {
  return natures;
}

export function findNature(cle: string): NatureDocument | undefined {
  return natures.find((nature) => nature.cle === cle);
}
