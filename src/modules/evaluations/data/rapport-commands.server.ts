import { sql } from 'kysely';
import type { Contexte } from '#database/as-agent.ts';
import { recordTransition } from '#modules/informations-preoccupantes/index.server.ts';
import { defineCommand } from '#server/define-command.ts';
import { Conflit, verifyVerdict } from '#server/errors.ts';
import { canEvaluer } from '../droits.ts';
import { LIBELLE_CONCLUSION, LIBELLE_PROPOSITION } from '../evaluation.ts';
import { RaisonsSaisie } from '../evaluation-saisie.ts';
import { ConclusionSaisie, RemiseSaisie } from '../rapport-saisie.ts';
import { evaluateRemise } from '../rules/remise.ts';
import { lockEtat, lockInformation, openRapport, verifyEnEvaluation, verifyMineurs } from './cible.server.ts';
import { type FaitsLus, getFaits } from './evaluation-queries.server.ts';

type ChampsDuRapport = Partial<{
  conclusion: string | null;
  proposition: string | null;
  argumentaire: string | null;
  evaluationImpossible: boolean;
  sansDomicileMotif: string | null;
}>;

/** Change le rapport s'il est encore celui que l'on a lu ; sinon montre ce qu'un autre y a mis. */
async function updateRapport(
  contexte: Contexte,
  { informationId, version }: { informationId: string; version: number },
  champs: ChampsDuRapport,
): Promise<void> {
  await openRapport(contexte, informationId);
  const { numUpdatedRows } = await contexte.tx
    .updateTable('ip.rapport')
    .set({ ...champs, version: sql<number>`version + 1` })
    .where('informationId', '=', informationId)
    .where('version', '=', version)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) return;
  const { rapport } = await getFaits(contexte, informationId);
  throw new Conflit('Le rapport a changé pendant que vous écriviez.', formatActuel(rapport));
}

function formatActuel({ conclusion, proposition, argumentaire, sansDomicileMotif }: FaitsLus['rapport']) {
  return {
    Conclusion: conclusion === null ? '' : LIBELLE_CONCLUSION[conclusion],
    Proposition: proposition === null ? '' : LIBELLE_PROPOSITION[proposition],
    Argumentaire: argumentaire ?? '',
    'Pourquoi pas de rencontre au domicile': sansDomicileMotif ?? '',
  };
}

/** Pourquoi une rencontre n'a pas pu se faire comme le texte le veut (IP-017, IP-018, IP-019). */
export const updateRaisons = defineCommand({
  name: 'evaluations.raisons.enregistrer',
  titre: 'Dire pourquoi une rencontre n’a pas eu lieu',
  saisie: RaisonsSaisie,
  load: lockInformation,
  can: canEvaluer,
  run: async (contexte, { informationId, version, sansDomicileMotif, ...parMineur }, cible) => {
    verifyEnEvaluation(cible);
    const mineurs = [...new Set(Object.values(parMineur).flatMap((dits) => Object.keys(dits)))];
    verifyMineurs(cible, mineurs);
    await updateRapport(contexte, { informationId, version }, { sansDomicileMotif });
    for (const mineurId of mineurs as (keyof typeof parMineur.nonSeul)[]) {
      const volet = {
        nonSeul: parMineur.nonSeul[mineurId] ?? null,
        nonSeulMotif: parMineur.nonSeulMotif[mineurId] ?? null,
        impossibleMotif: parMineur.impossibleMotif[mineurId] ?? null,
        modifiePar: contexte.agent.id,
      };
      await contexte.tx
        .insertInto('ip.volet')
        .values({ mineurId, informationId, ...volet })
        .onConflict((conflit) => conflit.column('mineurId').doUpdateSet(volet))
        .execute();
    }
    return { resultat: cible.id, trace: { objetId: cible.id, detail: { mineurs } } };
  },
});

/** La conclusion commune et la proposition (IP-020) : un projet, tant que le rapport n'est pas remis. */
export const updateConclusion = defineCommand({
  name: 'evaluations.conclusion.enregistrer',
  titre: 'Écrire la conclusion et la proposition',
  saisie: ConclusionSaisie,
  load: lockInformation,
  can: canEvaluer,
  run: async (contexte, { informationId, version, ...champs }, cible) => {
    verifyEnEvaluation(cible);
    await updateRapport(contexte, { informationId, version }, champs);
    const { conclusion, proposition } = champs;
    return { resultat: cible.id, trace: { objetId: cible.id, detail: { conclusion, proposition } } };
  },
});

/** L'équipe remet son rapport : rien de ce que les textes demandent ne manque. Il peut aller aussitôt à la validation. */
export const recordRemise = defineCommand({
  name: 'evaluations.remettre',
  titre: 'Remettre le rapport',
  saisie: RemiseSaisie,
  load: lockEtat,
  can: canEvaluer,
  run: async (contexte, { soumettre }, cible) => {
    const { tx, agent, aujourdhui } = contexte;
    if (cible.etat === 'en-evaluation') verifyVerdict(evaluateRemise(await getFaits(contexte, cible.id)));
    const etat = await recordTransition(contexte, cible, 'remettre-rapport', {
      champs: { rapportRemisLe: aujourdhui },
    });
    await tx
      .updateTable('ip.rapport')
      .set({ remisLe: aujourdhui, remisPar: agent.id, version: sql<number>`version + 1` })
      .where('informationId', '=', cible.id)
      .execute();
    if (soumettre)
      await recordTransition(contexte, { ...cible, etat, version: cible.version + 1 }, 'soumettre-validation');
    return { resultat: cible.id, trace: { objetId: cible.id, detail: { soumis: soumettre } } };
  },
});
