import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { isActif } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { DocumentTenu } from '../document.ts';
import type { EtablissementOuvert } from '../etablissement.ts';
import type { EnPoste } from '../rules/exigences.ts';
import { listEtablissementsOuverts } from './etablissements.server.ts';

/** Une crèche et ce qu'il faut pour la juger ce jour. */
export type CrecheFaits = {
  etab: EtablissementOuvert;
  rsaiHeures: number | null;
  /** Le dernier jour de l'autorisation précédente, quand elle est finie. */
  echueLe: JourCivil | null;
  equipe: EnPoste[];
  /** De chacun, la version qui vaut. */
  documents: DocumentTenu[];
};

/** Les crèches que l'on voit, avec leur équipe en poste ce jour et leurs documents. Sept requêtes, quel que soit leur nombre. */
export async function listCreches(tx: Transaction, jour: JourCivil): Promise<CrecheFaits[]> {
  const etabs = await listEtablissementsOuverts(tx, { du: jour, au: jour });
  const { rows: connus } = await sql<Pick<CrecheFaits, 'rsaiHeures' | 'echueLe'> & { id: string }>`
    select e.id, e.rsai_heures, (select max(upper(a.periode)) - 1 from eaje.autorisation a
      where a.etablissement_id = e.id and upper(a.periode) <= ${jour}::date) as echue_le
    from eaje.etablissement e`.execute(tx);
  const { rows: equipes } = await sql<EnPoste & { etablissementId: string }>`
    select p.etablissement_id, p.metier, p.quotite::float as quotite from eaje.professionnel p
    where p.etablissement_id is not null and ${isActif('p.periode', jour)}`.execute(tx);
  const connusDe = new Map(connus.map((connu) => [connu.id, connu]));
  const equipeDe = Map.groupBy(equipes, ({ etablissementId }) => etablissementId);
  const documentsDe = await listDocumentsTenus(
    tx,
    etabs.map(({ id }) => id),
  );
  return etabs.map((etab) => ({
    etab,
    rsaiHeures: connusDe.get(etab.id)?.rsaiHeures ?? null,
    echueLe: connusDe.get(etab.id)?.echueLe ?? null,
    equipe: equipeDe.get(etab.id) ?? [],
    documents: documentsDe.get(etab.id) ?? [],
  }));
}

/** Par crèche, la dernière version de chaque document. */
export async function listDocumentsTenus(
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, DocumentTenu[]>> {
  const { rows } = await sql<DocumentTenu & { etablissementId: string }>`
    select distinct on (d.etablissement_id, d.nature)
      d.etablissement_id, d.id, d.nature, d.etabli_le, d.a_revoir_le, d.a_transmettre, d.transmis_le, d.version
    from eaje.document d where d.etablissement_id = any (${[...ids]}::uuid[])
    order by d.etablissement_id, d.nature, d.etabli_le desc`.execute(tx);
  return Map.groupBy(rows, ({ etablissementId }) => etablissementId);
}
