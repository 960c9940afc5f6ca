/** Inscrire une décision sur une mesure tenue : ce qu'en dit la règle, ce à quoi elle met fin, l'état qui suit. */
import type { Insertable } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import type { DB } from '#database/types.generated.ts';
import { verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { addJours, type JourCivil } from '#shared/jour-civil.ts';
import type { EtatMesure } from '../etat-mesure.ts';
import type { NatureDecision } from '../faits.ts';
import type { Decideur } from '../mesure.ts';
import type { Reference } from '../mesure-saisie.ts';
import { evaluateDecision } from '../rules/decision.ts';
import type { ActeMesure } from '../rules/transitions.ts';
import { getFaitsDeDecision } from './decision-faits.server.ts';
import { closeMesure } from './execution-commands.server.ts';
import { getEtatSuivant, loadSuivies, lockMesures, type Suivie, updateEtat } from './mesure-acte.server.ts';

export type DecisionEcrite = Omit<
  Insertable<DB['mesures.decision']>,
  'id' | 'mesureId' | 'lotId' | 'nature' | 'le' | 'du' | 'au'
> & {
  nature: NatureDecision;
  le: JourCivil;
  du: JourCivil;
  au: JourCivil | null;
  decideur?: Decideur | null;
};

export async function writeDecision(
  { tx }: Contexte,
  { mesure }: Suivie,
  decision: Omit<Insertable<DB['mesures.decision']>, 'id' | 'mesureId'>,
): Promise<void> {
  await tx
    .insertInto('mesures.decision')
    .values({ id: createIdentifiant(), mesureId: mesure.id, ...decision })
    .execute();
}

function getActe({ mesure }: Suivie, nature: NatureDecision): ActeMesure {
  if (nature === 'modification') return 'modifier';
  if (nature !== 'initiale') return 'renouveler';
  return mesure.origine === 'judiciaire' ? 'recevoir' : 'decider';
}

/** Inscrit une décision qui couvre des jours ; rend les avertissements de la règle, que le journal garde et que la personne lit. */
export async function recordDecisionSur(
  contexte: Contexte,
  suivie: Suivie,
  { lotId, ...decision }: DecisionEcrite & { lotId: string },
  remplacees: readonly string[],
): Promise<string[]> {
  const { mesure } = suivie;
  const etat: EtatMesure = getEtatSuivant(suivie, getActe(suivie, decision.nature));
  const { nature, le: decideeLe, du, au, decideur = null } = decision;
  const faits = await getFaitsDeDecision(contexte, mesure, { le: decideeLe, remplacees });
  const verdict = evaluateDecision({ code: mesure.code, nature, decideeLe, du, au, decideur }, faits);
  const avertissements = verifyVerdict(verdict, 'decision');
  await writeDecision(contexte, suivie, { lotId, ...decision });
  await updateEtat(contexte, suivie, etat);
  return avertissements.map(({ motif }) => motif);
}

/** Met fin, la veille, à ce que la décision remplace. */
export async function closeRemplacees(
  contexte: Contexte,
  references: readonly Reference[],
  du: JourCivil,
): Promise<Suivie[]> {
  if (references.length === 0) return [];
  const suivies = await loadSuivies(contexte, references);
  await lockMesures(contexte, suivies, references);
  for (const suivie of suivies)
    await closeMesure(contexte, suivie, { le: addJours(du, -1), motif: 'CHANGEMENT_MESURE', precision: null });
  return suivies;
}
