import type { Ton } from '#web/ui/ton.ts';
import type { Issue, Passage, Travail } from '../travail.ts';

const TONS: Record<Issue, Ton> = { fait: 'fait', echec: 'retard', coupe: 'bientot', 'en-cours': 'attente' };

export function formatTon(issue: Issue): Ton {
  return TONS[issue];
}

/** « moins d’une seconde », « 12 s », « 3 min 20 s », « 1 h 05 min ». */
export function formatDuree(secondes: number | null): string {
  if (secondes === null) return '';
  if (secondes < 1) return 'moins d’une seconde';
  const entieres = Math.round(secondes);
  if (entieres < 60) return `${entieres}\u00a0s`;
  const minutes = Math.floor(entieres / 60);
  if (minutes < 60) return `${minutes}\u00a0min ${String(entieres % 60).padStart(2, '0')}\u00a0s`;
  return `${Math.floor(minutes / 60)}\u00a0h ${String(minutes % 60).padStart(2, '0')}\u00a0min`;
}

/** Ce qu'un passage laisse : son bilan, ou la nature de la panne et ce qui va suivre. */
export function formatBilan({
  issue,
  bilan,
  essai,
  essais,
}: Pick<Passage, 'issue' | 'bilan' | 'essai' | 'essais'>): string {
  if (issue === 'coupe') return 'Marelle s’est arrêtée pendant ce passage : il est repris.';
  if (issue !== 'echec') return bilan ?? '';
  const suite = essai < essais ? `Essai ${essai} sur ${essais}, il est repris.` : 'Plus de reprise d’elle-même.';
  return [bilan, suite].filter(Boolean).join(' ');
}

/** Un mot de ce qui attend une personne : ce qui a échoué en dernier. */
export function countEnEchec(travaux: readonly Travail[]): number {
  return travaux.filter(({ dernier }) => dernier?.issue === 'echec').length;
}
