/** Comment se lit le fichier d'un système de badges. */
import { z } from 'zod';
import { caseCochee, choixSaisi, identifiantFacultatif, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';

export const SEPARATEURS = {
  ';': 'Point-virgule',
  ',': 'Virgule',
  '\t': 'Tabulation',
  '|': 'Barre verticale',
} as const;
export const ENCODAGES = { UTF8: 'UTF-8', WINDOWS1252: 'Windows (Excel français)' } as const;
export const NATURES_BADGE = {
  VISITE: 'Une ligne par venue : arrivée et départ',
  PASSAGE: 'Une ligne par passage devant la borne',
} as const;
export const FORMATS_JOUR = { JMA: '20/11/2026', AMJ: '2026-11-20', MJA: '11/20/2026' } as const;

export type FormatBadge = {
  id: string;
  nom: string;
  etablissementId: string | null;
  separateur: keyof typeof SEPARATEURS;
  encodage: keyof typeof ENCODAGES;
  entete: boolean;
  nature: keyof typeof NATURES_BADGE;
  colonneBadge: string;
  colonneCreche: string | null;
  colonneJour: string;
  formatJour: keyof typeof FORMATS_JOUR;
  colonneArrivee: string | null;
  colonneDepart: string | null;
  colonneHeure: string | null;
  colonneSens: string | null;
  motArrivee: string | null;
  motDepart: string | null;
  version: number;
};

const COLONNE = 80;

export const FormatBadgeSaisie = z
  .object({
    id: Identifiant.optional(),
    version: z.coerce.number().int().positive().optional(),
    nom: texteSaisi('Nommez ce format, par exemple du nom du logiciel.', COLONNE),
    etablissementId: identifiantFacultatif(),
    separateur: choixSaisi(SEPARATEURS, 'Choisissez ce qui sépare les colonnes.'),
    encodage: choixSaisi(ENCODAGES, 'Choisissez l’encodage.'),
    entete: caseCochee,
    nature: choixSaisi(NATURES_BADGE, 'Dites ce que porte une ligne.'),
    colonneBadge: texteSaisi('Dites quelle colonne porte le badge.', COLONNE),
    colonneCreche: texteFacultatif(COLONNE),
    colonneJour: texteSaisi('Dites quelle colonne porte le jour.', COLONNE),
    formatJour: choixSaisi(FORMATS_JOUR, 'Choisissez comment s’écrit le jour.'),
    colonneArrivee: texteFacultatif(COLONNE),
    colonneDepart: texteFacultatif(COLONNE),
    colonneHeure: texteFacultatif(COLONNE),
    colonneSens: texteFacultatif(COLONNE),
    motArrivee: texteFacultatif(COLONNE),
    motDepart: texteFacultatif(COLONNE),
  })
  .superRefine((format, contexte) => {
    const verifyPresent = (
      champ: 'colonneArrivee' | 'colonneDepart' | 'colonneHeure' | 'motArrivee' | 'motDepart',
      message: string,
    ) => {
      if (format[champ] === null) contexte.addIssue({ code: 'custom', path: [champ], message });
    };
    if (format.nature === 'VISITE') {
      verifyPresent('colonneArrivee', 'Dites quelle colonne porte l’arrivée.');
      verifyPresent('colonneDepart', 'Dites quelle colonne porte le départ.');
    } else verifyPresent('colonneHeure', 'Dites quelle colonne porte l’heure du passage.');
    if (format.colonneSens !== null) {
      verifyPresent('motArrivee', 'Dites le mot qui marque une arrivée.');
      verifyPresent('motDepart', 'Dites le mot qui marque un départ.');
    }
  });
