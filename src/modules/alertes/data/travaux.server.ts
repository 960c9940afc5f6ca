import { recordDemande } from '#server/jobs/demande.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { sendCourriels } from './envoi.server.ts';
import { recordTournee } from './tournee.server.ts';

const ENVOYER = 'alertes.courriels.envoyer';

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'alertes.tournee.faire',
    titre: 'Dire à chacun ce qui est dû, et porter les retards à la hiérarchie',
    heure: { heures: 6, minutes: 45 },
    run: ({ enSysteme, adresse, courriels }) =>
      enSysteme(async ({ tx, aujourdhui }) => {
        const tournee = await recordTournee(tx, { adresse: adresse.replace(/\/$/, ''), aujourdhui });
        if (courriels && tournee.courriels > 0) await recordDemande(tx, { travail: ENVOYER, cle: 'courriels' }, null);
        return tournee.bilan;
      }),
  },
  {
    nom: ENVOYER,
    titre: 'Envoyer les courriels écrits',
    dureeMaximaleSecondes: 3600,
    // Une heure au plus entre deux essais : de quoi attendre dix jours un serveur fermé.
    reprises: 250,
    run: sendCourriels,
  },
];
