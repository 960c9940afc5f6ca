import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { buildBornes, isActif } from '#database/lecture.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { ProfessionnelInscrit } from '../professionnel.ts';

/** Les professionnels rattachés à la crèche ce jour ou plus tard. */
export function listProfessionnels(tx: Transaction, etablissementId: string, jour: JourCivil) {
  return readProfessionnels(
    tx,
    jour,
    sql<boolean>`p.etablissement_id = ${etablissementId} and coalesce(upper(p.periode) > ${jour}::date, true)`,
  );
}

export async function findProfessionnel(
  tx: Transaction,
  id: string,
  jour: JourCivil,
): Promise<ProfessionnelInscrit | undefined> {
  if (!isIdentifiant(id)) return undefined;
  return (await readProfessionnels(tx, jour, sql<boolean>`p.id = ${id}`))[0];
}

async function readProfessionnels(
  tx: Transaction,
  jour: JourCivil,
  condition: RawBuilder<boolean>,
): Promise<ProfessionnelInscrit[]> {
  const { rows } = await sql<ProfessionnelInscrit>`
    select p.id, p.agent_id, p.unite_id, p.etablissement_id, a.nom, a.prenom, p.metier, p.categorie, p.quotite::float as quotite,
      p.section_id, s.nom as section, p.experience_depuis, ${buildBornes('p.periode')}, p.version, h.semaine,
      h.pause_debut, h.pause_fin,
      b.id is not null as absent, (upper(b.periode) - 1) as absent_jusqu_au
    from eaje.professionnel p join organisation.agent a on a.id = p.agent_id
    left join eaje.section s on s.id = p.section_id
    left join eaje.horaire h on h.professionnel_id = p.id and ${isActif('h.periode', jour)}
    left join organisation.absence b on b.agent_id = p.agent_id and ${isActif('b.periode', jour)}
    where ${condition}
    order by (p.metier <> 'DIRECTION'), p.categorie nulls last, a.nom, a.prenom`.execute(tx);
  return rows;
}
