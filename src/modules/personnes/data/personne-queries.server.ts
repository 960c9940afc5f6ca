import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Lues } from '#database/ensemble.ts';
import { Introuvable } from '#server/errors.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Periode, parseDaterange } from '#shared/periode.ts';
import type { LienQualite } from '../lien.ts';
import type { AutreNomNature, Identite } from '../personne.ts';

const IDENTITE = [
  'p.id',
  'p.nom',
  'p.nomUsage',
  'p.prenom',
  'p.sexe',
  'p.dateNaissance',
  'p.naissancePrecision',
] as const;

export type PersonneVue = Identite & {
  id: string;
  version: number;
  telephone: string | null;
  courriel: string | null;
  numero: string | null;
  autresPrenoms: string | null;
  lieuNaissance: string | null;
  dateDeces: JourCivil | null;
};

export async function findPersonne({ tx }: Contexte, id: string): Promise<PersonneVue | undefined> {
  const personne = await tx
    .selectFrom('enfants.personne as p')
    .leftJoin('enfants.enfant as e', 'e.id', 'p.id')
    .select([
      ...IDENTITE,
      'p.version',
      'p.autresPrenoms',
      'p.lieuNaissance',
      'p.dateDeces',
      'p.telephone',
      'p.courriel',
      'e.numero',
    ])
    .where('p.id', '=', id)
    .where('p.fusionneeDans', 'is', null)
    .executeTakeFirst();
  return personne as PersonneVue | undefined;
}

export async function getPersonne(contexte: Contexte, id: string): Promise<PersonneVue> {
  const personne = await findPersonne(contexte, id);
  if (!personne) throw new Introuvable('Absente, ou hors de vos missions.');
  return personne;
}

export type EnfantDe = Identite & Periode & { id: string; lienId: string; qualite: LienQualite };

/** Les enfants visibles auprès desquels cette personne compte ou a compté. */
export async function listEnfantsDe({ tx }: Contexte, personneId: string): Promise<EnfantDe[]> {
  const lignes = await tx
    .selectFrom('enfants.lien as l')
    .innerJoin('enfants.personne as p', 'p.id', 'l.enfantId')
    .select([...IDENTITE, 'l.id as lienId', 'l.qualite', 'l.periode'])
    .where('l.personneId', '=', personneId)
    .where('p.fusionneeDans', 'is', null)
    .orderBy('p.dateNaissance')
    .execute();
  return lignes.map(({ periode, ...ligne }) => ({
    ...(ligne as Omit<EnfantDe, 'du' | 'au'>),
    ...parseDaterange(periode),
  }));
}

/** La fiche qui a absorbé celle-ci, en suivant les fusions de fusions. */
export async function findFicheGardee({ tx }: Contexte, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ gardeeId: string }>`
    with recursive suite as (
      select f.gardee_id, 1 as rang from enfants.fusion f where f.absorbee_id = ${id} and f.annulee_le is null
      union all
      select f.gardee_id, s.rang + 1 from suite s join enfants.fusion f on f.absorbee_id = s.gardee_id and f.annulee_le is null where s.rang < 20
    ) select gardee_id from suite order by rang desc limit 1`.execute(tx);
  return rows[0]?.gardeeId;
}

export type AutreNom = { id: string; nature: AutreNomNature; nom: string; prenom: string | null };

export function buildAutresNoms({ tx }: Contexte, personneId: string) {
  return tx
    .selectFrom('enfants.autreNom')
    .select(['id', 'nature', 'nom', 'prenom'])
    .where('personneId', '=', personneId)
    .orderBy('id');
}
export function parseAutresNoms(lignes: Lues<typeof buildAutresNoms>): AutreNom[] {
  return lignes as AutreNom[];
}
export async function listAutresNoms(contexte: Contexte, personneId: string): Promise<AutreNom[]> {
  return parseAutresNoms(await buildAutresNoms(contexte, personneId).execute());
}
