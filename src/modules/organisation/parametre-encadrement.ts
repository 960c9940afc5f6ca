/** Les paramètres de l'encadrement des crèches. */
import { buildEntier, defineParametre, local } from './parametre-definition.ts';

export const PARAMETRES_ENCADREMENT = {
  'encadrement.plage-offerte-minutes': defineParametre({
    ...local,
    groupe: 'Crèches',
    libelle: 'Plus courte plage d’accueil à offrir',
    aide: 'Des heures libres plus courtes ne sont pas proposées aux familles (IND-28).',
    unite: 'minutes',
    schema: buildEntier(30, 600),
    defaut: 120,
  }),
} as const;
