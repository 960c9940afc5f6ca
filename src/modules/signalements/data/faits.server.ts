import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { getFaits } from '#modules/evaluations/index.server.ts';
import { type FaitsEvaluation, listImpossibles } from '#modules/evaluations/index.ts';
import { getInformationCible, type InformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { FaitsDeSaisine } from '../rules/saisine.ts';
import type { Signalement } from '../signalement.ts';

type Agent = { nom: string; prenom: string } | null;
type SignalementLu = Omit<Signalement, 'signataire' | 'creePar'> & { signePar: Agent; creePar: Agent };

export type FaitsDuSignalement = FaitsDeSaisine & { rapport: RapportLu; signalements: readonly Signalement[] };
type RapportLu = FaitsEvaluation['rapport'] & { valideLe: Signalement['valideLe'] };
export type InformationSignalee = { cible: InformationCible; faits: FaitsDuSignalement };

/** Une information, ce que son évaluation en dit et ses signalements ; introuvable si la base ne la montre pas. */
export async function getInformationSignalee(contexte: Contexte, id: string): Promise<InformationSignalee> {
  const cible = await getInformationCible(contexte, id);
  const evaluation = await getFaits(contexte, id);
  const impossibles = new Set(listImpossibles(evaluation).map(({ id: mineurId }) => mineurId));
  return {
    cible,
    faits: {
      rapport: evaluation.rapport,
      mineurs: evaluation.mineurs.map(({ id: mineurId }) => ({ rencontreImpossible: impossibles.has(mineurId) })),
      signalements: await listSignalementsDe(contexte, id),
    },
  };
}

/** Les signalements d'une information, du plus ancien au plus récent. */
export async function listSignalementsDe({ tx }: Contexte, informationId: string): Promise<Signalement[]> {
  const { rows } = await sql<SignalementLu>`
    select s.id, s.etat, s.urgent, s.autorite, s.motif, s.actions_menees, s.demandes, s.argumentaire, s.moyen, s.valide_le,
      s.arrete_numero, s.envoye_a, s.accuse_le, s.relance_le, s.suites_le, s.suites, s.suites_nature, s.motif_abandon, s.dit_le,
      s.cree_le, s.version, ${buildAgent('a')} as signe_par, ${buildAgent('c')} as cree_par
    from ip.signalement s
      left join organisation.agent a on a.id = s.signataire_id
      left join organisation.agent c on c.id = s.cree_par
    where s.information_id = ${informationId} order by s.cree_le, s.id`.execute(tx);
  return rows.map(({ signePar, creePar, ...signalement }) => ({
    ...signalement,
    signataire: formatAgent(signePar),
    creePar: formatAgent(creePar),
  }));
}

function buildAgent(alias: string) {
  return sql.raw(
    `case when ${alias}.id is not null then jsonb_build_object('nom', ${alias}.nom, 'prenom', ${alias}.prenom) end`,
  );
}

function formatAgent(agent: Agent): string | null {
  return agent && formatNom(agent.nom, agent.prenom);
}
