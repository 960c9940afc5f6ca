import { beforeAll, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { withBase } from '#tests/support/base.ts';
import { InformationFiltre, TRANCHES_AGE, type TrancheAge } from '../information-filtre.ts';
import { anInformation } from '../testing/information-factory.ts';
import { computeDelaisEvaluation } from './delais-queries.server.ts';
import { listInformations } from './liste-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let crip: string;
let cadreNord: string;

const remiseApres = (uniteId: string, recueLe: string, remisLe: string) => async () => {
  const { id } = await anInformation()
    .dansUnite(uniteId)
    .etat('rapport-remis')
    .recueLe(recueLe)
    .insert(base.executeSql);
  await base.executeSql('update ip.information set rapport_remis_le = $2 where id = $1', [id, remisLe]);
};

// Jour figé : 21/11/2026.
beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  crip = await d.addAgent('agent-crip', d.unites.departement);
  cadreNord = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  // Nord : 10, 20 et 92 jours (le dernier au jour même du terme) ; sud : 100 jours, et un rapport d'il y a plus d'un an.
  await remiseApres(d.unites.nord1, '2026-06-01', '2026-06-11')();
  await remiseApres(d.unites.nord1, '2026-06-01', '2026-06-21')();
  await remiseApres(d.unites.nord2, '2026-06-01', '2026-09-01')();
  await remiseApres(d.unites.sud1, '2026-06-01', '2026-09-09')();
  await remiseApres(d.unites.sud1, '2025-06-01', '2025-07-01')();
  for (const recueLe of ['2026-11-20', '2026-10-01', '2026-08-20'])
    await anInformation().dansUnite(d.unites.nord1).etat('en-evaluation').recueLe(recueLe).insert(base.executeSql);
});

it('la médiane, le neuvième décile et la part dans le délai se comptent sur les rapports remis depuis un an', async () => {
  const delais = await base.asAgent(crip, (contexte) => computeDelaisEvaluation(contexte, null));
  // Durées 10, 20, 92 et 100 : médiane 56, neuf dixièmes 97,6 arrondi.
  expect(delais).toMatchObject({ remises: 4, mediane: 56, neufDixiemes: 98, dansLeDelai: 3, ouvertes: 3, enRetard: 1 });
});

it('un territoire ne compte que les siennes, et le cadre ne voit que son territoire', async () => {
  const nord = await base.asAgent(crip, (contexte) => computeDelaisEvaluation(contexte, d.unites.nord));
  expect(nord).toMatchObject({ remises: 3, mediane: 20, dansLeDelai: 3 });
  const cadre = await base.asAgent(cadreNord, (contexte) => computeDelaisEvaluation(contexte, null));
  expect(cadre.territoires.map(({ nom, remises }) => [nom, remises])).toEqual([['nord', 3]]);
});

it('chaque tranche d’âge du stock compte les lignes de sa liste', async () => {
  await base.asAgent(crip, async (contexte) => {
    const { parAge } = await computeDelaisEvaluation(contexte, null);
    expect(parAge).toEqual({ '0-30': 1, '30-60': 1, '60-92': 0, '92-183': 1, '183-9999': 0 });
    for (const age of Object.keys(TRANCHES_AGE) as TrancheAge[]) {
      const filtre = InformationFiltre.parse({ vue: 'en-cours', age });
      expect((await listInformations(contexte, filtre, PageDemandee.parse({}))).total).toBe(parAge[age]);
    }
    for (const [delai, attendu] of [
      ['tenu', 3],
      ['depasse', 1],
    ] as const) {
      const filtre = InformationFiltre.parse({ vue: 'remises', delai });
      expect((await listInformations(contexte, filtre, PageDemandee.parse({}))).total).toBe(attendu);
    }
  });
});
