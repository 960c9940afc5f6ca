import { createAlea } from '../alea.ts';
import { parseNumero } from '../calendrier.ts';
import { formatPeriode } from '../lignes.ts';
import { type Commande, PROFILS } from '../parametres/profils.ts';
import type { LigneParametre } from './lignes.ts';
import { DECOUPAGES } from './territoires/decoupages.ts';

type Etape = {
  depuis: string;
  valeur: string | number;
  source: string;
  confiance?: 'verifie' | 'a-confirmer' | 'local';
};

/** Les réglages du département, chacun avec ses valeurs successives. Aucun n'est une règle de droit. */
function reglages({ profil }: Commande): Record<string, Etape[]> {
  const decrit = DECOUPAGES[profil];
  return {
    'vocabulaire.site': [{ depuis: '2016-01-01', valeur: decrit.motSite, source: 'Organigramme des solidarités' }],
    'vocabulaire.territoire': [
      { depuis: '2016-01-01', valeur: decrit.motTerritoire, source: 'Organigramme des solidarités' },
    ],
    'referent.charge-cible': [
      { depuis: '2016-01-01', valeur: 38, source: 'Schéma enfance 2016-2020' },
      { depuis: '2021-01-01', valeur: 35, source: 'Schéma des solidarités 2021-2025' },
      { depuis: '2026-01-01', valeur: 30, source: 'Schéma des solidarités 2026-2030' },
    ],
    'evaluation.delai-interne-jours': [
      { depuis: '2016-01-01', valeur: 90, source: 'Protocole de la CRIP' },
      { depuis: '2023-03-01', valeur: 75, source: 'Protocole de la CRIP, révision de mars 2023' },
    ],
    'evaluation.tri-jours-ouvres': [{ depuis: '2022-01-01', valeur: 1, source: 'Protocole de la CRIP' }],
    'acces.bris-de-glace-heures': [
      { depuis: '2024-01-01', valeur: 48, source: 'Charte de confidentialité' },
      { depuis: '2025-06-01', valeur: 24, source: 'Charte de confidentialité, révision de juin 2025' },
    ],
    'ppe.objectif-a-jour': [{ depuis: '2026-01-01', valeur: 0.6, source: 'Stratégie départementale, axe 2' }],
    'budget.accueil-par-jeune': [
      {
        depuis: '2026-01-01',
        valeur: PROFILS[profil].depenseAccueilParJeune.valeur,
        source: 'Budget primitif fictif',
        confiance: 'a-confirmer',
      },
    ],
  };
}

export function buildParametres(commande: Commande): LigneParametre[] {
  const racine = createAlea(commande.graine, commande.profil, 'parametres');
  return Object.entries(reglages(commande)).flatMap(([cle, etapes]) =>
    etapes.map((etape, i) => {
      const suivante = etapes[i + 1];
      const du = parseNumero(etape.depuis);
      return {
        id: racine.flux(cle, i).identifiant(du),
        cle,
        valeur: JSON.stringify(etape.valeur),
        periode: formatPeriode(du, suivante === undefined ? null : parseNumero(suivante.depuis) - 1),
        confiance: etape.confiance ?? 'local',
        source: etape.source,
      };
    }),
  );
}
