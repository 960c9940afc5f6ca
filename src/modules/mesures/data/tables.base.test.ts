import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { NOMENCLATURE } from '../nomenclature.ts';
import { aMesure, insertDecision, insertEvenement } from '../testing/mesure-factory.ts';

const base = withBase();
const { executeSql } = base;
let departement: DepartementDEssai;
let agent: string;
beforeAll(async () => {
  departement = await createDepartement(executeSql);
  agent = await departement.addAgent('inspecteur-enfance', departement.unites.nord);
});
const enfant = () => anEnfant().ne('2019-03-04').surLeTerritoire(departement.unites.nord).insert(executeSql);
const mesure = async (code: string, enfantId?: string) =>
  aMesure(code)
    .pour(enfantId ?? (await enfant()))
    .porteePar(departement.unites.nord);
const readPeriode = async (id: string) =>
  (await executeSql<{ periode: string | null }>('select periode::text from mesures.mesure where id = $1', [id]))[0]
    ?.periode;
const readFaits = async (id: string) =>
  executeSql<{ type: string; date: string; donnees: Record<string, unknown> }>(
    'select type, date::text, donnees from mesures.fait where mesure_id = $1 order by date, type',
    [id],
  );

it('la base connaît les codes de la nomenclature, leur origine, leur groupe, leur délégation et leur interdiction', async () => {
  const lignes = await executeSql(
    'select code, origine, groupe, acte_delegue, interdite_le::text from mesures.nomenclature order by code',
  );
  const attendues = Object.entries(NOMENCLATURE).map(([code, { versions }]) => {
    const valeur = versions.at(-1)?.valeur;
    const signee = valeur?.decideur === 'president' || valeur?.decideur === 'service';
    return {
      code,
      origine: valeur?.origine,
      groupe: valeur?.groupe ?? null,
      acte_delegue: signee ? valeur.delegation : null,
      interdite_le: valeur?.interdit?.depuis ?? null,
    };
  });
  expect(lignes).toEqual(attendues.toSorted((a, b) => (a.code < b.code ? -1 : 1)));
});

describe('ce que couvre une mesure', () => {
  it('va de sa première décision à la fin de la dernière, et s’arrête au dernier jour de la mesure', async () => {
    const { id } = await (await mesure('PLACEMENT_ASE'))
      .decidee({ le: '2024-01-10', au: '2025-01-09' })
      .decidee({ nature: 'renouvellement', le: '2024-12-20', du: '2025-01-10', au: '2027-01-09' })
      .debutLe('2024-01-15')
      .insert(executeSql);
    expect(await readPeriode(id)).toBe('[2024-01-10,2027-01-10)');
    await insertEvenement(executeSql, id, { nature: 'fin', le: '2026-06-30', motif: 'MAINLEVEE_JUGE' });
    expect(await readPeriode(id)).toBe('[2024-01-10,2026-07-01)');
  });

  it('une modification qui ne dit pas de fin garde celle d’avant', async () => {
    const { id } = await (await mesure('PLACEMENT_ASE'))
      .decidee({ le: '2024-01-10', au: '2025-01-09' })
      .decidee({ nature: 'modification', le: '2024-03-01' })
      .insert(executeSql);
    expect(await readPeriode(id)).toBe('[2024-01-10,2025-01-10)');
  });

  it('une correction remplace, l’ancienne reste lisible et ne compte plus', async () => {
    const { id, decisions } = await (await mesure('PLACEMENT_ASE'))
      .decidee({ le: '2024-01-10', au: '2025-01-09' })
      .insert(executeSql);
    await insertDecision(executeSql, id, { le: '2024-01-12', au: '2026-01-11', corrigeId: decisions[0]! });
    expect(await readPeriode(id)).toBe('[2024-01-12,2026-01-12)');
    expect(await executeSql('select 1 from mesures.decision where mesure_id = $1', [id])).toHaveLength(2);
    expect((await readFaits(id)).filter(({ type }) => type === 'decision')).toEqual([
      {
        type: 'decision',
        date: '2024-01-12',
        donnees: { code: 'PLACEMENT_ASE', nature: 'initiale', du: '2024-01-12', au: '2026-01-11' },
      },
    ]);
  });
});

describe('ce que la base refuse', () => {
  it('deux mesures qui confient l’enfant le même jour', async () => {
    const enfantId = await enfant();
    await (await mesure('OPP_PARQUET', enfantId)).decidee({ le: '2026-03-10', au: '2026-09-09' }).insert(executeSql);
    const autre = (await mesure('PLACEMENT_ASE', enfantId)).decidee({ le: '2026-09-09', au: '2027-09-08' });
    await expect(autre.insert(executeSql)).rejects.toMatchObject({ code: '23P01', constraint: 'mesure_un_titre' });
  });

  it('mais pas deux mesures de groupes différents, ni la suivante le lendemain de la fin', async () => {
    const enfantId = await enfant();
    await (await mesure('OPP_PARQUET', enfantId)).decidee({ le: '2026-03-10', au: '2026-03-17' }).insert(executeSql);
    await (await mesure('AEMO', enfantId)).decidee({ le: '2026-03-10', au: '2026-09-09' }).insert(executeSql);
    const { id } = await (await mesure('PLACEMENT_ASE', enfantId))
      .decidee({ le: '2026-03-18', au: '2027-03-17' })
      .insert(executeSql);
    expect(await readPeriode(id)).toBe('[2026-03-18,2027-03-18)');
  });

  it.each([
    ['une décision avant la naissance', 'decision_naissance', { le: '2019-03-03' }],
    ['une décision de demain', 'decision_a_venir', { le: '2026-11-22' }],
    ['une fin avant le début', 'decision_ordre', { le: '2026-03-10', au: '2026-03-09' }],
    ['une réception avant la décision', 'decision_recue', { le: '2026-03-10', recueLe: '2026-03-09' }],
  ])('%s', async (_, constraint, decision) => {
    const posee = (await mesure('AEMO')).decidee(decision);
    await expect(posee.insert(executeSql)).rejects.toMatchObject({ code: '23514', constraint });
  });

  it('une mesure que le président décide, reçue d’un juge ; une mesure du juge, signée au nom du président', async () => {
    const aed = (await mesure('AED')).decidee({ le: '2026-03-10' });
    await expect(aed.insert(executeSql)).rejects.toMatchObject({ constraint: 'decision_autorite' });
    const aemo = (await mesure('AEMO')).decidee({ le: '2026-03-10', signataireId: agent });
    await expect(aemo.insert(executeSql)).rejects.toMatchObject({ constraint: 'decision_autorite' });
  });

  it('un placement à domicile décidé depuis le 2 octobre 2024 ; celui de la veille se reprend', async () => {
    const { id } = await (await mesure('PEAD')).decidee({ le: '2024-10-01' }).insert(executeSql);
    expect(await readPeriode(id)).toBe('[2024-10-01,)');
    const apres = (await mesure('PEAD')).decidee({ le: '2024-10-02' });
    await expect(apres.insert(executeSql)).rejects.toMatchObject({ constraint: 'decision_code_interdit' });
  });

  it('un début avant la décision, ou demain', async () => {
    const decidee = async () => (await mesure('AEMO')).decidee({ le: '2026-03-10', au: '2027-03-09' });
    await expect((await decidee()).debutLe('2026-03-09').insert(executeSql)).rejects.toMatchObject({
      constraint: 'execution_avant_decision',
    });
    await expect((await decidee()).debutLe('2026-11-22').insert(executeSql)).rejects.toMatchObject({
      constraint: 'execution_a_venir',
    });
  });
});

it('les faits se disent dans les mots du vocabulaire commun', async () => {
  const { id } = await (await mesure('AED'))
    .demandeeLe('2026-01-05')
    .decidee({ le: '2026-01-10', au: '2026-07-09', signataireId: agent })
    .enAttente('2026-01-11')
    .debutLe('2026-02-01')
    .finieLe('2026-06-30', 'OBJECTIFS_ATTEINTS')
    .insert(executeSql);
  await executeSql(
    "insert into mesures.accord (id, mesure_id, nature, forme, par, le) values (gen_random_uuid(), $1, 'accord', 'ecrit', 'Mme Essai, mère', '2026-01-08')",
    [id],
  );
  expect((await readFaits(id)).map(({ type, date, donnees }) => [type, date, donnees])).toEqual([
    ['demande', '2026-01-05', { code: 'AED' }],
    ['accord', '2026-01-08', { forme: 'ecrit', par: 'Mme Essai, mère' }],
    ['decision', '2026-01-10', { code: 'AED', nature: 'initiale', du: '2026-01-10', au: '2026-07-09' }],
    ['debut-effectif', '2026-02-01', {}],
    ['fin-mesure', '2026-06-30', { motif: 'OBJECTIFS_ATTEINTS' }],
  ]);
});

it('une demande refusée n’est plus un fait : rien n’est dû à ce qui a reçu sa réponse', async () => {
  const { id } = await (await mesure('APU_MNA')).demandeeLe('2026-11-20').insert(executeSql);
  const demandes = async () => (await readFaits(id)).filter(({ type }) => type === 'demande');
  expect(await demandes()).toMatchObject([{ date: '2026-11-20' }]);
  await executeSql("update mesures.mesure set etat = 'refusee' where id = $1", [id]);
  expect(await demandes()).toEqual([]);
});

it('réunir deux fiches n’en laisse aucune mesure derrière, même deux titres des mêmes jours ; séparer rend tout', async () => {
  const crip = await departement.addAgent('agent-crip', departement.unites.departement);
  const [garde, absorbe] = [await enfant(), await enfant()];
  const poser = async (enfantId: string) =>
    (await (await mesure('PLACEMENT_ASE', enfantId)).decidee({ le: '2026-03-10', au: '2027-03-09' }).insert(executeSql))
      .id;
  const [une, autre] = [await poser(garde), await poser(absorbe)];
  const lire = () =>
    executeSql('select id, enfant_id, groupe, periode::text from mesures.mesure where id = any ($1) order by id', [
      [une, autre],
    ]);
  const avant = await lire();
  const fusion = createIdentifiant();
  await base.asAgent(crip, ({ tx }) =>
    sql`select enfants.fusionner(${garde}::uuid, ${absorbe}::uuid, 'Même enfant', ${fusion}::uuid)`.execute(tx),
  );
  expect(
    await executeSql('select 1 from mesures.fait where enfant_id = $1 and type = $2', [garde, 'decision']),
  ).toHaveLength(2);
  expect(await executeSql('select 1 from mesures.mesure where enfant_id = $1', [absorbe])).toEqual([]);
  await base.asAgent(crip, ({ tx }) => sql`select enfants.separer(${fusion}::uuid)`.execute(tx));
  expect(await lire()).toEqual(avant);
});
