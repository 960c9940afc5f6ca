/** Ce que l'on peut taper d'un dossier de travaux. */
import { z } from 'zod';
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
import type { Minutes } from '#shared/quart-d-heure.ts';
import {
  ACTES_TRAVAUX,
  CHOIX_CALENDRIER,
  ENJEUX,
  type Enjeu,
  INFORMES_TRAVAUX,
  NATURES_TRAVAUX,
  POINTS_REOUVERTURE,
} from './dossier-travaux.ts';

const PLACES_MAXIMUM = 200;
const PLACES_OFFERTES = `Indiquez un nombre de places, de 0 à ${PLACES_MAXIMUM}.`;

const minutesFacultatives = z.preprocess(
  (brut) => (brut === '' || brut === undefined ? null : brut),
  heureSaisie()
    .transform((heure): Minutes => Number(heure.slice(0, 2)) * 60 + Number(heure.slice(3)))
    .nullable(),
);
const entier = (message: string, maximum: number) =>
  z.preprocess(
    (brut) => (brut === '' || brut === undefined ? '0' : brut),
    nombreSaisi(message, { minimum: 0, maximum }).pipe(z.int({ error: message })),
  );

const champs = {
  nature: choixSaisi(NATURES_TRAVAUX, 'Choisissez la nature des travaux.'),
  objet: texteSaisi('Écrivez ce qui est à faire.', 200),
  motif: texteSaisi('Écrivez pourquoi.', 4000),
  enjeux: listeSaisie(z.enum(Object.keys(ENJEUX) as [Enjeu, ...Enjeu[]])).pipe(
    z.array(z.custom<Enjeu>()).min(1, { error: 'Cochez ce qui impose ces travaux : la priorité s’en tire.' }),
  ),
  toucheAutorisation: caseCochee,
  debutPrevu: jourFacultatif(),
  reouverturePrevue: jourFacultatif(),
  placesGelees: entier(`Indiquez un nombre de places, de 0 à ${PLACES_MAXIMUM}.`, PLACES_MAXIMUM),
  gelDebut: minutesFacultatives,
  gelFin: minutesFacultatives,
};

type Prevue = {
  debutPrevu: string | null;
  reouverturePrevue: string | null;
  gelDebut: number | null;
  gelFin: number | null;
};

/** Une prévision a ses deux dates et ses deux heures, ou aucune, dans l'ordre. */
function verifyPrevue({ debutPrevu, reouverturePrevue, gelDebut, gelFin }: Prevue, contexte: z.RefinementCtx): void {
  const refuse = (champ: string, message: string) => contexte.addIssue({ code: 'custom', message, path: [champ] });
  if (debutPrevu !== null && reouverturePrevue === null)
    refuse('reouverturePrevue', 'Indiquez aussi quand la crèche rouvrirait.');
  if (debutPrevu === null && reouverturePrevue !== null)
    refuse('debutPrevu', 'Indiquez aussi quand les travaux commencent.');
  if (debutPrevu !== null && reouverturePrevue !== null && reouverturePrevue <= debutPrevu)
    refuse('reouverturePrevue', 'La réouverture vient après le début des travaux.');
  if ((gelDebut === null) !== (gelFin === null))
    refuse(gelFin === null ? 'gelFin' : 'gelDebut', 'Indiquez les deux heures, ou aucune.');
  if (gelDebut !== null && gelFin !== null && gelFin <= gelDebut)
    refuse('gelFin', 'Cette heure vient après la première.');
}

export const BesoinSaisie = z.object({ etablissementId: Identifiant, ...champs }).superRefine(verifyPrevue);
export const DossierTravauxSaisie = z
  .object({ id: Identifiant, version: versionSaisie, ...champs })
  .superRefine(verifyPrevue);

export const ImpactSaisie = z.object({
  dossierId: Identifiant,
  agents: entier('Indiquez un nombre d’agents, de 0 à 200.', 200),
});

const auCalendrier = {
  calendrier: choixFacultatif(CHOIX_CALENDRIER),
  /** Vides : celles que l'outil propose. */
  placesOffertes: z.preprocess(
    (brut) => (brut === '' || brut === undefined ? null : brut),
    nombreSaisi(PLACES_OFFERTES, { minimum: 0, maximum: PLACES_MAXIMUM })
      .pipe(z.int({ error: PLACES_OFFERTES }))
      .nullable(),
  ),
};

export const ActeTravauxSaisie = z.object({
  id: Identifiant,
  version: versionSaisie,
  acte: choixSaisi(ACTES_TRAVAUX, 'Choisissez ce que vous inscrivez.'),
  le: jourCivilSaisi(),
  motif: texteFacultatif(1000),
  ...auCalendrier,
});

/** Ce que l'on change au calendrier hors d'une étape du dossier. */
export const CalendrierSaisie = z.object({ id: Identifiant, version: versionSaisie, ...auCalendrier });

export const RelogementSaisie = z.object({
  dossierId: Identifiant,
  hoteId: identifiantSaisi('Choisissez la crèche qui accueille.'),
  enfants: listeSaisie(Identifiant),
  /** Des enfants que l'on ne nomme pas encore. */
  nombre: entier('Indiquez un nombre d’enfants, de 0 à 200.', 200),
});
export const RelogementRetrait = z.object({ relogementId: Identifiant, dossierId: Identifiant });

export const PointSaisie = z.object({
  dossierId: Identifiant,
  point: choixSaisi(POINTS_REOUVERTURE, 'Choisissez le point tenu.'),
  le: jourCivilSaisi(),
  preuve: texteSaisi('Une preuve se dit : le document, qui l’a vu, ou pourquoi le point est sans objet.', 1000),
});
export const PointRetrait = z.object({ pointId: Identifiant, dossierId: Identifiant });

const informationDite = {
  destinataire: choixSaisi(INFORMES_TRAVAUX, 'Choisissez qui est informé.'),
  le: jourCivilSaisi(),
};
const corrigee = { id: Identifiant, version: versionSaisie, motif: texteSaisi('Dites pourquoi vous corrigez.', 500) };
export const InformationTravauxSaisie = z.object({ dossierId: Identifiant, ...informationDite });
export const CorrectionInformationSaisie = z.object({ ...corrigee, ...informationDite });
export const RetraitInformationSaisie = z.object(corrigee);
