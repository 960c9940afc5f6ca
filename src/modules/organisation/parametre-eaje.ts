/** Ce que le département se donne pour les murs et les documents de ses crèches. */
import { buildEntier, defineParametre, local } from './parametre-definition.ts';

export const PARAMETRES_EAJE = {
  'creches.renouvellement-mois': defineParametre({
    ...local,
    groupe: 'Crèches',
    libelle: 'Renouvellement d’une autorisation, engagé avant son terme',
    aide: 'L’autorisation d’une crèche vaut quinze ans (CSP, art. L2324-1-1) ; quand en préparer le renouvellement, aucun texte ne le dit (CAP-03).',
    unite: 'mois',
    schema: buildEntier(0, 60),
    defaut: 18,
  }),
  'creches.transmission-jours': defineParametre({
    ...local,
    groupe: 'Crèches',
    libelle: 'Transmission d’un document au président du conseil départemental',
    aide: 'Le règlement de fonctionnement et ses protocoles lui sont transmis (CSP, art. R2324-30) ; sous quel délai, aucun texte connu ne le dit (CAP-26).',
    unite: 'jours',
    schema: buildEntier(0, 365),
    defaut: 30,
  }),
} as const;
