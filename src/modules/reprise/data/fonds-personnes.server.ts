import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { isJourCivil, type JourCivil } from '#shared/jour-civil.ts';
import type { LigneDeBase } from '../imports/definition.ts';
import { AnnuairePersonnes, type PersonneConnue } from '../imports/identite.ts';
import type { FondsPersonnes } from '../imports/personnes.ts';
import { computeDateInversee } from '../rules/ressemblance.ts';

type Cherchee = { nom: string | null; prenom: string | null; dateNaissance: JourCivil | null };

/** Adultes et enfants que les lignes d'un lot pourraient être, en une requête. Jamais un dossier restreint. */
export async function loadFondsPersonnes(tx: Transaction, saisies: readonly Cherchee[]): Promise<FondsPersonnes> {
  const annuaire = new AnnuairePersonnes();
  for (const personne of await listPersonnesVoisines(tx, saisies)) annuaire.add(personne);
  return { annuaire };
}

/**
 * Les personnes nées l'un de ces jours (ou le jour et le mois inversés), et celles qui portent l'un de ces noms quand une
 * date manque d'un côté.
 */
export async function listPersonnesVoisines(
  tx: Transaction,
  cherchees: readonly Cherchee[],
): Promise<PersonneConnue[]> {
  const jours = cherchees.flatMap(({ dateNaissance }) =>
    dateNaissance ? [dateNaissance, computeDateInversee(dateNaissance)] : [],
  );
  const noms = cherchees.flatMap(({ nom, prenom }) => (nom && prenom ? [`${nom} ${prenom}`, `${prenom} ${nom}`] : []));
  const sansDate = cherchees.flatMap(({ nom, prenom, dateNaissance }) =>
    nom && prenom && dateNaissance === null ? [`${nom} ${prenom}`, `${prenom} ${nom}`] : [],
  );
  const { rows } = await sql<{ ligne: LigneDeBase; numero: string | null }>`
    with trouvee as (
      select p.id from enfants.personne p where p.date_naissance = any (${jours.filter(isJourCivil)}::date[])
      union
      select p.id from enfants.personne p
        where p.date_naissance is null and p.tri = any (select acces.normalise(n) from unnest(${noms}::text[]) n)
      union
      select p.id from enfants.personne p where p.tri = any (select acces.normalise(n) from unnest(${sansDate}::text[]) n)
    )
    select to_jsonb(p) as ligne, e.numero from trouvee t join enfants.personne p on p.id = t.id left join enfants.enfant e on e.id = p.id
    where p.fusionnee_dans is null and not coalesce(e.restreint, false)`.execute(tx);
  return rows.map(({ ligne, numero }) => buildPersonne(ligne, numero));
}

/** Une fiche se désigne par son numéro de dossier : l'import ne dit à personne le nom d'un enfant. */
export function buildPersonne(ligne: LigneDeBase, numero: string | null): PersonneConnue {
  const texte = (cle: string) => (typeof ligne[cle] === 'string' ? ligne[cle] : '');
  return {
    ligne,
    libelle: numero ? `Dossier ${numero}` : 'Une personne déjà connue',
    identite: {
      nom: texte('nom'),
      nomUsage: texte('nom_usage') || null,
      prenom: texte('prenom'),
      sexe: texte('sexe'),
      dateNaissance: (texte('date_naissance') || null) as JourCivil | null,
    },
  };
}
