import { type CodeMesure, getMesure, type MesureDefinie } from '#modules/mesures/index.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { formatNumero, type Numero } from '../calendrier.ts';
import type { Tuile } from './echeancier.ts';
import type { Etape } from './parcours.ts';

/** Une mesure écrite : ce que les actes qui en dépendent ont besoin d'en savoir. */
export type MesurePosee = Etape & {
  id: string;
  definie: MesureDefinie;
  tuiles: readonly Tuile[];
  /** Le premier acte réel ; nul : elle attend. */
  debut: Numero | null;
};

export const isJudiciaire = ({ definie }: MesurePosee): boolean => definie.origine === 'judiciaire';
/** L'enfant vit ailleurs que chez lui. */
export const isAccueil = ({ code, definie }: MesurePosee): boolean => definie.confie || code === 'MERE_ENFANT';

export function getDefinie(code: CodeMesure, le: Numero): MesureDefinie {
  return getMesure(code, jourCivil(formatNumero(le)));
}
