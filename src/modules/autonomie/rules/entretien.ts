/**
 * L'entretien des dix-sept ans (JM-001, JM-002), le projet d'accès à l'autonomie (JM-005), le pécule (JM-021, JM-022).
 *
 * Ce que dit le texte (CASF L222-5-1, depuis le 9 février 2022) : tout mineur accueilli par le service (L222-5, 1° à 3°) a un entretien au
 * plus tard un an avant sa majorité ; pris en charge après dix-sept ans, dans les meilleurs délais. Le projet d'accès à l'autonomie,
 * construit avec lui, entre dans son projet. L'allocation de rentrée de l'enfant confié par le juge, gardée par la Caisse des dépôts, lui est
 * remise à sa majorité (CSS L543-3, lu en partie).
 * Comment il est lu ici : dû le jour des dix-sept ans, une fois ; « dans les meilleurs délais » et le délai du projet sont réglés par le
 * département ; sans entretien, le projet se compte du jour où il était dû. L'accueil en cours le 9 février 2022 compte de ce jour ; qui avait
 * déjà dix-sept ans ce jour-là ne l'a pas. L'information sur le pécule se donne à l'entretien (pratique), à l'enfant confié par le juge. La fin
 * de l'accueil, ou la majorité, éteint ce qui n'a pas été fait.
 * Non traité : l'entretien que l'on renouvelle ; la proposition systématique du contrat d'engagement jeune (JM-006), sans délai propre
 * ni fait qui l'inscrive ; la personne de confiance (JM-003), l'aide au titre de séjour (JM-004).
 */
import { computeAnniversaire, listAccueilsAse, type PriseEnCharge } from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { computeExtinction } from '#shared/echeancier.ts';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import {
  computeTerme,
  type Dossier,
  derive,
  listFaits,
  type Obligation,
  type Regle,
  type Terme,
} from '#shared/obligation.ts';
import { ENTRETIEN_17_ANS, INFORMATION_PECULE, PROJET_AUTONOMIE } from '../faits.ts';
import { CASF_L222_5_1, CSS_L543_3, JM_002_DELAI, JM_005_DELAI, JM_022 } from './textes.ts';

const LOI_2022 = jourCivil('2022-02-09');
const AGE_ENTRETIEN = 17;

type Entretien = Readonly<{
  regle: 'JM-001' | 'JM-002';
  accueil: PriseEnCharge;
  depuis: JourCivil;
  terme: Terme;
  tenuLe: JourCivil | null;
}>;

/** L'entretien que l'enfant doit avoir : dans le dernier de ses accueils qui le demande. */
const findEntretien = derive((dossier: Dossier): Entretien | null => {
  const { dateNaissance } = dossier.enfant;
  if (dateNaissance === null) return null;
  const dixSept = computeAnniversaire(dateNaissance, AGE_ENTRETIEN, dossier.parametres);
  const accueil = listAccueilsAse(dossier).at(-1);
  if (!accueil || (accueil.au !== null && accueil.au < LOI_2022)) return null;
  const tenuLe = listFaits(dossier, ENTRETIEN_17_ANS)[0]?.date ?? null;
  return accueil.depart > dixSept
    ? buildTardif(dossier, accueil, tenuLe)
    : buildAvant(accueil, dixSept, dateNaissance, tenuLe);
});

function buildTardif(dossier: Dossier, accueil: PriseEnCharge, tenuLe: JourCivil | null): Entretien | null {
  const depuis = accueil.depart;
  if (depuis < LOI_2022) return null;
  const valeur = readParametre(dossier, 'autonomie.entretien-tardif-jours');
  const terme = computeTerme(depuis, { valeur, unite: 'jour' }, 'administratif', 'Accueil après dix-sept ans');
  return { regle: 'JM-002', accueil, depuis, terme, tenuLe };
}

function buildAvant(
  accueil: PriseEnCharge,
  dixSept: JourCivil,
  naissance: JourCivil,
  tenuLe: JourCivil | null,
): Entretien | null {
  if (dixSept < LOI_2022) return null;
  const depuis = accueil.depart < LOI_2022 ? LOI_2022 : accueil.depart;
  const etapes = () => [
    `Né le ${formatJour(naissance, 'long')} : dix-sept ans le ${formatJour(dixSept, 'long')}.`,
    'L’entretien se tient au plus tard un an avant la majorité.',
  ];
  return { regle: 'JM-001', accueil, depuis, terme: { pour: dixSept, etapes }, tenuLe };
}

function listEntretiens(dossier: Dossier, regle: Entretien['regle']): readonly Obligation[] {
  const entretien = findEntretien(dossier);
  if (entretien?.regle !== regle) return [];
  return [buildObligation(dossier, entretien, entretien.terme, entretien.tenuLe)];
}

function buildObligation(
  { aujourdhui }: Dossier,
  { accueil, depuis }: Entretien,
  terme: Terme,
  faiteLe: JourCivil | null,
): Obligation {
  return {
    ...terme,
    cle: depuis,
    depuis,
    faiteLe,
    eteinteLe: faiteLe ? null : computeExtinction(accueil.au, terme.pour, aujourdhui),
  };
}

/** JM-005 */
function listProjets(dossier: Dossier): readonly Obligation[] {
  const entretien = findEntretien(dossier);
  if (entretien === null) return [];
  const { tenuLe, terme } = entretien;
  const depart = tenuLe ?? terme.pour;
  const jours = readParametre(dossier, 'autonomie.projet-jours');
  const pour = addJours(depart, jours);
  const etapes = () => [
    `Entretien ${tenuLe === null ? 'dû' : 'tenu'} le ${formatJour(depart, 'long')}.`,
    `${formatJour(depart, 'long')} + ${jours} jours (réglage du département) = ${formatJour(pour, 'long')}.`,
  ];
  const faiteLe = listFaits(dossier, PROJET_AUTONOMIE)[0]?.date ?? null;
  return [buildObligation(dossier, entretien, { pour, etapes }, faiteLe)];
}

/** JM-021, JM-022 : l'enfant que le juge a confié. */
function listPecules(dossier: Dossier): readonly Obligation[] {
  const entretien = findEntretien(dossier);
  if (!entretien?.accueil.mesures.some(({ definie: { decideur } }) => decideur === 'juge' || decideur === 'parquet'))
    return [];
  const pour = entretien.tenuLe ?? entretien.terme.pour;
  const etapes = () => [
    `Entretien ${entretien.tenuLe === null ? 'dû' : 'tenu'} le ${formatJour(pour, 'long')} : le pécule s’y explique (pratique).`,
    'L’allocation de rentrée gardée par la Caisse des dépôts se remet à la majorité ou à l’émancipation.',
  ];
  const faiteLe = listFaits(dossier, INFORMATION_PECULE)[0]?.date ?? null;
  return [buildObligation(dossier, entretien, { pour, etapes }, faiteLe)];
}

const COMMUN = {
  acteur: 'referent',
  gravite: 'normale',
  vigueur: { du: LOI_2022, au: null },
  arretee: 'L’accueil finit, ou le jeune est majeur.',
} as const;

export const REGLES_ENTRETIEN: readonly Regle[] = [
  {
    ...COMMUN,
    id: 'JM-001',
    libelle: 'Tenir l’entretien des 17 ans',
    textes: [CASF_L222_5_1],
    satisfaite: 'L’entretien s’est tenu.',
    acte: ENTRETIEN_17_ANS,
    list: (dossier) => listEntretiens(dossier, 'JM-001'),
  },
  {
    ...COMMUN,
    id: 'JM-002',
    libelle: 'Tenir l’entretien d’un jeune accueilli après ses 17 ans',
    textes: [CASF_L222_5_1, JM_002_DELAI],
    satisfaite: 'L’entretien s’est tenu.',
    acte: ENTRETIEN_17_ANS,
    list: (dossier) => listEntretiens(dossier, 'JM-002'),
  },
  {
    ...COMMUN,
    id: 'JM-005',
    libelle: 'Établir le projet d’accès à l’autonomie',
    textes: [CASF_L222_5_1, JM_005_DELAI],
    satisfaite: 'Le projet d’accès à l’autonomie est établi.',
    acte: PROJET_AUTONOMIE,
    list: listProjets,
  },
  {
    ...COMMUN,
    id: 'JM-022',
    libelle: 'Informer le jeune de son pécule',
    gravite: 'information',
    textes: [JM_022, CSS_L543_3],
    satisfaite: 'Le jeune est informé.',
    acte: INFORMATION_PECULE,
    list: listPecules,
  },
];
