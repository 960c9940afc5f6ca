import type { Ligne } from '#database/insert-rows.ts';
import type { Alea } from '../alea.ts';
import { computeJourOuvre, formatNumero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Lot } from '../lignes.ts';
import type { MondeCreches } from './creche-fictive.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const EN_COURS = Number(JOUR_DEMO.slice(0, 4));
/** CAP-18, en heures par an, jusqu'à ce nombre de places. */
const PAR_AN: readonly (readonly [jusquA: number, heures: number])[] = [
  [12, 10],
  [24, 20],
  [39, 30],
  [59, 40],
  [79, 50],
];

/**
 * Les venues du référent santé depuis l'an dernier, trois ou quatre par trimestre. Dans la première crèche de chaque territoire, aucune au
 * printemps : un trimestre manque, non l'année ; dans la deuxième, des venues trop courtes : l'année manque.
 */
export function buildReferentSante({ creches }: MondeCreches, racine: Alea): Lot {
  const lignes: Ligne[] = [];
  for (const { id: etablissementId, code, rang, places } of creches) {
    const alea = racine.flux(code);
    const parAn = PAR_AN.find(([jusquA]) => places <= jusquA)?.[1] ?? 60;
    for (const annee of [EN_COURS - 1, EN_COURS])
      for (const [trimestre, debut] of ['01-01', '04-01', '07-01', '10-01'].entries()) {
        const oublie = rang === 0 && annee === EN_COURS && trimestre === 1;
        const heures = (rang === 1 ? 0.55 : rang === 0 && annee === EN_COURS ? 1.5 : 1.1) * (parAn / 4);
        const venues = alea.entier(3, 4);
        for (let venue = 0; venue < venues; venue += 1) {
          const jour = computeJourOuvre(parseNumero(`${annee}-${debut}`) + 6 + venue * 18 + alea.entier(0, 9));
          if (oublie || jour >= AUJOURDHUI) continue;
          const minutes = Math.max(15, 15 * Math.ceil((4 * heures) / venues));
          lignes.push({ id: alea.identifiant(jour), etablissementId, jour: formatNumero(jour), minutes });
        }
      }
  }
  return { table: 'eaje.heures_sante', lignes };
}
