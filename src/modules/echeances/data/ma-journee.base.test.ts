import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { withBase } from '#tests/support/base.ts';
import { EcheanceFiltre, type Portee } from '../echeance-filtre.ts';
import { listDuesCalculees } from './dues-calculees.server.ts';
import { listEcheancesDues } from './echeances-queries.server.ts';
import { updateToutes } from './travaux.server.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { cadre: '', autreCadre: '', referent: '', pole: '', territoire: '' };

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  a.cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord1);
  a.autreCadre = await d.addAgent('cadre-territorial-ase', d.unites.sud1);
  a.referent = await d.addAgent('referent-educatif', d.unites.nord1);
  a.territoire = await d.addAgent('responsable-territoire-enfance', d.unites.nord);
  a.pole = await d.addAgent('responsable-pole', d.unites.departement);
  await anEnfant().nomme('Sans', 'Suivi').surLeTerritoire(d.unites.nord1).insert(base.executeSql);
  await anEnfant().nomme('Bien', 'Suivi').surLeTerritoire(d.unites.nord1).suiviPar(a.referent).insert(base.executeSql);
  for (let i = 0; i < 6; i += 1)
    await anEnfant().nomme(`Groupe${i}`, 'Sans').surLeTerritoire(d.unites.sud1).insert(base.executeSql);
  await anEnfant().nomme('Secret', 'Sans').surLeTerritoire(d.unites.nord1).restreint().insert(base.executeSql);
  await updateToutes({ enSysteme: (fn) => base.asSystem(fn) });
});

const voir = (agent: string, portee: Portee) =>
  base.asAgent(agent, async (contexte) =>
    (await listDuesCalculees(contexte, portee))
      .map(({ regle, pour, qui, ensemble }) => `${regle} ${pour} ${qui.nom} ${ensemble ?? 1}`)
      .toSorted(),
  );

describe('Ma journée, pour soi, son équipe, son périmètre', () => {
  it('l’office du cadre est à qui le tient sur ce territoire, jamais à celui d’à côté (CON-002)', async () => {
    expect(await voir(a.cadre, 'moi')).toContain('CON-002 2015-01-16 SANS Suivi 1');
    expect((await voir(a.autreCadre, 'moi')).join()).not.toContain('SANS Suivi');
    expect(await voir(a.referent, 'moi')).toEqual([]);
  });
  it('un dossier restreint n’y paraît que pour ceux qui y sont nommés', async () => {
    for (const agent of Object.values(a))
      for (const portee of ['moi', 'perimetre'] as const)
        expect((await voir(agent, portee)).join()).not.toContain('SECRET');
  });
  it('un responsable de territoire voit tout son périmètre, et rien comme sien', async () => {
    expect(await voir(a.territoire, 'perimetre')).toContain('CON-002 2015-01-16 SANS Suivi 1');
    expect((await voir(a.territoire, 'moi')).filter((ligne) => ligne.startsWith('CON-002'))).toEqual([]);
  });
  it('au-delà de quatre, une règle tient en une ligne ; la liste qu’elle ouvre en montre autant', async () => {
    const lignes = await base.asAgent(a.pole, (contexte) => listDuesCalculees(contexte, 'perimetre'));
    const groupe = lignes.find(({ ensemble }) => ensemble !== undefined);
    expect(groupe).toMatchObject({ regle: 'CON-002', ensemble: 7 });
    const filtre = EcheanceFiltre.parse(Object.fromEntries(new URL(groupe?.acte?.href ?? '', 'http://x').searchParams));
    const { page, comptes } = await base.asAgent(a.pole, (contexte) =>
      listEcheancesDues(contexte, filtre, { page: 1, taille: 50 }),
    );
    expect([page.total, page.lignes.length, comptes['en-retard']]).toEqual([7, 7, 7]);
  });
});

describe('La liste des échéances', () => {
  it('compte dans chaque vue ce que la vue montre, pour chaque agent et chaque portée', async () => {
    for (const agent of Object.values(a))
      for (const portee of ['moi', 'equipe', 'perimetre'] as const) {
        const lire = (vue: string) =>
          base.asAgent(agent, (contexte) =>
            listEcheancesDues(contexte, EcheanceFiltre.parse({ vue, portee }), { page: 1, taille: 200 }),
          );
        for (const vue of ['en-retard', 'aujourd-hui', 'a-venir', 'en-attente', 'toutes'] as const) {
          const { page, comptes } = await lire(vue);
          expect([agent, portee, vue, page.total, page.lignes.length]).toEqual([
            agent,
            portee,
            vue,
            comptes[vue],
            comptes[vue],
          ]);
        }
      }
  });
  it('une unité filtrée garde celles qui en dépendent', async () => {
    const lire = (unite: string) =>
      base.asAgent(
        a.pole,
        async (contexte) =>
          (
            await listEcheancesDues(contexte, EcheanceFiltre.parse({ vue: 'toutes', unite, regle: 'CON-002' }), {
              page: 1,
              taille: 50,
            })
          ).page.total,
      );
    expect(await lire(d.unites.nord)).toBe(1);
    expect(await lire(d.unites.sud)).toBe(6);
    expect(await lire(d.unites.departement)).toBe(7);
  });
});
