import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { type FaitsLus, getFaits } from '#modules/evaluations/index.server.ts';
import { listImpossibles } from '#modules/evaluations/index.ts';
import { getInformationCible, type InformationCible } from '#modules/informations-preoccupantes/index.server.ts';
import { listSignalementsDe } from '#modules/signalements/index.server.ts';
import { formatNom } from '#shared/nom-propre.ts';
import type { Decision } from '../decision.ts';
import type { Dite, FaitsSuites } from '../rules/faits.ts';

export type InformationSuivie = { cible: InformationCible; faits: FaitsSuites };

type Agent = { nom: string; prenom: string } | null;
type Lue = Pick<FaitsSuites, 'attribueeLe' | 'evaluationDebuteeLe' | 'decideeLe' | 'mesures'> & {
  decision: (Omit<Decision, 'signataire'> & { par: Agent }) | null;
  dites: (Omit<Dite, 'par'> & { par: Agent })[];
};

const AGENT = (alias: string) =>
  sql.raw(
    `case when ${alias}.id is not null then jsonb_build_object('nom', ${alias}.nom, 'prenom', ${alias}.prenom) end`,
  );

/** Une information, son évaluation et tout ce qui la suit ; introuvable si la base ne la montre pas. */
export async function getInformationSuivie(contexte: Contexte, id: string): Promise<InformationSuivie> {
  const cible = await getInformationCible(contexte, id);
  const { rows } = await sql<Lue>`
    select i.attribuee_le, i.evaluation_debutee_le, i.decidee_le,
      (select jsonb_build_object('decision', d.decision, 'motif', d.motif, 'motifEcart', d.motif_ecart, 'decideeLe', d.decidee_le,
          'signataireId', d.signataire_id, 'arreteNumero', d.arrete_numero, 'par', ${AGENT('a')})
        from ip.decision d left join organisation.agent a on a.id = d.signataire_id where d.information_id = i.id) as decision,
      coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'mineurId', e.mineur_id, 'nature', e.nature, 'accord', e.accord,
          'accordLe', e.accord_le, 'version', e.version) order by e.nature, m.rang)
        from ip.mesure_envisagee e join ip.mineur m on m.id = e.mineur_id where e.information_id = i.id), '[]') as mesures,
      coalesce((select jsonb_agg(jsonb_build_object('id', d.id, 'objet', d.objet, 'aQui', d.a_qui, 'precisionQui', d.precision_qui,
          'signalementId', d.signalement_id, 'le', d.le, 'forme', d.forme, 'dispenseMotif', d.dispense_motif, 'par', ${AGENT('a')})
          order by d.le, d.id)
        from ip.information_donnee d left join organisation.agent a on a.id = d.par_id where d.information_id = i.id), '[]') as dites
    from ip.information i where i.id = ${id}`.execute(contexte.tx);
  const [ligne] = rows;
  if (!ligne) throw new Error('L’information lue a disparu dans la même transaction');
  const evaluation = await getFaits(contexte, id);
  return {
    cible,
    faits: { ...buildFaits(cible, evaluation, ligne), signalements: await listSignalementsDe(contexte, id) },
  };
}

function buildFaits(
  cible: InformationCible,
  evaluation: FaitsLus,
  { decision, dites, ...lue }: Lue,
): Omit<FaitsSuites, 'signalements'> {
  const { etat, categorieSource, recueLe, transmiseLe, suitesDemandeesLe } = cible;
  const impossibles = new Set(listImpossibles(evaluation).map(({ id }) => id));
  return {
    ...lue,
    ...{ etat, categorieSource, recueLe, transmiseLe, suitesDemandeesLe },
    rapport: evaluation.rapport,
    mineurs: evaluation.mineurs.map(({ id, nom }) => ({
      id,
      nom,
      evalue: evaluation.rubriques.some(({ mineurId }) => mineurId === id),
      rencontreImpossible: impossibles.has(id),
    })),
    decision: decision && buildDecision(decision),
    dites: dites.map(({ par, ...dite }) => ({ ...dite, par: formatAgent(par) })),
  };
}

function buildDecision({ par, ...decision }: NonNullable<Lue['decision']>): Decision {
  return { ...decision, signataire: formatAgent(par) ?? '' };
}

function formatAgent(agent: Agent): string | null {
  return agent && formatNom(agent.nom, agent.prenom);
}
