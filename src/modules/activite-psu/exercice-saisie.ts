/** Ce qu'on saisit d'un exercice, d'un barème ou d'un mois : des euros et des heures, comme on les lit sur les papiers de la Caf. */
import { z } from 'zod';
import { choixSaisi, nombreSaisi, texteSaisi } from '#shared/champ-saisi.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';

export const Annee = z.coerce.number({ error: 'Indiquez une année.' }).int().min(2014).max(2100);

const EUROS = { minimum: 0, maximum: 100_000_000 };
const HEURES = { minimum: 0, maximum: 2_000_000 };

function facultatif<S extends z.ZodType>(schema: S) {
  return z.preprocess(
    (brut) => (typeof brut === 'string' && brut.trim() === '' ? null : (brut ?? null)),
    schema.nullable(),
  );
}
const eurosFacultatifs = () =>
  facultatif(
    nombreSaisi('Indiquez un montant en euros, par exemple 1 200 000.', EUROS).transform((euros) =>
      Math.round(100 * euros),
    ),
  );
const heuresFacultatives = () =>
  facultatif(
    nombreSaisi('Indiquez un nombre d’heures, par exemple 103 950.', HEURES).transform((heures) =>
      Math.round(60 * heures),
    ),
  );
const versionFacultative = facultatif(z.coerce.number().int().positive());

export const MOIS_PREVUS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
const prevus = Object.fromEntries(MOIS_PREVUS.map((m) => [`prevu${m}`, heuresFacultatives()])) as Record<
  `prevu${(typeof MOIS_PREVUS)[number]}`,
  ReturnType<typeof heuresFacultatives>
>;

export const ExerciceSaisie = z.object({
  id: Identifiant,
  annee: Annee,
  version: versionFacultative,
  charges: eurosFacultatifs(),
  chargesPrevues: eurosFacultatifs(),
  autresRecettes: eurosFacultatifs(),
  bonusMixite: eurosFacultatifs(),
  bonusHandicap: eurosFacultatifs(),
  bonusTerritoire: eurosFacultatifs(),
  bonusAttractivite: eurosFacultatifs(),
  facturees: heuresFacultatives(),
  realisees: heuresFacultatives(),
  ...prevus,
  journeesPedagogiques: facultatif(
    nombreSaisi('De 0 à 10 journées.', { minimum: 0, maximum: 10 }).pipe(z.int({ error: 'De 0 à 10 journées.' })),
  ),
  horsPresence: heuresFacultatives(),
  exceptionnelles: heuresFacultatives(),
  organismeCaf: facultatif(
    z
      .string()
      .trim()
      .regex(/^[0-9]{1,4}$/, { error: 'Quatre chiffres au plus.' }),
  ),
});
export type ExerciceSaisie = z.infer<typeof ExerciceSaisie>;

const PRIX = { minimum: 0.01, maximum: 100 };
const prix = () => nombreSaisi('Indiquez un prix horaire en euros, par exemple 9,38.', PRIX);

export const CONFIANCES_BAREME = {
  'a-confirmer': 'À confirmer',
  verifie: 'Vérifié dans l’annexe de la Cnaf',
} as const;

export const BaremeSaisie = z
  .object({
    annee: Annee,
    version: versionFacultative,
    pmaxAvec: prix(),
    pmoyenAvec: facultatif(prix()),
    pminAvec: prix(),
    pmaxSans: prix(),
    pmoyenSans: facultatif(prix()),
    pminSans: prix(),
    confiance: choixSaisi(CONFIANCES_BAREME, 'Dites si ce barème est vérifié.'),
    source: texteSaisi('Indiquez d’où vient ce barème : annexe, date, page.', 300),
  })
  .refine(({ pminAvec, pmaxAvec }) => pminAvec <= pmaxAvec, {
    error: 'Le prix le plus bas dépasse le plus haut.',
    path: ['pminAvec'],
  })
  .refine(({ pminSans, pmaxSans }) => pminSans <= pmaxSans, {
    error: 'Le prix le plus bas dépasse le plus haut.',
    path: ['pminSans'],
  })
  .refine(({ annee, pmoyenAvec, pmoyenSans }) => annee > 2024 || (pmoyenAvec !== null && pmoyenSans !== null), {
    error: 'Jusqu’en 2024, le barème a trois paliers : indiquez celui du milieu.',
    path: ['pmoyenAvec'],
  });
export type BaremeSaisie = z.infer<typeof BaremeSaisie>;

export const RecompteSaisie = z.object({ id: Identifiant, annee: Annee });
export const MoisSaisie = z.object({ id: Identifiant, mois: JourCivil });
