import { defineParametre } from './parametre.ts';

/** Heures et argent des crèches fictives. Le barème est inventé : il ne dit rien des montants de la Cnaf. */
export const CRECHES_ACTIVITE = {
  taux: defineParametre({ moyenne: 112, ecart: 6, minimum: 101, maximum: 119 }, 'C', 'taux de facturation visé'),
  occupation: defineParametre(
    { moyenne: 0.81, ecart: 0.045 },
    'C',
    'heures facturées de l’année d’avant, dans la suite de celles que font les contrats fictifs',
  ),
  charges: defineParametre([19_000, 23_000] as const, 'B', '19 450 € par place en 2024, 22 000 € à Toulouse'),
  participation: defineParametre([150, 235] as const, 'C', 'centimes par heure facturée'),
  enfantsParPlace: defineParametre(1.35, 'C', 'comme les contrats'),
  saison: defineParametre(
    [1, 0.97, 0.98, 0.94, 0.97, 0.99, 0.9, 0.72, 1.02, 0.97, 1, 0.93] as const,
    'C',
    'heures contractées, de janvier à décembre',
  ),
} as const;
