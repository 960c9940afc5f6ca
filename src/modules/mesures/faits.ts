/** Les faits dont naît ce que la loi doit à un enfant du chef de ses mesures, de l'urgence et de sa minorité. */
import { z } from 'zod';
import { JourCivil } from '#shared/jour-civil.ts';
import { defineFait } from '#shared/obligation.ts';
import { DECIDEURS, type Decideur, GARDIENS, type Gardien } from './mesure.ts';
import { CodeMesure, formatMesure } from './nomenclature.ts';

function buildChoix<C extends string>(choix: Readonly<Record<C, string>>) {
  const codes = Object.keys(choix) as [C, ...C[]];
  return z.enum(codes, { error: `Choisissez parmi : ${codes.join(', ')}.` }).meta({ 'x-libelles': choix });
}

export const NATURES_DECISION = {
  initiale: 'Première décision',
  renouvellement: 'Renouvellement',
  prorogation: 'Prorogation',
  modification: 'Modification',
} as const;
export type NatureDecision = keyof typeof NATURES_DECISION;

export const MOTIFS_FIN = {
  ECHEANCE: 'Échéance',
  OBJECTIFS_ATTEINTS: 'Objectifs atteints',
  MAINLEVEE_JUGE: 'Mainlevée par le juge',
  RETRAIT_ACCORD_PARENTAL: 'Retrait de l’accord des parents',
  MAJORITE: 'Majorité',
  EMANCIPATION: 'Émancipation',
  CHANGEMENT_MESURE: 'Changement de mesure',
  DEMENAGEMENT: 'Déménagement',
  ADOPTION: 'Adoption',
  RETOUR_FAMILLE: 'Retour en famille',
  DECES: 'Décès',
  NON_LIEU: 'Non-lieu',
  REFUS_JEUNE: 'Refus du jeune',
} as const;
export type MotifFin = keyof typeof MOTIFS_FIN;

export const FORMES_ACCORD = { ecrit: 'Écrit', oral: 'Oral' } as const;
export const OBJETS_JUGE_INFORME = {
  'changement-lieu': 'Changement de lieu',
  fratrie: 'Séparation de la fratrie',
  nuitee: 'Nuitée',
  autre: 'Autre',
} as const;
export const ISSUES_MINORITE = { reconnu: 'Reconnu mineur', 'non-reconnu': 'Non reconnu' } as const;

const nommee = z.string().min(1).describe('Nom de la mesure dans ce dossier ; sans lui, le fait vaut pour toutes.');
const mesure = nommee.optional();
const LIBELLES = Object.fromEntries(CodeMesure.options.map((code) => [code, formatMesure(code)]));
const code = CodeMesure.meta({ 'x-libelles': LIBELLES }).describe('Mesure, par son code de la nomenclature.');
const jour = (ceQueCEst: string) => JourCivil.optional().describe(ceQueCEst);
const duree = (ceQueCEst: string) => z.int().min(1).max(1_000).optional().describe(ceQueCEst);
const oui = (ceQueCEst: string) => z.boolean().optional().describe(ceQueCEst);

export const DEMANDE = defineFait('demande', {
  titre: 'Une mesure est demandée ou proposée',
  date: 'jour de la demande',
  champs: { mesure, code },
});
export const ACCORD = defineFait('accord', {
  titre: 'La famille ou le jeune donne son accord',
  date: 'jour de l’accord',
  champs: {
    mesure,
    forme: buildChoix(FORMES_ACCORD).describe('Écrit ou oral.'),
    par: z.string().optional().describe('Qui le donne.'),
  },
});
export const RETRAIT_ACCORD = defineFait('retrait-accord', {
  titre: 'L’accord est retiré, ou refusé expressément',
  date: 'jour du retrait ou du refus',
  champs: { mesure },
});
export const DECISION = defineFait('decision', {
  titre: 'Une mesure est décidée, renouvelée, prorogée ou modifiée',
  date: 'jour de la décision',
  champs: {
    mesure,
    code,
    nature: buildChoix(NATURES_DECISION)
      .default('initiale')
      .describe('Nature de la décision ; par défaut, la première.'),
    du: jour('Premier jour couvert ; par défaut, celui de la décision.'),
    au: jour('Dernier jour couvert, compris.'),
    dureeMois: duree('Durée en mois, quand le dernier jour n’est pas écrit.'),
    dureeJours: duree('Durée en jours, quand le dernier jour n’est pas écrit.'),
    recueLe: jour('Jour où le département a reçu la décision.'),
    confieA: buildChoix<Gardien>(GARDIENS).optional().describe('À qui l’enfant est confié.'),
    decideur: buildChoix<Decideur>(DECIDEURS).optional().describe('Qui décide, si ce n’est pas l’autorité habituelle.'),
    rapportTousLesMois: duree('Périodicité du rapport au juge, en mois, si la décision la fixe.'),
    sansAudition: oui('Décision prise en urgence, sans audition des parties.'),
    lieuDecouverte: oui('Juge du lieu où l’enfant a été trouvé, et non du domicile.'),
  },
});
export const DEBUT_EFFECTIF = defineFait('debut-effectif', {
  titre: 'La mesure commence vraiment : premier rendez-vous, premier accueil',
  date: 'jour du premier acte réel',
  champs: { mesure },
});
export const SUSPENSION = defineFait('suspension', {
  titre: 'La mesure est suspendue',
  date: 'premier jour de suspension',
  champs: { mesure },
});
export const REPRISE_MESURE = defineFait('reprise-mesure', {
  titre: 'La mesure suspendue reprend',
  date: 'jour de la reprise',
  champs: { mesure },
});
export const FIN_MESURE = defineFait('fin-mesure', {
  titre: 'La mesure prend fin',
  date: 'dernier jour de la mesure',
  champs: { mesure, motif: buildChoix<MotifFin>(MOTIFS_FIN).describe('Pourquoi elle finit.') },
});
export const AVIS_PARQUET = defineFait('avis-parquet', {
  titre: 'Le procureur est avisé',
  date: 'jour et heure de l’avis',
  champs: { mesure },
});
export const INFORMATION_PARENTS = defineFait('information-parents', {
  titre: 'Les parents, ou le représentant légal, sont informés',
  date: 'jour et heure de l’information',
  champs: { mesure },
});
export const JUGE_INFORME = defineFait('juge-informe', {
  titre: 'Le juge des enfants est informé',
  date: 'jour et heure de l’information',
  champs: { mesure, objet: buildChoix(OBJETS_JUGE_INFORME).describe('De quoi il est informé.') },
});
export const SAISINE_JUGE = defineFait('saisine-juge', {
  titre: 'Le juge des enfants est saisi, ou l’autorité judiciaire l’est aux mêmes fins',
  date: 'jour de la saisine',
  champs: { mesure },
});
export const DESSAISISSEMENT = defineFait('dessaisissement', {
  titre: 'Le juge du lieu de découverte se dessaisit au profit du juge compétent',
  date: 'jour du dessaisissement',
  champs: { mesure },
});
export const CHANGEMENT_LIEU = defineFait('changement-lieu', {
  titre: 'Un changement de lieu d’accueil est décidé',
  date: 'jour et heure de la décision',
  champs: {
    mesure,
    prevuLe: jour('Jour prévu du changement ; par défaut, celui de la décision.'),
    urgence: oui('Changement décidé en urgence.'),
    fratrieSeparee: oui('Le changement sépare des frères et sœurs.'),
  },
});
export const NUITEE = defineFait('nuitee', {
  titre: 'Une nuitée hors du domicile, au cours d’un milieu ouvert avec hébergement',
  date: 'jour et heure de l’accueil',
  champs: { mesure },
});
export const EVALUATION_TIERS = defineFait('evaluation-tiers', {
  titre: 'L’accueil par un proche ou un tiers digne de confiance est évalué',
  date: 'jour de l’évaluation',
  champs: { mesure },
});
export const AVIS_REPRESENTANT = defineFait('avis-representant', {
  titre: 'Le représentant légal donne son avis écrit sur le lieu',
  date: 'jour de l’avis',
  champs: { mesure },
});
export const FICHE_MISE_A_L_ABRI = defineFait('fiche-mise-a-l-abri', {
  titre: 'La fiche de mise à l’abri est remplie',
  date: 'jour de la fiche',
  champs: { mesure },
});
export const PROLONGATION_APU = defineFait('prolongation-apu', {
  titre: 'L’accueil provisoire d’urgence est prolongé de cinq jours',
  date: 'jour de la décision de prolonger',
  champs: { mesure },
});
export const EVALUATION_MINORITE = defineFait('evaluation-minorite', {
  titre: 'La minorité et l’isolement sont évalués',
  date: 'jour de la décision',
  champs: { mesure, issue: buildChoix(ISSUES_MINORITE).describe('Ce que l’évaluation conclut.') },
});
export const ORIENTATION_NATIONALE = defineFait('orientation-nationale', {
  titre: 'L’orientation nationale est demandée',
  date: 'jour de la demande',
  champs: { mesure },
});
export const NOTIFICATION_NON_RECONNAISSANCE = defineFait('notification-non-reconnaissance', {
  titre: 'La non-reconnaissance est notifiée, avec les voies de recours',
  date: 'jour de la notification',
  champs: { mesure },
});
export const REPRESENTATION_DEMANDEE = defineFait('representation-demandee', {
  titre: 'Une délégation de l’autorité parentale ou une tutelle est demandée',
  date: 'jour de la requête',
  champs: { mesure },
});

export const FAITS_MESURES = [
  DEMANDE,
  ACCORD,
  RETRAIT_ACCORD,
  DECISION,
  DEBUT_EFFECTIF,
  SUSPENSION,
  REPRISE_MESURE,
  FIN_MESURE,
  AVIS_PARQUET,
  INFORMATION_PARENTS,
  JUGE_INFORME,
  SAISINE_JUGE,
  DESSAISISSEMENT,
  CHANGEMENT_LIEU,
  NUITEE,
  EVALUATION_TIERS,
  AVIS_REPRESENTANT,
  FICHE_MISE_A_L_ABRI,
  PROLONGATION_APU,
  EVALUATION_MINORITE,
  ORIENTATION_NATIONALE,
  NOTIFICATION_NON_RECONNAISSANCE,
  REPRESENTATION_DEMANDEE,
];
