type Rendue = { valeurs: Record<string, string | string[]> } | undefined;

/** Ce qui vient d'être coché, à défaut ce qui est enregistré. */
export function readListe(rendue: Rendue, nom: string, enregistre: readonly number[] = []): string[] {
  if (!rendue) return enregistre.map(String);
  const brut = rendue.valeurs[nom] ?? [];
  return Array.isArray(brut) ? brut : [brut];
}
