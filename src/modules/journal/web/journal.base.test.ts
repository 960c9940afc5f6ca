import { RouterContextProvider } from 'react-router';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { recordTrace } from '#server/journal.ts';
import { agentContexte } from '#server/request-context.ts';
import { withBase } from '#tests/support/base.ts';
import { loader } from './journal.tsx';

const base = withBase();
const agents = { referent: '', cadre: '', lointain: '', directeur: '', delegue: '', neuf: '' };
const enfants = { sien: '', loin: '', protege: '' };

beforeAll(async () => {
  const { unites, addAgent } = await createDepartement(base.executeSql);
  agents.referent = await addAgent('referent-educatif', unites.nord1);
  agents.cadre = await addAgent('cadre-territorial-ase', unites.nord);
  agents.lointain = await addAgent('referent-educatif', unites.sud1);
  agents.directeur = await addAgent('directeur', unites.departement);
  agents.delegue = await addAgent('delegue-protection-donnees', unites.departement);
  agents.neuf = await addAgent('evaluateur', unites.sud2);
  enfants.sien = await anEnfant().surLeTerritoire(unites.nord1).suiviPar(agents.referent).insert(base.executeSql);
  enfants.loin = await anEnfant().suiviPar(agents.lointain).insert(base.executeSql);
  enfants.protege = await anEnfant().suiviPar(agents.referent).restreint().insert(base.executeSql);
  const { referent, cadre, lointain, directeur } = agents;
  const { sien, loin, protege } = enfants;
  for (const [agentId, acte, enfantId] of [
    [referent, 'enfants.dossier.consulter', sien],
    [referent, 'enfants.liste.exporter', null],
    [referent, 'enfants.dossier.modifier', loin],
    [cadre, 'enfants.dossier.consulter', sien],
    [cadre, 'organisation.poste.modifier', null],
    [lointain, 'enfants.dossier.consulter', loin],
    [directeur, 'enfants.restriction.enregistrer', protege],
  ] as const)
    await base.asAgent(agentId, ({ tx }) => recordTrace(tx, { acte, enfantId }));
});

/** Ce que la page montre à cet agent : qui, quoi, et le dossier s'il se nomme. */
function openJournal(agentId: string, recherche = '') {
  return base.asAgent(agentId, async (contexte) => {
    const context = new RouterContextProvider();
    context.set(agentContexte, contexte);
    const request = new Request(`http://localhost/journal${recherche}`);
    const args = { request, url: new URL(request.url), pattern: '/journal', params: {}, context };
    const { lignes } = await loader(args as unknown as Parameters<typeof loader>[0]);
    return lignes.map(({ acte, agentHref, enfant }) => ({ acte, agent: agentHref?.split('/').at(-1), enfant }));
  });
}

const showActes = async (agentId: string, recherche?: string) =>
  (await openJournal(agentId, recherche))
    .map(({ acte, agent }) => `${Object.entries(agents).find(([, id]) => id === agent)?.[0]} · ${acte}`)
    .toSorted();

describe('L’écran du journal, sans habilitation à le lire', () => {
  it('un agent y lit ses propres actes et ceux faits sur les enfants qu’il voit, et rien d’autre', async () => {
    expect(await showActes(agents.referent)).toEqual([
      'cadre · dossier : consultation',
      'referent · dossier : consultation',
      'referent · dossier : modification',
      'referent · liste : export',
    ]);
  });

  it('un acte ancien sur un enfant qu’il ne voit plus lui reste, sans dire de quel dossier', async () => {
    const modification = (await openJournal(agents.referent)).find(({ acte }) => acte === 'dossier : modification');
    expect(modification).toEqual({ acte: 'dossier : modification', agent: agents.referent, enfant: null });
  });

  it('chercher un agent, un enfant ou un sujet n’ouvre rien de plus', async () => {
    expect(await showActes(agents.referent, `?agent=${agents.lointain}`)).toEqual([]);
    expect(await showActes(agents.referent, `?enfant=${enfants.loin}`)).toEqual([]);
    expect(await showActes(agents.referent, `?enfant=${enfants.protege}`)).toEqual([]);
    expect(await showActes(agents.referent, '?acte=organisation.')).toEqual([]);
  });

  it('qui n’a rien fait et ne suit personne n’y lit rien ; qui a la charge du journal y lit tout', async () => {
    expect(await showActes(agents.neuf)).toEqual([]);
    expect(await showActes(agents.delegue)).toHaveLength(7);
  });
});
