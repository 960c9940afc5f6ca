import type { Travail } from '#server/jobs/travail.ts';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { updateJourneesMarquees, updateJourneesResumees } from './journees-resumees.server.ts';

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'journees-eaje.resumer',
    titre: 'Compter la veille des crèches au quart d’heure, et ce que des actes ont changé',
    // Après les présences restées sans départ, qui se marquent douteuses avant.
    heure: { heures: 3, minutes: 5 },
    run: async ({ enSysteme, signal }) => {
      const reprises = await updateJourneesMarquees(enSysteme, signal);
      const comptees = await enSysteme(({ tx, aujourdhui }) =>
        updateJourneesResumees(tx, { mois: computeMoisDeLaVeille(aujourdhui), aujourdhui }),
      );
      return `${comptees} journées de crèche comptées, ${reprises} reprises`;
    },
  },
  {
    nom: 'journees-eaje.reprendre',
    titre: 'Recompter les journées de crèche que des actes ont changées',
    run: async ({ enSysteme, signal }) =>
      `${await updateJourneesMarquees(enSysteme, signal)} journées de crèche reprises`,
  },
];

function computeMoisDeLaVeille(aujourdhui: JourCivil): JourCivil {
  return jourCivil(`${addJours(aujourdhui, -1).slice(0, 7)}-01`);
}
