import { formatAdresseInformation } from '#modules/informations-preoccupantes/web/composants.tsx';

/** Où est un signalement, ou l'une de ses pages. */
export function formatAdresseSignalement(informationId: string, signalementId: string, page = ''): string {
  const signalement = `suites/signalements/${signalementId}`;
  return formatAdresseInformation(informationId, page ? `${signalement}/${page}` : signalement);
}

/** La page des suites de l'information, d'où l'on vient. */
export function formatAdresseSuites(informationId: string): string {
  return formatAdresseInformation(informationId, 'suites');
}

/** L'écrit au procureur, en Word, que tient un module au-dessus. */
export function formatAdresseEcrit(informationId: string, signalementId: string): string {
  return formatAdresseInformation(informationId, `ecrits/saisine/${signalementId}`);
}
