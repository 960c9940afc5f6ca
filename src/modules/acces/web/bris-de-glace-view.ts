import type { ReglesBrisDeGlace } from '../data/bris-de-glace-commands.server.ts';

/** La même phrase que le dossier n'existe pas ou qu'il soit restreint. */
export const AUCUN_DOSSIER =
  'Aucun dossier ne s’ouvre avec cette identité exacte. Vérifiez l’orthographe et la date, ou appelez l’astreinte. Votre demande est au journal.';

/** Ce qui va se passer, dit avant l'acte : les chiffres sont ceux que le département a réglés. */
export function listConsequences({ dureeHeures, plafond }: ReglesBrisDeGlace, en24Heures: number): string[] {
  const reste = Math.max(0, plafond - en24Heures);
  return [
    `Le dossier s’ouvre pour ${dureeHeures} heure${dureeHeures > 1 ? 's' : ''}, à vous seul, puis se referme.`,
    'Son référent, ou à défaut le cadre du territoire, est averti tout de suite.',
    'Votre raison et chacune de vos consultations sont au journal.',
    'Chaque ouverture est revue dans le mois par une autre personne.',
    `${plafond} ouverture${plafond > 1 ? 's' : ''} au plus en 24 heures : il vous en reste ${reste}.`,
  ];
}
