/** L'écrit au procureur de la République (CASF L226-4 I) : le fondement, le danger, ce qui a déjà été fait, ce qui est demandé. */
import { LIBELLE_CONCLUSION } from '#modules/evaluations/index.ts';
import {
  CASF_L226_5_3,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_SOURCE,
} from '#modules/informations-preoccupantes/index.ts';
import { LIBELLE_DEMANDE, LIBELLE_MOTIF_SAISINE, type Signalement } from '#modules/signalements/index.ts';
import type { FaitsSuites } from '#modules/suites/index.ts';
import type { DonneesDe } from '#modules/trames/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatTexte } from '#shared/texte-legal.ts';
import type { DossierEcrits } from '../data/dossier.server.ts';
import { buildAdultes, buildMineurs, buildReference, formatLong, formatMinuscule } from './lettre.ts';
import type { SAISINE } from './saisine-trame.ts';

export function buildSaisine(
  { fiche, faits, aujourdhui }: DossierEcrits,
  signalement: Signalement,
  qualite: string | null,
): DonneesDe<typeof SAISINE.balises> {
  const { rapport, mineurs, evaluationDebuteeLe } = faits;
  const { valideLe, conclusion } = rapport;
  return {
    ...buildReference(fiche),
    projet: signalement.valideLe === null,
    urgent: signalement.urgent,
    autorite: signalement.autorite,
    mineurs: buildMineurs(fiche.enTete.mineurs, aujourdhui),
    adultes: buildAdultes(fiche),
    adresse: fiche.faits.adresse,
    fondement: LIBELLE_MOTIF_SAISINE[signalement.motif],
    non_rencontres: mineurs
      .filter(({ rencontreImpossible }) => rencontreImpossible)
      .map(({ nom }) => ({ non_rencontre: nom })),
    source: formatSource(fiche),
    dangers: fiche.faits.typesDanger.map((type) => formatMinuscule(LIBELLE_DANGER[type])).join(', ') || null,
    faits_rapportes: fiche.faits.texte,
    danger: signalement.argumentaire,
    actions_menees: signalement.actionsMenees,
    mesure_judiciaire: fiche.faits.mesureJudiciaire,
    rapport_valide_le: formatLong(valideLe),
    conclusion: conclusion && formatMinuscule(LIBELLE_CONCLUSION[conclusion]),
    evaluation_en_cours: valideLe === null && evaluationDebuteeLe !== null,
    sans_evaluation: evaluationDebuteeLe === null,
    demandes: signalement.demandes.map((demande) => ({ demande: LIBELLE_DEMANDE[demande] })),
    sans_demande: signalement.demandes.length === 0,
    parents: formatParents(faits, signalement),
    signe_le: formatLong(signalement.valideLe),
    signataire: signalement.signataire,
    signataire_qualite: qualite,
    arrete: signalement.arreteNumero,
  };
}

/** Un particulier n'est jamais désigné : les parents liront le dossier. Un professionnel l'est, s'il n'a pas demandé l'anonymat. */
function formatSource({ enTete, auteur }: DossierEcrits['fiche']): string {
  const { source, categorieSource } = enTete;
  if (categorieSource === 'particulier' || categorieSource === 'anonyme')
    return formatMinuscule(LIBELLE_CATEGORIE[categorieSource]);
  const anonyme = auteur === null || auteur.anonymatDemande;
  const nomme = anonyme ? [] : [auteur.nom, auteur.qualite, auteur.organisme];
  return [LIBELLE_SOURCE[source], ...nomme].filter(Boolean).join(', ');
}

/** IP-023 : ce qui est inscrit de l'information des parents sur cette saisine. */
function formatParents({ dites }: FaitsSuites, { id }: Signalement): string {
  const dite = dites.findLast(({ aQui, signalementId }) => aQui === 'titulaires' && signalementId === id);
  if (!dite)
    return `Les parents ou le représentant légal sont informés par écrit de cette saisine (${formatTexte(CASF_L226_5_3)}).`;
  if (dite.dispenseMotif) return `Les parents n’ont pas été informés de cette saisine : ${dite.dispenseMotif}`;
  return `Les parents ou le représentant légal ont été informés par écrit de cette saisine le ${formatJour(dite.le, 'long')} (${formatTexte(CASF_L226_5_3)}).`;
}
