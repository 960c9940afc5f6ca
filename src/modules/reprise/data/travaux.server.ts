import { z } from 'zod';
import type { Contexte } from '#database/as-agent.ts';
import { recordDemande } from '#server/jobs/demande.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { executeTravail } from './travail.server.ts';

const NOM = 'reprise.importation.faire';
const Donnees = z.object({ importationId: Identifiant });

/** Un gros import prend des heures ; la file le croit mort au-delà, et une instance tuée est remplacée bien avant. */
const DUREE_MAXIMALE_SECONDES = 12 * 3600;

/** Demande l'essai, l'écriture ou l'annulation, dans la transaction de l'acte qui les décide. */
export function sendImportation({ tx, agent }: Contexte, importationId: string): Promise<void> {
  return recordDemande(tx, { travail: NOM, cle: importationId, donnees: { importationId } }, agent.id);
}

export const TRAVAUX: readonly Travail[] = [
  {
    nom: NOM,
    titre: 'Essayer, écrire ou annuler un import',
    dureeMaximaleSecondes: DUREE_MAXIMALE_SECONDES,
    simultanes: 2,
    run: async ({ db, donnees, signal }) => {
      const { importationId } = Donnees.parse(donnees);
      let lignes = 0;
      await executeTravail(db, importationId, {
        signal,
        suivi: ({ fait }) => {
          lignes = fait;
        },
      });
      return `${lignes} lignes`;
    },
  },
];
