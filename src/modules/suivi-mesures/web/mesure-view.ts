import { type CodeMesure, type EtatMesure, getMesure } from '#modules/mesures/index.ts';
import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatDistance, formatJour } from '#shared/jour-civil-format.ts';
import { formatPeriode } from '#shared/periode-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { Ton } from '#web/ui/ton.ts';

export const TON_ETAT: Record<EtatMesure, Ton> = {
  demandee: 'attente',
  proposee: 'attente',
  'accord-recueilli': 'attente',
  decidee: 'bientot',
  'en-attente-execution': 'bientot',
  'en-cours': 'fait',
  suspendue: 'bientot',
  'en-renouvellement': 'accent',
  renouvelee: 'fait',
  terminee: 'neutre',
  mainlevee: 'neutre',
  'echue-sans-decision': 'retard',
  transferee: 'neutre',
  refusee: 'neutre',
  annulee: 'neutre',
};

/** Le texte qui fonde la mesure, tel qu'il se lisait ce jour. */
export function formatFondement(code: CodeMesure, jour: JourCivil): string {
  return getMesure(code, jour).base.map(formatTexte).join(' ; ');
}

export function formatPeriodeDecidee(du: JourCivil | null, au: JourCivil | null): string {
  return du === null ? 'pas encore décidée' : formatPeriode(du, au);
}

const BIENTOT_JOURS = 30;

/** Le dernier jour couvert : ce qui reste, ou depuis quand il est passé. */
export function buildTerme(au: JourCivil | null, jour: JourCivil): { texte: string; ton: Ton } | null {
  if (au === null) return null;
  const reste = differenceEnJours(jour, au);
  if (reste < 0) return { texte: `échue depuis ${formatJours(-reste)}`, ton: 'retard' };
  return { texte: `finit ${formatDistance(au, jour)}`, ton: reste <= BIENTOT_JOURS ? 'bientot' : 'neutre' };
}

const AN = 365;
const MOIS = 30;

/** L'âge d'une attente, en jours et comme on le dit. */
export function formatAttente(jours: number): string {
  if (jours < 2 * MOIS) return formatJours(jours);
  const mois = Math.floor(jours / MOIS);
  return `${formatJours(jours)} (${jours < AN ? `${mois} mois` : `plus d’un an`})`;
}

/** Un mot à côté de la couleur : l'attente est longue passé le délai que le département vise. */
export function buildAncienneteAttente(jours: number, longue: number): { mot: string; ton: Ton } {
  return jours > longue ? { mot: 'longue', ton: 'retard' } : { mot: 'récente', ton: 'attente' };
}

export function formatJours(jours: number): string {
  return `${jours.toLocaleString('fr-FR')} jour${jours > 1 ? 's' : ''}`;
}

export function formatLe(jour: JourCivil | null): string {
  return jour === null ? '' : formatJour(jour, 'court');
}
