import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { isActif, isTrouve } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { CANDIDATS_MONTRES } from '../professionnel-saisie.ts';

export type Candidat = {
  matricule: string;
  nom: string;
  prenom: string;
  poste: string;
  unite: string;
  /** Rattaché aux crèches depuis ce jour. */
  dejaDepuis: JourCivil | null;
};

/** Les agents de ce nom qui tiennent ce jour un poste dans les unités de qui cherche. */
export async function listCandidats({ tx, agent, aujourdhui }: Contexte, q: string): Promise<Candidat[]> {
  const { rows } = await sql<Candidat>`
    select a.matricule, a.nom, a.prenom, t.intitule as poste, t.unite,
      (select lower(r.periode) from eaje.professionnel r where r.agent_id = a.id and ${isActif('r.periode', aujourdhui)} limit 1) as deja_depuis
    from organisation.agent a join lateral (
      select p.intitule, u.nom as unite from organisation.affectation f join organisation.poste p on p.id = f.poste_id
        join organisation.unite u on u.id = p.unite_id
      where f.agent_id = a.id and ${isActif('f.periode', aujourdhui)} and p.unite_id = any (${[...agent.unites]}::uuid[])
      order by (f.nature = 'titulaire') desc, lower(f.periode) limit 1) t on true
    where a.nature = 'personne' and ${isActif('a.periode', aujourdhui)} and ${isTrouve(sql`a.tri || ' ' || lower(a.matricule)`, q)}
    order by a.tri, a.matricule limit ${CANDIDATS_MONTRES}`.execute(tx);
  return rows;
}
