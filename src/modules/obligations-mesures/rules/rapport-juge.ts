/**
 * Rendre compte au juge des enfants : le rapport périodique (MES-019), le rapport d'échéance et celui d'une investigation (MES-021).
 *
 * Ce que dit le texte : le service rend compte selon la périodicité que fixe la décision, à défaut chaque année (CPC 1199-1). Aucun
 * délai national ne fixe l'envoi du rapport avant le terme ; le rapport d'une investigation est dû au terme qu'elle fixe (CPC 1183),
 * six mois à défaut (arrêté, à confirmer).
 * Comment il est lu ici : le premier rapport se compte du premier jour de la mesure, chacun des suivants du rapport d'avant ; un
 * rapport d'échéance en tient lieu. Au-delà du terme, c'est le rapport d'échéance qui est dû, le nombre de jours avant le terme que
 * le département a réglé, avec le début de sa préparation.
 * Non traité : l'audience de bilan à défaut de rapport pour un placement de plus de deux ans ; le rapport de situation (RS-001), qui est
 * au projet pour l'enfant (MES-020) ; le rapport d'une mesure éducative judiciaire pénale (MES-022), que la protection judiciaire de la
 * jeunesse exécute et dont la nomenclature ne tient que le placement.
 */
import {
  buildAConfirmer,
  buildLocal,
  CPC_1183,
  CPC_1199_1,
  type DecisionSuivie,
  isAssistanceEducative,
  listMesuresSuivies,
  type MesureSuivie,
} from '#modules/mesures/index.ts';
import { readParametre } from '#modules/organisation/index.ts';
import { RAPPORT_ECHEANCE, RAPPORT_TRANSMIS } from '#modules/projet-pour-l-enfant/index.ts';
import { addJours, addMois, compareJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { computeTerme, type Dossier, derive, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { type FaitNomme, findActe, findArret, TOUJOURS } from './obligation-de-mesure.ts';

/** Les rapports adressés au juge, périodiques et d'échéance. */
const listRapports = derive((dossier: Dossier): readonly FaitNomme[] => {
  const rapports = [...listFaits(dossier, RAPPORT_TRANSMIS), ...listFaits(dossier, RAPPORT_ECHEANCE)];
  return rapports.sort((a, b) => compareJours(a.date, b.date));
});

function isSuivieParLeJuge({ code, definie }: MesureSuivie): boolean {
  return isAssistanceEducative(code) && code !== 'MJIE' && definie.documents.includes('rapport-juge');
}

function findPeriodicite({ actes }: MesureSuivie, jour: JourCivil): number {
  return actes.findLast((acte) => acte.date <= jour && acte.rapportTousLesMois)?.rapportTousLesMois ?? 12;
}

function buildPeriodiques(mesure: MesureSuivie, dossier: Dossier): Obligation[] {
  const rapports = listRapports(dossier);
  const { id, du, au } = mesure;
  const obligations: Obligation[] = [];
  for (let base = du, rang = 0; base !== null; rang += 1) {
    const depuis: JourCivil = base;
    const mois = findPeriodicite(mesure, depuis);
    const terme = computeTerme(depuis, { valeur: mois, unite: 'mois' }, 'protection', formatDepart(rang));
    const faiteLe = findActe(rapports, id, addJours(depuis, 1));
    // Au-delà du terme de la décision, le rapport dû est celui d'échéance.
    if (au !== null && terme.pour > au && faiteLe === null) break;
    obligations.push({
      cle: `${id}:${rang}`,
      mesure: id,
      depuis,
      ...terme,
      faiteLe,
      eteinteLe: findArret(mesure, terme.pour, dossier),
    });
    base = faiteLe;
  }
  return obligations;
}

function formatDepart(rang: number): string {
  return rang === 0 ? 'Premier jour de la mesure' : 'Rapport précédent';
}

function listPeriodiques(dossier: Dossier): readonly Obligation[] {
  return listMesuresSuivies(dossier)
    .filter(isSuivieParLeJuge)
    .flatMap((mesure) => buildPeriodiques(mesure, dossier));
}

function buildEcheance(mesure: MesureSuivie, rang: number, au: JourCivil, dossier: Dossier): Obligation {
  const { id, decisions } = mesure;
  const jours = readParametre(dossier, 'mesure.rapport-echeance-jours');
  const preparation = readParametre(dossier, 'mesure.preparation-terme-jours');
  const pour = addJours(au, -jours);
  const depuis = decisions[rang]?.fait.date ?? au;
  return {
    cle: `${id}:${rang}`,
    mesure: id,
    depuis,
    pour,
    faiteLe: findActe(listFaits(dossier, RAPPORT_ECHEANCE), id, depuis),
    // La décision est prise : le rapport n'éclairerait plus personne.
    eteinteLe: decisions[rang + 1]?.fait.date ?? findArret(mesure, au, dossier),
    etapes: () => [
      `Dernier jour de la mesure : ${formatJour(au, 'long')}.`,
      `Préparation ${preparation} jours avant : ${formatJour(addJours(au, -preparation), 'long')}.`,
      `Envoi ${jours} jours avant, réglage du département : ${formatJour(pour, 'long')}.`,
    ],
  };
}

function buildInvestigation(mesure: MesureSuivie, { du, au, fait }: DecisionSuivie, rang: number, dossier: Dossier) {
  const { id, decisions } = mesure;
  const pour = au ?? addJours(addMois(du, 6), -1);
  return {
    cle: `${id}:${rang}`,
    mesure: id,
    depuis: fait.date,
    pour,
    faiteLe: findActe(listRapports(dossier), id, fait.date),
    eteinteLe: decisions[rang + 1]?.fait.date ?? findArret(mesure, pour, dossier),
    libelle: 'Remettre au juge le rapport d’investigation',
    acteur: 'service',
    textes: au === null ? [CPC_1183, buildAConfirmer('Arrêté', 'durée de la mesure d’investigation')] : [CPC_1183],
    etapes: () => [
      au === null
        ? `La décision n’écrit pas sa fin : six mois depuis le ${formatJour(du, 'long')}, à confirmer.`
        : `Terme fixé par la décision : ${formatJour(au, 'long')}.`,
    ],
  } as const;
}

function listEcheances(dossier: Dossier): readonly Obligation[] {
  return listMesuresSuivies(dossier).flatMap((mesure) =>
    mesure.decisions.flatMap((decision, rang): Obligation[] => {
      if (mesure.code === 'MJIE') return [buildInvestigation(mesure, decision, rang, dossier)];
      return isSuivieParLeJuge(mesure) && decision.au !== null
        ? [buildEcheance(mesure, rang, decision.au, dossier)]
        : [];
    }),
  );
}

export const REGLES_RAPPORT_JUGE: readonly Regle[] = [
  {
    id: 'MES-019',
    libelle: 'Adresser au juge le rapport périodique',
    acteur: 'referent',
    gravite: 'normale',
    textes: [CPC_1199_1],
    vigueur: TOUJOURS,
    satisfaite: 'Un rapport adressé au juge.',
    arretee: 'La mesure a pris fin, ou l’enfant est majeur.',
    list: listPeriodiques,
  },
  {
    id: 'MES-021',
    libelle: 'Adresser au juge le rapport d’échéance',
    acteur: 'referent',
    gravite: 'normale',
    textes: [buildLocal('MES-021')],
    vigueur: TOUJOURS,
    satisfaite: 'Le rapport d’échéance est adressé au juge.',
    arretee: 'Le juge a décidé, la mesure a pris fin, ou l’enfant est majeur.',
    list: listEcheances,
  },
];
