/** Combien d'enfants un agent voit, dossiers ouverts, et ce qui leur manque. */
export type Situations = { suivis: number; sansSuivi: number; statutADeterminer: number; naissanceInconnue: number };
