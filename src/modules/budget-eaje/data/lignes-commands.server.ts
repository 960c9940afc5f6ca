import { defineCommand } from '#server/define-command.ts';
import { Refus } from '#server/errors.ts';
import { listChamps, updateVersion } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { ArbitrageSaisie, CorrectionLigneSaisie, LigneSaisie } from '../budget-saisie.ts';
import { canArbitrerLigne, canVoterLigne } from '../droits.ts';
import type { LigneBudget } from '../ligne-budget.ts';
import { formatCentimes } from '../rules/atterrissage.ts';
import { getExercice } from '../rules/exercice.ts';
import { getCrecheDuBudget, getLigne } from './lignes-queries.server.ts';
import { verifyExerciceOuvert } from './reglages.server.ts';

const DEJA = {
  phrase: 'Cette crèche a déjà une ligne de ce libellé et de cette nature pour cet exercice.',
  champ: 'libelle',
};
const contraintes = { ligne_budget_etablissement_id_exercice_nature_libelle_key: DEJA };

export const recordLigne = defineCommand({
  name: 'budget-eaje.ligne.voter',
  titre: 'Inscrire une ligne budgétaire de crèche',
  saisie: LigneSaisie,
  load: ({ tx }, { etablissementId }) => getCrecheDuBudget(tx, etablissementId),
  can: canVoterLigne,
  contraintes,
  run: async (contexte, { budget: budgetCentimes, ...saisie }, { uniteId }) => {
    const exercice = getExercice(saisie.du);
    await verifyExerciceOuvert(contexte, exercice, 'du');
    const id = createIdentifiant();
    await contexte.tx
      .insertInto('eaje.ligneBudget')
      .values({ id, uniteId, exercice, budgetCentimes, ...saisie })
      .execute();
    const { etablissementId, nature } = saisie;
    return { resultat: id, trace: { objetId: id, detail: { etablissementId, nature, exercice, budgetCentimes } } };
  },
});

/** Libellé, imputation, qui la tient. Le budget, lui, ne change que par un arbitrage. */
export const updateLigne = defineCommand({
  name: 'budget-eaje.ligne.corriger',
  titre: 'Corriger une ligne budgétaire de crèche',
  saisie: CorrectionLigneSaisie,
  load: ({ tx }, { id }) => getLigne(tx, id),
  can: canArbitrerLigne,
  contraintes,
  run: async (contexte, { id, version, ...saisie }, ligne) => {
    await verifyExerciceOuvert(contexte, ligne.exercice);
    const { tx } = contexte;
    const changement = tx.updateTable('eaje.ligneBudget').set(saisie);
    await updateVersion(changement, { id, version }, async () => formatActuelle(await getLigne(tx, id)));
    return { resultat: id, trace: { objetId: id, detail: { champs: listChamps(ligne, saisie) } } };
  },
});

export const recordArbitrage = defineCommand({
  name: 'budget-eaje.ligne.arbitrer',
  titre: 'Arbitrer une ligne budgétaire de crèche',
  saisie: ArbitrageSaisie,
  load: ({ tx }, { id }) => getLigne(tx, id),
  can: canArbitrerLigne,
  run: async (contexte, { id, version, suite, budget, motif }, ligne) => {
    await verifyExerciceOuvert(contexte, ligne.exercice);
    const { tx, agent, aujourdhui } = contexte;
    const apresCentimes = suite === 'MODIFIER' ? budget : ligne.budgetCentimes;
    if (apresCentimes === null) throw new Refus('Indiquez le nouveau budget.', [], 'budget');
    if (suite === 'MODIFIER' && apresCentimes === ligne.budgetCentimes)
      throw new Refus(`Le budget est déjà de ${formatCentimes(apresCentimes)}.`, [], 'budget');
    const changement = tx.updateTable('eaje.ligneBudget').set({ budgetCentimes: apresCentimes });
    await updateVersion(changement, { id, version }, async () => formatActuelle(await getLigne(tx, id)));
    const { etablissementId, budgetCentimes: avantCentimes } = ligne;
    const arbitrage = { id: createIdentifiant(), ligneId: id, etablissementId, le: aujourdhui, par: agent.id };
    await tx
      .insertInto('eaje.arbitrageBudget')
      .values({ ...arbitrage, suite, motif, avantCentimes, apresCentimes })
      .execute();
    return { resultat: id, trace: { objetId: id, detail: { suite, avantCentimes, apresCentimes } } };
  },
});

function formatActuelle({ libelle, imputation, service, budgetCentimes }: LigneBudget): Record<string, string> {
  return {
    Libellé: libelle,
    Imputation: imputation ?? '',
    'Tenue par': service ?? 'La crèche',
    Budget: formatCentimes(budgetCentimes),
  };
}
