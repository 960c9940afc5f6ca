import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import type { RaisonDeDoublon } from '../doublon.ts';
import type { Identite } from '../personne.ts';

export type FicheBreve = Identite & { id: string; numero: string | null; ouvertLe: JourCivil | null };
export type FicheComparee = FicheBreve & {
  autresPrenoms: string | null;
  lieuNaissance: string | null;
  telephone: string | null;
  autresNoms: string[];
  /** Ceux à qui un lien la rattache, parmi ceux que l'agent voit. */
  lies: string[];
};
export type Doublon = { a: FicheBreve; b: FicheBreve; raison: RaisonDeDoublon };

const colonnes = (
  alias: string,
) => sql`jsonb_build_object('id', ${sql.ref(`${alias}.id`)}, 'nom', ${sql.ref(`${alias}.nom`)}, 'nomUsage', ${sql.ref(`${alias}.nom_usage`)},
  'prenom', ${sql.ref(`${alias}.prenom`)}, 'autresPrenoms', ${sql.ref(`${alias}.autres_prenoms`)}, 'sexe', ${sql.ref(`${alias}.sexe`)}, 'dateNaissance', ${sql.ref(`${alias}.date_naissance`)},
  'naissancePrecision', ${sql.ref(`${alias}.naissance_precision`)}, 'lieuNaissance', ${sql.ref(`${alias}.lieu_naissance`)}, 'telephone', ${sql.ref(`${alias}.telephone`)},
  'numero', (select e.numero from enfants.enfant e where e.id = ${sql.ref(`${alias}.id`)}), 'ouvertLe', (select e.ouvert_le from enfants.enfant e where e.id = ${sql.ref(`${alias}.id`)}),
  'autresNoms', (select coalesce(jsonb_agg(concat_ws(' ', n.nom, n.prenom) order by n.id), '[]') from enfants.autre_nom n where n.personne_id = ${sql.ref(`${alias}.id`)}),
  'lies', (select coalesce(jsonb_agg(distinct x.prenom || ' ' || x.nom), '[]') from enfants.lien l
     join enfants.personne x on x.id = case when l.enfant_id = ${sql.ref(`${alias}.id`)} then l.personne_id else l.enfant_id end
     where l.personne_id = ${sql.ref(`${alias}.id`)} or l.enfant_id = ${sql.ref(`${alias}.id`)}))`;

type Trouvee = Omit<FicheBreve, 'numero' | 'ouvertLe'>;

/** Les paires de fiches qui pourraient être la même personne et que l'agent voit, les plus sûres d'abord. */
export async function listDoublons({ tx }: Contexte, limite = 50): Promise<Doublon[]> {
  const { rows } = await sql<{ a: Trouvee; b: Trouvee; raison: RaisonDeDoublon }>`
    select a, b, raison from enfants.doublons_vus(${limite})`.execute(tx);
  const ids = rows.flatMap(({ a, b }) => [a.id, b.id]);
  const { rows: dossiers } = await sql<Pick<FicheBreve, 'id' | 'numero' | 'ouvertLe'>>`
    select e.id, e.numero, e.ouvert_le from enfants.enfant e where e.id = any (${ids}::uuid[])`.execute(tx);
  const parId = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
  const complete = (fiche: Trouvee): FicheBreve => ({
    ...fiche,
    numero: parId.get(fiche.id)?.numero ?? null,
    ouvertLe: parId.get(fiche.id)?.ouvertLe ?? null,
  });
  return rows.map(({ a, b, raison }) => ({ a: complete(a), b: complete(b), raison }));
}

/** Deux fiches à comparer ; absente si l'une n'est pas visible. */
export async function findFiches({ tx }: Contexte, ids: readonly string[]): Promise<FicheComparee[]> {
  const { rows } = await sql<{
    fiche: FicheComparee;
  }>`select ${colonnes('p')} as fiche from enfants.personne p where p.id = any (${[...ids]}::uuid[]) and p.fusionnee_dans is null`.execute(
    tx,
  );
  return ids.flatMap((id) => rows.find(({ fiche }) => fiche.id === id)?.fiche ?? []);
}

export type FusionFaite = { id: string; motif: string; faiteLe: string; auteur: string; absorbee: string };

/** Fusions en cours sur une fiche gardée : celles que l'on peut défaire. La fiche absorbée se nomme comme elle l'était. */
export async function listFusions({ tx }: Contexte, gardeeId: string): Promise<FusionFaite[]> {
  const { rows } = await sql<FusionFaite>`
    select f.id, f.motif, f.faite_le, a.prenom || ' ' || a.nom as auteur,
      coalesce(n.nom ->> 'nom' || ' ' || (n.nom ->> 'prenom'), p.nom || ' ' || p.prenom) as absorbee
    from enfants.fusion f join organisation.agent a on a.id = f.faite_par join enfants.personne p on p.id = f.gardee_id,
      lateral (select jsonb_path_query_first(f.deplacements, '$[*] ? (@.table == "enfants.autre_nom" && @.sort == "ajoutee").ajoutees[0]') as nom) n
    where f.gardee_id = ${gardeeId} and f.annulee_le is null order by f.faite_le desc`.execute(tx);
  return rows;
}
