import { formatNumero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Occupation } from '../organisation/agents.ts';
import type { LigneBrisDeGlace, LigneEnfant } from './lignes.ts';
import type { Monde } from './monde.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const JOURS = 95;
const MOTIFS = {
  urgence: 'Appel du commissariat un soir de semaine, l’enfant est connu d’un autre territoire.',
  astreinte: 'Cadre d’astreinte sollicité par le lieu d’accueil.',
  'demande-judiciaire': 'Le greffe demande une pièce, le référent est absent.',
  continuite: 'Remplacement d’un collègue absent, en attendant la nouvelle affectation.',
} as const;

/** Quelques ouvertures en urgence sur trois mois : les anciennes sont revues, celles du mois attendent leur revue. */
export function addBrisDeGlace(monde: Monde, enfants: readonly LigneEnfant[]): void {
  const alea = monde.racine.flux('bris-de-glace');
  const actuels = monde.organisation.occupations.filter((o) => o.au === null);
  const relecteur = actuels.find((o) => o.decrit.carte === 'chef-pole');
  const intervenants = actuels.filter((o) => /referent-educatif|agent-crip|evaluateur/.test(o.decrit.profil));
  const cibles = enfants.filter((e) => e.closLe === null && e.ouvertLe < formatNumero(AUJOURDHUI - JOURS));
  const nombre = Math.max(6, Math.round(30 * Math.min(1, monde.commande.echelle)));
  if (intervenants.length === 0 || cibles.length === 0) return;
  for (let i = 0; i < nombre; i++) {
    const flux = alea.flux(i);
    const occupation = flux.choix(intervenants);
    const le = Math.max(AUJOURDHUI - 1 - Math.floor((i * JOURS) / nombre), occupation.du);
    monde.lignes.brisDeGlace.push(creer(flux, le, flux.choix(cibles).id, occupation, relecteur));
  }
}

function creer(
  alea: Monde['racine'],
  le: number,
  enfantId: string,
  { agentId }: Occupation,
  relecteur: Occupation | undefined,
): LigneBrisDeGlace {
  const motif = alea.pondere({ urgence: 0.4, astreinte: 0.2, 'demande-judiciaire': 0.2, continuite: 0.2 });
  const ouvertLe = alea.instant(le);
  const revu = relecteur !== undefined && relecteur.agentId !== agentId && le < AUJOURDHUI - 35;
  return {
    id: alea.identifiant(le),
    enfantId,
    agentId,
    motif,
    explication: `DONNÉE FICTIVE – ${MOTIFS[motif]}`,
    ouvertLe,
    expireLe: `${formatNumero(le + 1)}${ouvertLe.slice(10)}`,
    revuLe: revu ? alea.instant(Math.min(le + 30, AUJOURDHUI - 2)) : null,
    revuPar: revu ? relecteur.agentId : null,
    revue: revu ? alea.pondere({ justifie: 0.88, 'a-expliquer': 0.12 }) : null,
    revueCommentaire: null,
  };
}
