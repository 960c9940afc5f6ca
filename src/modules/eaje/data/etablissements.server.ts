import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { getDepartement } from '#modules/organisation/index.server.ts';
import { listJoursFeriesDuDepartement } from '#modules/organisation/index.ts';
import { isIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatDaterange } from '#shared/periode.ts';
import type { Autorisation, EtablissementOuvert, Fermeture } from '../etablissement.ts';

type Demande = {
  du: JourCivil;
  au: JourCivil;
  /** Celles-ci seulement, parmi celles qu'on voit. */
  ids?: readonly string[];
};

type Murs = Omit<EtablissementOuvert, 'autorisations' | 'fermetures'>;

/** Les crèches que l'on voit, avec ce qui vaut sur la période : autorisations, modulations, fermetures et jours fériés. Quatre requêtes. */
export async function listEtablissementsOuverts(
  tx: Transaction,
  { du, au, ids }: Demande,
): Promise<EtablissementOuvert[]> {
  const { rows: murs } = await sql<Murs>`
    select e.id, e.unite_id, u.nom, u.code, u.parent_id as territoire_id, t.nom as territoire, e.methode, e.agregation,
      e.ouvre, e.ferme, e.jours, e.qpv, e.fournit_tout
    from eaje.etablissement e join organisation.unite u on u.id = e.unite_id left join organisation.unite t on t.id = u.parent_id
    where u.periode && ${formatDaterange({ du, au })}::daterange
      and ${ids === undefined ? sql`true` : sql`e.id = any (${[...ids]}::uuid[])`}
    order by t.code, acces.normalise(u.nom)`.execute(tx);
  const trouves = murs.map(({ id }) => id);
  const autorisations = await listAutorisations(tx, trouves, { du, au });
  const fermetures = await listFermetures(tx, trouves, { du, au });
  const feries = await listFeries(tx, du, au);
  return murs.map((mur) => ({
    ...mur,
    autorisations: autorisations.get(mur.id) ?? [],
    fermetures: [...(fermetures.get(mur.id) ?? []), ...feries].sort((a, b) => (a.du < b.du ? -1 : 1)),
  }));
}

/** Une crèche, et ce qui y vaut de deux ans en arrière à deux ans en avant. */
export async function findEtablissement(tx: Transaction, id: string): Promise<EtablissementOuvert | undefined> {
  if (!isIdentifiant(id)) return undefined;
  const { rows } = await sql<{ du: JourCivil; au: JourCivil }>`
    select make_date(extract(year from acces.aujourdhui())::int - 2, 1, 1) as du,
      make_date(extract(year from acces.aujourdhui())::int + 2, 12, 31) as au`.execute(tx);
  const bornes = rows[0];
  return bornes && (await listEtablissementsOuverts(tx, { ...bornes, ids: [id] }))[0];
}

type Rattachee<T> = T & { etablissementId: string };

async function listAutorisations(
  tx: Transaction,
  ids: readonly string[],
  periode: { du: JourCivil; au: JourCivil },
): Promise<Map<string, Autorisation[]>> {
  const { rows } = await sql<Rattachee<Autorisation>>`
    select a.etablissement_id, ${buildBornes('a.periode')}, a.places,
      coalesce((select jsonb_agg(jsonb_build_object('jours', m.jours, 'debut', m.debut, 'fin', m.fin, 'places', m.places,
          'pendant', case when m.periode is not null then jsonb_build_object('du', lower(m.periode), 'au', upper(m.periode) - 1) end)
        order by m.debut, m.jours) from eaje.modulation m where m.autorisation_id = a.id), '[]') as modulations
    from eaje.autorisation a
    where a.etablissement_id = any (${[...ids]}::uuid[]) and a.periode && ${formatDaterange(periode)}::daterange
    order by lower(a.periode)`.execute(tx);
  return groupParEtablissement(rows);
}

async function listFermetures(
  tx: Transaction,
  ids: readonly string[],
  periode: { du: JourCivil; au: JourCivil },
): Promise<Map<string, Fermeture[]>> {
  const { rows } = await sql<Rattachee<Fermeture>>`
    select f.etablissement_id, ${buildBornes('f.periode')}, f.motif, f.libelle from eaje.fermeture f
    where f.etablissement_id = any (${[...ids]}::uuid[]) and f.periode && ${formatDaterange(periode)}::daterange`.execute(
    tx,
  );
  return groupParEtablissement(rows);
}

function groupParEtablissement<T>(rows: readonly Rattachee<T>[]): Map<string, T[]> {
  const groupes = new Map<string, T[]>();
  for (const { etablissementId, ...ligne } of rows) {
    const groupe = groupes.get(etablissementId) ?? [];
    groupe.push(ligne as unknown as T);
    groupes.set(etablissementId, groupe);
  }
  return groupes;
}

/** Les jours fériés du département ferment toutes les crèches. */
async function listFeries(tx: Transaction, du: JourCivil, au: JourCivil): Promise<Fermeture[]> {
  const { code } = await getDepartement({ tx });
  const annees: number[] = [];
  for (let annee = Number(du.slice(0, 4)); annee <= Number(au.slice(0, 4)); annee += 1) annees.push(annee);
  return annees
    .flatMap((annee) => listJoursFeriesDuDepartement(code, annee).jours)
    .filter(({ jour }) => du <= jour && jour <= au)
    .map(({ jour, nom }) => ({ du: jour, au: jour, motif: 'FERIE', libelle: nom }));
}
