/**
 * Les heures et l'argent des crèches : l'année d'avant déjà comptée et figée, des exercices, un barème fictif. L'année en cours se compte des
 * contrats et des présences (`heures.ts`), sauf pour trois crèches au défaut certain, dont les mois contredisent ce qu'elles pointent : les
 * alertes ont de quoi parler.
 */
import type { Ligne } from '#database/insert-rows.ts';
import { listJoursFeries } from '#shared/jours-feries.ts';
import { type Alea, createAlea } from '../alea.ts';
import { computeJourSemaine, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import type { Departement } from '../departement.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import { CRECHES_ACTIVITE } from '../parametres/creches-activite.ts';
import type { CrecheFictive } from './creche-fictive.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const ANNEES = [2025, 2026] as const;
const FERIES = new Set(
  ANNEES.flatMap((annee) => listJoursFeries(annee, 'metropole').map(({ jour }) => parseNumero(jour))),
);
const MOIS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;
/** Le rang, parmi toutes les crèches, de celles qui ont un défaut certain. */
const DEFAUTS = { sousCent: 1, tropFacture: 2, moisOublie: 3, sansCharges: 4 } as const;
const EN_DEFAUT = new Set<number>([DEFAUTS.sousCent, DEFAUTS.tropFacture, DEFAUTS.moisOublie]);
const MOIS_OUBLIE = '2026-03-01';
const SOURCE = 'barème fictif de la démonstration';

type Profil = { taux: number; occupation: number; participation: number; chargesPlace: number };

export function buildActivite({ creches: { creches }, commande }: Pick<Departement, 'creches' | 'commande'>): Lot[] {
  const racine = createAlea(commande.graine, commande.profil, 'creches', 'activite');
  const suivies = creches.map((creche, rang) => buildSuivie(creche, rang, racine.flux(creche.code)));
  return [
    { table: 'eaje.bareme_psu', lignes: buildBaremes(racine) },
    { table: 'eaje.exercice', lignes: suivies.flatMap(({ exercices }) => exercices) },
    { table: 'eaje.mois_activite', lignes: suivies.flatMap(({ mois }) => mois) },
  ];
}

/** Le prix le plus bas est gelé (PSU-05), le plus haut suit l'année. */
function buildBaremes(racine: Alea): Ligne[] {
  return [
    { annee: 2025, pmaxAvec: '10.0000', pminAvec: '9.0000', pmaxSans: '9.3000', pminSans: '8.3700' },
    { annee: 2026, pmaxAvec: '10.2000', pminAvec: '9.0000', pmaxSans: '9.4900', pminSans: '8.3700' },
  ].map((prix) => ({
    id: racine.flux('bareme', prix.annee).identifiant(AUJOURDHUI - 400),
    ...prix,
    confiance: 'a-confirmer',
    source: SOURCE,
  }));
}

function buildSuivie(creche: CrecheFictive, rang: number, alea: Alea): { exercices: Ligne[]; mois: Ligne[] } {
  const profil = tirerProfil(rang, alea);
  const annees = EN_DEFAUT.has(rang) ? ANNEES : ANNEES.slice(0, 1);
  const mois = annees.flatMap((annee) => MOIS.map((m) => buildMois(creche, profil, annee, m, alea.flux(annee, m))));
  const gardes = rang === DEFAUTS.moisOublie ? mois.filter((ligne) => ligne.mois !== MOIS_OUBLIE) : mois;
  const exercices = ANNEES.map((annee) => buildExercice(creche, rang, profil, annee, alea.flux('exercice', annee)));
  return { exercices, mois: gardes };
}

function tirerProfil(rang: number, alea: Alea): Profil {
  const { taux, occupation, participation, charges } = CRECHES_ACTIVITE;
  const { moyenne, ecart, minimum, maximum } = taux.valeur;
  const tire = Math.min(maximum, Math.max(minimum, alea.normale(moyenne, ecart)));
  return {
    taux: rang === DEFAUTS.sousCent ? 97 : rang === DEFAUTS.tropFacture ? 126 : tire,
    occupation: Math.min(0.92, Math.max(0.68, alea.normale(occupation.valeur.moyenne, occupation.valeur.ecart))),
    participation: alea.entier(...participation.valeur),
    chargesPlace: alea.entier(...charges.valeur),
  };
}

const isOuverte = (creche: CrecheFictive, le: Numero): boolean =>
  computeJourSemaine(le) <= 5 && !FERIES.has(le) && !creche.fermetures.some(({ du, au }) => du <= le && le <= au);

function listJours(annee: number, mois: number): Numero[] {
  const du = parseNumero(`${annee}-${String(mois).padStart(2, '0')}-01`);
  const suivant =
    mois === 12 ? parseNumero(`${annee + 1}-01-01`) : parseNumero(`${annee}-${String(mois + 1).padStart(2, '0')}-01`);
  return Array.from({ length: suivant - du }, (_, rang) => du + rang);
}

function buildMois(creche: CrecheFictive, profil: Profil, annee: number, mois: number, alea: Alea): Ligne {
  const jours = listJours(annee, mois);
  const ouverts = jours.filter((le) => isOuverte(creche, le));
  const aVenir = ouverts.filter((le) => le >= AUJOURDHUI);
  const minutesDuJour = creche.places * (creche.ferme - creche.ouvre);
  const saison = CRECHES_ACTIVITE.saison.valeur[mois - 1] ?? 1;
  const occupation = profil.occupation * saison * alea.normale(1, 0.015);
  const fait = (ouverts.length - aVenir.length) * minutesDuJour;
  const facturees = Math.round(fait * occupation);
  const contractees = (nombre: number) => Math.round(nombre * minutesDuJour * occupation * 0.985);
  const realisees = Math.round((100 * facturees) / (profil.taux * alea.normale(1, 0.008)));
  const enfants = Math.round(creche.places * CRECHES_ACTIVITE.enfantsParPlace.valeur * Math.min(1, saison));
  const fini = jours.every((le) => le < AUJOURDHUI);
  return {
    etablissementId: creche.id,
    mois: formatNumero(jours[0] ?? 0),
    places: creche.places,
    joursOuverts: ouverts.length,
    minutesOuvertes: ouverts.length * minutesDuJour,
    minutesContractees: contractees(ouverts.length),
    minutesFacturees: facturees,
    minutesRealisees: realisees,
    minutesOccasionnelles: Math.round(facturees * 0.06),
    joursAVenir: aVenir.length,
    ouvertesAVenir: aVenir.length * minutesDuJour,
    contracteesAVenir: contractees(aVenir.length),
    participationsCentimes: Math.round((facturees / 60) * profil.participation),
    enfants,
    enfantsHandicap: Math.round(enfants * 0.015),
    pointages: Math.round((ouverts.length - aVenir.length) * creche.places * occupation),
    doutes: fait > 0 && alea.chance(0.06) ? alea.entier(1, 12) : 0,
    calculeLe: `${JOUR_DEMO}T01:40:00.000Z`,
    figeLe: fini ? `${formatNumero((jours.at(-1) ?? 0) + 20)}T09:00:00.000Z` : null,
  };
}

function buildExercice(creche: CrecheFictive, rang: number, profil: Profil, annee: number, alea: Alea): Ligne {
  const fini = annee < 2026;
  const euros = creche.places * profil.chargesPlace * (fini ? 0.975 : 1);
  const heures = creche.places * 11 * 222 * profil.occupation * 0.95;
  const prevues = Math.round(60 * heures * (alea.chance(0.2) ? alea.choix([0.9, 1.1]) : alea.normale(1, 0.015)));
  return {
    id: alea.identifiant(parseNumero(`${annee}-02-01`)),
    etablissementId: creche.id,
    annee,
    chargesCentimes: fini ? Math.round(100 * euros) : null,
    chargesPrevuesCentimes: !fini && rang === DEFAUTS.sansCharges ? null : Math.round(100 * euros),
    autresRecettesCentimes: 100 * alea.entier(0, 12_000),
    bonusAttractiviteCentimes: fini ? 47_500 * creche.places : null,
    factureesPrevues: prevues,
    realiseesPrevues: Math.round((100 * prevues) / 108),
    journeesPedagogiques: 3,
    organismeCaf: rang % 9 === 5 ? null : '999',
  };
}
