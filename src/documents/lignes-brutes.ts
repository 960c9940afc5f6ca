/** Une ligne brute : son numéro tel que le tableur l'affiche (la première est 1) et ses cellules. */
export type LigneBrute = { numero: number; cellules: string[] };

/** Lignes d'un fichier, et ce qu'il faut dire de la façon dont on l'a lu. */
export type SourceDeLignes = { lignes: AsyncIterable<LigneBrute> | Iterable<LigneBrute>; avertissements: string[] };
