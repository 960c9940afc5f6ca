import { beforeAll, describe, expect, it } from 'vitest';
import { listEcheances as listEcheancesEquipes } from '#modules/equipes-evaluation/index.server.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { withBase } from '#tests/support/base.ts';
import { createEquipe } from '../testing/evaluation-essai.ts';
import { listEcheances } from './echeances-queries.server.ts';

const base = withBase();
let e: Awaited<ReturnType<typeof createEquipe>>;
beforeAll(async () => {
  e = await createEquipe(base);
});
const vider = () => base.executeSql('delete from ip.information');
const lire = (agent: string) => base.asAgent(agent, listEcheances);
const lireEquipes = (agent: string) => base.asAgent(agent, listEcheancesEquipes);
const poser = (recueLe: string, etat: 'qualifiee' | 'en-evaluation' | 'en-validation', unite = e.unites.nord1) => {
  const information = anInformation()
    .dansUnite(unite)
    .etat(etat)
    .recueLe(recueLe)
    .avecMineur({ nom: 'Martin', prenom: 'Léa' });
  return (etat === 'qualifiee' ? information : information.evalueePar(e.agents.educatrice)).insert(base.executeSql);
};

describe('Ce que doit l’évaluateur', () => {
  it('achever ses évaluations dans les trois mois de la réception (CASF D226-2-4 II)', async () => {
    await vider();
    const { id } = await poser('2026-09-10', 'en-evaluation');
    const [due, ...reste] = await lire(e.agents.educatrice);
    expect(reste).toEqual([]);
    expect(due).toMatchObject({
      regle: 'IP-010',
      pour: '2026-12-10',
      gravite: 'critique',
      qui: { nom: 'MARTIN Léa' },
      acte: { href: `/informations/${id}/evaluation` },
    });
    expect(due?.etapes.at(-1)).toMatch(/1 sur 3 passées/);
    expect(await lire(e.agents.psychologue)).toEqual([]);
  });
});

describe('Ce que doit l’encadrement', () => {
  it('attribuer ce qui est qualifié, dans son unité seulement (CASF D226-2-4 I)', async () => {
    await vider();
    await poser('2026-11-10', 'qualifiee');
    expect(await lireEquipes(e.agents.cadre)).toMatchObject([
      { regle: 'IP-004', pour: '2026-11-14', libelle: 'Attribuer l’évaluation' },
    ]);
    expect(await lireEquipes(e.agents.cadreSud)).toEqual([]);
    expect(await lireEquipes(e.agents.educatrice)).toEqual([]);
  });
  it('valider les rapports remis, et suivre les retards de son périmètre (IP-038)', async () => {
    await vider();
    await poser('2026-11-01', 'en-validation');
    await poser('2026-07-01', 'en-evaluation');
    const dues = await lire(e.agents.cadre);
    expect(dues.map(({ libelle }) => libelle).toSorted()).toEqual([
      'Faire achever l’évaluation',
      'Valider le rapport d’évaluation',
    ]);
    expect(await lire(e.agents.cadreSud)).toEqual([]);
  });
  it('au-delà de cinq dans une unité, une ligne ouvre la liste', async () => {
    await vider();
    for (let jour = 1; jour <= 6; jour += 1) await poser(`2026-07-0${jour}`, 'en-evaluation');
    expect(await lire(e.agents.cadre)).toMatchObject([
      {
        libelle: '6 évaluations en retard',
        pour: '2026-10-01',
        acte: { href: expect.stringContaining('vue=en-retard') },
      },
    ]);
  });
  it('là où la validation est déléguée, elle n’est due que du délégataire (CGCT L3221-3)', async () => {
    await vider();
    await poser('2026-11-01', 'en-validation');
    await base.executeSql(
      "insert into organisation.delegation (id, agent_id, acte, unite_id, periode, arrete_numero, arrete_le) values (gen_random_uuid(), $1, 'evaluation.valider', $2, '[2026-01-01,)', 'A-1', '2025-12-01')",
      [e.agents.cadreSud, e.unites.departement],
    );
    expect(await lire(e.agents.cadre)).toEqual([]);
    await base.executeSql('delete from organisation.delegation');
  });
  it('couvrir une évaluation dont un évaluateur est absent ce jour', async () => {
    await vider();
    await poser('2026-11-01', 'en-evaluation');
    expect(await lireEquipes(e.agents.cadre)).toEqual([]);
    await base.executeSql(
      "insert into organisation.absence (id, agent_id, periode) values (gen_random_uuid(), $1, '[2026-11-20,2026-11-25)')",
      [e.agents.educatrice],
    );
    expect(await lireEquipes(e.agents.cadre)).toMatchObject([
      { libelle: 'Couvrir une évaluation', pour: '2026-11-21' },
    ]);
    expect(await lireEquipes(e.agents.cadreSud)).toEqual([]);
  });
});
