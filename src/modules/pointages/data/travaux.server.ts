import { sql } from 'kysely';
import { z } from 'zod';
import type { Travail } from '#server/jobs/travail.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { DOUTES } from '../pointage.ts';
import { TRAVAIL_IMPORT } from './imports.server.ts';
import { executeImport } from './travail-badges.server.ts';

const Donnees = z.object({ importId: Identifiant, agentId: Identifiant });
const DUREE_MAXIMALE_SECONDES = 1800;

export const TRAVAUX: readonly Travail[] = [
  {
    nom: TRAVAIL_IMPORT,
    titre: 'Lire un fichier de badges et inscrire ses présences',
    dureeMaximaleSecondes: DUREE_MAXIMALE_SECONDES,
    aPart: { porte: '#modules/pointages/index.server.ts', memoireMo: 80 },
    run: ({ db, donnees, signal }) => {
      const { importId, agentId } = Donnees.parse(donnees);
      return executeImport({ db, agent: { agentId }, importId, signal });
    },
  },
  {
    nom: 'pointages.departs.douter',
    titre: 'Marquer douteuses les présences restées sans départ',
    heure: { heures: 1, minutes: 35 },
    run: ({ enSysteme }) =>
      enSysteme(async ({ tx, aujourdhui }) => {
        const { numAffectedRows } = await sql`
          update eaje.presence set doute = concat_ws(' ', doute, ${DOUTES.departManquant}::text)
          where jour < ${aujourdhui} and jour >= ${aujourdhui}::date - 60 and depart is null
            and position(${DOUTES.departManquant} in coalesce(doute, '')) = 0`.execute(tx);
        return `${numAffectedRows ?? 0} présences sans départ`;
      }),
  },
];
