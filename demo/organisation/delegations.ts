import type { ActeDelegable } from '#modules/delegations/index.ts';
import { createAlea } from '../alea.ts';
import { formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { formatPeriode } from '../lignes.ts';
import type { Commande } from '../parametres/profils.ts';
import type { Occupation } from './agents.ts';
import type { LigneDelegation } from './lignes.ts';
import type { Unites } from './unites.ts';

/** Ce qu'un cadre signe au nom du président du conseil départemental, selon son poste. */
const CADRE: readonly ActeDelegable[] = ['mesure-administrative.decider', 'urgence.decider', 'ppe.signer'];
const INSPECTEUR: readonly ActeDelegable[] = [
  ...CADRE,
  'ip.decider',
  'signalement.saisir',
  'accueil.decider',
  'jeune-majeur.decider',
  'rapport.transmettre',
];
const POLE: readonly ActeDelegable[] = [
  ...INSPECTEUR,
  'acte-non-usuel.autoriser',
  'statut.requerir',
  'etablissement.autoriser',
];
export const ACTES: Readonly<Record<string, readonly ActeDelegable[]>> = {
  directeur: [...POLE, 'af.recruter', 'af.licencier', 'agrement.decider', 'budget.engager'],
  'responsable-pole': POLE,
  'inspecteur-enfance': INSPECTEUR,
  'responsable-territoire-enfance': ['evaluation.valider', 'mesure-administrative.decider', 'ppe.signer'],
  'cadre-territorial-ase': CADRE,
};

/** Les arrêtés de délégation sont repris au renouvellement de l'assemblée et au 1er septembre de chaque année. */
const ARRETE = parseNumero('2026-09-01');

export function buildDelegations(
  commande: Commande,
  unites: Unites,
  occupations: readonly Occupation[],
): LigneDelegation[] {
  const racine = createAlea(commande.graine, commande.profil, 'delegations');
  const signataires = occupations.filter((o) => o.au === null && o.decrit.profil in ACTES);
  const lignes: LigneDelegation[] = [];
  const poser = (o: Occupation, acte: ActeDelegable, du: Numero, au: Numero | null, suppleance = false) => {
    const alea = racine.flux(o.agentId, acte, formatNumero(du));
    lignes.push({
      id: alea.identifiant(du - 12),
      agentId: o.agentId,
      acte,
      uniteId: unites.idDe(o.decrit.uniteCode),
      periode: formatPeriode(du, au),
      arreteNumero: `${formatNumero(du).slice(0, 4)}-${String(racine.flux('arrete', o.agentId, formatNumero(du)).entier(100, 899))}`,
      arreteLe: formatNumero(du - 12),
      suppleance,
    });
  };
  // Deux cas à voir à l'écran : une délégation échue qu'on a oublié de reprendre, une autre qui expire dans deux semaines.
  const oubliee = signataires.filter((o) => o.decrit.profil === 'cadre-territorial-ase').at(-1);
  const bientot = signataires.find((o) => o.decrit.carte === 'inspecteur');
  for (const o of signataires) {
    for (const acte of ACTES[o.decrit.profil] ?? []) {
      const debut = Math.max(o.du + 20, parseNumero('2024-09-01'));
      if (debut < ARRETE - 1) poser(o, acte, debut, ARRETE - 1);
      if (o === oubliee) continue;
      if (o === bientot && acte === 'accueil.decider') poser(o, acte, ARRETE, parseNumero('2026-12-05'));
      else poser(o, acte, Math.max(ARRETE, debut), null);
    }
  }
  const pole = signataires.find((o) => o.decrit.profil === 'responsable-pole');
  if (pole) poser(pole, 'budget.engager', ARRETE, parseNumero('2027-08-31'), true);
  return lignes;
}
