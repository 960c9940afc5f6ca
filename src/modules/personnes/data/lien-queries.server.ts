import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Lues } from '#database/ensemble.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Periode, parseDaterange } from '#shared/periode.ts';
import type { Filiation, LienQualite } from '../lien.ts';
import type { Identite } from '../personne.ts';

export type LienDuDossier = Periode & {
  id: string;
  version: number;
  qualite: LienQualite;
  filiation: Filiation | null;
  commentaire: string | null;
  personneId: string;
  personne: Identite & { telephone: string | null; courriel: string | null; dateDeces: JourCivil | null };
  /** Vrai si la personne a elle-même un dossier que l'agent voit. */
  aDossier: boolean;
};

export function buildLiens({ tx }: Contexte, enfantId: string) {
  return tx
    .selectFrom('enfants.lien as l')
    .innerJoin('enfants.personne as p', 'p.id', 'l.personneId')
    .leftJoin('enfants.enfant as e', 'e.id', 'l.personneId')
    .select(['l.id', 'l.version', 'l.qualite', 'l.filiation', 'l.commentaire', 'l.periode', 'l.personneId'])
    .select([
      'p.nom',
      'p.nomUsage',
      'p.prenom',
      'p.sexe',
      'p.dateNaissance',
      'p.naissancePrecision',
      'p.telephone',
      'p.courriel',
      'p.dateDeces',
    ])
    .select(sql<boolean>`e.id is not null`.as('aDossier'))
    .where('l.enfantId', '=', enfantId)
    .orderBy('l.id');
}
export function parseLiens(lignes: Lues<typeof buildLiens>): LienDuDossier[] {
  return lignes.map(({ id, version, qualite, filiation, commentaire, periode, personneId, aDossier, ...personne }) => ({
    id,
    version,
    commentaire,
    personneId,
    aDossier,
    qualite: qualite as LienQualite,
    filiation: filiation as Filiation | null,
    personne: personne as LienDuDossier['personne'],
    ...parseDaterange(periode),
  }));
}
export async function listLiens(contexte: Contexte, enfantId: string): Promise<LienDuDossier[]> {
  return parseLiens(await buildLiens(contexte, enfantId).execute());
}
