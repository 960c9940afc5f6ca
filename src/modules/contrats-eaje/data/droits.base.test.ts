import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { erreurDe } from '#modules/organisation/testing/organisation-en-base.ts';
import { executeCommand } from '#server/define-command.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { canReadEnfantAccueilli, canReadFamille, canUpdateAccueil, canUpdateBareme } from '../droits.ts';
import { EnfantFiltre } from '../enfant-filtre.ts';
import { type AccueilEssai, createAccueilEssai } from '../testing/accueil-essai.ts';
import { findTarifsARevoir, listBaremes, listContratsARevoir, recordBareme } from './baremes.server.ts';
import { listEnfants } from './enfants.server.ts';
import { evaluateContrat } from './examen.server.ts';
import { getEnfant } from './familles.server.ts';

const base = withBase();
let a: AccueilEssai;
beforeAll(async () => {
  a = await base.asSystem(({ tx }) => createAccueilEssai(tx));
});

type Qui = keyof AccueilEssai['qui'];
const QUI: Qui[] = ['directeur', 'administrateur', 'referentNord', 'responsableNord', 'responsableSud', 'crecheNord'];
class Annule extends Error {}

function essaie(qui: Qui, fn: (contexte: Contexte) => Promise<unknown>): Promise<boolean> {
  const essai = base.asAgent(a.qui[qui], async (contexte) => {
    await fn(contexte);
    throw new Annule();
  });
  return essai.catch((erreur) => erreur instanceof Annule) as Promise<boolean>;
}

/** Ce que touche l'écriture : la base cache une ligne interdite plutôt que de la refuser. */
async function touche(requete: Promise<{ numAffectedRows?: bigint }>): Promise<void> {
  if (((await requete).numAffectedRows ?? 0n) === 0n) throw new Error('aucune ligne touchée');
}

const TIENNENT: Qui[] = ['responsableNord', 'crecheNord'];
const LISENT: Qui[] = [...TIENNENT, 'directeur'];

const LECTURES = [
  { table: 'famille', permis: TIENNENT, can: canReadFamille },
  { table: 'ressources', permis: TIENNENT, can: canReadFamille },
  { table: 'enfant', permis: LISENT, can: canReadEnfantAccueilli },
] as const;

describe.each(LECTURES)('lire $table de la crèche du nord', ({ table, permis, can }) => {
  test.each(QUI)('%s : TypeScript et la base disent pareil', async (qui) => {
    const { dit, voit } = await base.asAgent(a.qui[qui], async ({ tx, agent }) => {
      const { rows } =
        await sql`select 1 from ${sql.table(`eaje.${table}`)} where etablissement_id = ${a.nord.id}`.execute(tx);
      return { dit: can(agent, { uniteId: a.nord.uniteId }), voit: rows.length > 0 };
    });
    expect({ dit, voit }).toEqual({ dit: permis.includes(qui), voit: permis.includes(qui) });
  });
});

const semaine = sql`'{510,1050,510,1050,510,1050,510,1050,510,1050,0,0,0,0}'::smallint[]`;
const ECRITURES: { nom: string; ecrit: (contexte: Contexte) => Promise<unknown> }[] = [
  {
    nom: 'inscrire une famille',
    ecrit: ({ tx }) =>
      tx.insertInto('eaje.famille').values({ id: createIdentifiant(), etablissementId: a.nord.id, nom: 'x' }).execute(),
  },
  {
    nom: 'corriger un enfant',
    ecrit: ({ tx }) =>
      touche(sql`update eaje.enfant set prenom = 'y' where id = ${a.familleNord.enfantId}`.execute(tx)),
  },
  {
    nom: 'signer un contrat',
    ecrit: ({ tx }) =>
      sql`insert into eaje.contrat (id, enfant_id, etablissement_id, nature, periode, semaine, tarif_centimes)
        values (${createIdentifiant()}, ${a.familleNord.enfantId}, ${a.nord.id}, 'REGULIER', '[2026-01-01,)', ${semaine}, 100)`.execute(
        tx,
      ),
  },
  {
    nom: 'inscrire une absence',
    ecrit: ({ tx }) =>
      tx
        .insertInto('eaje.absence')
        .values({
          id: createIdentifiant(),
          enfantId: a.familleNord.enfantId,
          etablissementId: a.nord.id,
          periode: '[2026-11-02,2026-11-03)',
          motif: 'MALADIE',
          prevenueLe: jourCivil('2026-11-02'),
        })
        .execute(),
  },
];

describe.each(ECRITURES)('$nom au nord', ({ ecrit }) => {
  test.each(QUI)('%s : TypeScript et la base disent pareil', async (qui) => {
    const dit = await base.asAgent(a.qui[qui], async ({ agent }) =>
      canUpdateAccueil(agent, { uniteId: a.nord.uniteId }),
    );
    expect(dit).toBe(TIENNENT.includes(qui));
    expect(await essaie(qui, ecrit)).toBe(dit);
  });
});

describe('une ligne ne sort pas du périmètre de qui la tient', () => {
  test.each(['famille', 'enfant', 'ressources'])('%s du nord ne passe pas au sud', async (table) => {
    const deplace = ({ tx }: Contexte) =>
      touche(
        sql`update ${sql.table(`eaje.${table}`)} set etablissement_id = ${a.sud.id} where etablissement_id = ${a.nord.id}`.execute(
          tx,
        ),
      );
    for (const qui of TIENNENT) expect(await essaie(qui, deplace)).toBe(false);
  });
});

describe('le barème des participations (GEN-01)', () => {
  const BAREME = {
    id: '',
    du: '01/01/2027',
    taux1: '0,0620',
    taux2: '0,0517',
    taux3: '0,0414',
    taux4: '0,0311',
    taux8: '0,0207',
    plancher: '830',
    plafond: '9 000',
    confiance: 'a-confirmer',
    source: 'Essai',
  };
  const FINANCENT: Qui[] = ['directeur', 'responsableNord', 'responsableSud'];
  const enregistre = (qui: Qui, plus: object = {}) =>
    base.asAgent(a.qui[qui], (contexte) => executeCommand(contexte, recordBareme, { ...BAREME, ...plus }));
  const examine = () =>
    base.asAgent(a.qui.crecheNord, async ({ tx }) =>
      evaluateContrat(tx, await getEnfant(tx, a.familleNord.enfantId), {
        du: jourCivil('2027-01-04'),
        au: null,
        semaine: [510, 1020, ...Array.from({ length: 12 }, () => 0)],
      }),
    );

  test.each(QUI)('%s : TypeScript et la base disent pareil de qui le tient', async (qui) => {
    const dit = await base.asAgent(a.qui[qui], async ({ agent }) => canUpdateBareme(agent));
    expect(dit).toBe(FINANCENT.includes(qui));
    const ecrit = ({ tx }: Contexte) =>
      sql`insert into eaje.bareme_participation (id, du, taux, plancher_centimes, plafond_centimes, confiance, source)
        values (${createIdentifiant()}, '2027-06-01', '{620,517,414,311,207}', 83000, 900000, 'verifie', 'Essai')`.execute(
        tx,
      );
    expect(await essaie(qui, ecrit)).toBe(dit);
    if (!dit) expect((await erreurDe(enregistre(qui))).name).toBe('Introuvable');
  });

  test('sans lui le contrat de 2027 attend et dit où le saisir ; saisi par qui finance, il vaut pour la crèche et avertit', async () => {
    const avant = await examine();
    expect(avant.tarif).toBeNull();
    expect(avant.remarques.map(({ motif }) => motif).join()).toContain('Qui tient « Heures et PSU » l’y saisit');
    const id = await enregistre('responsableSud');
    const { tarif, remarques } = await examine();
    expect(tarif?.tarifCentimes).toBe(124);
    expect(tarif?.avertissements.join()).toContain('à confirmer : Essai');
    expect(remarques.filter(({ bloque }) => bloque)).toEqual([]);
    const [trace] = await base.executeSql<{ detail: object }>(
      "select detail from journal.evenement where acte = 'creches.bareme.enregistrer'",
    );
    expect(trace?.detail).toMatchObject({ du: '2027-01-01', plafondCentimes: 900_000, source: 'Essai' });
    const lus = await base.asAgent(a.qui.crecheNord, ({ tx }) => listBaremes(tx));
    expect(lus).toMatchObject([{ id, du: '2027-01-01', taux: [620, 517, 414, 311, 207], version: 1 }]);
    expect(await base.asAgent(a.qui.administrateur, ({ tx }) => listBaremes(tx))).toEqual([]);
  });

  test('deux personnes le corrigent : la seconde voit ce que la première a changé', async () => {
    const [bareme] = await base.asAgent(a.qui.directeur, ({ tx }) => listBaremes(tx));
    const corrige = { id: bareme?.id, version: '1' };
    await enregistre('directeur', { ...corrige, plafond: '9100', confiance: 'verifie' });
    const conflit = await erreurDe(enregistre('responsableNord', { ...corrige, plafond: '9200' }));
    expect(conflit.name).toBe('Conflit');
    expect(conflit.actuel).toMatchObject({
      'Plafond de ressources': '9100',
      Confiance: 'Vérifié dans la publication de la Cnaf',
    });
  });

  test.each([
    [{ du: '31/12/2025' }, 'du', 'Avant le 1er janvier 2026'],
    [{ taux1: '61,9' }, 'taux1', 'par exemple 0,0619'],
    [{ taux2: '0,07' }, 'taux2', 'Le taux baisse'],
    [{ plafond: '800' }, 'plafond', 'sous le plancher'],
    [{ source: ' ' }, 'source', 'd’où vient ce barème'],
  ])('une saisie fausse se dit à côté du champ : %o', async (plus, champ, phrase) => {
    const { erreurs } = await erreurDe(enregistre('directeur', plus));
    expect(erreurs?.[champ]).toContain(phrase);
  });

  test('deux barèmes ne commencent pas le même jour', async () => {
    expect((await erreurDe(enregistre('directeur'))).message).toContain('commence déjà ce jour-là');
  });
});

describe('les contrats dont le tarif est à revoir (PF-04, PF-05)', () => {
  const contrat = createIdentifiant();
  const lister = (qui: Qui, etablissementId: string | null = null) =>
    base.asAgent(a.qui[qui], async (contexte) =>
      (await listContratsARevoir(contexte, etablissementId)).map(({ id }) => id),
    );
  beforeAll(async () => {
    await base.executeSql(
      `insert into eaje.contrat (id, enfant_id, etablissement_id, nature, periode, semaine, tarif_centimes)
        values ($1, $2, $3, 'REGULIER', '[2026-02-01,)', '{510,1050,0,0,0,0,0,0,0,0,0,0,0,0}', 124)`,
      [contrat, a.familleNord.enfantId, a.nord.id],
    );
  });

  test('rien tant que rien ne change ; des ressources nouvelles en cours de contrat, et il se revoit', async () => {
    expect(await lister('crecheNord')).toEqual([]);
    await base.executeSql("update eaje.ressources set periode = '[2026-01-01,2026-05-01)' where famille_id = $1", [
      a.familleNord.id,
    ]);
    await base.executeSql(
      `insert into eaje.ressources (id, famille_id, etablissement_id, periode, annuelles_centimes, enfants_a_charge, origine)
        values ($1, $2, $3, '[2026-05-01,)', 3600000, 1, 'CDAP')`,
      [createIdentifiant(), a.familleNord.id, a.nord.id],
    );
    expect(await lister('crecheNord')).toEqual([contrat]);
    expect(await lister('responsableNord', a.nord.id)).toEqual([contrat]);
  });

  test('qui n’accueille pas les familles de la crèche n’en voit aucun', async () => {
    for (const qui of ['directeur', 'administrateur', 'responsableSud'] as const) expect(await lister(qui)).toEqual([]);
    expect(await lister('responsableNord', a.sud.id)).toEqual([]);
  });

  test('la liste des enfants le filtre ; Ma journée y mène, crèche par crèche', async () => {
    const { enfants, creches } = await base.asAgent(a.qui.crecheNord, async (contexte) => ({
      enfants: await listEnfants(
        contexte,
        { etablissementId: a.nord.id, voitRessources: true, aRevoir: [contrat] },
        EnfantFiltre.parse({ accueil: 'tarif-a-revoir' }),
        { page: 1, taille: 50 },
      ),
      creches: await findTarifsARevoir(contexte),
    }));
    expect(enfants.lignes.map(({ contratId }) => contratId)).toEqual([contrat]);
    expect(creches).toMatchObject([{ id: a.nord.id, contrats: 1 }]);
    expect(await base.asAgent(a.qui.directeur, findTarifsARevoir)).toBeNull();
  });
});
