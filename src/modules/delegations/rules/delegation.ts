/**
 * Qui peut signer quoi, où, quel jour.
 *
 * Ce que dit le texte (CGCT L3221-3, al. 4) : le président du conseil départemental est chef des services ; il peut,
 * sous sa surveillance et sa responsabilité, donner délégation de signature en toute matière aux responsables de ces
 * services. CE 29 juin 2005, n° 266686 : cela comprend les agents qui exercent des responsabilités territoriales ou
 * fonctionnelles.
 *
 * Comment il est lu ici : la signature d'un agent vaut si, le jour de l'acte, une délégation à son nom nomme l'acte et
 * l'unité concernée, ou une unité qui la contient. Une délégation accordée en suppléance ne joue que si aucun délégataire
 * titulaire du même acte n'est présent ce jour.
 *
 * Non traité : l'entrée en vigueur de l'arrêté (publication, transmission au préfet), la délégation de fonctions aux élus,
 * la fin du mandat du président qui l'a signée.
 */
import { addJours, differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { containsJour } from '#shared/periode.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';
import {
  type ActeDelegable,
  type Delegation,
  type EtatDelegation,
  formatActe,
  JOURS_AVANT_FIN,
} from '../delegation.ts';
import { CE_266686, CGCT_L3221_3, SUPPLEANCE } from './textes.ts';

export type DemandeDeSignature = {
  agentId: string;
  acte: ActeDelegable;
  /** L'unité où l'acte est pris, puis celles qui la contiennent, de la plus proche au département. */
  ascendance: readonly string[];
  jour: JourCivil;
};

/** Les délégations qui nomment cet acte pour cette unité ce jour, titulaires d'abord, puis les plus proches de l'unité. */
export function listDelegationsActives(
  delegations: readonly Delegation[],
  { acte, ascendance, jour }: Omit<DemandeDeSignature, 'agentId'>,
): Delegation[] {
  return delegations
    .filter((d) => d.acte === acte && ascendance.includes(d.uniteId) && containsJour(d, jour) && d.arreteLe <= jour)
    .sort(
      (a, b) =>
        Number(a.suppleance) - Number(b.suppleance) || ascendance.indexOf(a.uniteId) - ascendance.indexOf(b.uniteId),
    );
}

/** Parmi les délégations actives, celle par laquelle l'agent signe ; la suppléance ne joue qu'en l'absence des titulaires. */
export function findSienne(actives: readonly Delegation[], agentId: string): Delegation | undefined {
  const siennes = actives.filter((d) => d.agentId === agentId);
  return siennes.find(({ suppleance }) => !suppleance) ?? (listPresents(actives).length === 0 ? siennes[0] : undefined);
}

function listPresents(actives: readonly Delegation[]): Delegation[] {
  return actives.filter(({ suppleance, agentAbsent }) => !suppleance && !agentAbsent);
}

/** La signature de cet agent vaut-elle pour cet acte, ici, ce jour ? Le verdict dit par quel arrêté, ou qui peut signer. */
export function evaluateSignature(delegations: readonly Delegation[], demande: DemandeDeSignature): Verdict {
  const actives = listDelegationsActives(delegations, demande);
  const etapes = actives.map((delegation) => formatEtape(delegation));
  const sienne = findSienne(actives, demande.agentId);
  if (sienne)
    return sienne.suppleance
      ? accepte([...etapes, 'Aucun délégataire titulaire n’est présent : la suppléance joue.'])
      : accepte([formatEtape(sienne)]);
  const quand = formatJour(demande.jour, 'long');
  const acte = formatActe(demande.acte).toLocaleLowerCase('fr');
  if (actives.some(({ agentId }) => agentId === demande.agentId)) {
    const noms = listPresents(actives)
      .map(({ agentNom }) => agentNom)
      .join(', ');
    return oppose(`La suppléance pour « ${acte} » ne joue qu’en l’absence de ${noms}.`, [SUPPLEANCE], etapes);
  }
  return oppose(
    `Aucune délégation ne permet de signer « ${acte} » le ${quand}.`,
    [CGCT_L3221_3, CE_266686],
    [
      ...etapes,
      ...(etapes.length === 0
        ? ['Personne n’a délégation pour cet acte dans cette unité ce jour : le président signe.']
        : []),
    ],
  );
}

function formatEtape({ agentNom, uniteNom, arreteNumero, arreteLe, suppleance, agentAbsent, au }: Delegation): string {
  const titre = suppleance ? 'en suppléance' : 'titulaire';
  const fin = au === null ? '' : `, jusqu’au ${formatJour(au, 'court')}`;
  const absence = agentAbsent ? ', absent ce jour' : '';
  return `${agentNom}, ${titre} pour ${uniteNom} : arrêté ${arreteNumero} du ${formatJour(arreteLe, 'court')}${fin}${absence}.`;
}

/** Où en est une délégation ; `bientot-finie` prévient à temps pour préparer l'arrêté suivant. */
export function evaluateEtat(
  { du, au }: Pick<Delegation, 'du' | 'au'>,
  jour: JourCivil,
): Exclude<EtatDelegation, 'toutes'> {
  if (du > jour) return 'a-venir';
  if (au !== null && au < jour) return 'finie';
  return au !== null && differenceEnJours(jour, au) <= JOURS_AVANT_FIN ? 'bientot-finie' : 'en-vigueur';
}

const MOTS = {
  'en-vigueur': { ton: 'fait', mot: 'en vigueur' },
  'bientot-finie': { ton: 'bientot', mot: 'bientôt finie' },
  'a-venir': { ton: 'attente', mot: 'à venir' },
  finie: { ton: 'neutre', mot: 'finie' },
} as const;

/** L'état en un mot et le ton qui le dit ; si elle finit bientôt, dans combien de temps. */
export function formatEtat(delegation: Pick<Delegation, 'du' | 'au'>, jour: JourCivil) {
  const etat = evaluateEtat(delegation, jour);
  const reste = etat === 'bientot-finie' && delegation.au ? formatDistance(delegation.au, jour) : null;
  return { ...MOTS[etat], reste };
}

/** Dernier jour de la fenêtre d'alerte. */
export function computeFinAlerte(jour: JourCivil): JourCivil {
  return addJours(jour, JOURS_AVANT_FIN);
}
