/** Les paramètres des travaux des crèches. */
import { buildEntier, defineParametre } from './parametre-definition.ts';

export const PARAMETRES_TRAVAUX = {
  'creches.travaux-familles-jours': defineParametre({
    groupe: 'Crèches',
    libelle: 'Information des familles avant des travaux',
    aide: 'Quand des travaux gèlent des places ; compté avant leur premier jour. Aucun texte ne le chiffre (TRV-02).',
    unite: 'jours',
    schema: buildEntier(0, 365),
    defaut: 30,
    confiance: 'a-confirmer',
    source: 'Référentiel petite enfance, TRV-02 (hypothèse)',
  }),
} as const;
