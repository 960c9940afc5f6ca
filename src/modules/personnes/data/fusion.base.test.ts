import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDepartement } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant, insertLien, insertPersonne } from '#modules/acces/testing/enfant-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';

const base = withBase();
let client: pg.Client;
let crip: string;
let unites: string[];
let agents: string[];

beforeAll(async () => {
  const departement = await createDepartement(base.executeSql);
  crip = await departement.addAgent('agent-crip', departement.unites.departement);
  agents = [
    crip,
    await departement.addAgent('referent-educatif', departement.unites.nord1),
    await departement.addAgent('referent-educatif', departement.unites.sud1),
  ];
  unites = [departement.unites.nord1, departement.unites.sud1];
  client = new pg.Client({ connectionString: base.urlProprietaire });
  await client.connect();
});
afterAll(() => client.end());

const executeSql = async <R extends pg.QueryResultRow>(texte: string, valeurs?: unknown[]) =>
  (await client.query<R>(texte, valeurs)).rows;

const TABLES = [
  'personne',
  'autre_nom',
  'enfant',
  'menage',
  'menage_membre',
  'adresse',
  'lien',
  'autorite_parentale',
  'statut',
  'partenaire',
  'partenaire_enfant',
  'mission',
  'acces_nomme',
  'bris_de_glace',
];

/** Toutes les lignes du module, colonne par colonne, telles que la base les écrit. */
async function readTout(): Promise<string> {
  const morceaux: string[] = [];
  for (const table of TABLES) {
    const [ligne] = await executeSql<{ lignes: string | null }>(
      `select string_agg(x::text, E'\n' order by x.id) as lignes from enfants.${table} x`,
    );
    morceaux.push(table, ligne?.lignes ?? '');
  }
  return morceaux.join('\n');
}

async function asCrip<T>(fn: () => Promise<T>): Promise<T> {
  await client.query(`select acces.ouvrir_agent('${crip}'); set local role marelle_agent`);
  try {
    return await fn();
  } finally {
    await client.query('reset role').catch(() => undefined);
  }
}

const fusionner = async (garde: string, absorbe: string) => {
  const id = createIdentifiant();
  await asCrip(() =>
    client.query('select enfants.fusionner($1, $2, $3, $4)', [garde, absorbe, 'même acte de naissance', id]),
  );
  return id;
};
const separer = (fusion: string) => asCrip(() => client.query('select enfants.separer($1)', [fusion]));

/** Chaque essai dans sa transaction, défaite à la fin. */
async function inEssai(fn: () => Promise<void>): Promise<void> {
  await client.query('begin');
  try {
    await fn();
  } finally {
    await client.query('rollback');
  }
}

const jour = fc.integer({ min: 0, max: 40 });
const periode = fc.tuple(jour, jour, fc.boolean()).map(([a, b, ouverte]) => {
  const du = Math.min(a, b);
  return `[${addJour(du)},${ouverte ? '' : addJour(Math.max(a, b) + 1)})`;
});
function addJour(n: number): string {
  return n < 31 ? `2024-01-${String(n + 1).padStart(2, '0')}` : `2024-02-${String(n - 30).padStart(2, '0')}`;
}

type Ligne = { table: string; sur: 0 | 1; periode: string; a: number; b: number };
const ligne: fc.Arbitrary<Ligne> = fc.record({
  table: fc.constantFrom(
    'autre_nom',
    'menage_membre',
    'lien_de',
    'lien_vers',
    'autorite_de',
    'autorite_vers',
    'statut',
    'partenaire',
    'referent',
    'territoire',
    'bris',
  ),
  sur: fc.constantFrom(0, 1),
  periode,
  a: fc.nat(2),
  b: fc.nat(1),
});

type Monde = {
  paire: [string, string];
  autresEnfants: string[];
  adultes: string[];
  menages: string[];
  partenaire: string;
};

async function createMonde(): Promise<Monde> {
  const territoire = (id: string) =>
    anEnfant().surLeTerritoire(unites[0]!, '[2010-01-01,2023-01-01)').nomme('Martin', id);
  const paire: [string, string] = [
    await territoire('Lou').insert(executeSql),
    await anEnfant().nomme('Martain', 'Lou').insert(executeSql),
  ];
  // La CRIP voit les deux par une mission d'équipe ouverte.
  for (const id of paire)
    await client.query(
      "insert into enfants.mission (id, enfant_id, unite_id, nature, periode) values ($1, $2, $3, 'equipe', '[2010-01-01,)')",
      [createIdentifiant(), id, unites[0]],
    );
  const autresEnfants = [
    await anEnfant().insert(executeSql),
    await anEnfant().surLeTerritoire(unites[1]!).insert(executeSql),
    await anEnfant().restreint().insert(executeSql),
  ];
  const adulte = () => insertPersonne(executeSql, { nom: 'Adulte', prenom: 'Un', sexe: 'inconnu', naissance: null });
  const adultes = [await adulte(), await adulte(), await adulte()];
  const menages = [createIdentifiant(), createIdentifiant()];
  for (const id of menages) await client.query("insert into enfants.menage (id, libelle) values ($1, 'Foyer')", [id]);
  const partenaire = createIdentifiant();
  await client.query("insert into enfants.partenaire (id, nature, nom) values ($1, 'ecole', 'École')", [partenaire]);
  return { paire, autresEnfants, adultes, menages, partenaire };
}

/** Pose une ligne si la base l'accepte : les lignes impossibles d'une même fiche ne comptent pas. */
async function insertLigne(monde: Monde, { table, sur, periode: p, a, b }: Ligne): Promise<void> {
  const moi = monde.paire[sur];
  const id = createIdentifiant();
  const poser: Record<string, [string, unknown[]]> = {
    autre_nom: [
      "insert into enfants.autre_nom (id, personne_id, nature, nom) values ($1, $2, 'autre', $3)",
      [id, moi, `Nom ${a}`],
    ],
    menage_membre: [
      "insert into enfants.menage_membre (id, menage_id, personne_id, residence, periode) values ($1, $2, $3, 'principale', $4)",
      [id, monde.menages[b], moi, p],
    ],
    lien_de: [
      "insert into enfants.lien (id, enfant_id, personne_id, qualite, filiation, periode) values ($1, $2, $3, 'mere', 'etablie', $4)",
      [id, moi, monde.adultes[a], p],
    ],
    lien_vers: [
      "insert into enfants.lien (id, enfant_id, personne_id, qualite, periode) values ($1, $2, $3, 'frere-soeur', $4)",
      [id, monde.autresEnfants[a], moi, p],
    ],
    autorite_de: [
      "insert into enfants.autorite_parentale (id, enfant_id, personne_id, titulaire, exercice, periode) values ($1, $2, $3, true, 'conjoint', $4)",
      [id, moi, monde.adultes[a], p],
    ],
    autorite_vers: [
      "insert into enfants.autorite_parentale (id, enfant_id, personne_id, titulaire, exercice, periode) values ($1, $2, $3, true, 'seul', $4)",
      [id, monde.autresEnfants[a], moi, p],
    ],
    statut: [
      "insert into enfants.statut (id, enfant_id, code, periode) values ($1, $2, 'a-determiner', $3)",
      [id, moi, p],
    ],
    partenaire: [
      "insert into enfants.partenaire_enfant (id, enfant_id, partenaire_id, qualite, periode) values ($1, $2, $3, 'scolarite', $4)",
      [id, moi, monde.partenaire, p],
    ],
    referent: [
      "insert into enfants.mission (id, enfant_id, agent_id, nature, periode) values ($1, $2, $3, 'referent', $4)",
      [id, moi, agents[a], p],
    ],
    territoire: [
      "insert into enfants.mission (id, enfant_id, unite_id, nature, periode) values ($1, $2, $3, 'territoire', $4)",
      [id, moi, unites[b], p],
    ],
    bris: [
      "insert into enfants.bris_de_glace (id, enfant_id, agent_id, motif, explication, expire_le) values ($1, $2, $3, 'urgence', 'pour un essai', now() + interval '1 hour')",
      [id, moi, agents[a]],
    ],
  };
  const [texte, valeurs] = poser[table]!;
  await client.query('savepoint ligne');
  await client.query(texte, valeurs).catch(async (erreur: { code?: string }) => {
    if (erreur.code !== '23P01') throw erreur;
    await client.query('rollback to savepoint ligne');
  });
}

describe('Réunir puis séparer deux fiches', () => {
  it('rend chaque ligne exactement comme elle était, quels que soient les recouvrements', {
    timeout: 60_000,
  }, async () => {
    let coupees = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(ligne, { minLength: 4, maxLength: 24 }), (lignes) =>
        inEssai(async () => {
          const monde = await createMonde();
          for (const l of lignes) await insertLigne(monde, l);
          const avant = await readTout();
          const fusion = await fusionner(...monde.paire);
          expect(await readTout()).not.toBe(avant);
          const [faite] = await executeSql<{ deplacements: { sort: string }[] }>(
            'select deplacements from enfants.fusion where id = $1',
            [fusion],
          );
          coupees += faite!.deplacements.filter(
            ({ sort }) => sort === 'coupee' || sort === 'restee' || sort === 'changee',
          ).length;
          await separer(fusion);
          expect(await readTout()).toBe(avant);
        }),
      ),
      { numRuns: 60, seed: 20261121 },
    );
    expect(coupees).toBeGreaterThan(20);
  });

  it('ne perd aucun lien : la gardée porte ce que portait l’absorbée, et son ancien nom', () =>
    inEssai(async () => {
      const { paire, adultes } = await createMonde();
      await insertLien(executeSql, paire[1], adultes[0]!);
      await fusionner(...paire);
      expect(
        await executeSql('select 1 from enfants.lien where enfant_id = $1 and personne_id = $2', [
          paire[0],
          adultes[0],
        ]),
      ).toHaveLength(1);
      expect(await executeSql('select nom, prenom from enfants.autre_nom where personne_id = $1', [paire[0]])).toEqual([
        { nom: 'Martain', prenom: 'Lou' },
      ]);
      expect(await executeSql('select fusionnee_dans from enfants.personne where id = $1', [paire[1]])).toEqual([
        { fusionnee_dans: paire[0] },
      ]);
    }));

  it('deux référents le même jour : le second garde la vue par une mission d’équipe', () =>
    inEssai(async () => {
      const monde = await createMonde();
      await insertLigne(monde, { table: 'referent', sur: 0, periode: '[2024-01-01,)', a: 1, b: 0 });
      await insertLigne(monde, { table: 'referent', sur: 1, periode: '[2024-01-01,)', a: 2, b: 0 });
      await fusionner(...monde.paire);
      const missions = await executeSql<{ agent_id: string; nature: string }>(
        "select agent_id, nature from enfants.mission where enfant_id = $1 and agent_id is not null and periode @> date '2026-11-21'",
        [monde.paire[0]],
      );
      expect(missions.map(({ agent_id, nature }) => [agents.indexOf(agent_id), nature]).toSorted()).toEqual([
        [1, 'referent'],
        [2, 'equipe'],
      ]);
    }));

  it('refuse de séparer si une ligne a changé depuis, et le dit', () =>
    inEssai(async () => {
      const monde = await createMonde();
      await insertLigne(monde, { table: 'statut', sur: 1, periode: '[2024-01-01,)', a: 0, b: 0 });
      const fusion = await fusionner(...monde.paire);
      await client.query("update enfants.statut set code = 'pupille-provisoire' where enfant_id = $1", [
        monde.paire[0],
      ]);
      await client.query('savepoint refus');
      await expect(separer(fusion)).rejects.toMatchObject({ constraint: 'fusion_change' });
      await client.query('rollback to savepoint refus');
    }));

  it.each([
    [
      'la fiche de l’enfant est gardée, pas absorbée',
      'fusion_garder_enfant',
      async ({ paire, adultes }: Monde): Promise<[string, string]> => {
        await insertLien(executeSql, paire[1], adultes[0]!);
        return [adultes[0]!, paire[0]];
      },
    ],
    [
      'deux personnes liées l’une à l’autre sont deux personnes',
      'fusion_lies',
      async ({ paire }: Monde): Promise<[string, string]> => {
        await insertLien(executeSql, paire[0], paire[1], 'frere-soeur');
        return paire;
      },
    ],
    [
      'un dossier restreint ne se réunit pas à un dossier ouvert',
      'fusion_restreint',
      async ({ paire }: Monde): Promise<[string, string]> => {
        await client.query('update enfants.enfant set restreint = true where id = $1', [paire[1]]);
        await client.query(
          "insert into enfants.acces_nomme (id, enfant_id, agent_id, motif, periode) values ($1, $2, $3, 'essai', '[2020-01-01,)')",
          [createIdentifiant(), paire[1], crip],
        );
        return paire;
      },
    ],
  ])('%s', async (_, constraint, preparer) =>
    inEssai(async () => {
      const paire = await preparer(await createMonde());
      await expect(fusionner(...paire)).rejects.toMatchObject({ constraint });
    }),
  );
});
