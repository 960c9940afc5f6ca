import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { EtatInformation, NatureLien } from '#modules/informations-preoccupantes/index.ts';
import type { JourCivil } from '#shared/jour-civil.ts';

/** Ce qu'on sait d'un foyer, de quoi retrouver ce que le département en a déjà reçu. */
export type FoyerConnu = {
  mineurs: readonly {
    nom: string | null;
    prenom: string | null;
    dateNaissance: JourCivil | null;
    enfantId: string | null;
  }[];
  adultes: readonly {
    nom: string | null;
    prenom: string | null;
    dateNaissance: JourCivil | null;
    telephone: string | null;
    personneId: string | null;
  }[];
  voie: string | null;
  codePostal: string | null;
  communeNom: string | null;
};

export type Antecedent = {
  id: string;
  numero: string;
  etat: EtatInformation;
  recueLe: JourCivil;
  nature: Extract<NatureLien, 'meme-enfant' | 'fratrie' | 'adresse'>;
};

const ANTECEDENTS_MAXIMUM = 50;

/**
 * Les informations déjà reçues pour le même enfant (même dossier, ou mêmes nom, prénom et naissance), la même fratrie (un même
 * adulte du foyer) ou la même adresse : le lien le plus fort de chacune, les plus récentes d'abord. `sauf` : celle dont on part.
 */
export async function listAntecedents(
  { tx }: Contexte,
  { mineurs, adultes, ...adresse }: FoyerConnu,
  sauf: string | null = null,
): Promise<Antecedent[]> {
  const { voie, codePostal, communeNom } = adresse;
  const { rows } = await sql<Antecedent>`
    with m as materialized (
      select "enfantId" as enfant_id, "dateNaissance" as date_naissance, acces.normalise(nom || ' ' || prenom) as identite
      from jsonb_to_recordset(${JSON.stringify(mineurs)}::jsonb) as l(nom text, prenom text, "dateNaissance" date, "enfantId" uuid)),
    a as materialized (
      select "personneId" as personne_id, "dateNaissance" as date_naissance, acces.normalise(nom || ' ' || prenom) as identite,
        nullif(regexp_replace(coalesce(telephone, ''), '[^0-9+]', '', 'g'), '') as telephone
      from jsonb_to_recordset(${JSON.stringify(adultes)}::jsonb) as l(nom text, prenom text, "dateNaissance" date, telephone text, "personneId" uuid)),
    trouve as (
      select o.information_id as id, 1 as rang from ip.mineur o join m on o.enfant_id = m.enfant_id
      union all
      select o.information_id, 1 from ip.mineur o join m on o.date_naissance = m.date_naissance
        and acces.normalise(o.nom || ' ' || o.prenom) = m.identite
      union all
      select o.information_id, 2 from ip.adulte o join a on o.personne_id = a.personne_id
      union all
      select o.information_id, 2 from ip.adulte o join a on o.identite_tri = a.identite
        and (o.date_naissance = a.date_naissance or regexp_replace(o.telephone, '[^0-9+]', '', 'g') = a.telephone)
      union all
      select o.id, 3 from ip.information o
        where ${voie}::text is not null and o.voie is not null
          and o.adresse_tri = acces.normalise(concat_ws(' ', ${voie}::text, ${codePostal}::text, ${communeNom}::text)))
    select i.id, i.numero, i.etat, i.recue_le, (array['meme-enfant', 'fratrie', 'adresse'])[min(t.rang)] as nature
    from trouve t join ip.information i on i.id = t.id
    where i.id is distinct from ${sauf}::uuid
    group by i.id order by i.recue_a desc limit ${ANTECEDENTS_MAXIMUM}`.execute(tx);
  return rows;
}

/** Ce qui avait déjà été reçu pour le foyer de cette information. */
export async function listAntecedentsDe(contexte: Contexte, id: string): Promise<Antecedent[]> {
  return listAntecedents(contexte, await getFoyerConnu(contexte, id), id);
}

/** Relie une information à ce qui a déjà été reçu pour son foyer ; les liens déjà faits, dans un sens ou l'autre, restent. */
export async function recordAntecedents(contexte: Contexte, id: string): Promise<Antecedent[]> {
  const antecedents = await listAntecedentsDe(contexte, id);
  if (antecedents.length === 0) return [];
  await sql`
    insert into ip.lien (information_id, liee_id, nature)
    select ${id}::uuid, l.id, l.nature from jsonb_to_recordset(${JSON.stringify(antecedents)}::jsonb) as l(id uuid, nature text)
    where not exists (select 1 from ip.lien d where d.information_id = l.id and d.liee_id = ${id}::uuid)
    on conflict do nothing`.execute(contexte.tx);
  return antecedents;
}

async function getFoyerConnu({ tx }: Contexte, id: string): Promise<FoyerConnu> {
  const { rows } = await sql<FoyerConnu>`
    select i.voie, i.code_postal, i.commune_nom,
      coalesce((select jsonb_agg(jsonb_build_object('nom', m.nom, 'prenom', m.prenom, 'dateNaissance', m.date_naissance, 'enfantId', m.enfant_id))
        from ip.mineur m where m.information_id = i.id), '[]') as mineurs,
      coalesce((select jsonb_agg(jsonb_build_object('nom', a.nom, 'prenom', a.prenom, 'dateNaissance', a.date_naissance, 'telephone', a.telephone, 'personneId', a.personne_id))
        from ip.adulte a where a.information_id = i.id), '[]') as adultes
    from ip.information i where i.id = ${id}`.execute(tx);
  return rows[0] ?? { mineurs: [], adultes: [], voie: null, codePostal: null, communeNom: null };
}
