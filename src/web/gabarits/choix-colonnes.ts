import { buildTemoin, findTemoin } from '../cadre/preferences.ts';
import type { Colonne } from '../ui/tableau.tsx';

export type ChoixDeColonnes = {
  /** Les colonnes facultatives demandées ; nul tant que rien n'a été choisi. */
  choisies: readonly string[] | null;
  /** À poser dans la réponse (`Set-Cookie`) quand le choix vient d'être fait. */
  temoin?: string;
};

/** Lit le choix dans l'adresse (`col`), à défaut dans le témoin de cette liste. */
export function parseColonnes(request: Request, liste: string, securise: boolean): ChoixDeColonnes {
  const demandees = new URL(request.url).searchParams.getAll('col');
  if (demandees.length > 0) {
    // Seules des clés simples entrent dans le témoin : il repart dans un en-tête.
    const choisies = demandees.filter((cle) => /^[\w-]+$/.test(cle));
    return { choisies, temoin: buildTemoin(`colonnes-${liste}`, choisies.join('.'), securise) };
  }
  const gardees = findTemoin(request.headers.get('cookie'), `colonnes-${liste}`);
  return { choisies: gardees === undefined ? null : gardees.split('.').filter(Boolean) };
}

/** Les colonnes à montrer : les fixes toujours, les facultatives selon le choix. */
export function computeColonnes<Ligne>(
  colonnes: readonly Colonne<Ligne>[],
  choisies: readonly string[] | null | undefined,
): Colonne<Ligne>[] {
  return colonnes.filter(({ cle, facultative }) => {
    if (!facultative) return true;
    return choisies ? choisies.includes(cle) : facultative !== 'absente';
  });
}
