import type { CibleEnfant } from '#modules/acces/index.ts';
import {
  ACTES_MESURE,
  type ActeMesure,
  canDeciderMesure,
  canDonnerAvis,
  canExecuterMesure,
  canProposerMesure,
  canRecevoirDecision,
  getMesure,
  isEtatFinal,
  listActesMesure,
  type MesureInscrite,
} from '#modules/mesures/index.ts';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatAdresseMesure } from './adresses.ts';

export type Droit = { agent: AgentEnSession; cible: CibleEnfant; jour: JourCivil };
type Juge = (agent: AgentEnSession, cible: CibleEnfant, jour: JourCivil) => boolean;

/** Une page d'acte : l'acte de la table des états qu'elle fait, et qui le peut pour une prestation ou une décision de justice. */
type PageDActe = {
  acte: ActeMesure;
  administrative: Juge;
  judiciaire: Juge;
  /** Ce qui s'est passé avant le terme s'inscrit encore après : on lit l'état écrit. */
  apresTerme?: boolean;
};

const page = (acte: ActeMesure, administrative: Juge, judiciaire: Juge = administrative): PageDActe => ({
  acte,
  administrative,
  judiciaire,
});
const execution = (acte: ActeMesure): PageDActe => ({ ...page(acte, canExecuterMesure), apresTerme: true });

/** Les pages des actes, dans l'ordre où leurs boutons se lisent. */
const PAGES = {
  decider: page('decider', canDeciderMesure),
  recevoir: page('recevoir', canRecevoirDecision),
  debut: execution('debuter'),
  attente: execution('attendre'),
  reprendre: execution('reprendre'),
  renouveler: page('renouveler', canDeciderMesure, canRecevoirDecision),
  preparer: page('preparer-renouvellement', canExecuterMesure),
  modifier: page('modifier', canDeciderMesure, canRecevoirDecision),
  suspendre: execution('suspendre'),
  mainlevee: page('lever', canRecevoirDecision),
  finir: page('terminer', canExecuterMesure),
  transferer: page('transferer', canExecuterMesure),
  refuser: page('refuser', canDeciderMesure),
  annuler: page('annuler', canProposerMesure),
} as const satisfies Record<string, PageDActe>;
type CheminDEtat = keyof typeof PAGES;

/** Les actes qui ne changent pas d'état par eux-mêmes. */
const LIBRES = {
  avis: 'Donner un avis',
  accord: 'Inscrire l’accord ou le refus',
  service: 'Dire quel service l’exerce',
} as const;
type CheminLibre = keyof typeof LIBRES;
export type CheminActe = CheminDEtat | CheminLibre;

function isLibre(chemin: CheminActe): chemin is CheminLibre {
  return chemin in LIBRES;
}

/** Le titre d'un acte, celui de son bouton et de sa page. */
export function formatActe(chemin: CheminActe): string {
  return isLibre(chemin) ? LIBRES[chemin] : ACTES_MESURE[PAGES[chemin].acte];
}

export function findActe(texte: string): CheminActe | undefined {
  return Object.hasOwn(PAGES, texte) || Object.hasOwn(LIBRES, texte) ? (texte as CheminActe) : undefined;
}

/** Cet agent peut-il faire cet acte sur cette mesure, dans l'état où elle est ? */
export function canActer(chemin: CheminActe, mesure: MesureInscrite, droit: Droit): boolean {
  if (isLibre(chemin)) return canActerLibrement(chemin, mesure, droit);
  const { acte, apresTerme, [mesure.origine]: juge }: PageDActe = PAGES[chemin];
  const etat = apresTerme ? mesure.etatInscrit : mesure.etat;
  const permis = listActesMesure(etat, mesure.origine).includes(acte);
  return permis && canSuivre(chemin, mesure, droit.jour) && juge(droit.agent, droit.cible, droit.jour);
}

/** Une mesure que la loi ne renouvelle pas n'en propose pas l'acte ; décidée, c'est sa décision que l'on corrige. */
function canSuivre(chemin: CheminDEtat, { code, decideeLe }: MesureInscrite, jour: JourCivil): boolean {
  if (chemin === 'annuler') return decideeLe === null;
  return (chemin !== 'renouveler' && chemin !== 'preparer') || getMesure(code, jour).renouvellement.possible;
}

function canActerLibrement(chemin: CheminLibre, mesure: MesureInscrite, { agent, cible, jour }: Droit): boolean {
  const { etat, origine, decideeLe } = mesure;
  if (isEtatFinal(etat)) return false;
  if (chemin === 'service') return canExecuterMesure(agent, cible, jour);
  if (chemin === 'accord') return origine === 'administrative' && canProposerMesure(agent, cible, jour);
  return (decideeLe === null || etat === 'en-renouvellement') && canDonnerAvis(agent, cible, jour);
}

/** Les actes possibles, chacun un bouton ; celui qu'on attend d'abord vient en premier. */
export function listActes(mesure: MesureInscrite, droit: Droit) {
  const avant = mesure.decideeLe === null ? (['accord', 'avis'] as const) : [];
  const apres = mesure.decideeLe === null ? [] : (['accord', 'avis'] as const);
  const chemins: CheminActe[] = [...avant, ...(Object.keys(PAGES) as CheminDEtat[]), ...apres, 'service'];
  return chemins
    .filter((chemin) => canActer(chemin, mesure, droit))
    .map((chemin) => ({ acte: chemin, titre: formatActe(chemin), href: formatAdresseMesure(mesure.id, chemin) }));
}

/** Corriger l'exécution : qui peut l'inscrire, tant que la mesure n'est ni refusée ni annulée. */
export function canCorrigerExecution({ etat }: MesureInscrite, { agent, cible, jour }: Droit): boolean {
  return etat !== 'annulee' && etat !== 'refusee' && canExecuterMesure(agent, cible, jour);
}

/** Corriger une décision : qui peut la prendre, ou l'inscrire. */
export function canCorriger({ origine }: MesureInscrite, { agent, cible, jour }: Droit): boolean {
  return origine === 'administrative' ? canDeciderMesure(agent, cible, jour) : canRecevoirDecision(agent, cible, jour);
}
