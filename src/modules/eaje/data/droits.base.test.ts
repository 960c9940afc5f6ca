import { type RawBuilder, sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Contexte } from '#database/as-agent.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { withBase } from '#tests/support/base.ts';
import { canAccueillir, canReadCreche, canSuivre, canTenirCreche } from '../droits.ts';
import { ROLES_CRECHE, withCreches } from '../testing/monde-creches.ts';

const base = withBase();
const o = withOrganisation(base);
const c = withCreches(base, o);
type Ou = 'nord' | 'sud';
const OU: readonly Ou[] = ['nord', 'sud'];
const proDe = (ou: Ou) => (ou === 'nord' ? c.monde.proNord : c.monde.proSud);
const id = () => createIdentifiant();

/** Ce qu'il faut écrire pour faire chaque acte sans passer par TypeScript. */
const ACTES: Record<string, (ou: Ou) => RawBuilder<unknown>> = {
  'modifier les murs': (ou) => sql`update eaje.etablissement set qpv = true where id = ${c.monde[ou].id}`,
  'corriger l’autorisation': (ou) =>
    sql`update eaje.autorisation set arrete_numero = 'X' where etablissement_id = ${c.monde[ou].id}`,
  moduler: (ou) => sql`insert into eaje.modulation (id, autorisation_id, etablissement_id, jours, debut, fin, places)
    values (${id()}, ${c.monde[ou].autorisationId}, ${c.monde[ou].id}, '{3}', 900, 960, 5)`,
  'créer une unité d’accueil': (ou) => sql`insert into eaje.unite_accueil (id, etablissement_id, nom, places)
    values (${id()}, ${c.monde[ou].id}, 'Autre', 10)`,
  'changer une section': (ou) =>
    sql`update eaje.section set nom = 'Les grands' where etablissement_id = ${c.monde[ou].id}`,
  fermer: (ou) => sql`insert into eaje.fermeture (id, etablissement_id, periode, motif)
    values (${id()}, ${c.monde[ou].id}, '[2026-12-24,2027-01-01)', 'CONGES')`,
  'inscrire un document': (ou) => sql`insert into eaje.document (id, etablissement_id, nature, etabli_le)
    values (${id()}, ${c.monde[ou].id}, 'PROJET_ETABLISSEMENT', '2026-01-01')`,
  'changer un professionnel': (ou) => sql`update eaje.professionnel set quotite = 80 where id = ${proDe(ou).id}`,
  'changer un horaire': (ou) =>
    sql`update eaje.horaire set pause_debut = 720, pause_fin = 760 where professionnel_id = ${proDe(ou).id}`,
  'fixer la suppléance': (ou) => sql`insert into eaje.suppleance (etablissement_id, professionnel_id, rang)
    values (${c.monde[ou].id}, ${proDe(ou).id}, 1)`,
};
const TABLES = ['contact_urgence', 'autorisation', 'section', 'unite_accueil', 'professionnel'] as const;
/** Ce que change qui suit une crèche, sans la tenir. */
const changerContact = (ou: Ou) =>
  sql`update eaje.contact_urgence set nom = 'Autre' where etablissement_id = ${c.monde[ou].id}`;
const inscrireContact = (ou: Ou) => sql`insert into eaje.contact_urgence (id, etablissement_id, nom, telephone, du)
  values (${id()}, ${c.monde[ou].id}, 'Direction', '01 99 00 00 00', '2026-11-20')`;
const execute = async ({ tx }: Contexte, requete: RawBuilder<unknown>) =>
  Number((await requete.execute(tx)).numAffectedRows ?? 0n);

describe.each(ROLES_CRECHE)('%s : TypeScript et la base disent pareil', (role) => {
  it.each(OU)('sur ce qui se lit de la crèche du %s', async (ou) => {
    const { uniteId, id: etablissementId } = c.monde[ou];
    const [dit, vus] = await c.asRole(role, async ({ tx, agent }) => {
      const lus = TABLES.map(
        (table) =>
          sql<{
            n: number;
          }>`select count(*)::int as n from ${sql.table(`eaje.${table}`)} where etablissement_id = ${etablissementId}`,
      );
      const nombres: boolean[] = [];
      for (const lu of lus) nombres.push(((await lu.execute(tx)).rows[0]?.n ?? 0) > 0);
      return [canReadCreche(agent, { uniteId }), nombres] as const;
    });
    expect(vus).toEqual(TABLES.map(() => dit));
  });

  it.each(OU.flatMap((ou) => Object.keys(ACTES).map((acte) => [acte, ou] as const)))(
    '%s, crèche du %s',
    async (acte, ou) => {
      const dit = await c.asRole(role, async ({ agent }) => canTenirCreche(agent, { uniteId: c.monde[ou].uniteId }));
      const ecrit = ACTES[acte];
      expect(await c.essaie(role, (contexte) => (ecrit ? execute(contexte, ecrit(ou)) : Promise.resolve(0)))).toBe(dit);
    },
  );

  it.each(OU)('changer ou inscrire le contact d’urgence, crèche du %s', async (ou) => {
    const dit = await c.asRole(role, async ({ agent }) => canSuivre(agent, { uniteId: c.monde[ou].uniteId }));
    for (const ecrit of [changerContact, inscrireContact])
      expect(await c.essaie(role, (contexte) => execute(contexte, ecrit(ou)))).toBe(dit);
  });
});

describe.each(ROLES_CRECHE)('%s : les sorties', (role) => {
  const SORTIES = { nord: createIdentifiant(), sud: createIdentifiant() };
  beforeAll(async () => {
    for (const ou of OU) {
      await base.executeSql(
        "insert into eaje.sortie (id, etablissement_id, jour, debut, fin, lieu) values ($1, $2, '2026-11-24', 570, 660, 'Parc')",
        [SORTIES[ou], c.monde[ou].id],
      );
      await base.executeSql('insert into eaje.sortie_accompagnant values ($1, $2)', [SORTIES[ou], proDe(ou).id]);
    }
  });
  const inscrire = (
    ou: Ou,
    agentId: string,
  ) => sql`insert into eaje.sortie (id, etablissement_id, jour, debut, fin, lieu, decidee_par)
    values (${id()}, ${c.monde[ou].id}, '2026-11-25', 570, 660, 'Parc', ${agentId})`;
  const retirer = (ou: Ou) => sql`delete from eaje.sortie where id = ${SORTIES[ou]}`;
  const retirerQuelquUn = (ou: Ou) => sql`delete from eaje.sortie_accompagnant where sortie_id = ${SORTIES[ou]}`;

  it.each(OU)(
    'se lisent de qui lit la crèche du %s, s’inscrivent et se retirent de qui en change les journées',
    async (ou) => {
      const [lit, change, agentId] = await c.asRole(
        role,
        async ({ agent }) =>
          [
            canReadCreche(agent, c.monde[ou]),
            canTenirCreche(agent, c.monde[ou]) || canAccueillir(agent, c.monde[ou]),
            agent.id,
          ] as const,
      );
      const lues = (table: string, cle: string) =>
        c.asRole(role, async ({ tx }) => {
          const { rows } = await sql`select 1 from ${sql.table(table)} where ${sql.ref(cle)} = ${SORTIES[ou]}`.execute(
            tx,
          );
          return rows.length > 0;
        });
      expect(await lues('eaje.sortie', 'id')).toBe(lit);
      expect(await lues('eaje.sortie_accompagnant', 'sortie_id')).toBe(lit);
      for (const ecrit of [inscrire(ou, agentId), retirer(ou), retirerQuelquUn(ou)])
        expect(await c.essaie(role, (contexte) => execute(contexte, ecrit))).toBe(change);
    },
  );
});

describe('Rien ne sort de son périmètre, rien n’y entre d’ailleurs', () => {
  const essaieNord = (requete: () => RawBuilder<unknown>) =>
    c.essaie('territoireNord', (contexte) => execute(contexte, requete()));
  it('une section, une autorisation, un professionnel ne passent pas dans une crèche qu’on ne tient pas', async () => {
    for (const table of ['section', 'autorisation', 'unite_accueil', 'contact_urgence'] as const)
      expect(
        await essaieNord(
          () =>
            sql`update ${sql.table(`eaje.${table}`)} set etablissement_id = ${c.monde.sud.id} where etablissement_id = ${c.monde.nord.id}`,
        ),
        table,
      ).toBe(false);
    expect(
      await essaieNord(
        () =>
          sql`update eaje.professionnel set unite_id = ${c.monde.sud.uniteId}, etablissement_id = ${c.monde.sud.id} where id = ${c.monde.proNord.id}`,
      ),
    ).toBe(false);
    expect(
      await essaieNord(
        () => sql`update eaje.etablissement set unite_id = ${o.unites.sud} where id = ${c.monde.nord.id}`,
      ),
    ).toBe(false);
  });

  it('qui vient en renfort se voit de la crèche où il vient, mais ne s’y tient pas', async () => {
    const { nord, proSud } = c.monde;
    const vu = () =>
      c.asRole('crecheNord', ({ tx }) =>
        tx.selectFrom('eaje.professionnel').select('id').where('id', '=', proSud.id).execute(),
      );
    expect(await vu()).toEqual([]);
    await base.executeSql(
      "insert into eaje.vacation (id, professionnel_id, etablissement_id, jour, debut, fin, nature) values ($1, $2, $3, '2026-11-23', 480, 720, 'POSTE')",
      [id(), proSud.id, nord.id],
    );
    expect(await vu()).toEqual([{ id: proSud.id }]);
    expect(await essaieNord(() => sql`update eaje.professionnel set quotite = 50 where id = ${proSud.id}`)).toBe(false);
    expect(await essaieNord(() => sql`delete from eaje.horaire where professionnel_id = ${proSud.id}`)).toBe(false);
  });
});

describe('Une journée prêtée', () => {
  it('se reprend de la crèche où la personne est rattachée et de qui tient son unité, pas d’une autre', async () => {
    const { nord, sud, proNord } = c.monde;
    await base.executeSql(
      "insert into eaje.vacation (id, professionnel_id, etablissement_id, jour, debut, fin, nature) values ($1, $2, $3, '2026-11-26', 480, 720, 'POSTE')",
      [id(), proNord.id, sud.id],
    );
    const reprend = (role: (typeof ROLES_CRECHE)[number], lieu: string) =>
      c.essaie(role, (contexte) =>
        execute(
          contexte,
          sql`delete from eaje.vacation where professionnel_id = ${proNord.id} and etablissement_id = ${lieu}`,
        ),
      );
    expect(await reprend('crecheNord', sud.id)).toBe(true);
    expect(await reprend('territoireNord', sud.id)).toBe(true);
    expect(await reprend('territoireSud', sud.id)).toBe(true);
    expect(await reprend('referentNord', sud.id)).toBe(false);
    await base.executeSql(
      "insert into eaje.vacation (id, professionnel_id, etablissement_id, jour, debut, fin, nature) values ($1, $2, $3, '2026-11-27', 480, 720, 'POSTE')",
      [id(), proNord.id, nord.id],
    );
    expect(await reprend('territoireSud', nord.id)).toBe(false);
  });
});

describe('La base refuse ce qui ne peut pas être', () => {
  it('une modulation au-dessus de l’autorisation, ou l’autorisation sous une modulation (CAP-04)', async () => {
    const { nord } = c.monde;
    const moduler = base.executeSql(
      "insert into eaje.modulation (id, autorisation_id, etablissement_id, jours, debut, fin, places) values ($1, $2, $3, '{1}', 900, 960, 61)",
      [id(), nord.autorisationId, nord.id],
    );
    await expect(moduler).rejects.toMatchObject({ constraint: 'modulation_sous_autorisation' });
    const reduire = base.executeSql('update eaje.autorisation set places = 19 where id = $1', [nord.autorisationId]);
    await expect(reduire).rejects.toMatchObject({ constraint: 'modulation_sous_autorisation' });
  });

  it('deux autorisations à la fois, deux modulations au même moment, une unité de plus de soixante places (CAP-02)', async () => {
    const { nord } = c.monde;
    const autoriser = base.executeSql(
      "insert into eaje.autorisation (id, etablissement_id, periode, places, arrete_numero, arrete_le) values ($1, $2, '[2026-01-01,)', 20, 'Y', '2026-01-01')",
      [id(), nord.id],
    );
    await expect(autoriser).rejects.toMatchObject({ constraint: 'autorisation_une_a_la_fois' });
    const moduler = base.executeSql(
      "insert into eaje.modulation (id, autorisation_id, etablissement_id, jours, debut, fin, places) values ($1, $2, $3, '{5}', 495, 540, 10)",
      [id(), nord.autorisationId, nord.id],
    );
    await expect(moduler).rejects.toMatchObject({ constraint: 'modulation_une_a_la_fois' });
    const unite = base.executeSql("insert into eaje.unite_accueil values ($1, $2, 'Trop', 61)", [id(), nord.id]);
    await expect(unite).rejects.toMatchObject({ constraint: 'unite_accueil_soixante' });
  });
});
