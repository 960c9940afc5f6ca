import { expect, test } from 'vitest';
import { erreurDe, withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { evaluateSignatureAt, findDelegataires } from './delegations.server.ts';
import { closeDelegation, recordDelegation } from './delegations-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);
const { agit } = o;

test('une délégation vaut dans l’unité et ce qui en dépend, jusqu’à sa fin (CGCT L3221-3)', async () => {
  const { cadreNord, referentSud } = o.agents;
  const saisie = {
    agentId: cadreNord.agentId,
    actes: ['accueil.decider', 'ppe.signer'],
    uniteId: o.unites.nord,
    arreteNumero: '2026-44',
    arreteLe: '1/9/2026',
    du: '15/09/2026',
  };
  const [premiere] = await agit('directeur', recordDelegation, saisie);
  const signe = (agentId: string, uniteId: string, jour: string) =>
    base.asAgent(cadreNord.agentId, async (contexte) => {
      const verdict = await evaluateSignatureAt(contexte, {
        agentId,
        acte: 'accueil.decider',
        uniteId,
        jour: jourCivil(jour),
      });
      return verdict.issue;
    });
  expect(await signe(cadreNord.agentId, o.unites.siteNord, '2026-11-21')).toBe('accepte');
  expect(await signe(cadreNord.agentId, o.unites.siteSud, '2026-11-21')).toBe('refuse');
  expect(await signe(referentSud.agentId, o.unites.siteNord, '2026-11-21')).toBe('refuse');
  const encore = await erreurDe(agit('directeur', recordDelegation, { ...saisie, actes: ['ppe.signer'] }));
  expect(encore.message).toContain('a déjà délégation');
  await agit('directeur', closeDelegation, { id: premiere, version: '1', au: '20/11/2026' });
  expect(await signe(cadreNord.agentId, o.unites.siteNord, '2026-11-20')).toBe('accepte');
  expect(await signe(cadreNord.agentId, o.unites.siteNord, '2026-11-21')).toBe('refuse');
  const delegataires = await base.asAgent(cadreNord.agentId, (contexte) =>
    findDelegataires(contexte, { acte: 'ppe.signer', uniteId: o.unites.siteNord, jour: contexte.aujourdhui }),
  );
  expect(delegataires.map(({ agentNom }) => agentNom)).toEqual(['CADRE NORD Camille']);
});

test('un arrêté ne vaut pas avant sa date, et un acte seul suffit', async () => {
  const saisie = {
    agentId: o.agents.cadreSud.agentId,
    uniteId: o.unites.sud,
    arreteNumero: '1',
    arreteLe: '2/1/2026',
    du: '1/1/2026',
  };
  const erreur = await erreurDe(agit('directeur', recordDelegation, { ...saisie, actes: 'budget.engager' }));
  expect(erreur.erreurs).toEqual({ du: 'Une délégation ne vaut pas avant la date de son arrêté.' });
  const sansActe = await erreurDe(agit('directeur', recordDelegation, { ...saisie, du: '2/1/2026' }));
  expect(sansActe.erreurs).toEqual({ actes: 'Choisissez au moins un acte.' });
});
