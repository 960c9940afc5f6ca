import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';

/** Une rubrique telle qu'elle est écrite ; version 0 et texte vide tant que personne n'y a touché. */
export type RubriqueLue = {
  mineurId: string | null;
  code: string;
  texte: string;
  version: number;
  /** De quoi savoir, au retour, si l'on a touché au texte. */
  empreinte: string;
  par: string | null;
  /** Instant ISO. */
  le: string | null;
};

/** Le texte tel qu'il se garde : fins de ligne d'une seule façon, sans blanc à la fin. */
export function normaliseTexte(texte: string): string {
  return texte.replace(/\r\n?/g, '\n').trimEnd();
}

export function computeEmpreinte(texte: string): string {
  return createHash('sha256').update(normaliseTexte(texte)).digest('base64url').slice(0, 22);
}

/** Les rubriques écrites d'une évaluation ; d'un seul volet si `volet` est donné (`null` en est un : celui du foyer), d'une seule si `code` l'est. */
export async function listRubriquesEcrites(
  { tx }: Pick<Contexte, 'tx'>,
  informationId: string,
  volet?: string | null,
  code: string | null = null,
): Promise<RubriqueLue[]> {
  const { rows } = await sql<Omit<RubriqueLue, 'empreinte'>>`
    select b.mineur_id, b.code, b.texte, b.version, a.nom || ' ' || a.prenom as par, b.modifiee_le as le
    from ip.rubrique b left join organisation.agent a on a.id = b.modifiee_par
    where b.information_id = ${informationId} and ${volet === undefined ? sql`true` : sql`b.mineur_id is not distinct from ${volet}::uuid`}
      and (${code}::text is null or b.code = ${code})`.execute(tx);
  return rows.map((ligne) => ({ ...ligne, empreinte: computeEmpreinte(ligne.texte) }));
}
