/**
 * La vie d'un signalement : rédigé, signé, envoyé, accusé, suites connues.
 *
 * Ce que dit le texte (CASF L226-4 I) : le président avise sans délai le procureur, qui l'informe des suites dans les meilleurs délais.
 * Comment il est lu ici : signé, il part le jour même (IP-030) ; ce qui est signé ne change plus. Sans réponse, on relance le parquet
 * après un nombre de jours que le département règle, compté de l'envoi puis de la dernière relance (IP-033). Un signalement commencé
 * ne s'efface pas : il s'abandonne, en disant pourquoi.
 * Non traité : le signalement qu'un autre service adresse directement au parquet (L226-4 II, IP-034), dont la copie ouvre une
 * information liée, sans délai propre.
 */
import { type DelaiCompte, type EtatInformation, isFinal } from '#modules/informations-preoccupantes/index.ts';
import { addJours, type JourCivil, jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { accepte, incomplet, type Verdict } from '#shared/verdict.ts';
import { type EtatSignalement, LIBELLE_ETAT_SIGNALEMENT, type Signalement } from '../signalement.ts';

export const LIBELLE_ACTE_SIGNALEMENT = {
  modifier: 'Modifier le signalement',
  signer: 'Signer le signalement',
  envoyer: 'Inscrire l’envoi au parquet',
  accuser: 'Inscrire l’accusé de réception',
  relancer: 'Inscrire une relance du parquet',
  conclure: 'Inscrire les suites du parquet',
  abandonner: 'Abandonner le signalement',
} as const;
export type ActeSignalement = keyof typeof LIBELLE_ACTE_SIGNALEMENT;

export const TRANSITIONS_SIGNALEMENT: Record<EtatSignalement, Partial<Record<ActeSignalement, EtatSignalement>>> = {
  brouillon: { modifier: 'brouillon', signer: 'valide', abandonner: 'abandonne' },
  valide: { envoyer: 'envoye', abandonner: 'abandonne' },
  envoye: { accuser: 'accuse', relancer: 'envoye', conclure: 'suites-connues' },
  accuse: { relancer: 'accuse', conclure: 'suites-connues' },
  'suites-connues': {},
  abandonne: {},
};

export function listActesSignalement(etat: EtatSignalement): ActeSignalement[] {
  return Object.keys(TRANSITIONS_SIGNALEMENT[etat]) as ActeSignalement[];
}

/** Un signalement que le parquet a. */
export function isParti({ etat }: Pick<Signalement, 'etat'>): boolean {
  return etat === 'envoye' || etat === 'accuse' || etat === 'suites-connues';
}

/** Un signalement commencé, que le parquet n'a pas. */
export function isEnPreparation({ etat }: Pick<Signalement, 'etat'>): boolean {
  return etat === 'brouillon' || etat === 'valide';
}

/** L'état permet-il cet acte ? */
export function evaluateActeSignalement(etat: EtatSignalement, acte: ActeSignalement): Verdict {
  if (TRANSITIONS_SIGNALEMENT[etat][acte]) return accepte();
  const libelle = LIBELLE_ETAT_SIGNALEMENT[etat].toLocaleLowerCase('fr');
  return buildRefus(`« ${LIBELLE_ACTE_SIGNALEMENT[acte]} » n’est pas possible : ce signalement est « ${libelle} ».`);
}

/** Les jours se suivent : signé, envoyé, accusé, relancé, répondu, et jamais demain. */
export function evaluateJour(le: JourCivil, apres: JourCivil | null, aujourdhui: JourCivil): Verdict {
  if (le > aujourdhui) return incomplet(['le'], 'Cette date est à venir.');
  if (apres !== null && le < apres)
    return incomplet(['le'], `Cette date précède le ${formatJour(apres, 'long')} : vérifiez-la.`);
  return accepte();
}

/** IP-030 : commencé, il se signe le jour même ; aucun texte ne donne de temps pour le rédiger. */
export function buildEtapesSignature(commenceLe: JourCivil): string[] {
  return [`Commencé le ${formatJour(commenceLe, 'long')} ; le parquet est avisé « sans délai » : signé le jour même.`];
}

/** IP-030 : signé, il part le jour même. */
export function computeEnvoi({ valideLe }: Pick<Signalement, 'valideLe'>): DelaiCompte | null {
  if (valideLe === null) return null;
  return { pour: valideLe, etapes: buildEtapesEnvoi(valideLe) };
}

export function buildEtapesEnvoi(signeLe: JourCivil): string[] {
  return [`Signé le ${formatJour(signeLe, 'long')} ; le parquet est avisé « sans délai » : le jour même.`];
}

/** IP-033 : jour où relancer le parquet ; nul si rien n'est parti ou si les suites sont connues. */
export function computeRelance(
  { etat, envoyeA, relanceLe }: Pick<Signalement, 'etat' | 'envoyeA' | 'relanceLe'>,
  jours: number,
): DelaiCompte | null {
  if ((etat !== 'envoye' && etat !== 'accuse') || envoyeA === null) return null;
  const envoi = jourCivilDeInstant(envoyeA);
  return {
    pour: computeTermeRelance(envoi, relanceLe, jours),
    etapes: buildEtapesRelance(envoi, relanceLe, jours),
  };
}

/** Jour où relancer, sans le raisonnement. */
export function computeTermeRelance(envoi: JourCivil, relanceLe: JourCivil | null, jours: number): JourCivil {
  return addJours(relanceLe ?? envoi, jours);
}

export function buildEtapesRelance(envoi: JourCivil, relanceLe: JourCivil | null, jours: number): string[] {
  const [quoi, depart] = relanceLe === null ? (['Envoyé', envoi] as const) : (['Parquet relancé', relanceLe] as const);
  const pour = computeTermeRelance(envoi, relanceLe, jours);
  return [
    ...(relanceLe === null ? [] : [`Envoyé le ${formatJour(envoi, 'long')}.`]),
    `${quoi} le ${formatJour(depart, 'long')} + ${jours} jours (réglage du département) = ${formatJour(pour, 'long')}.`,
  ];
}

/** Un signalement part de tout état non final (SIGNALEMENT_URGENT) ; il ne clôt rien. */
export function evaluateRedaction(etat: EtatInformation): Verdict {
  if (!isFinal(etat)) return accepte();
  return buildRefus('Cette information est close : un fait nouveau ouvre une nouvelle information, liée à celle-ci.');
}

/** Le refus tient à l'ordre des actes, non à un texte. */
function buildRefus(motif: string): Verdict {
  return { issue: 'refuse', motif, textes: [], etapes: [] };
}
