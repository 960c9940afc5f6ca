import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { buildBornes } from '#database/lecture.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { closePeriode, closeTenues, updateVersion, verifyOrdre } from '#server/version.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, formatDaterange, type Periode } from '#shared/periode.ts';
import { type Delegation, DelegationFermeture, DelegationSaisie } from '../delegation.ts';
import { canRecordDelegation } from '../droits.ts';
import { CGCT_L3221_3 } from '../rules/textes.ts';
import { findDelegation } from './delegations.server.ts';

/** Un arrêté, plusieurs actes : une ligne par acte, pour que chacun puisse finir seul. */
export const recordDelegation = defineCommand({
  name: 'organisation.delegation.enregistrer',
  titre: 'Enregistrer une délégation de signature',
  saisie: DelegationSaisie,
  can: canRecordDelegation,
  contraintes: {
    delegation_une_fois:
      'Cet agent a déjà délégation pour un de ces actes, dans cette unité, sur une partie de ces jours.',
    delegation_unite_id_fkey: { phrase: 'Cette unité n’existe pas.', champ: 'uniteId' },
  },
  run: async ({ tx }, { actes, du, au, ...champs }) => {
    const presence = await findPresence(tx, champs.agentId);
    if (!presence) throw new Refus('Cet agent n’existe pas.', [], 'agentId');
    if (!containsJour(presence, du)) {
      throw new Refus(
        'La délégation ne peut aller qu’à un agent des services du département, ce jour-là.',
        [CGCT_L3221_3],
        'agentId',
      );
    }
    const periode = formatDaterange({ du, au });
    const lignes = actes.map((acte) => ({ id: createIdentifiant(), acte, ...champs, periode }));
    await tx.insertInto('organisation.delegation').values(lignes).execute();
    const detail = { actes, agentId: champs.agentId, uniteId: champs.uniteId, du, au, arrete: champs.arreteNumero };
    return { resultat: lignes.map(({ id }) => id), trace: { objetId: champs.agentId, detail } };
  },
});

export const closeDelegation = defineCommand({
  name: 'organisation.delegation.terminer',
  titre: 'Mettre fin à une délégation de signature',
  saisie: DelegationFermeture,
  load: ({ tx, aujourdhui }, { id }) => loadDelegation(tx, id, aujourdhui),
  can: canRecordDelegation,
  run: async ({ tx, aujourdhui }, { id, version, au }, avant) => {
    verifyOrdre(avant.du, au);
    const changement = tx.updateTable('organisation.delegation').set({ periode: closePeriode(au) });
    await updateVersion(changement, { id, version }, async () => {
      const { au: fin } = await loadDelegation(tx, id, aujourdhui);
      return { 'Dernier jour': fin ? formatJour(fin, 'court') : '' };
    });
    return { resultat: id, trace: { objetId: id, detail: { au, acte: avant.acte, agentId: avant.agentId } } };
  },
});

/** Un agent est parti : ses délégations s'arrêtent avec lui. Rend combien. */
export function closeDelegationsDe(tx: Transaction, agentId: string, au: JourCivil): Promise<number> {
  return closeTenues(tx, 'organisation.delegation', { agentId, au });
}

/** Quand l'agent est au département. */
async function findPresence(tx: Transaction, agentId: string): Promise<Periode | undefined> {
  const { rows } = await sql<Periode>`
    select ${buildBornes('a.periode')} from organisation.agent a where a.id = ${agentId}`.execute(tx);
  return rows[0];
}

async function loadDelegation(tx: Transaction, id: string, jour: JourCivil): Promise<Delegation> {
  const delegation = await findDelegation(tx, id, jour);
  if (!delegation) throw new Introuvable('Absente, ou hors de vos missions.');
  return delegation;
}
