/**
 * L'information des parents sur les conclusions et les suites ; d'une saisine, l'écrit que veut CASF L226-5, al. 3. Ni la source, ni les
 * motifs écrits pour le service n'y sont repris : la conclusion, ce qui est décidé, ce qui demande leur accord.
 */
import { LIBELLE_CONCLUSION } from '#modules/evaluations/index.ts';
import { formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { isParti } from '#modules/signalements/index.ts';
import { LIBELLE_DECISION, LIBELLE_NATURE_ENVISAGEE, NATURES_ENVISAGEES } from '#modules/suites/index.ts';
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';
import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import type { DossierEcrits } from '../data/dossier.server.ts';
import { ECRITS } from '../ecrit.ts';
import {
  AUX_TITULAIRES,
  buildMineurs,
  buildModeleEcrit,
  buildObjet,
  buildReference,
  buildTitulaires,
  formatLong,
  formatMinuscule,
  GROUPE,
  MINEURS,
  REFERENCE,
  SIGNATURE,
  TITULAIRES,
} from './lettre.ts';

const { titre, aide } = ECRITS['parents-suites'];

export const PARENTS_SUITES = defineNature({
  cle: 'ip-parents-suites',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...REFERENCE,
    ...TITULAIRES,
    ...MINEURS,
    decidee: { libelle: 'les suites sont décidées', exemple: true },
    conclusion: { libelle: 'conclusion de l’évaluation', exemple: 'le risque de danger est confirmé' },
    decision: { libelle: 'décision', exemple: 'actions adaptées' },
    decidee_le: { libelle: 'jour de la décision', exemple: '28 avril 2026' },
    signataire: { libelle: 'qui a décidé', exemple: 'LESAGE Hélène' },
    signataire_qualite: { libelle: 'qualité de qui a décidé', exemple: 'responsable de territoire' },
    arrete: { libelle: 'arrêté de délégation', exemple: '2026-101' },
    classement: { libelle: 'classement', exemple: false },
    actions: { libelle: 'actions adaptées', exemple: true },
    accord_requis: { libelle: 'un accord écrit est demandé', exemple: true },
    saisine: { libelle: 'saisine de l’autorité judiciaire, décidée ou partie', exemple: false },
    saisie_le: { libelle: 'jour de l’envoi au procureur', exemple: '29 avril 2026' },
    propositions: {
      libelle: 'ce qui est proposé',
      liste: {
        proposition: { libelle: 'proposition', exemple: 'Action éducative à domicile (AED)', autre: 'Accueil de jour' },
        pour: { libelle: 'mineur concerné', exemple: 'D’HÉROUVILLE Zoé', autre: 'D’HÉROUVILLE Maël' },
        accord: { libelle: 'accord écrit', exemple: 'demandé', autre: 'demandé' },
      },
    },
  },
  modele: () =>
    buildModeleEcrit(titre, [
      ...AUX_TITULAIRES,
      ...buildObjet('conclusions de l’évaluation et suites'),
      { texte: 'Madame, Monsieur,', detache: true },
      { texte: 'Cette lettre fait suite à l’information reçue le {recue_le}. Elle concerne :' },
      { si: 'mineurs', blocs: [{ puces: ['{mineur}'] }] },
      {
        si: 'decidee',
        blocs: [
          { texte: 'L’évaluation est achevée. Elle conclut ainsi : **{conclusion}**.' },
          {
            texte:
              'Le {decidee_le}, {signataire}, {signataire_qualite}, par délégation du président du conseil départemental (arrêté n° {arrete}), a décidé : **{decision}**.',
          },
        ],
      },
      {
        si: 'classement',
        blocs: [
          {
            texte:
              'Aucune intervention n’est mise en place à ce titre. Si vous en ressentez le besoin, vous pouvez toujours demander l’aide du service social ou de la protection maternelle et infantile.',
          },
        ],
      },
      {
        si: 'actions',
        blocs: [
          { texte: 'Il vous est proposé :' },
          {
            tableau: {
              titres: ['Ce qui est proposé', 'Pour', 'Votre accord écrit'],
              pour: 'propositions',
              cellules: ['{proposition}', '{pour}', '{accord}'],
            },
          },
        ],
      },
      {
        si: 'accord_requis',
        blocs: [
          {
            texte:
              'Ce qui demande votre accord écrit ne commence qu’une fois cet accord signé (code de l’action sociale et des familles, art. L223-2, al. 1). Vous pouvez demander à en parler avant de répondre.',
          },
        ],
      },
      {
        si: 'saisine',
        blocs: [
          {
            texte:
              'Le procureur de la République a été avisé de la situation le **{saisie_le}**. Vous en êtes informés par écrit comme le veut l’article L226-5, alinéa 3, du code de l’action sociale et des familles.',
          },
        ],
      },
      {
        texte: 'Nous pouvons vous recevoir pour vous expliquer ces suites : prenez rendez-vous ({agent_unite}).',
      },
      ...SIGNATURE,
    ]),
});

export function buildParentsSuites(
  { fiche, faits, aujourdhui }: DossierEcrits,
  qualite: string | null,
): DonneesDe<typeof PARENTS_SUITES.balises> {
  const { decision, rapport, signalements, mesures } = faits;
  const parti = signalements.findLast(isParti);
  const nommer = new Map(fiche.enTete.mineurs.map((mineur) => [mineur.id, formatMineur(mineur)]));
  return {
    ...buildReference(fiche),
    ...buildTitulaires(fiche),
    mineurs: buildMineurs(fiche.enTete.mineurs, aujourdhui),
    decidee: decision !== null,
    conclusion: rapport.conclusion && formatMinuscule(LIBELLE_CONCLUSION[rapport.conclusion]),
    decision: decision && formatMinuscule(LIBELLE_DECISION[decision.decision]),
    decidee_le: formatLong(decision?.decideeLe ?? null),
    signataire: decision?.signataire ?? null,
    signataire_qualite: qualite && formatMinuscule(qualite),
    arrete: decision?.arreteNumero ?? null,
    classement: decision?.decision === 'classement',
    actions: mesures.length > 0,
    accord_requis: mesures.some(({ accord }) => accord === 'a-recueillir'),
    saisine: parti !== undefined || decision?.decision === 'saisine',
    saisie_le: parti?.envoyeA ? formatLong(jourCivilDeInstant(parti.envoyeA)) : null,
    propositions: mesures.map(({ mineurId, nature, accord }) => ({
      proposition: LIBELLE_NATURE_ENVISAGEE[nature],
      pour: nommer.get(mineurId) ?? null,
      accord: NATURES_ENVISAGEES[nature].accord ? ACCORD[accord] : 'sans objet',
    })),
  };
}

const ACCORD = { 'sans-objet': 'sans objet', 'a-recueillir': 'demandé', recueilli: 'recueilli', refuse: 'refusé' };
