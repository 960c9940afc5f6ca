import type { Contexte } from '#database/as-agent.ts';
import { buildDocument } from '#modules/trames/index.server.ts';
import type { DossierMesure } from '../data/dossier.server.ts';
import type { NatureEcritMesure } from '../ecrit-mesure.ts';
import { ACCORD, buildAccord } from '../exports/accord.ts';
import { ARRETE, buildArrete } from '../exports/arrete.ts';
import { buildNotification, NOTIFICATION } from '../exports/notification.ts';

/** Le document Word de cet écrit, dans la trame du département. */
export function buildEcritMesureWord(
  contexte: Contexte,
  nature: NatureEcritMesure,
  dossier: DossierMesure,
): Promise<Buffer> {
  if (nature === 'accord') return buildDocument(contexte, ACCORD, buildAccord(dossier));
  if (nature === 'arrete') return buildDocument(contexte, ARRETE, buildArrete(dossier));
  return buildDocument(contexte, NOTIFICATION, buildNotification(dossier));
}
