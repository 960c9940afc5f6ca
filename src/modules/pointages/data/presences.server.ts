/** Les présences d'un jour, et les heures réalisées qu'elles font, mois par mois. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { getParametreDate } from '#modules/organisation/index.server.ts';
import { addMois, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
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
  enfants: { enfantId: string; debut: number; fin: number | null; douteux: boolean }[];
};

/** Qui est là, crèche par crèche, une ligne chacune : des milliers d'enfants se lisent en quelques millisecondes. */
export async function listPointesDuJour(tx: Transaction, jour: JourCivil): Promise<PointesDuJour[]> {
  const { rows } = await sql<PointesDuJour>`
    select p.etablissement_id, json_agg(json_build_object('enfantId', p.enfant_id, 'debut', p.arrivee, 'fin', p.depart,
      'douteux', p.doute is not null)) as enfants
    from eaje.presence p where p.jour = ${jour} group by p.etablissement_id`.execute(tx);
  return rows;
}

export type HeuresRealisees = {
  etablissementId: string;
  /** Le premier jour du mois. */
  mois: JourCivil;
  minutes: number;
  presences: number;
  douteuses: number;
  /** Sans départ, ou sans arrivée pointée : leurs minutes ne comptent pas. */
  sansMinutes: number;
};

/**
 * Les minutes réalisées par crèche et par mois : toute tranche commencée compte, au pas que le département a choisi pour ce mois
 * (PF-09) ; deux présences qui se chevauchent ne comptent qu'une fois le temps qu'elles partagent.
 */
export async function listHeuresRealisees(
  tx: Transaction,
  { du, au, etablissementIds }: { du: JourCivil; au: JourCivil; etablissementIds?: readonly string[] },
): Promise<HeuresRealisees[]> {
  const pas = (await getParametreDate(tx, 'pointage.granularite-minutes')).at;
  const mois = listMois(du, au);
  const { rows } = await sql<HeuresRealisees>`
    with pas as (
      select * from unnest(${mois}::date[], ${mois.map((premier) => Number(pas(premier)))}::int[]) as t(mois, pas)
    ), jour as (
      select p.etablissement_id, m.mois, count(*) as presences, count(p.doute) as douteuses,
        count(*) filter (where p.depart is null or p.arrivee_supposee) as sans_minutes,
        range_agg(int4range(p.arrivee / m.pas * m.pas, (p.depart + m.pas - 1) / m.pas * m.pas))
          filter (where p.depart is not null and not p.arrivee_supposee) as plages
      from eaje.presence p join pas m on m.mois = date_trunc('month', p.jour)::date
      where p.jour between ${du} and ${au}
        and (${etablissementIds ?? null}::uuid[] is null or p.etablissement_id = any (${etablissementIds ?? null}::uuid[]))
      group by p.etablissement_id, m.mois, p.enfant_id, p.jour
    )
    select etablissement_id, mois, sum(presences)::int as presences, sum(douteuses)::int as douteuses, sum(sans_minutes)::int as sans_minutes,
      coalesce(sum((select sum(upper(r) - lower(r)) from unnest(plages) r)), 0)::int as minutes
    from jour group by etablissement_id, mois order by mois, etablissement_id`.execute(tx);
  return rows;
}

function listMois(du: JourCivil, au: JourCivil): JourCivil[] {
  const mois: JourCivil[] = [];
  for (let premier = jourCivil(`${du.slice(0, 7)}-01`); premier <= au; premier = addMois(premier, 1))
    mois.push(premier);
  return mois;
}
