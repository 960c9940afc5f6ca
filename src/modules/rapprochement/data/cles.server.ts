/** Tenir les clés de recherche : le seul endroit qui les écrit, pour tous ceux qui écrivent une personne. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { listClesDeRecherche, VERSION_DES_CLES } from '../rules/cles.ts';
import { buildCherchable } from './ressemblances-queries.server.ts';

const FICHES_PAR_LOT = 2_000;

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'rapprochement.cles.tenir',
    titre: 'Tenir les clés de recherche des personnes',
    heure: { heures: 2, minutes: 20 },
    dureeMaximaleSecondes: 3_600,
    run: async ({ enSysteme, signal }) => {
      await enSysteme(({ tx }) => recordVersion(tx));
      let [faites, lot] = [0, FICHES_PAR_LOT];
      while (lot === FICHES_PAR_LOT && !signal.aborted) {
        lot = await enSysteme(({ tx }) => updateCles(tx, FICHES_PAR_LOT));
        faites += lot;
      }
      return `${faites} fiches`;
    },
  },
];

/** D'autres clés dans le code que dans la base : toutes les fiches sont à refaire. */
async function recordVersion(tx: Transaction): Promise<void> {
  const { rows } = await sql`
    insert into rapprochement.cle_version as v (version) values (${VERSION_DES_CLES})
    on conflict (id) do update set version = excluded.version where v.version <> excluded.version returning v.version`.execute(
    tx,
  );
  if (rows.length === 0) return;
  await sql`insert into rapprochement.cle_en_attente (personne_id) select id from enfants.personne order by id on conflict do nothing`.execute(
    tx,
  );
}

type Fiche = Parameters<typeof buildCherchable>[0] & { id: string };

/** Refait les clés d'un lot de fiches marquées ; rend combien. Une fiche qu'on est en train d'écrire attend le lot suivant. */
export async function updateCles(tx: Transaction, limite: number): Promise<number> {
  const { rows: marquees } = await sql<{ personneId: string }>`
    delete from rapprochement.cle_en_attente where personne_id in (
      select a.personne_id from rapprochement.cle_en_attente a order by a.marquee_le limit ${limite} for update skip locked)
    returning personne_id`.execute(tx);
  const ids = marquees.map(({ personneId }) => personneId);
  if (ids.length === 0) return 0;
  const { rows: fiches } = await sql<Fiche>`
    select p.id, p.nom, p.nom_usage, p.prenom, p.sexe, p.telephone, p.date_naissance, p.naissance_precision,
      (select jsonb_agg(jsonb_build_object('nom', n.nom, 'prenom', n.prenom) order by n.id) from enfants.autre_nom n where n.personne_id = p.id) as autres_noms
    from enfants.personne p where p.id = any (${ids}::uuid[]) and p.fusionnee_dans is null`.execute(tx);
  const lignes = fiches.flatMap(({ id, ...fiche }) =>
    listClesDeRecherche(buildCherchable(fiche)).map((cle) => ({ id, cle })),
  );
  await sql`delete from rapprochement.cle_recherche where personne_id = any (${ids}::uuid[])`.execute(tx);
  await sql`
    insert into rapprochement.cle_recherche (personne_id, cle)
    select * from unnest(${lignes.map(({ id }) => id)}::uuid[], ${lignes.map(({ cle }) => cle)}::text[])`.execute(tx);
  return ids.length;
}
