/**
 * Ce qu'on oppose à une dépense avant de l'inscrire : le disponible de la ligne, ce que l'engagement laisse à mandater (DEP-02).
 *
 * Comment il est lu ici : dépasser avertit et demande son motif, sans jamais empêcher ; c'est une pratique. Ce qui est inscrit garde le
 * motif. L'exercice clos, lui, ne reçoit plus rien (`exercice.ts`).
 * Non traité : la fongibilité des lignes d'un même chapitre.
 */
import { accepte, incomplet, type Verdict } from '#shared/verdict.ts';
import { formatCentimes } from './atterrissage.ts';
import { BUDGET_LOCAL } from './reglages.ts';

type Depense = { centimes: number; disponibleCentimes: number; motif: string | null };

/** Engager ce montant : au-delà du disponible, il faut dire pourquoi. */
export function evaluateEngagement({ centimes, disponibleCentimes, motif }: Depense): Verdict {
  if (centimes <= disponibleCentimes || motif !== null) return accepte();
  const reste = Math.max(0, disponibleCentimes);
  return incomplet(
    ['depassement'],
    `Il reste ${formatCentimes(reste)} sur cette ligne : cet engagement la dépasse de ${formatCentimes(centimes - disponibleCentimes)}. Dites pourquoi pour l’inscrire quand même.`,
    [BUDGET_LOCAL],
  );
}

/** Ce qu'un mandatement fait remarquer : il dépasse ce qui était engagé. */
export function formatSurplus(centimes: number, resteAMandaterCentimes: number): string | null {
  if (centimes <= resteAMandaterCentimes) return null;
  const surplus = formatCentimes(centimes - Math.max(0, resteAMandaterCentimes));
  return `Ce mandatement dépasse de ${surplus} ce qui restait engagé : corrigez l’engagement si le prix a changé.`;
}
