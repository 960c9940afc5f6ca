import { createAlea } from './alea.ts';
import { buildComptes } from './comptes.ts';
import { buildActivite } from './creches/activite.ts';
import { buildBadges } from './creches/badges.ts';
import { buildBudgetCreches } from './creches/budget.ts';
import { buildContacts } from './creches/contacts.ts';
import { buildMondeCreches } from './creches/monde.ts';
import { buildReferentSante } from './creches/referent-sante.ts';
import { buildSuiviCreches } from './creches/suivi.ts';
import { buildTravaux } from './creches/travaux.ts';
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
  { module: 'crèches', build: (d) => d.creches.lots },
  { module: 'heures et PSU des crèches', build: buildActivite },
  {
    module: 'suivi des crèches',
    build: (d) => [
      ...buildSuiviCreches(d.creches, createAlea(d.commande.graine, d.commande.profil, 'suivi-creches')),
      buildReferentSante(d.creches, createAlea(d.commande.graine, d.commande.profil, 'referent-sante')),
      buildContacts(d.creches, createAlea(d.commande.graine, d.commande.profil, 'contacts-creches')),
    ],
  },
  {
    module: 'badges des crèches',
    build: (d) => buildBadges(d.creches, createAlea(d.commande.graine, d.commande.profil, 'badges-creches')),
  },
  { module: 'travaux des crèches', build: buildTravaux },
  { module: 'budget des crèches', build: buildBudgetCreches },
  { module: 'journal', build: buildJournal },
];

export type LotsDuModule = { module: string; lots: Lot[] };

/** Tout le département fictif, en mémoire. La même commande rend toujours les mêmes lignes. */
export function buildDepartement(commande: Commande): LotsDuModule[] {
  const organisation = buildOrganisation(commande);
  const socle = { commande, organisation, enfants: buildEnfants(commande, organisation) };
  const departement = {
    ...socle,
    informations: buildInformations(socle),
    creches: buildMondeCreches(commande, organisation),
  };
  return GENERATEURS.map(({ module, build }) => ({ module, lots: build(departement) }));
}
