/** Le résumé du matin : pour chacun, ce qui est en retard, ce qui est pour aujourd'hui, ce qui est né depuis le dernier envoyé. */
import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import type { CourrielEcrit } from '../courriel.ts';
import type { Matin } from '../preference.ts';
import { type Cadre, type Due, formatMatin, type Section } from '../rules/resume.ts';
import { buildDues, buildOffices, DUE } from './dues.server.ts';

type Part = 'retard' | 'jour' | 'nouveau';
type LigneDuMatin = { agentId: string; matin: Matin; part: Part; total: number; critiques: number; dues: Due[] };

const MONTREES = 20;
const SECTIONS: readonly [Part, Pick<Section, 'titre' | 'mots'>][] = [
  ['retard', { titre: 'En retard', mots: ['en retard', 'en retard'] }],
  ['jour', { titre: 'Aujourd’hui', mots: ['pour aujourd’hui', 'pour aujourd’hui'] }],
  ['nouveau', { titre: 'Nouvelles depuis le dernier résumé', mots: ['nouvelle', 'nouvelles'] }],
];

/** Un courriel par agent qui a une adresse et quelque chose à savoir. */
export async function listMatins(tx: Transaction, cadre: Cadre): Promise<CourrielEcrit[]> {
  const parAgent = Map.groupBy(await readMatins(tx, cadre), ({ agentId }) => agentId);
  return [...parAgent].flatMap(([agentId, lignes]) =>
    isAttendu(lignes) ? [{ agentId, ...formatMatin(buildSections(lignes), cadre) }] : [],
  );
}

/** Le minimum ne se refuse pas : un retard critique est toujours dit. */
function isAttendu(lignes: readonly LigneDuMatin[]): boolean {
  if (lignes[0]?.matin !== 'nouveautes') return true;
  return lignes.some(({ part, critiques }) => part !== 'retard' || critiques > 0);
}

function buildSections(lignes: readonly LigneDuMatin[]): Section[] {
  return SECTIONS.map(([part, section]) => {
    const ligne = lignes.find((candidate) => candidate.part === part);
    return { ...section, total: ligne?.total ?? 0, dues: ligne?.dues ?? [] };
  });
}

async function readMatins(tx: Transaction, { aujourdhui }: Cadre): Promise<LigneDuMatin[]> {
  const { rows } = await sql<LigneDuMatin>`
    with ${buildOffices(aujourdhui)},
    lecteurs as materialized (
      select a.id, coalesce(r.matin, 'chaque-jour') as matin, coalesce(
        (select max(c.ecrit_le) from alertes.courriel c where c.agent_id = a.id and c.nature = 'matin' and c.etat = 'envoye'),
        (select max(t.faite_le) from alertes.tournee t where t.jour < ${aujourdhui}::date), now() - interval '1 day') as depuis
      from actifs a left join alertes.preference r on r.agent_id = a.id where a.courriel is not null
    ), ${buildDues(
      sql`(x.pour <= ${aujourdhui}::date or x.apparue_le > (select min(l.depuis) from lecteurs l))`,
      aujourdhui,
    )},
    rangees as materialized (
      select x.*, l.matin, part, row_number() over (partition by x.pour_agent_id, part order by x.gravite <> 'critique', x.pour, x.id) as rang
      from dues x join lecteurs l on l.id = x.pour_agent_id
      cross join lateral (select case when x.pour < ${aujourdhui}::date then 'retard' when x.pour = ${aujourdhui}::date then 'jour' else 'nouveau' end) p (part)
      where (x.pour <= ${aujourdhui}::date or x.apparue_le > l.depuis)
        and (l.matin <> 'critiques' or (x.gravite = 'critique' and x.pour < ${aujourdhui}::date))
    )
    select x.pour_agent_id as agent_id, x.matin, x.part, count(*)::integer as total,
      (count(*) filter (where x.gravite = 'critique'))::integer as critiques,
      jsonb_agg(${DUE} order by x.rang) filter (where x.rang <= ${MONTREES}::integer) as dues
    from rangees x group by x.pour_agent_id, x.matin, x.part order by x.pour_agent_id`.execute(tx);
  return rows;
}
