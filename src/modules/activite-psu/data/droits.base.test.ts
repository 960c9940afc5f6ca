import { beforeAll, describe, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { canFinancer } from '#modules/eaje/index.ts';
import { type CrechePosee, createCreche } from '#modules/eaje/testing/creche-factory.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import type { Identifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { canListActivite } from '../droits.ts';
import { formatExercice, MOIS_PREVUS } from '../exercice-saisie.ts';
import { findBareme, listCreches, listExercices, listMois } from './activite.server.ts';
import { recordBareme, recordExercice } from './exercice-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);

let nord: CrechePosee;
let sud: CrechePosee;
const agents: Record<string, { agentId: string }> = {};

const BAREME = {
  annee: '2026',
  pmaxAvec: '10',
  pminAvec: '9',
  pmaxSans: '9,3',
  pminSans: '8,4',
  confiance: 'a-confirmer',
  source: 'Essai',
};

/** De janvier à décembre : 10 h, 20 h, puis zéro, qui se tape. */
const PREVUS = Object.fromEntries(MOIS_PREVUS.map((m, rang) => [`prevu${m}`, ['10', '20'][rang] ?? '0']));

beforeAll(async () => {
  await base.asSystem(async ({ tx }) => {
    nord = await createCreche(tx, { parentId: o.unites.nord, code: 'N-1' });
    sud = await createCreche(tx, { parentId: o.unites.sud, code: 'S-1' });
    const cree = (nom: string, profil: Parameters<typeof createAgentEssai>[1]['profil'], uniteId: Identifiant) =>
      createAgentEssai(tx, { nom, profil, uniteId });
    agents.responsableNord = await cree('Responsable nord', 'responsable-territoire-petite-enfance', o.unites.nord);
    agents.responsableSud = await cree('Responsable sud', 'responsable-territoire-petite-enfance', o.unites.sud);
    agents.creche = await cree('Responsable de crèche', 'responsable-eaje', nord.uniteId);
    agents.directeur = o.agents.directeur;
    agents.administrateur = o.agents.administrateur;
    for (const { id } of [nord, sud])
      await tx
        .insertInto('eaje.moisActivite')
        .values({ etablissementId: id, mois: '2026-09-01' as never })
        .execute();
  });
});

const asAgent = <T>(qui: string, fn: (contexte: Contexte) => Promise<T>) =>
  base.asAgent(agents[qui]?.agentId ?? '', fn);

describe('Qui voit et tient l’argent d’une crèche : TypeScript et la base disent pareil', () => {
  test.each([
    ['responsableNord', ['N-1']],
    ['responsableSud', ['S-1']],
    ['directeur', ['N-1', 'S-1']],
    ['creche', []],
    ['administrateur', []],
  ])('%s lit %o', async (qui, attendues) => {
    const lu = await asAgent(qui, async ({ tx, agent }) => {
      const mois = new Set((await listMois(tx, 2026)).map((m) => m.etablissementId));
      const dits = [nord, sud].filter((creche) => canFinancer(agent, creche)).map(({ id }) => id);
      expect([...mois].sort()).toEqual(dits.sort());
      return (await listCreches(tx, 2026)).map(({ code }) => code);
    });
    expect(lu).toEqual(attendues);
  });

  test.each([
    ['responsableNord', true],
    ['responsableSud', false],
    ['directeur', true],
    ['creche', false],
    ['administrateur', false],
  ])('%s tient l’exercice de la crèche du nord : %s', async (qui, permis) => {
    const fait = await asAgent(qui, async (contexte) => {
      const [exercice] = await listExercices(contexte.tx, 2026, [nord.id]);
      return executeCommand(contexte, recordExercice, {
        id: nord.id,
        annee: '2026',
        version: exercice?.version ?? '',
        charges: '1 200 000,50',
        ...PREVUS,
      });
    }).then(
      () => true,
      () => false,
    );
    expect(fait).toBe(permis);
  });

  test('une autre crèche ne reçoit pas un exercice déplacé, un responsable de crèche n’écrit aucun mois', async () => {
    const deplace = asAgent('responsableNord', ({ tx }) =>
      tx.updateTable('eaje.exercice').set({ etablissementId: sud.id }).where('annee', '=', 2026).execute(),
    );
    await expect(deplace).rejects.toThrow('row-level security');
    const touches = await asAgent('creche', ({ tx }) =>
      tx.updateTable('eaje.moisActivite').set({ minutesRealisees: 1 }).executeTakeFirst(),
    );
    expect(touches.numUpdatedRows).toBe(0n);
  });

  test('le barème se lit et se tient de qui finance, et d’aucun autre', async () => {
    for (const qui of ['creche', 'administrateur']) {
      await expect(asAgent(qui, (contexte) => executeCommand(contexte, recordBareme, BAREME))).rejects.toThrow(
        'Absent',
      );
      expect(await asAgent(qui, async ({ agent }) => canListActivite(agent))).toBe(false);
    }
    await asAgent('responsableSud', (contexte) => executeCommand(contexte, recordBareme, BAREME));
    expect(await asAgent('directeur', ({ tx }) => findBareme(tx, 2026))).toMatchObject({
      avec: { pmax: 100_000, pmoyen: null, pmin: 90_000 },
      ...{ seuilHaut: 120, version: 1, gele: null },
    });
    expect(await asAgent('creche', ({ tx }) => findBareme(tx, 2026))).toBeUndefined();
  });
});

describe('Le prix le plus bas de l’année se compare à celui de la première année gelée (PSU-05)', () => {
  test('2027 se compare à 2026, première année saisie ; 2028 ne se compare plus', async () => {
    const gele = { annee: 2026, avec: 90_000, sans: 84_000 };
    for (const annee of ['2027', '2028'])
      await asAgent('directeur', (contexte) => executeCommand(contexte, recordBareme, { ...BAREME, annee }));
    expect(await asAgent('directeur', ({ tx }) => findBareme(tx, 2027))).toMatchObject({ gele });
    expect(await asAgent('directeur', ({ tx }) => findBareme(tx, 2028))).toMatchObject({ gele: null });
  });
});

describe('Un exercice et un barème se corrigent sans s’écraser', () => {
  test('les montants au centime, le prévisionnel de l’année est la somme de ses mois', async () => {
    const [exercice] = await asAgent('directeur', ({ tx }) => listExercices(tx, 2026, [nord.id]));
    expect(exercice).toMatchObject({
      chargesCentimes: 120_000_050,
      factureesPrevues: 30 * 60,
      bonusMixiteCentimes: null,
    });
  });

  test('une version dépassée montre celle de l’autre', async () => {
    const depasse = { id: nord.id, annee: '2026', version: '1', charges: '1' };
    const collegue = {
      ...depasse,
      version: '2',
      charges: '1200000,5',
      bonusMixite: '300',
      exceptionnelles: '',
      ...PREVUS,
    };
    await asAgent('directeur', (c) => executeCommand(c, recordExercice, { ...collegue, organismeCaf: '94' }));
    await expect(asAgent('responsableNord', (c) => executeCommand(c, recordExercice, depasse))).rejects.toMatchObject({
      actuel: {
        'Charges de fonctionnement': '1200000,5',
        'Bonus mixité sociale': '300',
        'Code de la Caf': '94',
        'Prévues en janvier': '10',
        'Prévues en février': '20',
        'Prévues en décembre': '0',
      },
    });
    const [exercice] = await asAgent('directeur', ({ tx }) => listExercices(tx, 2026, [nord.id]));
    expect(exercice).toMatchObject({ organismeCaf: '94', bonusMixiteCentimes: 30_000 });
  });

  test('un barème en conflit montre chaque prix qu’on écraserait, et eux seuls', async () => {
    const saisi = { ...BAREME, version: '7', pmaxAvec: '10,50', pminSans: '8', confiance: 'verifie' };
    await expect(asAgent('responsableNord', (c) => executeCommand(c, recordBareme, saisi))).rejects.toMatchObject({
      actuel: { 'Avec couches et repas, le plus haut': '10', 'Sans, le plus bas': '8,4', Confiance: 'À confirmer' },
    });
    await expect(asAgent('responsableNord', (c) => executeCommand(c, recordBareme, saisi))).rejects.not.toMatchObject({
      actuel: { Source: expect.anything() },
    });
  });

  test('un champ vide reste à saisir, et ne devient pas zéro', async () => {
    const saisie = { id: sud.id, annee: '2026', charges: '1000' };
    await asAgent('responsableSud', (c) => executeCommand(c, recordExercice, saisie));
    const [exercice] = await asAgent('responsableSud', ({ tx }) => listExercices(tx, 2026, [sud.id]));
    expect(exercice).toMatchObject({
      autresRecettesCentimes: null,
      journeesPedagogiques: null,
      minutesHorsPresence: null,
      minutesExceptionnelles: null,
      previsionnel: null,
      factureesPrevues: null,
    });
    await asAgent('responsableSud', (c) =>
      executeCommand(c, recordExercice, { ...saisie, version: '1', horsPresence: '0' }),
    );
    const [corrige] = await asAgent('responsableSud', ({ tx }) => listExercices(tx, 2026, [sud.id]));
    expect(corrige).toMatchObject({ minutesHorsPresence: 0, minutesExceptionnelles: null });
  });

  test('six mois prévus sur douze sont refusés, chaque mois vide avec son message', async () => {
    const janvierAJuin = Object.fromEntries(MOIS_PREVUS.slice(0, 6).map((m) => [`prevu${m}`, '100']));
    const saisie = { id: nord.id, annee: '2026', version: '2', ...janvierAJuin };
    const message = 'Saisissez les douze mois, zéro compris, ou aucun.';
    await expect(asAgent('responsableNord', (c) => executeCommand(c, recordExercice, saisie))).rejects.toMatchObject({
      erreurs: Object.fromEntries(MOIS_PREVUS.slice(6).map((m) => [`prevu${m}`, message])),
    });
  });

  test('un mois corrigé corrige l’année, qui n’est que leur somme ; une année saisie à part se rouvre telle quelle', async () => {
    const lit = async () => {
      const [exercice] = await asAgent('directeur', ({ tx }) => listExercices(tx, 2026, [nord.id]));
      if (!exercice) throw new Error('Exercice attendu');
      return exercice;
    };
    const rouvert = async (autres: object) => {
      const x = await lit();
      await asAgent('directeur', (c) =>
        executeCommand(c, recordExercice, {
          ...formatExercice(x),
          id: nord.id,
          annee: '2026',
          version: String(x.version),
          ...autres,
        }),
      );
      return (await lit()).factureesPrevues;
    };
    expect(await rouvert({ prevu01: '50' })).toBe(70 * 60);
    expect(await rouvert({ facturees: '80' })).toBe(80 * 60);
    expect(await rouvert({})).toBe(80 * 60);
  });

  test('des heures toutes exceptionnelles sont refusées (PSU-10)', async () => {
    const saisie = { id: sud.id, annee: '2026', exceptionnelles: '100' };
    await expect(asAgent('responsableSud', (c) => executeCommand(c, recordExercice, saisie))).rejects.toThrow(
      'heures exceptionnelles couvrent toutes',
    );
  });

  test('un palier du milieu est demandé jusqu’en 2024, ignoré après', async () => {
    await expect(
      asAgent('directeur', (c) => executeCommand(c, recordBareme, { ...BAREME, annee: '2024' })),
    ).rejects.toMatchObject({
      erreurs: {
        pmoyenAvec: expect.stringContaining('trois paliers'),
        pmoyenSans: expect.stringContaining('trois paliers'),
      },
    });
  });

  test('le palier oublié a son message à côté de lui ; hors des deux autres, il est refusé', async () => {
    const saisie = { ...BAREME, annee: '2024', pmoyenAvec: '9,5', pmoyenSans: '' };
    const essaie = (autres: object) =>
      asAgent('directeur', (c) => executeCommand(c, recordBareme, { ...saisie, ...autres }));
    const seul = { erreurs: { pmoyenSans: expect.stringContaining('trois paliers') } };
    await expect(essaie({})).rejects.toMatchObject(seul);
    await expect(essaie({})).rejects.not.toMatchObject({ erreurs: { pmoyenAvec: expect.anything() } });
    await expect(essaie({ pmoyenSans: '9,4' })).rejects.toMatchObject({
      erreurs: { pmoyenSans: expect.stringContaining('entre le plus bas et le plus haut') },
    });
    await essaie({ pmoyenSans: '9' });
  });
});
