import {
  type ActeEssaye,
  describeDroits,
  withOrganisation,
} from '#modules/organisation/testing/organisation-en-base.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { canRecordDelegation } from '../droits.ts';

const base = withBase();
const o = withOrganisation(base);
const periode = '[2030-01-01,)';
const ACTES: ActeEssaye[] = [
  {
    nom: 'donner une délégation de signature',
    can: ({ agent }) => canRecordDelegation(agent),
    ecrit: ({ tx, agent }) =>
      tx
        .insertInto('organisation.delegation')
        .values({
          id: createIdentifiant(),
          agentId: agent.id,
          acte: 'budget.engager',
          uniteId: o.unites.nord,
          periode,
          arreteNumero: '1',
          arreteLe: jourCivil('2029-12-01'),
        })
        .execute(),
    permis: ['directeur', 'administrateur'],
  },
];

describeDroits(o, ACTES);
