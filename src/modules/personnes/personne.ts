/** Une personne : ses codes, leurs libellés, et comment on dit son nom et sa naissance. */
import { z } from 'zod';
import { ageRevolu, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';

export const Sexe = z.enum(['feminin', 'masculin', 'inconnu'], { error: 'Choisissez le sexe.' });
export type Sexe = z.infer<typeof Sexe>;
export const LIBELLE_SEXE: Record<Sexe, string> = {
  feminin: 'féminin',
  masculin: 'masculin',
  inconnu: 'non renseigné',
};

/** Ce que vaut la date de naissance enregistrée (TPS-08) : une date incertaine ne bloque jamais une mise à l'abri. */
export const NaissancePrecision = z.enum(['exacte', 'mois', 'annee', 'declaree', 'judiciaire', 'inconnue'], {
  error: 'Dites ce que vaut cette date de naissance.',
});
export type NaissancePrecision = z.infer<typeof NaissancePrecision>;
export const LIBELLE_NAISSANCE_PRECISION: Record<NaissancePrecision, string> = {
  exacte: 'date exacte (acte d’état civil)',
  mois: 'mois connu, jour incertain',
  annee: 'année connue seulement',
  declaree: 'déclarée, sans acte',
  judiciaire: 'fixée par un jugement',
  inconnue: 'date inconnue',
};

export const AutreNomNature = z.enum(['anterieur', 'pseudonyme', 'transcription', 'autre'], {
  error: 'Choisissez de quel nom il s’agit.',
});
export type AutreNomNature = z.infer<typeof AutreNomNature>;
export const LIBELLE_AUTRE_NOM_NATURE: Record<AutreNomNature, string> = {
  anterieur: 'nom porté avant',
  pseudonyme: 'autre nom donné',
  transcription: 'autre écriture du même nom',
  autre: 'autre nom',
};

export type Identite = {
  nom: string;
  nomUsage: string | null;
  prenom: string;
  sexe: Sexe;
  dateNaissance: JourCivil | null;
  naissancePrecision: NaissancePrecision;
};

/** « née le 4 mars 2019 », « née vers 2010 (déclarée) », « né en mars 2012 », « naissance inconnue ». */
export function formatNaissance({
  sexe,
  dateNaissance,
  naissancePrecision,
}: Omit<Identite, 'nom' | 'prenom' | 'nomUsage'>): string {
  if (dateNaissance === null) return 'naissance inconnue';
  const ne = sexe === 'feminin' ? 'née' : sexe === 'masculin' ? 'né' : 'né(e)';
  const jour = formatJour(dateNaissance, 'long');
  const annee = dateNaissance.slice(0, 4);
  const phrases: Record<NaissancePrecision, string> = {
    exacte: `${ne} le ${jour}`,
    mois: `${ne} en ${jour.replace(/^\S+ /, '')}`,
    annee: `${ne} en ${annee}`,
    declaree: `${ne} vers ${annee} (déclarée)`,
    judiciaire: `${ne} le ${jour} (date fixée par jugement)`,
    inconnue: 'naissance inconnue',
  };
  return phrases[naissancePrecision];
}

/** « 7 ans », « environ 16 ans », « 5 mois » n'est pas dit : sous un an, « moins d'un an ». */
export function formatAge(
  { dateNaissance, naissancePrecision }: Pick<Identite, 'dateNaissance' | 'naissancePrecision'>,
  jour: JourCivil,
): string {
  if (dateNaissance === null) return 'âge inconnu';
  if (dateNaissance > jour) return 'à naître';
  const age = ageRevolu(dateNaissance, jour);
  const texte = age === 0 ? 'moins d’un an' : age === 1 ? '1 an' : `${age} ans`;
  return naissancePrecision === 'annee' || naissancePrecision === 'declaree' ? `environ ${texte}` : texte;
}
