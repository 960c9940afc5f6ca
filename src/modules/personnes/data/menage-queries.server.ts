import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
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

/** Les foyers où vit ou a vécu la personne : adresses successives, et qui y vit aujourd'hui. */
export async function listFoyers({ tx, aujourdhui }: Contexte, personneId: string): Promise<FoyerDuDossier[]> {
  type EnBase<T extends Periode> = Omit<T, 'du' | 'au'> & { periode: string };
  type Brute = EnBase<Omit<FoyerDuDossier, 'adresses' | 'membres'> & Periode> & {
    adresses: EnBase<FoyerDuDossier['adresses'][number]>[];
    membres: EnBase<FoyerDuDossier['membres'][number]>[];
  };
  const { rows } = await sql<Brute>`
    select m.id as membre_id, g.id as menage_id, g.libelle, m.residence, m.periode,
      (select coalesce(jsonb_agg(jsonb_build_object('voie', a.voie, 'complement', a.complement, 'codePostal', a.code_postal, 'communeNom', coalesce(a.commune_nom, c.nom), 'periode', a.periode) order by lower(a.periode)), '[]')
         from enfants.adresse a left join organisation.commune c on c.code = a.commune_code where a.menage_id = g.id) as adresses,
      (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'personneId', p.id, 'nom', p.prenom || ' ' || p.nom, 'estEnfant', e.id is not null, 'periode', x.periode) order by p.date_naissance, p.id), '[]')
         from enfants.menage_membre x join enfants.personne p on p.id = x.personne_id left join enfants.enfant e on e.id = p.id
         where x.menage_id = g.id and x.periode @> ${aujourdhui}::date and p.id <> ${personneId}) as membres
    from enfants.menage_membre m join enfants.menage g on g.id = m.menage_id
    where m.personne_id = ${personneId} order by lower(m.periode)`.execute(tx);
  return rows.map(({ adresses, membres, ...foyer }) => ({
    ...withPeriode(foyer),
    adresses: adresses.map(withPeriode),
    membres: membres.map(withPeriode),
  }));
}
