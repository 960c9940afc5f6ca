/**
 * L'examen d'un placement long (EXA-001) et la requête en délaissement (EXA-002).
 *
 * Ce que dit le texte : quand le placement dure, le service examine l'opportunité d'autres mesures : tous les deux ans, et pour l'enfant confié
 * avant deux ans, à un an puis un an après (CASF L227-2-1, décret n° 2016-1638, depuis le 2 décembre 2016). La requête en délaissement est
 * obligatoire à l'expiration d'un an de désintérêt des parents (C. civ. 381-2, depuis le 16 mars 2016).
 * Comment il est lu ici : de date à date depuis le premier jour du placement par le juge, puis du dernier examen ; pour l'enfant confié avant
 * deux ans, tous les ans sans fin, le texte lu ne disant rien au-delà du deuxième. Un placement en cours le 2 décembre 2016 compte de ce jour.
 * Le délaissement se compte du dernier contact de tous les parents connus, et au plus tôt un an après l'accueil ; il se prépare dès six mois
 * de silence (DET-02) et ne se montre pas avant. Avec un seul parent connu, la requête ne vise que lui.
 * Non traité : la durée cumulée de placements séparés ; les mesures de soutien proposées aux parents, que la requête doit montrer.
 */
import {
  computeAnniversaire,
  definePrisesEnCharge,
  isConfieAse,
  listAccueilsAse,
  type MesureSuivie,
} from '#modules/mesures/index.ts';
import { computeExtinction, listPeriodiques } from '#shared/echeancier.ts';
import { addAns, addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { EXAMEN_STATUT, REQUETE_DELAISSEMENT } from '../faits.ts';
import { listContacts } from './contacts.ts';
import { C_CIV_381_2, CASF_L227_2_1 } from './textes.ts';

const DECRET_2016 = jourCivil('2016-12-02');
const AGE_TOUT_PETIT = 2;
const ANS = { toutPetit: 1, autre: 2 };
const MOIS_DE_PREPARATION = 6;

const listPlacements = definePrisesEnCharge((mesure) => isConfieAse(mesure) && isDuJuge(mesure));

function isDuJuge({ definie: { decideur } }: MesureSuivie): boolean {
  return decideur === 'juge' || decideur === 'parquet';
}

/** EXA-001 */
function listExamens(dossier: Dossier): readonly Obligation[] {
  const { dateNaissance } = dossier.enfant;
  return listPlacements(dossier).flatMap(({ depart, au }) => {
    if (au !== null && au < DECRET_2016) return [];
    const du = depart < DECRET_2016 ? DECRET_2016 : depart;
    const toutPetit =
      dateNaissance !== null && depart < computeAnniversaire(dateNaissance, AGE_TOUT_PETIT, dossier.parametres);
    const valeur = toutPetit ? ANS.toutPetit : ANS.autre;
    return listPeriodiques({ du, au }, listFaits(dossier, EXAMEN_STATUT), dossier.aujourdhui, (jour) => {
      const terme = computeTerme(
        jour,
        { valeur, unite: 'an' },
        'administratif',
        'Début du placement, ou dernier examen',
      );
      const age = toutPetit ? 'Confié avant deux ans : tous les ans.' : 'Confié après deux ans : tous les deux ans.';
      return { ...terme, etapes: () => [age, ...terme.etapes()] };
    });
  });
}

/** EXA-002 */
function listRequetes(dossier: Dossier): readonly Obligation[] {
  const accueil = listAccueilsAse(dossier).at(-1);
  const contacts = listContacts(dossier);
  if (!accueil || contacts.length === 0) return [];
  const dernier = contacts.reduce<JourCivil>((max, jours) => {
    const sien = jours.at(-1) ?? max;
    return sien > max ? sien : max;
  }, DEBUT_DES_TEMPS);
  if (addMois(dernier, MOIS_DE_PREPARATION) > dossier.aujourdhui) return [];
  const [silence, unAn] = [addAns(dernier, 1), addAns(accueil.depart, 1)];
  const pour = silence < unAn ? unAn : silence;
  const faiteLe = listFaits(dossier, REQUETE_DELAISSEMENT).find(({ date }) => date >= dernier)?.date ?? null;
  return [
    {
      cle: dernier,
      depuis: dernier,
      pour,
      faiteLe,
      eteinteLe: faiteLe ? null : computeExtinction(accueil.au, pour, dossier.aujourdhui),
      gravite: contacts.length === 1 ? 'normale' : 'critique',
      etapes: () => [
        `Dernier contact ${contacts.length === 1 ? 'du seul parent connu' : 'de l’un des parents'} : ${formatJour(dernier, 'long')}, un an le ${formatJour(silence, 'long')}.`,
        `Confié depuis le ${formatJour(accueil.depart, 'long')}, un an le ${formatJour(unAn, 'long')}.`,
        `La requête est obligatoire au plus tard de ces deux jours, le ${formatJour(pour, 'long')}.`,
      ],
    },
  ];
}
const DEBUT_DES_TEMPS = jourCivil('1850-01-01');

export const REGLES_STATUT: readonly Regle[] = [
  {
    id: 'EXA-001',
    libelle: 'Examiner si une autre mesure stabiliserait la situation',
    acteur: 'cadre',
    gravite: 'normale',
    textes: [CASF_L227_2_1],
    vigueur: { du: DECRET_2016, au: null },
    satisfaite: 'L’examen est fait.',
    arretee: 'Le placement finit, ou l’enfant est majeur.',
    list: listExamens,
  },
  {
    id: 'EXA-002',
    libelle: 'Déposer la requête en déclaration de délaissement',
    acteur: 'inspecteur',
    gravite: 'critique',
    textes: [C_CIV_381_2],
    vigueur: { du: jourCivil('2016-03-16'), au: null },
    satisfaite: 'La requête est déposée.',
    arretee: 'L’accueil finit ; un nouveau contact fait repartir le délai.',
    list: listRequetes,
  },
];
