import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Transaction } from '#database/connection.ts';
import { type CrechePosee, createCreche, createEnfantAccueilli } from '#modules/eaje/testing/creche-factory.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { executeCommand } from '#server/define-command.ts';
import type { ContexteDeTravail } from '#server/jobs/travail.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { listEcartsFiloue } from '../rules/filoue.ts';
import { listMois } from './activite.server.ts';
import { listBilans } from './bilans.server.ts';
import { countMoisTouches, updateMois } from './calcul.server.ts';
import { listEnfantsDeLAnnee, listEnfantsFiloue } from './declarations.server.ts';
import { closeMois, updateMoisDeCreche } from './exercice-commands.server.ts';
import { TRAVAUX } from './travaux.server.ts';

const base = withBase();
const o = withOrganisation(base);
const SEPTEMBRE = jourCivil('2026-09-01');
const heure = 60;
/** De 8 h à 17 h, du lundi au vendredi. */
const semaine = [...Array.from({ length: 5 }, () => [480, 1020]).flat(), 0, 0, 0, 0];

let creche: CrechePosee;
let responsable: { agentId: string };
let jules: string;

type Heures = [arrivee: number, depart: number | null];

function addPresence(tx: Transaction, enfantId: string, jour: string, [arrivee, depart]: Heures) {
  const venue = { enfantId, etablissementId: creche.id, jour: jourCivil(jour), arrivee, depart, origine: 'BADGE' };
  return tx.insertInto('eaje.presence').values(venue).execute();
}

const compte = (mois = SEPTEMBRE, aujourdhui = '2026-11-21') =>
  base.asSystem(async ({ tx }) => {
    await updateMois(tx, { mois, aujourdhui: jourCivil(aujourdhui), ids: [creche.id] });
    return (await listMois(tx, 2026, [creche.id])).find((m) => m.mois === mois);
  });

beforeAll(async () => {
  await base.asSystem(async ({ tx }) => {
    creche = await createCreche(tx, { parentId: o.unites.nord, code: 'N-1', places: 60 });
    responsable = await createAgentEssai(tx, {
      nom: 'Responsable nord',
      profil: 'responsable-territoire-petite-enfance',
      uniteId: o.unites.nord,
    });
    jules = (await createEnfantAccueilli(tx, { creche, semaine, du: '2026-09-01' })).id;
  });
});

describe('Les heures d’un mois se comptent des contrats, absences et présences', () => {
  test('septembre 2026 : vingt-deux jours, neuf heures facturées par jour même sans présence', async () => {
    expect(await compte()).toMatchObject({
      places: 60,
      joursOuverts: 22,
      minutesOuvertes: 22 * 60 * 11 * heure,
      minutesContractees: 22 * 9 * heure,
      minutesFacturees: 22 * 9 * heure,
      minutesRealisees: 0,
      participationsCentimes: 22 * 9 * 180,
      enfants: 1,
      ouvertesAVenir: 0,
      joursAVenir: 0,
      contracteesAVenir: 0,
    });
  });

  test('un dépassement se facture à la demi-heure commencée, le réalisé se compte pareil (PF-09)', async () => {
    await base.asSystem(({ tx }) => addPresence(tx, jules, '2026-09-01', [470, 1025]));
    expect(await compte()).toMatchObject({
      minutesFacturees: 22 * 540 + 60,
      minutesRealisees: 600,
      pointages: 1,
      doutes: 0,
    });
  });

  test('une franchise ne facture pas le dépassement qui ne la passe pas, bout par bout ; le réalisé n’en change pas (PF-09)', async () => {
    const avecFranchise = async (minutes: number, periode = '[2026-09-01,)') => {
      await base.executeSql(
        `insert into organisation.parametre (id, cle, valeur, periode, confiance, source)
         values (gen_random_uuid(), 'pointage.franchise-minutes', '${minutes}', '${periode}', 'local', 'essai')`,
      );
      const mois = await compte();
      await base.executeSql("delete from organisation.parametre where cle = 'pointage.franchise-minutes'");
      return [(mois?.minutesFacturees ?? 0) - 22 * 540, mois?.minutesRealisees];
    };
    // Le 1er, l'enfant arrive dix minutes avant l'heure et part cinq minutes après.
    expect(await avecFranchise(0)).toEqual([60, 600]);
    expect(await avecFranchise(4)).toEqual([60, 600]);
    expect(await avecFranchise(5)).toEqual([30, 600]);
    expect(await avecFranchise(9)).toEqual([30, 600]);
    expect(await avecFranchise(10)).toEqual([0, 600]);
    expect(await avecFranchise(10, '[2026-10-01,)')).toEqual([60, 600]);
    expect(await compte()).toMatchObject({ minutesFacturees: 22 * 540 + 60 });
  });

  test('un pointage sans départ ne compte pas, et se dit ; le contrat reste dû', async () => {
    await base.asSystem(({ tx }) => addPresence(tx, jules, '2026-09-02', [480, null]));
    expect(await compte()).toMatchObject({
      minutesFacturees: 22 * 540 + 60,
      minutesRealisees: 600,
      pointages: 2,
      doutes: 1,
    });
  });

  test('au-delà de la part que le département admet ce mois-là, le mois est à vérifier ; en deçà, le nombre reste dit (IND-27)', async () => {
    const lire = async (part: string, du: string) => {
      await base.executeSql(
        `insert into organisation.parametre (id, cle, valeur, periode, confiance, source)
         values (gen_random_uuid(), 'pointage.doutes-part', '${part}', '[${du},)', 'local', 'essai')`,
      );
      const { suivies } = await base.asAgent(responsable.agentId, (contexte) =>
        listBilans(contexte, 2026, [creche.id]),
      );
      await base.executeSql("delete from organisation.parametre where cle = 'pointage.doutes-part'");
      const { bilan } = suivies[0] ?? {};
      return { doutes: bilan?.doutes, aVerifier: bilan?.aVerifier.map((m) => m.mois) };
    };
    const doutes = { doutes: 1, pointages: 2 };
    expect(await lire('49', '2026-01-01')).toEqual({ doutes, aVerifier: [SEPTEMBRE] });
    expect(await lire('50', '2026-01-01')).toEqual({ doutes, aVerifier: [] });
    expect(await lire('50', '2026-10-01')).toEqual({ doutes, aVerifier: [SEPTEMBRE] });
  });

  test('une maladie justifiée se déduit après trois jours, une convenance jamais (PF-08)', async () => {
    const absence = { enfantId: jules, etablissementId: creche.id, prevenueLe: jourCivil('2026-09-07') };
    await base.asSystem(({ tx }) =>
      tx
        .insertInto('eaje.absence')
        .values([
          {
            id: createIdentifiant(),
            ...absence,
            periode: '[2026-09-07,2026-09-12)',
            motif: 'MALADIE',
            justifiee: true,
          },
          { id: createIdentifiant(), ...absence, periode: '[2026-09-14,2026-09-19)', motif: 'CONVENANCE' },
        ])
        .execute(),
    );
    expect(await compte()).toMatchObject({ minutesContractees: 22 * 540, minutesFacturees: 20 * 540 + 60 });
  });

  test('pointé un jour que son absence déduit, l’enfant est facturé ce jour-là, et le jour est douteux (PF-08)', async () => {
    const avant = await compte();
    await base.asSystem(({ tx }) => addPresence(tx, jules, '2026-09-11', [480, 1020]));
    expect(await compte()).toMatchObject({
      minutesFacturees: (avant?.minutesFacturees ?? 0) + 540,
      minutesRealisees: (avant?.minutesRealisees ?? 0) + 540,
      doutes: (avant?.doutes ?? 0) + 1,
    });
    await base.executeSql("delete from eaje.presence where jour = '2026-09-11'");
  });

  test('l’occasionnel se contracte à la réservation et se facture au réel', async () => {
    await base.asSystem(async ({ tx }) => {
      const { id: enfantId } = await createEnfantAccueilli(tx, { creche, semaine: null });
      const jour = jourCivil('2026-09-03');
      const reservation = { enfantId, etablissementId: creche.id, jour, debut: 540, fin: 720, nature: 'OCCASIONNEL' };
      await tx
        .insertInto('eaje.reservation')
        .values({ id: createIdentifiant(), ...reservation })
        .execute();
      await addPresence(tx, enfantId, jour, [540, 660]);
    });
    expect(await compte()).toMatchObject({
      minutesContractees: 22 * 540 + 180,
      minutesFacturees: 20 * 540 + 60 + 120,
      minutesOccasionnelles: 120,
      minutesRealisees: 600 + 120,
      enfants: 2,
    });
  });

  test('une fermeture ôte ses jours partout', async () => {
    await base.asSystem(({ tx }) =>
      tx
        .insertInto('eaje.fermeture')
        .values({
          id: createIdentifiant(),
          etablissementId: creche.id,
          periode: '[2026-09-30,2026-10-01)',
          motif: 'PEDAGOGIQUE',
        })
        .execute(),
    );
    expect(await compte()).toMatchObject({ joursOuverts: 21, minutesContractees: 21 * 540 + 180 });
  });

  test('un mois en cours dit ce qui reste à venir, et rien n’y est facturé d’avance', async () => {
    const novembre = await compte(jourCivil('2026-11-01'));
    expect(novembre).toMatchObject({
      joursOuverts: 20,
      joursAVenir: 6,
      ouvertesAVenir: 6 * 60 * 11 * heure,
      contracteesAVenir: 6 * 540,
      minutesFacturees: 14 * 540,
    });
    expect(await compte(jourCivil('2026-12-01'))).toMatchObject({ minutesFacturees: 0, contracteesAVenir: 22 * 540 });
  });
});

const travail = () => {
  const [compter] = TRAVAUX;
  if (!compter) throw new Error('Aucun travail de nuit');
  return compter;
};

/** La nuit de ce travail, au jour de l'essai. */
const compteLaNuit = () =>
  travail().run({ enSysteme: base.asSystem, signal: new AbortController().signal } as unknown as ContexteDeTravail);

describe('Un acte qui touche un mois fini le fait recompter, si ancien soit-il', () => {
  const MARS = jourCivil('2026-03-01');
  let lieu: CrechePosee;
  let enfantId: string;

  const lit = async (mois: string) =>
    base.asSystem(async ({ tx }) => (await listMois(tx, 2026, [lieu.id])).find((m) => m.mois === mois));
  const marques = async () =>
    (
      await base.executeSql<{ mois: string }>(
        `select distinct to_char(mois, 'YYYY-MM') as mois from eaje.mois_a_compter where etablissement_id = $1 order by 1`,
        [lieu.id],
      )
    ).map(({ mois }) => mois);
  const act = (texte: string, valeurs: unknown[]) => base.executeSql(texte, valeurs);

  beforeAll(async () => {
    await base.asSystem(async ({ tx }) => {
      lieu = await createCreche(tx, { parentId: o.unites.nord, code: 'N-9', places: 20 });
      enfantId = (await createEnfantAccueilli(tx, { creche: lieu, semaine, du: '2026-01-05' })).id;
    });
    await compteLaNuit();
  });

  test('un pointage de mars importé en novembre : à recompter, et la nuit suivante l’a compté', async () => {
    expect(await lit('2026-03-01')).toMatchObject({ minutesRealisees: 0, touche: false });
    expect(await marques()).toEqual([]);
    await act(
      `insert into eaje.presence (enfant_id, etablissement_id, jour, arrivee, depart, origine) values ($1, $2, '2026-03-02', 480, 1020, 'BADGE')`,
      [enfantId, lieu.id],
    );
    expect(await lit('2026-03-01')).toMatchObject({ minutesRealisees: 0, touche: true });
    await compteLaNuit();
    expect(await lit('2026-03-01')).toMatchObject({ minutesRealisees: 540, touche: false });
    expect(await marques()).toEqual([]);
  });

  test.each([
    [
      'un tarif corrigé touche les mois du contrat',
      'update eaje.contrat set tarif_centimes = 200 where enfant_id = $1',
      ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
    ],
    [
      'une absence justifiée après coup, les siens',
      `insert into eaje.absence (id, enfant_id, etablissement_id, periode, motif, justifiee, prevenue_le)
        select gen_random_uuid(), n.id, n.etablissement_id, '[2026-04-29,2026-05-05]', 'EVICTION', true, '2026-04-29' from eaje.enfant n where n.id = $1`,
      ['2026-04', '2026-05'],
    ],
    [
      'une fermeture inscrite tard, le sien',
      `insert into eaje.fermeture (id, etablissement_id, periode, motif)
        select gen_random_uuid(), n.etablissement_id, '[2026-06-15,2026-06-16)', 'PEDAGOGIQUE' from eaje.enfant n where n.id = $1`,
      ['2026-06'],
    ],
    ['le nom d’un enfant, aucun', `update eaje.enfant set nom = 'Autre' where id = $1`, []],
    [
      'un badge du mois qui court, aucun : il se compte chaque nuit',
      `insert into eaje.presence (enfant_id, etablissement_id, jour, arrivee, depart, origine)
        select n.id, n.etablissement_id, '2026-11-18', 480, 1020, 'BADGE' from eaje.enfant n where n.id = $1`,
      [],
    ],
    [
      'la carence d’un mois, ce mois',
      `insert into organisation.parametre (id, cle, valeur, periode, confiance, source)
        select gen_random_uuid(), 'creches.carence-maladie-jours', '"2"', '[2026-02-01,2026-03-01)', 'local', 'essai' where $1::uuid is not null`,
      ['2026-02'],
    ],
  ])('%s', async (_, texte, attendus) => {
    await act('delete from eaje.mois_a_compter where etablissement_id = $1', [lieu.id]);
    await act(texte, [enfantId]);
    expect(await marques()).toEqual(attendus);
    await compteLaNuit();
    expect(await marques()).toEqual([]);
  });

  test('une modulation datée par des travaux, les mois de ses jours, avant et après ; une habitude, ceux de l’autorisation', async () => {
    const [dossier, modulation, habitude] = [createIdentifiant(), createIdentifiant(), createIdentifiant()];
    await act(
      `insert into eaje.dossier_travaux (id, etablissement_id, nature, objet, motif, enjeux, demande_le)
        values ($1, $2, 'AUTRE', 'x', 'x', '{CONFORT}', '2026-01-05')`,
      [dossier, lieu.id],
    );
    const inscrire = `insert into eaje.modulation (id, autorisation_id, etablissement_id, jours, debut, fin, places, periode, dossier_id)
      values ($1, $2, $3, '{1,2,3,4,5}', 450, 1110, 10, $4, $5)`;
    const retirer = 'delete from eaje.modulation where id = $1';
    const marquesDe = async (texte: string, valeurs: unknown[]) => {
      await act('delete from eaje.mois_a_compter where etablissement_id = $1', [lieu.id]);
      await act(texte, valeurs);
      return marques();
    };
    const datee = [modulation, lieu.autorisationId, lieu.id, '[2026-03-30,2026-04-04)', dossier];
    expect(await marquesDe(inscrire, datee)).toEqual(['2026-03', '2026-04']);
    const deplacer = `update eaje.modulation set periode = '[2026-06-08,2026-07-01)' where id = $1`;
    expect(await marquesDe(deplacer, [modulation])).toEqual(['2026-03', '2026-04', '2026-06']);
    expect(await marquesDe(deplacer, [modulation]), 'rien ne change').toEqual([]);
    expect(await marquesDe('update eaje.modulation set places = 5 where id = $1', [modulation])).toEqual(['2026-06']);
    expect(await marquesDe(retirer, [modulation])).toEqual(['2026-06']);
    // Sans dates, elle vaut tant que l'autorisation vaut : tous les mois finis que les pages montrent, de janvier 2024 à octobre 2026.
    const anciens = ['2024', '2025', '2026'].flatMap((annee) =>
      Array.from({ length: annee === '2026' ? 10 : 12 }, (__, rang) => `${annee}-${String(rang + 1).padStart(2, '0')}`),
    );
    expect(await marquesDe(inscrire, [habitude, lieu.autorisationId, lieu.id, null, null])).toEqual(anciens);
    expect(await marquesDe(retirer, [habitude])).toEqual(anciens);
    await compteLaNuit();
  });

  test('recompter l’année lève ses marques ; figé puis changé, un mois garde la sienne et la nuit finit', async () => {
    const figer = () =>
      base.asAgent(responsable.agentId, (contexte) => executeCommand(contexte, closeMois, { id: lieu.id, mois: MARS }));
    const ecarts = () =>
      base.asAgent(responsable.agentId, async (contexte) => {
        const [suivie] = (await listBilans(contexte, 2026, [lieu.id])).suivies;
        const enfants = await listEnfantsFiloue(contexte, 2026, lieu.id);
        return suivie && listEcartsFiloue(enfants, suivie.bilan.fait);
      });
    await compteLaNuit();
    expect(await ecarts()).toEqual([]);
    await figer();
    await act(`update eaje.presence set depart = 1050 where enfant_id = $1 and jour = '2026-03-02'`, [enfantId]);
    await act(`update eaje.enfant set handicap = true where id = $1`, [enfantId]);
    await base.asAgent(responsable.agentId, (contexte) =>
      executeCommand(contexte, updateMoisDeCreche, { id: lieu.id, annee: 2026 }),
    );
    expect(await marques()).toEqual(['2026-03']);
    expect(await lit('2026-03-01')).toMatchObject({ touche: true, minutesRealisees: 540 });
    expect(await compteLaNuit()).toContain('repris');
    // Filoué suit les pointages, AFAS les mois figés : l'écart se dit (AFS-05).
    expect(await ecarts()).toEqual([
      expect.stringMatching(/^Heures réalisées : .* enfant par enfant, .* aux mois comptés$/),
    ]);
    expect(await marques()).toEqual(['2026-03']);
    const compte = (agentId: string) =>
      base.asAgent(agentId, ({ tx }) =>
        countMoisTouches({ tx }, { du: jourCivil('2026-01-01'), au: jourCivil('2026-12-31') }, [lieu.id]),
      );
    expect(await compte(responsable.agentId)).toBe(0);
    await act(`update eaje.contrat set tarif_centimes = 210 where enfant_id = $1`, [enfantId]);
    expect(await compte(responsable.agentId)).toBe(9);
    expect(await compte(o.agents.administrateur.agentId)).toBe(0);
  });
});

describe('Une déclaration compte des enfants différents', () => {
  test('deux contrats d’un même enfant font un enfant ; un contrat à venir n’est pas d’un réel arrêté ce jour', async () => {
    const id = await base.asSystem(async ({ tx }) => {
      const lieu = await createCreche(tx, { parentId: o.unites.nord, code: 'N-8' });
      const { id: enfantId } = await createEnfantAccueilli(tx, { creche: lieu, semaine, du: '2026-01-05' });
      await createEnfantAccueilli(tx, { creche: lieu, semaine, du: '2026-12-07' });
      await tx.updateTable('eaje.enfant').set({ handicap: true }).where('id', '=', enfantId).execute();
      await tx
        .updateTable('eaje.contrat')
        .set({ periode: '[2026-01-05,2026-06-01)' })
        .where('enfantId', '=', enfantId)
        .execute();
      await createContratEssai(tx, { enfantId, etablissementId: lieu.id });
      return lieu.id;
    });
    const compteEnfants = (au: string) =>
      base.asAgent(responsable.agentId, async (contexte) =>
        (await listEnfantsDeLAnnee(contexte, { du: jourCivil('2026-01-01'), au: jourCivil(au) })).get(id),
      );
    expect(await compteEnfants('2026-12-31')).toEqual({ enfants: 2, handicap: 1 });
    expect(await compteEnfants('2026-11-21')).toEqual({ enfants: 1, handicap: 1 });
  });
});

/** Un second contrat, de septembre. */
function createContratEssai(tx: Transaction, sien: { enfantId: string; etablissementId: string }) {
  const contrat = { ...sien, nature: 'REGULIER', periode: '[2026-09-01,)', semaine, tarifCentimes: 180 };
  return tx
    .insertInto('eaje.contrat')
    .values({ id: createIdentifiant(), ...contrat })
    .execute();
}

describe('Un mois figé ne bouge plus', () => {
  const agit = (mois: string) =>
    base.asAgent(responsable.agentId, (contexte) => executeCommand(contexte, closeMois, { id: creche.id, mois }));

  test('ni par la nuit, ni par la main, ni par la base', async () => {
    await agit('2026-09-01');
    const avant = await compte();
    expect(avant?.figeLe).not.toBeNull();
    await base.asSystem(({ tx }) => addPresence(tx, jules, '2026-09-04', [480, 1020]));
    const apres = { ...avant, touche: true };
    expect(await compte()).toEqual(apres);
    await base.asAgent(responsable.agentId, (contexte) =>
      executeCommand(contexte, updateMoisDeCreche, { id: creche.id, annee: 2026 }),
    );
    expect(
      await base.asSystem(async ({ tx }) => (await listMois(tx, 2026, [creche.id])).find((m) => m.mois === SEPTEMBRE)),
    ).toEqual(apres);
    await expect(
      base.executeSql('update eaje.mois_activite set minutes_realisees = 0 where mois = $1', [SEPTEMBRE]),
    ).rejects.toThrow('Un mois figé ne change plus');
    await expect(agit('2026-09-01')).rejects.toThrow('déjà figées');
  });

  test('compté avant sa fin, un mois se recompte avant de se figer : rien n’y reste à venir', async () => {
    const partiel = await compte(jourCivil('2026-10-01'), '2026-10-20');
    expect(partiel?.ouvertesAVenir).toBeGreaterThan(0);
    await base.asSystem(({ tx }) => addPresence(tx, jules, '2026-10-29', [480, 1020]));
    await agit('2026-10-01');
    const fige = await base.asSystem(async ({ tx }) =>
      (await listMois(tx, 2026, [creche.id])).find((m) => m.mois === '2026-10-01'),
    );
    expect(fige).toMatchObject({
      ouvertesAVenir: 0,
      contracteesAVenir: 0,
      minutesRealisees: 540,
      minutesFacturees: 22 * 540,
      touche: false,
    });
    expect(fige?.figeLe).not.toBeNull();
  });

  test('un mois qui n’est pas fini, ou jamais compté, ne se fige pas', async () => {
    await expect(agit('2026-11-01')).rejects.toThrow('n’est pas fini');
    await expect(agit('2023-03-01')).rejects.toThrow('recomptez ce mois');
  });
});

describe('Un enfant, un mois : ce qui s’en contracte, s’en facture et s’en réalise', () => {
  const NOVEMBRE = jourCivil('2026-11-01');
  const compteNovembre = (ids: readonly string[]) =>
    base.asSystem(async ({ tx }) => {
      await updateMois(tx, { mois: NOVEMBRE, aujourdhui: jourCivil('2026-12-05'), ids });
      return (await listMois(tx, 2026, ids)).filter(({ mois }) => mois === NOVEMBRE);
    });

  test('les heures du contrat jour par jour, moins la maladie après trois jours, plus l’occasionnel au tarif du contrat (PF-08)', async () => {
    const id = await base.asSystem(async ({ tx }) => {
      const lieu = await createCreche(tx, { parentId: o.unites.nord, code: 'N-2' });
      // Le lundi de 8 h à 17 h 30, le mardi et le jeudi de 8 h à 16 h 30.
      const jours = [480, 1050, 480, 990, 0, 0, 480, 990, 0, 0, 0, 0, 0, 0];
      const { id: enfantId } = await createEnfantAccueilli(tx, { creche: lieu, semaine: jours, du: '2026-09-01' });
      const sien = { enfantId, etablissementId: lieu.id };
      const absence = { ...sien, periode: '[2026-11-02,2026-11-07)', motif: 'MALADIE', justifiee: true };
      await tx
        .insertInto('eaje.absence')
        .values({ id: createIdentifiant(), ...absence, prevenueLe: jourCivil('2026-11-02') })
        .execute();
      const mercredi = { ...sien, jour: jourCivil('2026-11-18') };
      await tx
        .insertInto('eaje.reservation')
        .values({ id: createIdentifiant(), ...mercredi, debut: 420, fin: 540, nature: 'OCCASIONNEL' })
        .execute();
      await tx
        .insertInto('eaje.presence')
        .values({ ...mercredi, arrivee: 450, depart: 540, origine: 'BADGE' })
        .execute();
      return lieu.id;
    });
    // Cinq lundis, quatre mardis et quatre jeudis ; le jeudi 5 se déduit ; deux heures réservées, une et demie faites.
    const contrat = 5 * 570 + 4 * 510 + 4 * 510;
    const facturees = contrat - 510 + 90;
    expect(await compteNovembre([id])).toMatchObject([
      {
        minutesContractees: contrat + 120,
        minutesFacturees: facturees,
        minutesOccasionnelles: 90,
        participationsCentimes: facturees * 3,
        enfants: 1,
      },
    ]);
  });

  test('sans contrat, l’accueil réservé vaut le tarif figé à la réservation ; sans tarif, aucune participation, et un doute (PF-06)', async () => {
    const lieu = await base.asSystem(async ({ tx }) => {
      const lieu = await createCreche(tx, { parentId: o.unites.nord, code: 'N-5' });
      const [connu, inconnu] = [
        await createEnfantAccueilli(tx, { creche: lieu, semaine: null }),
        await createEnfantAccueilli(tx, { creche: lieu, semaine: null }),
      ];
      for (const [{ id: enfantId }, tarifCentimes] of [[connu, 124] as const, [inconnu, null] as const]) {
        const sien = { enfantId, etablissementId: lieu.id, jour: jourCivil('2026-11-17') };
        await tx
          .insertInto('eaje.reservation')
          .values({ id: createIdentifiant(), ...sien, debut: 540, fin: 720, nature: 'OCCASIONNEL', tarifCentimes })
          .execute();
        await tx
          .insertInto('eaje.presence')
          .values({ ...sien, arrivee: 540, depart: 720, origine: 'BADGE' })
          .execute();
      }
      return lieu.id;
    });
    expect(await compteNovembre([lieu])).toMatchObject([
      { minutesContractees: 360, minutesFacturees: 360, participationsCentimes: 3 * 124, doutes: 1 },
    ]);
  });

  test('toute demi-heure commencée compte, le temps partagé une fois ; sans départ ou sans arrivée pointée, aucune minute (PF-09)', async () => {
    const jour = jourCivil('2026-11-19');
    const [ici, ailleurs] = await base.asSystem(async ({ tx }) => {
      const lieux = [
        await createCreche(tx, { parentId: o.unites.nord, code: 'N-3' }),
        await createCreche(tx, { parentId: o.unites.nord, code: 'N-4' }),
      ] as const;
      const pose = async (lieu: CrechePosee) => ({
        enfantId: (await createEnfantAccueilli(tx, { creche: lieu, semaine: null })).id,
        etablissementId: lieu.id,
        jour,
        origine: 'BADGE',
      });
      const [lea, tom, zoe] = [await pose(lieux[0]), await pose(lieux[0]), await pose(lieux[1])];
      await tx
        .insertInto('eaje.presence')
        .values([
          // 8 h 05 – 16 h 50 et 10 h – 17 h : de 8 h à 17 h.
          { ...lea, arrivee: 485, depart: 1010 },
          { ...lea, arrivee: 600, depart: 1020, doute: 'x' },
          { ...tom, arrivee: 500, depart: null, doute: 'y' },
          { ...zoe, arrivee: 450, depart: 480, arriveeSupposee: true },
        ])
        .execute();
      return lieux.map(({ id }) => id);
    });
    const lus = async () =>
      new Map((await compteNovembre([ici ?? '', ailleurs ?? ''])).map((mois) => [mois.etablissementId, mois]));
    const demiHeures = await lus();
    // Deux pointages douteux, et ce jour facturé sans contrat ni réservation dont on sache le tarif.
    expect(demiHeures.get(ici ?? '')).toMatchObject({
      minutesRealisees: 540,
      minutesFacturees: 540,
      pointages: 3,
      doutes: 3,
    });
    expect(demiHeures.get(ailleurs ?? '')).toMatchObject({ minutesRealisees: 0, minutesFacturees: 0, enfants: 1 });
    await base.executeSql(
      `insert into organisation.parametre (id, cle, valeur, periode, confiance, source)
       values (gen_random_uuid(), 'pointage.granularite-minutes', '"1"', '[2026-01-01,)', 'local', 'essai')`,
    );
    expect((await lus()).get(ici ?? '')).toMatchObject({ minutesRealisees: 1020 - 485 });
  });
});

test('Filoué porte le taux d’effort de la famille à son dernier jour, et les tarifs que le barème donne à ses situations ; sans ressources ce jour-là, pas de taux (PF-02, FIL-04)', async () => {
  const [lieu, ids] = await base.asSystem(async ({ tx }) => {
    const ici = await createCreche(tx, { parentId: o.unites.nord, code: 'N-F' });
    const cree = async (au: string | null, ressources: readonly [string, number, number][]) => {
      const { id, familleId } = await createEnfantAccueilli(tx, { creche: ici, du: '2026-01-05', au });
      for (const [periode, enfantsACharge, enfantsAeeh] of ressources)
        await sql`insert into eaje.ressources (id, famille_id, etablissement_id, periode, annuelles_centimes, enfants_a_charge, enfants_aeeh, origine)
          values (${createIdentifiant()}, ${familleId}, ${ici.id}, ${periode}, 3600000, ${enfantsACharge}, ${enfantsAeeh}, 'CDAP')`.execute(
          tx,
        );
      return id;
    };
    const enfants = [
      await cree(null, [
        ['[2026-01-01,2026-09-01)', 1, 0],
        ['[2026-09-01,)', 2, 1],
      ]),
      await cree('2026-08-31', [
        ['[2026-01-01,2026-09-01)', 1, 0],
        ['[2026-09-01,)', 2, 1],
      ]),
      await cree(null, [['[2026-01-01,2026-09-01)', 1, 0]]),
    ];
    return [ici.id, enfants] as const;
  });
  const lus = await base.asSystem(({ tx }) =>
    listEnfantsFiloue({ tx, aujourdhui: jourCivil('2026-11-21') }, 2026, lieu),
  );
  const taux = new Map(lus.map(({ enfantId, tauxEffort }) => [enfantId, tauxEffort]));
  expect(ids.map((id) => taux.get(id))).toEqual([413, 619, null]);
  const tarifs = new Map(lus.map(({ enfantId, tarifs: permis }) => [enfantId, permis]));
  expect(ids.map((id) => tarifs.get(id))).toEqual([
    { minimumCentimes: 34, maximumCentimes: 526 },
    { minimumCentimes: 50, maximumCentimes: 526 },
    { minimumCentimes: 50, maximumCentimes: 526 },
  ]);
});
