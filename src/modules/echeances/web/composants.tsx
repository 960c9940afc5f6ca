/** Ce que la page « Que doit-on, et quand ? » montre d'un fait : ses champs, tirés de son schéma. */
export { ChampDuFait, formatPhrase } from './champ-du-fait.tsx';
