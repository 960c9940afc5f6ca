/** Le transfert au département d'accueil : la situation, le bordereau de ce qui part, l'accusé à retourner. */
import {
  LIBELLE_CANAL,
  LIBELLE_DANGER,
  LIBELLE_SOURCE,
  LIBELLE_URGENCE,
} from '#modules/informations-preoccupantes/index.ts';
import { type DonneesDe, defineNature } from '#modules/trames/index.ts';
import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import type { DossierEcrits } from '../data/dossier.server.ts';
import { ECRITS } from '../ecrit.ts';
import {
  ADULTES,
  buildAdultes,
  buildMineurs,
  buildModeleEcrit,
  buildObjet,
  buildReference,
  FOYER,
  formatLong,
  formatMinuscule,
  GROUPE,
  MINEURS,
  REFERENCE,
  SIGNATURE,
} from './lettre.ts';

const { titre, aide } = ECRITS.transfert;

export const TRANSFERT = defineNature({
  cle: 'ip-transfert',
  titre,
  groupe: GROUPE,
  aide,
  balises: {
    ...REFERENCE,
    ...MINEURS,
    ...ADULTES,
    vers: { libelle: 'département d’accueil', exemple: 'Ille-et-Vilaine' },
    transmis_le: { libelle: 'jour de la transmission', exemple: '10 mars 2026' },
    transfert_motif: { libelle: 'pourquoi le transfert', exemple: 'La famille vit désormais à Rennes.' },
    parents_informes_le: { libelle: 'jour où les parents en ont été informés', exemple: '9 mars 2026' },
    canal: { libelle: 'voie de réception', exemple: 'téléphone' },
    urgence: { libelle: 'urgence', exemple: 'élevée' },
    echeance: { libelle: 'dernier jour de l’évaluation', exemple: '3 mai 2026' },
    source: { libelle: 'source', exemple: 'Éducation nationale' },
    auteur: { libelle: 'qui a transmis, sauf anonymat demandé', exemple: 'Mme Le Goff, Collège Jean-Moulin' },
    dangers: { libelle: 'dangers évoqués', exemple: 'négligences lourdes' },
    faits_rapportes: { libelle: 'ce qui a été rapporté', exemple: 'Zoé arrive à l’école sans manteau.' },
    adresse: { libelle: 'adresse connue', exemple: '12 rue des Saules, 50000 Saint-Lô' },
    mesure_judiciaire: { libelle: 'mesure judiciaire en cours', exemple: 'aucune connue' },
    pieces: {
      libelle: 'documents transmis',
      liste: {
        piece: { libelle: 'document', exemple: 'Signalement de l’école.pdf', autre: 'Rapport d’évaluation' },
        piece_le: { libelle: 'jour du document', exemple: '3 février 2026', autre: '8 mars 2026' },
      },
    },
  },
  modele: () =>
    buildModeleEcrit(titre, [
      { droite: '**Président du conseil départemental · {vers}**' },
      { droite: 'Cellule de recueil des informations préoccupantes' },
      ...buildObjet('transfert d’une information préoccupante'),
      {
        texte:
          'Nous vous transmettons le {transmis_le} l’information préoccupante désignée ci-dessus. Motif : {transfert_motif}',
      },
      { texte: 'Les parents en ont été informés le : {parents_informes_le}.' },
      { section: 'L’information' },
      { texte: 'Reçue le {recue_le} ({canal}). Urgence : {urgence}. Évaluation à achever au plus tard le {echeance}.' },
      { texte: 'Source : {source}. Qui a transmis : {auteur}. Dangers évoqués : {dangers}.' },
      { texte: '{faits_rapportes}' },
      { section: 'Le foyer' },
      ...FOYER,
      { texte: 'Adresse connue : {adresse}. Mesure judiciaire en cours : {mesure_judiciaire}.' },
      { section: 'Bordereau de ce qui est transmis' },
      { tableau: { titres: ['Document', 'Daté du'], pour: 'pieces', cellules: ['{piece}', '{piece_le}'] } },
      ...SIGNATURE,
      { titre: 'Accusé de réception à retourner' },
      { texte: 'Le département de {vers} accuse réception de l’information {reference}, transmise le {transmis_le}.' },
      { texte: 'Reçue le : ………………………………  Référence chez vous : ………………………………' },
      { texte: 'Nom, qualité et signature : ………………………………………………………………………' },
    ]),
});

export function buildTransfert(
  { fiche, aujourdhui, faits: suites }: DossierEcrits,
  vers: string | null,
): DonneesDe<typeof TRANSFERT.balises> {
  const { enTete, faits, transfert, pieces } = fiche;
  const rapportLe = suites.rapport.valideLe ?? enTete.rapportRemisLe;
  return {
    ...buildReference(fiche),
    mineurs: buildMineurs(enTete.mineurs, aujourdhui),
    adultes: buildAdultes(fiche),
    vers,
    transmis_le: formatLong(transfert?.transmisLe ?? null),
    transfert_motif: transfert?.motif ?? null,
    parents_informes_le: formatLong(transfert?.parentsInformesLe ?? null),
    canal: formatMinuscule(LIBELLE_CANAL[enTete.canal]),
    urgence: formatMinuscule(LIBELLE_URGENCE[enTete.urgence]),
    echeance: formatLong(enTete.echeance),
    source: LIBELLE_SOURCE[enTete.source],
    auteur: formatAuteur(fiche),
    dangers: faits.typesDanger.map((type) => formatMinuscule(LIBELLE_DANGER[type])).join(', ') || null,
    faits_rapportes: faits.texte,
    adresse: faits.adresse,
    mesure_judiciaire: faits.mesureJudiciaire ?? 'aucune connue',
    pieces: [
      { piece: 'Fiche de l’information (le présent écrit)', piece_le: formatLong(transfert?.transmisLe ?? null) },
      ...pieces.map(({ nom, le }) => ({ piece: nom, piece_le: formatLong(jourCivilDeInstant(le)) })),
      ...(rapportLe ? [{ piece: 'Rapport d’évaluation', piece_le: formatLong(rapportLe) }] : []),
    ],
  };
}

function formatAuteur({ auteur }: DossierEcrits['fiche']): string {
  if (auteur === null || auteur.anonymatDemande) return 'a demandé l’anonymat';
  return [auteur.nom, auteur.qualite, auteur.organisme, auteur.telephone].filter(Boolean).join(', ') || 'non nommé';
}
