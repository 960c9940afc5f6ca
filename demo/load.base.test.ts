import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '#database/connection.ts';
import { executeRemiseAZero } from '#database/empty-demo.ts';
import { updateMois } from '#modules/activite-psu/index.server.ts';
import { findSousTaux } from '#modules/encadrement/index.server.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { formatNumero } from './calendrier.ts';
import { buildCartes } from './cartes.ts';
import { buildMondeCreches } from './creches/monde.ts';
import { listManques } from './creches/prevision.ts';
import { LUNDI } from './creches/vacations.ts';
import type { Lot } from './lignes.ts';
import { loadDemo } from './load.ts';
import { buildOrganisation } from './organisation/organisation.ts';
import { buildDepartement } from './registre.ts';

const COMMANDE = { profil: 'manche', echelle: 0.05, graine: 1 } as const;
const base = withBase();
const charger = () => loadDemo({ ...COMMANDE, db: base.db, urlProprietaire: base.urlProprietaire });

/** Une empreinte de toutes les lignes de toutes les tables remplies, sauf le journal (il date l'écriture) et les révisions (tirées au hasard). */
async function lireEmpreinte(): Promise<string> {
  const tables = await base.executeSql<{ nom: string }>(
    "select schemaname || '.' || tablename as nom from pg_tables where schemaname in ('organisation', 'enfants', 'ip', 'mesures', 'eaje') and tablename <> 'revision' order by 1",
  );
  const empreinte = createHash('sha256');
  for (const { nom } of tables) {
    const lignes = await base.executeSql<{ resume: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ' ' order by t::text collate "C")), '') as resume from ${nom} t`,
    );
    empreinte.update(`${nom} ${lignes[0]?.resume}\n`);
  }
  return empreinte.digest('hex');
}

const SANS_CE_QUE_LA_BASE_AJOUTE: Readonly<Record<string, string>> = {
  // Le chargement s'inscrit lui-même au journal, au nom du système.
  'journal.evenement': 'where systeme is null',
  // Les équipes d'évaluation reçoivent leurs missions d'elles-mêmes.
  'enfants.mission': "where motif is null or motif not like 'Évaluation IP-%'",
};

describe('le chargement de la démonstration', () => {
  beforeAll(async () => {
    await charger();
  });

  test('refuse une base déjà remplie', async () => {
    await expect(charger()).rejects.toThrow(/déjà une démonstration/);
  });

  test('rend les mêmes octets pour la même graine', async () => {
    const premiere = await lireEmpreinte();
    await executeRemiseAZero(base.urlProprietaire);
    await charger();
    expect(await lireEmpreinte()).toBe(premiere);
  });

  test('estime la recette que perd chaque dossier de travaux chiffré (TRV-02)', async () => {
    const dossiers = await base.executeSql<{ centimes: string | null; pas: number; minutes: number }>(
      'select p.centimes, cardinality(p.methode) as pas, i.minutes_perdues as minutes from eaje.impact_travaux i left join eaje.impact_psu p on p.dossier_id = i.dossier_id',
    );
    expect(dossiers.length).toBeGreaterThan(0);
    // Une crèche sans charges saisies dit pourquoi rien ne se calcule.
    for (const { pas } of dossiers) expect(pas).toBeGreaterThan(0);
    const calcules = dossiers.filter(({ centimes }) => centimes !== null);
    expect(calcules.length).toBeGreaterThan(dossiers.length / 2);
    for (const { centimes, minutes } of calcules) expect(Number(centimes) > 0).toBe(minutes > 0);
  });

  test('écrit toutes les lignes fabriquées, et elles seules', async () => {
    const lots = buildDepartement(COMMANDE).flatMap(({ lots }) => lots);
    for (const [table, siens] of Map.groupBy(lots, (lot) => lot.table)) {
      const siennes =
        table === 'eaje.mois_activite' ? formatMoisEcrits(siens) : (SANS_CE_QUE_LA_BASE_AJOUTE[table] ?? '');
      const compte = await base.executeSql<{ n: string }>(`select count(*) as n from ${table} ${siennes}`);
      expect(Number(compte[0]?.n), table).toBe(siens.reduce((somme, { lignes }) => somme + lignes.length, 0));
    }
  });

  test('les heures de l’année se recomptent telles qu’elles sont figées, sauf des trois crèches au défaut certain', async () => {
    const lire = async (tx: Transaction) => {
      const { rows } = await sql<{ id: string; heures: string }>`
        select etablissement_id as id, minutes_contractees || ' ' || minutes_facturees || ' ' || minutes_realisees as heures
        from eaje.mois_activite where mois = '2026-09-01' order by 1`.execute(tx);
      return rows;
    };
    const [figees, comptees] = await base.asSystem(async ({ tx, aujourdhui }) => {
      const avant = await lire(tx);
      await sql`savepoint recompte`.execute(tx);
      await sql`delete from eaje.mois_activite where mois = '2026-09-01'`.execute(tx);
      await updateMois(tx, { mois: jourCivil('2026-09-01'), aujourdhui });
      const apres = await lire(tx);
      await sql`rollback to recompte`.execute(tx);
      return [avant, new Map(apres.map(({ id, heures }) => [id, heures]))] as const;
    });
    expect(figees.filter(({ id, heures }) => comptees.get(id) !== heures)).toHaveLength(3);
    expect(figees.length).toBeGreaterThan(3);
  });

  test('qui a signé en avait la délégation ce jour-là, pour une mesure comme pour les suites d’une information (CGCT L3221-3)', async () => {
    const fautives = await base.executeSql(`
      select d.id from mesures.decision d join mesures.mesure m on m.id = d.mesure_id join mesures.nomenclature n on n.code = m.code
        where d.signataire_id is not null and not exists (select 1 from organisation.delegation g
          join organisation.unite_ascendance a on a.ancetre_id = g.unite_id and a.unite_id = m.unite_id
          where (g.agent_id, g.acte, g.arrete_numero) = (d.signataire_id, n.acte_delegue, d.arrete_numero) and g.periode @> d.le)
      union all
      select d.information_id from ip.decision d where not exists (select 1 from organisation.delegation g
        where (g.agent_id, g.acte, g.arrete_numero) = (d.signataire_id, 'ip.decider', d.arrete_numero) and g.periode @> d.decidee_le)
      union all
      select s.id from ip.signalement s where s.signataire_id is not null and not exists (select 1 from organisation.delegation g
        where (g.agent_id, g.acte, g.arrete_numero) = (s.signataire_id, 'signalement.saisir', s.arrete_numero) and g.periode @> s.valide_le)`);
    expect(fautives).toEqual([]);
  });

  test('les périodes que la base déduit des décisions sont celles que la démonstration annonce', async () => {
    const lots = buildDepartement(COMMANDE).flatMap(({ lots }) => lots);
    const annoncees = (lots.find(({ table }) => table === 'mesures.mesure')?.lignes ?? []).map(
      ({ id, periode }) => `${id} ${periode}`,
    );
    const tenues = await base.executeSql<{ ligne: string }>(
      "select id || ' [' || lower(periode) || ',' || coalesce((upper(periode) - 1)::text, '') || ']' as ligne from mesures.mesure",
    );
    expect(tenues.map(({ ligne }) => ligne).sort()).toEqual([...annoncees].sort());
  });

  test('chaque rôle ne voit que ce que ses missions lui ouvrent', async () => {
    const voir = async (cle: string) => {
      const carte = buildCartes(COMMANDE).find((c) => c.cle === cle);
      return base.asAgent(carte?.agentId ?? '', async ({ tx }) => {
        const lignes = await tx.selectFrom('enfants.enfant').select('id').execute();
        return lignes.length;
      });
    };
    const [referent, cadre, directrice] = [
      await voir('referent'),
      await voir('cadre-territorial'),
      await voir('directrice'),
    ];
    expect(referent).toBeGreaterThan(3);
    expect(cadre).toBeGreaterThan(referent);
    expect(directrice).toBeGreaterThan(cadre);
    for (const cle of ['evaluateur', 'psychologue', 'crip', 'inspecteur', 'responsable-territoire', 'chef-pole']) {
      expect(await voir(cle), cle).toBeGreaterThan(0);
    }
    for (const cle of ['sans-mission', 'chef-projet', 'administrateur', 'petite-enfance'])
      expect(await voir(cle), cle).toBe(0);
  });

  test('la page des crèches compte sous le taux, lundi, celles que le générateur a laissées manquer', async () => {
    const { creches, volants } = buildMondeCreches(COMMANDE, buildOrganisation(COMMANDE));
    const siennes = creches.filter(({ territoireCode }) => territoireCode === 'PE-1');
    const carte = buildCartes(COMMANDE).find(({ cle }) => cle === 'petite-enfance');
    const lues = await base.asAgent(carte?.agentId ?? '', (contexte) => findSousTaux(contexte));
    expect(lues?.jour).toBe(formatNumero(LUNDI));
    expect(lues?.creches.filter(({ sorties }) => sorties > 0)).toHaveLength(1);
    const sousLeTaux = lues?.creches.filter(({ quarts }) => quarts > 0) ?? [];
    expect(new Map(sousLeTaux.map(({ id, quarts }) => [id, quarts]))).toEqual(
      new Map(
        listManques({ creches: siennes, volants }, LUNDI).flatMap(({ id, quarts }) =>
          quarts > 0 ? [[id, quarts]] : [],
        ),
      ),
    );
  });

  test('ne vide jamais un vrai département', async () => {
    await base.executeSql('update organisation.installation set demo = false, jour_fige = null');
    await expect(executeRemiseAZero(base.urlProprietaire)).rejects.toThrow(/vrai département/);
    await base.executeSql("update organisation.installation set demo = true, jour_fige = '2026-11-21'");
  });
});

/** Les mois que la démonstration écrit ; le chargement compte les autres. */
function formatMoisEcrits(lots: readonly Lot[]): string {
  const enDefaut = lots.flatMap(({ lignes }) =>
    lignes.flatMap(({ mois, etablissementId }) => (String(mois) >= '2026-01-01' ? `'${etablissementId}'` : [])),
  );
  return `where mois < '2026-01-01' or etablissement_id in (${[...new Set(enDefaut)].join(', ')})`;
}
