import { sql } from 'kysely';
import type { Travail } from '#server/jobs/travail.ts';

/** Ce qui ne sert plus à reconnaître personne : terme passé, ou échecs oubliés depuis une semaine. */
const PERIMES = [
  sql`delete from comptes.session where expires_at < now()`,
  sql`delete from comptes.verification where expires_at < now()`,
  sql`delete from comptes.tentative where dernier_le < now() - interval '7 days'`,
  sql`delete from comptes.code_utilise where le < now() - interval '1 day'`,
  sql`delete from comptes.saisie_en_attente where expire_le < now()`,
];

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'comptes.perimes.effacer',
    titre: 'Effacer les sessions et les essais de connexion périmés',
    heure: { heures: 1, minutes: 30 },
    run: ({ enSysteme }) =>
      enSysteme(async ({ tx }) => {
        let lignes = 0;
        for (const ordre of PERIMES) lignes += Number((await ordre.execute(tx)).numAffectedRows ?? 0);
        return `${lignes} lignes effacées`;
      }),
  },
];
