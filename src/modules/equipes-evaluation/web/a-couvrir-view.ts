import { formatMineur, LIBELLE_ETAT } from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDistance } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { EvaluationACouvrir } from '../data/couverture-queries.server.ts';
import { evaluateDecouvert } from '../rules/couverture.ts';

export type LigneACouvrir = {
  id: string;
  numero: string;
  enfants: string;
  etat: string;
  unite: string;
  echeance: string;
  enRetard: boolean;
  /** « ALMA Agent : absent jusqu'au lundi 30 nov. » */
  manquent: string[];
  /** Qui reste ; vide quand il n'y a plus personne. */
  restent: string;
};

export function buildLigne(
  { mineurs, equipe, etat, echeance, ...ligne }: EvaluationACouvrir,
  jour: JourCivil,
  horizon: number,
): LigneACouvrir {
  const membres = equipe.map((membre) => ({
    nom: formatNom(membre.nom, membre.prenom),
    decouvert: evaluateDecouvert(membre, jour, horizon),
  }));
  return {
    id: ligne.id,
    numero: ligne.numero,
    unite: ligne.unite,
    enfants: mineurs.map(formatMineur).join(', '),
    etat: LIBELLE_ETAT[etat],
    echeance: formatDistance(echeance, jour),
    enRetard: echeance < jour,
    manquent: membres.flatMap(({ nom, decouvert }) => (decouvert ? [`${nom} : ${decouvert.phrase}`] : [])),
    restent: membres
      .filter(({ decouvert }) => decouvert === null)
      .map(({ nom }) => nom)
      .join(', '),
  };
}
