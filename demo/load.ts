import { sql } from 'kysely';
import { asAgent } from '#database/as-agent.ts';
import { asSystem } from '#database/as-system.ts';
import type { Database, Transaction } from '#database/connection.ts';
import { writeRows } from '#database/insert-rows.ts';
import { updateStatistics } from '#database/update-statistics.ts';
import { updateToutes } from '#modules/echeances/index.server.ts';
import { updateJourneesMarquees } from '#modules/journees-eaje/index.server.ts';
import { writePertesManquantes } from '#modules/travaux-eaje/index.server.ts';
import { ErreurExploitation } from '#shared/erreur-exploitation.ts';
import { writeHeures } from './creches/heures.ts';
import { writePresences } from './creches/presences.ts';
import type { Commande } from './parametres/profils.ts';
import { buildDepartement } from './registre.ts';

export type Chargement = Commande & {
  db: Database;
  /** Le propriétaire de la base, qui seul tient les statistiques de ses tables. */
  urlProprietaire: string;
  /** Une phrase par étape, pour qui attend. */
  log?: (phrase: string) => void;
};

/**
 * Charge le département fictif dans une base vide : une transaction par module, donc jamais un module à moitié.
 * Un chargement interrompu se reprend par `--ecraser`.
 */
export async function loadDemo({ db, urlProprietaire, log, ...commande }: Chargement): Promise<{ lignes: number }> {
  await verifyVide(db);
  log?.(
    `Fabrication du département fictif (${commande.profil}, échelle ${commande.echelle}, graine ${commande.graine})`,
  );
  let lignes = 0;
  for (const { module, lots } of buildDepartement(commande)) {
    const nombre = lots.reduce((somme, lot) => somme + lot.lignes.length, 0);
    log?.(`Écriture : ${module} (${nombre.toLocaleString('fr-FR')} lignes)`);
    await asSystem(db, `Démonstration : ${module}`, async ({ tx }) => {
      for (const lot of lots) await writeRows(tx, lot.table, lot.lignes);
    });
    lignes += nombre;
  }
  // Les tables qu'il lit viennent d'être remplies : sans statistiques, il prendrait dix fois plus.
  await updateStatistics(urlProprietaire);
  log?.('Une année de présences dans les crèches');
  lignes += await asSystem(db, 'Démonstration : présences', ({ tx }) => writePresences(tx, commande));
  // Sans statistiques, la base croit ses tables vides et le calcul prend trente fois plus.
  await updateStatistics(urlProprietaire);
  log?.('Les journées des crèches, au quart d’heure');
  await updateJourneesMarquees((fn) => asSystem(db, 'Démonstration : journées des crèches', fn));
  log?.('Les heures des crèches');
  lignes += await writeHeures(db);
  log?.('La recette que des travaux font perdre');
  lignes += await writePertes(db);
  log?.('Calcul de ce qui est dû à chaque enfant et sur chaque information');
  await updateToutes({ enSysteme: (fn) => asSystem(db, 'Démonstration : échéances', fn) });
  await updateStatistics(urlProprietaire);
  return { lignes };
}

/** Chaque responsable de territoire estime la perte de ses dossiers : elle seule voit l'argent de ses crèches. */
async function writePertes(db: Database): Promise<number> {
  const { rows } = await asSystem(db, 'Démonstration : qui tient les crèches', ({ tx }) =>
    sql<{ agentId: string }>`
      select distinct f.agent_id from organisation.affectation f join organisation.poste p on p.id = f.poste_id
      where p.profil = 'responsable-territoire-petite-enfance' and f.periode @> acces.aujourdhui() order by 1`.execute(
      tx,
    ),
  );
  let ecrites = 0;
  for (const { agentId } of rows) ecrites += await asAgent(db, { agentId }, writePertesManquantes);
  return ecrites;
}

/** Ce que la base porte déjà : rien, une démonstration, ou un vrai département. */
export function readEtatDemo(db: Database): Promise<{ demo: boolean; vide: boolean }> {
  return asSystem(db, 'Démonstration : la base est-elle vide ?', ({ tx }) => readEtat(tx));
}

/** Une base qui porte déjà un département, vrai ou fictif, ne se remplit pas par-dessus. */
async function verifyVide(db: Database): Promise<void> {
  const { demo, vide } = await readEtatDemo(db);
  if (vide) return;
  throw new ErreurExploitation(
    demo
      ? 'Cette base contient déjà une démonstration. Ajoutez --ecraser pour la remplacer.'
      : 'Cette base contient déjà un département : la démonstration ne se charge que dans une base vide.',
  );
}

async function readEtat(tx: Transaction): Promise<{ demo: boolean; vide: boolean }> {
  const { rows } = await sql<{ demo: boolean; vide: boolean }>`
    select coalesce((select i.demo from organisation.installation i), false) as demo,
      not exists (select 1 from organisation.installation) and not exists (select 1 from organisation.agent) as vide`.execute(
    tx,
  );
  return rows[0] ?? { demo: false, vide: false };
}
