import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import type { EtatInformation, Urgence } from '#modules/informations-preoccupantes/index.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { withBase } from '#tests/support/base.ts';
import { listEcheances } from './echeances.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { crip: '', collegue: '', cadre: '', evaluateur: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  a.crip = await d.addAgent('agent-crip', d.unites.departement);
  a.collegue = await d.addAgent('agent-crip', d.unites.departement);
  a.cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  a.evaluateur = await d.addAgent('evaluateur', d.unites.nord1);
});
beforeEach(() => base.executeSql('delete from ip.information'));

const lire = (agent: string) => base.asAgent(agent, listEcheances);
const poser = (
  recueLe: string,
  {
    etat = 'recue',
    urgence = 'ordinaire',
    analyste,
  }: { etat?: EtatInformation; urgence?: Urgence; analyste?: string } = {},
) => {
  const information = anInformation()
    .dansUnite(d.unites.departement)
    .etat(etat)
    .recueLe(recueLe)
    .urgence(urgence)
    .avecMineur({ nom: 'Martin', prenom: 'Léa' });
  return (analyste ? information.analyseePar(analyste) : information).insert(base.executeSql);
};

describe('La cellule analyse ce qu’elle reçoit dans le délai que le département se donne (IP-005)', () => {
  it('trois jours ouvrés par défaut : reçue le vendredi, due le mercredi (IP-005)', async () => {
    const { id, numero } = await poser('2026-11-20');
    expect(await lire(a.crip)).toMatchObject([
      {
        regle: 'IP-005',
        libelle: 'Analyser l’information reçue',
        pour: '2026-11-25',
        gravite: 'normale',
        qui: { nom: 'MARTIN Léa' },
        detail: numero,
        acte: { href: `/informations/${id}/analyse` },
        etapes: [expect.any(String), expect.stringContaining('3 jours ouvrés')],
      },
    ]);
  });
  it('en danger grave et immédiat, le jour même (IP-005)', async () => {
    await poser('2026-11-20', { urgence: 'immediate' });
    expect(await lire(a.crip)).toMatchObject([{ pour: '2026-11-20', gravite: 'critique' }]);
  });
  it('la prise en analyse est à qualifier par qui l’analyse ; un collègue la voit comme telle', async () => {
    const { id } = await poser('2026-11-19', { etat: 'en-premiere-analyse', analyste: a.crip });
    const acte = { titre: 'Qualifier', href: `/informations/${id}/qualification` };
    expect(await lire(a.crip)).toMatchObject([{ libelle: 'Qualifier ou réorienter', pour: '2026-11-24', acte }]);
    expect(await lire(a.collegue)).toMatchObject([{ libelle: 'Faire qualifier ou réorienter', acte }]);
  });
  it('qualifiée, elle n’est plus due de la cellule ; ni l’encadrement ni l’évaluateur ne la doivent', async () => {
    await poser('2026-11-19', { etat: 'qualifiee' });
    expect(await lire(a.crip)).toEqual([]);
    await poser('2026-11-19');
    expect(await lire(a.cadre)).toEqual([]);
    expect(await lire(a.evaluateur)).toEqual([]);
  });
  it('au-delà de cinq, une ligne ouvre la liste ; les siennes et les urgences restent une à une', async () => {
    for (let jour = 1; jour <= 6; jour += 1) {
      await poser(`2026-11-0${jour}`);
      await poser(`2026-11-0${jour}`, { urgence: 'immediate' });
      await poser(`2026-11-0${jour}`, { etat: 'en-premiere-analyse', analyste: a.crip });
    }
    const dues = await lire(a.crip);
    const libelles = Map.groupBy(dues, ({ libelle }) => libelle);
    expect([...libelles].map(([libelle, siennes]) => [libelle, siennes.length]).toSorted()).toEqual([
      ['Analyser 6 informations', 1],
      ['Analyser l’information reçue', 6],
      ['Qualifier ou réorienter', 6],
    ]);
    const [groupe] = libelles.get('Analyser 6 informations') ?? [];
    expect(groupe).toMatchObject({
      pour: '2026-11-04',
      acte: { href: '/informations?vue=a-trier&etat=recue&urgence=ordinaire&tri=recue' },
    });
  });
});

it('un élément nouveau oblige à revoir l’urgence le jour où il arrive, quel que soit l’état (IP-037)', async () => {
  const { id } = await poser('2026-10-01', { etat: 'en-evaluation' });
  await base.executeSql("update ip.information set reanalyse_due_le = '2026-11-20' where id = $1", [id]);
  expect(await lire(a.crip)).toMatchObject([
    { regle: 'IP-037', libelle: 'Revoir l’urgence', pour: '2026-11-20', acte: { href: `/informations/${id}/urgence` } },
  ]);
  expect(await lire(a.cadre)).toEqual([]);
});
