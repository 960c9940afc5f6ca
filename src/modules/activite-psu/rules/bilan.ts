/**
 * L'année d'une crèche : ce qui est fait, ce qui s'annonce au 31 décembre, ce que la Caf verserait, ce qui reste à la charge du
 * département (OCC-01 à OCC-06, PSU-06, AFS-04, AFS-05, IND-27).
 *
 * Ce que dit le texte : voir `psu.ts`, `occupation.ts`, `projection.ts`.
 * Comment il est lu ici : la prestation se calcule sur l'année projetée, avec les charges saisies, à défaut celles du prévisionnel. Un
 * mois passé sans compte ou sans présence n'est pas comblé : il se dit. Un mois n'est à vérifier que si ses pointages douteux passent la
 * part que le département admet (IND-27) ; en deçà, leur nombre accompagne les chiffres qui en dépendent.
 * Non traité : les places gelées ; une journée dont aucun pointage n'est resté (le tableau de bord la montre).
 */

import { type Fraction, formatFraction } from '#shared/fraction.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatMois } from '#shared/jour-civil-format.ts';
import { formatDecimales } from '#shared/nombre-format.ts';

import type { BaremePsu } from '../bareme.ts';
import { BONUS, type Exercice, type NatureBonus } from '../exercice.ts';
import type { MoisActivite } from '../mois-activite.ts';
import {
  computeOccupationFinanciere,
  computeOccupationReelle,
  computeParticipationHoraire,
  computePrixRevientPlace,
  computeResteACharge,
} from './occupation.ts';
import {
  type Cumul,
  computeEcartPrevisionnel,
  computeProjection,
  isEcartSignale,
  isSaison,
  type MoisAVenir,
} from './projection.ts';
import { type CalculPsu, computePsu, computeTauxFacturation, type FaitsPsu, type RefusPsu } from './psu.ts';

export type Existence = Readonly<{ du: JourCivil | null; au: JourCivil | null }>;

export type FaitsBilan = Readonly<{
  annee: number;
  aujourdhui: JourCivil;
  /** Depuis quand et jusqu'à quand la crèche existe. */
  existence: Existence;
  places: number;
  fournitTout: boolean;
  mois: readonly MoisActivite[];
  /** Les mois de l'année précédente : la saison. */
  precedents: readonly MoisActivite[];
  exercice: Exercice | undefined;
  bareme: BaremePsu | undefined;
  /** La part de pointages douteux admise ce mois-là, en pour cent. */
  findPartAdmise: (mois: JourCivil) => number;
}>;

export type Doutes = Readonly<{ doutes: number; pointages: number }>;

export type Bilan = Readonly<{
  places: number;
  /** Jusqu'à aujourd'hui. */
  fait: Cumul & { minutesContractees: number };
  /** L'année entière. */
  projete: Cumul;
  methode: readonly string[];
  occupationReelle: Fraction | null;
  occupationFinanciere: Fraction | null;
  tauxFacturation: Fraction | null;
  participationHoraire: Fraction | null;
  faitsPsu: FaitsPsu;
  psu: CalculPsu | RefusPsu;
  chargesCentimes: number | null;
  prixRevientPlaceCentimes: number | null;
  bonusCentimes: number;
  /** Bonus et autres recettes que personne n'a saisis : le reste à charge en est majoré. */
  recettesASaisir: readonly string[];
  resteAChargeCentimes: number | null;
  factureesPrevues: number | null;
  ecartPrevisionnel: Fraction | null;
  ecartSignale: boolean;
  doutes: Doutes;
  /** Les mois dont trop de pointages sont douteux. */
  aVerifier: readonly MoisActivite[];
  alertes: readonly string[];
}>;

export function computeBilan(faits: FaitsBilan): Bilan {
  const { mois, exercice, bareme, places } = faits;
  const fait = computeFait(mois);
  const { saisonniers, ...projete } = computeProjection(fait, listAVenir(faits));
  const chargesCentimes = exercice?.chargesCentimes ?? exercice?.chargesPrevuesCentimes ?? null;
  const faitsPsu = buildFaitsPsu(faits, projete, chargesCentimes);
  const psu = computePsu(bareme, faitsPsu);
  const bonus = computeBonus(exercice);
  const ecartPrevisionnel = computeEcartPrevisionnel(projete.minutesFacturees, exercice?.factureesPrevues ?? null);
  const bilan = {
    places,
    fait,
    projete,
    methode: formatMethode(faits, saisonniers),
    occupationReelle: computeOccupationReelle(fait),
    occupationFinanciere: computeOccupationFinanciere(fait),
    tauxFacturation: computeTauxFacturation(fait.minutesFacturees, fait.minutesRealisees),
    participationHoraire: computeParticipationHoraire(fait.participationsCentimes, fait.minutesFacturees),
    faitsPsu,
    psu,
    chargesCentimes,
    prixRevientPlaceCentimes: computePrixRevientPlace(chargesCentimes, places),
    ...bonus,
    resteAChargeCentimes: computeResteACharge({
      chargesCentimes,
      psuCentimes: psu.issue === 'calcule' ? psu.psuCentimes : null,
      participationsCentimes: projete.participationsCentimes,
      bonusCentimes: bonus.bonusCentimes,
      autresRecettesCentimes: exercice?.autresRecettesCentimes ?? 0,
    }),
    factureesPrevues: exercice?.factureesPrevues ?? null,
    ecartPrevisionnel,
    ecartSignale: isEcartSignale(ecartPrevisionnel),
    doutes: computeDoutes(mois),
    aVerifier: mois.filter((m) => isAVerifier(m, faits.findPartAdmise(m.mois))),
  };
  return { ...bilan, alertes: listAlertes(faits, bilan) };
}

function buildFaitsPsu(faits: FaitsBilan, projete: Cumul, chargesCentimes: number | null): FaitsPsu {
  return {
    annee: faits.annee,
    minutesFacturees: projete.minutesFacturees,
    minutesRealisees: projete.minutesRealisees,
    minutesHorsPresence: faits.exercice?.minutesHorsPresence ?? 0,
    minutesExceptionnelles: faits.exercice?.minutesExceptionnelles ?? 0,
    chargesCentimes,
    participationsCentimes: projete.participationsCentimes,
    fournitTout: faits.fournitTout,
    projete: listRestants(faits).length > 0,
  };
}

function computeFait(mois: readonly MoisActivite[]): Bilan['fait'] {
  const total = (lit: (m: MoisActivite) => number) => mois.reduce((cumul, m) => cumul + lit(m), 0);
  return {
    minutesOuvertes: total((m) => m.minutesOuvertes - m.ouvertesAVenir),
    minutesContractees: total((m) => m.minutesContractees - m.contracteesAVenir),
    minutesFacturees: total((m) => m.minutesFacturees),
    minutesRealisees: total((m) => m.minutesRealisees),
    participationsCentimes: total((m) => m.participationsCentimes),
  };
}

export function computeDoutes(parties: readonly Doutes[]): Doutes {
  const total = (lit: (partie: Doutes) => number) => parties.reduce((cumul, partie) => cumul + lit(partie), 0);
  return { doutes: total(({ doutes }) => doutes), pointages: total(({ pointages }) => pointages) };
}

/** IND-27 : au-delà de la part admise, et non à son niveau. */
export function isAVerifier({ doutes, pointages }: Doutes, partAdmise: number): boolean {
  return 100 * doutes > partAdmise * pointages;
}

function listAVenir(faits: FaitsBilan): MoisAVenir[] {
  return listRestants(faits).map((m) => ({
    ouvertes: m.ouvertesAVenir,
    contractees: m.contracteesAVenir,
    saison: findPrecedent(faits, m) ?? null,
  }));
}

function listRestants({ mois }: FaitsBilan): MoisActivite[] {
  return mois.filter(({ ouvertesAVenir }) => ouvertesAVenir > 0);
}

function findPrecedent({ precedents }: FaitsBilan, { mois }: MoisActivite): MoisActivite | undefined {
  return precedents.find((precedent) => precedent.mois.slice(5) === mois.slice(5));
}

function formatMethode(faits: FaitsBilan, saisonniers: number): string[] {
  const { mois, annee, aujourdhui } = faits;
  const restants = listRestants(faits);
  if (mois.length === 0) return ['Aucun mois n’est compté : rien ne se projette.'];
  if (restants.length === 0)
    return [
      `${aujourdhui > `${annee}-12-31` ? 'L’année est finie' : 'Aucune heure n’est à venir'} : les heures sont celles comptées.`,
    ];
  const ecartes = restants
    .map((m) => findPrecedent(faits, m))
    .filter((precedent) => precedent !== undefined && precedent.minutesContractees > 0 && !isSaison(precedent));
  return [
    `Ce qui est compté, plus les heures des contrats en cours pour ${formatNoms(restants)}, au rapport observé ${
      saisonniers === restants.length ? 'le même mois de l’année précédente' : 'depuis janvier'
    } (AFS-04, hypothèse).`,
    ...(saisonniers > 0 && saisonniers < restants.length
      ? [`${saisonniers} de ces mois ${saisonniers > 1 ? 'suivent' : 'suit'} l’année précédente.`]
      : []),
    ...(ecartes.length > 0
      ? [
          `Sans aucune présence pointée, ${formatNoms(ecartes)} ne ${ecartes.length > 1 ? 'disent' : 'dit'} pas la saison.`,
        ]
      : []),
  ];
}

/** Au-delà de trois, le tableau des mois les montre. */
const formatNomsOuNombre = (mois: readonly MoisActivite[]) =>
  mois.length > 3 ? `${mois.length} mois` : formatNoms(mois);

const formatNoms = (mois: readonly MoisActivite[]) => mois.map((m) => formatMois(m.mois)).join(', ');

function computeBonus(exercice: Exercice | undefined): Pick<Bilan, 'bonusCentimes' | 'recettesASaisir'> {
  const natures = Object.keys(BONUS) as NatureBonus[];
  return {
    bonusCentimes: natures.reduce((total, nature) => total + (exercice?.[nature] ?? 0), 0),
    recettesASaisir: [
      ...natures.filter((nature) => (exercice?.[nature] ?? null) === null).map((nature) => BONUS[nature]),
      ...((exercice?.autresRecettesCentimes ?? null) === null ? ['Autres recettes'] : []),
    ],
  };
}

/** Les mois écoulés dont rien n'est compté, parmi ceux où la crèche existe. */
export function listMoisManquants({
  annee,
  aujourdhui,
  existence: { du, au },
  mois,
}: Pick<FaitsBilan, 'annee' | 'aujourdhui' | 'existence' | 'mois'>): JourCivil[] {
  const comptes = new Set(mois.map((m) => m.mois));
  const manquants: JourCivil[] = [];
  for (let premier = jourCivil(`${annee}-01-01`); premier <= `${annee}-12-01`; premier = addMois(premier, 1)) {
    const suivant = addMois(premier, 1);
    const existe = (du === null || du < suivant) && (au === null || au >= premier);
    if (existe && suivant <= aujourdhui && !comptes.has(premier)) manquants.push(premier);
  }
  return manquants;
}

type SansAlertes = Omit<Bilan, 'alertes'>;

function listAlertes(
  faits: FaitsBilan,
  { psu, ecartPrevisionnel, ecartSignale, fait, aVerifier }: SansAlertes,
): string[] {
  const manquants = listMoisManquants(faits);
  const vides = faits.mois.filter(
    (m) => m.minutesOuvertes > m.ouvertesAVenir && m.minutesRealisees === 0 && addMois(m.mois, 1) <= faits.aujourdhui,
  );
  const touches = faits.mois.filter((m) => m.touche && m.figeLe === null);
  const figes = faits.mois.filter((m) => m.touche && m.figeLe !== null);
  const { doutes, pointages } = computeDoutes(aVerifier);
  return [
    manquants.length > 0 && `Aucun compte pour ${manquants.map((m) => formatMois(m)).join(', ')} : recomptez ces mois.`,
    touches.length > 0 &&
      `À recompter : ${formatNoms(touches)}. Un acte en a changé les heures depuis leur dernier compte ; la nuit les reprend.`,
    figes.length > 0 &&
      `Figé, puis changé : ${formatNoms(figes)}. Un acte en a changé les heures depuis ; celles de cette page et d’AFAS restent celles qui ont été figées.`,
    vides.length > 0 &&
      `Aucune heure réalisée en ${vides.map((m) => formatMois(m.mois)).join(', ')} : les pointages manquent.`,
    aVerifier.length > 0 &&
      `Trop de pointages sans départ, douteux ou sans tarif en ${formatNomsOuNombre(aVerifier)} (${formatDecimales(doutes, 0)} sur ${formatDecimales(pointages, 0)}) : leurs heures ou leur participation ne sont pas sûres (IND-27).`,
    fait.minutesRealisees > fait.minutesOuvertes &&
      'Plus d’heures réalisées que d’heures ouvertes : vérifiez l’autorisation et les pointages.',
    ecartSignale &&
      ecartPrevisionnel !== null &&
      `Les heures facturées projetées s’écartent de ${formatFraction(ecartPrevisionnel, 1)} % du prévisionnel : à actualiser auprès de la Caf.`,
    psu.issue === 'refuse' && psu.motif,
    ...psu.alertes,
  ].filter((alerte) => alerte !== false);
}
