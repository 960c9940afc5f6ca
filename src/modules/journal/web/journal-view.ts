import { formatHeure } from '#shared/instant.ts';
import { type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatActe, SUJETS } from '../acte.ts';
import type { Evenement } from '../evenement.ts';

export type LigneDeJournal = {
  id: string;
  quand: string;
  heure: string;
  agent: string;
  agentHref: string | null;
  sujet: string;
  acte: string;
  enfant: string | null;
  enfantHref: string | null;
  detail: string;
};

export function buildLigne(evenement: Evenement, aujourdhui: JourCivil): LigneDeJournal {
  const jour = jourCivilDeInstant(evenement.le);
  return {
    id: evenement.id,
    quand: jour === aujourdhui ? 'aujourd’hui' : formatJour(jour, 'court'),
    heure: formatHeure(evenement.le),
    agent: evenement.agent,
    agentHref: evenement.agentId ? `/organisation/agents/${evenement.agentId}` : null,
    sujet: SUJETS[evenement.acte.split('.')[0] ?? ''] ?? 'Autre',
    acte: formatActe(evenement.acte),
    enfant: evenement.enfant,
    enfantHref: evenement.enfantId ? `/enfants/${evenement.enfantId}` : null,
    detail: formatDetail(evenement.detail),
  };
}

/** «motif : urgence, champs : nom, prénom» ; le journal ne porte ni nom ni récit. */
function formatDetail(detail: Record<string, unknown>): string {
  return Object.entries(detail)
    .map(
      ([cle, valeur]) =>
        `${cle} : ${Array.isArray(valeur) ? valeur.join(', ') : typeof valeur === 'object' ? JSON.stringify(valeur) : String(valeur)}`,
    )
    .join(' · ');
}
