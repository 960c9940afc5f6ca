import { buildComptes } from './comptes.ts';
import type { Departement } from './departement.ts';
import { buildEnfants } from './enfants/enfants.ts';
import { buildInformations } from './informations/informations.ts';
import { buildJournal } from './journal/journal.ts';
import type { Lot } from './lignes.ts';
import { buildMesures } from './mesures/mesures.ts';
import { buildOrganisation } from './organisation/organisation.ts';
import type { Commande } from './parametres/profils.ts';

/** Un module de plus : un dossier `demo/<module>/` (ou `demo/index.ts` dans le module), et une ligne ici. */
const GENERATEURS: readonly { module: string; build: (d: Departement) => Lot[] }[] = [
  { module: 'organisation', build: (d) => d.organisation.lots },
  { module: 'comptes', build: (d) => buildComptes(d.commande) },
  { module: 'enfants', build: (d) => d.enfants.lots },
  { module: 'informations préoccupantes', build: (d) => d.informations },
  { module: 'mesures', build: buildMesures },
  { module: 'journal', build: buildJournal },
];

export type LotsDuModule = { module: string; lots: Lot[] };

/** Tout le département fictif, en mémoire. La même commande rend toujours les mêmes lignes. */
export function buildDepartement(commande: Commande): LotsDuModule[] {
  const organisation = buildOrganisation(commande);
  const socle = { commande, organisation, enfants: buildEnfants(commande, organisation) };
  const departement = { ...socle, informations: buildInformations(socle) };
  return GENERATEURS.map(({ module, build }) => ({ module, lots: build(departement) }));
}
