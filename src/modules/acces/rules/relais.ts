/**
 * CON-001 : l'absence d'un référent se relaie.
 *
 * Ce que dit la règle : aucun texte n'organise le remplacement d'un référent absent ; la pratique relevée dans les fiches de
 * poste est que ses tâches et ses droits passent à un collègue nommé, pour un temps. Les délais légaux ne s'interrompent pas.
 * Comment elle est lue ici : de premier jour à dernier jour, bornes comprises, le collègue voit les enfants dont la personne
 * est référente et trouve ce qui leur est dû ; chaque échéance garde sa date. Un relais ne se confie pas dans le passé, et ne
 * se relaie pas à son tour. Une situation restreinte reste à ceux qui y sont nommés.
 * Non traité : la délégation de signature, qui demande un arrêté (module delegations) ; l'intérim d'un poste vacant, qui est
 * une affectation (module agents).
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Periode } from '#shared/periode.ts';

export type EtatRelais = 'a-venir' | 'en-cours' | 'fini';
export const LIBELLE_ETAT_RELAIS: Record<EtatRelais, string> = {
  'a-venir': 'à venir',
  'en-cours': 'en cours',
  fini: 'fini',
};

export function evaluateEtatRelais({ du, au }: Periode, jour: JourCivil): EtatRelais {
  if (du > jour) return 'a-venir';
  return au !== null && au < jour ? 'fini' : 'en-cours';
}

/** Pourquoi ces jours ne conviennent pas, et le champ en cause. */
export function evaluateDebutRelais(du: JourCivil, jour: JourCivil): string | null {
  return du < jour ? 'Un relais ne commence pas avant aujourd’hui : ce qui est passé ne se confie plus.' : null;
}
