import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { recordDemande } from '#server/jobs/demande.ts';
import { canRecordRelance } from '../droits.ts';
import { RelanceSaisie } from '../travail.ts';
import { findTravail } from './queries.server.ts';

export const recordRelance = defineCommand({
  name: 'travaux.travail.relancer',
  titre: 'Relancer un travail de fond',
  saisie: RelanceSaisie,
  load: loadTravail,
  can: canRecordRelance,
  run: async ({ tx, agent }, { travail }, { attendu }) => {
    if (attendu) throw new Refus('Ce travail est déjà demandé : il attend son tour.', [], 'travail');
    await recordDemande(tx, { travail }, agent.id);
    return { resultat: travail, trace: { detail: { travail } } };
  },
});

async function loadTravail({ tx }: Contexte, { travail }: { travail: string }) {
  const trouve = await findTravail(tx, travail);
  if (!trouve) throw new Introuvable('Absent, ou hors de vos missions.');
  return trouve;
}
