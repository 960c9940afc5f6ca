/** L'information des parents sur l'évaluation engagée (CASF D226-2-6 I). La source n'y est jamais dite, ni ce qu'elle a rapporté. */
import { formatMetier } from '#modules/agents/index.ts';
import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { DossierEcrits, Equipier } from '../data/dossier.server.ts';
import { ECRITS } from '../ecrit.ts';
import {
  AUX_TITULAIRES,
  buildModeleEcrit,
  buildObjet,
  buildReference,
  buildTitulaires,
  formatLong,
  formatMinuscule,
  GROUPE,
  REFERENCE,
  SIGNATURE,
  TITULAIRES,
} from './lettre.ts';

const { titre, aide } = ECRITS['parents-evaluation'];
const EQUIPIER = { libelle: 'membre de l’équipe', exemple: 'LE GOFF Maëlle', autre: 'BENALI Karim' };

export const PARENTS_EVALUATION = defineNature({
  cle: 'ip-parents-evaluation',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...REFERENCE,
    ...TITULAIRES,
    signales: {
      libelle: 'mineurs signalés',
      liste: { signale: { libelle: 'nom du mineur', exemple: 'D’HÉROUVILLE Zoé', autre: 'D’HÉROUVILLE Maël' } },
    },
    autres: {
      libelle: 'autres mineurs du foyer',
      liste: { autre: { libelle: 'nom du mineur', exemple: 'D’HÉROUVILLE Lou', autre: 'enfant à naître' } },
    },
    equipe: {
      libelle: 'équipe d’évaluation',
      liste: {
        equipier: EQUIPIER,
        metier: { libelle: 'métier', exemple: 'éducatrice spécialisée', autre: 'psychologue' },
      },
    },
    unite: { libelle: 'service qui évalue', exemple: 'Territoire de Saint-Lô' },
    echeance: { libelle: 'dernier jour de l’évaluation', exemple: '3 mai 2026' },
  },
  modele: () =>
    buildModeleEcrit(titre, [
      ...AUX_TITULAIRES,
      ...buildObjet('évaluation de la situation de votre enfant ou de vos enfants'),
      { texte: 'Madame, Monsieur,', detache: true },
      {
        texte:
          'Le {recue_le}, la cellule de recueil des informations préoccupantes du département a reçu une information au sujet de :',
      },
      { si: 'signales', blocs: [{ puces: ['{signale}'] }] },
      {
        texte:
          'Une évaluation de la situation est engagée. Nous vous en informons comme le veut l’article D226-2-6 du code de l’action sociale et des familles.',
      },
      {
        si: 'autres',
        blocs: [{ puces: ['Elle porte aussi sur {autre}, mineur du même foyer (art. L226-3 du même code).'] }],
      },
      { section: 'Ce qu’est cette évaluation' },
      {
        texte:
          'Elle apprécie les besoins de chaque enfant, sa santé, son éducation, son développement, votre capacité à vous mobiliser et les ressources de votre entourage. Elle ne cherche pas à établir si ce qui a été rapporté est vrai (art. D226-2-3 du même code).',
      },
      { section: 'Comment elle se passe' },
      {
        puces: [
          'Au moins une rencontre a lieu à votre domicile, avec vous et votre enfant.',
          'Votre enfant est rencontré sans vous, selon son âge et sa maturité, avec votre accord.',
          'Votre avis est recueilli, celui de votre enfant, celui de votre entourage et celui des professionnels qui le connaissent.',
          'S’il est impossible de rencontrer votre enfant, l’autorité judiciaire est saisie (art. D226-2-6 du même code).',
        ],
      },
      { section: 'Qui la mène, et jusqu’à quand' },
      { texte: 'Elle est confiée au service suivant : **{unite}**. Y travaillent :' },
      { si: 'equipe', blocs: [{ puces: ['{equipier}, {metier}'] }] },
      {
        texte:
          'Elle s’achève au plus tard le **{echeance}** (art. D226-2-4 du même code). Vous serez alors informés de ses conclusions et de leurs suites.',
      },
      { texte: 'L’équipe prend contact avec vous. Vous pouvez dès maintenant l’appeler ou lui écrire.' },
      ...SIGNATURE,
    ]),
});

export function buildParentsEvaluation(
  { fiche }: Pick<DossierEcrits, 'fiche'>,
  equipe: readonly Equipier[],
): DonneesDe<typeof PARENTS_EVALUATION.balises> {
  const { mineurs, unite, echeance } = fiche.enTete;
  const listNoms = (role: 'signale' | 'autre-du-foyer') =>
    mineurs
      .filter((mineur) => mineur.role === role)
      .map((mineur) => (mineur.aNaitre && !mineur.prenom ? 'enfant à naître' : formatMineur(mineur)));
  return {
    ...buildReference(fiche),
    ...buildTitulaires(fiche),
    signales: listNoms('signale').map((signale) => ({ signale })),
    autres: listNoms('autre-du-foyer').map((autre) => ({ autre })),
    equipe: equipe.map(({ nom, prenom, metier }) => ({
      equipier: formatNom(nom, prenom),
      metier: formatMinuscule(formatMetier(metier)),
    })),
    unite,
    echeance: formatLong(echeance),
  };
}
