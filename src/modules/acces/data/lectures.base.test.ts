/** Les vues et fonctions de lecture rendent à chacun ce que rendent les tables sous leurs politiques. */
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { createDossiersTires, type DossiersTires, JOUR, PERIODES } from '../testing/dossiers-tires.ts';

const base = withBase();
let monde: DossiersTires;
beforeAll(async () => {
  monde = await createDossiersTires(base.executeSql);
});

it('la vue des dossiers dit de chacun ce que disent les tables sous leurs politiques, pour chaque agent', async () => {
  await completeDossiers();
  const parLesTables = sql`
    select e.id, e.numero, e.restreint, e.ouvert_le, e.clos_le, p.nom, p.prenom, p.date_naissance,
      (select s.code from enfants.statut s where s.enfant_id = e.id and s.periode @> ${JOUR}::date) as statut,
      (select m.agent_id from enfants.mission m where m.enfant_id = e.id and m.nature = 'referent' and m.periode @> ${JOUR}::date) as referent_id,
      (select m.unite_id from enfants.mission m where m.enfant_id = e.id and m.nature = 'territoire' and m.periode @> ${JOUR}::date) as unite_id,
      (select count(*) from enfants.mission m where m.enfant_id = e.id and m.periode @> ${JOUR}::date
        and (m.nature in ('referent', 'evaluation') or (m.nature = 'equipe' and m.unite_id is not null))) = 0 as sans_suivi
    from enfants.enfant e join enfants.personne p on p.id = e.id where p.fusionnee_dans is null order by e.id`;
  const parLaVue = sql`
    select d.id, d.numero, d.restreint, d.ouvert_le, d.clos_le, d.nom, d.prenom, d.date_naissance, d.statut, d.referent_id, d.unite_id, d.sans_suivi
    from acces.mes_dossiers d order by d.id`;
  const comptes: number[] = [];
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async ({ tx }) => {
      const { rows } = await parLaVue.execute(tx);
      expect(rows).toEqual((await parLesTables.execute(tx)).rows);
      comptes.push(rows.length);
    });
  // L'essai ne vaut que si l'un voit beaucoup et un autre rien.
  expect(Math.max(...comptes)).toBeGreaterThan(10);
  expect(Math.min(...comptes)).toBe(0);
});

it('une personne demandée seule se voit exactement quand elle se voit parmi toutes, pour chaque agent', async () => {
  const comptes: number[] = [];
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async ({ tx }) => {
      const list = async (requete: ReturnType<typeof sql>) => (await requete.execute(tx)).rows;
      const seules = await list(
        sql`select p.id from unnest(${monde.enfants.flatMap(({ id, parentId }) => [id, parentId])}::uuid[]) as p (id) where acces.voit_personne(p.id) order by 1`,
      );
      expect(seules).toEqual(await list(sql`select distinct m.id from acces.mes_personnes m order by 1`));
      expect(seules).toEqual(await list(sql`select p.id from enfants.personne p order by 1`));
      expect(
        await list(
          sql`select e.id from unnest(${monde.enfants.map(({ id }) => id)}::uuid[]) as e (id) where acces.voit_enfant(e.id) order by 1`,
        ),
      ).toEqual(await list(sql`select e.id from enfants.enfant e order by 1`));
      comptes.push(seules.length);
    });
  expect(Math.max(...comptes)).toBeGreaterThan(10);
  expect(Math.min(...comptes)).toBe(0);
});

it('les foyers d’une personne montrent les mêmes membres et les mêmes adresses que les tables, pour chaque agent', async () => {
  await addFoyers();
  const personnes = monde.enfants.flatMap(({ id, parentId }) => [id, parentId]);
  const parLesTables = sql`
    select m.personne_id, m.menage_id, m.periode,
      array(select x.personne_id from enfants.menage_membre x join enfants.personne p on p.id = x.personne_id
        where x.menage_id = g.id and x.periode @> ${JOUR}::date and x.personne_id <> m.personne_id order by 1) as avec,
      array(select a.voie from enfants.adresse a where a.menage_id = g.id) as voies
    from enfants.menage_membre m join enfants.menage g on g.id = m.menage_id order by m.personne_id, m.menage_id`;
  const parLaFonction = sql`
    select p.id as personne_id, f.menage_id, f.periode,
      array(select (x ->> 'personneId')::uuid from jsonb_array_elements(f.membres) x order by 1) as avec,
      array(select a ->> 'voie' from jsonb_array_elements(f.adresses) a) as voies
    from unnest(${personnes}::uuid[]) p (id) cross join lateral enfants.foyers_de(p.id) f order by p.id, f.menage_id`;
  const comptes: number[] = [];
  for (const agentId of monde.agents)
    await base.asAgent(agentId, async ({ tx }) => {
      const { rows } = await parLaFonction.execute(tx);
      expect(rows).toEqual((await parLesTables.execute(tx)).rows);
      comptes.push(rows.length);
    });
  expect(Math.max(...comptes)).toBeGreaterThan(10);
  expect(Math.min(...comptes)).toBe(0);
});

/** Un enfant, son parent et l'enfant du dossier suivant sous le même toit : tous ne se voient pas de chacun. */
async function addFoyers(): Promise<void> {
  for (const [rang, { id, parentId }] of monde.enfants.entries()) {
    const menageId = createIdentifiant();
    await base.executeSql('insert into enfants.menage (id, libelle) values ($1, $2)', [menageId, `foyer ${rang}`]);
    const voisin = monde.enfants[rang + 1]?.id;
    for (const personneId of [id, parentId, ...(voisin ? [voisin] : [])])
      await base.executeSql(
        "insert into enfants.menage_membre (id, menage_id, personne_id, residence, periode) values ($1, $2, $3, 'principale', $4)",
        [createIdentifiant(), menageId, personneId, PERIODES[rang % PERIODES.length]],
      );
    await base.executeSql(
      "insert into enfants.adresse (id, menage_id, voie, periode) values ($1, $2, $3, '[2020-01-01,)')",
      [createIdentifiant(), menageId, `${rang} rue du Port`],
    );
  }
}

/** De quoi remplir chaque colonne de la vue, hier, aujourd'hui et demain ; le premier dossier est réuni au dernier. */
async function completeDossiers(): Promise<void> {
  for (const [rang, { id, aReferent }] of monde.enfants.entries()) {
    const periode = PERIODES[rang % PERIODES.length];
    const agentId = monde.agents[rang % monde.agents.length];
    const uniteId = monde.unites[rang % monde.unites.length];
    const mission = (nature: string, agent: string | null | undefined, unite: string | null | undefined) =>
      base.executeSql(
        'insert into enfants.mission (id, enfant_id, agent_id, unite_id, nature, periode) values ($1, $2, $3, $4, $5, $6)',
        [createIdentifiant(), id, agent, unite, nature, periode],
      );
    if (rang % 2 && !aReferent) await mission('referent', agentId, null);
    if (rang % 3) await mission('territoire', null, uniteId);
    await base.executeSql('insert into enfants.statut (id, enfant_id, code, periode) values ($1, $2, $3, $4)', [
      createIdentifiant(),
      id,
      rang % 4 ? 'autorite-parentale' : 'a-determiner',
      periode,
    ]);
  }
  await base.executeSql('update enfants.personne set fusionnee_dans = $2 where id = $1', [
    monde.enfants[0]?.id,
    monde.enfants.at(-1)?.id,
  ]);
}
