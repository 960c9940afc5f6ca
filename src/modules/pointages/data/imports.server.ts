/** Les imports de badges : déposer, relancer, lire où ils en sont et ce qu'ils n'ont pas gardé. */
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Transaction } from '#database/connection.ts';
import { FichierIllisible } from '#documents/fichier-illisible.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { recordDemande } from '#server/jobs/demande.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { canImporterBadges } from '../droits.ts';
import { type EtatImport, type GenreEcart, ImportBadgesSaisie, ImportDesigne } from '../import-badges.ts';
import { readDebut } from './apercu-badges.server.ts';
import { getFormat } from './formats.server.ts';

export const TRAVAIL_IMPORT = 'pointages.import.faire';
const MORCEAU = 1024 * 1024;
const SILENCE_SECONDES = 60;

export const createImport = defineCommand({
  name: 'pointages.import.deposer',
  titre: 'Déposer un fichier de badges',
  saisie: ImportBadgesSaisie,
  can: canImporterBadges,
  run: async (contexte, { formatId, etablissementId, fichier }) => {
    const { tx, agent } = contexte;
    const format = await getFormat(tx, formatId).catch((erreur: unknown) => {
      throw erreur instanceof Introuvable ? new Refus('Ce format n’existe plus.', [], 'formatId') : erreur;
    });
    await readDebut(format, fichier).catch((erreur: unknown) => {
      throw erreur instanceof FichierIllisible ? new Refus(erreur.message, [], 'fichier') : erreur;
    });
    const id = createIdentifiant();
    const creche = etablissementId ?? format.etablissementId;
    await tx
      .insertInto('eaje.importBadges')
      .values({
        id,
        formatId,
        etablissementId: creche,
        fichierNom: fichier.name,
        octets: fichier.size,
        parId: agent.id,
      })
      .execute();
    for (let rang = 0; rang * MORCEAU < fichier.size; rang += 1) {
      const contenu = Buffer.from(await fichier.slice(rang * MORCEAU, (rang + 1) * MORCEAU).arrayBuffer());
      await tx.insertInto('eaje.importMorceau').values({ importId: id, rang, contenu }).execute();
    }
    await sendImport(contexte, id);
    return { resultat: id, trace: { objetId: id, detail: { octets: fichier.size } } };
  },
});

function sendImport({ tx, agent }: Contexte, importId: string): Promise<void> {
  return recordDemande(
    tx,
    { travail: TRAVAIL_IMPORT, cle: importId, donnees: { importId, agentId: agent.id } },
    agent.id,
  );
}

/** Ce que personne ne lit plus depuis une minute se reprend d'un geste, sans attendre que la file s'en aperçoive. */
export const recordRelance = defineCommand({
  name: 'pointages.import.relancer',
  titre: 'Reprendre un import de badges arrêté',
  saisie: ImportDesigne,
  load: ({ tx }: Contexte, { id }) => getImport(tx, id),
  can: canImporterBadges,
  run: async (contexte, { id }, { isArrete }) => {
    if (!isArrete) throw new Refus('Cet import n’est pas arrêté.', [], '');
    await sendImport(contexte, id);
    return { resultat: id, trace: { objetId: id } };
  },
});

export type ImportBadges = {
  id: string;
  fichierNom: string;
  format: string;
  formatId: string;
  creche: string | null;
  etat: EtatImport;
  motif: string | null;
  octets: number;
  octetsLus: number;
  jours: number;
  joursFaits: number;
  lignes: number;
  presences: number;
  completees: number;
  dejaInscrites: number;
  refusees: number;
  douteuses: number;
  creeLe: string;
  /** Personne n'y travaille depuis un moment. */
  isArrete: boolean;
};

const IMPORT = sql`
  select i.id, i.fichier_nom, i.format_id, f.nom as format, u.nom as creche, i.etat, i.motif, i.octets, i.octets_lus, i.jours, i.jours_faits,
    i.lignes, i.presences, i.completees, i.deja_inscrites, i.douteuses, i.cree_le,
    case when i.etat = 'FAIT' then i.refusees
      else (select count(*)::int from eaje.import_ecart e where e.import_id = i.id and e.genre = 'REFUS') end as refusees,
    i.etat not in ('FAIT', 'ILLISIBLE') and coalesce(i.vu_le, i.cree_le) < clock_timestamp() - make_interval(secs => ${SILENCE_SECONDES}) as is_arrete
  from eaje.import_badges i join eaje.format_badge f on f.id = i.format_id
  left join eaje.etablissement e on e.id = i.etablissement_id left join organisation.unite u on u.id = e.unite_id`;

export async function getImport(tx: Transaction, id: string): Promise<ImportBadges> {
  const { rows } = await sql<ImportBadges>`${IMPORT} where i.id = ${id}`.execute(tx);
  if (!rows[0]) throw new Introuvable('Absent, ou hors de vos missions.');
  return rows[0];
}

const IMPORTS_MONTRES = 30;

export async function listImports(tx: Transaction): Promise<ImportBadges[]> {
  const { rows } = await sql<ImportBadges>`${IMPORT} order by i.cree_le desc, i.id limit ${IMPORTS_MONTRES}`.execute(
    tx,
  );
  return rows;
}

export type EcartBadges = { numero: number; genre: GenreEcart; brut: string; raison: string };

export async function listEcarts(
  tx: Transaction,
  id: string,
  options: { genre: GenreEcart | null; limite: number; debut: number },
): Promise<{ lignes: EcartBadges[]; comptes: Record<GenreEcart, number> }> {
  const { rows: lignes } = await sql<EcartBadges>`
    select numero, genre, brut, raison from eaje.import_ecart
    where import_id = ${id} and (${options.genre}::text is null or genre = ${options.genre}) order by numero limit ${options.limite} offset ${options.debut}`.execute(
    tx,
  );
  const { rows: comptes } = await sql<{ genre: GenreEcart; n: number }>`
    select genre, count(*)::int as n from eaje.import_ecart where import_id = ${id} group by genre`.execute(tx);
  return { lignes, comptes: { REFUS: 0, DOUTE: 0, ...Object.fromEntries(comptes.map(({ genre, n }) => [genre, n])) } };
}
