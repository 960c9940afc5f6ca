import { expect, test } from 'vitest';
import { recordDelegation } from '#modules/delegations/index.server.ts';
import { erreurDe, withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createPosteEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { withBase } from '#tests/support/base.ts';
import { closeAffectation, recordAffectation } from './affectations-commands.server.ts';
import { createAgent, recordDepart, updateAgent } from './agents-commands.server.ts';
import { closePoste, createPoste, updatePoste } from './postes-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);
const { agit } = o;

test('un agent s’inscrit, se corrige, prend un poste ; un poste n’a qu’un titulaire à la fois', async () => {
  const saisie = {
    matricule: 'M-1',
    nom: 'Lefèvre',
    prenom: 'Inès',
    courriel: '',
    metier: 'psychologue',
    du: '01/09/2026',
  };
  const id = await agit('administrateur', createAgent, saisie);
  await agit('administrateur', updateAgent, { ...saisie, id, version: '1', telephone: '03 22 00 00 00' });
  const doublon = await erreurDe(agit('administrateur', createAgent, saisie));
  expect(doublon.message).toBe('Ce matricule est déjà celui d’un autre agent.');
  const affectation = { agentId: id, posteId: o.agents.referentNord.posteId, nature: 'titulaire', du: '1/10/2026' };
  const occupe = await erreurDe(agit('administrateur', recordAffectation, affectation));
  expect(occupe.message).toContain('a déjà un titulaire');
  const tot = await erreurDe(agit('administrateur', recordAffectation, { ...affectation, du: '1/8/2026' }));
  expect(tot.message).toBe('L’agent est au département du 1er septembre 2026 : l’affectation doit y tenir.');
  await agit('administrateur', closeAffectation, {
    id: o.agents.referentNord.affectationId,
    version: '1',
    au: '30/09/2026',
  });
  await agit('administrateur', recordAffectation, affectation);
  await agit('administrateur', recordAffectation, {
    ...affectation,
    agentId: o.agents.referentNord.agentId,
    nature: 'remplacement',
    du: '1/11/2026',
  });
});

test('un poste se crée, ne dépend pas d’un poste qui dépend de lui, et ne ferme pas tant qu’il est tenu', async () => {
  const { cadreNord, referentSud } = o.agents;
  const saisie = {
    numero: 'P-900',
    intitule: 'Évaluateur',
    profil: 'evaluateur',
    metier: 'puericultrice',
    quotite: '80',
  };
  const id = await agit('administrateur', createPoste, { ...saisie, uniteId: o.unites.sud, du: '1/1/2026' });
  await agit('administrateur', closePoste, { id, version: '1', au: '31/12/2026' });
  const tenu = await erreurDe(
    agit('administrateur', closePoste, { id: referentSud.posteId, version: '1', au: '31/12/2026' }),
  );
  expect(tenu.message).toContain('Quelqu’un tient encore ce poste');
  const enfant = await base.asSystem(({ tx }) =>
    createPosteEssai(tx, { nom: 'x', profil: 'evaluateur', uniteId: o.unites.nord, responsableId: cadreNord.posteId }),
  );
  const boucle = {
    ...saisie,
    id: cadreNord.posteId,
    version: '1',
    numero: 'P-901',
    uniteId: o.unites.nord,
    responsableId: enfant,
  };
  expect((await erreurDe(agit('administrateur', updatePoste, boucle))).message).toContain('tournerait en rond');
});

test('un départ referme postes et délégations le même jour', async () => {
  const { cadreSud } = o.agents;
  const delegation = {
    agentId: cadreSud.agentId,
    actes: ['ppe.signer'],
    uniteId: o.unites.sud,
    arreteNumero: '9',
    arreteLe: '1/1/2026',
    du: '1/1/2026',
  };
  await agit('administrateur', recordDelegation, delegation);
  await agit('administrateur', recordDepart, { id: cadreSud.agentId, version: '1', au: '30/11/2026' });
  const fins = await base.executeSql<{ fin: string }>(
    `select (upper(periode) - 1)::text as fin from organisation.affectation where agent_id = $1
     union all select (upper(periode) - 1)::text from organisation.delegation where agent_id = $1`,
    [cadreSud.agentId],
  );
  expect(fins.map(({ fin }) => fin)).toEqual(['2026-11-30', '2026-11-30']);
});
