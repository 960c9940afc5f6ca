import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';
import type { EnTeteInformation } from '../data/fiche-queries.server.ts';
import { canActer, canConduire, formatQuiAgit } from '../droits.ts';
import {
  type EtatInformation,
  isFinal,
  LIBELLE_ETAT,
  LIBELLE_SOURCE,
  LIBELLE_URGENCE,
  type Urgence,
} from '../information.ts';
import { formatAgeDeMineur, formatMineur } from '../mineur.ts';
import { type Horloge, listHorloges } from '../rules/horloge.ts';
import { type ActeInformation, LIBELLE_ACTE, listActes } from '../rules/transitions.ts';
import { findAdresseActe, formatAdresseInformation } from './adresses.ts';

const TON_URGENCE: Record<Urgence, Ton> = { immediate: 'retard', elevee: 'bientot', ordinaire: 'neutre' };
/** Jours avant le terme où l'horloge se fait remarquer. */
const BIENTOT = 15;

/** Ce que l'en-tête d'une information montre sur toutes ses pages. */
export function buildDossier(enTete: EnTeteInformation, agent: AgentEnSession, jour: JourCivil) {
  const { id, numero, etat, urgence, unite, analyste, equipe, communeNom, mineurs } = enTete;
  return {
    id,
    numero,
    /** Produire un écrit est à qui conduit l'information. */
    conduit: canConduire(agent, enTete),
    etat: LIBELLE_ETAT[etat],
    tonEtat: computeTonEtat(etat),
    urgence:
      urgence === 'immediate'
        ? LIBELLE_URGENCE.immediate
        : `Urgence ${LIBELLE_URGENCE[urgence].toLocaleLowerCase('fr')}`,
    tonUrgence: TON_URGENCE[urgence],
    enfants: mineurs.map((mineur) => `${formatMineur(mineur)}, ${formatAgeDeMineur(mineur, jour)}`),
    lieu: [communeNom, unite].filter(Boolean).join(' · '),
    unite,
    analyste,
    equipe: equipe.map(({ nom }) => nom),
    recue: formatJour(enTete.recueLe, 'long'),
    source: LIBELLE_SOURCE[enTete.source],
    closeLe: enTete.closeLe && formatJour(enTete.closeLe, 'long'),
    reanalyse: enTete.reanalyseDueLe && {
      le: formatJour(enTete.reanalyseDueLe, 'long'),
      href: canConduire(agent, enTete) ? formatAdresseInformation(id, 'urgence') : null,
    },
    horloges: listHorloges(enTete, jour, enTete.reglages).map((horloge) => buildHorloge(horloge, jour)),
    actes: listActesAFaire(enTete).map((acte) => ({
      acte,
      titre: LIBELLE_ACTE[acte],
      qui: formatQuiAgit(acte),
      href: canActer(agent, enTete, acte) ? findAdresseActe(id, acte) : undefined,
    })),
  };
}
export type Dossier = ReturnType<typeof buildDossier>;

/** On valide une fois, et avant de décider. */
function listActesAFaire({ etat, rapportValideLe, decision }: EnTeteInformation): ActeInformation[] {
  const horsTour: ActeInformation = rapportValideLe === null ? 'decider' : 'valider';
  return listActes(etat, decision).filter((acte) => acte !== horsTour);
}

function computeTonEtat(etat: EtatInformation): Ton {
  if (isFinal(etat)) return 'fait';
  return etat === 'recue' || etat === 'suspendue' ? 'attente' : 'accent';
}

function buildHorloge({ titre, pour, etapes, textes, faiteLe, retardJours }: Horloge, jour: JourCivil) {
  const jours = `${retardJours} jour${retardJours > 1 ? 's' : ''}`;
  const reste = faiteLe === null && retardJours === 0 ? formatDistance(pour, jour) : null;
  return {
    titre,
    quand:
      faiteLe === null
        ? (reste ?? `en retard de ${jours}`)
        : retardJours > 0
          ? `achevée avec ${jours} de retard`
          : 'achevée dans le délai',
    detail: `${faiteLe === null ? 'au plus tard le' : 'il fallait le'} ${formatJour(pour, 'complet')}`,
    ton: computeTonHorloge(faiteLe, retardJours, pour, jour),
    etapes,
    textes: textes.map(formatTexte),
  };
}

function computeTonHorloge(faiteLe: JourCivil | null, retardJours: number, pour: JourCivil, jour: JourCivil): Ton {
  if (retardJours > 0) return 'retard';
  if (faiteLe !== null) return 'fait';
  return pour <= addJours(jour, BIENTOT) ? 'bientot' : 'neutre';
}
