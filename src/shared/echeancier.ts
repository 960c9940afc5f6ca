/** Une obligation qui revient : chaque acte la satisfait, et fait courir la suivante. */
import { addJours, type JourCivil } from './jour-civil.ts';
import type { FaitDate, Obligation } from './obligation.ts';
import type { Periode } from './periode.ts';

/** Ce qui est dû à compter d'un jour ; nul quand plus rien ne revient. */
export type Prochaine = (depart: JourCivil) => Omit<Obligation, 'cle' | 'depuis' | 'faiteLe' | 'eteinteLe'> | null;

/**
 * Une obligation par période, de la première à celle qui court. `actes` : du plus ancien au plus récent ; un acte daté de demain n'a pas
 * eu lieu. Sans acte, rien ne suit : ce qui est en retard reste dû une fois.
 */
export function listPeriodiques(
  { du, au }: Periode,
  actes: readonly FaitDate[],
  aujourdhui: JourCivil,
  prochaine: Prochaine,
): Obligation[] {
  const obligations: Obligation[] = [];
  const dernier = au === null || au > aujourdhui ? aujourdhui : au;
  let depart = du;
  let premierJour = du;
  for (;;) {
    const due = prochaine(depart);
    if (due === null) return obligations;
    const faiteLe = actes.find(({ date }) => date >= premierJour && date <= dernier)?.date ?? null;
    const eteinteLe = faiteLe ? null : computeExtinction(au, due.pour, aujourdhui);
    // Un acte du premier jour fait courir la suivante de ce même jour.
    const cle = obligations.at(-1)?.cle === depart ? `${depart}+` : depart;
    obligations.push({ ...due, cle, depuis: depart, faiteLe, eteinteLe });
    if (faiteLe === null || faiteLe === au) return obligations;
    depart = faiteLe;
    premierJour = addJours(faiteLe, 1);
  }
}

/** Le jour où une fin arrête ce qui est dû : elle est passée, ou viendra avant le terme ; nul sinon. */
export function computeExtinction(au: JourCivil | null, pour: JourCivil, aujourdhui: JourCivil): JourCivil | null {
  return au !== null && (au < aujourdhui || pour > au) ? au : null;
}
