/**
 * Une ligne qui dépassera son budget, ou qui ne le consommera pas, s'arbitre (DEP-02).
 *
 * Ce que dit le référentiel : alerte si l'atterrissage dépasse 105 % du budget, ou reste sous 80 %.
 * Comment il est lu ici : l'arbitrage est dû depuis le jour où l'atterrissage a passé le seuil, pour un délai que fixe le département. Entre
 * deux écritures le rythme baisse de lui-même : on ne passe le seuil vers le haut qu'un jour d'écriture, ou le jour où le rythme commence à
 * se lire ; on passe sous le seuil bas un jour quelconque, et une dépense en relève. Revenue d'elle-même entre les seuils, la ligne ne doit
 * plus rien ; arbitrée, elle ne doit rien de nouveau tant qu'elle n'y est pas revenue. L'exercice fini, il n'est plus temps d'arbitrer.
 * Non traité : la saison ; une ligne qui s'achète d'un coup en fin d'année est due dès que le rythme se lit, et s'assume.
 */
import { addJours, differenceEnJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, type Fait, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { ARBITRAGE, ENGAGEMENT, LIGNE_BUDGETAIRE, MANDATEMENT } from '../faits.ts';
import type { SommesLigne } from '../ligne-budget.ts';
import { type Alerte, type Atterrissage, computeAtterrissage, type Seuils } from './atterrissage.ts';
import { getExercice, getFinExercice } from './exercice.ts';
import { BUDGET_LOCAL, readReglages } from './reglages.ts';

type Ecritures = Readonly<{
  ligne: Fait<typeof LIGNE_BUDGETAIRE>;
  engagements: readonly Fait<typeof ENGAGEMENT>[];
  mandatements: readonly Fait<typeof MANDATEMENT>[];
  arbitrages: readonly Fait<typeof ARBITRAGE>[];
}>;

/** Ce qui suit le nom de la ligne, ce que fait l'atterrissage, et ce qui distingue les deux échéances d'un même jour. */
const SENS = {
  DEPASSEMENT: { suite: '', passe: 'passe', cle: '' },
  SOUS_CONSOMMATION: { suite: ', qui sera sous-consommée', passe: 'reste sous', cle: ' bas' },
} as const satisfies Record<Alerte, object>;

/** Un passage du seuil ; `arbitreLe` quand quelqu'un a tranché. */
type Passage = { depuis: JourCivil; arbitreLe: JourCivil | null };

function listArbitrages(dossier: Dossier): Obligation[] {
  const { seuils, joursArbitrage } = readReglages(dossier);
  return listEcritures(dossier).flatMap((ecritures) => {
    const { ligne } = ecritures;
    const fin = getFinExercice(getExercice(ligne.date));
    const dernier = dossier.aujourdhui < fin ? dossier.aujourdhui : fin;
    return (Object.keys(SENS) as Alerte[]).flatMap((alerte) =>
      listPassages({ ecritures, seuils, dernier, alerte }).map(({ depuis, arbitreLe }) => ({
        cle: `${ligne.ligne} ${depuis}${SENS[alerte].cle}`,
        depuis,
        pour: addJours(depuis, joursArbitrage),
        faiteLe: arbitreLe,
        eteinteLe: arbitreLe === null && dossier.aujourdhui > fin ? addJours(fin, 1) : null,
        libelle: `Arbitrer la ligne « ${ligne.libelle ?? ligne.ligne} »${SENS[alerte].suite}`,
        etapes: () => [
          `Le ${formatJour(depuis, 'long')}, l’atterrissage ${SENS[alerte].passe} ${alerte === 'DEPASSEMENT' ? seuils.haut : seuils.bas} % du budget.`,
          ...computeLe(ecritures, depuis, seuils).etapes,
        ],
      })),
    );
  });
}

function listEcritures(dossier: Dossier): Ecritures[] {
  const engagements = Map.groupBy(listFaits(dossier, ENGAGEMENT), ({ ligne }) => ligne);
  const mandatements = Map.groupBy(listFaits(dossier, MANDATEMENT), ({ ligne }) => ligne);
  const arbitrages = Map.groupBy(listFaits(dossier, ARBITRAGE), ({ ligne }) => ligne);
  const lignes = new Map(listFaits(dossier, LIGNE_BUDGETAIRE).map((ligne) => [ligne.ligne, ligne]));
  return [...lignes.values()].map((ligne) => ({
    ligne,
    engagements: engagements.get(ligne.ligne) ?? [],
    mandatements: mandatements.get(ligne.ligne) ?? [],
    arbitrages: arbitrages.get(ligne.ligne) ?? [],
  }));
}

type Recherche = Readonly<{ ecritures: Ecritures; seuils: Seuils; dernier: JourCivil; alerte: Alerte }>;

function listPassages(recherche: Recherche): Passage[] {
  const { ecritures, dernier } = recherche;
  const passages: Passage[] = [];
  let depuis: JourCivil | null = null;
  let tranche = false;
  for (const jour of listJoursDePassage(recherche)) {
    // Revenue d'elle-même entre les seuils depuis la dernière écriture.
    if (!isPassee(recherche, addJours(jour, -1))) [depuis, tranche] = [null, false];
    if (isPassee(recherche, jour, true)) depuis ??= tranche ? null : jour;
    else [depuis, tranche] = [null, false];
    if (depuis !== null && ecritures.arbitrages.some(({ date }) => date === jour)) {
      passages.push({ depuis, arbitreLe: jour });
      [depuis, tranche] = [null, true];
    }
  }
  if (depuis !== null && isPassee(recherche, dernier)) passages.push({ depuis, arbitreLe: null });
  return passages;
}

const isPassee = ({ ecritures, seuils, alerte }: Recherche, jour: JourCivil, avant = false): boolean =>
  computeLe(ecritures, jour, seuils, avant).alerte === alerte;

/** Les jours d'écriture ; et, entre deux, celui où le rythme qui baisse mène sous le seuil bas. */
function listJoursDePassage(recherche: Recherche): JourCivil[] {
  const { ecritures, seuils, dernier, alerte } = recherche;
  const ecrits = listJoursDEcriture(ecritures, seuils, dernier);
  if (alerte === 'DEPASSEMENT') return ecrits;
  return ecrits.flatMap((jour, rang) => {
    const suivant = ecrits[rang + 1];
    const baisse = findBaisse(recherche, jour, suivant === undefined ? dernier : addJours(suivant, -1));
    return baisse === undefined ? [jour] : [jour, baisse];
  });
}

/** Le premier jour sous le seuil après `du`, d'ici `au` : sans écriture, l'atterrissage ne fait que baisser. */
function findBaisse(recherche: Recherche, du: JourCivil, au: JourCivil): JourCivil | undefined {
  if (au <= du || isPassee(recherche, du) || !isPassee(recherche, au)) return undefined;
  let [hors, sous] = [0, differenceEnJours(du, au)];
  while (sous - hors > 1) {
    const milieu = (hors + sous) >> 1;
    if (isPassee(recherche, addJours(du, milieu))) sous = milieu;
    else hors = milieu;
  }
  return addJours(du, sous);
}

/** Les jours où l'atterrissage peut monter, dans la ligne et jusqu'à `dernier`. */
function listJoursDEcriture(
  { ligne, ...ecritures }: Ecritures,
  { joursAvantRythme }: Seuils,
  dernier: JourCivil,
): JourCivil[] {
  const rythme = addJours(ligne.date, Math.max(0, joursAvantRythme - 1));
  const dates = [...ecritures.engagements, ...ecritures.mandatements, ...ecritures.arbitrages].map(({ date }) => date);
  return [...new Set([...dates, rythme, ligne.date])]
    .filter((jour) => ligne.date <= jour && jour <= dernier)
    .toSorted();
}

/** Où la ligne en était ce jour ; `avant` : avant l'arbitrage du jour même. */
function computeLe({ ligne, ...ecritures }: Ecritures, jour: JourCivil, seuils: Seuils, avant = false): Atterrissage {
  const engagements = ecritures.engagements.filter(({ date }) => date <= jour);
  const mandatements = ecritures.mandatements.filter(({ date }) => date <= jour);
  const arbitrage = ecritures.arbitrages.findLast(({ date }) => (avant ? date < jour : date <= jour));
  const budgetCentimes = arbitrage?.budgetCentimes ?? ligne.budgetCentimes;
  return computeAtterrissage({ ...addUp(engagements, mandatements), budgetCentimes, du: ligne.date }, jour, seuils);
}

/** Les mêmes sommes que la base fait pour une page. */
function addUp(
  engagements: Ecritures['engagements'],
  mandatements: Ecritures['mandatements'],
): Omit<SommesLigne, 'budgetCentimes'> {
  const somme = (montants: readonly { centimes: number }[]) =>
    montants.reduce((total, { centimes }) => total + centimes, 0);
  const mandate = new Map<string, number>();
  for (const { engagement, centimes } of mandatements)
    mandate.set(engagement, (mandate.get(engagement) ?? 0) + centimes);
  return {
    engageCentimes: somme(engagements),
    mandateCentimes: somme(mandatements),
    resteAMandaterCentimes: engagements.reduce(
      (total, { engagement, centimes }) => total + Math.max(0, centimes - (mandate.get(engagement) ?? 0)),
      0,
    ),
    repeteCentimes: somme(engagements.filter(({ pourExercice }) => pourExercice !== true)),
  };
}

export const REGLES_LIGNE: readonly Regle[] = [
  {
    id: 'DEP-02',
    libelle: 'Arbitrer une ligne qui dépassera son budget, ou ne le consommera pas',
    acteur: 'petite-enfance',
    gravite: 'normale',
    textes: [BUDGET_LOCAL],
    vigueur: { du: jourCivil('1900-01-01'), au: null },
    satisfaite: 'Un arbitrage de la ligne est inscrit.',
    arretee: 'L’atterrissage revient entre les seuils, ou l’exercice finit.',
    list: listArbitrages,
  },
];
