/** Chercher les fiches en double : un travail, demandé par la base dès qu'une personne est écrite. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { Travail } from '#server/jobs/travail.ts';
import { LIBELLE_RAISON } from '../doublon.ts';
import type { NaissancePrecision } from '../personne.ts';

export const TRAVAUX: readonly Travail[] = [
  {
    nom: 'personnes.doublons.chercher',
    titre: 'Chercher les fiches en double',
    heure: { heures: 2, minutes: 40 },
    run: async ({ enSysteme }) => `${await enSysteme(({ tx }) => updateDoublons(tx))} paires`,
  },
];

/** Ce qui donne une date à un chiffre près. */
const ETABLIES: NaissancePrecision[] = ['exacte', 'judiciaire'];
const RAISONS = Object.keys(LIBELLE_RAISON);

/**
 * Refait toutes les paires ; rend combien. Même naissance : noms et prénoms proches à l'écriture, inversés, ou l'un est le nom
 * d'usage de l'autre. Même nom : jour et mois inversés, ou un seul chiffre d'écart entre deux naissances établies (une date
 * déclarée ou estimée s'écarte d'un chiffre sans être une faute). Des jumeaux ont des prénoms différents.
 */
export async function updateDoublons(tx: Transaction): Promise<number> {
  await sql`delete from enfants.doublon`.execute(tx);
  const { numAffectedRows } = await sql`
    with fiches as materialized (
      select p.id, p.tri, p.recherche, p.date_naissance, p.naissance_precision, acces.normalise(p.nom) as nom,
        acces.normalise(p.prenom) as prenom, acces.normalise(p.nom_usage) as usage
      from enfants.personne p where p.fusionnee_dans is null and p.date_naissance is not null),
    memes as (
      select a.id as a_id, b.id as b_id, a.tri, case
          when a.tri = b.tri then 'identique'
          when a.nom = b.prenom and a.prenom = b.nom then 'inversion'
          when a.prenom = b.prenom and (a.nom = b.usage or a.usage = b.nom) then 'usage'
          when similarity(a.prenom, b.prenom) >= 0.4 and similarity(a.nom, b.nom) >= 0.4 then 'proche' end as raison
      from fiches a join fiches b
        on b.date_naissance = a.date_naissance and b.id > a.id and similarity(a.recherche, b.recherche) >= 0.3),
    ecarts as (
      select a.id as a_id, b.id as b_id, a.tri,
        case when to_char(a.date_naissance, 'YYYY-DD-MM') = b.date_naissance::text then 'jour-mois' else 'chiffre' end as raison
      from fiches a join fiches b on b.tri = a.tri and b.id > a.id and b.date_naissance <> a.date_naissance
      where to_char(a.date_naissance, 'YYYY-DD-MM') = b.date_naissance::text
        or (a.naissance_precision = any (${ETABLIES}::text[]) and b.naissance_precision = any (${ETABLIES}::text[])
          and (select count(*) from generate_series(1, 10) i where substr(a.date_naissance::text, i, 1) <> substr(b.date_naissance::text, i, 1)) = 1))
    insert into enfants.doublon (personne_id, autre_id, raison, rang)
    select x.a_id, x.b_id, x.raison, row_number() over (order by array_position(${RAISONS}::text[], x.raison), x.tri, x.a_id, x.b_id)
    from (select * from memes where raison is not null union all select * from ecarts) x`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
