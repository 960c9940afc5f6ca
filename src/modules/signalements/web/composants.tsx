/** Ce que la page des suites montre d'un signalement : sa ligne, son adresse, et de quoi l'écrire en décidant. */
export { formatAdresseSignalement } from './adresses.ts';
export { ChampsSaisine } from './champs-saisine.tsx';
export { buildSaisinePreparee } from './saisine-view.ts';
export { buildLigneSignalement } from './signalement-view.ts';
