/** Les documents Word de ce module. */
import { ACCORD } from './accord.ts';
import { ARRETE } from './arrete.ts';
import { NOTIFICATION } from './notification.ts';

export const trames = [ACCORD, ARRETE, NOTIFICATION];
