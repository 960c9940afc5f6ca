import { beforeAll, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import {
  createOrganisationEssai,
  JOUR_ESSAI,
  type OrganisationEssai,
} from '#modules/organisation/testing/organisation-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { DelegationFiltre } from '../delegation.ts';
import { countDelegations, listDelegations } from './delegations.server.ts';

const base = withBase();
let o: OrganisationEssai;
const page = { page: 1, taille: 50 };
const lit = <T>(fn: (contexte: Contexte) => Promise<T>) => base.asAgent(o.agents.referentNord.agentId, fn);

beforeAll(async () => {
  o = await base.asSystem(async ({ tx }) => {
    const essai = await createOrganisationEssai(tx);
    const { unites, agents } = essai;
    await tx
      .insertInto('organisation.absence')
      .values({ id: createIdentifiant(), agentId: agents.cadreNord.agentId, periode: '[2026-11-20,2026-12-01)' })
      .execute();
    const delegation = {
      acte: 'ppe.signer',
      arreteNumero: '7',
      arreteLe: jourCivil('2025-12-01'),
      agentId: agents.cadreNord.agentId,
    };
    const periodes = {
      nord: '[2026-01-01,2027-01-01)',
      sud: '[2025-01-01,2026-01-01)',
      siteNord: '[2027-01-01,)',
      siteSud: '[2026-01-01,)',
    };
    for (const [unite, periode] of Object.entries(periodes)) {
      const uniteId = unites[unite as keyof typeof unites];
      await tx
        .insertInto('organisation.delegation')
        .values({ id: createIdentifiant(), ...delegation, uniteId, periode })
        .execute();
    }
    return essai;
  });
});

test('les délégations se comptent par état et finissent dans l’alerte soixante jours avant', async () => {
  const comptes = await lit((contexte) => countDelegations(contexte, JOUR_ESSAI));
  expect(comptes).toEqual({ 'en-vigueur': 2, 'bientot-finie': 1, 'a-venir': 1, finie: 1, toutes: 4 });
  const bientot = await lit((contexte) =>
    listDelegations(contexte, { filtre: DelegationFiltre.parse({ etat: 'bientot-finie' }), jour: JOUR_ESSAI }, page),
  );
  expect(bientot.lignes).toMatchObject([{ uniteNom: 'Territoire nord', au: '2026-12-31', agentAbsent: true }]);
});
