import { type ModuleDeclare, modules, portes } from '#modules/niveaux.ts';

export const FICHIER_CARTE = 'docs/architecture.md';
const DEBUT = '<!-- carte des modules : générée, ne pas modifier à la main -->';
const FIN = '<!-- fin de la carte -->';

function buildNiveau(niveau: number, duNiveau: readonly ModuleDeclare[]): string {
  return duNiveau.map(({ nom, sujet }) => `| ${niveau} | \`${nom}\` | ${sujet} |`).join('\n');
}

/** La carte des modules, tirée de src/modules/niveaux.ts. */
export function buildCarte(): string {
  const niveaux = [...new Set(modules.map((module) => module.niveau))].sort((a, b) => b - a);
  const lignes = niveaux.map((niveau) =>
    buildNiveau(
      niveau,
      modules.filter((module) => module.niveau === niveau),
    ),
  );
  return [
    DEBUT,
    '',
    `Un module importe seulement des modules d'un niveau inférieur, par ${portes.map((porte) => `\`${porte}\``).join(' ou ')}.`,
    '',
    '| niveau | module | sujet |',
    '|---|---|---|',
    ...lignes,
    '| 0 | `shared` | le vocabulaire pur : jours civils, délais, textes, échéances, verdicts, identifiants |',
    '',
    FIN,
  ].join('\n');
}

/** Remplace la carte dans la page, sans toucher au reste. */
export function updateCarte(page: string): string {
  const [avant, reste] = page.split(DEBUT);
  const apres = reste?.split(FIN)[1];
  if (avant === undefined || apres === undefined) throw new Error(`${FICHIER_CARTE} a perdu les repères de sa carte.`);
  return `${avant}${buildCarte()}${apres}`;
}
