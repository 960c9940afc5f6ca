/** Les délais que le département se donne pour suivre ses crèches (PMI-06, EVT-04) : aucun texte ne les chiffre. */
import { buildEntier, defineParametre } from './parametre-definition.ts';

const pratique = {
  groupe: 'Crèches',
  confiance: 'a-confirmer',
  source: 'Hypothèse du référentiel petite enfance, PMI-06 et EVT-04',
} as const;
const defineMesure = (libelle: string, defaut: number) =>
  defineParametre({
    ...pratique,
    libelle,
    aide: 'Quand l’acte de contrôle n’en dit pas (PMI-06). Une injonction fixe toujours le sien.',
    unite: 'jours',
    schema: buildEntier(1, 730),
    defaut,
  });
const defineFait = (gravite: number, unite: 'jours' | 'heures', defaut: number, maximum: number) =>
  defineParametre({
    ...pratique,
    libelle: `Fait marquant de gravité ${gravite} : le dire hors de la crèche`,
    aide:
      unite === 'heures'
        ? 'Compté de l’heure du fait (EVT-04).'
        : 'Compté du jour du fait ; zéro : le jour même (EVT-04).',
    unite,
    schema: buildEntier(0, maximum),
    defaut,
  });

export const PARAMETRES_SUIVI = {
  'creches.recommandation-jours': defineMesure('Délai d’une recommandation', 90),
  'creches.prescription-jours': defineMesure('Délai d’une prescription', 30),
  'creches.mise-en-demeure-jours': defineMesure('Délai d’une mise en demeure', 15),
  'creches.fait-gravite-1-jours': defineFait(1, 'jours', 7, 60),
  'creches.fait-gravite-2-heures': defineFait(2, 'heures', 48, 240),
  'creches.fait-gravite-3-jours': defineFait(3, 'jours', 0, 30),
  'creches.fait-gravite-4-heures': defineFait(4, 'heures', 2, 48),
} as const;
