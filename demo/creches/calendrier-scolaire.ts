import { getZoneFeriee, listJoursFeries } from '#shared/jours-feries.ts';
import { type Numero, parseNumero } from '../calendrier.ts';
import { CODES_DEPARTEMENT, type Profil } from '../parametres/profils.ts';

/** Vacances scolaires, de mémoire (C) : elles ne servent qu'à la vraisemblance des présences. */
const COMMUNES: readonly [string, string][] = [
  ['2025-12-20', '2026-01-04'],
  ['2026-07-04', '2026-08-31'],
  ['2026-10-17', '2026-11-01'],
  ['2026-12-19', '2027-01-03'],
];
const ZONE_B: readonly [string, string][] = [
  ['2026-02-14', '2026-03-01'],
  ['2026-04-11', '2026-04-26'],
];
const PAR_PROFIL: Readonly<Record<Profil, readonly [string, string][]>> = {
  manche: ZONE_B,
  somme: ZONE_B,
  'val-de-marne': [
    ['2026-02-21', '2026-03-08'],
    ['2026-04-18', '2026-05-03'],
  ],
};

export const listVacances = (profil: Profil): { du: Numero; au: Numero }[] =>
  [...COMMUNES, ...PAR_PROFIL[profil]].map(([du, au]) => ({ du: parseNumero(du), au: parseNumero(au) }));

/** Les jours fériés du département, sur les années de la démonstration. */
export const listFeries = (profil: Profil): Numero[] =>
  [2025, 2026, 2027]
    .flatMap((annee) => listJoursFeries(annee, getZoneFeriee(CODES_DEPARTEMENT[profil])))
    .map(({ jour }) => parseNumero(jour));
