/**
 * Le projet pour l'enfant : l'établir (PPE-002), le mettre à jour (PPE-011).
 *
 * Ce que dit le texte : tout mineur qui reçoit une prestation de l'aide sociale à l'enfance, hors aide financière, ou qu'une mesure
 * judiciaire protège a un projet, document unique de tout son parcours (CASF L223-1-1, PPE-001) ; il est établi dans les trois mois du
 * début de la mesure (D223-12, depuis le 1er octobre 2016) et actualisé sur la base des rapports de situation et à chaque changement
 * (D223-13).
 * Comment il est lu ici : du début effectif, à défaut de la décision (pratique). Il est dû à l'enfant : plusieurs mesures, ou deux qui se
 * suivent, n'en font qu'un ; un projet validé avant le début vaut, sauf s'il vient d'une prise en charge finie. Il se met à jour tous les
 * ans, tous les six mois avant trois ans, et sous un délai du département après ce qui change la situation (§5.2) : le plus proche des
 * deux, une seule obligation par version du projet. Ce qui change : mesure décidée ou finie, lieu, référent, rapport validé, statut, avis
 * de la CESSEC, entretien des 17 ans, et ce qu'on inscrit.
 * Non traité : la signature proposée (PPE-009) et la remise (PPE-013), sans délai dans le texte ni fait qui les inscrive ; ce que le
 * projet contient et comment il s'élabore (PPE-003 à PPE-008, PPE-010, PPE-012, PPE-014 à PPE-016), qui se lit dans le document et ne
 * date rien.
 */
import { definePrisesEnCharge, type PriseEnCharge } from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { computeExtinction, listPeriodiques } from '#shared/echeancier.ts';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { PPE_VALIDE } from '../faits.ts';
import { buildProchain } from './rapport-situation.ts';
import { CASF_D223_12, CASF_D223_13, CASF_L223_1_1, PPE_002_DEBUT, PPE_011_DELAI } from './textes.ts';

const VIGUEUR = { du: jourCivil('2016-10-01'), au: null };
const MOIS_POUR_ETABLIR = 3;

const listAvecProjet = definePrisesEnCharge(({ definie: { documents } }) => documents.includes('ppe'));

/** Le premier projet de cette prise en charge : validé après la fin de la précédente, et avant la sienne. */
function findPremier(dossier: Dossier, prises: readonly PriseEnCharge[], rang: number): JourCivil | null {
  const finAvant = prises[rang - 1]?.au ?? null;
  const fin = prises[rang]?.au ?? null;
  const projet = listFaits(dossier, PPE_VALIDE).find(
    ({ date }) => (finAvant === null || date > finAvant) && (fin === null || date <= fin),
  );
  return projet?.date ?? null;
}

/** PPE-002 */
function listEtablissements(dossier: Dossier): readonly Obligation[] {
  const prises = listAvecProjet(dossier);
  return prises.map(({ depart, au }, rang): Obligation => {
    const terme = computeTerme(
      depart,
      { valeur: MOIS_POUR_ETABLIR, unite: 'mois' },
      'administratif',
      'Début effectif, à défaut décision',
    );
    const faiteLe = findPremier(dossier, prises, rang);
    return {
      ...terme,
      cle: depart,
      depuis: depart,
      faiteLe,
      eteinteLe: faiteLe ? null : computeExtinction(au, terme.pour, dossier.aujourdhui),
    };
  });
}

/** Les faits qui appellent une mise à jour, et comment on les nomme. */
const CHANGEMENTS: Readonly<Record<string, string>> = {
  'declencheur-ppe': 'la situation a changé',
  decision: 'une mesure a été décidée, renouvelée ou modifiée',
  'fin-mesure': 'une mesure a pris fin',
  'changement-lieu': 'le lieu d’accueil a changé',
  'mission-referent': 'qui répond de l’enfant a changé',
  'rapport-situation': 'un rapport de situation a été validé',
  'examen-cessec': 'la CESSEC a donné son avis',
  'entretien-17-ans': 'l’entretien des 17 ans s’est tenu',
  'admission-pupille': 'le statut de l’enfant a changé',
};

type Changement = { le: JourCivil; quoi: string };

/** Le premier changement après ce jour, connu ce jour. */
function findChangement({ faits, aujourdhui }: Dossier, apres: JourCivil): Changement | null {
  let premier: Changement | null = null;
  for (const type in CHANGEMENTS) {
    const le = faits.get(type)?.find(({ date }) => date > apres)?.date;
    if (le !== undefined && le <= aujourdhui && (premier === null || le < premier.le))
      premier = { le, quoi: CHANGEMENTS[type] ?? type };
  }
  return premier;
}

/** PPE-011 */
function listMisesAJour(dossier: Dossier): readonly Obligation[] {
  const projets = listFaits(dossier, PPE_VALIDE);
  const jours = readParametre(dossier, 'ppe.mise-a-jour-jours');
  const periodique = buildProchain(dossier, 'Dernière version du projet', [CASF_D223_13]);
  return listAvecProjet(dossier).flatMap(({ au }, rang, prises) => {
    const premier = findPremier(dossier, prises, rang);
    if (premier === null || premier > dossier.aujourdhui) return [];
    const suivants = projets.filter(({ date }) => date > premier);
    return listPeriodiques({ du: premier, au }, suivants, dossier.aujourdhui, (version) => {
      const due = periodique(version);
      const changement = findChangement(dossier, version);
      if (due === null || changement === null) return due;
      const pour = addJours(changement.le, jours);
      return pour < due.pour ? buildApresChangement(changement, pour, jours) : due;
    });
  });
}

function buildApresChangement({ le, quoi }: Changement, pour: JourCivil, jours: number) {
  return {
    pour,
    textes: [CASF_D223_13, PPE_011_DELAI],
    etapes: () => [
      `Le ${formatJour(le, 'long')}, ${quoi}.`,
      `${formatJour(le, 'long')} + ${jours} jours (réglage du département) = ${formatJour(pour, 'long')}.`,
    ],
  };
}

const arretee = 'La prise en charge finit, ou l’enfant est majeur.';

export const REGLES_PPE: readonly Regle[] = [
  {
    id: 'PPE-002',
    libelle: 'Établir le projet pour l’enfant',
    acteur: 'referent',
    gravite: 'normale',
    textes: [CASF_L223_1_1, CASF_D223_12, PPE_002_DEBUT],
    vigueur: VIGUEUR,
    satisfaite: 'Le projet pour l’enfant est validé.',
    acte: PPE_VALIDE,
    arretee,
    list: listEtablissements,
  },
  {
    id: 'PPE-011',
    libelle: 'Mettre à jour le projet pour l’enfant',
    acteur: 'referent',
    gravite: 'normale',
    textes: [CASF_D223_13, PPE_011_DELAI],
    vigueur: VIGUEUR,
    satisfaite: 'Une nouvelle version du projet est validée.',
    acte: PPE_VALIDE,
    arretee,
    list: listMisesAJour,
  },
];
