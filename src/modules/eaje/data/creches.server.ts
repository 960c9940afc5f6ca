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
  equipe: EnPoste[];
  documents: DocumentTenu[];
};

/** Les crèches que l'on voit, avec leur équipe en poste ce jour et leurs documents. Sept requêtes, quel que soit leur nombre. */
export async function listCreches(tx: Transaction, jour: JourCivil): Promise<CrecheFaits[]> {
  const etabs = await listEtablissementsOuverts(tx, { du: jour, au: jour });
  const { rows: heures } = await sql<{ id: string; rsaiHeures: number | null }>`
    select id, rsai_heures from eaje.etablissement`.execute(tx);
  const { rows: equipes } = await sql<EnPoste & { etablissementId: string }>`
    select p.etablissement_id, p.metier, p.quotite::float as quotite from eaje.professionnel p
    where p.etablissement_id is not null and ${isActif('p.periode', jour)}`.execute(tx);
  const { rows: documents } = await sql<DocumentTenu & { etablissementId: string }>`
    select d.etablissement_id, d.id, d.nature, d.etabli_le, d.a_revoir_le, d.version from eaje.document d`.execute(tx);
  const heuresDe = new Map(heures.map(({ id, rsaiHeures }) => [id, rsaiHeures]));
  const equipeDe = Map.groupBy(equipes, ({ etablissementId }) => etablissementId);
  const documentsDe = Map.groupBy(documents, ({ etablissementId }) => etablissementId);
  return etabs.map((etab) => ({
    etab,
    rsaiHeures: heuresDe.get(etab.id) ?? null,
    equipe: equipeDe.get(etab.id) ?? [],
    documents: documentsDe.get(etab.id) ?? [],
  }));
}
