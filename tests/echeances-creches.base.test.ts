import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { findEcheance, listEcheancesDues } from '#modules/echeances/data/echeances-queries.server.ts';
import { EcheanceFiltre, type Portee } from '#modules/echeances/echeance-filtre.ts';
import { listDuesCalculees, updateEcheancesTouchees, updateToutes } from '#modules/echeances/index.server.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from './support/base.ts';

const base = withBase();
let d: DepartementDEssai;
const a = { territoire: '', direction: '', ailleurs: '', directeur: '', cadre: '', referent: '' };
const c = { unite: '', id: '', autorisation: '' };

async function addCreche(nom: string, parent: string) {
  const [unite, id] = [createIdentifiant(), createIdentifiant()];
  await base.executeSql(
    "insert into organisation.unite (id, code, nom, nature, parent_id, periode) values ($1, $2, $3, 'eaje', $4, '[2010-01-01,)')",
    [unite, `CR-${nom}`, `Crèche ${nom}`, parent],
  );
  await base.executeSql('insert into eaje.etablissement (id, unite_id) values ($1, $2)', [id, unite]);
  return { unite, id };
}
const autoriser = (etablissementId: string, du: string) =>
  base.executeSql(
    `insert into eaje.autorisation (id, etablissement_id, periode, places, arrete_numero, arrete_le)
     values ($1, $2, daterange($3, null), 40, 'A-1', $3)`,
    [createIdentifiant(), etablissementId, du],
  );
const refaire = () => updateToutes({ enSysteme: (fn) => base.asSystem(fn) });
const lire = (id: string) =>
  base.executeSql<{ id: string; regle: string; pour: string; statut: string; unite_id: string }>(
    'select id, regle, pour::text, statut, unite_id from echeances.echeance where etablissement_id = $1 order by pour, regle',
    [id],
  );
const marques = async () => (await base.executeSql('select 1 from echeances.a_revoir')).length;

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  Object.assign(c, await addCreche('des Tilleuls', d.unites.nord));
  const autre = await addCreche('des Pins', d.unites.sud);
  a.territoire = await d.addAgent('responsable-territoire-petite-enfance', d.unites.nord);
  a.direction = await d.addAgent('responsable-eaje', c.unite);
  a.ailleurs = await d.addAgent('responsable-territoire-petite-enfance', d.unites.sud);
  a.directeur = await d.addAgent('directeur', d.unites.departement);
  a.cadre = await d.addAgent('cadre-territorial-ase', d.unites.nord);
  a.referent = await d.addAgent('referent-educatif', d.unites.nord);
  await autoriser(c.id, '2011-11-20');
  await autoriser(autre.id, '2026-01-01');
  await base.executeSql(
    "insert into eaje.document (id, etablissement_id, nature, etabli_le, a_revoir_le) values ($1, $2, 'REGLEMENT_FONCTIONNEMENT', '2021-11-25', '2026-11-25')",
    [createIdentifiant(), c.id],
  );
  await refaire();
});

describe('Ce que doit une crèche se tient en lignes, comme ce que l’on doit à un enfant', () => {
  it('l’autorisation et les documents à revoir font naître les leurs, dans l’unité de la crèche (CAP-03, CAP-26)', async () => {
    expect((await lire(c.id)).map(({ regle, pour, statut }) => [regle, pour, statut])).toEqual([
      ['CAP-03', '2025-05-19', 'ouverte'],
      ['CAP-03', '2026-11-19', 'ouverte'],
      ['CAP-26', '2026-11-25', 'ouverte'],
    ]);
    expect(new Set((await lire(c.id)).map(({ unite_id }) => unite_id))).toEqual(new Set([c.unite]));
  });
  it('un acte sur la crèche les refait dans sa transaction ; annulé, il n’y laisse rien', async () => {
    const avant = await lire(c.id);
    const renouveler = (annuler: boolean) =>
      base.asAgent(a.territoire, async (contexte) => {
        await contexte.tx
          .updateTable('eaje.document')
          .set({ etabliLe: '2026-11-21' as never, aRevoirLe: '2031-11-21' as never })
          .where('etablissementId', '=', c.id)
          .execute();
        await updateEcheancesTouchees(contexte);
        if (annuler) throw new Error('annulé');
      });
    await expect(renouveler(true)).rejects.toThrow('annulé');
    expect(await lire(c.id)).toEqual(avant);
    await renouveler(false);
    expect((await lire(c.id)).at(-1)).toMatchObject({ regle: 'CAP-26', pour: '2031-11-21' });
    expect(await marques(), 'rien ne reste à revoir').toBe(0);
    await base.executeSql(
      "update eaje.document set etabli_le = '2021-11-25', a_revoir_le = '2026-11-25' where etablissement_id = $1",
      [c.id],
    );
    await refaire();
  });
  it('un contact d’urgence changé se dit au président ; le premier ne doit rien, l’information l’éteint (EVT-01)', async () => {
    const { id } = await addCreche('des Ormes', d.unites.nord);
    const dues = async () => (await lire(id)).map(({ regle, pour, statut }) => [regle, pour, statut]);
    const inscrire = (du: string) =>
      base.executeSql(
        "insert into eaje.contact_urgence (id, etablissement_id, nom, telephone, du) values ($1, $2, 'Direction', '01 99 00 00 00', $3)",
        [createIdentifiant(), id, du],
      );
    await inscrire('2026-01-05');
    await refaire();
    expect(await dues()).toEqual([]);
    await inscrire('2026-11-20');
    await refaire();
    expect(await dues()).toEqual([['EVT-01', '2026-11-20', 'ouverte']]);
    await base.executeSql(
      "update eaje.contact_urgence set pcd_le = '2026-11-21' where etablissement_id = $1 and du = '2026-11-20'",
      [id],
    );
    await refaire();
    expect((await dues()).filter(([, , statut]) => statut === 'ouverte')).toEqual([]);
  });
  it('un second calcul ne change rien', async () => {
    const avant = await lire(c.id);
    expect((await refaire()).mouvement).toMatchObject({ apparues: 0, changees: 0, otees: 0 });
    expect(await lire(c.id)).toEqual(avant);
  });
  it('une crèche fermée ne doit plus rien', async () => {
    const { unite, id } = await addCreche('fermée', d.unites.nord);
    await autoriser(id, '2012-01-01');
    await base.executeSql("update organisation.unite set periode = '[2010-01-01,2026-09-01)' where id = $1", [unite]);
    await refaire();
    expect(await lire(id)).toEqual([]);
  });
});

const voir = (agent: string, portee: Portee) =>
  base.asAgent(agent, async (contexte) =>
    (await listDuesCalculees(contexte, portee))
      .filter(({ regle }) => regle.startsWith('CAP'))
      .map(({ regle, qui, ensemble }) => `${regle} ${qui.nom} ${ensemble ?? 1}`)
      .toSorted(),
  );
const TROIS = ['CAP-03 Crèche des Tilleuls 1', 'CAP-03 Crèche des Tilleuls 1', 'CAP-26 Crèche des Tilleuls 1'];

describe('Qui voit ce que doit une crèche', () => {
  it('qui l’a dans son périmètre et lit les crèches ; chacun son office', async () => {
    expect(await voir(a.territoire, 'perimetre')).toEqual(TROIS);
    expect(await voir(a.directeur, 'perimetre')).toEqual(TROIS);
    expect(await voir(a.territoire, 'moi')).toEqual(TROIS.slice(0, 2));
    expect(await voir(a.direction, 'moi')).toEqual(TROIS.slice(2));
    expect(await voir(a.direction, 'equipe')).toEqual(TROIS);
  });
  it('personne d’autre : ni le territoire d’à côté, ni la protection de l’enfance', async () => {
    const [premiere] = await lire(c.id);
    for (const agent of [a.ailleurs, a.cadre, a.referent]) {
      for (const portee of ['moi', 'equipe', 'perimetre'] as const) expect(await voir(agent, portee)).toEqual([]);
      expect(await base.asAgent(agent, (contexte) => findEcheance(contexte, premiere?.id ?? ''))).toBeUndefined();
    }
  });
  it('la liste et la fiche la nomment et mènent à sa page', async () => {
    const [premiere] = await lire(c.id);
    await base.asAgent(a.territoire, async (contexte) => {
      const filtre = EcheanceFiltre.parse({ vue: 'toutes', portee: 'perimetre' });
      const { page, comptes } = await listEcheancesDues(contexte, filtre, { page: 1, taille: 50 });
      expect([page.total, page.lignes.length]).toEqual([comptes.toutes, comptes.toutes]);
      const objet = {
        sorte: 'creche',
        nom: 'Crèche des Tilleuls',
        numero: 'CR-des Tilleuls',
        href: `/creches/${c.id}`,
      };
      expect(page.lignes.find(({ id }) => id === premiere?.id)?.objet).toMatchObject(objet);
      expect((await findEcheance(contexte, premiere?.id ?? ''))?.objet).toMatchObject(objet);
    });
  });
});
