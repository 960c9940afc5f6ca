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

/** Les arrêtés de délégation sont repris au renouvellement de l'assemblée, puis quand l'organisation change. */
const ARRETES = ['2016-11-01', '2021-09-01', '2024-09-01'].map(parseNumero);
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
      if (o === oubliee) continue;
      if (o === bientot && acte === 'accueil.decider') poser(o, acte, ARRETE, parseNumero('2026-12-05'));
      else poser(o, acte, Math.max(ARRETE, o.du + 20), null);
    }
  }
  for (const { o, du, au } of occupations.flatMap(listPassees))
    for (const acte of ACTES[o.decrit.profil] ?? []) poser(o, acte, du, au);
  const pole = signataires.find((o) => o.decrit.profil === 'responsable-pole');
  if (pole) poser(pole, 'budget.engager', ARRETE, parseNumero('2027-08-31'), true);
  return lignes;
}

/** Les arrêtés échus sous lesquels il a signé : chacun depuis sa prise de poste, jusqu'à son départ. */
function listPassees(o: Occupation): { o: Occupation; du: Numero; au: Numero }[] {
  return ARRETES.flatMap((debut, i) => {
    const du = Math.max(o.du + 20, debut);
    const au = Math.min(o.au ?? ARRETE, (ARRETES[i + 1] ?? ARRETE) - 1);
    return du < au ? [{ o, du, au }] : [];
  });
}
