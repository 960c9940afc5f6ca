import type { Contexte } from '#database/as-agent.ts';
import { getParametre } from '#modules/organisation/index.server.ts';
import type { DebutsVises } from './attentes-view.ts';

/** Ce que le département vise entre la décision et le début réel. */
export async function getDebutsVises({ tx, aujourdhui }: Contexte): Promise<DebutsVises> {
  return {
    accueil: await getParametre(tx, 'mesure.debut-accueil-jours', aujourdhui),
    autre: await getParametre(tx, 'mesure.debut-jours', aujourdhui),
  };
}
