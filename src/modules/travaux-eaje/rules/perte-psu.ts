/**
 * La recette que des travaux font perdre, estimée (TRV-02, PSU-06).
 *
 * Ce que dit la pratique : 66 % × min(prix de revient, prix plafond) × heures perdues.
 * Comment elle est lue ici : le prix retenu est celui du calcul de la prestation de l'année de la crèche, avec son barème ; participations des familles
 * comprises, puisqu'elles se déduisent de la prestation et se perdent avec les heures (PSU-08). Avant relogement : une heure faite dans une crèche
 * hôte n'est pas perdue pour le département. Des travaux à cheval sur deux années se chiffrent au barème de chacune ; une année qui n'a pas
 * encore de calcul prend celui de l'année en cours, et le dit.
 * Non traité : l'effet des heures perdues sur le taux de facturation ; les charges que la fermeture épargne.
 */
import { arrondi, type Fraction, formatEntierDecimal, formatFraction, fraction, produit } from '#shared/fraction.ts';

export type PrixPsu =
  | Readonly<{ issue: 'calcule'; prixRetenu: Fraction; prixRevient: Fraction; prixPlafond: Fraction }>
  | Readonly<{ issue: 'refuse'; motif: string }>;

export type FaitsPerte = Readonly<{
  /** L'année du calcul et du barème. */
  annee: number;
  /** Celle des heures perdues, si elle n'a pas encore de calcul. */
  pour?: number;
  minutesPerdues: number;
  psu: PrixPsu | undefined;
  /** En pour cent, et ce que vaut le barème : « barème 2026, à confirmer ». */
  bareme: Readonly<{ taux: number; dit: string }> | undefined;
}>;

export type PertePsu = Readonly<{ centimes: number | null; methode: readonly string[] }>;

/** La perte de chaque année, et leur somme ; nulle si l'une ne se calcule pas. */
export function computePertePsu(annees: readonly FaitsPerte[]): PertePsu {
  const pertes = annees.map(computePerteDeLAnnee);
  const manque = pertes.find(({ centimes }) => centimes === null);
  if (manque) return manque;
  const centimes = pertes.reduce((total, perte) => total + (perte.centimes ?? 0), 0);
  const methode = pertes.flatMap((perte) => perte.methode);
  return pertes.length > 1
    ? { centimes, methode: [...methode, `En tout : ${formatEntierDecimal(centimes, 2)} €.`] }
    : { centimes, methode };
}

function computePerteDeLAnnee({ annee, pour = annee, minutesPerdues, psu, bareme }: FaitsPerte): PertePsu {
  if (psu === undefined)
    return { centimes: null, methode: ['Vous ne voyez pas les comptes de cette crèche : la perte n’est pas estimée.'] };
  if (psu.issue === 'refuse' || bareme === undefined)
    return { centimes: null, methode: [psu.issue === 'refuse' ? psu.motif : `Le barème de ${annee} n’est pas saisi.`] };
  const heures = fraction(minutesPerdues, 60);
  const centimes = arrondi(produit(bareme.taux, psu.prixRetenu, heures));
  return {
    centimes,
    methode: [
      ...(pour === annee ? [] : [`${pour} n’a pas encore de calcul : ses heures sont au prix de ${annee}.`]),
      `Prix retenu : le plus bas de ${formatFraction(psu.prixRevient)} € de revient et ${formatFraction(psu.prixPlafond)} € de plafond par heure, en ${annee}.`,
      `${bareme.taux} % × ${formatFraction(psu.prixRetenu)} € × ${formatFraction(heures)} h perdues = ${formatEntierDecimal(centimes, 2)} €, participations des familles comprises, avant relogement.`,
      `Confiance : à confirmer. ${bareme.dit}.`,
    ],
  };
}
