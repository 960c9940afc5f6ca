import { sql } from 'kysely';
import type { Transaction } from '#database/connection.ts';
import { defineCommand } from '#server/define-command.ts';
import { Introuvable, Refus } from '#server/errors.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { containsJour, formatDaterange } from '#shared/periode.ts';
import { type Delegation, DelegationFermeture, DelegationSaisie } from '../delegation.ts';
import { canRecordDelegation } from '../droits.ts';
import { CGCT_L3221_3 } from '../rules/textes.ts';
import { findAgent } from './agents.server.ts';
import { readDelegations } from './delegations.server.ts';
import { addVersion, closePeriode, verifyOrdre, verifyVersion } from './version.server.ts';

/** Un arrêté, plusieurs actes : une ligne par acte, pour que chacun puisse finir seul. */
export const recordDelegation = defineCommand({
  name: 'organisation.delegation.enregistrer',
  titre: 'Enregistrer une délégation de signature',
  saisie: DelegationSaisie,
  can: canRecordDelegation,
  contraintes: {
    delegation_une_fois:
      'Cet agent a déjà délégation pour un de ces actes, dans cette unité, sur une partie de ces jours.',
    delegation_unite_id_fkey: 'Cette unité n’existe pas.',
  },
  run: async ({ tx }, { actes, du, au, ...champs }) => {
    const agent = await findAgent(tx, champs.agentId);
    if (!agent) throw new Refus('Cet agent n’existe pas.', [], 'agentId');
    if (!containsJour(agent, du)) {
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
    const resultat = await tx
      .updateTable('organisation.delegation')
      .set({ periode: closePeriode(au), version: addVersion })
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    await verifyVersion(resultat, async () => {
      const { au: fin } = await loadDelegation(tx, id, aujourdhui);
      return { 'Dernier jour': fin ? formatJour(fin, 'court') : '' };
    });
    return { resultat: id, trace: { objetId: id, detail: { au, acte: avant.acte, agentId: avant.agentId } } };
  },
});

async function loadDelegation(tx: Transaction, id: string, jour: Delegation['du']): Promise<Delegation> {
  const [delegation] = await readDelegations(tx, jour, sql<boolean>`d.id = ${id}`);
  if (!delegation) throw new Introuvable('Absente, ou hors de vos missions.');
  return delegation;
}
