import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { EtatInformation } from '../information.ts';
import type { InformationLigne } from '../information-filtre.ts';

export type InformationNommee = {
  id: string;
  numero: string;
  etat: EtatInformation;
  recueLe: JourCivil;
  mineurs: InformationLigne['mineurs'];
};

/** L'information de ce numéro, si l'agent la voit. */
export async function findParNumero({ tx }: Contexte, numero: string): Promise<InformationNommee | undefined> {
  const { rows } = await sql<InformationNommee>`
    select i.id, i.numero, i.etat, i.recue_le,
      coalesce((select jsonb_agg(jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) order by m.rang)
        from ip.mineur m where m.information_id = i.id), '[]') as mineurs
    from ip.information i where i.numero = ${numero}`.execute(tx);
  return rows[0];
}
