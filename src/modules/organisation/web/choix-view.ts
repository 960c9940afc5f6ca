/** Les choix des formulaires et des filtres de l'organisation. */
import { formatNom } from '#shared/nom-propre.ts';
import { formatNature, type UniteResume, type Vocabulaire } from '../unite.ts';

type Choix = { valeur: string; libelle: string; groupe?: string };

export function buildChoix(libelles: Readonly<Record<string, string>>): Choix[] {
  return Object.entries(libelles).map(([valeur, libelle]) => ({ valeur, libelle }));
}

/** Les unités, réunies par nature avec les mots du département. */
export function buildChoixUnites(unites: readonly UniteResume[], mots: Vocabulaire): Choix[] {
  return unites.map(({ id, nom, nature }) => ({ valeur: id, libelle: nom, groupe: formatNature(nature, mots) }));
}

export function buildChoixAgents(
  agents: readonly { id: string; nom: string; prenom: string; poste: string | null; unite: string | null }[],
): Choix[] {
  return agents.map(({ id, nom, prenom, poste, unite }) => ({
    valeur: id,
    libelle: [formatNom(nom, prenom), poste, unite].filter(Boolean).join(', '),
  }));
}

export function buildChoixPostes(
  postes: readonly { id: string; numero: string; intitule: string; unite: string; titulaire: string | null }[],
): Choix[] {
  return postes.map(({ id, numero, intitule, unite, titulaire }) => ({
    valeur: id,
    libelle: `${intitule} (${numero}), ${titulaire ?? 'vacant'}`,
    groupe: unite,
  }));
}
