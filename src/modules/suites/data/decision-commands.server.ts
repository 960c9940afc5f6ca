import type { Contexte } from '#database/as-agent.ts';
import { verifySignature } from '#modules/delegations/index.server.ts';
import { recordTransition } from '#modules/informations-preoccupantes/index.server.ts';
import { createSaisine } from '#modules/signalements/index.server.ts';
import { isEnPreparation } from '#modules/signalements/index.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, SaisieInvalide, verifyVerdict } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { LIBELLE_DECISION } from '../decision.ts';
import { DecisionSaisie } from '../decision-saisie.ts';
import { canDecider } from '../droits.ts';
import { NATURES_ENVISAGEES } from '../mesure-envisagee.ts';
import { evaluateDecision } from '../rules/decision.ts';
import { getInformationSuivie, type InformationSuivie } from './faits.server.ts';

/** Décide des suites, et crée aussitôt ce que la décision entraîne. La seconde personne à décider reçoit la décision de la première. */
export const recordDecision = defineCommand({
  name: 'suites.decision.prendre',
  titre: 'Décider des suites d’une évaluation',
  saisie: DecisionSaisie,
  load: (contexte, { informationId }) => getInformationSuivie(contexte, informationId),
  can: (agent, { cible }) => canDecider(agent, cible),
  run: async (contexte, saisie, suivie) => {
    const { cible, faits } = suivie;
    const { decision, motif, motifEcart } = saisie;
    if (faits.decision) throw buildConflit(suivie);
    if (cible.version !== saisie.version)
      throw new Conflit(`L’information ${cible.numero} a changé pendant que vous décidiez : relisez-la.`);
    const { arreteNumero } = await verifySignature(contexte, 'ip.decider', cible.uniteId);
    verifyVerdict(evaluateDecision(saisie, faits), 'decision');
    await recordDecidee(contexte, cible, saisie, arreteNumero);
    if (decision === 'actions-adaptees') await createMesures(contexte, suivie, saisie);
    // S'il y a déjà un signalement qui n'est pas parti, c'est lui que la décision fait partir.
    if (decision === 'saisine' && !faits.signalements.some(isEnPreparation))
      await createSaisine(contexte, cible.id, saisie, faits);
    const proposition = faits.rapport.proposition;
    return {
      resultat: cible.id,
      trace: { objetId: cible.id, detail: { decision, proposition, motif, motifEcart, arreteNumero } },
    };
  },
});

/** Change d'état d'abord : la ligne ainsi tenue fait attendre qui décide au même instant, et il perd sans rien écrire. */
async function recordDecidee(
  contexte: Contexte,
  cible: InformationSuivie['cible'],
  { decision, motif, motifEcart }: DecisionSaisie,
  arreteNumero: string,
): Promise<void> {
  const { tx, agent, aujourdhui } = contexte;
  try {
    await recordTransition(contexte, cible, 'decider', {
      champs: { decideeLe: aujourdhui },
      motif,
      detail: { decision, arreteNumero },
    });
  } catch (erreur) {
    throw erreur instanceof Conflit ? buildConflit(await getInformationSuivie(contexte, cible.id), erreur) : erreur;
  }
  await tx
    .insertInto('ip.decision')
    .values({
      informationId: cible.id,
      decision,
      motif,
      motifEcart,
      decideeLe: aujourdhui,
      signataireId: agent.id,
      arreteNumero,
    })
    .execute();
}

function buildConflit({ cible, faits }: InformationSuivie, sinon?: Conflit): Conflit {
  const { decision } = faits;
  if (!decision) return sinon ?? new Conflit(`L’information ${cible.numero} a changé pendant que vous décidiez.`);
  return new Conflit(`${decision.signataire} a déjà décidé des suites de l’information ${cible.numero}.`, {
    Décision: LIBELLE_DECISION[decision.decision],
    Motif: decision.motif,
    'Décidée par': decision.signataire,
    Le: formatJour(decision.decideeLe, 'long'),
  });
}

async function createMesures(
  { tx, agent }: Contexte,
  { cible, faits }: InformationSuivie,
  { natures, mineurs }: DecisionSaisie,
): Promise<void> {
  const connus = new Set(faits.mineurs.map(({ id }) => id));
  if (mineurs.some((id) => !connus.has(id)))
    throw new SaisieInvalide({ mineurs: 'Un de ces mineurs n’est pas de cette information : rouvrez la page.' });
  const lignes = [...new Set(natures)].flatMap((nature) =>
    [...new Set(mineurs)].map((mineurId) => ({
      id: createIdentifiant(),
      informationId: cible.id,
      mineurId,
      nature,
      accord: NATURES_ENVISAGEES[nature].accord ? 'a-recueillir' : 'sans-objet',
      parId: agent.id,
    })),
  );
  await tx.insertInto('ip.mesureEnvisagee').values(lignes).execute();
}
