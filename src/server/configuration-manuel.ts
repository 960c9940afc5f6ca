import { VARIABLES_D_ENVIRONNEMENT } from './configuration.ts';

const DEBUT = '<!-- variables : tirées de src/server/configuration.ts par « node docs/generate-configuration.mjs » -->';
const FIN = '<!-- fin des variables -->';

/** Le manuel, sa table des variables refaite ; le reste du texte ne bouge pas. */
export function buildManuel(texte: string): string {
  const [debut, fin] = [texte.indexOf(DEBUT), texte.indexOf(FIN)];
  if (debut === -1 || fin === -1) throw new Error('Le manuel n’a plus ses deux repères de la table des variables.');
  return `${texte.slice(0, debut)}${DEBUT}\n\n${buildTableau()}\n\n${texte.slice(fin)}`;
}

function buildTableau(): string {
  const lignes = VARIABLES_D_ENVIRONNEMENT.map(({ nom, description, defaut, defautDeduit, attendu, secret }) => {
    const valeur = defaut === undefined ? (defautDeduit ?? '—') : `\`${defaut}\``;
    return `| \`${nom}\` | ${description}${secret ? ' **Secrète.**' : ''} Attend ${attendu}. | ${valeur} |`;
  });
  return ['| variable | ce qu’elle règle | par défaut |', '|---|---|---|', ...lignes].join('\n');
}
