/** Ce que l'API rend d'une mesure, champ par champ. */
import { z } from 'zod';
import { defineChamps } from '#server/api/define-api.ts';
import { TEXTE_VERSION } from '#shared/champs-decrits.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { JourCivil } from '#shared/jour-civil.ts';
import { RAISONS_ATTENTE } from '../attente.ts';
import { EtatMesure } from '../etat-mesure.ts';
import { FORMES_ACCORD, MOTIFS_FIN, NATURES_DECISION } from '../faits.ts';
import { GARDIENS, ORIGINES } from '../mesure.ts';
import { NATURES_ACCORD, NATURES_EXECUTION, SENS_AVIS } from '../mesure-inscrite.ts';

const codes = <C extends string>(libelles: Readonly<Record<C, unknown>>) =>
  z.enum(Object.keys(libelles) as [C, ...C[]]);
const Jour = JourCivil.nullable();
const Texte = z.string().nullable();

const COMMUN = {
  id: Identifiant,
  enfantId: Identifiant,
  code: z.string(),
  origine: codes(ORIGINES),
  etat: EtatMesure,
  uniteId: Identifiant,
  unite: z.string(),
  service: Texte,
  demandeeLe: JourCivil,
  decideeLe: Jour,
  debutLe: Jour,
  finieLe: Jour,
};
const TEXTES_COMMUNS = {
  id: 'Identifiant de la mesure.',
  enfantId: 'L’enfant.',
  code: 'Code de la nomenclature : « PLACEMENT_ASE ».',
  origine: 'Prestation administrative ou mesure judiciaire.',
  etat: 'L’état de ce jour : passée sans nouvelle décision, elle est échue.',
  uniteId: 'Le territoire qui la porte.',
  unite: 'Son nom.',
  service: 'Le service qui l’exerce.',
  demandeeLe: 'Jour de la demande.',
  decideeLe: 'Jour de la première décision.',
  debutLe: 'Premier jour réel : premier rendez-vous, premier accueil.',
  finieLe: 'Dernier jour, si l’on y a mis fin.',
};

const LIGNE = {
  ...COMMUN,
  numero: z.string(),
  restreint: z.boolean(),
  nom: z.string(),
  nomUsage: Texte,
  prenom: z.string(),
  dateNaissance: Jour,
  du: Jour,
  au: Jour,
};
const TEXTES_LIGNE = {
  ...TEXTES_COMMUNS,
  numero: 'Numéro du dossier.',
  restreint: 'Dossier restreint à des personnes nommées.',
  nom: 'Nom de l’enfant.',
  nomUsage: 'Son nom d’usage.',
  prenom: 'Son prénom.',
  dateNaissance: 'Sa naissance.',
  du: 'Premier jour couvert par une décision.',
  au: 'Dernier jour couvert, compris ; nul : sans fin connue.',
};
export const MesureLigneLue = defineChamps(z.object(LIGNE), TEXTES_LIGNE);

export const AttenteLigneLue = defineChamps(
  z.object({
    ...LIGNE,
    decideeLe: JourCivil,
    attente: z.int(),
    raison: codes(RAISONS_ATTENTE).nullable(),
    raisonDepuis: Jour,
    detenteur: Texte,
    risque: Texte,
  }),
  {
    ...TEXTES_LIGNE,
    attente: 'Jours depuis la décision.',
    raison: 'Pourquoi elle n’a pas commencé.',
    raisonDepuis: 'Depuis quand, pour cette raison.',
    detenteur: 'Qui tient la suite.',
    risque: 'Ce que l’enfant risque.',
  },
);

const DecisionLue = defineChamps(
  z.object({
    id: Identifiant,
    lotId: Identifiant,
    nature: codes({ ...NATURES_DECISION, mainlevee: '', refus: '', annulation: '' }),
    le: JourCivil,
    du: Jour,
    au: Jour,
    recueLe: Jour,
    juridiction: Texte,
    juge: Texte,
    numero: Texte,
    signataire: Texte,
    arreteNumero: Texte,
    fondement: Texte,
    motifs: Texte,
    confieA: codes(GARDIENS).nullable(),
    confiePrecision: Texte,
    droitsVisite: Texte,
    corrigeId: Identifiant.nullable(),
    correctionMotif: Texte,
    corrigee: z.boolean(),
  }),
  {
    id: 'Identifiant de la décision.',
    lotId: 'Commun aux décisions d’un même acte, pour une fratrie.',
    nature: 'Ce qu’elle décide.',
    le: 'Jour de la décision.',
    du: 'Premier jour couvert.',
    au: 'Dernier jour couvert, compris.',
    recueLe: 'Jour de réception.',
    juridiction: 'Qui a décidé, si ce n’est pas le président.',
    juge: 'Le juge.',
    numero: 'Son numéro.',
    signataire: 'Qui a signé au nom du président.',
    arreteNumero: 'L’arrêté de délégation.',
    fondement: 'Fondement.',
    motifs: 'Motifs.',
    confieA: 'À qui l’enfant est confié.',
    confiePrecision: 'Précision.',
    droitsVisite: 'Droits de visite et d’hébergement.',
    corrigeId: 'La décision que celle-ci remplace.',
    correctionMotif: 'Pourquoi elle la remplace.',
    corrigee: 'Une autre l’a remplacée : elle ne vaut plus.',
  },
);

const AvisLu = defineChamps(
  z.object({ id: Identifiant, sens: codes(SENS_AVIS), motif: z.string(), le: JourCivil, par: Texte }),
  { id: 'Identifiant.', sens: 'Sens.', motif: 'Motif.', le: 'Jour.', par: 'Qui le donne.' },
);
const AccordLu = defineChamps(
  z.object({
    id: Identifiant,
    nature: codes(NATURES_ACCORD),
    forme: codes(FORMES_ACCORD).nullable(),
    de: z.string(),
    le: JourCivil,
  }),
  { id: 'Identifiant.', nature: 'Ce qui est répondu.', forme: 'Écrit ou oral.', de: 'Qui répond.', le: 'Jour.' },
);
const ExecutionLue = defineChamps(
  z.object({
    id: Identifiant,
    nature: codes(NATURES_EXECUTION),
    le: JourCivil,
    instant: Texte,
    raison: codes(RAISONS_ATTENTE).nullable(),
    detenteur: Texte,
    risque: Texte,
    motif: codes(MOTIFS_FIN).nullable(),
    precision: Texte,
    annule: z.boolean(),
    corrigee: z.boolean(),
  }),
  {
    id: 'Identifiant.',
    nature: 'Ce qui arrive à la mesure.',
    le: 'Jour ; d’une attente, le premier.',
    instant: 'Instant, si l’heure est connue.',
    raison: 'Pourquoi elle attend.',
    detenteur: 'Qui tient la suite.',
    risque: 'Ce que l’enfant risque.',
    motif: 'Pourquoi elle finit.',
    precision: 'Précision.',
    annule: 'Une correction : cela n’a pas eu lieu.',
    corrigee: 'Une correction l’a remplacé.',
  },
);

export const MesureLue = defineChamps(
  z.object({
    ...COMMUN,
    serviceContact: Texte,
    periode: defineChamps(z.object({ du: JourCivil, au: Jour }), {
      du: 'Premier jour couvert.',
      au: 'Dernier jour couvert, compris ; nul : sans fin connue.',
    }).nullable(),
    motif: Texte,
    objectifs: Texte,
    version: z.int(),
    decisions: z.array(DecisionLue).readonly(),
    avis: z.array(AvisLu).readonly(),
    accords: z.array(AccordLu).readonly(),
    execution: z.array(ExecutionLue).readonly(),
  }),
  {
    ...TEXTES_COMMUNS,
    serviceContact: 'Qui en répond dans ce service.',
    periode: 'Les jours que couvrent ses décisions ; nul : aucune ne vaut.',
    motif: 'Pourquoi elle est proposée.',
    objectifs: 'Ce qu’on en attend.',
    version: TEXTE_VERSION,
    decisions: 'Ses décisions, corrigées comprises.',
    avis: 'Les avis donnés avant la décision.',
    accords: 'Ce que la famille ou le jeune a répondu.',
    execution: 'Ce qui lui est arrivé, corrections comprises.',
  },
);
