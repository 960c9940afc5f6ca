import type { Transaction } from '#database/connection.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { updateMois } from './calcul.server.ts';

/** Les pointages se corrigent encore deux mois après ; au-delà, un mois se recompte à la demande. */
const MOIS_RECOMPTES = 2;

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'activite-psu.compter',
    titre: 'Compter les heures des crèches, du mois et de ce qui reste de l’année',
    heure: { heures: 2, minutes: 40 },
    run: async ({ enSysteme, signal }) => {
      let comptes = 0;
      let restants = 1;
      for (let rang = 0; rang < restants && !signal.aborted; rang += 1)
        comptes += await enSysteme(async ({ tx, aujourdhui }) => {
          const mois = listMoisRecomptes(aujourdhui);
          restants = mois.length;
          return updateRang(tx, mois[rang], aujourdhui);
        });
      return `${comptes} mois de crèche comptés`;
    },
  },
];

function updateRang(tx: Transaction, mois: JourCivil | undefined, aujourdhui: JourCivil): Promise<number> {
  return mois === undefined ? Promise.resolve(0) : updateMois(tx, { mois, aujourdhui });
}

/** Deux mois en arrière, puis jusqu'à décembre : ce qui vient sert à projeter l'année. */
function listMoisRecomptes(aujourdhui: JourCivil): JourCivil[] {
  const mois: JourCivil[] = [];
  const premier = addMois(jourCivil(`${aujourdhui.slice(0, 7)}-01`), -MOIS_RECOMPTES);
  for (let m = premier; m <= jourCivil(`${aujourdhui.slice(0, 4)}-12-01`); m = addMois(m, 1)) mois.push(m);
  return mois;
}
