import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import { canDo } from '#shared/agent-en-session.ts';
import type { EcheanceDue } from '#shared/echeance.ts';
import { Identifiant } from '#shared/identifiant.ts';
import { evaluateRevueDue, formatMois, SEC_003 } from '../rules/revue.ts';

type MoisARevoir = { mois: string; nombre: number; premier: string };

/** Les revues d'ouvertures en urgence qui restent à faire, un mois par ligne, pour qui les fait. */
export async function listRevuesDues({ tx, agent, aujourdhui }: Contexte): Promise<EcheanceDue[]> {
  if (!canDo(agent, 'acces.revoir')) return [];
  const { rows } = await sql<MoisARevoir>`
    select to_char(b.ouvert_le at time zone 'Europe/Paris', 'YYYY-MM') as mois, count(*)::integer as nombre, min(b.id::text) as premier
    from enfants.bris_de_glace b where b.revue is null and b.agent_id <> ${agent.id} group by 1 order by 1`.execute(tx);
  if (rows.length === 0) return [];
  const quantieme = await getParametre(tx, 'acces.revue-mensuelle-jour', aujourdhui);
  return rows.map((ligne) => buildDue(ligne, quantieme));
}

function buildDue({ mois, nombre, premier }: MoisARevoir, quantieme: number): EcheanceDue {
  const href = `/bris-de-glace/revue?mois=${mois}`;
  const { pour, etapes } = evaluateRevueDue(mois, quantieme);
  return {
    regle: 'SEC-003',
    objet: { module: 'enfants', type: 'bris-de-glace', id: Identifiant.parse(premier) },
    enfantId: null,
    libelle: `Revoir ${nombre} ouverture${nombre > 1 ? 's' : ''} en urgence`,
    pour,
    instant: null,
    gravite: 'normale',
    attenteDe: null,
    faiteLe: null,
    etapes,
    textes: [SEC_003],
    qui: { nom: formatMois(mois), href, detail: 'bris de glace' },
    acte: { titre: 'Faire la revue', href },
  };
}
