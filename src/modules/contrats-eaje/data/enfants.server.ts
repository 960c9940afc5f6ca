import { type RawBuilder, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { buildSens, isTrouve, readListe } from '#database/lecture.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { Page, PageDemandee } from '#shared/pagination.ts';
import { ACCUEILS_DE_QUI_ACCUEILLE, type Accueil, type EnfantFiltre, type EnfantLigne } from '../enfant-filtre.ts';

/** Le contrat qui vaut ce jour, à défaut le prochain, à défaut le dernier : calculé une fois pour toute la crèche. */
function buildAvec(etablissementId: string, jour: JourCivil): RawBuilder<unknown> {
  return sql`with contrats as materialized (
      select distinct on (c.enfant_id) c.enfant_id, c.id, c.nature, lower(c.periode) as du, (upper(c.periode) - 1) as au, c.semaine, c.tarif_centimes,
        (select coalesce(sum(c.semaine[2 * j] - c.semaine[2 * j - 1]), 0) from generate_series(1, 7) j)::int as minutes_semaine
      from eaje.contrat c where c.etablissement_id = ${etablissementId}
      order by c.enfant_id, (c.periode @> ${jour}::date) desc, (lower(c.periode) > ${jour}::date) desc,
        case when lower(c.periode) > ${jour}::date then lower(c.periode) end, lower(c.periode) desc
    ), reserves as materialized (
      select r.enfant_id, max(r.jour) as le from eaje.reservation r where r.etablissement_id = ${etablissementId} group by 1
    ), connues as materialized (
      select r.famille_id from eaje.ressources r where r.etablissement_id = ${etablissementId} and r.periode @> ${jour}::date
    )`;
}

const COLONNES = (
  voitRessources: boolean,
) => sql`n.id, n.famille_id, n.nom, n.prenom, n.ne_le, n.marche_depuis, s.nom as section, n.pai,
  c.id as contrat_id, c.nature, c.du, c.au, c.semaine, c.minutes_semaine, c.tarif_centimes, case when c.id is null then v.le end as reserve_le,
  case when ${voitRessources}::boolean then n.famille_id in (select k.famille_id from connues k) end as ressources_connues`;

function isAccueil(accueil: Accueil, jour: JourCivil, aRevoir: readonly string[]): RawBuilder<boolean> {
  const enCours = sql<boolean>`coalesce(c.du <= ${jour}::date and (c.au is null or c.au >= ${jour}::date), false)`;
  const conditions: Record<Accueil, RawBuilder<boolean>> = {
    accueilli: enCours,
    'a-venir': sql<boolean>`c.du > ${jour}::date`,
    attendus: sql<boolean>`c.id is null and v.le is null`,
    reserves: sql<boolean>`c.id is null and v.le is not null`,
    partis: sql<boolean>`c.au < ${jour}::date`,
    'sans-ressources': sql<boolean>`${enCours} and n.famille_id not in (select k.famille_id from connues k)`,
    'tarif-a-revoir': sql<boolean>`coalesce(c.id = any (${[...aRevoir]}::uuid[]), false)`,
    tous: sql<boolean>`true`,
  };
  return conditions[accueil];
}

const TRIS: Record<EnfantFiltre['tri'], RawBuilder<unknown>> = {
  nom: sql`n.tri`,
  age: sql`n.ne_le`,
  section: sql`acces.normalise(s.nom)`,
  heures: sql`c.minutes_semaine`,
  tarif: sql`c.tarif_centimes`,
};

/** `voitRessources` : les familles se lisent de qui les accueille ; pour les autres, rien n'est dit manquant. */
type Demande = {
  etablissementId: string;
  voitRessources: boolean;
  /** Les contrats dont le tarif est à revoir. */
  aRevoir?: readonly string[];
};

/** Les enfants d'une crèche, cherchés par nom, section et accueil. */
export function listEnfants(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  { etablissementId, voitRessources, aRevoir = [] }: Demande,
  filtre: EnfantFiltre,
  page: PageDemandee,
): Promise<Page<EnfantLigne>> {
  const accueil = ACCUEILS_DE_QUI_ACCUEILLE.includes(filtre.accueil) && !voitRessources ? 'accueilli' : filtre.accueil;
  const source = sql`from eaje.enfant n left join contrats c on c.enfant_id = n.id left join reserves v on v.enfant_id = n.id left join eaje.section s on s.id = n.section_id
    where n.etablissement_id = ${etablissementId} and ${isAccueil(accueil, aujourdhui, aRevoir)}
      and (${filtre.section}::uuid is null or n.section_id = ${filtre.section}::uuid) and ${isTrouve(sql`n.tri`, filtre.q)}`;
  const ordre = sql`${TRIS[filtre.tri]} ${buildSens(filtre.sens)}, n.tri, n.id`;
  const colonnes = COLONNES(voitRessources);
  return readListe<EnfantLigne>(tx, { avec: buildAvec(etablissementId, aujourdhui), colonnes, source, ordre }, page);
}

export type Manques = { attendus: number; sansRessources: number };

/** Combien attendent leur contrat, et combien sont accueillis ce jour sans ressources inscrites. */
export async function countManques(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  etablissementId: string,
): Promise<Manques> {
  const { rows } = await sql<Manques>`
    ${buildAvec(etablissementId, aujourdhui)} select (count(*) filter (where ${isAccueil('attendus', aujourdhui, [])}))::int as attendus,
      (count(*) filter (where ${isAccueil('sans-ressources', aujourdhui, [])}))::int as sans_ressources
    from eaje.enfant n left join contrats c on c.enfant_id = n.id left join reserves v on v.enfant_id = n.id where n.etablissement_id = ${etablissementId}`.execute(
    tx,
  );
  return rows[0] ?? { attendus: 0, sansRessources: 0 };
}
