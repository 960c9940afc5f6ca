/** Les délégations en classeur Excel : les mêmes lignes que l'écran, toutes les colonnes. */
import type { ColonneEcrite } from '#documents/tableur-ecriture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Delegation, ETATS_DELEGATION, formatActe } from '../delegation.ts';
import { evaluateEtat } from '../rules/delegation.ts';

export function buildColonnesDelegations(jour: JourCivil): readonly ColonneEcrite<Delegation>[] {
  return [
    { titre: 'Agent', type: 'texte', valeur: ({ agentNom }) => agentNom },
    { titre: 'Acte', type: 'texte', largeur: 44, valeur: ({ acte }) => formatActe(acte) },
    { titre: 'Vaut dans', type: 'texte', largeur: 36, valeur: ({ uniteNom }) => uniteNom },
    { titre: 'Suppléance', type: 'booleen', valeur: ({ suppleance }) => suppleance },
    { titre: 'Premier jour', type: 'jour', valeur: ({ du }) => du },
    { titre: 'Dernier jour', type: 'jour', valeur: ({ au }) => au },
    { titre: 'Arrêté', type: 'texte', valeur: ({ arreteNumero }) => arreteNumero },
    { titre: 'Date de l’arrêté', type: 'jour', valeur: ({ arreteLe }) => arreteLe },
    { titre: 'État', type: 'texte', valeur: (delegation) => ETATS_DELEGATION[evaluateEtat(delegation, jour)] },
  ];
}
