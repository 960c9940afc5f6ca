import type { Contexte } from '#database/as-agent.ts';
import { getParametreDate } from '#modules/organisation/index.server.ts';
import type { BaremePsu } from '../bareme.ts';
import type { Exercice } from '../exercice.ts';
import type { MoisActivite } from '../mois-activite.ts';
import { type Bilan, computeBilan } from '../rules/bilan.ts';
import { computeScenarios } from '../rules/scenarios.ts';
import { type Creche, findBareme, listCreches, listExercices, listMois } from './activite.server.ts';

export type CrecheSuivie = Readonly<{
  creche: Creche;
  mois: readonly MoisActivite[];
  precedents: readonly MoisActivite[];
  exercice: Exercice | undefined;
  bilan: Bilan;
}>;

/** L'année des crèches que l'on finance, ou de celles-ci seulement : six requêtes en tout. */
export async function listBilans(
  { tx, aujourdhui }: Pick<Contexte, 'tx' | 'aujourdhui'>,
  annee: number,
  ids?: readonly string[],
): Promise<{ suivies: CrecheSuivie[]; bareme: BaremePsu | undefined }> {
  const creches = await listCreches(tx, annee, ids);
  const mois = Map.groupBy(await listMois(tx, annee, ids), (m) => m.etablissementId);
  const precedents = Map.groupBy(await listMois(tx, annee - 1, ids), (m) => m.etablissementId);
  const exercices = new Map((await listExercices(tx, annee, ids)).map((x) => [x.etablissementId, x]));
  const bareme = await findBareme(tx, annee);
  const partAdmise = await getParametreDate(tx, 'pointage.doutes-part');
  const suivies = creches.map((creche) => {
    const faits = {
      mois: mois.get(creche.id) ?? [],
      precedents: precedents.get(creche.id) ?? [],
      exercice: exercices.get(creche.id),
    };
    const { places, fournitTout, existence } = creche;
    return {
      creche,
      ...faits,
      bilan: computeBilan({
        ...faits,
        ...{ annee, aujourdhui, existence, places, fournitTout, bareme },
        findPartAdmise: (m) => partAdmise.at(m),
      }),
    };
  });
  return { suivies, bareme };
}

/** IND-04, a et b : ce que changerait un retour au seuil de facturation, sur l'année projetée. Zéro : la crèche y est déjà. */
export type EffetRetour = Readonly<{
  etablissementId: string;
  facturesConstantesCentimes: number;
  realiseesConstantesCentimes: number;
  /** OCC-06, sur l'année projetée. */
  resteAChargeCentimes: number | null;
  places: number;
}>;

/** Les crèches dont la prestation se calcule, et elles seules : une charge ou un barème non saisi ne vaut pas zéro. */
export async function listEffetsRetour(
  contexte: Pick<Contexte, 'tx' | 'aujourdhui'>,
  annee: number,
  ids: readonly string[],
): Promise<EffetRetour[]> {
  const { suivies, bareme } = await listBilans(contexte, annee, ids);
  return suivies.flatMap(({ creche, bilan }) => {
    const scenarios = computeScenarios(bareme, bilan.faitsPsu);
    if (!scenarios) return [];
    return [
      {
        etablissementId: creche.id,
        resteAChargeCentimes: bilan.resteAChargeCentimes,
        places: bilan.places,
        facturesConstantesCentimes: scenarios.facturesConstantes?.ecartCentimes ?? 0,
        realiseesConstantesCentimes: scenarios.realiseesConstantes?.ecartCentimes ?? 0,
      },
    ];
  });
}
