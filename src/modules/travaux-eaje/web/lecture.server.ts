import type { Contexte } from '#database/as-agent.ts';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { parseFiltre } from '#web/filtre.ts';
import { listDossiers } from '../data/dossiers-queries.server.ts';
import { TravauxFiltre } from '../dossier-travaux-filtre.ts';
import { buildVues, listLignes } from './dossiers-view.ts';

/** La liste du territoire, telle qu'elle se montre et s'exporte : mêmes filtres, même ordre. */
export async function loadTravaux({ tx, agent, aujourdhui }: Contexte, request: Request) {
  if (!canDo(agent, 'creches.suivre')) throw new Introuvable('Absent, ou hors de vos missions.');
  const { filtre } = parseFiltre(request, TravauxFiltre);
  const dossiers = await listDossiers(tx);
  const territoires = new Map(dossiers.map(({ territoireId, territoire }) => [territoireId ?? '', territoire ?? '']));
  return {
    filtre,
    jour: aujourdhui,
    vues: buildVues(dossiers, filtre, aujourdhui),
    territoires: [...territoires].filter(([id]) => id !== '').map(([id, nom]) => ({ id, nom })),
    lignes: listLignes(dossiers, filtre, aujourdhui),
  };
}
