import { beforeAll, expect, it } from 'vitest';
import { insertDelegation } from '#modules/delegations/testing/delegation-factory.ts';
import { listEcheances } from '#modules/evaluations/data/echeances-queries.server.ts';
import { createEquipe } from '#modules/evaluations/testing/evaluation-essai.ts';
import { listInformations } from '#modules/informations-preoccupantes/data/liste-queries.server.ts';
import type { EtatInformation } from '#modules/informations-preoccupantes/index.ts';
import { InformationFiltre } from '#modules/informations-preoccupantes/information-filtre.ts';
import { anInformation } from '#modules/informations-preoccupantes/testing/information-factory.ts';
import { listEcheances as listEcheancesQualification } from '#modules/qualification/index.server.ts';
import { listEcheances as listEcheancesSuites } from '#modules/suites/index.server.ts';
import { insertAValider } from '#modules/suites/testing/suites-factory.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { withBase } from './support/base.ts';

const base = withBase();
let e: Awaited<ReturnType<typeof createEquipe>>;
beforeAll(async () => {
  e = await createEquipe(base);
  const { nord, nord1 } = e.unites;
  const { cadre, educatrice } = e.agents;
  const poser = (etat: EtatInformation, unite = nord, equipe: [string, string?] = [educatrice]) =>
    anInformation()
      .dansUnite(unite)
      .etat(etat)
      .recueLe('2026-07-01')
      .evalueePar(...equipe)
      .insert(base.executeSql);
  for (let rang = 0; rang < 6; rang += 1) {
    await poser('en-evaluation');
    await poser('en-validation');
  }
  // Ce que la ligne ne compte pas, et que la liste ne montre donc pas.
  for (const etat of ['en-evaluation', 'en-validation'] as const) {
    await poser(etat, nord1);
    await poser(etat, nord, [cadre]);
  }
  await poser('qualifiee');
  await poser('en-validation', nord, [cadre, '[2026-07-02,2026-08-01)']);
  const { id } = await poser('en-validation');
  await base.executeSql(
    "insert into ip.rapport (information_id, referentiel, referentiel_version, remis_le, remis_par, valide_le, valide_par) values ($1, 'HAS', '2021', '2026-09-01', $2, '2026-09-02', $3)",
    [id, educatrice, e.agents.cadreSud],
  );
});

it('une ligne groupée de « Ma journée » ouvre une liste d’autant de lignes qu’elle en annonce', async () => {
  await base.asAgent(e.agents.cadre, async (contexte) => {
    const groupees = (await listEcheances(contexte)).filter(({ acte }) => acte?.titre === 'Voir la liste');
    expect(groupees.map(({ libelle }) => libelle).toSorted()).toEqual([
      '6 évaluations en retard',
      'Valider 6 rapports',
    ]);
    for (const { acte } of groupees) {
      const { searchParams } = new URL(acte?.href ?? '', 'http://essai');
      const filtre = InformationFiltre.parse(Object.fromEntries(searchParams));
      const { total } = await listInformations(contexte, filtre, PageDemandee.parse({}));
      expect(total, acte?.href).toBe(6);
    }
  });
});

it.each([
  ['tout son territoire', 'nord'],
  ['un seul de ses sites', 'nord1'],
] as const)('le délégataire de %s lit autant de décisions que la liste en montre', async (_, unite) => {
  await base.executeSql('delete from ip.information');
  await base.executeSql('delete from organisation.delegation');
  for (const uniteId of [...Array(6).fill(e.unites.nord1), e.unites.nord])
    await insertAValider(base.executeSql, anInformation().dansUnite(uniteId), { valideur: e.agents.cadreSud });
  await insertDelegation(base.executeSql, { agentId: e.agents.cadre, acte: 'ip.decider', uniteId: e.unites[unite] });
  await base.asAgent(e.agents.cadre, async (contexte) => {
    const dues = (await listEcheancesSuites(contexte)).filter(({ acte }) => acte?.titre === 'Voir la liste');
    expect(dues).toHaveLength(1);
    const { searchParams } = new URL(dues[0]?.acte?.href ?? '', 'http://essai');
    const filtre = InformationFiltre.parse(Object.fromEntries(searchParams));
    const { total } = await listInformations(contexte, filtre, PageDemandee.parse({}));
    expect(dues[0]?.libelle).toBe(`Décider des suites de ${total} évaluations`);
    expect(total).toBe(unite === 'nord' ? 7 : 6);
  });
});

it('« Faire qualifier » ouvre les seules analyses des collègues', async () => {
  await base.executeSql('delete from ip.information');
  const [moi, collegue] = [e.agents.crip, e.agents.cadre];
  const poser = (analyste: string) =>
    anInformation().dansUnite(e.unites.nord).etat('en-premiere-analyse').analyseePar(analyste).insert(base.executeSql);
  for (let rang = 0; rang < 6; rang += 1) await poser(collegue);
  await poser(moi);
  await base.asAgent(moi, async (contexte) => {
    const dues = (await listEcheancesQualification(contexte)).filter(({ acte }) => acte?.titre === 'Voir la liste');
    expect(dues.map(({ libelle }) => libelle)).toEqual(['Faire qualifier 6 informations']);
    const { searchParams } = new URL(dues[0]?.acte?.href ?? '', 'http://essai');
    const filtre = InformationFiltre.parse(Object.fromEntries(searchParams));
    expect((await listInformations(contexte, filtre, PageDemandee.parse({}))).total).toBe(6);
  });
});
