/**
 * Ce que paie la famille chaque mois (PF-08) et comment les heures se décomptent (PF-09).
 *
 * Ce que dit le texte : en accueil régulier, les heures annuelles du contrat divisées par le nombre de mensualités, au tarif horaire.
 * S'ajoutent les dépassements ; se déduisent les fermetures de la crèche, l'hospitalisation, l'éviction, la maladie au-delà de la carence
 * (liste à confirmer). Le décompte a été à la demi-heure commencée ; des contrats récents comptent à la minute (à confirmer).
 * Comment il est lu ici : les heures mensuelles s'arrondissent au centième avant d'être multipliées, comme dans le contrat lu ; le
 * département peut n'arrondir qu'à la fin, ce qui change parfois un centime. La carence de maladie compte des jours du calendrier, depuis le
 * premier jour d'absence. Un dépassement plus court que la franchise ne se compte pas ; plus long, il se compte en entier.
 * Non traité : la régularisation de fin de contrat.
 */
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { formatDuree, type Plage } from '#shared/quart-d-heure.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { MotifAbsenceEnfant } from '../absence.ts';
import { computeQuotient, formatCentiemes, formatEuros } from '../participation.ts';
import { PF_08, PF_08_DEDUCTIONS, PF_09 } from './textes.ts';

/** Où l'on arrondit : les heures du mois au centième, ou seulement le montant. */
export type ArrondiMensualite = 'HEURES' | 'MONTANT';

type Mensualisation = { minutesAnnuelles: number; mensualites: number; tarifCentimes: number };

export type Mensualite = Readonly<{ centimes: number; etapes: string[]; textes: TexteLegal[] }>;

/** PF-08 : la mensualité, avec son calcul. */
export function computeMensualite(contrat: Mensualisation, arrondi: ArrondiMensualite = 'HEURES'): Mensualite {
  const { minutesAnnuelles, mensualites, tarifCentimes } = contrat;
  const annee = `${formatHeures(minutesAnnuelles)} dans l’année`;
  if (arrondi === 'MONTANT') {
    const centimes = computeQuotient(minutesAnnuelles * tarifCentimes, 60 * mensualites);
    const etape = `${annee} × ${formatEuros(tarifCentimes)} ÷ ${mensualites} mensualités = ${formatEuros(centimes)} par mois.`;
    return { centimes, etapes: [etape], textes: [PF_08] };
  }
  const centiemesDuMois = computeQuotient(minutesAnnuelles * 100, 60 * mensualites);
  const centimes = computeQuotient(centiemesDuMois * tarifCentimes, 100);
  const etapes = [
    `${annee} ÷ ${mensualites} mensualités = ${formatCentiemes(centiemesDuMois)} h par mois.`,
    `${formatCentiemes(centiemesDuMois)} h × ${formatEuros(tarifCentimes)} = ${formatEuros(centimes)} par mois.`,
  ];
  return { centimes, etapes, textes: [PF_08] };
}

/** En centièmes d'heure s'ils disent tout, sinon en heures et minutes : le calcul montré se refait à la main. */
function formatHeures(minutes: number): string {
  return minutes % 3 === 0 ? `${formatCentiemes((minutes * 5) / 3)} h` : formatDuree(minutes);
}

type AbsenceEnfant = { motif: MotifAbsenceEnfant; du: JourCivil; au: JourCivil; justifiee: boolean };

const PIECES: Record<Exclude<MotifAbsenceEnfant, 'CONGES' | 'CONVENANCE'>, string> = {
  MALADIE: 'le certificat médical',
  HOSPITALISATION: 'le bulletin d’hospitalisation',
  EVICTION: 'la décision d’éviction',
};

export type Deduction = Readonly<{
  deduite: boolean;
  aPartirDu: JourCivil | null;
  raison: string;
  textes: TexteLegal[];
}>;

/** Ce qu'une absence déduit de la facture, et pourquoi. `carenceJours` : les premiers jours de maladie, qui restent dus. */
export function evaluateDeduction({ motif, du, au, justifiee }: AbsenceEnfant, carenceJours: number): Deduction {
  if (motif === 'CONGES') return buildNonDeduite('Non déduite : les congés sont déjà ôtés des semaines du contrat.');
  if (motif === 'CONVENANCE') return buildNonDeduite('Non déduite : une absence pour convenance reste due.');
  if (!justifiee) return buildNonDeduite(`Non déduite tant que manque ${PIECES[motif]}.`);
  if (motif !== 'MALADIE')
    return { deduite: true, aPartirDu: du, raison: 'Déduite dès le premier jour.', textes: [PF_08_DEDUCTIONS] };
  const aPartirDu = addJours(du, carenceJours);
  if (aPartirDu > au) return buildNonDeduite(`Non déduite : elle tient dans la carence de ${carenceJours} jours.`);
  const raison = `Déduite à partir du ${formatJour(aPartirDu, 'long')}, après ${carenceJours} jours de carence.`;
  return { deduite: true, aPartirDu, raison, textes: [PF_08_DEDUCTIONS] };
}

function buildNonDeduite(raison: string): Deduction {
  return { deduite: false, aPartirDu: null, raison, textes: [PF_08_DEDUCTIONS] };
}

/** PF-09 : le pas du décompte, et le dépassement qu'on ne compte pas. */
export type Decompte = Readonly<{ granularite: 1 | 15 | 30; franchise: number }>;

/** Les minutes comptées d'une durée : toute tranche commencée est comptée. */
export function computeDureeComptee(minutes: number, { granularite }: Pick<Decompte, 'granularite'>): number {
  return Math.ceil(minutes / granularite) * granularite;
}

export type Depassement = Readonly<{ minutes: number; raison: string; textes: TexteLegal[] }>;

/** Ce que l'enfant reste de plus que son contrat, arrivé plus tôt ou parti plus tard, chaque bout compté pour lui-même. */
export function computeDepassement(prevue: Plage, reelle: Plage, decompte: Decompte): Depassement {
  const bouts = [prevue.debut - reelle.debut, reelle.fin - prevue.fin];
  const comptes = bouts.map((bout) => (bout > decompte.franchise ? computeDureeComptee(bout, decompte) : 0));
  const minutes = comptes.reduce((total, bout) => total + bout, 0);
  const raison = minutes === 0 ? 'Aucun dépassement.' : `Dépassement compté : ${formatDuree(minutes)}.`;
  return { minutes, raison, textes: [PF_09] };
}
