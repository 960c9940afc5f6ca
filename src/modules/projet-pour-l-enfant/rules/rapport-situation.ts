/**
 * Le rapport de situation : le valider (RS-001), le transmettre au juge (RS-004), le communiquer à la famille (RS-006).
 *
 * Ce que dit le texte (CASF L223-5) : un rapport par an sur tout enfant accueilli ou suivi par une mesure éducative, tous les six mois
 * jusqu'à trois ans depuis le 23 février 2022, deux ans auparavant (al. 2) ; pour l'enfant confié par le juge à l'aide sociale à
 * l'enfance, il est transmis à l'autorité judiciaire à la même périodicité (al. 3). Il est communiqué aux parents et au mineur (à
 * confirmer).
 * Comment il est lu ici : compté du début de la prise en charge, puis du dernier rapport validé ; six mois tant que l'enfant n'a pas trois
 * ans à l'échéance ainsi calculée, douze sinon (RS-005, pratique). L'âge qui vaut est celui de la loi au jour d'où l'on compte ; le
 * règlement dit encore deux ans : le département règle ce seuil. Sans date de naissance connue, douze mois. La transmission suit les mêmes
 * périodes depuis la dernière transmission ; un placement en cours le 23 février 2022 compte de ce jour. La communication est due sous un
 * délai du département et, si le rapport part au juge avant, le jour de cet envoi.
 * Non traité : l'évaluation et le contenu du rapport (RS-002, RS-003), qui se lisent dans le document ; le rapport que la décision du
 * juge demande plus souvent (MES-019), l'âge d'un enfant dont la naissance est incertaine.
 */
import { definePrisesEnCharge, findMajorite, isConfieAse } from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { computeExtinction, listPeriodiques, type Prochaine } from '#shared/echeancier.ts';
import { addJours, addMois, anniversaire, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { RAPPORT_COMMUNIQUE, RAPPORT_SITUATION, RAPPORT_TRANSMIS } from '../faits.ts';
import {
  CASF_D223_21,
  CASF_L223_5_2,
  CASF_L223_5_2_AVANT_2022,
  CASF_L223_5_3,
  RS_005,
  RS_006_DELAI,
} from './textes.ts';

const LOI_2022 = jourCivil('2022-02-23');
/** Âge jusqu'où le rapport est semestriel ; nul : celui que le département a réglé, trois ans à défaut. */
const SEUIL_D_AGE = createDonneeDatee<number | null>('âge du rapport semestriel', [
  { du: jourCivil('2007-03-07'), au: addJours(LOI_2022, -1), valeur: 2, texte: CASF_L223_5_2_AVANT_2022 },
  { du: LOI_2022, au: null, valeur: null, texte: CASF_L223_5_2 },
]);
const DEBUT = SEUIL_D_AGE.versions[0]?.du ?? LOI_2022;

/** Tous les six mois avant cet âge, sinon tous les ans. */
const MOIS = { jeune: 6, autre: 12 };

/** Ceux que le rapport concerne : accueillis, ou suivis par une mesure qui le demande. */
const listSuivis = definePrisesEnCharge(
  ({ definie: { confie, documents } }) => confie || documents.includes('rapport-situation'),
);
const listConfiesParLeJuge = definePrisesEnCharge((mesure) => mesure.code === 'PLACEMENT_ASE' && isConfieAse(mesure));

/** Six ou douze mois, selon l'âge qu'aura l'enfant à l'échéance. */
function computePeriode(dossier: Dossier, depart: JourCivil): { mois: number; seuil: number; texte: TexteLegal } {
  const { valeur, texte = CASF_L223_5_2 } = SEUIL_D_AGE.versionAt(depart < DEBUT ? DEBUT : depart);
  const seuil = valeur ?? readParametre(dossier, 'rapport.seuil-age-semestriel-ans');
  const { dateNaissance } = dossier.enfant;
  if (dateNaissance === null) return { mois: MOIS.autre, seuil, texte };
  const regle = readParametre(dossier, 'age.anniversaire-29-fevrier');
  const jeune = addMois(depart, MOIS.jeune) < anniversaire(dateNaissance, seuil, regle);
  return { mois: jeune ? MOIS.jeune : MOIS.autre, seuil, texte };
}

/** Ce qui est dû à compter d'un rapport, ou d'une version du projet, avec son raisonnement. */
export function buildProchain(dossier: Dossier, raison: string, textes: readonly TexteLegal[]): Prochaine {
  return (depart) => {
    const { mois, seuil, texte } = computePeriode(dossier, depart);
    const { pour, etapes } = computeTerme(depart, { valeur: mois, unite: 'mois' }, 'administratif', raison);
    const age = `L’enfant ${mois === MOIS.jeune ? 'n’a pas' : 'a'} ${seuil} ans au sixième mois : ${mois} mois (RS-005).`;
    const explique = dossier.enfant.dateNaissance === null ? 'Naissance inconnue : douze mois.' : age;
    return { pour, textes: [texte, ...textes], etapes: () => [explique, ...etapes()] };
  };
}

function listRapports(dossier: Dossier): readonly Obligation[] {
  const prochain = buildProchain(dossier, 'Début de la prise en charge, ou dernier rapport', [RS_005]);
  return listSuivis(dossier).flatMap(({ depart, au }) =>
    listPeriodiques({ du: depart, au }, listFaits(dossier, RAPPORT_SITUATION), dossier.aujourdhui, prochain),
  );
}

/** RS-004 */
function listTransmissions(dossier: Dossier): readonly Obligation[] {
  const prochain = buildProchain(dossier, 'Début du placement, ou dernière transmission', [CASF_L223_5_3, RS_005]);
  return listConfiesParLeJuge(dossier).flatMap(({ depart, au, mesures }) => {
    if (au !== null && au < LOI_2022) return [];
    const du = depart < LOI_2022 ? LOI_2022 : depart;
    const transmis = listFaits(dossier, RAPPORT_TRANSMIS).filter(
      ({ mesure }) => mesure === undefined || mesures.some(({ id }) => id === mesure),
    );
    return listPeriodiques({ du, au }, transmis, dossier.aujourdhui, prochain);
  });
}

/** RS-006 : le rapport suivant prend la place de celui qui n'a pas été communiqué. */
function listCommunications(dossier: Dossier): readonly Obligation[] {
  const jours = readParametre(dossier, 'rapport.communication-jours');
  const rapports = [...new Set(listFaits(dossier, RAPPORT_SITUATION).map(({ date }) => date))];
  const communiques = listFaits(dossier, RAPPORT_COMMUNIQUE);
  const transmis = listFaits(dossier, RAPPORT_TRANSMIS);
  const majorite = findMajorite(dossier);
  return rapports.map((le, rang): Obligation => {
    const suivant = rapports[rang + 1] ?? null;
    const terme = addJours(le, jours);
    const envoi = transmis.find(({ date }) => date >= le && (suivant === null || date < suivant))?.date ?? null;
    const pour = envoi !== null && envoi < terme ? envoi : terme;
    const faiteLe = communiques.find(({ date }) => date >= le && (suivant === null || date < suivant))?.date ?? null;
    return {
      cle: le,
      depuis: le,
      pour,
      faiteLe,
      eteinteLe: computeExtinction(suivant ?? majorite, pour, dossier.aujourdhui),
      etapes: () => [
        `Rapport validé le ${formatJour(le, 'long')} + ${jours} jours (réglage du département) = ${formatJour(terme, 'long')}.`,
        ...(envoi === pour ? [`Envoyé au juge le ${formatJour(envoi, 'long')} : communiqué avant, ou ce jour.`] : []),
      ],
    };
  });
}

const arretee = 'La prise en charge finit, ou l’enfant est majeur.';

export const REGLES_RAPPORT_SITUATION: readonly Regle[] = [
  {
    id: 'RS-001',
    libelle: 'Valider le rapport de situation',
    acteur: 'referent',
    gravite: 'normale',
    textes: [CASF_L223_5_2, RS_005],
    vigueur: { du: DEBUT, au: null },
    satisfaite: 'Un rapport de situation est validé.',
    acte: RAPPORT_SITUATION,
    arretee,
    list: listRapports,
  },
  {
    id: 'RS-004',
    libelle: 'Transmettre le rapport de situation au juge',
    acteur: 'cadre',
    gravite: 'normale',
    textes: [CASF_L223_5_3, RS_005],
    vigueur: { du: LOI_2022, au: null },
    satisfaite: 'Le rapport est transmis au juge.',
    acte: RAPPORT_TRANSMIS,
    arretee,
    list: listTransmissions,
  },
  {
    id: 'RS-006',
    libelle: 'Communiquer le rapport de situation aux parents et au mineur',
    acteur: 'referent',
    gravite: 'normale',
    textes: [CASF_D223_21, RS_006_DELAI],
    vigueur: { du: DEBUT, au: null },
    satisfaite: 'Le rapport est communiqué.',
    acte: RAPPORT_COMMUNIQUE,
    arretee: 'Un rapport plus récent est validé, ou l’enfant est majeur.',
    list: listCommunications,
  },
];
