/**
 * Le jeune majeur : répondre à sa demande (JM-010), prévenir une sortie sans solution (JM-023), l'entretien six mois après (JM-020).
 *
 * Ce que dit le texte : le jeune de moins de vingt et un ans sans ressources ou soutien familial suffisants, confié à l'aide sociale à
 * l'enfance avant sa majorité, a droit à une prise en charge, y compris s'il revient (CASF L222-5, 5°) ; un entretien se tient six mois
 * après sa sortie (L222-5-2-1). Les deux, depuis le 9 février 2022.
 * Comment il est lu ici : la demande reçoit sa réponse sous un délai du département, même posée avant dix-huit ans ; une décision
 * d'accompagnement y répond. Six mois de date à date depuis la sortie : celle qu'on inscrit, sinon la fin du dernier accueil ou
 * accompagnement à la majorité ou après ; il s'éteint si le jeune est accompagné de nouveau avant, ou passé vingt et un ans. L'alerte de sortie s'ouvre quatre-vingt-dix
 * jours (réglage) avant les dix-huit ans d'un jeune confié, ou la fin de son accompagnement, et se lève par une décision, ou quand
 * hébergement et ressources sont assurés.
 * Non traité : l'accompagnement au-delà de vingt et un ans pour finir l'année scolaire (JM-014), le jeune sous obligation de quitter le
 * territoire (JM-011, à confirmer), les ressources et le soutien, qui s'apprécient ; les six besoins (JM-012) et la concertation
 * (JM-013), qui sont dans la décision ; la priorité au logement social (JM-015), qui ne fait rien devoir à une date.
 */
import {
  computeAnniversaire,
  DECISION,
  findMajorite,
  listAccueilsAse,
  listMesuresSuivies,
  type MesureSuivie,
} from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { addJours, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, derive, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { DEMANDE_JEUNE_MAJEUR, ENTRETIEN_6_MOIS, PROPOSITION_JEUNE_MAJEUR, SORTIE, SORTIE_PREPAREE } from '../faits.ts';
import { CASF_L222_5, CASF_L222_5_2_1, JM_010_DELAI, JM_023 } from './textes.ts';

const VIGUEUR = { du: jourCivil('2022-02-09'), au: null };
const FIN_DU_DROIT = 21;
const MOIS_APRES_SORTIE = 6;

/** Les jours où un accompagnement de jeune majeur est décidé. */
function listAccompagnementsDecides(dossier: Dossier): readonly JourCivil[] {
  return listFaits(dossier, DECISION)
    .filter(({ code }) => code === 'AJM')
    .map(({ date }) => date);
}

function findPremier(jours: readonly JourCivil[]): JourCivil | null {
  return jours.reduce<JourCivil | null>((premier, jour) => (premier === null || jour < premier ? jour : premier), null);
}

/** JM-010 */
function listReponses(dossier: Dossier): readonly Obligation[] {
  const demandes = [...new Set(listFaits(dossier, DEMANDE_JEUNE_MAJEUR).map(({ date }) => date))];
  const { dateNaissance } = dossier.enfant;
  if (demandes.length === 0 || dateNaissance === null || listAccueilsAse(dossier).length === 0) return [];
  const fin = computeAnniversaire(dateNaissance, FIN_DU_DROIT, dossier.parametres);
  const valeur = readParametre(dossier, 'autonomie.reponse-jours');
  const reponses = [
    ...listFaits(dossier, PROPOSITION_JEUNE_MAJEUR).map(({ date }) => date),
    ...listAccompagnementsDecides(dossier),
  ];
  return demandes
    .filter((le) => le < fin)
    .map((le) => ({
      ...computeTerme(le, { valeur, unite: 'jour' }, 'administratif', 'Demande du jeune'),
      cle: le,
      depuis: le,
      faiteLe: findPremier(reponses.filter((reponse) => reponse >= le)),
      eteinteLe: fin <= dossier.aujourdhui ? fin : null,
    }));
}

/** Le dernier jour d'un accompagnement de jeune majeur, ou nul s'il n'est pas connu. */
function findFinDAccompagnement({ fin, au, finAge }: MesureSuivie): JourCivil | null {
  return findPremier(
    [fin?.le, au, finAge && addJours(finAge, -1)].filter((jour) => jour !== null && jour !== undefined),
  );
}

const listAccompagnements = derive((dossier: Dossier) =>
  listMesuresSuivies(dossier).filter(({ code, decideeLe }) => code === 'AJM' && decideeLe !== null),
);

type Passage = { le: JourCivil; quoi: string; fin: boolean };

/** Les jours où tout peut s'arrêter : la majorité d'un jeune confié jusque-là, la fin d'un accompagnement. */
function listPassages(dossier: Dossier): readonly Passage[] {
  const majorite = findMajorite(dossier);
  const dernier = listAccueilsAse(dossier).at(-1);
  const passages: Passage[] = [];
  if (majorite !== null && dernier?.au === addJours(majorite, -1))
    passages.push({ le: majorite, quoi: 'Dix-huit ans', fin: false });
  for (const accompagnement of listAccompagnements(dossier)) {
    const fin = findFinDAccompagnement(accompagnement);
    if (fin !== null) passages.push({ le: fin, quoi: 'Fin de l’accompagnement', fin: true });
  }
  return passages;
}

/** JM-023 : dans les jours qui précèdent, tant que rien ne suit. */
function listAlertes(dossier: Dossier): readonly Obligation[] {
  const jours = readParametre(dossier, 'autonomie.sortie-seche-jours');
  const prepares = listFaits(dossier, SORTIE_PREPAREE).map(({ date }) => date);
  const vus = new Set<JourCivil>();
  return listPassages(dossier).flatMap(({ le, quoi, fin }): Obligation[] => {
    const depuis = addJours(le, -jours);
    if (depuis > dossier.aujourdhui || vus.has(le)) return [];
    vus.add(le);
    // Un accompagnement décidé avant sa propre alerte n'est pas celui qui le suit.
    const decides = listAccompagnements(dossier)
      .filter((suivi) => !fin || (findFinDAccompagnement(suivi) ?? '9999') > le)
      .flatMap(({ decideeLe }) => decideeLe ?? []);
    const faiteLe = findPremier([...decides, ...prepares.filter((prepare) => !fin || prepare >= depuis)]);
    return [
      {
        cle: le,
        depuis,
        pour: le,
        faiteLe,
        eteinteLe: findReleve(dossier, le, depuis),
        etapes: () => [
          `${quoi} le ${formatJour(le, 'long')}.`,
          `Alerte ${jours} jours avant (réglage du département), le ${formatJour(depuis, 'long')} : ni suite décidée, ni hébergement et ressources assurés.`,
        ],
      },
    ];
  });
}

/** La sortie inscrite, ou six mois après le jour, quand l'entretien qui la suit prend la relève. */
function findReleve(dossier: Dossier, le: JourCivil, depuis: JourCivil): JourCivil | null {
  const entretien = addMois(le, MOIS_APRES_SORTIE);
  const sortie = listFaits(dossier, SORTIE).find(({ date }) => date >= depuis)?.date ?? null;
  return sortie ?? (entretien <= dossier.aujourdhui ? entretien : null);
}

/** Celles qu'on inscrit ; à défaut, la fin du dernier accueil à la majorité, ou de l'accompagnement. */
function listSorties(dossier: Dossier): readonly JourCivil[] {
  const majorite = findMajorite(dossier);
  if (majorite === null) return [];
  const inscrites = listFaits(dossier, SORTIE).map(({ date }) => date);
  if (inscrites.length > 0) return [...new Set(inscrites)].filter((jour) => jour >= addJours(majorite, -1));
  const fins = listPassages(dossier).map(({ le }) => le);
  const derniere = fins.toSorted().at(-1);
  return derniere !== undefined && derniere < dossier.aujourdhui ? [derniere] : [];
}

/** JM-020 */
function listEntretiens(dossier: Dossier): readonly Obligation[] {
  const sorties = listSorties(dossier);
  const { dateNaissance } = dossier.enfant;
  if (sorties.length === 0 || dateNaissance === null) return [];
  const fin = computeAnniversaire(dateNaissance, FIN_DU_DROIT, dossier.parametres);
  return sorties.map((le): Obligation => {
    const terme = computeTerme(le, { valeur: MOIS_APRES_SORTIE, unite: 'mois' }, 'administratif', 'Sortie');
    const retour = findPremier(listAccompagnementsDecides(dossier).filter((jour) => jour > le));
    const faiteLe = listFaits(dossier, ENTRETIEN_6_MOIS).find(({ date }) => date > le)?.date ?? null;
    const passe = fin > terme.pour && fin <= dossier.aujourdhui ? fin : null;
    return {
      ...terme,
      cle: le,
      depuis: le,
      faiteLe,
      eteinteLe: retour !== null && retour <= terme.pour ? retour : passe,
    };
  });
}

export const REGLES_JEUNE_MAJEUR: readonly Regle[] = [
  {
    id: 'JM-010',
    libelle: 'Répondre à la demande du jeune majeur',
    acteur: 'inspecteur',
    gravite: 'normale',
    textes: [CASF_L222_5, JM_010_DELAI],
    vigueur: VIGUEUR,
    satisfaite: 'Un accompagnement est proposé ou décidé, ou refusé par une décision motivée.',
    acte: PROPOSITION_JEUNE_MAJEUR,
    arretee: 'Le jeune a vingt et un ans.',
    list: listReponses,
  },
  {
    id: 'JM-020',
    libelle: 'Tenir l’entretien six mois après la sortie',
    acteur: 'cadre',
    gravite: 'normale',
    textes: [CASF_L222_5_2_1],
    vigueur: VIGUEUR,
    satisfaite: 'L’entretien s’est tenu.',
    acte: ENTRETIEN_6_MOIS,
    arretee: 'Le jeune est accompagné de nouveau avant ce terme, ou il a vingt et un ans.',
    list: listEntretiens,
  },
  {
    id: 'JM-023',
    libelle: 'Éviter une sortie sans solution : décider de la suite',
    acteur: 'cadre',
    gravite: 'critique',
    textes: [JM_023, CASF_L222_5],
    vigueur: VIGUEUR,
    satisfaite: 'La suite est décidée, ou hébergement et ressources sont assurés.',
    acte: SORTIE_PREPAREE,
    arretee: 'La sortie est inscrite, ou six mois ont passé : l’entretien qui la suit prend la relève.',
    list: listAlertes,
  },
];
