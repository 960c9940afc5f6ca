import type { FicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import {
  formatAgeDeMineur,
  formatMineur,
  LIBELLE_CANAL,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_QUALITE,
  LIBELLE_ROLE,
  LIBELLE_SOURCE,
  LIBELLE_URGENCE,
} from '#modules/informations-preoccupantes/index.ts';
import { findDepartementOfficiel } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';

type Partie = { titre: string; lignes: [libelle: string, valeur: string][] };

/** Ce que le département d'accueil reçoit : la situation entière, sauf qui a demandé l'anonymat. */
export function buildDossierTransmis(fiche: FicheInformation): { objet: string; parties: Partie[] } {
  const { enTete, adultes, transfert } = fiche;
  const vers = transfert ? (findDepartementOfficiel(transfert.departementCode)?.nom ?? transfert.departementCode) : '';
  return {
    objet: `Transmis au département ${vers}, le ${transfert ? formatJour(transfert.transmisLe, 'long') : ''}`,
    parties: [
      {
        titre: 'Le transfert',
        lignes: [
          ['Pourquoi', transfert?.motif ?? ''],
          [
            'Parents informés',
            transfert?.parentsInformesLe ? `le ${formatJour(transfert.parentsInformesLe, 'long')}` : 'pas encore',
          ],
        ],
      },
      { titre: 'L’information', lignes: buildLignesDeLInformation(fiche) },
      { titre: 'Les enfants', lignes: enTete.mineurs.map((mineur) => buildLigneDeMineur(mineur, enTete.recueLe)) },
      { titre: 'Les adultes', lignes: adultes.map(buildLigneDAdulte) },
    ],
  };
}

function buildLignesDeLInformation(fiche: FicheInformation): Partie['lignes'] {
  const { enTete, faits } = fiche;
  const minuscule = (texte: string) => texte.toLocaleLowerCase('fr');
  return [
    ['Reçue', `${formatJour(enTete.recueLe, 'long')}, ${minuscule(LIBELLE_CANAL[enTete.canal])}`],
    ['Échéance de l’évaluation', enTete.echeance ? formatJour(enTete.echeance, 'long') : 'pas encore qualifiée'],
    ['Urgence', LIBELLE_URGENCE[enTete.urgence]],
    ['Source', `${LIBELLE_SOURCE[enTete.source]}, ${minuscule(LIBELLE_CATEGORIE[enTete.categorieSource])}`],
    ['Qui a transmis', formatAuteurTransmis(fiche)],
    ['Dangers', faits.typesDanger.map((type) => LIBELLE_DANGER[type]).join(', ') || 'non qualifiés'],
    ['Faits', faits.texte],
    ['Adresse connue', faits.adresse ?? 'inconnue'],
    ['Mesure judiciaire en cours', faits.mesureJudiciaire ?? 'aucune connue'],
  ];
}

function buildLigneDeMineur(
  mineur: FicheInformation['enTete']['mineurs'][number],
  jour: JourCivil,
): Partie['lignes'][number] {
  const naissance = mineur.dateNaissance ? formatJour(mineur.dateNaissance, 'long') : formatAgeDeMineur(mineur, jour);
  return [formatMineur(mineur), `${naissance}, ${LIBELLE_ROLE[mineur.role].toLocaleLowerCase('fr')}`];
}

function buildLigneDAdulte(adulte: FicheInformation['adultes'][number]): Partie['lignes'][number] {
  const { nom, prenom, qualite, titulaire, telephone } = adulte;
  const detail = [LIBELLE_QUALITE[qualite], titulaire ? 'titulaire de l’autorité parentale' : null, telephone];
  return [formatNom(nom ?? '', prenom) || 'Nom inconnu', detail.filter(Boolean).join(', ')];
}

function formatAuteurTransmis({ auteur }: FicheInformation): string {
  if (auteur === null || auteur.anonymatDemande) return 'a demandé l’anonymat';
  return [auteur.nom, auteur.qualite, auteur.organisme, auteur.telephone].filter(Boolean).join(', ') || 'non nommé';
}
