/** Les règles par leur identifiant, et l'acte que l'on inscrit quand l'une est satisfaite. */
import type { Regle } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { REGLES } from './referentiel.ts';

const PAR_ID: ReadonlyMap<string, Regle> = new Map(REGLES.map((regle) => [regle.id, regle]));

/** Indéfinie pour une règle d'une version plus récente ou retirée, que la nuit effacera. */
export function findRegle(id: string): Regle | undefined {
  return PAR_ID.get(id);
}

export function listTextes(id: string): readonly TexteLegal[] {
  return PAR_ID.get(id)?.textes ?? [];
}

/** Toutes les règles, par leur libellé. */
export function listReglesAChoisir(): { valeur: string; libelle: string }[] {
  return REGLES.map(({ id, libelle }) => ({ valeur: id, libelle: `${libelle} (${id})` })).toSorted((a, b) =>
    a.libelle.localeCompare(b.libelle, 'fr'),
  );
}
