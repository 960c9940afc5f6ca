/**
 * L'examen par la CESSEC (CES-001, CES-002).
 *
 * Ce que dit le texte (CASF L223-1, D223-26, depuis le 3 décembre 2016) : la commission examine la situation des enfants confiés depuis plus
 * d'un an quand existe un risque de délaissement ou que le statut paraît inadapté ; celle des enfants de moins de deux ans, tous les six
 * mois.
 * Comment il est lu ici : le risque est celui qu'on inscrit, ou le silence d'un parent depuis un an (DET-03) ; l'examen est dû sous un délai
 * du département, au plus tôt quand l'enfant est confié depuis un an, et une seule fois pour ce qui est repéré avant lui. Un contact qui
 * reprend éteint ce que le silence avait ouvert. Tous les six mois, du début de l'accueil puis du dernier examen, tant que l'enfant n'a pas
 * l'âge à l'échéance : deux ans avant le 23 février 2022, celui que règle le département depuis (trois ans, à confirmer). Un accueil en cours
 * le 3 décembre 2016 compte de ce jour.
 * Non traité : les critères qui demandent d'autres faits (actes refusés, visites suspendues, lieux successifs).
 */
import { computeAnniversaire, listAccueilsAse, type PriseEnCharge } from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { computeExtinction, listPeriodiques } from '#shared/echeancier.ts';
import { addAns, addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { EXAMEN_CESSEC, STATUT_A_EXAMINER } from '../faits.ts';
import { listSilences } from './contacts.ts';
import { CASF_L223_1, CASF_L223_1_TROIS_ANS, CES_001_DELAI } from './textes.ts';

const VIGUEUR = { du: jourCivil('2016-12-03'), au: null };
const LOI_2022 = jourCivil('2022-02-23');
const MOIS = 6;
const AGE_VERIFIE = 2;
/** Nul : celui que le département a réglé, trois ans à défaut. */
const SEUIL_D_AGE = createDonneeDatee<number | null>('âge de l’examen semestriel', [
  { du: VIGUEUR.du, au: addJours(LOI_2022, -1), valeur: AGE_VERIFIE },
  { du: LOI_2022, au: null, valeur: null },
]);

/** `dure` : un silence commencé avant l'accueil y compte encore. */
type Repere = { le: JourCivil; finLe: JourCivil | null; dure: boolean; quoi: string };

/** Ce qui est repéré, du plus ancien au plus récent. */
function listReperes(dossier: Dossier): Repere[] {
  const inscrits = listFaits(dossier, STATUT_A_EXAMINER)
    .filter(({ date }) => date <= dossier.aujourdhui)
    .map(({ date, motif }) => ({
      le: date,
      finLe: null,
      dure: false,
      quoi: motif === 'statut-inadapte' ? 'le statut paraît inadapté' : 'un risque de délaissement est repéré',
    }));
  const silences = listSilences(dossier).map(({ le, finLe }) => ({
    le,
    finLe,
    dure: true,
    quoi: 'un parent n’a plus de contact depuis un an',
  }));
  return [...inscrits, ...silences].sort((a, b) => (a.le < b.le ? -1 : 1));
}

/** CES-001 */
function listSituations(dossier: Dossier): readonly Obligation[] {
  const reperes = listReperes(dossier);
  if (reperes.length === 0) return [];
  const examens = listFaits(dossier, EXAMEN_CESSEC);
  return listAccueilsAse(dossier).flatMap((accueil) => {
    const obligations: Obligation[] = [];
    let examineLe: JourCivil | null = null;
    for (const repere of reperes) {
      if (examineLe !== null && repere.le <= examineLe) continue;
      const obligation = buildSituation(dossier, accueil, repere);
      if (obligation === null) continue;
      const faiteLe = examens.find(({ date }) => date >= repere.le && date >= accueil.du)?.date ?? null;
      obligations.push({ ...obligation, faiteLe });
      examineLe = faiteLe ?? repere.finLe;
      if (examineLe === null) break;
    }
    return obligations;
  });
}

function buildSituation(
  dossier: Dossier,
  { depart, au }: PriseEnCharge,
  { le, finLe, dure, quoi }: Repere,
): Obligation | null {
  const unAn = addAns(depart, 1);
  const depuis = le < unAn ? unAn : le;
  if (
    (le < depart && !dure) ||
    depuis > dossier.aujourdhui ||
    (au !== null && depuis > au) ||
    (finLe !== null && finLe <= depuis)
  )
    return null;
  const valeur = readParametre(dossier, 'instances.cessec-jours');
  const terme = computeTerme(depuis, { valeur, unite: 'jour' }, 'administratif', 'Situation à examiner');
  return {
    cle: `${depart}:${le}`,
    depuis,
    pour: terme.pour,
    eteinteLe: finLe ?? computeExtinction(au, terme.pour, dossier.aujourdhui),
    etapes: () => [
      `Le ${formatJour(le, 'long')}, ${quoi} ; confié depuis le ${formatJour(depart, 'long')}, un an le ${formatJour(unAn, 'long')}.`,
      ...terme.etapes(),
    ],
  };
}

/** CES-002 */
function listPetits(dossier: Dossier): readonly Obligation[] {
  const { dateNaissance } = dossier.enfant;
  if (dateNaissance === null) return [];
  const examens = listFaits(dossier, EXAMEN_CESSEC);
  return listAccueilsAse(dossier).flatMap(({ depart, au }) => {
    if (au !== null && au < VIGUEUR.du) return [];
    const du = depart < VIGUEUR.du ? VIGUEUR.du : depart;
    return listPeriodiques({ du, au }, examens, dossier.aujourdhui, (jour) => buildPetit(dossier, dateNaissance, jour));
  });
}

function buildPetit(dossier: Dossier, naissance: JourCivil, depart: JourCivil) {
  const seuil = SEUIL_D_AGE.at(depart) ?? readParametre(dossier, 'instances.seuil-age-cessec-ans');
  const terme = computeTerme(
    depart,
    { valeur: MOIS, unite: 'mois' },
    'administratif',
    'Début de l’accueil, ou dernier examen',
  );
  if (terme.pour >= computeAnniversaire(naissance, seuil, dossier.parametres)) return null;
  const verifie = terme.pour < computeAnniversaire(naissance, AGE_VERIFIE, dossier.parametres);
  return {
    ...terme,
    textes: [verifie ? CASF_L223_1 : CASF_L223_1_TROIS_ANS],
    etapes: () => [...terme.etapes(), `L’enfant n’aura pas ${seuil} ans à cette échéance.`],
  };
}

const COMMUN = {
  acteur: 'cadre',
  gravite: 'normale',
  vigueur: VIGUEUR,
  satisfaite: 'La CESSEC examine la situation.',
} as const;

export const REGLES_CESSEC: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'CES-001',
    libelle: 'Faire examiner la situation par la CESSEC',
    textes: [CASF_L223_1, CES_001_DELAI],
    arretee: 'L’accueil finit, ou le parent reprend contact.',
    list: listSituations,
  },
  {
    ...COMMUN,
    id: 'CES-002',
    libelle: 'Faire examiner par la CESSEC la situation d’un tout-petit',
    textes: [CASF_L223_1],
    arretee: 'L’accueil finit.',
    list: listPetits,
  },
];
