/** Les présences d'un jour ou de plusieurs. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Origine } from '../pointage.ts';

export type PresenceDuJour = {
  etablissementId: string;
  enfantId: string;
  nom: string;
  prenom: string;
  sectionId: string | null;
  section: string | null;
  arrivee: number;
  depart: number | null;
  arriveeSupposee: boolean;
  origine: Origine;
  doute: string | null;
};

/** Celles dont il faut douter d'abord, puis par nom. */
export async function listPresencesDuJour(
  tx: Transaction,
  { jour, etablissementIds }: { jour: JourCivil; etablissementIds?: readonly string[] },
): Promise<PresenceDuJour[]> {
  const { rows } = await sql<PresenceDuJour>`
    select p.etablissement_id, p.enfant_id, e.nom, e.prenom, e.section_id, s.nom as section, p.arrivee, p.depart, p.arrivee_supposee,
      p.origine, p.doute
    from eaje.presence p join eaje.enfant e on e.id = p.enfant_id left join eaje.section s on s.id = e.section_id
    where p.jour = ${jour} and (${etablissementIds ?? null}::uuid[] is null or p.etablissement_id = any (${etablissementIds ?? null}::uuid[]))
    order by p.doute is null, e.tri, p.arrivee`.execute(tx);
  return rows;
}

export type PresenceFinie = {
  etablissementId: string;
  enfantId: string;
  jour: JourCivil;
  sectionId: string | null;
  marcheDepuis: JourCivil | null;
  neLe: JourCivil;
  arrivee: number;
  depart: number | null;
  arriveeSupposee: boolean;
  douteuse: boolean;
};

/** Les présences de plusieurs jours, avec ce que l'encadrement lit de l'enfant ; ni nom, ni famille. */
export async function listPresencesFinies(
  tx: Transaction,
  { du, au, etablissementIds }: { du: JourCivil; au: JourCivil; etablissementIds: readonly string[] },
): Promise<PresenceFinie[]> {
  const { rows } = await sql<PresenceFinie>`
    select p.etablissement_id, p.enfant_id, p.jour, e.section_id, e.marche_depuis, e.ne_le, p.arrivee, p.depart, p.arrivee_supposee,
      p.doute is not null or p.depart is null or p.arrivee_supposee as douteuse
    from eaje.presence p join eaje.enfant e on e.id = p.enfant_id
    where p.jour between ${du} and ${au} and p.etablissement_id = any (${[...etablissementIds]}::uuid[])`.execute(tx);
  return rows;
}

export type PointesDuJour = {
  etablissementId: string;
  enfants: {
    enfantId: string;
    sectionId: string | null;
    marcheDepuis: JourCivil | null;
    debut: number;
    fin: number | null;
    douteux: boolean;
  }[];
};

/** Qui est là, crèche par crèche, une ligne chacune : des milliers d'enfants se lisent en quelques millisecondes. */
export async function listPointesDuJour(tx: Transaction, jour: JourCivil): Promise<PointesDuJour[]> {
  const { rows } = await sql<PointesDuJour>`
    select p.etablissement_id, json_agg(json_build_object('enfantId', p.enfant_id, 'sectionId', e.section_id,
      'marcheDepuis', e.marche_depuis, 'debut', p.arrivee, 'fin', p.depart, 'douteux', p.doute is not null)) as enfants
    from eaje.presence p left join eaje.enfant e on e.id = p.enfant_id
    where p.jour = ${jour} group by p.etablissement_id`.execute(tx);
  return rows;
}
