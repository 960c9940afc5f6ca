import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { StatutCode } from '#modules/enfants/index.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { type AccordInscrit, listDecisionsEnVigueur, type MesureInscrite } from '../mesure-inscrite.ts';
import type { FaitsDeDecision } from '../rules/decision.ts';
import { listMesuresDe } from './mesure-inscrite.server.ts';

type Enfant = { naissance: JourCivil | null; naissanceExacte: boolean; statut: StatutCode | null };

/** Ce que la règle lit pour dire si cette décision peut s'inscrire : l'enfant, l'accord, ce que la mesure et les autres couvrent. */
export async function getFaitsDeDecision(
  contexte: Contexte,
  mesure: MesureInscrite,
  { le, remplacees }: { le: JourCivil; remplacees: readonly string[] },
): Promise<FaitsDeDecision> {
  const { rows } = await sql<Enfant>`
    select p.date_naissance as naissance, p.naissance_precision = 'exacte' as naissance_exacte,
      (select s.code from enfants.statut s where s.enfant_id = p.id and s.periode @> ${le}::date) as statut
    from enfants.personne p where p.id = ${mesure.enfantId}`.execute(contexte.tx);
  const enfant = rows[0] ?? { naissance: null, naissanceExacte: false, statut: null };
  const decisions = listDecisionsEnVigueur(mesure);
  const toutes = await listMesuresDe(contexte, mesure.enfantId);
  return {
    ...enfant,
    anniversaire29Fevrier: await getParametre(contexte.tx, 'age.anniversaire-29-fevrier', contexte.aujourdhui),
    ...getAccord(mesure.accords),
    demandee: true,
    precedente: getPrecedente(decisions),
    renouvellements: decisions.filter(({ nature }) => nature === 'renouvellement' || nature === 'prorogation').length,
    autres: toutes.flatMap(({ id, code, periode }) =>
      periode === null || id === mesure.id || remplacees.includes(id) ? [] : [{ code, ...periode }],
    ),
  };
}

/** La dernière réponse vaut : un accord après un refus, un retrait après un accord. */
function getAccord(accords: readonly AccordInscrit[]): Pick<FaitsDeDecision, 'accord' | 'accordRetire'> {
  const dernier = accords.at(-1);
  return {
    accord: dernier?.nature === 'accord' ? dernier.forme : null,
    accordRetire: dernier !== undefined && dernier.nature !== 'accord',
  };
}

/** Une modification sans fin ne déplace pas celle d'avant. */
function getPrecedente(decisions: ReturnType<typeof listDecisionsEnVigueur>): FaitsDeDecision['precedente'] {
  const derniere = decisions.findLast(
    ({ nature, au }) => nature !== 'mainlevee' && nature !== 'refus' && (nature !== 'modification' || au !== null),
  );
  return derniere?.du ? { du: derniere.du, au: derniere.au } : null;
}
