/** Les paires rapprochées, en CSV : id1, id2, score, verdict, raisons. */
import type { Ressemblance } from '../ressemblance.ts';

export const COLONNES_DES_PAIRES = ['id1', 'id2', 'score', 'verdict', 'raisons'] as const;

export type PaireEcrite = Ressemblance & { id1: string; id2: string };

export function buildPairesCsv(paires: readonly PaireEcrite[]): string {
  const lignes = paires.map(({ id1, id2, score, verdict, raisons }) =>
    [formatCellule(id1), formatCellule(id2), score.toFixed(6), verdict, formatCellule(formatRaisons(raisons))].join(
      ',',
    ),
  );
  return [COLONNES_DES_PAIRES.join(','), ...lignes, ''].join('\n');
}

/** « même nom (+10,2) ; prénom à une lettre près (+4,1) ; au départ (−12,5) » : la somme donne le score. */
function formatRaisons(raisons: Ressemblance['raisons']): string {
  return raisons.map(({ texte, points }) => `${texte} (${formatPoints(points)})`).join(' ; ');
}

function formatPoints(points: number): string {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1).replace('.', ',')}`;
}

function formatCellule(texte: string): string {
  return /[",\r\n]/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}
