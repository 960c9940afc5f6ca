/** Les balises qu'un document offre à sa trame : ce que l'on écrit entre accolades, ce que cela donne, un exemple. */

/** `{nom}` : une valeur. `autre` est l'exemple de la seconde ligne d'une liste. */
export type BaliseDeTexte = { libelle: string; exemple: string; autre?: string };
/** `{#urgent}…{/urgent}` : ce qui ne paraît que si c'est vrai. */
export type BaliseDeCondition = { libelle: string; exemple: boolean };
/** `{#enfants}…{/enfants}` : ce qui se répète. */
export type BaliseDeListe = { libelle: string; liste: Readonly<Record<string, BaliseDeTexte>> };
export type Balise = BaliseDeTexte | BaliseDeCondition | BaliseDeListe;
export type Balises = Readonly<Record<string, Balise>>;

/** Ce qu'il faut donner pour remplir : une valeur, ou `null` si elle manque, pour chaque balise. */
export type DonneesDe<B extends Balises> = {
  readonly [N in keyof B]: B[N] extends { liste: infer L }
    ? readonly { readonly [C in keyof L]: string | null }[]
    : B[N] extends { exemple: boolean }
      ? boolean
      : string | null;
};

/** Une balise telle qu'elle est écrite dans un document Word. */
export type BaliseEcrite = { nom: string; ecrite: string; role: 'valeur' | 'ouvre' | 'ferme' };

/** Offertes à tous les documents et remplies par Marelle : qui écrit, d'où, quel jour. */
export const BALISES_COMMUNES = {
  departement: { libelle: 'nom du département', exemple: 'Manche' },
  jour: { libelle: 'jour où le document est fait', exemple: '21 novembre 2026' },
  agent: { libelle: 'prénom et nom de qui fait le document', exemple: 'Camille Renouf' },
  agent_poste: { libelle: 'poste de qui fait le document', exemple: 'Référente éducative' },
  agent_unite: { libelle: 'service de qui fait le document', exemple: 'Pôle de Saint-Lô' },
} as const satisfies Balises;

export function isListe(balise: Balise): balise is BaliseDeListe {
  return 'liste' in balise;
}
