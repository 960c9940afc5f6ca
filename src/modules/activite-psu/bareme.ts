/** Le barème de la prestation de service unique d'une année : une donnée versionnée, avec sa source et sa confiance (GEN-01). */
import { createDonneeDatee } from '#shared/donnee-datee.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Confiance } from '#shared/texte-legal.ts';

/** Des prix plafonds par heure, en dix-millièmes d'euro ; le palier du milieu n'existe que jusqu'en 2024. */
export type PrixPlafonds = Readonly<{ pmax: number; pmoyen: number | null; pmin: number }>;

export type BaremePsu = Readonly<{
  annee: number;
  /** Couches et repas fournis, ou non : deux niveaux de service (PSU-02). */
  avec: PrixPlafonds;
  sans: PrixPlafonds;
  /** Part prise en charge, en pour cent. */
  taux: number;
  seuilBas: number;
  seuilHaut: number;
  confiance: Confiance;
  source: string;
  /** Les prix les plus bas de la première année saisie depuis qu'ils sont gelés ; rien avant elle, ni après le gel (PSU-05). */
  gele?: Readonly<{ annee: number; avec: number; sans: number }> | null;
}>;

export type FormeBareme = 'PALIERS' | 'LINEAIRE';

/** PSU-02, PSU-03 : trois paliers jusqu'au 31 décembre 2024, une droite depuis le 1er janvier 2025. */
export const FORMES_BAREME = createDonneeDatee<FormeBareme>('Forme du barème de la PSU', [
  { du: jourCivil('2014-01-01'), au: jourCivil('2024-12-31'), valeur: 'PALIERS' },
  { du: jourCivil('2025-01-01'), au: null, valeur: 'LINEAIRE' },
]);

/** PSU-05 : le prix le plus bas ne bouge pas de la droite de 2025 jusqu'en 2027. */
const GEL_PMIN = createDonneeDatee<number>('Première année du prix plafond le plus bas gelé', [
  { du: jourCivil('2025-01-01'), au: jourCivil('2027-12-31'), valeur: 2025 },
]);

/** L'année depuis laquelle le prix le plus bas de celle-ci est gelé ; rien s'il ne l'est pas. */
export function findDebutDuGel(annee: number): number | undefined {
  const jour = jourCivil(`${annee}-01-01`);
  return GEL_PMIN.versions.find(({ du, au }) => du <= jour && (au === null || jour <= au))?.valeur;
}

export const LIBELLE_CONFIANCE_BAREME: Record<Confiance, string> = {
  verifie: 'barème vérifié',
  'a-confirmer': 'barème à confirmer',
  local: 'barème du département',
};

/** « barème 2026, à confirmer : barème fictif de la démonstration ». */
export function formatBareme({ annee, confiance, source }: BaremePsu): string {
  return `barème ${annee} (${LIBELLE_CONFIANCE_BAREME[confiance]} : ${source})`;
}
