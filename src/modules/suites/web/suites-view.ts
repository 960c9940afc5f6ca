import { LIBELLE_CONCLUSION } from '#modules/evaluations/index.ts';
import {
  canConduire,
  isFinal,
  LIBELLE_A_QUI,
  LIBELLE_FORME,
  LIBELLE_OBJET,
} from '#modules/informations-preoccupantes/index.ts';
import { buildLigneSignalement, formatAdresseSignalement } from '#modules/signalements/web/composants.tsx';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { InformationSuivie } from '../data/faits.server.ts';
import { LIBELLE_DECISION } from '../decision.ts';
import { type Accord, LIBELLE_ACCORD, LIBELLE_NATURE_ENVISAGEE } from '../mesure-envisagee.ts';
import type { Dite, FaitsSuites } from '../rules/faits.ts';
import { type InformationDue, listInformationsDues } from '../rules/information-due.ts';
import { formatAdresseEcrits, formatAdresseInformer, formatAdresseSuites } from './adresses.ts';

/** La page des suites : ce qui est décidé, à mettre en place, signalé, à dire, et ce qui empêche encore de clore. */
export function buildSuites(
  { cible, faits }: InformationSuivie,
  agent: AgentEnSession,
  jour: JourCivil,
  relanceJours: number,
) {
  const conduit = canConduire(agent, cible);
  return {
    decision: buildDecision(faits),
    proposition: buildProposition(faits),
    mesures: faits.mesures.map(({ id, mineurId, nature, accord, accordLe }) => ({
      id,
      nature: LIBELLE_NATURE_ENVISAGEE[nature],
      mineur: faits.mineurs.find((mineur) => mineur.id === mineurId)?.nom ?? '',
      accord: `${LIBELLE_ACCORD[accord]}${accordLe ? ` le ${formatJour(accordLe, 'court')}` : ''}`,
      ton: TON_ACCORD[accord],
    })),
    accordHref:
      conduit && faits.mesures.some(({ accord }) => accord === 'a-recueillir')
        ? formatAdresseSuites(cible.id, 'accord')
        : null,
    signalements: faits.signalements
      .map((signalement) => buildLigneSignalement(cible.id, signalement, jour, relanceJours))
      .reverse(),
    signalerHref:
      conduit && !isFinal(cible.etat) && !faits.signalements.some(({ etat }) => etat === 'brouillon')
        ? formatAdresseSignalement(cible.id, 'nouveau')
        : null,
    dues: listInformationsDues(faits).map((due) => buildDue(cible.id, due, jour, conduit)),
    sourceMuette: formatSourceMuette(faits),
    ecritsHref: conduit ? formatAdresseEcrits(cible.id) : null,
  };
}
export type SuitesVue = ReturnType<typeof buildSuites>;

const TON_ACCORD: Record<Accord, Ton> = {
  'sans-objet': 'neutre',
  'a-recueillir': 'attente',
  recueilli: 'fait',
  refuse: 'retard',
};

function buildDecision({ decision }: FaitsSuites) {
  if (!decision) return null;
  const { motif, motifEcart, signataire, decideeLe, arreteNumero } = decision;
  return {
    titre: LIBELLE_DECISION[decision.decision],
    motif,
    motifEcart,
    signee: `${signataire}, le ${formatJour(decideeLe, 'long')}, par délégation du président (arrêté ${arreteNumero})`,
  };
}

function buildProposition({ rapport }: FaitsSuites) {
  const { conclusion, proposition, argumentaire, valideLe } = rapport;
  if (!valideLe || !conclusion || !proposition) return null;
  return {
    conclusion: LIBELLE_CONCLUSION[conclusion],
    proposition: LIBELLE_DECISION[proposition],
    argumentaire,
    valideLe: formatJour(valideLe, 'long'),
  };
}

function buildDue(informationId: string, due: InformationDue, jour: JourCivil, conduit: boolean) {
  const { objet, aQui, signalementId, faite, etapes, textes } = due;
  return {
    cle: `${objet} ${aQui} ${signalementId ?? ''}`,
    quoi: LIBELLE_OBJET[objet],
    aQui: LIBELLE_A_QUI[aQui],
    quand: formatQuand(due, jour),
    ton: computeTonDue(due, jour),
    etapes,
    textes: textes.map(formatTexte),
    fait: faite && formatDite(faite),
    href: conduit ? formatAdresseInformer(informationId, due) : null,
  };
}

function formatQuand({ regle, facultative, faite, pour }: InformationDue, jour: JourCivil): string {
  if (facultative) return regle === 'usage' ? 'd’usage' : 'selon son âge et sa maturité';
  return faite ? `due le ${formatJour(pour, 'court')}` : formatDistance(pour, jour);
}

function computeTonDue({ faite, facultative, pour }: InformationDue, jour: JourCivil): Ton {
  if (faite) return 'fait';
  if (facultative) return 'neutre';
  return pour < jour ? 'retard' : 'attente';
}

function formatDite({ le, forme, dispenseMotif, precisionQui, par }: Dite): string {
  const comment = forme ? LIBELLE_FORME[forme].toLocaleLowerCase('fr') : `dispense : ${dispenseMotif}`;
  return [`le ${formatJour(le, 'court')}`, comment, precisionQui, par && `par ${par}`].filter(Boolean).join(', ');
}

/** Pourquoi rien n'est dû à la source, quand rien ne l'est. */
function formatSourceMuette({ categorieSource, suitesDemandeesLe }: FaitsSuites): string | null {
  if (categorieSource === 'anonyme') return 'La source est anonyme : rien ne lui est dû en retour (IP-026).';
  if (categorieSource === 'particulier' && suitesDemandeesLe === null)
    return 'La source est un particulier qui n’a pas demandé les suites : rien ne lui est dû tant qu’il ne les demande pas (IP-025).';
  return null;
}
