import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { readListe } from '#database/lecture.ts';
import type { EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import { isSousUnite } from '#modules/organisation/index.server.ts';
import { listProfilsQuiPeuvent } from '#shared/habilitation.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Page, PageDemandee } from '#shared/pagination.ts';
import type { Periode } from '#shared/periode.ts';

/** États où l'évaluation est à faire : ce qui s'y passe sans personne est à couvrir. */
export const ETATS_OUVERTS: readonly EtatInformation[] = ['attribuee', 'en-evaluation', 'suspendue'];

export type MembreACouvrir = {
  id: string;
  nom: string;
  prenom: string;
  enPoste: boolean;
  absences: readonly Periode[];
};
export type EvaluationACouvrir = {
  id: string;
  numero: string;
  etat: EtatInformation;
  echeance: JourCivil;
  unite: string;
  mineurs: readonly { rang: number; nom: string | null; prenom: string | null }[];
  equipe: readonly MembreACouvrir[];
};

/**
 * Les évaluations ouvertes à qui il manque quelqu'un ce jour ou dans les jours regardés : parti, absent, bientôt absent, ou personne.
 * Les équipes se lisent une fois, puis les seuls postes et absences de leurs membres.
 */
function buildAvec(jour: JourCivil, horizon: number, uniteId: string | null): RawBuilder<unknown> {
  return sql`with equipes as materialized (
      select e.information_id as id, e.numero, e.etat, e.echeance, e.unite_id, e.agent_id from acces.equipes_du_jour e
      where e.etat = any (${ETATS_OUVERTS}::text[]) and ${isSousUnite('e.unite_id', uniteId)}
    ), membres as materialized (
      select a.id, a.nom, a.prenom,
        coalesce((select true from organisation.affectation f join organisation.poste p on p.id = f.poste_id
          where f.agent_id = a.id and f.periode @> ${jour}::date and p.periode @> ${jour}::date
            and p.profil = any (${listProfilsQuiPeuvent('ip.evaluer')}::text[]) limit 1), false) as en_poste,
        coalesce((select jsonb_agg(jsonb_build_object('du', lower(b.periode), 'au', upper(b.periode) - 1) order by b.periode)
          from organisation.absence b
          where b.agent_id = a.id and b.periode && daterange(${jour}::date, ${jour}::date + ${horizon}::integer, '[]')), '[]') as absences
      from organisation.agent a where a.id in (select q.agent_id from equipes q)
    ), manques as materialized (
      select q.id from equipes q left join membres m on m.id = q.agent_id
      where m.id is null or not m.en_poste or m.absences <> '[]'
    ), decouvertes as materialized (
      select q.id, q.numero, q.etat, q.echeance, q.unite_id,
        coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'nom', m.nom, 'prenom', m.prenom, 'enPoste', m.en_poste, 'absences', m.absences)
          order by m.nom) filter (where m.id is not null), '[]') as equipe
      from equipes q left join membres m on m.id = q.agent_id where q.id in (select x.id from manques x)
      group by q.id, q.numero, q.etat, q.echeance, q.unite_id
    )`;
}

const COLONNES = sql`d.id, d.numero, d.etat, d.echeance, u.nom as unite, d.equipe,
  coalesce((select jsonb_agg(jsonb_build_object('rang', m.rang, 'nom', m.nom, 'prenom', m.prenom) order by m.rang)
    from acces.mineurs_de_mes_informations m where m.information_id = d.id), '[]') as mineurs`;

export function listACouvrir(
  { tx, aujourdhui }: Contexte,
  { horizon, uniteId }: { horizon: number; uniteId: string | null },
  page: PageDemandee,
): Promise<Page<EvaluationACouvrir>> {
  return readListe<EvaluationACouvrir>(
    tx,
    {
      avec: buildAvec(aujourdhui, horizon, uniteId),
      colonnes: COLONNES,
      source: sql`from decouvertes d join organisation.unite u on u.id = d.unite_id`,
      ordre: sql`d.echeance, d.numero`,
    },
    page,
  );
}

/** Combien il y en a ce jour dans les unités de l'agent, et la plus pressée. */
export async function countACouvrir({
  tx,
  agent,
  aujourdhui,
}: Contexte): Promise<{ nombre: number; premiere: string | null }> {
  const { rows } = await sql<{ nombre: number; premiere: string | null }>`
    ${buildAvec(aujourdhui, 0, null)} select count(*)::integer as nombre, (array_agg(d.id order by d.echeance))[1] as premiere
    from decouvertes d where d.unite_id = any (${agent.unites}::uuid[])`.execute(tx);
  return rows[0] ?? { nombre: 0, premiere: null };
}
