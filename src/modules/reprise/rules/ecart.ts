/** Ce qui change entre une fiche et une ligne de fichier. Une cellule vide ne change rien : un import n'efface jamais. */
import { isJourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { normaliseNom } from '#shared/nom-propre.ts';

type Ecart = { champ: string; avant: string; apres: string };
type Valeurs = Readonly<Record<string, unknown>>;

/**
 * Les colonnes remplies dans le fichier et différentes dans la fiche. Un nom (`noms`) écrit en capitales ou sans accents
 * est le même nom : les vieux logiciels n'en connaissent pas d'autres.
 */
export function computeChangements(
  avant: Valeurs,
  apres: Valeurs,
  noms: readonly string[] = [],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(apres).filter(
      ([colonne, valeur]) =>
        valeur !== null && valeur !== '' && !isMemeValeur(avant[colonne], valeur, noms.includes(colonne)),
    ),
  );
}

/** Les mêmes, en clair, pour les seules colonnes qui ont un titre. */
export function computeEcarts(avant: Valeurs, changements: Valeurs, titres: Readonly<Record<string, string>>): Ecart[] {
  return Object.entries(changements).flatMap(([colonne, valeur]) => {
    const champ = titres[colonne];
    return champ ? [{ champ, avant: formatValeur(avant[colonne]), apres: formatValeur(valeur) }] : [];
  });
}

function isMemeValeur(avant: unknown, apres: unknown, estNom: boolean): boolean {
  const [a, b] = [String(avant ?? ''), String(apres ?? '')];
  return estNom ? normaliseNom(a) === normaliseNom(b) : a === b;
}

function formatValeur(valeur: unknown): string {
  if (valeur === null || valeur === undefined || valeur === '') return '';
  const texte = String(valeur);
  return isJourCivil(texte) ? formatJour(texte, 'court') : texte;
}
