/** Ce que l'API rend d'un enfant et de ceux qui l'entourent, champ par champ. */
import { z } from 'zod';
import { MissionNature } from '#modules/acces/index.ts';
import {
  AutreNomNature,
  Filiation,
  LienQualite,
  NaissancePrecision,
  Residence,
  Sexe,
} from '#modules/personnes/index.ts';
import { defineChamps } from '#server/api/define-api.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { Exercice, Organisme } from '../../autorite-parentale.ts';
import { Enfant } from '../../enfant.ts';
import { PartenaireNature, PartenaireQualite } from '../../partenaire.ts';
import { StatutCode } from '../../statut.ts';

export const VERSION = 'Numéro de version : il augmente à chaque changement.';
export const VERSION_SAISIE = 'Version lue, si « If-Match » ne la dit pas.';
export const TEXTES_PERIODE = { du: 'Premier jour.', au: 'Dernier jour, compris ; nul : sans fin connue.' };
const Periode = { du: JourCivil, au: JourCivil.nullable() };

/** Ce que rend un acte sur le dossier d'un enfant. */
export const DossierTouche = z.object({ enfantId: Identifiant.describe('L’enfant dont le dossier a changé.') });

export const Identite = z.object({
  nom: z.string(),
  nomUsage: z.string().nullable(),
  prenom: z.string(),
  sexe: Sexe,
  dateNaissance: JourCivil.nullable(),
  naissancePrecision: NaissancePrecision,
});
export const TEXTES_IDENTITE = {
  nom: 'Nom de naissance.',
  nomUsage: 'Nom d’usage.',
  prenom: 'Prénom.',
  sexe: 'Sexe.',
  dateNaissance: 'Date de naissance, même approchée.',
  naissancePrecision: 'Ce que vaut cette date.',
};
const Contact = { telephone: z.string().nullable(), courriel: z.string().nullable() };
const TEXTES_CONTACT = { telephone: 'Téléphone.', courriel: 'Adresse électronique.' };

const TEXTES_ENFANT = {
  id: 'Identifiant de l’enfant.',
  numero: 'Numéro de dossier.',
  restreint: 'Dossier restreint à des personnes nommées.',
  ouvertLe: 'Ouverture du dossier.',
};

export const EnfantLigneLue = defineChamps(
  Enfant.pick({ id: true, numero: true, restreint: true, ouvertLe: true }).extend({
    ...Identite.shape,
    referentId: Identifiant.nullable(),
    referent: z.string().nullable(),
    unite: z.string().nullable(),
    statut: StatutCode.nullable(),
  }),
  {
    ...TEXTES_ENFANT,
    ...TEXTES_IDENTITE,
    referentId: 'Agent référent ce jour.',
    referent: 'Son nom.',
    unite: 'Territoire qui suit l’enfant.',
    statut: 'Statut ce jour.',
  },
);

export const EnTeteLu = defineChamps(
  Enfant.extend({
    ...Identite.shape,
    ...Contact,
    versionPersonne: z.int(),
    autresPrenoms: z.string().nullable(),
    lieuNaissance: z.string().nullable(),
    dateDeces: JourCivil.nullable(),
  }),
  {
    ...TEXTES_ENFANT,
    ...TEXTES_IDENTITE,
    ...TEXTES_CONTACT,
    closLe: 'Fermeture du dossier.',
    version: 'Version du dossier.',
    versionPersonne: 'Version de l’identité : celle que « If-Match » vérifie.',
    autresPrenoms: 'Autres prénoms.',
    lieuNaissance: 'Lieu de naissance.',
    dateDeces: 'Date de décès.',
  },
);

export const AutreNomLu = defineChamps(
  z.object({ id: Identifiant, nature: AutreNomNature, nom: z.string(), prenom: z.string().nullable() }),
  { id: 'Identifiant de cet autre nom.', nature: 'De quel nom il s’agit.', nom: 'Nom.', prenom: 'Prénom.' },
);

const PersonneLiee = defineChamps(Identite.extend({ ...Contact, dateDeces: JourCivil.nullable() }), {
  ...TEXTES_IDENTITE,
  ...TEXTES_CONTACT,
  dateDeces: 'Date de décès.',
});

export const LienLu = defineChamps(
  z.object({
    id: Identifiant,
    version: z.int(),
    qualite: LienQualite,
    filiation: Filiation.nullable(),
    commentaire: z.string().nullable(),
    personneId: Identifiant,
    personne: PersonneLiee,
    aDossier: z.boolean(),
    ...Periode,
  }),
  {
    id: 'Identifiant du lien.',
    version: VERSION,
    qualite: 'Qui est cette personne pour l’enfant.',
    filiation: 'Filiation, pour un parent.',
    commentaire: 'Commentaire.',
    personneId: 'Identifiant de la personne.',
    personne: 'La personne.',
    aDossier: 'Elle a elle-même un dossier que le jeton peut voir.',
    ...TEXTES_PERIODE,
  },
);

export const AutoriteLue = defineChamps(
  z.object({
    id: Identifiant,
    personneId: Identifiant.nullable(),
    organisme: Organisme.nullable(),
    titulaire: z.boolean(),
    exercice: Exercice,
    fondement: z.string().nullable(),
    nom: z.string(),
    ...Periode,
  }),
  {
    id: 'Identifiant de cette ligne.',
    personneId: 'Personne, sauf si c’est un organisme.',
    organisme: 'Organisme, sauf si c’est une personne.',
    titulaire: 'Titulaire de l’autorité parentale.',
    exercice: 'Comment elle est exercée.',
    fondement: 'Décision ou texte.',
    nom: 'Comment la nommer.',
    ...TEXTES_PERIODE,
  },
);

export const StatutLu = defineChamps(
  z.object({ id: Identifiant, code: StatutCode, fondement: z.string().nullable(), ...Periode }),
  { id: 'Identifiant de ce statut.', code: 'Statut.', fondement: 'Décision ou texte.', ...TEXTES_PERIODE },
);

export const PartenaireLu = defineChamps(
  z.object({
    id: Identifiant,
    version: z.int(),
    qualite: PartenaireQualite,
    nature: PartenaireNature,
    nom: z.string(),
    interlocuteur: z.string().nullable(),
    ...Contact,
    communeNom: z.string().nullable(),
    commentaire: z.string().nullable(),
    ...Periode,
  }),
  {
    id: 'Identifiant de ce lien avec le partenaire.',
    version: VERSION,
    qualite: 'Ce qu’il est pour l’enfant.',
    nature: 'Ce qu’il est.',
    nom: 'Nom.',
    interlocuteur: 'Interlocuteur.',
    ...TEXTES_CONTACT,
    communeNom: 'Commune.',
    commentaire: 'Commentaire.',
    ...TEXTES_PERIODE,
  },
);

export const MissionLue = defineChamps(
  z.object({
    id: Identifiant,
    version: z.int(),
    nature: MissionNature,
    motif: z.string().nullable(),
    agentId: Identifiant.nullable(),
    uniteId: Identifiant.nullable(),
    nom: z.string(),
    ...Periode,
  }),
  {
    id: 'Identifiant de la mission.',
    version: VERSION,
    nature: 'Mission.',
    motif: 'Motif.',
    agentId: 'Agent, sauf si c’est une unité.',
    uniteId: 'Unité, sauf si c’est un agent.',
    nom: 'Nom de l’agent ou de l’unité.',
    ...TEXTES_PERIODE,
  },
);

const AdresseLue = defineChamps(
  z.object({
    voie: z.string().nullable(),
    complement: z.string().nullable(),
    codePostal: z.string().nullable(),
    communeNom: z.string().nullable(),
    ...Periode,
  }),
  {
    voie: 'Numéro et voie.',
    complement: 'Complément.',
    codePostal: 'Code postal.',
    communeNom: 'Commune.',
    ...TEXTES_PERIODE,
  },
);

const MembreLu = defineChamps(
  z.object({ id: Identifiant, personneId: Identifiant, nom: z.string(), estEnfant: z.boolean() }),
  {
    id: 'Identifiant de sa présence dans le foyer.',
    personneId: 'Identifiant de la personne.',
    nom: 'Son nom.',
    estEnfant: 'Elle a un dossier d’enfant.',
  },
);

export const FoyerLu = defineChamps(
  z.object({
    membreId: Identifiant,
    menageId: Identifiant,
    libelle: z.string(),
    residence: Residence,
    adresses: z.array(AdresseLue),
    membres: z.array(MembreLu),
    ...Periode,
  }),
  {
    membreId: 'Identifiant de la présence de l’enfant dans ce foyer.',
    menageId: 'Identifiant du foyer.',
    libelle: 'Nom du foyer.',
    residence: 'Comment l’enfant y vit.',
    adresses: 'Ses adresses, de la plus ancienne à la plus récente.',
    membres: 'Qui d’autre y vit ce jour.',
    ...TEXTES_PERIODE,
  },
);

export const PersonneTrouveeLue = defineChamps(
  Identite.extend({
    id: Identifiant,
    numero: z.string().nullable(),
    autresNoms: z.string().nullable(),
    liens: z.array(
      defineChamps(z.object({ enfantId: Identifiant, qualite: LienQualite, nom: z.string(), prenom: z.string() }), {
        enfantId: 'Identifiant de l’enfant.',
        qualite: 'Ce qu’elle est pour lui.',
        nom: 'Nom.',
        prenom: 'Prénom.',
      }),
    ),
  }),
  {
    id: 'Identifiant de la personne.',
    ...TEXTES_IDENTITE,
    numero: 'Numéro de dossier, si c’est un enfant.',
    autresNoms: 'Autres noms sous lesquels elle est connue.',
    liens: 'Les enfants qu’elle entoure, parmi ceux que le jeton peut voir.',
  },
);
