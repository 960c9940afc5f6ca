import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import { parseFiltre } from '#web/filtre.ts';
import { BudgetFiltre, type VueBudget } from '../budget-filtre.ts';
import { listExercices, listLignesDeLExercice } from '../data/lignes-queries.server.ts';
import { loadReglages } from '../data/reglages.server.ts';
import { canListBudget } from '../droits.ts';
import type { Alerte } from '../rules/atterrissage.ts';
import { getExercice } from '../rules/exercice.ts';
import { buildGroupes } from '../rules/territoire.ts';
import { compareGroupes } from './budget-view.ts';

const ALERTE_DE_VUE: Readonly<Record<VueBudget, Alerte | null>> = {
  toutes: null,
  depassement: 'DEPASSEMENT',
  'sous-consommation': 'SOUS_CONSOMMATION',
};

/** Le budget du territoire, tel qu'il se montre et s'exporte : mêmes filtres, même ordre ; une requête pour toutes les lignes. */
export async function loadBudget(contexte: Contexte, request: Request) {
  const { tx, agent, aujourdhui } = contexte;
  if (!canListBudget(agent)) throw new Introuvable('Absent, ou hors de vos missions.');
  const { filtre, brut } = parseFiltre(request, BudgetFiltre);
  const exercice = filtre.exercice ?? getExercice(aujourdhui);
  const { seuils } = await loadReglages(contexte);
  const tous = buildGroupes(await listLignesDeLExercice(tx, exercice), aujourdhui, seuils);
  const choisis = tous.filter(
    ({ territoireId, nature }) =>
      (filtre.territoire === null || territoireId === filtre.territoire) &&
      (filtre.nature === null || nature === filtre.nature),
  );
  const deVue = (vue: VueBudget) => choisis.filter(({ alerte }) => vue === 'toutes' || alerte === ALERTE_DE_VUE[vue]);
  const territoires = new Map(tous.map(({ territoireId, territoire }) => [territoireId ?? '', territoire]));
  return {
    filtre,
    brut,
    exercice,
    seuils,
    exercices: await listExercicesOuverts(contexte, null),
    territoires: [...territoires].filter(([id]) => id !== '').map(([id, nom]) => ({ id, nom })),
    nombres: {
      toutes: choisis.length,
      depassement: deVue('depassement').length,
      'sous-consommation': deVue('sous-consommation').length,
    },
    lignes: deVue(filtre.vue).toSorted(compareGroupes(filtre)),
  };
}

/** Les exercices qui ont des lignes, et celui du jour. */
export async function listExercicesOuverts(
  { tx, aujourdhui }: Contexte,
  etablissementId: string | null,
): Promise<number[]> {
  const connus = await listExercices(tx, etablissementId);
  return [...new Set([getExercice(aujourdhui), ...connus])].sort((a, b) => b - a);
}
