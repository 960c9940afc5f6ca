import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { Lues } from '#database/ensemble.ts';
import { type Periode, parseDaterange } from '#shared/periode.ts';
import type { Residence } from '../menage.ts';

const withPeriode = <T extends { periode: string }>({ periode, ...ligne }: T): Omit<T, 'periode'> & Periode => ({
  ...ligne,
  ...parseDaterange(periode),
});

export type FoyerDuDossier = Periode & {
  membreId: string;
  menageId: string;
  libelle: string;
  residence: Residence;
  adresses: (Periode & {
    voie: string | null;
    complement: string | null;
    codePostal: string | null;
    communeNom: string | null;
  })[];
  membres: (Periode & { id: string; personneId: string; nom: string; estEnfant: boolean })[];
};

type EnBase<T extends Periode> = Omit<T, 'du' | 'au'> & { periode: string };
type Brute = EnBase<Omit<FoyerDuDossier, 'adresses' | 'membres'> & Periode> & {
  adresses: EnBase<FoyerDuDossier['adresses'][number]>[];
  membres: Omit<EnBase<FoyerDuDossier['membres'][number]>, 'estEnfant'>[];
  dossiers: string[];
};

/** Les foyers où vit ou a vécu la personne : adresses successives, et qui y vit aujourd'hui. */
export function buildFoyers(personneId: string) {
  return sql<Brute>`
    select f.*, array(select e.id from enfants.enfant e
      where e.id = any (array(select (x ->> 'personneId')::uuid from jsonb_array_elements(f.membres) x))) as dossiers
    from enfants.foyers_de(${personneId}) f order by lower(f.periode)`;
}
export function parseFoyers(lignes: Lues<typeof buildFoyers>): FoyerDuDossier[] {
  return lignes.map(({ adresses, membres, dossiers, ...foyer }) => ({
    ...withPeriode(foyer),
    adresses: adresses.map(withPeriode),
    membres: membres.map((membre) => ({ ...withPeriode(membre), estEnfant: dossiers.includes(membre.personneId) })),
  }));
}
export async function listFoyers({ tx }: Contexte, personneId: string): Promise<FoyerDuDossier[]> {
  const { rows } = await buildFoyers(personneId).execute(tx);
  return parseFoyers(rows);
}
