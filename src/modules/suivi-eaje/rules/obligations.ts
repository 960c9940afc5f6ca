/**
 * Ce qu'une crèche doit après un contrôle ou un fait marquant (PMI-04, PMI-06, EVT-01, EVT-04).
 *
 * Ce que dit le texte : l'injonction fixe un délai, et un contrôle a lieu à son expiration (CSP, art. L2324-3 I) ; l'information sans
 * délai du président du conseil départemental est dite par R2324-25 I du même code.
 * Comment il est lu ici : le jour fixé par l'acte de contrôle est celui où la mesure doit être réalisée. Une injonction réalisée doit
 * encore être vérifiée au lendemain de son terme : c'est à la direction de la crèche de le faire constater.
 * Depuis 2025, rien d'annuel n'est plus à transmettre à la PMI : l'ancien I de R2324-25 est retiré, et l'information annuelle sur
 * l'insertion va à l'autorité organisatrice (EVT-02).
 * Non traité : cette information annuelle, des seules crèches à vocation d'insertion. Ce que l'inexécution entraîne est dans `inexecution.ts`.
 */
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { type Dossier, listFaits, type Obligation, type Regle, type Terme } from '#shared/obligation.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { FAIT_MARQUANT, MESURE_CORRECTIVE } from '../faits.ts';
import { NATURES_MESURE } from '../suite.ts';
import { listChangementsDeContact } from './contact.ts';
import { computeTermeDInformation } from './delais.ts';
import { CSP_R2324_25, findInformation, GRAVITE_LOCALE } from './information.ts';

export const CSP_L2324_3: TexteLegal = {
  code: 'CSP',
  article: 'L2324-3',
  source: 'Référentiel petite enfance, source S18',
  confiance: 'verifie',
  verifieLe: jourCivil('2026-11-21'),
};
const SUITES_LOCALES: TexteLegal = {
  code: 'Suites de contrôle',
  source: 'pratique du département, aucun texte connu',
  confiance: 'a-confirmer',
};
const GRAVITES_FAIT = { '1': 1, '2': 2, '3': 3, '4': 4 } as const;
const TOUJOURS = { du: jourCivil('1900-01-01'), au: null };

/** Une fin avant le début est une faute de saisie : on ne la retient pas. */
const apres = (jour: JourCivil | undefined, debut: JourCivil): JourCivil | null =>
  jour !== undefined && jour >= debut ? jour : null;

/** Par identité, le dernier inscrit ; sans identité, chacun est à part. */
function listDistincts<F extends { date: JourCivil }>(
  faits: readonly F[],
  lireId: (fait: F) => string | undefined,
): [string, F][] {
  return [...new Map(faits.map((fait, rang) => [lireId(fait) ?? `${fait.date} ${rang}`, fait]))];
}
const listMesures = (dossier: Dossier) => listDistincts(listFaits(dossier, MESURE_CORRECTIVE), ({ mesure }) => mesure);

function listRealisations(dossier: Dossier): Obligation[] {
  return listMesures(dossier).map(([cle, { date, nature, pour, libelle, realiseeLe }]) => {
    const nom = NATURES_MESURE[nature];
    return {
      cle,
      depuis: date,
      pour: pour < date ? date : pour,
      faiteLe: apres(realiseeLe, date),
      libelle: libelle ? `${nom} : ${libelle}` : `Réaliser une ${nom.toLocaleLowerCase('fr')}`,
      gravite: nature === 'INJONCTION' || nature === 'MISE_EN_DEMEURE' ? 'critique' : 'normale',
      textes: nature === 'INJONCTION' ? [CSP_L2324_3] : [SUITES_LOCALES],
      etapes: () => [`Contrôle du ${formatJour(date, 'long')} ; délai fixé au ${formatJour(pour, 'long')}.`],
    };
  });
}

function listVerifications(dossier: Dossier): Obligation[] {
  return listMesures(dossier).flatMap(([cle, { date, nature, pour, verifieeLe }]) => {
    if (nature !== 'INJONCTION') return [];
    const terme = pour < date ? date : pour;
    return [
      {
        cle,
        depuis: date,
        pour: addJours(terme, 1),
        faiteLe: apres(verifieeLe, date),
        etapes: () => [`L’injonction expire le ${formatJour(terme, 'long')} : un contrôle a lieu à son expiration.`],
      },
    ];
  });
}

function listInformations(dossier: Dossier, sorte: 'pcd' | 'direction'): Obligation[] {
  const marquants = listDistincts(listFaits(dossier, FAIT_MARQUANT), ({ fait }) => fait);
  return marquants.flatMap(([cle, marquant]) => {
    const { date, secours = false, pcdLe, closLe } = marquant;
    if (sorte === 'pcd' && !secours) return [];
    const gravite = GRAVITES_FAIT[marquant.gravite];
    const dite = sorte === 'pcd' ? { faiteLe: apres(pcdLe, date) } : findInformation(marquant, gravite);
    const faiteLe = dite?.faiteLe ?? null;
    const terme: Terme =
      sorte === 'direction'
        ? computeTermeDInformation(marquant, gravite, dossier)
        : { pour: date, etapes: () => [`Fait du ${formatJour(date, 'long')} : sans délai, donc le jour même.`] };
    return [
      {
        cle,
        depuis: date,
        ...terme,
        faiteLe,
        faiteA: dite && 'faiteA' in dite ? dite.faiteA : null,
        ...(sorte === 'pcd'
          ? { libelle: 'Informer le président du conseil départemental d’un accident ou d’un décès' }
          : {}),
        // EVT-01 ne s'éteint pas par la clôture : le texte veut que le président soit informé.
        eteinteLe: sorte === 'direction' && faiteLe === null ? apres(closLe, date) : null,
        gravite: gravite >= 3 || sorte === 'pcd' ? 'critique' : 'normale',
      },
    ];
  });
}

export const REGLES_SUIVI_EAJE: readonly Regle[] = [
  {
    id: 'PMI-06',
    libelle: 'Réaliser une mesure corrective',
    acteur: 'creche',
    gravite: 'normale',
    textes: [SUITES_LOCALES],
    vigueur: TOUJOURS,
    satisfaite: 'La mesure est dite réalisée, avec sa preuve.',
    arretee: 'La crèche ferme.',
    page: '/suivi',
    list: listRealisations,
  },
  {
    id: 'PMI-04',
    libelle: 'Faire constater qu’une injonction est exécutée',
    acteur: 'petite-enfance',
    gravite: 'critique',
    textes: [CSP_L2324_3],
    vigueur: TOUJOURS,
    satisfaite: 'La mesure est vérifiée.',
    arretee: 'La crèche ferme.',
    page: '/suivi',
    list: listVerifications,
  },
  {
    id: 'EVT-01',
    libelle: 'Informer sans délai le président du conseil départemental',
    acteur: 'creche',
    gravite: 'critique',
    textes: [CSP_R2324_25],
    vigueur: TOUJOURS,
    satisfaite: 'L’information du président est inscrite, sur le fait marquant ou le contact d’urgence.',
    arretee: 'Rien : elle reste due.',
    page: '/suivi',
    list: (dossier) => [...listInformations(dossier, 'pcd'), ...listChangementsDeContact(dossier)],
  },
  {
    id: 'EVT-04',
    libelle: 'Dire un fait marquant hors de la crèche',
    acteur: 'creche',
    gravite: 'normale',
    textes: [GRAVITE_LOCALE],
    vigueur: TOUJOURS,
    satisfaite: 'Une première personne hors de la crèche en est informée ; à la gravité 4, au téléphone et par écrit.',
    arretee: 'Le fait est clos.',
    page: '/suivi',
    list: (dossier) => listInformations(dossier, 'direction'),
  },
];
