/** L'accusé de réception à la source : reçu, sous quel numéro, et quand elle sera informée des suites (CASF L226-5). */
import { computeInformationSource, formatMineur } from '#modules/informations-preoccupantes/index.ts';
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';
import type { DossierEcrits } from '../data/dossier.server.ts';
import { ECRITS } from '../ecrit.ts';
import { buildModeleEcrit, buildObjet, buildReference, formatLong, GROUPE, REFERENCE, SIGNATURE } from './lettre.ts';
import { A_LA_SOURCE, buildSource, SOURCE } from './source.ts';

const { titre, aide } = ECRITS['accuse-reception'];

export const ACCUSE_RECEPTION = defineNature({
  cle: 'ip-accuse-reception',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...REFERENCE,
    ...SOURCE,
    transmise_le: { libelle: 'jour de la transmission', exemple: '2 février 2026' },
    suites_avant: { libelle: 'dernier jour pour dire les suites', exemple: '2 mai 2026' },
    suites_demandees_le: { libelle: 'jour où un particulier a demandé les suites', exemple: '5 février 2026' },
    particulier_sans_demande: { libelle: 'un particulier qui n’a pas demandé les suites', exemple: false },
    parents_a_dire: { libelle: 'on ne sait pas si les parents ont été prévenus', exemple: true },
    signales: {
      libelle: 'mineurs signalés, pour un professionnel ou un élu seulement',
      liste: { signale: { libelle: 'nom du mineur signalé', exemple: 'D’HÉROUVILLE Zoé', autre: 'D’HÉROUVILLE Maël' } },
    },
  },
  modele: () =>
    buildModeleEcrit(titre, [
      ...A_LA_SOURCE,
      ...buildObjet('réception de l’information que vous nous avez transmise'),
      { texte: 'Madame, Monsieur,', detache: true },
      {
        texte:
          'Nous avons reçu le {recue_le} l’information que vous nous avez transmise. Elle est enregistrée sous le numéro **{reference}**.',
      },
      { si: 'signales', blocs: [{ puces: ['{signale}'] }] },
      { texte: 'La cellule de recueil des informations préoccupantes l’examine et dit la suite à lui donner.' },
      {
        si: 'professionnel',
        blocs: [
          {
            texte:
              'Vous serez informé des suites qui lui seront données dans les trois mois de votre transmission du {transmise_le}, soit au plus tard le **{suites_avant}** (code de l’action sociale et des familles, art. L226-5, al. 1).',
          },
        ],
      },
      {
        si: 'suites_demandees_le',
        blocs: [
          {
            texte:
              'Vous avez demandé le {suites_demandees_le} à être informé des suites. Vous le serez au plus tard le **{suites_avant}**, dans le respect de l’intérêt de l’enfant et du secret (code de l’action sociale et des familles, art. L226-5, al. 2).',
          },
        ],
      },
      {
        si: 'particulier_sans_demande',
        blocs: [
          {
            texte:
              'Si vous souhaitez être informé des suites, écrivez-le-nous en rappelant cette référence : vous le serez dans les trois mois de votre demande, dans le respect de l’intérêt de l’enfant et du secret (code de l’action sociale et des familles, art. L226-5, al. 2).',
          },
        ],
      },
      {
        si: 'parents_a_dire',
        blocs: [
          {
            texte:
              'Les parents, le titulaire de l’autorité parentale ou le tuteur sont informés avant la transmission, sauf intérêt contraire de l’enfant (code de l’action sociale et des familles, art. L226-2-1). Merci de nous dire s’ils l’ont été et, sinon, pourquoi.',
          },
        ],
      },
      {
        si: 'anonymat_demande',
        blocs: [
          { texte: 'Vous avez demandé que votre identité ne soit pas communiquée : elle ne se lit que de la cellule.' },
        ],
      },
      { texte: 'Si la situation de l’enfant change ou s’aggrave, prévenez-nous aussitôt.' },
      ...SIGNATURE,
    ]),
});

export function buildAccuseReception({
  fiche,
}: Pick<DossierEcrits, 'fiche'>): DonneesDe<typeof ACCUSE_RECEPTION.balises> {
  const { enTete, faits } = fiche;
  const source = buildSource(fiche);
  const { categorieSource: categorie, transmiseLe } = enTete;
  const delai = computeInformationSource({ categorie, transmiseLe, suitesDemandeesLe: faits.suitesDemandeesLe });
  return {
    ...buildReference(fiche),
    ...source,
    transmise_le: formatLong(transmiseLe),
    suites_avant: formatLong(delai?.pour ?? null),
    suites_demandees_le: categorie === 'particulier' ? formatLong(faits.suitesDemandeesLe) : null,
    particulier_sans_demande: categorie === 'particulier' && faits.suitesDemandeesLe === null,
    parents_a_dire: categorie === 'professionnel' && faits.parentsInformes === null,
    // Un particulier sait de qui il a parlé : la lettre qui se perd ne doit pas le dire.
    signales: source.professionnel
      ? enTete.mineurs.filter(({ role }) => role === 'signale').map((mineur) => ({ signale: formatMineur(mineur) }))
      : [],
  };
}
