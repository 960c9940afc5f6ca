import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { listAccueilsPrevus } from '#modules/contrats-eaje/index.server.ts';
import { listEtablissementsOuverts, listProfessionnelsPrevus } from '#modules/eaje/index.server.ts';
import type { EtablissementOuvert } from '#modules/eaje/index.ts';
import { listPointesDuJour } from '#modules/pointages/index.server.ts';
import { readHeureParis } from '#server/clock.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { SuiteProposition } from '../remede.ts';
import type { Pointage, Prevision, SortieInscrite } from '../rules/territoire.ts';

type Demande = Readonly<{
  du: JourCivil;
  au: JourCivil;
  /** Celles-ci seulement, parmi celles qu'on voit. */
  etablissementIds?: readonly string[];
}>;

/** Tout ce dont se calculent les journées de ces jours, pour les crèches que l'on voit. Une douzaine de requêtes. */
export async function readPrevision(
  tx: Transaction,
  demande: Demande,
  connus?: readonly EtablissementOuvert[],
): Promise<Prevision> {
  const { du, au, etablissementIds: ids } = demande;
  const etablissements = connus ?? (await listEtablissementsOuverts(tx, { du, au, ...(ids ? { ids } : {}) }));
  const accueils = await listAccueilsPrevus(tx, demande);
  const professionnels = await listProfessionnelsPrevus(tx, demande);
  return { etablissements, accueils, professionnels, sorties: await listSorties(tx, demande) };
}

async function listSorties(tx: Transaction, { du, au, etablissementIds }: Demande): Promise<SortieInscrite[]> {
  const ids = etablissementIds ? [...etablissementIds] : null;
  const { rows } = await sql<SortieInscrite>`
    select s.id, s.etablissement_id, s.jour, s.debut, s.fin, s.lieu,
      array(select e.enfant_id from eaje.sortie_enfant e where e.sortie_id = s.id order by 1) as enfants,
      array(select a.professionnel_id from eaje.sortie_accompagnant a where a.sortie_id = s.id order by 1) as accompagnants
    from eaje.sortie s
    where s.jour between ${du}::date and ${au}::date and (${ids}::uuid[] is null or s.etablissement_id = any (${ids}::uuid[]))
    order by s.jour, s.debut, s.id`.execute(tx);
  return rows;
}

/** Les enfants pointés de ce jour, et l'heure qu'il est. */
export async function readPointage(tx: Transaction, jour: JourCivil): Promise<Pointage> {
  const [heures = 0, minutes = 0] = readHeureParis().split(':').map(Number);
  const pointes = await listPointesDuJour(tx, jour);
  return { maintenant: heures * 60 + minutes, parCreche: new Map(pointes.map((p) => [p.etablissementId, p.enfants])) };
}

export type SectionDeCreche = { id: string; nom: string; tranche: string };

export async function listSections(tx: Transaction, etablissementId: string): Promise<SectionDeCreche[]> {
  const { rows } = await sql<SectionDeCreche>`
    select s.id, s.nom, s.tranche from eaje.section s where s.etablissement_id = ${etablissementId}
    order by array_position(array['BEBES', 'MOYENS', 'GRANDS', 'MULTI_AGES'], s.tranche), s.nom`.execute(tx);
  return rows;
}

export type Nomme = { id: string; nom: string; prenom: string };

/** Comment s'appellent ces enfants. */
export async function listNoms(tx: Transaction, enfantIds: readonly string[]): Promise<Nomme[]> {
  const { rows } = await sql<Nomme>`
    select e.id, e.nom, e.prenom from eaje.enfant e where e.id = any (${[...enfantIds]}::uuid[]) order by e.tri`.execute(
    tx,
  );
  return rows;
}

export type Responsable = { agentId: string; nom: string; prenom: string };

/** Qui répond de la crèche ce jour : les responsables d'EAJE en poste dans son unité, et présents. */
export async function listResponsables(tx: Transaction, uniteId: string, jour: JourCivil): Promise<Responsable[]> {
  const { rows } = await sql<Responsable>`
    select distinct a.id as agent_id, a.nom, a.prenom
    from organisation.poste p join organisation.affectation f on f.poste_id = p.id join organisation.agent a on a.id = f.agent_id
    where p.unite_id = ${uniteId} and p.profil = 'responsable-eaje' and p.periode @> ${jour}::date and f.periode @> ${jour}::date
      and not exists (select 1 from organisation.absence b where b.agent_id = a.id and b.periode @> ${jour}::date)
    order by a.nom, a.prenom`.execute(tx);
  return rows;
}

type Personne = Readonly<{ nom: string; prenom: string }>;
export type PropositionFaite = Readonly<{
  id: string;
  etablissementId: string;
  empreinte: string;
  texte: string;
  adressees: readonly Personne[];
  proposeeParId: string;
  proposeePar: Personne;
  proposeeLe: string;
  suite: SuiteProposition | null;
  suitePar: Personne | null;
  suiteLe: string | null;
  motif: string;
}>;

/** La dernière proposition de chaque crèche pour ce jour. */
export async function listPropositionsFaites(
  tx: Transaction,
  jour: JourCivil,
  etablissementId?: string,
): Promise<ReadonlyMap<string, PropositionFaite>> {
  const nomme = (alias: string) => sql.raw(`jsonb_build_object('nom', ${alias}.nom, 'prenom', ${alias}.prenom)`);
  const { rows } = await sql<PropositionFaite>`
    select distinct on (p.etablissement_id) p.id, p.etablissement_id, p.empreinte, p.texte,
      p.proposee_par as proposee_par_id, ${nomme('q')} as proposee_par, p.suite, p.motif,
      to_char(p.proposee_le at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as proposee_le,
      to_char(p.suite_le at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as suite_le,
      case when s.id is not null then ${nomme('s')} end as suite_par,
      (select jsonb_agg(${nomme('a')} order by a.nom, a.prenom) from organisation.agent a where a.id = any (p.adressee_a)) as adressees
    from eaje.proposition p join organisation.agent q on q.id = p.proposee_par left join organisation.agent s on s.id = p.suite_par
    where p.jour = ${jour}::date and ${etablissementId === undefined ? sql`true` : sql`p.etablissement_id = ${etablissementId}`}
    order by p.etablissement_id, p.proposee_le desc, p.id desc`.execute(tx);
  return new Map(rows.map((faite) => [faite.etablissementId, faite]));
}
