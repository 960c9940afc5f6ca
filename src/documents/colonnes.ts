/** Reconnaître les colonnes d'un fichier reçu : correspondance gardée, puis nom, puis synonymes. */
import { normaliseLibelle } from '#shared/nom-propre.ts';

/** Un champ qu'on sait lire. `cle` : son nom dans la saisie, « dateNaissance ». */
export type ChampAttendu = { cle: string; titre: string; synonymes?: readonly string[]; obligatoire?: boolean };

/** Correspondance gardée d'un import à l'autre : titre du fichier → clé du champ, `null` pour ne pas lire la colonne. */
export type CorrespondanceGardee = Readonly<Record<string, string | null>>;

export type Correspondance = {
  /** Clé du champ → titre dans le fichier. */
  champs: Record<string, string>;
  /** Colonnes que rien ne reconnaît : elles ne seront pas lues. */
  inconnues: string[];
  /** Colonnes reconnues pour un champ déjà pris par une autre. */
  doublons: { titre: string; cle: string }[];
  /** Champs obligatoires sans colonne. */
  manquantes: ChampAttendu[];
};

// « Date de naissance », « DATE NAISSANCE » et « date_de_naissance » sont le même titre.
const MOTS_VIDES = new Set(['de', 'du', 'des', 'd', 'la', 'le', 'les', 'l', 'a', 'au', 'en']);

/** Associe les titres d'un fichier aux champs attendus. Chaque champ prend au plus une colonne, la première du fichier. */
export function computeCorrespondance(
  entetes: readonly string[],
  champs: readonly ChampAttendu[],
  gardee: CorrespondanceGardee = {},
): Correspondance {
  const reconnus = buildIndex(champs);
  const choix = new Map(Object.entries(gardee).map(([titre, cle]) => [buildCle(titre), cle]));
  const resultat: Correspondance = { champs: {}, inconnues: [], doublons: [], manquantes: [] };
  const colonnes = entetes.map((titre) => {
    const choisie = choix.get(buildCle(titre));
    const valable = choisie === null || champs.some(({ cle }) => cle === choisie);
    return { titre, cle: valable ? choisie : reconnus.get(buildCle(titre)), choisie: valable && choisie !== undefined };
  });
  // Ce qu'une personne a choisi passe avant ce que le nom laisse deviner.
  for (const { titre, cle } of colonnes.toSorted((a, b) => Number(b.choisie) - Number(a.choisie))) {
    if (cle === null) continue;
    if (cle === undefined) resultat.inconnues.push(titre);
    else if (Object.hasOwn(resultat.champs, cle)) resultat.doublons.push({ titre, cle });
    else resultat.champs[cle] = titre;
  }
  resultat.manquantes = champs.filter(({ cle, obligatoire }) => obligatoire && !Object.hasOwn(resultat.champs, cle));
  return resultat;
}

/** Valeurs d'une ligne rangées par clé de champ ; un champ sans colonne vaut « ». */
export function buildSaisie(
  valeurs: Readonly<Record<string, string>>,
  champs: readonly ChampAttendu[],
  { champs: titres }: Pick<Correspondance, 'champs'>,
): Record<string, string> {
  return Object.fromEntries(champs.map(({ cle }) => [cle, valeurs[titres[cle] ?? ''] ?? '']));
}

function buildIndex(champs: readonly ChampAttendu[]): Map<string, string> {
  const index = new Map<string, string>();
  for (const { cle, titre, synonymes = [] } of champs)
    for (const nom of [titre, cle, ...synonymes]) if (!index.has(buildCle(nom))) index.set(buildCle(nom), cle);
  return index;
}

/** « dateNaissance », « Date de naissance * » et « DATE_NAISSANCE » ont la même clé. */
function buildCle(titre: string): string {
  const mots = normaliseLibelle(titre.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')).split(' ');
  const pleins = mots.filter((mot) => !MOTS_VIDES.has(mot));
  return (pleins.length > 0 ? pleins : mots).join(' ');
}
