import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { JourCivil } from '#shared/jour-civil.ts';

/**
 * Vrai si personne ne répond de l'enfant ce jour : ni référent, ni évaluateur, ni équipe d'un service (une AEMO est exercée
 * par un service habilité). Le territoire seul n'en répond pas. La même définition sert au compte et à la liste qu'il ouvre.
 */
export function isSansSuivi(enfantId: RawBuilder<unknown>, jour: JourCivil): RawBuilder<SqlBool> {
  return sql<SqlBool>`not exists (
    select 1 from enfants.mission m where m.enfant_id = ${enfantId} and m.periode @> ${jour}::date
      and (m.nature in ('referent', 'evaluation') or (m.nature = 'equipe' and m.unite_id is not null)))`;
}
