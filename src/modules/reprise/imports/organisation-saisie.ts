import { z } from 'zod';
import { jourFacultatif, texteFacultatif, texteSaisi } from '#shared/champ-saisi.ts';
import type { LigneDeBase } from './definition.ts';

const quotite = texteFacultatif(10).transform((texte, contexte) => {
  if (texte === null) return null;
  const nombre = Number(texte.replace(/[\s%]/g, '').replace(',', '.'));
  const centieme = nombre > 0 && nombre <= 1 ? nombre * 100 : nombre;
  if (centieme >= 1 && centieme <= 100) return Math.round(centieme * 100) / 100;
  contexte.addIssue({ code: 'custom', message: 'La quotité est un nombre de 1 à 100.' });
  return z.NEVER;
});

export const OrganisationImport = z.object({
  type: texteSaisi('Dites ce qu’est cette ligne : direction, service, territoire, site ou poste.', 20),
  code: texteSaisi('Le code manque.', 30),
  nom: texteSaisi('Le nom manque.'),
  rattachement: texteFacultatif(30),
  adresse: texteFacultatif(300),
  commune: texteFacultatif(80),
  telephone: texteFacultatif(20),
  communes: texteFacultatif(20_000).transform((texte) =>
    (texte ?? '')
      .split(/[;,|\n]/)
      .map((nom) => nom.trim())
      .filter(Boolean),
  ),
  profil: texteFacultatif(60),
  metier: texteFacultatif(80),
  quotite,
  responsable: texteFacultatif(30),
  du: jourFacultatif(),
});
export type OrganisationImport = z.infer<typeof OrganisationImport>;

export type SecteurConnu = { ligne: LigneDeBase; uniteId: string; uniteNom: string; du: string; prevu?: true };

/** Ce que Marelle sait déjà, et ce que les lignes d'avant vont créer (`prevue`). */
export type FondsOrganisation = {
  unites: Map<string, { ligne: LigneDeBase; ouverte: boolean }>;
  postes: Map<string, { ligne: LigneDeBase; ouvert: boolean }>;
  /** Code Insee ou nom normalisé → code Insee ; plusieurs quand le nom est porté par plusieurs communes. */
  communes: Map<string, readonly string[]>;
  nomsDeCommune: Map<string, string>;
  secteurs: Map<string, SecteurConnu>;
};

export function buildCleCode(genre: 'unite' | 'poste', code: string): string {
  return `${genre}:${code.trim().toUpperCase()}`;
}
