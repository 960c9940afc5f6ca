/** Ce que l'on peut taper pour suivre une crèche. */
import { z } from 'zod';
import {
  caseCochee,
  choixSaisi,
  jourFacultatif,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { heureSaisie } from '#shared/heure-saisie.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import {
  ACTES_MESURE,
  AUTORITES,
  CATEGORIES_FAIT,
  DESTINATAIRES,
  GRAVITES,
  MOYENS,
  NATURES_CONTROLE,
  NATURES_MESURE,
} from './suite.ts';

const LONG = 4000;

const mesureDemandee = {
  natureMesure: choixSaisi(NATURES_MESURE, 'Choisissez ce que le contrôle demande.'),
  libelle: texteSaisi('Écrivez ce qui est demandé.', 300),
  /** Vide : le délai que le département se donne (PMI-06) ; une injonction dit le sien (PMI-04). */
  pour: jourFacultatif(),
};
const motif = () => texteSaisi('Dites pourquoi vous corrigez.', 500);

const heureFacultative = () =>
  z.preprocess((brut) => (brut === '' || brut === undefined ? null : brut), heureSaisie().nullable());

const controleVu = {
  nature: choixSaisi(NATURES_CONTROLE, 'Choisissez la nature du contrôle.'),
  autorite: choixSaisi(AUTORITES, 'Choisissez qui a contrôlé.'),
  jour: jourCivilSaisi(),
  constats: texteSaisi('Écrivez ce qui a été constaté.', LONG),
};
export const ControleSaisie = z.object({ etablissementId: Identifiant, ...controleVu });
export const CorrectionControleSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  ...controleVu,
  motif: motif(),
});

export const MesureSaisie = z.object({ controleId: Identifiant, ...mesureDemandee });
export const CorrectionMesureSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  ...mesureDemandee,
  pour: jourCivilSaisi(),
  motif: motif(),
});

export const ActeMesureSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  acte: choixSaisi(ACTES_MESURE, 'Choisissez ce que vous inscrivez.'),
  le: jourCivilSaisi(),
  preuve: texteFacultatif(1000),
  /** Le nouveau délai d'une mesure rouverte. */
  pour: jourFacultatif(),
});

const faitSurvenu = {
  survenuLe: jourCivilSaisi(),
  heure: heureFacultative(),
  categorie: choixSaisi(CATEGORIES_FAIT, 'Choisissez une catégorie.'),
  gravite: choixSaisi(GRAVITES, 'Choisissez la gravité.').transform(Number),
  recit: texteSaisi('Écrivez ce qui s’est passé, sans nommer d’enfant.', LONG),
  /** Qui écrit a relu : le nom reconnu n'est pas celui d'un enfant (EVT-05 avertit, sans bloquer). */
  relu: caseCochee,
  secours: caseCochee,
  deces: caseCochee,
};
export const FaitSaisie = z.object({ etablissementId: Identifiant, ...faitSurvenu });
export const CorrectionFaitSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  ...faitSurvenu,
  motif: motif(),
});

const informationDite = {
  destinataire: choixSaisi(DESTINATAIRES, 'Choisissez qui est informé.'),
  moyen: choixSaisi(MOYENS, 'Choisissez comment.'),
  le: jourCivilSaisi(),
  heure: heureFacultative(),
};
export const InformationSaisie = z.object({ faitId: Identifiant, ...informationDite });
export const CorrectionInformationSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  ...informationDite,
  motif: motif(),
});
export const RetraitInformationSaisie = z.object({ id: Identifiant, version: versionSaisie, motif: motif() });

export const ClotureSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  impact: texteSaisi('Écrivez ce que le fait a eu pour suites.', LONG),
});

export const ContactSaisie = z.object({
  etablissementId: Identifiant,
  /** Le contact que l'on a lu, vide s'il n'y en avait pas. */
  version: z.string(),
  nom: texteSaisi('Indiquez un nom, ou une fonction.', 100),
  telephone: texteSaisi('Indiquez le téléphone.', 30),
  du: jourCivilSaisi(),
});
/** Un contact tel qu'un formulaire le garde pour dire ce qu'il a lu. */
export const formatContactLu = (contact: { id: string; version: number } | undefined): string =>
  contact ? `${contact.id} ${contact.version}` : '';

export const InformationContactSaisie = z.object({
  etablissementId: Identifiant,
  version: z.string(),
  le: jourCivilSaisi(),
});
