import type { ShouldRevalidateFunctionArgs } from 'react-router';

/**
 * À réexporter par une page qui modifie une fiche versionnée : après un conflit (409), la page relit la fiche, sinon elle
 * garderait la version dépassée et serait refusée sans fin. Par défaut une action refusée ne relit rien.
 */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return actionStatus === 409 || defaultShouldRevalidate;
}
