/** La famille d'un enfant accueilli en crèche. */
import { z } from 'zod';
import { caseCochee, choixFacultatif, texteFacultatif, texteSaisi, versionSaisie } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

/** FIL : le régime d'allocations ; seul le premier est sûr, les autres libellés sont à confirmer. */
export const REGIMES = { 1: 'Régime général', 2: 'Autre régime (2)', 3: 'Autre régime (3)' } as const;

export function formatRegime(regime: number | null): string | null {
  return regime === null ? null : (REGIMES[regime as keyof typeof REGIMES] ?? String(regime));
}

export type Famille = Readonly<{
  id: string;
  etablissementId: string;
  nom: string;
  telephone: string | null;
  courriel: string | null;
  adresse: string | null;
  codePostal: string | null;
  matriculeCaf: string | null;
  regime: number | null;
  monoparentale: boolean;
  apparaitFiloue: boolean;
  version: number;
}>;

const champs = {
  nom: texteSaisi('Indiquez le nom de la famille.', 80),
  telephone: texteFacultatif(20).refine((texte) => texte === null || /^\+?[\d\s.()-]{4,}$/.test(texte), {
    error: 'Écrivez le téléphone avec des chiffres, comme 03 22 00 00 00.',
  }),
  courriel: texteFacultatif(254).refine((texte) => texte === null || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(texte), {
    error: 'Écrivez l’adresse comme prenom.nom@exemple.fr.',
  }),
  adresse: texteFacultatif(),
  codePostal: texteFacultatif(5).refine((texte) => texte === null || /^\d{5}$/.test(texte), {
    error: 'Le code postal a cinq chiffres.',
  }),
  matriculeCaf: texteFacultatif(13).refine((texte) => texte === null || /^\d{1,13}$/.test(texte), {
    error: 'Le numéro d’allocataire n’a que des chiffres, sans la lettre de contrôle.',
  }),
  regime: choixFacultatif(REGIMES).transform((regime) => (regime === null ? null : Number(regime))),
  monoparentale: caseCochee,
  apparaitFiloue: caseCochee,
};

export const FamilleSaisie = z.object({ ...champs, etablissementId: Identifiant });
export const FamilleCorrection = z.object({ ...champs, id: Identifiant, version: versionSaisie });
