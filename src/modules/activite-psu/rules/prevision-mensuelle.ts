/**
 * Les heures facturées d'une année face au prévisionnel, mois par mois et cumulées (AFS-04).
 *
 * Ce que dit le texte : rien ; la Caf reçoit un prévisionnel annuel, et l'on s'en écarte tout au long de l'année.
 * Comment il est lu ici : les mois prévus sont ceux qu'on a saisis ; à défaut, l'année prévue se répartit selon les heures que la crèche
 * ouvre chaque mois (hypothèse, dite sur la page). Un mois ne se compare que fini : celui qui court dirait toujours un retard. Le cumul
 * s'arrête au premier mois fini qui n'a pas été compté.
 * Non traité : les heures réalisées, que le prévisionnel ne donne qu'à l'année.
 */
import { arrondi, compareFractions, type Fraction, fraction, produit } from '#shared/fraction.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import type { Exercice } from '../exercice.ts';
import type { MoisActivite } from '../mois-activite.ts';
import { computeEcartPrevisionnel, isEcartSignale } from './projection.ts';

export type MoisPrevu = Readonly<{
  mois: JourCivil;
  /** Minutes facturées d'un mois fini et compté ; nulles sinon. */
  facturees: number | null;
  prevues: number | null;
  factureesCumulees: number | null;
  prevuesCumulees: number | null;
  /** Du cumul facturé au cumul prévu, en pour cent. */
  ecart: Fraction | null;
  ecartSignale: boolean;
}>;

export type OriginePrevue = 'saisie' | 'repartie';

type Faits = Readonly<{
  annee: number;
  aujourdhui: JourCivil;
  mois: readonly MoisActivite[];
  exercice: Pick<Exercice, 'previsionnel' | 'factureesPrevues'> | undefined;
}>;

/** Les douze mois ; rien si aucun prévisionnel ne se lit. */
export function computePrevisionMensuelle(
  faits: Faits,
): { origine: OriginePrevue; mois: readonly MoisPrevu[] } | undefined {
  const prevision = computePrevues(faits);
  if (!prevision) return undefined;
  const { origine, prevues } = prevision;
  const comptes = new Map(faits.mois.map((m) => [m.mois, m]));
  let factureesCumulees: number | null = 0;
  let prevuesCumulees: number | null = 0;
  const mois = listMoisDeLAnnee(faits.annee).map((premier, rang): MoisPrevu => {
    const facturees = addMois(premier, 1) <= faits.aujourdhui ? (comptes.get(premier)?.minutesFacturees ?? null) : null;
    const prevu = prevues[rang] ?? null;
    factureesCumulees = addConnus(factureesCumulees, facturees);
    prevuesCumulees = addConnus(prevuesCumulees, prevu);
    const ecart = factureesCumulees === null ? null : computeEcartPrevisionnel(factureesCumulees, prevuesCumulees);
    return {
      mois: premier,
      facturees,
      prevues: prevu,
      factureesCumulees,
      prevuesCumulees,
      ecart,
      ecartSignale: isEcartSignale(ecart),
    };
  });
  return { origine, mois };
}

function computePrevues({ annee, mois, exercice }: Faits): { origine: OriginePrevue; prevues: number[] } | undefined {
  if (exercice?.previsionnel) return { origine: 'saisie', prevues: [...exercice.previsionnel] };
  const total = exercice?.factureesPrevues ?? null;
  if (total === null) return undefined;
  const ouvertes = new Map(mois.map((m) => [m.mois, m.minutesOuvertes]));
  const parMois = listMoisDeLAnnee(annee).map((premier) => ouvertes.get(premier) ?? 0);
  const toutes = parMois.reduce((somme, minutes) => somme + minutes, 0);
  if (compareFractions(toutes, 0) <= 0) return undefined;
  return { origine: 'repartie', prevues: parMois.map((minutes) => arrondi(produit(total, fraction(minutes, toutes)))) };
}

function listMoisDeLAnnee(annee: number): JourCivil[] {
  const janvier = jourCivil(`${annee}-01-01`);
  return Array.from({ length: 12 }, (_, rang) => addMois(janvier, rang));
}

/** Une somme dont un terme manque ne se connaît plus. */
function addConnus(cumul: number | null, terme: number | null): number | null {
  return cumul === null || terme === null ? null : cumul + terme;
}
