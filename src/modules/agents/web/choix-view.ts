/** Les agents et les postes à choisir dans un formulaire. */

import { formatNom } from '#shared/nom-propre.ts';
import type { Choix } from '#web/ui/champ-choix.tsx';

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
