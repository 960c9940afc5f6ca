/**
 * L'information de la source sur les suites (CASF L226-5) : la suite donnée, pour un professionnel ou un élu ; qu'une suite l'a été,
 * pour un particulier, à qui le secret n'en laisse pas dire plus. Aucun mineur n'y est nommé.
 */
import { isFinal } from '#modules/informations-preoccupantes/index.ts';
import { isParti } from '#modules/signalements/index.ts';
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';
import type { DossierEcrits } from '../data/dossier.server.ts';
import { ECRITS } from '../ecrit.ts';
import { buildModeleEcrit, buildObjet, buildReference, formatLong, GROUPE, REFERENCE, SIGNATURE } from './lettre.ts';
import { A_LA_SOURCE, buildSource, SOURCE } from './source.ts';

const { titre, aide } = ECRITS['source-suites'];

export const SOURCE_SUITES = defineNature({
  cle: 'ip-source-suites',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...REFERENCE,
    ...SOURCE,
    transmise_le: { libelle: 'jour de la transmission', exemple: '2 février 2026' },
    suites_demandees_le: { libelle: 'jour où un particulier a demandé les suites', exemple: '5 février 2026' },
    particulier_en_cours: { libelle: 'à un particulier : l’examen se poursuit', exemple: false },
    particulier_traitee: { libelle: 'à un particulier : une suite est donnée', exemple: false },
    en_cours: { libelle: 'à un professionnel : l’évaluation se poursuit', exemple: false },
    hors_ip: { libelle: 'à un professionnel : hors information préoccupante', exemple: false },
    transferee: { libelle: 'à un professionnel : transférée', exemple: false },
    classee: { libelle: 'à un professionnel : classement', exemple: false },
    actions: { libelle: 'à un professionnel : actions adaptées', exemple: true },
    saisine_decidee: { libelle: 'à un professionnel : saisine décidée, pas encore partie', exemple: false },
    saisie: { libelle: 'à un professionnel : l’autorité judiciaire est saisie', exemple: false },
  },
  modele: () =>
    buildModeleEcrit(titre, [
      ...A_LA_SOURCE,
      ...buildObjet('suites données à l’information que vous avez transmise'),
      { texte: 'Madame, Monsieur,', detache: true },
      {
        si: 'professionnel',
        blocs: [
          {
            texte:
              'Vous nous avez transmis une information le {transmise_le}. Voici les suites qui lui sont données (code de l’action sociale et des familles, art. L226-5, al. 1).',
          },
        ],
      },
      {
        si: 'suites_demandees_le',
        blocs: [
          {
            texte:
              'Vous nous avez transmis une information le {transmise_le} et vous avez demandé, le {suites_demandees_le}, à être informé de ses suites (code de l’action sociale et des familles, art. L226-5, al. 2).',
          },
        ],
      },
      ...buildSuites({
        en_cours: 'L’évaluation de la situation se poursuit. Vous serez informé de la suite qui lui sera donnée.',
        hors_ip: 'Après une première analyse, elle n’a pas été retenue comme une information préoccupante.',
        transferee: 'Elle a été transmise au département où vit désormais la famille.',
        classee:
          'La situation a été évaluée. L’information est classée : aucune intervention n’est mise en place à ce titre.',
        actions: 'La situation a été évaluée. Un accompagnement de l’enfant et de sa famille a été décidé.',
        saisine_decidee: 'La situation a été évaluée. La saisine de l’autorité judiciaire est décidée.',
        saisie: 'L’autorité judiciaire est saisie de la situation.',
        particulier_en_cours: 'Les services du département l’examinent. Une suite lui sera donnée.',
        particulier_traitee: 'Les services du département l’ont examinée et lui ont donné la suite qu’elle appelait.',
      }),
      {
        si: 'suites_demandees_le',
        blocs: [{ texte: 'L’intérêt de l’enfant et le secret ne permettent pas de vous en dire davantage.' }],
      },
      {
        si: 'professionnel',
        blocs: [{ texte: 'Cette réponse vous est personnelle ; ce qu’elle dit est couvert par le secret.' }],
      },
      { texte: 'Si vous avez connaissance d’un fait nouveau, prévenez-nous aussitôt.' },
      ...SIGNATURE,
    ]),
});

function buildSuites(phrases: Record<string, string>) {
  return Object.entries(phrases).map(([si, texte]) => ({ si, blocs: [{ texte }] }));
}

export function buildSourceSuites({
  fiche,
  faits,
}: Pick<DossierEcrits, 'fiche' | 'faits'>): DonneesDe<typeof SOURCE_SUITES.balises> {
  const { enTete } = fiche;
  const source = buildSource(fiche);
  const traitee = faits.decision !== null || isFinal(faits.etat);
  const suite = (vraie: boolean) => source.professionnel && vraie;
  const decision = faits.decision?.decision;
  const saisi = faits.signalements.some(isParti) || faits.etat === 'close-judiciaire';
  return {
    ...buildReference(fiche),
    ...source,
    transmise_le: formatLong(enTete.transmiseLe),
    suites_demandees_le: source.professionnel ? null : formatLong(faits.suitesDemandeesLe),
    particulier_en_cours: !(source.professionnel || traitee),
    particulier_traitee: !source.professionnel && traitee,
    en_cours: suite(!traitee),
    hors_ip: suite(faits.etat === 'hors-ip'),
    transferee: suite(faits.etat === 'transferee'),
    classee: suite(decision === 'classement'),
    actions: suite(decision === 'actions-adaptees'),
    saisine_decidee: suite(decision === 'saisine' && !saisi),
    saisie: suite(saisi),
  };
}
