/** Ce que l'API rend d'une information préoccupante, champ par champ. */
import { z } from 'zod';
import { defineChamps } from '#server/api/define-api.ts';
import { TEXTE_VERSION } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import {
  EtatInformation,
  LIBELLE_CANAL,
  LIBELLE_CATEGORIE,
  LIBELLE_DANGER,
  LIBELLE_HORS_IP,
  LIBELLE_LIEN,
  LIBELLE_QUALITE,
  LIBELLE_ROLE,
  LIBELLE_SOURCE,
  LIBELLE_URGENCE,
} from '../information.ts';

const codes = <C extends string>(libelles: Readonly<Record<C, unknown>>) =>
  z.enum(Object.keys(libelles) as [C, ...C[]]);
const Jour = JourCivil.nullable();
const Texte = z.string().nullable();

const COMMUN = {
  id: Identifiant,
  numero: z.string(),
  etat: EtatInformation,
  urgence: codes(LIBELLE_URGENCE),
  recueA: z.string(),
  recueLe: JourCivil,
  source: codes(LIBELLE_SOURCE),
  unite: z.string(),
  communeNom: Texte,
  rapportRemisLe: Jour,
  closeLe: Jour,
};
const TEXTES_COMMUNS = {
  id: 'Identifiant de l’information.',
  numero: 'Son numéro, « IP-2026-00042 ».',
  etat: 'Où elle en est.',
  urgence: 'Urgence.',
  recueA: 'Instant de réception par la cellule.',
  recueLe: 'Jour de réception, à Paris : le délai légal court de là.',
  source: 'Qui transmet, par nature.',
  unite: 'L’unité qui la traite.',
  communeNom: 'Commune du foyer.',
  rapportRemisLe: 'Remise du rapport d’évaluation.',
  closeLe: 'Clôture.',
};

export const InformationLigneLue = defineChamps(
  z.object({
    ...COMMUN,
    terme: JourCivil,
    mineurs: z
      .array(
        defineChamps(z.object({ rang: z.int(), nom: Texte, prenom: Texte }), {
          rang: 'Rang dans le foyer.',
          nom: 'Nom, s’il est connu.',
          prenom: 'Prénom, s’il est connu.',
        }),
      )
      .readonly(),
    equipe: z.array(z.string()).readonly(),
  }),
  {
    ...TEXTES_COMMUNS,
    terme: 'Terme de l’évaluation ; celui de la loi tant qu’elle n’est pas qualifiée.',
    mineurs: 'Les mineurs du foyer.',
    equipe: 'L’équipe d’évaluation de ce jour.',
  },
);

const MineurLu = defineChamps(
  z.object({
    id: Identifiant,
    rang: z.int(),
    role: codes(LIBELLE_ROLE),
    nom: Texte,
    nomUsage: Texte,
    prenom: Texte,
    sexe: z.enum(['feminin', 'masculin', 'inconnu']),
    dateNaissance: Jour,
    naissancePrecision: z.enum(['exacte', 'mois', 'annee', 'declaree', 'judiciaire', 'inconnue']),
    ageEstime: z.int().nullable(),
    aNaitre: z.boolean(),
    termePrevu: Jour,
    enfantId: Identifiant.nullable(),
    enfantNumero: Texte,
  }),
  {
    id: 'Identifiant du mineur dans cette information.',
    rang: 'Rang dans le foyer.',
    role: 'Enfant signalé, ou autre mineur du foyer.',
    nom: 'Nom de naissance.',
    nomUsage: 'Nom d’usage.',
    prenom: 'Prénom.',
    sexe: 'Sexe.',
    dateNaissance: 'Date de naissance.',
    naissancePrecision: 'Ce que vaut cette date.',
    ageEstime: 'Âge à peu près, sans date connue.',
    aNaitre: 'Enfant à naître.',
    termePrevu: 'Terme prévu de la grossesse.',
    enfantId: 'Dossier reconnu ou ouvert.',
    enfantNumero: 'Son numéro, si le jeton peut le voir.',
  },
);

const HorlogeLue = defineChamps(
  z.object({
    titre: z.string(),
    pour: JourCivil,
    faiteLe: Jour,
    retardJours: z.int(),
    etapes: z.array(z.string()).readonly(),
  }),
  {
    titre: 'Ce qui est dû.',
    pour: 'Dernier jour.',
    faiteLe: 'Quand cela fut fait ; nul tant que c’est dû.',
    retardJours: 'Jours de retard.',
    etapes: 'Le calcul, pas à pas.',
  },
);

const EnTeteLu = defineChamps(
  z.object({
    ...COMMUN,
    version: z.int(),
    canal: codes(LIBELLE_CANAL),
    categorieSource: codes(LIBELLE_CATEGORIE),
    transmiseLe: JourCivil,
    echeance: Jour,
    qualifieeLe: Jour,
    reanalyseDueLe: Jour,
    decision: z.enum(['classement', 'actions-adaptees', 'saisine']).nullable(),
    delaiReduitJours: z.int().nullable(),
    delaiReduitMotif: Texte,
    uniteId: Identifiant,
    analyste: Texte,
    equipe: z
      .array(defineChamps(z.object({ id: Identifiant, nom: z.string() }), { id: 'Agent.', nom: 'Son nom.' }))
      .readonly(),
    mineurs: z.array(MineurLu).readonly(),
  }),
  {
    ...TEXTES_COMMUNS,
    version: TEXTE_VERSION,
    canal: 'Comment elle est arrivée.',
    categorieSource: 'Catégorie de la source, dont dépend l’information due en retour.',
    transmiseLe: 'Jour où la source l’a transmise.',
    echeance: 'Échéance légale, posée à la qualification.',
    qualifieeLe: 'Qualification.',
    reanalyseDueLe: 'Un élément nouveau est arrivé ce jour, l’urgence reste à revoir.',
    decision: 'Décision du président.',
    delaiReduitJours: 'Délai d’évaluation réduit, en jours.',
    delaiReduitMotif: 'Pourquoi il l’est.',
    uniteId: 'L’unité qui la traite.',
    analyste: 'Qui l’analyse.',
    equipe: 'L’équipe d’évaluation de ce jour.',
    mineurs: 'Les mineurs du foyer.',
  },
);

const FaitsLus = defineChamps(
  z.object({
    texte: z.string(),
    typesDanger: z.array(codes(LIBELLE_DANGER)).readonly(),
    parentsInformes: z.boolean().nullable(),
    motifNonInformation: Texte,
    suitesDemandeesLe: Jour,
    saisineDirecteLe: Jour,
    adresse: Texte,
    motifHorsIp: codes(LIBELLE_HORS_IP).nullable(),
    orientation: Texte,
    mesureJudiciaire: Texte,
  }),
  {
    texte: 'Les faits, tels qu’ils ont été reçus.',
    typesDanger: 'Dangers ou risques de danger.',
    parentsInformes: 'Les parents étaient prévenus ; nul si on ne le sait pas.',
    motifNonInformation: 'Pourquoi ils ne l’étaient pas.',
    suitesDemandeesLe: 'Jour où un particulier a demandé les suites.',
    saisineDirecteLe: 'Jour où un professionnel a saisi lui-même le parquet.',
    adresse: 'Adresse du foyer.',
    motifHorsIp: 'Pourquoi elle n’est pas une information préoccupante.',
    orientation: 'Vers qui elle a été orientée.',
    mesureJudiciaire: 'Mesure judiciaire en cours, et ce qu’on en a décidé.',
  },
);

const AuteurLu = defineChamps(
  z.object({
    anonymatDemande: z.boolean(),
    nom: Texte,
    qualite: Texte,
    organisme: Texte,
    telephone: Texte,
    courriel: Texte,
    adresse: Texte,
  }),
  {
    anonymatDemande: 'Demande que son nom ne soit dit à personne.',
    nom: 'Nom.',
    qualite: 'Qualité.',
    organisme: 'Organisme.',
    telephone: 'Téléphone.',
    courriel: 'Adresse électronique.',
    adresse: 'Adresse.',
  },
);

const AdulteLu = defineChamps(
  z.object({
    id: Identifiant,
    qualite: codes(LIBELLE_QUALITE),
    titulaire: z.boolean(),
    nom: Texte,
    prenom: Texte,
    dateNaissance: Jour,
    telephone: Texte,
    personneId: Identifiant.nullable(),
  }),
  {
    id: 'Identifiant de l’adulte dans cette information.',
    qualite: 'Ce qu’il est pour l’enfant.',
    titulaire: 'Titulaire de l’autorité parentale.',
    nom: 'Nom.',
    prenom: 'Prénom.',
    dateNaissance: 'Date de naissance.',
    telephone: 'Téléphone.',
    personneId: 'Personne reconnue, si le jeton peut la voir.',
  },
);

const LieeLue = defineChamps(
  z.object({
    id: Identifiant,
    nature: codes(LIBELLE_LIEN),
    note: Texte,
    numero: z.string(),
    etat: EtatInformation,
    recueLe: JourCivil,
  }),
  {
    id: 'Identifiant de l’autre information.',
    nature: 'Ce qui les relie.',
    note: 'Ce qu’en dit qui les a reliées.',
    numero: 'Son numéro.',
    etat: 'Où elle en est.',
    recueLe: 'Sa réception.',
  },
);

const ActeLu = defineChamps(z.object({ id: Identifiant, acte: z.string(), motif: Texte, le: z.string(), par: Texte }), {
  id: 'Identifiant.',
  acte: 'Ce qui a été fait.',
  motif: 'Pourquoi.',
  le: 'Instant.',
  par: 'Par qui.',
});

const PieceLue = defineChamps(
  z.object({ id: Identifiant, nom: z.string(), nature: z.string(), taille: z.int(), le: z.string(), par: Texte }),
  {
    id: 'Identifiant.',
    nom: 'Nom du fichier.',
    nature: 'Ce qu’il est vraiment.',
    taille: 'Taille, en octets.',
    le: 'Instant du dépôt.',
    par: 'Par qui.',
  },
);

const TransfertLu = defineChamps(
  z.object({
    departementCode: z.string(),
    motif: z.string(),
    transmisLe: JourCivil,
    parentsInformesLe: Jour,
    accuseLe: Jour,
    accuseReference: Texte,
  }),
  {
    departementCode: 'Département d’accueil.',
    motif: 'Pourquoi.',
    transmisLe: 'Transmission.',
    parentsInformesLe: 'Information des parents.',
    accuseLe: 'Accusé de réception.',
    accuseReference: 'Référence de l’accusé.',
  },
);

export const InformationLue = z.object({
  information: EnTeteLu.describe('L’information et où elle en est.'),
  horloges: z.array(HorlogeLue).readonly().describe('Ce qui est dû, pour quand, et le calcul.'),
  faits: FaitsLus.describe('Ce qui a été reçu et ce qu’on en a fait.'),
  auteur: AuteurLu.nullable().describe('Qui a transmis ; nul si l’anonymat le garde de ce jeton.'),
  adultes: z.array(AdulteLu).readonly().describe('Les adultes du foyer.'),
  liees: z.array(LieeLue).readonly().describe('Les informations reliées que le jeton peut voir.'),
  pieces: z.array(PieceLue).readonly().describe('Les documents joints, sans leur contenu.'),
  actes: z.array(ActeLu).readonly().describe('Son histoire, du plus récent au plus ancien.'),
  transfert: TransfertLu.nullable().describe('Le transfert à un autre département.'),
});
