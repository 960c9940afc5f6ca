/** Les documents Word de ce module. */
import { ACCUSE_RECEPTION } from './accuse-reception.ts';
import { PARENTS_EVALUATION } from './parents-evaluation.ts';
import { PARENTS_SUITES } from './parents-suites.ts';
import { RAPPORT_EVALUATION } from './rapport-trame.ts';
import { SAISINE } from './saisine-trame.ts';
import { SOURCE_SUITES } from './source-suites.ts';
import { TRANSFERT } from './transfert.ts';

export const trames = [
  ACCUSE_RECEPTION,
  PARENTS_EVALUATION,
  PARENTS_SUITES,
  RAPPORT_EVALUATION,
  SAISINE,
  SOURCE_SUITES,
  TRANSFERT,
];
