/** Les journées comptées dont quelque chose n'est pas sûr : ce qu'il faut corriger pour croire les chiffres qui en viennent. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

/** Au-delà, la liste ne se lit plus : les plus douteuses d'abord. */
const LIMITE = 300;

export type JourneeDouteuse = {
  jour: JourCivil;
  enfants: number;
  presences: number;
  presencesDouteuses: number;
  sansAutorisation: boolean;
  marcheInconnue: number;
  postesDouteux: number;
};

/** Celles d'une crèche, la plus douteuse d'abord. */
export async function listJourneesDouteuses(
  { tx }: Pick<Contexte, 'tx'>,
  { du, au }: Readonly<{ du: JourCivil; au: JourCivil }>,
  etablissementId: string,
): Promise<JourneeDouteuse[]> {
  const { rows } = await sql<JourneeDouteuse>`
    select j.jour, j.enfants, j.presences, j.presences_douteuses, j.sans_autorisation, j.marche_inconnue, j.postes_douteux
    from eaje.journee_resumee j
    where j.etablissement_id = ${etablissementId} and j.jour between ${du} and ${au}
      and (j.presences = 0 or j.presences_douteuses > 0 or j.sans_autorisation or j.marche_inconnue > 0 or j.postes_douteux > 0)
    order by j.presences = 0 desc, j.presences_douteuses + j.marche_inconnue + j.postes_douteux desc, j.jour desc
    limit ${LIMITE}`.execute(tx);
  return rows;
}
