import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { createCreche, createEnfantAccueilli, createProfessionnel } from '#modules/eaje/testing/creche-factory.ts';
import { updateJourneesMarquees } from '#modules/journees-eaje/index.server.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { listSommesDuTableau } from './sommes.server.ts';
import { listSommes, listSommesMensuelles } from './sommes-queries.server.ts';

const base = withBase();
const o = withOrganisation(base);
const OCTOBRE = { du: jourCivil('2026-10-01'), au: jourCivil('2026-10-31') };

async function createMonde() {
  return base.asSystem(async ({ tx }) => {
    const creche = await createCreche(tx, { parentId: o.unites.nord, code: `T-${createIdentifiant()}`, places: 60 });
    const ailleurs = await createCreche(tx, { parentId: o.unites.sud, code: `T-${createIdentifiant()}` });
    for (const [id, heures] of [
      [creche.id, 10],
      [ailleurs.id, 20],
    ] as const)
      for (const mois of ['2026-09-01', '2026-10-01'])
        await tx
          .insertInto('eaje.moisActivite')
          .values({
            etablissementId: id,
            mois: jourCivil(mois),
            places: 60,
            minutesOuvertes: 6000,
            minutesFacturees: 4200,
            minutesRealisees: heures * 60,
            participationsCentimes: 1000,
          })
          .execute();
    const responsable = await createAgentEssai(tx, {
      nom: 'TERRITOIRE',
      profil: 'responsable-territoire-petite-enfance',
      uniteId: o.unites.nord,
    });
    const crecheSeule = await createAgentEssai(tx, {
      nom: 'CRECHE',
      profil: 'responsable-eaje',
      uniteId: creche.uniteId,
    });
    return { creche, ailleurs, responsable: responsable.agentId, crecheSeule: crecheSeule.agentId };
  });
}

describe('les sommes du tableau des crèches', () => {
  it('ne comptent que la période, et que les crèches que l’agent finance', async () => {
    const { creche, ailleurs, responsable, crecheSeule } = await createMonde();
    const ids = [creche.id, ailleurs.id];
    const siennes = await base.asAgent(responsable, (contexte) => listSommes(contexte, OCTOBRE, ids));
    expect(siennes).toMatchObject([
      { etablissementId: creche.id, moisComptes: 1, minutesOuvertes: 6000, minutesRealisees: 600, places: 60 },
    ]);
    const mois = await base.asAgent(responsable, (contexte) =>
      listSommesMensuelles(contexte, { ...OCTOBRE, du: jourCivil('2026-09-01') }, ids),
    );
    expect(mois.map(({ minutesRealisees }) => minutesRealisees)).toEqual([600, 600]);
    // Qui lit la crèche sans la financer n'en voit ni les heures payées, ni l'argent.
    const sansFinance = await base.asAgent(crecheSeule, (contexte) => listSommes(contexte, OCTOBRE, ids));
    expect(sansFinance).toMatchObject([{ etablissementId: creche.id, minutesOuvertes: 0, participationsCentimes: 0 }]);
  });

  it('une famille a ses ressources à jour si elles sont de l’année ; un refus n’en est pas, l’ASE et l’urgence n’en demandent pas (IND-27, PF-05, PF-06)', async () => {
    const { creche, responsable, crecheSeule } = await createMonde();
    const cas = [
      ['2019-01-01', 3_000_000, 'CDAP'],
      ['2025-12-31', 3_000_000, 'AVIS_IMPOSITION'],
      ['2026-01-01', 3_000_000, 'CDAP'],
      ['2026-02-01', null, 'REFUS'],
      ['2019-01-01', null, 'ASE'],
      ['2026-03-01', null, 'URGENCE'],
      ['2026-12-01', 3_000_000, 'CDAP'],
    ] as const;
    for (const [du, annuelles, origine] of cas) {
      const { familleId } = await base.asSystem(({ tx }) => createEnfantAccueilli(tx, { creche }));
      await base.executeSql(
        `insert into eaje.ressources (id, famille_id, etablissement_id, periode, annuelles_centimes, enfants_a_charge, origine)
          values ($1, $2, $3, daterange($4, null), $5, 1, $6)`,
        [createIdentifiant(), familleId, creche.id, du, annuelles, origine],
      );
    }
    const compte = (agentId: string) =>
      base.asAgent(agentId, async (contexte) => {
        const [lue] = await listSommes({ ...contexte, aujourdhui: jourCivil('2026-11-20') }, OCTOBRE, [creche.id]);
        return lue && [lue.famillesSansRessources, lue.familles];
      });
    expect([await compte(crecheSeule), await compte(responsable)]).toEqual([
      [4, 7],
      [4, 7],
    ]);
  });

  it('rapportent l’intérim mandaté aux heures de présence des mêmes mois, là où la crèche en tient une ligne (IND-15)', async () => {
    const { creche, responsable } = await createMonde();
    const lire = (periode: { du: JourCivil; au: JourCivil }) =>
      base.asAgent(responsable, (contexte) =>
        listSommesDuTableau(contexte, periode, { du: jourCivil('2026-09-01'), au: OCTOBRE.au }, [creche.id]),
      );
    expect((await lire(OCTOBRE)).sommes).toMatchObject([{ interimCentimes: 0, minutesInterim: 0 }]);
    await base.asSystem(async ({ tx }) => {
      const commun = { etablissementId: creche.id, par: responsable };
      const poser = async (
        exercice: number,
        nature: string,
        payes: readonly (readonly [string, number, string | null])[],
      ) => {
        const ligneId = createIdentifiant();
        await sql`insert into eaje.ligne_budget (id, etablissement_id, unite_id, exercice, nature, libelle, du, budget_centimes)
          values (${ligneId}, ${creche.id}, ${creche.uniteId}, ${exercice}, ${nature}, 'Ligne', ${`${exercice}-01-01`}, 9000000)`.execute(
          tx,
        );
        for (const [jour, centimes, annuleLe] of payes) {
          const engagementId = createIdentifiant();
          const annule = annuleLe === null ? {} : { annuleLe: jourCivil(annuleLe), annulation: 'Erreur' };
          await tx
            .insertInto('eaje.engagement')
            .values({
              ...commun,
              id: engagementId,
              ligneId,
              jour: jourCivil(`${exercice}-09-01`),
              objet: 'Mission',
              centimes,
            })
            .execute();
          await tx
            .insertInto('eaje.mandatement')
            .values({ ...commun, ...annule, id: createIdentifiant(), engagementId, jour: jourCivil(jour), centimes })
            .execute();
        }
      };
      await poser(2026, 'INTERIM', [
        ['2026-09-30', 1_000, null],
        ['2026-10-01', 20_000, null],
        ['2026-10-31', 4_000, null],
        ['2026-10-15', 500_000, '2026-10-16'],
        ['2026-11-01', 700_000, null],
      ]);
      await poser(2026, 'MENAGE', [['2026-10-15', 80_000, null]]);
      // Un reste de l'an passé, payé cette année, compte au mois où il l'est.
      await poser(2025, 'INTERIM', [['2026-10-02', 300, null]]);
    });
    const { sommes, mois } = await lire(OCTOBRE);
    expect(sommes).toMatchObject([{ interimCentimes: 24_300, minutesInterim: 600 }]);
    expect(mois.map((m) => [m.mois, m.interimCentimes, m.minutesInterim, m.minutesRealisees])).toEqual([
      ['2026-09-01', 1_000, 600, 600],
      ['2026-10-01', 24_300, 600, 600],
    ]);
  });

  it('rouvrent les fermetures pour travaux sous les places gelées : fermée un mois, la crèche est gelée à cent pour cent (IND-10)', async () => {
    const { creche, responsable } = await createMonde();
    const mois = 22 * 60 * 11 * 60;
    await base.asSystem(async ({ tx }) => {
      await sql`insert into eaje.dossier_travaux (id, etablissement_id, nature, objet, motif, enjeux, demande_le, debut_prevu, reouverture_prevue,
        places_gelees, etat, valide_le, programme_le, commence_le, recu_le, rouvert_le)
        values (${createIdentifiant()}, ${creche.id}, 'INTERIEUR', 'Sols', 'Usés', array['CONFORMITE'], '2026-09-01', '2026-10-01', '2026-11-01',
        60, 'ROUVERT', '2026-09-02', '2026-09-03', '2026-10-01', '2026-10-30', '2026-11-01')`.execute(tx);
      await sql`insert into eaje.fermeture (id, etablissement_id, periode, motif)
        values (${createIdentifiant()}, ${creche.id}, '[2026-10-01,2026-11-01)', 'TRAVAUX')`.execute(tx);
      await sql`update eaje.mois_activite set minutes_ouvertes = 0 where etablissement_id = ${creche.id} and mois = '2026-10-01'`.execute(
        tx,
      );
    });
    const { sommes } = await base.asAgent(responsable, (contexte) =>
      listSommesDuTableau(contexte, OCTOBRE, OCTOBRE, [creche.id]),
    );
    expect(sommes).toMatchObject([{ minutesOuvertes: 0, minutesGelees: mois, minutesRouvertes: mois }]);
  });

  it('disent depuis quand un poste est vacant, les PAI sous contrat, et le certain d’un budget avant que son rythme compte (IND-12, IND-26, IND-24)', async () => {
    const { creche, responsable } = await createMonde();
    await base.asSystem(async ({ tx }) => {
      for (const pai of [true, false]) {
        const { id } = await createEnfantAccueilli(tx, { creche });
        await tx.updateTable('eaje.enfant').set({ pai }).where('id', '=', id).execute();
      }
      // Vacants ce jour : depuis toujours, depuis un mois ; ouvert le mois dernier et jamais tenu.
      for (const [ouvert, tenu] of [
        ['[2020-01-01,)', null],
        ['[2020-01-01,)', '[2020-01-01,2026-10-21)'],
        ['[2026-10-01,)', null],
      ] as const) {
        const posteId = createIdentifiant();
        await sql`insert into organisation.poste (id, numero, metier, unite_id, intitule, profil, quotite, periode)
          values (${posteId}, ${posteId}, 'AP', ${creche.uniteId}, 'Auxiliaire', 'agent-eaje', 100, ${ouvert}::daterange)`.execute(
          tx,
        );
        if (tenu)
          await sql`insert into organisation.affectation (id, poste_id, agent_id, nature, periode)
            values (${createIdentifiant()}, ${posteId}, ${responsable}, 'titulaire', ${tenu}::daterange)`.execute(tx);
      }
      // Une ligne ouverte depuis dix jours, trop tôt pour un rythme ; le département tolère 120 %.
      const ligneId = createIdentifiant();
      await sql`insert into eaje.ligne_budget (id, etablissement_id, unite_id, exercice, nature, libelle, du, budget_centimes)
        values (${ligneId}, ${creche.id}, ${creche.uniteId}, 2026, 'MENAGE', 'Ménage', '2026-11-12', 100000)`.execute(
        tx,
      );
      await sql`insert into eaje.engagement (id, ligne_id, etablissement_id, jour, objet, centimes, par)
        values (${createIdentifiant()}, ${ligneId}, ${creche.id}, '2026-11-13', 'Vitres', 30000, ${responsable})`.execute(
        tx,
      );
      await sql`insert into organisation.parametre (id, cle, valeur, periode, confiance, source)
        values (gen_random_uuid(), 'creches.budget-seuil-haut', '120', '[2026-01-01,)', 'local', 'essai')`.execute(tx);
    });
    const { sommes } = await base.asAgent(responsable, (contexte) =>
      listSommesDuTableau(contexte, OCTOBRE, OCTOBRE, [creche.id]),
    );
    expect(sommes).toMatchObject([
      {
        creches: 1,
        quotiteVacante: 300,
        quotiteVacanteLongue: 100,
        enfantsSousContrat: 2,
        pai: 1,
        atterrissageCentimes: 30_000,
        hautCentimes: 120_000,
        basCentimes: 0,
      },
    ]);
  });

  it('comptent l’absentéisme hors congés et fins de semaine, à partir de cinq agents', async () => {
    const { creche, responsable } = await createMonde();
    const lire = () => base.asAgent(responsable, (contexte) => listSommes(contexte, OCTOBRE, [creche.id]));
    const poser = (nombre: number) =>
      base.asSystem(async ({ tx }) => {
        const faits = [];
        for (let n = 0; n < nombre; n += 1) faits.push(await createProfessionnel(tx, { creche, metier: 'AP' }));
        return faits;
      });
    await poser(4);
    expect(await lire()).toMatchObject([{ joursAbsence: 0, joursTheoriques: 0 }]);
    const [cinquieme] = await poser(1);
    await base.asSystem(async ({ tx }) => {
      const { rows } = await sql<{ agentId: string }>`
        select agent_id from eaje.professionnel where id = ${cinquieme?.id}`.execute(tx);
      const agentId = rows[0]?.agentId ?? '';
      // Du vendredi 2 au mardi 6 : trois jours ouvrés ; la semaine de congé qui suit ne compte pas.
      for (const [periode, motif] of [
        ['[2026-10-02,2026-10-06]', 'maladie'],
        ['[2026-10-12,2026-10-16]', 'conge'],
      ] as const) {
        const id = createIdentifiant();
        await tx.insertInto('organisation.absence').values({ id, agentId, periode }).execute();
        await tx.insertInto('organisation.absenceMotif').values({ absenceId: id, motif }).execute();
      }
    });
    // Octobre 2026 a vingt-deux jours du lundi au vendredi.
    expect(await lire()).toMatchObject([
      {
        ...{ joursAbsence: 3, joursTheoriques: 5 * 22 },
        ...{
          joursMaladie: 3,
          agentsMaladie: 1,
          joursParentalite: 0,
          agentsParentalite: 0,
          joursAutre: 0,
          agentsAutre: 0,
        },
      },
    ]);
  });

  it('disent l’âge du dernier jour dont les présences d’une crèche sont arrivées, et celui de ses mesures ouvertes (IND-27, IND-22)', async () => {
    const { creche, responsable } = await createMonde();
    const lire = async () => {
      const { sommes } = await base.asAgent(responsable, (contexte) =>
        listSommesDuTableau(contexte, OCTOBRE, OCTOBRE, [creche.id]),
      );
      return sommes.map(({ agesEnvois, agesMesures }) => ({ agesEnvois, agesMesures }));
    };
    expect(await lire()).toEqual([{ agesEnvois: [], agesMesures: [] }]);
    const { id: enfantId } = await base.asSystem(({ tx }) => createEnfantAccueilli(tx, { creche }));
    // Le dernier, quel que soit l'ordre où ils arrivent, hors de la période et jamais demain.
    for (const jour of ['2026-11-12', '2026-11-09', '2026-11-22'])
      await base.executeSql(
        "insert into eaje.presence (etablissement_id, jour, enfant_id, arrivee, depart, origine) values ($1, $2, $3, 480, 1020, 'SAISIE')",
        [creche.id, jour, enfantId],
      );
    const controle = createIdentifiant();
    await base.executeSql(
      "insert into eaje.controle (id, etablissement_id, nature, autorite, jour, constats) values ($1, $2, 'SUIVI', 'PMI', '2026-10-22', 'Vu.')",
      [controle, creche.id],
    );
    for (const [etat, realisee] of [
      ['OUVERTE', null],
      ['CLOSE', '2026-11-02'],
    ])
      await base.executeSql(
        `insert into eaje.mesure_corrective (id, controle_id, etablissement_id, nature, libelle, pour, etat, realisee_le, verifiee_le, preuve)
         values ($1, $2, $3, 'PRESCRIPTION', 'Fixer', '2026-11-21', $4, $5, $5, $6)`,
        [createIdentifiant(), controle, creche.id, etat, realisee, realisee && 'Photographie'],
      );
    expect(await lire()).toEqual([{ agesEnvois: [9], agesMesures: [30] }]);
  });

  it('réunissent les journées comptées, le mois et la santé de chaque crèche financée', async () => {
    const { creche, ailleurs, responsable } = await createMonde();
    await base.asSystem(async ({ tx }) => {
      for (let rang = 0; rang < 6; rang += 1) await createEnfantAccueilli(tx, { creche });
      await createProfessionnel(tx, { creche, metier: 'AP' });
      for (const [jour, minutes] of [
        ['2026-07-31', 600],
        ['2026-10-01', 90],
        ['2026-10-31', 30],
      ] as const)
        await tx
          .insertInto('eaje.heuresSante')
          .values({ id: createIdentifiant(), etablissementId: creche.id, jour: jourCivil(jour), minutes })
          .execute();
      // Dix places gelées du lundi au vendredi de la première semaine pleine, de 7 h 30 à 18 h 30.
      await sql`insert into eaje.dossier_travaux (id, etablissement_id, nature, objet, motif, enjeux, demande_le, debut_prevu, reouverture_prevue,
        places_gelees, etat, valide_le, programme_le, commence_le, recu_le, rouvert_le)
        values (${createIdentifiant()}, ${creche.id}, 'INTERIEUR', 'Sols', 'Usés', array['CONFORMITE'], '2026-09-01', '2026-10-05', '2026-10-10',
        10, 'ROUVERT', '2026-09-02', '2026-09-03', '2026-10-05', '2026-10-09', '2026-10-10')`.execute(tx);
      // Les charges de 2026 ne sont pas encore connues : celles de 2025 valent.
      for (const [annee, charges] of [
        [2024, 90_000_000],
        [2025, 96_000_000],
        [2026, null],
      ])
        await sql`insert into eaje.exercice (id, etablissement_id, annee, charges_centimes)
          values (${createIdentifiant()}, ${creche.id}, ${annee}, ${charges})`.execute(tx);
      await sql`insert into eaje.ligne_budget (id, etablissement_id, unite_id, exercice, nature, libelle, du, budget_centimes)
        values (${createIdentifiant()}, ${creche.id}, ${creche.uniteId}, 2026, 'MENAGE', 'Ménage', '2026-01-01', 500000)`.execute(
        tx,
      );
    });
    // Deux versions du règlement à jour comptent une fois ; d'un projet, la dernière version est en retard.
    for (const [nature, etabliLe, aRevoirLe] of [
      ['REGLEMENT_FONCTIONNEMENT', '2022-01-01', null],
      ['REGLEMENT_FONCTIONNEMENT', '2025-01-01', '2028-01-01'],
      ['PROJET_ETABLISSEMENT', '2020-01-01', null],
      ['PROJET_ETABLISSEMENT', '2023-01-01', '2026-11-20'],
    ] as const)
      await base.executeSql(
        'insert into eaje.document (id, etablissement_id, nature, etabli_le, a_revoir_le) values ($1, $2, $3, $4, $5)',
        [createIdentifiant(), creche.id, nature, etabliLe, aRevoirLe],
      );
    await updateJourneesMarquees((fn) => base.asSystem(({ tx }) => fn({ tx, aujourdhui: jourCivil('2026-11-21') })));
    const { sommes, mois } = await base.asAgent(responsable, (contexte) =>
      listSommesDuTableau(contexte, OCTOBRE, { du: jourCivil('2026-09-01'), au: OCTOBRE.au }, [creche.id, ailleurs.id]),
    );
    // Un agent seul quand il en faut deux : vingt-deux jours de trente-six quarts d'heure.
    expect(sommes).toMatchObject([
      {
        etablissementId: creche.id,
        minutesRealisees: 600,
        enfants: 6,
        quarts: 22 * 36,
        quartsConformes: 0,
        manque: 22 * 36,
        jours: 22,
        joursSansPointage: 22,
        moisQuota: 1,
        moisSousQuota: 0,
        semaines: 4,
        santeFaites: 120,
        santeDues: 250,
        trimestresDues: 0,
        documentsAJour: 1,
        documentsDus: 7,
        minutesGelees: 10 * 5 * 11 * 60,
        chargesCentimes: 96_000_000,
        placesChargees: 60,
        budgetCentimes: 500_000,
        engageCentimes: 0,
      },
    ]);
    expect(mois.map((m) => [m.mois, m.minutesRealisees, m.jours])).toEqual([
      ['2026-09-01', 600, 22],
      ['2026-10-01', 600, 22],
    ]);
  });
});
