import { beforeAll, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { withBase } from '#tests/support/base.ts';
import { InformationFiltre, VUES, type Vue } from '../information-filtre.ts';
import { anInformation, type InformationPosee } from '../testing/information-factory.ts';
import { countParVue, listInformations } from './liste-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let cadreNord: string;
let evaluateur: string;
const posees: Record<string, InformationPosee> = {};

// Jour figé : 21/11/2026.
beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadreNord = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  evaluateur = await d.addAgent('evaluateur', d.unites.sud1);
  const nord = anInformation().dansUnite(d.unites.nord1);
  const sud = anInformation().dansUnite(d.unites.sud1);
  const poser = async (cle: string, information: ReturnType<typeof anInformation>) => {
    posees[cle] = await information.insert(base.executeSql);
  };
  await poser('recue', anInformation().dansUnite(d.unites.departement).recueLe('2026-11-20'));
  await poser('retard', nord.etat('en-evaluation').recueLe('2026-08-20').avecMineur({ nom: 'Élouan', prenom: 'Maï' }));
  await poser('derniere', nord.etat('en-evaluation').recueLe('2026-08-21'));
  await poser('sud', sud.etat('en-evaluation').recueLe('2026-10-01').evalueePar(evaluateur));
  await poser('remise', nord.etat('rapport-remis').recueLe('2026-09-01'));
  await poser('close', nord.etat('close-classement').recueLe('2026-02-01'));
});

const list = (agent: string, filtre: Record<string, string> = {}) =>
  base.asAgent(agent, async (contexte) => {
    const { lignes } = await listInformations(contexte, InformationFiltre.parse(filtre), PageDemandee.parse({}));
    return lignes.map(({ id }) => Object.entries(posees).find(([, posee]) => posee.id === id)?.[0]);
  });

it('la cellule voit tout le département, le cadre son territoire, l’évaluateur les siennes', async () => {
  expect(await list(crip, { vue: 'toutes' })).toHaveLength(6);
  expect((await list(cadreNord, { vue: 'toutes' })).sort()).toEqual(['close', 'derniere', 'remise', 'retard']);
  expect(await list(evaluateur, { vue: 'toutes' })).toEqual(['sud']);
});

it('est en retard ce dont le terme est passé et le rapport pas remis : la veille oui, le jour même non (CASF D226-2-4 II)', async () => {
  expect(await list(crip, { vue: 'en-retard' })).toEqual(['retard']);
  expect((await list(crip))[0]).toBe('retard');
});

it.each([
  [{ q: 'elouan mai' }, ['retard']],
  [{ vue: 'en-evaluation', age: '30-60' }, ['sud']],
  [{ vue: 'a-trier' }, ['recue']],
  [{ vue: 'a-valider' }, ['remise']],
  [{ vue: 'closes' }, ['close']],
] as const)('le filtre %j donne %j', async (filtre, attendues) => {
  expect(await list(crip, filtre)).toEqual(attendues);
});

it('un nom hors de ses missions ne se trouve pas', async () => {
  expect(await list(evaluateur, { q: 'elouan', vue: 'toutes' })).toEqual([]);
});

it('un numéro se cherche sans son préfixe', async () => {
  const numero = posees.sud?.numero.slice(-5) ?? '';
  expect(await list(crip, { q: numero, vue: 'toutes' })).toEqual(['sud']);
});

it('chaque compte est celui de la liste qu’il ouvre', async () => {
  for (const agent of [crip, cadreNord, evaluateur]) {
    const comptes = await base.asAgent(agent, countParVue);
    for (const vue of Object.keys(VUES) as Vue[]) expect((await list(agent, { vue })).length).toBe(comptes[vue].nombre);
  }
});
