import type { ContexteDeTravail, Travail } from '#server/jobs/travail.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { findMoisTouche, updateMois } from './calcul.server.ts';

/** Les pointages se corrigent souvent deux mois ; plus anciens, seuls les mois qu'un acte a changés se recomptent. */
const MOIS_RECOMPTES = 2;

type Nuit = Pick<ContexteDeTravail, 'enSysteme' | 'signal'>;

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'activite-psu.compter',
    titre: 'Compter les heures des crèches : le mois, ce qui reste de l’année, et ce que des actes ont changé',
    heure: { heures: 2, minutes: 40 },
    run: async (nuit) => {
      const comptes = await updateMoisProches(nuit);
      const repris = await updateMoisTouches(nuit);
      return `${comptes} mois de crèche comptés, ${repris} repris`;
    },
  },
];

async function updateMoisProches({ enSysteme, signal }: Nuit): Promise<number> {
  let comptes = 0;
  let restants = 1;
  for (let rang = 0; rang < restants && !signal.aborted; rang += 1)
    comptes += await enSysteme(async ({ tx, aujourdhui }) => {
      const liste = listMoisRecomptes(aujourdhui);
      restants = liste.length;
      const mois = liste[rang];
      return mois === undefined ? 0 : updateMois(tx, { mois, aujourdhui });
    });
  return comptes;
}

/** Un mois une transaction, le plus ancien d'abord : coupée en chemin, la nuit suivante continue. */
async function updateMoisTouches({ enSysteme, signal }: Nuit): Promise<number> {
  let repris = 0;
  for (let encore = true; encore && !signal.aborted; )
    repris += await enSysteme(async ({ tx, aujourdhui }) => {
      const touche = await findMoisTouche(tx);
      encore = touche !== undefined;
      return touche === undefined ? 0 : updateMois(tx, { ...touche, aujourdhui });
    });
  return repris;
}

/** Deux mois en arrière, puis jusqu'à décembre : ce qui vient sert à projeter l'année. */
function listMoisRecomptes(aujourdhui: JourCivil): JourCivil[] {
  const mois: JourCivil[] = [];
  const premier = addMois(jourCivil(`${aujourdhui.slice(0, 7)}-01`), -MOIS_RECOMPTES);
  for (let m = premier; m <= jourCivil(`${aujourdhui.slice(0, 4)}-12-01`); m = addMois(m, 1)) mois.push(m);
  return mois;
}
