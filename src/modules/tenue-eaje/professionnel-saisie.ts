/** Ce que l'on peut taper d'un professionnel : son métier, ses heures, l'ordre de suppléance. */

import { z } from 'zod';
import { CATEGORIES_PRO, JOURS_DE_SEMAINE, LIBELLES_METIER, parseMinutes } from '#modules/eaje/index.ts';
import {
  caseCochee,
  champsReunis,
  choixFacultatif,
  choixSaisi,
  identifiantFacultatif,
  jourFacultatif,
  nombreSaisi,
  texteSaisi,
  versionSaisie,
} from '#shared/champ-saisi.ts';
import { parseHeure } from '#shared/heure-saisie.ts';
import { Identifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { jourCivilSaisi } from '#shared/jour-civil-saisie.ts';
import { findPlage, formatMinutes } from '#shared/quart-d-heure.ts';

/** Au-delà, une recherche par le nom se précise. */
export const CANDIDATS_MONTRES = 12;

const emploi = {
  metier: choixSaisi(LIBELLES_METIER, 'Choisissez le métier.'),
  /** Vide : celle du métier. */
  categorie: choixFacultatif(CATEGORIES_PRO),
  quotite: nombreSaisi('Indiquez un pourcentage, de 1 à 100.', { minimum: 1, maximum: 100 }),
  sectionId: identifiantFacultatif(),
  experienceDepuis: jourFacultatif(),
  au: jourFacultatif(),
};

export const ProfessionnelSaisie = z
  .object({
    etablissementId: Identifiant,
    matricule: texteSaisi('Indiquez le matricule de l’agent.', 40),
    du: jourCivilSaisi(),
    ...emploi,
  })
  .refine(({ du, au }) => au === null || au >= du, { error: 'La fin précède le début.', path: ['au'] });
export const ProfessionnelCorrection = z.object({ id: Identifiant, version: versionSaisie, ...emploi });

const heureFacultative = z
  .string()
  .optional()
  .transform((texte, contexte): number | null => {
    if (texte === undefined || texte.trim() === '') return null;
    const heure = parseHeure(texte);
    if (heure !== undefined) return parseMinutes(heure);
    contexte.addIssue({ code: 'custom', message: 'Écrivez l’heure comme 8 h 30.' });
    return z.NEVER;
  });
export const RANGS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const heures = z.partialRecord(z.enum(RANGS), heureFacultative).default({});

/** Une semaine type : `debut.1` et `fin.1` pour lundi ; vides, il ne vient pas. */
export const HoraireSaisie = champsReunis(
  z
    .object({
      professionnelId: Identifiant,
      /** Les horaires que l'on a lus, le plus ancien d'abord. */
      version: z.string(),
      /** Ceux qui commencent ce jour ou après s'effacent, et on le veut. */
      retirer: caseCochee,
      du: jourCivilSaisi(),
      debut: heures,
      fin: heures,
      pauseDebut: heureFacultative,
      pauseFin: heureFacultative,
    })
    .superRefine(({ debut, fin, pauseDebut, pauseFin }, contexte) => {
      const signale = (path: string[], message: string) => contexte.addIssue({ code: 'custom', path, message });
      for (const rang of RANGS) {
        const [a, b] = [debut[rang] ?? null, fin[rang] ?? null];
        if ((a === null) !== (b === null)) signale(['fin', rang], 'Indiquez le début et la fin, ou rien.');
        else if (a !== null && b !== null && b <= a) signale(['fin', rang], 'La fin doit être après le début.');
      }
      if (
        (pauseDebut === null) !== (pauseFin === null) ||
        (pauseDebut !== null && pauseFin !== null && pauseFin <= pauseDebut)
      )
        signale(['pauseFin'], 'Indiquez une pause qui finit après son début, ou rien.');
    }),
);

/** Des lignes ordonnées telles qu'un formulaire les garde pour dire ce qu'il a lu. */
export const formatOrdreLu = (ids: readonly string[]): string => ids.join(' ');

export type HoraireInscrit = Readonly<{
  id: string;
  du: JourCivil;
  au: JourCivil | null;
  semaine: readonly number[];
  pauseDebut: number | null;
  pauseFin: number | null;
}>;

/** « lundi 8 h – 16 h, mardi 9 h – 17 h ; pause 12 h – 12 h 45 » */
export function formatHoraire({ semaine, pauseDebut, pauseFin }: HoraireInscrit): string {
  const jours = RANGS.flatMap((rang) => {
    const plage = findPlage(semaine, Number(rang));
    return plage ? [`${JOURS_DE_SEMAINE[rang]} ${formatMinutes(plage.debut)} – ${formatMinutes(plage.fin)}`] : [];
  });
  const semaineDite = jours.length > 0 ? jours.join(', ') : 'ne vient aucun jour';
  if (pauseDebut === null || pauseFin === null) return semaineDite;
  return `${semaineDite} ; pause ${formatMinutes(pauseDebut)} – ${formatMinutes(pauseFin)}`;
}

/** `rang.<professionnel>` : sa place, ou rien. */
export const SuppleanceSaisie = champsReunis(
  z.object({
    etablissementId: Identifiant,
    /** L'ordre que l'on a lu, le premier d'abord. */
    version: z.string(),
    rang: z
      .record(Identifiant, z.string().regex(/^\s*([1-9]\d?)?\s*$/, 'Indiquez un rang : 1, 2, 3…, ou rien.'))
      .default({}),
  }),
);
