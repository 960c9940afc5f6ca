import type { Contexte } from '#database/as-agent.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatDaterange } from '#shared/periode.ts';
import { AbsenceSaisie } from '../absence.ts';
import { canRecordAbsence, type EquipeDe } from '../droits.ts';
import { findAgent, getEquipeDe } from './agents.server.ts';

/** L'absence se voit de tous ; son motif, écrit à part, de peu de monde. */
export const recordAbsence = defineCommand({
  name: 'organisation.absence.enregistrer',
  titre: 'Enregistrer une absence',
  saisie: AbsenceSaisie,
  load: loadEquipe,
  can: canRecordAbsence,
  contraintes: {
    absence_sans_chevauchement: {
      phrase: 'Cet agent a déjà une absence enregistrée sur une partie de ces jours.',
      champ: 'du',
    },
  },
  run: async ({ tx }, { agentId, du, au, motif, commentaire }) => {
    const id = createIdentifiant();
    await tx
      .insertInto('organisation.absence')
      .values({ id, agentId, periode: formatDaterange({ du, au }) })
      .execute();
    await tx.insertInto('organisation.absenceMotif').values({ absenceId: id, motif, commentaire }).execute();
    return { resultat: agentId, trace: { objetId: id, detail: { agentId, du, au } } };
  },
});

async function loadEquipe(contexte: Contexte, { agentId }: { agentId: string }): Promise<EquipeDe> {
  const agent = await findAgent(contexte.tx, agentId);
  if (!agent) throw new Introuvable('Absent, ou hors de vos missions.');
  return getEquipeDe(contexte, agentId);
}
