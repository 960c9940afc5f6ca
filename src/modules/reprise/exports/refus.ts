/** Le fichier des lignes refusées : les colonnes d'origine et la raison. Corrigé, il se dépose à nouveau tel quel. */
import { buildClasseur, buildFeuille } from '#documents/tableur-ecriture.ts';
import { COLONNE_MOTIF, formatMotifs, type RefusDeColonne } from '../importation.ts';

export type LigneRefusee = { brut: Record<string, string>; refus: readonly RefusDeColonne[] };
type Refusees = AsyncIterable<LigneRefusee>;

export async function buildRefusClasseur(entetes: readonly string[], lignes: Refusees): Promise<Buffer> {
  const originales = entetes.map((titre) => ({
    titre,
    type: 'texte' as const,
    valeur: ({ brut }: LigneRefusee) => brut[titre],
  }));
  const motif = {
    titre: COLONNE_MOTIF,
    type: 'texte' as const,
    largeur: 60,
    valeur: ({ refus }: LigneRefusee) => formatMotifs(refus),
  };
  return buildClasseur([buildFeuille({ nom: 'Lignes refusées', colonnes: [...originales, motif], lignes })]);
}

/** Point-virgule et marque d'ordre : un double-clic l'ouvre bien dans un tableur français. */
export async function buildRefusCsv(entetes: readonly string[], lignes: Refusees): Promise<Buffer> {
  const morceaux = [formatLigne([...entetes, COLONNE_MOTIF])];
  for await (const { brut, refus } of lignes)
    morceaux.push(formatLigne([...entetes.map((titre) => brut[titre] ?? ''), formatMotifs(refus)]));
  return Buffer.from(`\ufeff${morceaux.join('')}`, 'utf8');
}

function formatLigne(cellules: readonly string[]): string {
  return `${cellules.map((cellule) => (/[";\r\n]/.test(cellule) ? `"${cellule.replaceAll('"', '""')}"` : cellule)).join(';')}\r\n`;
}
