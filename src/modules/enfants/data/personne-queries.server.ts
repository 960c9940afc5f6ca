import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type Periode, parseDaterange } from '#shared/periode.ts';
import type { LienQualite } from '../lien.ts';
import type { Identite } from '../personne.ts';

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
    .select([...IDENTITE, 'p.autresPrenoms', 'p.lieuNaissance', 'p.dateDeces', 'p.telephone', 'p.courriel', 'e.numero'])
    .where('p.id', '=', id)
    .executeTakeFirst();
  return personne as PersonneVue | undefined;
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
