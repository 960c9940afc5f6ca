/** Les paramètres des contrats d'accueil des crèches. */
import { z } from 'zod';
import { buildEntier, defineParametre } from './parametre-definition.ts';

const aConfirmer = { groupe: 'Crèches', confiance: 'a-confirmer' } as const;

export const PARAMETRES_CONTRATS = {
  'creches.carence-maladie-jours': defineParametre({
    ...aConfirmer,
    libelle: 'Carence d’une absence pour maladie',
    aide: 'Premiers jours de maladie, du calendrier, qui restent facturés à la famille (PF-08).',
    unite: 'jours',
    schema: buildEntier(0, 30),
    defaut: 3,
    source: 'Usage souvent rencontré (PF-08)',
  }),
  'creches.arrondi-mensualite': defineParametre<'HEURES' | 'MONTANT'>({
    ...aConfirmer,
    libelle: 'Arrondi de la mensualité',
    aide: 'Arrondir d’abord les heures du mois peut changer un centime (PF-08).',
    unite: '',
    schema: z.enum(['HEURES', 'MONTANT'], { error: 'Choisissez où l’on arrondit.' }),
    defaut: 'HEURES',
    choix: { HEURES: 'Les heures du mois, puis le montant', MONTANT: 'Le montant seulement' },
    source: 'Contrat lu, source S37 du référentiel',
  }),
} as const;
