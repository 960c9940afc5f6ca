/**
 * L'horloge d'une information : ce qui est dû maintenant, pour quand, et pourquoi ce jour.
 *
 * Ce que dit le texte : l'évaluation est achevée dans les trois mois de la réception (CASF D226-2-4 II) ; aucun texte ne chiffre la
 * première analyse, le département s'en donne un délai (IP-005).
 * Comment il est lu ici : le délai légal court dès la réception et s'affiche avant même la qualification ; il court aussi pendant une
 * suspension. Il s'arrête au rapport remis. La première analyse se compte en jours ouvrés, sans délai en danger grave et immédiat.
 * Non traité : le délai d'un signalement, qui part « sans délai » (L226-4).
 */
import { addJours, differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computePremierOuvrable, type ZoneFeriee } from '#shared/jours-feries.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import { type EtatInformation, isFinal, type Urgence } from '../information.ts';
import { computeEcheanceEvaluation, type DelaiCompte } from './delais.ts';
import { CASF_D226_2_4_II, IP_005, IP_011_DUREE } from './textes.ts';

export type Horloge = DelaiCompte & {
  titre: string;
  textes: readonly TexteLegal[];
  /** Le jour où l'acte a été fait ; nul tant qu'il est dû. */
  faiteLe: JourCivil | null;
  /** Jours passés après le terme : à ce jour s'il est dû, au jour où il a été fait sinon. */
  retardJours: number;
};

type Faits = {
  etat: EtatInformation;
  urgence: Urgence;
  recueLe: JourCivil;
  qualifieeLe: JourCivil | null;
  closeLe: JourCivil | null;
  delaiReduitJours: number | null;
  rapportRemisLe: JourCivil | null;
};

type Reglages = { joursOuvres: number; zone: ZoneFeriee };

/** Dernier jour pour dire si l'information est préoccupante, sans le raisonnement. */
export function computeTermePremiereAnalyse(
  recueLe: JourCivil,
  urgence: Urgence,
  { joursOuvres, zone }: Reglages,
): JourCivil {
  let pour = recueLe;
  if (urgence === 'immediate') return pour;
  for (let compte = 0; compte < joursOuvres; compte += 1) pour = computePremierOuvrable(addJours(pour, 1), zone);
  return pour;
}

/** Dernier jour pour dire si l'information est préoccupante (IP-005) ; le jour même en danger grave et immédiat. */
export function computePremiereAnalyse(recueLe: JourCivil, urgence: Urgence, reglages: Reglages): DelaiCompte {
  const { joursOuvres } = reglages;
  const depart = `Reçue le ${formatJour(recueLe, 'long')}.`;
  const pour = computeTermePremiereAnalyse(recueLe, urgence, reglages);
  if (urgence === 'immediate') return { pour, etapes: [depart, 'Danger grave et immédiat : analysée le jour même.'] };
  return {
    pour,
    etapes: [
      depart,
      `${formatJour(recueLe, 'long')} + ${joursOuvres} jours ouvrés (délai du département) = ${formatJour(pour, 'complet')}.`,
    ],
  };
}

/** Ce qui est dû : la première analyse tant qu'elle n'est pas faite, et l'évaluation, dont le délai court depuis la réception. */
export function listHorloges(faits: Faits, jour: JourCivil, reglages: Reglages): Horloge[] {
  const evaluation = buildHorloge(
    'Évaluation à achever',
    computeEcheanceEvaluation(faits.recueLe, faits.delaiReduitJours),
    faits.delaiReduitJours === null ? [CASF_D226_2_4_II] : [CASF_D226_2_4_II, IP_011_DUREE],
    faits.rapportRemisLe,
    jour,
  );
  if (faits.qualifieeLe !== null) return isFinal(faits.etat) && faits.rapportRemisLe === null ? [] : [evaluation];
  if (isFinal(faits.etat)) return [];
  const analyse = computePremiereAnalyse(faits.recueLe, faits.urgence, reglages);
  return [buildHorloge('Première analyse', analyse, [IP_005], null, jour), evaluation];
}

function buildHorloge(
  titre: string,
  delai: DelaiCompte,
  textes: readonly TexteLegal[],
  faiteLe: JourCivil | null,
  jour: JourCivil,
): Horloge {
  return { ...delai, titre, textes, faiteLe, retardJours: Math.max(0, differenceEnJours(delai.pour, faiteLe ?? jour)) };
}
