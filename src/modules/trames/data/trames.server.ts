import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import type { TrameVersion } from '../trame.ts';

type Lecture = Pick<Contexte, 'tx'>;
const COLONNES = sql`t.nature, t.version, t.fichier_nom, octet_length(t.contenu) as octets, t.motif,
  a.prenom || ' ' || a.nom as par, t.cree_le::text as cree_le`;

/** La version en usage de chaque document dont le département a changé la trame, par clé. */
export async function listTramesEnUsage({ tx }: Lecture): Promise<Map<string, TrameVersion>> {
  const { rows } = await sql<TrameVersion & { nature: string }>`
    select distinct on (t.nature) ${COLONNES} from trames.trame t join organisation.agent a on a.id = t.par_id
    order by t.nature, t.version desc`.execute(tx);
  return new Map(rows.map(({ nature, ...trame }) => [nature, trame]));
}

/** L'histoire d'une trame, de la plus récente à la plus ancienne. */
export async function listVersions({ tx }: Lecture, cle: string): Promise<TrameVersion[]> {
  const { rows } = await sql<TrameVersion>`
    select ${COLONNES} from trames.trame t join organisation.agent a on a.id = t.par_id
    where t.nature = ${cle} order by t.version desc`.execute(tx);
  return rows;
}

/** Le fichier en usage ; indéfini si c'est celui de Marelle. */
export async function findContenuEnUsage({ tx }: Lecture, cle: string): Promise<Buffer | undefined> {
  const ligne = await tx
    .selectFrom('trames.trame')
    .select('contenu')
    .where('nature', '=', cle)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return ligne?.contenu ?? undefined;
}

/** Le fichier d'une version passée. Absent si ce jour-là on revenait à celui de Marelle. */
export async function getContenu({ tx }: Lecture, cle: string, version: number): Promise<Buffer> {
  const ligne = await tx
    .selectFrom('trames.trame')
    .select('contenu')
    .where('nature', '=', cle)
    .where('version', '=', version)
    .executeTakeFirst();
  if (!ligne?.contenu) throw new Introuvable('Cette version n’existe pas.');
  return ligne.contenu;
}
