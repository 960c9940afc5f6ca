/** Ce que l'on peut taper pour tenir les murs d'une crèche. */

import { z } from 'zod';
import {
  AGREGATIONS,
  METHODES,
  MOTIFS_FERMETURE,
  NatureDocument,
  parseMinutes,
  TRANCHES,
} from '#modules/eaje/index.ts';
import {
  caseCochee,
  choixFacultatif,
  choixSaisi,
  identifiantSaisi,
  jourFacultatif,
  listeSaisie,
  nombreSaisi,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { heureSaisie } from '#shared/heure-saisie.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { PAS } from '#shared/quart-d-heure.ts';

/** Une heure tapée, au quart d'heure : tout se compte ainsi (GEN-04). */
const quartSaisi = heureSaisie()
  .transform(parseMinutes)
  .refine((minutes) => minutes % PAS === 0, 'Écrivez une heure au quart d’heure : 7 h 30, 7 h 45.');
const joursSaisis = listeSaisie(z.coerce.number().int().min(1).max(7)).refine(
  (jours) => jours.length > 0,
  'Cochez au moins un jour.',
);
const entierSaisi = (message: string, minimum: number, maximum: number) =>
  nombreSaisi(message, { minimum, maximum }).refine(Number.isInteger, message);
const entierFacultatif = (message: string, maximum: number) =>
  z.preprocess(videEnNul, entierSaisi(message, 0, maximum).nullable());
const placesSaisies = entierSaisi('Indiquez un nombre de places, de 1 à 200.', 1, 200);

function videEnNul(brut: unknown): unknown {
  return typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null);
}

const APRES = { error: 'La fin doit être après le début.', path: ['fin'] };
const FIN = { error: 'La fin précède le début.', path: ['au'] };

export const EtablissementCorrection = z
  .object({
    id: Identifiant,
    version: versionSaisie,
    methode: choixSaisi(METHODES, 'Choisissez la méthode d’encadrement.'),
    agregation: choixSaisi(AGREGATIONS, 'Choisissez où l’on arrondit.'),
    jours: joursSaisis,
    ouvre: quartSaisi,
    ferme: quartSaisi,
    fournitTout: caseCochee,
    qpv: caseCochee,
    surfaceInterieure: z.preprocess(
      videEnNul,
      nombreSaisi('Indiquez une surface en mètres carrés.', { minimum: 1, maximum: 5000 }).nullable(),
    ),
    plansDeChange: entierFacultatif('Indiquez un nombre entier.', 99),
    rsaiHeures: entierFacultatif('Indiquez un nombre d’heures, de 0 à 500.', 500),
    idEqu: texteFacultatif(40),
    dossierAfc: texteFacultatif(40),
  })
  .refine(({ ouvre, ferme }) => ferme > ouvre, { error: 'La fermeture doit être après l’ouverture.', path: ['ferme'] });

const autorisation = {
  du: jourCivilSaisi(),
  au: jourFacultatif(),
  places: placesSaisies,
  arreteNumero: texteSaisi('Indiquez le numéro de l’arrêté.', 60),
  arreteLe: jourCivilSaisi(),
};
const ordre = ({ du, au }: { du: string; au: string | null }) => au === null || au >= du;

/** Sans fin : quinze ans (CAP-03). */
export const AutorisationSaisie = z.object({ etablissementId: Identifiant, ...autorisation }).refine(ordre, FIN);
export const AutorisationCorrection = z
  .object({ id: Identifiant, version: versionSaisie, ...autorisation })
  .refine(ordre, FIN);

export const ModulationSaisie = z
  .object({
    autorisationId: Identifiant,
    jours: joursSaisis,
    debut: quartSaisi,
    fin: quartSaisi,
    places: entierSaisi('Indiquez un nombre de places.', 0, 200),
  })
  .refine(({ debut, fin }) => fin > debut, APRES);
export const ModulationRetrait = z.object({ autorisationId: Identifiant, modulationId: Identifiant });

export const UniteAccueilSaisie = z.object({
  etablissementId: Identifiant,
  nom: texteSaisi('Nommez l’unité d’accueil.', 60),
  places: placesSaisies,
});
export const SectionSaisie = z.object({
  etablissementId: Identifiant,
  uniteAccueilId: identifiantSaisi('Choisissez son unité d’accueil.'),
  nom: texteSaisi('Nommez la section.', 60),
  tranche: choixSaisi(TRANCHES, 'Choisissez les âges.'),
  places: placesSaisies,
});
/** Corriger une unité d'accueil, sans tranche, ou une section. */
export const GroupeCorrection = z.object({
  etablissementId: Identifiant,
  groupeId: Identifiant,
  /** Ce que l'on a lu du groupe. */
  version: z.string(),
  nom: texteSaisi('Nommez le groupe.', 60),
  places: placesSaisies,
  tranche: choixFacultatif(TRANCHES),
});
export type Groupe = Readonly<{ nom: string; places: number; tranche: string | null }>;
/** Un groupe tel qu'un formulaire le garde pour dire ce qu'il a lu. */
export const formatGroupeLu = ({ nom, places, tranche }: Groupe): string => [places, tranche ?? '', nom].join(' ');
export const GroupeRetrait = z.object({ etablissementId: Identifiant, groupeId: Identifiant });

export const FermetureSaisie = z
  .object({
    etablissementId: Identifiant,
    du: jourCivilSaisi(),
    au: jourFacultatif(),
    motif: choixSaisi(MOTIFS_FERMETURE, 'Choisissez le motif.'),
    libelle: texteFacultatif(120),
  })
  .refine(ordre, FIN);
export const FermetureRetrait = z.object({ etablissementId: Identifiant, fermetureId: Identifiant });

/** Une version d'un document, nouvelle ou corrigée. */
export const DocumentSaisie = z
  .object({
    etablissementId: Identifiant,
    nature: NatureDocument,
    /** Celle que l'on a lue (`formatVersionLue`) ; vide : le document n'était pas inscrit. */
    version: z.string(),
    etabliLe: jourCivilSaisi(),
    aRevoirLe: jourFacultatif(),
    transmisLe: jourFacultatif(),
  })
  .refine(({ etabliLe, aRevoirLe }) => aRevoirLe === null || aRevoirLe > etabliLe, {
    error: 'La révision vient après l’établissement.',
    path: ['aRevoirLe'],
  })
  .refine(({ etabliLe, transmisLe }) => transmisLe === null || transmisLe >= etabliLe, {
    error: 'La transmission ne précède pas l’établissement.',
    path: ['transmisLe'],
  });
export type DocumentSaisie = z.output<typeof DocumentSaisie>;
