import type { Contexte } from '#database/as-agent.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { TEXTES_ATTRIBUTION } from '../rules/attribution.ts';
import { countACouvrir } from './couverture-queries.server.ts';

/** Ce que les absences laissent à découvert, pour qui attribue. Une seule ligne : la liste dit qui manque à quoi. */
export async function listEcheances(contexte: Contexte): Promise<EcheanceDue[]> {
  if (!canDo(contexte.agent, 'ip.attribuer')) return [];
  const { nombre, premiere } = await countACouvrir(contexte);
  if (premiere === null) return [];
  const href = '/informations/a-couvrir?jours=0';
  return [
    {
      regle: 'IP-013',
      objet: { module: 'equipes-evaluation', type: 'couverture', id: Identifiant.parse(premiere) },
      enfantId: null,
      libelle: nombre > 1 ? `Couvrir ${nombre} évaluations` : 'Couvrir une évaluation',
      pour: contexte.aujourdhui,
      instant: null,
      gravite: 'normale',
      attenteDe: null,
      faiteLe: null,
      etapes: [
        'Un évaluateur au moins est absent ce jour, ou n’évalue plus ; le délai de l’évaluation court quand même.',
      ],
      textes: TEXTES_ATTRIBUTION,
      qui: { nom: 'Équipes d’évaluation', href, detail: 'absences et départs' },
      acte: { titre: 'Voir qui manque', href },
    },
  ];
}
