/** L'enfant accueilli en crèche. */
import { z } from 'zod';
import {
  caseCochee,
  identifiantFacultatif,
  jourFacultatif,
  texteFacultatif,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { addMois, type JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';

export type Enfant = Readonly<{
  id: string;
  familleId: string;
  etablissementId: string;
  sectionId: string | null;
  section: string | null;
  nom: string;
  prenom: string;
  neLe: JourCivil;
  marcheDepuis: JourCivil | null;
  handicap: boolean;
  pai: boolean;
  badge: string | null;
  version: number;
}>;

const champs = {
  nom: texteSaisi('Indiquez le nom de l’enfant.', 80),
  prenom: texteSaisi('Indiquez son prénom.', 80),
  neLe: jourCivilSaisi(),
  marcheDepuis: jourFacultatif(),
  sectionId: identifiantFacultatif(),
  badge: texteFacultatif(30),
  pai: caseCochee,
  handicap: caseCochee,
};

const MARCHE = { error: 'Un enfant ne marche pas avant d’être né : vérifiez les deux dates.', path: ['marcheDepuis'] };
const isMarcheApres = ({ neLe, marcheDepuis }: { neLe: JourCivil; marcheDepuis: JourCivil | null }) =>
  marcheDepuis === null || marcheDepuis > neLe;

/** `autre` : un enfant du même nom, né le même jour, est déjà inscrit, et ce n'est pas lui. */
export const EnfantSaisie = z
  .object({ ...champs, familleId: Identifiant, autre: caseCochee })
  .refine(isMarcheApres, MARCHE);
export type EnfantSaisie = z.output<typeof EnfantSaisie>;
export const EnfantCorrection = z
  .object({ ...champs, id: Identifiant, version: versionSaisie })
  .refine(isMarcheApres, MARCHE);

/** L'âge d'un tout-petit se dit en mois jusqu'à trois ans : « 14 mois », « 3 ans ». */
export function formatAge(neLe: JourCivil, jour: JourCivil): string {
  if (jour < neLe) return 'à naître';
  let mois = 0;
  while (addMois(neLe, mois + 1) <= jour) mois += 1;
  return mois < 36 ? `${mois} mois` : `${Math.floor(mois / 12)} ans`;
}
