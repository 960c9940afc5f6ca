import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { createCreche, createEnfantAccueilli, createProfessionnel } from '#modules/eaje/testing/creche-factory.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai } from '#modules/organisation/testing/organisation-factory.ts';
import type { Profil } from '#shared/habilitation.ts';
import { createIdentifiant, type Identifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { listJourneesDouteuses } from './journees-douteuses.server.ts';
import { updateJourneesMarquees, updateJourneesResumees } from './journees-resumees.server.ts';
import { countMoisARecompter, listJoursLibres, listMoisDeJournees, listSemaines } from './sommes-journees.server.ts';

const base = withBase();
const o = withOrganisation(base);
const OCTOBRE = { du: jourCivil('2026-10-01'), au: jourCivil('2026-10-31') };
const AUJOURDHUI = jourCivil('2026-11-21');
const MARDI = jourCivil('2026-10-06');

/** Douze places, six enfants de 8 h 30 à 17 h 30, deux auxiliaires aux mêmes heures. */
async function createMonde() {
  return base.asSystem(async ({ tx }) => {
    const cree = async (parentId: Identifiant, nom: string) => {
      const creche = await createCreche(tx, { parentId, code: `J-${createIdentifiant()}`, nom, places: 12 });
      const enfants = [];
      for (let rang = 0; rang < 6; rang += 1) enfants.push(await createEnfantAccueilli(tx, { creche }));
      const pros = [];
      for (let rang = 0; rang < 2; rang += 1) pros.push(await createProfessionnel(tx, { creche, metier: 'AP' }));
      return { creche, enfants, pros };
    };
    const nord = await cree(o.unites.nord, 'Crèche du nord');
    const sud = await cree(o.unites.sud, 'Crèche du sud');
    const agent = async (profil: Profil, uniteId: Identifiant) =>
      (await createAgentEssai(tx, { nom: profil, profil, uniteId })).agentId;
    return {
      nord,
      sud,
      territoire: await agent('responsable-territoire-petite-enfance', o.unites.nord),
      responsable: await agent('responsable-eaje', nord.creche.uniteId),
      referent: await agent('referent-educatif', o.unites.nord),
    };
  });
}

const compter = (ids: readonly string[]) =>
  base.asSystem(({ tx }) => updateJourneesResumees(tx, { mois: OCTOBRE.du, aujourdhui: AUJOURDHUI, ids }));
const reprendre = () => updateJourneesMarquees((fn) => base.asSystem(({ tx }) => fn({ tx, aujourdhui: AUJOURDHUI })));

describe('les journées comptées des crèches', () => {
  let monde: Awaited<ReturnType<typeof createMonde>>;
  let ids: string[];
  const lire = (agentId: string) => base.asAgent(agentId, (contexte) => listMoisDeJournees(contexte, OCTOBRE, ids));
  const pointer = (enfantId: string, etablissementId: string, arrivee: number, depart: number | null) =>
    base.asSystem(({ tx }) =>
      sql`insert into eaje.presence (etablissement_id, enfant_id, jour, arrivee, depart, origine, doute)
        values (${etablissementId}, ${enfantId}, ${MARDI}, ${arrivee}, ${depart}, 'SAISIE', ${depart === null ? 'Départ manquant.' : null})`.execute(
        tx,
      ),
    );

  beforeAll(async () => {
    monde = await createMonde();
    ids = [monde.nord.creche.id, monde.sud.creche.id];
    await reprendre();
  });

  it('comptent un mois entier : vingt-deux jours, trente-six quarts d’heure de six enfants pour douze places', async () => {
    // Octobre 2026 a vingt-deux jours du lundi au vendredi ; 8 h 30 à 17 h 30 font trente-six quarts d'heure, l'ouverture quarante-quatre.
    expect(await compter(ids)).toBe(44);
    const [nord] = await lire(monde.territoire);
    expect(nord).toMatchObject({
      jours: 22,
      joursSansPointage: 22,
      joursContinuite: 22,
      enfants: 6,
      quarts: 22 * 36,
      quartsConformes: 22 * 36,
      // Un pour six, jamais moins de deux.
      requis: 22 * 36 * 2,
      cat1: 22 * 36 * 2,
      manque: 0,
      minutesEnfant: 22 * 540 * 6,
      minutesPlace: 22 * 660 * 12,
      quartsSurCapacite: 0,
      quotaTenu: true,
    });
  });

  it('disent ce qui restait à offrir du lundi au vendredi, matin et après-midi, sans rien dire des crèches que l’on ne lit pas (IND-28)', async () => {
    const jours = await base.asAgent(monde.territoire, (contexte) => listJoursLibres(contexte, OCTOBRE, ids));
    // Deux auxiliaires tiennent douze enfants, six sont prévus : six places de 8 h 30 à 13 h, puis de 13 h à 17 h 30.
    const libres = (nombre: number) => nombre * 6 * 18;
    expect(jours).toEqual(
      [4, 4, 4, 5, 5].map((nombre, rang) => ({
        rang: rang + 1,
        jours: nombre,
        libresMatin: libres(nombre),
        libresApresMidi: libres(nombre),
        libresMatinMarcheurs: libres(nombre),
        libresApresMidiMarcheurs: libres(nombre),
      })),
    );
    const [mois] = await lire(monde.territoire);
    expect(mois?.quartsLibres).toBe(jours.reduce((somme, j) => somme + j.libresMatin + j.libresApresMidi, 0));
    expect(await base.asAgent(monde.referent, (contexte) => listJoursLibres(contexte, OCTOBRE, ids))).toEqual([]);
  });

  it('comptées deux fois, ne changent pas', async () => {
    const avant = await lire(monde.territoire);
    await compter(ids);
    expect(await lire(monde.territoire)).toEqual(avant);
  });

  it('se lisent de qui lit la crèche, et de personne d’autre ; nul agent ne les écrit', async () => {
    const vues = async (agentId: string) => (await lire(agentId)).map(({ etablissementId }) => etablissementId);
    expect(await vues(monde.territoire)).toEqual([monde.nord.creche.id]);
    expect(await vues(monde.responsable)).toEqual([monde.nord.creche.id]);
    expect(await vues(monde.referent)).toEqual([]);
    await expect(
      base.asAgent(monde.territoire, ({ tx }) => sql`delete from eaje.journee_resumee`.execute(tx)),
    ).rejects.toThrow(/permission denied|droit refusé/);
  });

  it('un pointage marque son mois, et la reprise compte les enfants venus', async () => {
    const [enfant] = monde.nord.enfants;
    await pointer(enfant?.id ?? '', monde.nord.creche.id, 9 * 60, 11 * 60);
    const attend = () => base.asAgent(monde.territoire, (contexte) => countMoisARecompter(contexte, OCTOBRE, ids));
    expect(await attend()).toBe(1);
    const demandes = await base.executeSql(
      "select 1 from travaux.demande where travail = 'journees-eaje.reprendre' and prise_le is null",
    );
    expect(demandes).toHaveLength(1);
    await reprendre();
    expect(await attend()).toBe(0);
    const [nord] = await lire(monde.territoire);
    expect(nord).toMatchObject({ presences: 1, joursSansPointage: 21, minutesEnfant: 21 * 540 * 6 + 120 });
  });

  it('un départ manquant se dit, et la journée est dans la liste de celles dont on doute', async () => {
    await pointer(monde.nord.enfants[1]?.id ?? '', monde.nord.creche.id, 9 * 60, null);
    await reprendre();
    const douteuses = await base.asAgent(monde.territoire, (contexte) =>
      listJourneesDouteuses(contexte, { du: MARDI, au: MARDI }, monde.nord.creche.id),
    );
    expect(douteuses).toMatchObject([{ jour: MARDI, presences: 2, presencesDouteuses: 1 }]);
    const duSud = await base.asAgent(monde.territoire, (contexte) =>
      listJourneesDouteuses(contexte, OCTOBRE, monde.sud.creche.id),
    );
    expect(duSud).toEqual([]);
  });

  it('l’absence d’un agent, saisie après coup, se retrouve dans le taux et la continuité', async () => {
    const agentId = monde.sud.pros[0]?.agentId ?? '';
    await base.asSystem(({ tx }) =>
      tx
        .insertInto('organisation.absence')
        .values({ id: createIdentifiant(), agentId, periode: '[2026-10-05,2026-10-09]' })
        .execute(),
    );
    await reprendre();
    const sud = (await base.asSystem((contexte) => listMoisDeJournees(contexte, OCTOBRE, ids))).find(
      ({ etablissementId }) => etablissementId === monde.sud.creche.id,
    );
    // Cinq jours à un agent au lieu de deux.
    expect(sud).toMatchObject({ quartsConformes: 17 * 36, manque: 5 * 36, joursContinuite: 22 });
  });

  it('un jour qui ne s’ouvre plus s’efface ; un nom corrigé ne fait rien recompter', async () => {
    const avenir = () => base.executeSql<{ n: number }>('select count(*)::int as n from eaje.mois_a_resumer');
    await base.asSystem(async ({ tx }) => {
      await sql`update eaje.enfant set prenom = 'Alix' where etablissement_id = ${monde.nord.creche.id}`.execute(tx);
    });
    expect(await avenir()).toEqual([{ n: 0 }]);
    await base.asSystem(({ tx }) =>
      tx
        .insertInto('eaje.fermeture')
        .values({
          id: createIdentifiant(),
          etablissementId: monde.nord.creche.id,
          periode: '[2026-10-26,2026-10-30]',
          motif: 'TRAVAUX',
        })
        .execute(),
    );
    await reprendre();
    expect((await lire(monde.territoire))[0]).toMatchObject({ jours: 17 });
  });

  it('la semaine se juge entière, à la date de son lundi, même si elle finit après la période (CAP-06)', async () => {
    const semaines = await base.asAgent(monde.territoire, (contexte) =>
      listSemaines(contexte, { du: jourCivil('2026-10-05'), au: jourCivil('2026-10-06') }, ids),
    );
    // Quatre jours de six enfants prévus, et le mardi : deux heures d'un enfant, huit et demie de l'autre jusqu'à 17 h 30.
    expect(semaines).toMatchObject([
      {
        etablissementId: monde.nord.creche.id,
        semaines: 1,
        depassees: 0,
        plusChargee: { lundi: '2026-10-05', minutesPlace: 5 * 660 * 12, minutesEnfant: 4 * 540 * 6 + 120 + 510 },
      },
    ]);
  });

  it('la semaine qui court ne se juge pas : il faut que son dimanche soit passé (CAP-06, IND-05s)', async () => {
    const du = { du: jourCivil('2026-10-05'), au: jourCivil('2026-10-06') };
    const compte = (aujourdhui: string) =>
      base.asAgent(monde.territoire, (contexte) =>
        listSemaines({ ...contexte, aujourdhui: jourCivil(aujourdhui) }, du, [monde.nord.creche.id]),
      );
    expect(await compte('2026-10-11')).toEqual([]);
    expect(await compte('2026-10-12')).toMatchObject([{ semaines: 1 }]);
  });

  it('un acte à venir ne marque rien : ces jours ne sont pas finis', async () => {
    await base.asSystem(({ tx }) =>
      tx
        .insertInto('eaje.fermeture')
        .values({
          id: createIdentifiant(),
          etablissementId: monde.nord.creche.id,
          periode: '[2035-01-01,2035-01-05]',
          motif: 'TRAVAUX',
        })
        .execute(),
    );
    expect(await base.executeSql('select 1 from eaje.mois_a_resumer')).toEqual([]);
  });
});
