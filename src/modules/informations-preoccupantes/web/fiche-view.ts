import { formatHeure } from '#shared/instant.ts';
import { type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { AuteurDeFiche, FicheInformation } from '../data/fiche-queries.server.ts';
import {
  LIBELLE_CANAL,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_ETAT,
  LIBELLE_HORS_IP,
  LIBELLE_LIEN,
  LIBELLE_QUALITE,
  LIBELLE_ROLE,
  LIBELLE_SOURCE,
} from '../information.ts';
import { formatAgeDeMineur, formatMineur, formatNaissanceDeMineur } from '../mineur.ts';
import { formatTailleDePiece } from '../piece.ts';
import { findRepetition } from '../rules/repetition.ts';
import { formatActe } from '../rules/transitions.ts';

/** « 21 novembre 2026 à 9 h 05 », heure de Paris. */
export function formatMoment(instant: string): string {
  return `${formatJour(jourCivilDeInstant(instant), 'long')} à ${formatHeure(instant)}`;
}

/** Ce que la fiche d'une information montre, en phrases. */
export function buildFiche(fiche: FicheInformation, jour: JourCivil) {
  return {
    repetition: buildRepetition(fiche),
    mesureJudiciaire: fiche.faits.mesureJudiciaire,
    transferee: fiche.transfert !== null,
    recit: fiche.faits.texte,
    reception: buildReception(fiche),
    mineurs: fiche.enTete.mineurs.map((mineur) => ({
      id: mineur.id,
      nom: formatMineur(mineur),
      detail: [
        formatAgeDeMineur(mineur, jour),
        formatNaissanceDeMineur(mineur),
        LIBELLE_ROLE[mineur.role].toLocaleLowerCase('fr'),
      ]
        .filter(Boolean)
        .join(' · '),
      dossier: mineur.enfantNumero && { href: `/enfants/${mineur.enfantId}`, titre: `Dossier ${mineur.enfantNumero}` },
      connu: mineur.enfantId !== null,
    })),
    adultes: fiche.adultes.map(({ id, qualite, titulaire, nom, prenom, telephone, personneId }) => ({
      id,
      nom: formatNom(nom ?? '', prenom) || 'Nom inconnu',
      detail: [LIBELLE_QUALITE[qualite], titulaire ? 'titulaire de l’autorité parentale' : null, telephone]
        .filter(Boolean)
        .join(' · '),
      href: personneId && `/personnes/${personneId}`,
    })),
    liees: fiche.liees.map(({ id, nature, note, numero, etat, recueLe }) => ({
      id,
      numero,
      etat: LIBELLE_ETAT[etat],
      detail: [LIBELLE_LIEN[nature], `reçue le ${formatJour(recueLe, 'long')}`, note].filter(Boolean).join(' · '),
    })),
    pieces: fiche.pieces.map(({ id, nom, taille, le, par }) => ({
      id,
      nom,
      detail: [formatTailleDePiece(taille), `jointe le ${formatMoment(le)}`, par].filter(Boolean).join(' · '),
    })),
    actes: fiche.actes.map(({ id, acte, motif, le, par }) => ({
      id,
      titre: formatActe(acte),
      le: formatMoment(le),
      detail: [par, motif].filter(Boolean).join(' · '),
    })),
  };
}
export type FicheVue = ReturnType<typeof buildFiche>;

function buildRepetition({ enTete, liees }: FicheInformation): { titre: string; texte: string } | null {
  const repetition = findRepetition(enTete.recueLe, liees);
  return (
    repetition && {
      titre: `${repetition.rang}e information en douze mois`,
      texte: `pour le même enfant ou sa fratrie, depuis le ${formatJour(repetition.depuis, 'long')}.`,
    }
  );
}

function buildReception({ enTete, faits, auteur, transfert }: FicheInformation): { titre: string; valeur: string }[] {
  const lignes: [string, string | null][] = [
    ['Reçue', `${formatMoment(enTete.recueA)} · ${LIBELLE_CANAL[enTete.canal].toLocaleLowerCase('fr')}`],
    ['Transmise par', formatAuteur(auteur)],
    [
      'Source',
      `${LIBELLE_SOURCE[enTete.source]} · ${LIBELLE_CATEGORIE[enTete.categorieSource].toLocaleLowerCase('fr')}`,
    ],
    [
      'Dangers évoqués',
      faits.typesDanger.map((type) => LIBELLE_DANGER[type]).join(', ') || 'à dire à la qualification',
    ],
    ['Parents prévenus', formatParents(faits)],
    ['Adresse', faits.adresse ?? 'non renseignée'],
    ['Suites demandées', faits.suitesDemandeesLe && `le ${formatJour(faits.suitesDemandeesLe, 'long')}`],
    [
      'Parquet saisi directement',
      faits.saisineDirecteLe && `le ${formatJour(faits.saisineDirecteLe, 'long')}, copie reçue (IP-034)`,
    ],
    ['Délai réduit', enTete.delaiReduitJours && `${enTete.delaiReduitJours} jours : ${enTete.delaiReduitMotif ?? ''}`],
    ['Mesure judiciaire en cours', faits.mesureJudiciaire],
    ['Hors information préoccupante', faits.motifHorsIp && LIBELLE_HORS_IP[faits.motifHorsIp]],
    ['Réorientée vers', faits.orientation],
    ['Transférée', transfert && formatTransfert(transfert)],
  ].map(([titre, valeur]) => [String(titre), valeur ? String(valeur) : null]);
  return lignes.flatMap(([titre, valeur]) => (valeur ? [{ titre, valeur }] : []));
}

function formatAuteur(auteur: AuteurDeFiche | null): string {
  if (auteur === null) return 'gardé de la cellule : l’anonymat a été demandé, ou vos missions ne le demandent pas';
  const dit = [auteur.nom, auteur.qualite, auteur.organisme, auteur.telephone, auteur.courriel, auteur.adresse];
  const nomme = dit.filter(Boolean).join(', ') || 'ne s’est pas nommé';
  return auteur.anonymatDemande ? `${nomme} (demande l’anonymat : à ne dire à personne)` : nomme;
}

function formatParents({ parentsInformes, motifNonInformation }: FicheInformation['faits']): string {
  if (parentsInformes === null) return 'on ne le sait pas';
  if (parentsInformes) return 'oui, avant la transmission';
  return `non : ${motifNonInformation ?? 'motif non dit'}`;
}

function formatTransfert(transfert: NonNullable<FicheInformation['transfert']>): string {
  const { departementCode, transmisLe, accuseLe } = transfert;
  const accuse = accuseLe ? `accusé reçu le ${formatJour(accuseLe, 'long')}` : 'accusé de réception attendu';
  return `au département ${departementCode} le ${formatJour(transmisLe, 'long')}, ${accuse}`;
}
