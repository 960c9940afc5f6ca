/**
 * Ce qu'un accord vaut dépend de ce que le hasard seul en donnerait : deux MARTIN se rencontrent souvent, deux LECOUTEY
 * presque jamais. Les repères disent ces chances, tirées des listes comparées, à défaut de la population française.
 */
import { computeHasard, HASARD_DES_NOMS, HASARD_DES_PRENOMS, type Hasard, type HasardSuppose } from './hasard.ts';
import { computeHasardDesDates, type HasardDesDates } from './hasard-dates.ts';
import type { IdentitePreparee } from './identite-preparee.ts';
import type { NomLu } from './nom-lu.ts';
import { PARTS_DES_NOMS, PARTS_DES_PRENOMS } from './noms-repandus.ts';

export type ReperesDeNom = {
  /** Part des personnes qui portent ce nom, à l'écriture près. */
  readonly frequence: (nom: NomLu) => number;
  readonly frequencePrononcee: (nom: NomLu) => number;
  readonly hasard: Hasard;
};

export type Reperes = {
  readonly nom: ReperesDeNom;
  readonly prenom: ReperesDeNom;
  /** Entre combien de jours les naissances se partagent. */
  readonly jours: number;
  readonly hasardDesDates: HasardDesDates;
  readonly frequenceDate: Frequence;
  readonly frequenceAdresse: Frequence;
  readonly frequenceRue: Frequence;
  readonly frequenceLieu: Frequence;
  readonly frequenceTelephone: Frequence;
};

type Frequence = (valeur: string) => number;

/** Poids du tableau français face à la liste, en personnes. */
const POIDS_DU_TABLEAU = 400;

/** Repères de la population française, pour comparer deux personnes sans liste. `annees` : l'étendue des naissances. */
export function buildReperesGeneraux(annees: number): Reperes {
  return buildReperes([], [], annees);
}

/**
 * Repères tirés des personnes comparées. `groupes` donne à chaque fiche le numéro de la personne qu'on lui croit : une
 * valeur ne compte qu'une fois par personne, sinon les doubles d'une fiche la feraient paraître banale.
 */
export function buildReperes(
  fiches: readonly IdentitePreparee[],
  groupes: readonly number[] = fiches.map((_, rang) => rang),
  anneesSupposees = 80,
): Reperes {
  const comptes = (lire: Lecture) => countPersonnes(fiches, groupes, lire);
  const annees = computeEtendue(
    comptes(({ date }) => date?.annee),
    anneesSupposees,
  );
  return {
    nom: buildReperesDeNom(fiches, comptes, 'nom'),
    prenom: buildReperesDeNom(fiches, comptes, 'prenom'),
    jours: annees * 365.25,
    hasardDesDates: computeHasardDesDates(
      fiches.flatMap(({ date }) => date ?? []),
      annees,
    ),
    frequenceDate: buildFrequence(
      comptes(({ date }) => date && date.annee + date.mois + date.jour),
      0,
    ),
    frequenceAdresse: buildFrequence(
      comptes(({ adresse }) => adresse?.texte),
      0.00001,
    ),
    frequenceRue: buildFrequence(
      comptes(({ adresse }) => adresse?.rue),
      0.0005,
    ),
    frequenceLieu: buildFrequence(
      comptes(({ lieu }) => formatLieu(lieu.codePostal, lieu.commune)),
      0.005,
    ),
    frequenceTelephone: buildFrequence(
      comptes(({ telephone }) => telephone),
      0.000001,
    ),
  };
}

export function formatLieu(codePostal: string, commune: string): string {
  return codePostal || commune ? `${codePostal} ${commune}` : '';
}

/** Combien de personnes portent chaque valeur, et combien en portent une. */
type Comptes = { parValeur: ReadonlyMap<string, number>; total: number };
type Lecture = (fiche: IdentitePreparee) => string | null | undefined;

function countPersonnes(fiches: readonly IdentitePreparee[], groupes: readonly number[], lire: Lecture): Comptes {
  const vues = new Set<string>();
  const parValeur = new Map<string, number>();
  for (const [rang, fiche] of fiches.entries()) {
    const valeur = lire(fiche);
    const cle = `${groupes[rang]} ${valeur}`;
    if (!valeur || vues.has(cle)) continue;
    vues.add(cle);
    parValeur.set(valeur, (parValeur.get(valeur) ?? 0) + 1);
  }
  return { parValeur, total: vues.size };
}

const TABLEAUX = { nom: PARTS_DES_NOMS, prenom: PARTS_DES_PRENOMS } as const;
const HASARDS: Record<'nom' | 'prenom', HasardSuppose> = { nom: HASARD_DES_NOMS, prenom: HASARD_DES_PRENOMS };

function buildReperesDeNom(
  fiches: readonly IdentitePreparee[],
  comptes: (lire: Lecture) => Comptes,
  champ: 'nom' | 'prenom',
): ReperesDeNom {
  const { parts, rare } = TABLEAUX[champ];
  const ecrits = comptes((fiche) => fiche[champ]?.noyau);
  const prononces = comptes((fiche) => fiche[champ]?.phonetique);
  const estime = ({ parValeur, total }: Comptes, valeur: string, part: number) =>
    total === 0 ? part : (countAutres(parValeur.get(valeur)) + POIDS_DU_TABLEAU * part) / (total + POIDS_DU_TABLEAU);
  const frequence = ({ colle, noyau }: NomLu) => estime(ecrits, noyau, parts.get(colle) ?? rare);
  const frequences = new Map<NomLu, number>();
  const getFrequence = (nom: NomLu) => {
    const connue = frequences.get(nom) ?? frequence(nom);
    frequences.set(nom, connue);
    return connue;
  };
  return {
    frequence: getFrequence,
    frequencePrononcee: (nom) => Math.max(estime(prononces, nom.phonetique, 0), getFrequence(nom)),
    hasard: computeHasard(
      fiches.flatMap((fiche) => fiche[champ] ?? []),
      HASARDS[champ],
    ),
  };
}

/** Part d'une valeur parmi les personnes ; `sansListe` s'il n'y en a pas. */
function buildFrequence({ parValeur, total }: Comptes, sansListe: number): Frequence {
  return (valeur) => (total === 0 ? sansListe : countAutres(parValeur.get(valeur)) / Math.max(total, 200));
}

/** La personne comparée ne se compte pas elle-même ; une valeur vue une fois n'est pas pour autant impossible. */
function countAutres(compte = 0): number {
  return Math.max(compte - 1, 0.4);
}

/** Nombre d'années entre lesquelles les naissances se partageraient également ; les années isolées ne comptent guère. */
function computeEtendue({ parValeur, total }: Comptes, supposees: number): number {
  if (total < 50) return supposees;
  const personnes = [...parValeur.values()].reduce((somme, compte) => somme + compte, 0);
  const carres = [...parValeur.values()].reduce((somme, compte) => somme + (compte / personnes) ** 2, 0);
  return Math.max(2, 1 / carres);
}
