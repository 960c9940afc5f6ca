import { type SqlBool, sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { parseJourCivil } from '#shared/jour-civil-saisie.ts';
import type { LienQualite } from '../lien.ts';
import { isNumero } from '../numero-de-dossier.ts';
import type { Identite } from '../personne.ts';

/** Ce qu'on a compris d'une recherche tapée : des mots, une date ou une année de naissance, un numéro de dossier. */
export type RechercheLue = { mots: string[]; naissance: JourCivil | null; annee: number | null; numero: string | null };

export function parseRecherche(texte: string, anneeCourante: number): RechercheLue {
  const lue: RechercheLue = { mots: [], naissance: null, annee: null, numero: null };
  const entiere = parseJourCivil(texte, anneeCourante);
  if (entiere.ok) return { ...lue, naissance: entiere.jour };
  for (const mot of texte.trim().split(/\s+/).filter(Boolean)) {
    const date = parseJourCivil(mot, anneeCourante);
    if (isNumero(mot) && !date.ok) lue.numero = mot;
    else if (date.ok) lue.naissance = date.jour;
    else if (/^(19|20)\d{2}$/.test(mot)) lue.annee = Number(mot);
    else lue.mots.push(mot);
  }
  return lue;
}

/** Identifiants visibles, du plus au moins probable. Une faute de frappe n'est tolérée que si rien ne répond exactement. */
export async function findIdsParRecherche(
  { tx, aujourdhui }: Contexte,
  texte: string,
  limite: number,
): Promise<string[]> {
  const { mots, naissance, annee, numero } = parseRecherche(texte, Number(aujourdhui.slice(0, 4)));
  const chercher = async (flou: boolean) => {
    const { rows } = await sql<{
      id: string;
    }>`select id from enfants.chercher(${mots}::text[], ${naissance}::date, ${annee}::integer, ${numero}, ${flou}, ${limite})`.execute(
      tx,
    );
    return rows.map(({ id }) => id);
  };
  const exacts = await chercher(false);
  return exacts.length > 0 || mots.length === 0 ? exacts : chercher(true);
}

export type PersonneTrouvee = Identite & {
  id: string;
  numero: string | null;
  closLe: JourCivil | null;
  autresNoms: string | null;
  /** Auprès de quels enfants, parmi ceux que l'agent voit. */
  liens: { enfantId: string; qualite: LienQualite; nom: string; prenom: string }[];
};

/** Enfants et personnes qui répondent, avec de quoi les reconnaître. */
export async function findParRecherche(contexte: Contexte, texte: string, limite = 20): Promise<PersonneTrouvee[]> {
  const ids = await findIdsParRecherche(contexte, texte, limite);
  if (ids.length === 0) return [];
  const lignes = await contexte.tx
    .selectFrom('enfants.personne as p')
    .leftJoin('enfants.enfant as e', 'e.id', 'p.id')
    .select([
      'p.id',
      'p.nom',
      'p.nomUsage',
      'p.prenom',
      'p.sexe',
      'p.dateNaissance',
      'p.naissancePrecision',
      'e.numero',
      'e.closLe',
    ])
    .select(
      sql<
        string | null
      >`(select string_agg(concat_ws(' ', n.nom, n.prenom), ', ') from enfants.autre_nom n where n.personne_id = p.id)`.as(
        'autresNoms',
      ),
    )
    .select(
      sql<
        PersonneTrouvee['liens']
      >`(select coalesce(jsonb_agg(jsonb_build_object('enfantId', x.id, 'qualite', l.qualite, 'nom', x.nom, 'prenom', x.prenom) order by x.date_naissance, x.id), '[]')
          from enfants.lien l join enfants.personne x on x.id = l.enfant_id where l.personne_id = p.id)`.as('liens'),
    )
    .where(sql<SqlBool>`p.id = any (${ids}::uuid[])`)
    .execute();
  const parId = new Map(lignes.map((ligne) => [ligne.id, ligne]));
  return ids.flatMap((id) => parId.get(id) ?? []) as PersonneTrouvee[];
}

/** Le dossier qui porte exactement ce numéro. */
export async function findIdParNumero({ tx }: Contexte, texte: string): Promise<string | undefined> {
  if (!isNumero(texte)) return undefined;
  const enfant = await tx
    .selectFrom('enfants.enfant')
    .select('id')
    .where('numero', '=', texte.trim())
    .executeTakeFirst();
  return enfant?.id;
}
