/** Le tour du matin, en une transaction : interrompu, il n'a rien dit ; refait, il ne dit rien de plus. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { getDepartement, getParametre } from '#modules/organisation/index.server.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { getZoneFeriee } from '#shared/jours-feries.ts';
import type { CourrielEcrit, NatureCourriel } from '../courriel.ts';
import { isPremierDeLaSemaine, isTravaille } from '../rules/jours.ts';
import type { Cadre } from '../rules/resume.ts';
import { recordEscalades } from './escalade.server.ts';
import { listMatins } from './matin.server.ts';
import { listSemaines } from './semaine.server.ts';

export type Tournee = { bilan: string; courriels: number };

export async function recordTournee(tx: Transaction, cadre: Cadre): Promise<Tournee> {
  const { aujourdhui } = cadre;
  const jours = await getParametre(tx, 'alertes.jours', aujourdhui);
  const zone = getZoneFeriee((await getDepartement({ tx })).code);
  if (!isTravaille(aujourdhui, jours, zone)) return { bilan: 'Jour non travaillé : rien à dire', courriels: 0 };
  if (!(await startTournee(tx, aujourdhui))) return { bilan: 'Déjà fait ce jour', courriels: 0 };
  const escalades = await recordEscalades(tx, cadre);
  const matins = await listMatins(tx, cadre);
  const semaines = isPremierDeLaSemaine(aujourdhui, jours, zone) ? await listSemaines(tx, cadre) : [];
  const ecrits =
    (await insertCourriels(tx, 'escalade', escalades.courriels, aujourdhui)) +
    (await insertCourriels(tx, 'matin', matins, aujourdhui)) +
    (await insertCourriels(tx, 'semaine', semaines, aujourdhui));
  const bilan = `${escalades.nombre} escalades, ${matins.length} résumés du matin, ${semaines.length} de la semaine`;
  return { bilan, courriels: ecrits };
}

/** Deux instances au même instant : la seconde attend la première, puis n'a plus rien à faire. */
async function startTournee(tx: Transaction, jour: JourCivil): Promise<boolean> {
  const { numAffectedRows } =
    await sql`insert into alertes.tournee (jour) values (${jour}::date) on conflict do nothing`.execute(tx);
  return numAffectedRows === 1n;
}

/** Qui n'a pas d'adresse n'a pas de courriel : il lit les mêmes choses dans Marelle. */
async function insertCourriels(
  tx: Transaction,
  nature: NatureCourriel,
  courriels: readonly CourrielEcrit[],
  jour: JourCivil,
): Promise<number> {
  const lignes = courriels.map(({ agentId, ...reste }) => ({ ...reste, id: createIdentifiant(), agent_id: agentId }));
  const { numAffectedRows } = await sql`
    insert into alertes.courriel (id, agent_id, nature, jour, objet, corps)
    select v.id, v.agent_id, ${nature}, ${jour}::date, v.objet, v.corps
    from jsonb_to_recordset(${JSON.stringify(lignes)}::jsonb) as v (id uuid, agent_id uuid, objet text, corps text)
    join organisation.agent a on a.id = v.agent_id and a.courriel is not null
    on conflict on constraint courriel_une_fois do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
