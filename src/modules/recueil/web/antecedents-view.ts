import { LIBELLE_ETAT, LIBELLE_LIEN } from '#modules/informations-preoccupantes/index.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import type { Antecedent } from '../data/antecedents.server.ts';
import type { AntecedentMontre } from './page-acte.tsx';

export function buildAntecedents(antecedents: readonly Antecedent[]): AntecedentMontre[] {
  return antecedents.map(({ id, numero, etat, recueLe, nature }) => ({
    id,
    numero,
    etat: LIBELLE_ETAT[etat],
    detail: `${LIBELLE_LIEN[nature]} · reçue le ${formatJour(recueLe, 'long')}`,
  }));
}
