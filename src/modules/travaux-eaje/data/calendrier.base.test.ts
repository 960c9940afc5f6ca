import { beforeAll, describe, expect, it } from 'vitest';
import { listAccueilsPrevus } from '#modules/contrats-eaje/index.server.ts';
import { listEtablissementsOuverts } from '#modules/eaje/index.server.ts';
import { computeHeuresPlaces, findCapacite } from '#modules/eaje/index.ts';
import { createEnfantAccueilli } from '#modules/eaje/testing/creche-factory.ts';
import { ROLES_CRECHE, type RoleCreche, withCreches } from '#modules/eaje/testing/monde-creches.ts';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { Conflit, Introuvable, Refus } from '#server/errors.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { POINTS_REOUVERTURE } from '../dossier-travaux.ts';
import { listPlacesGelees } from '../index.server.ts';
import { readCalendrier } from './calendrier.server.ts';
import {
  recordBesoin,
  recordImpact,
  updateCalendrierTravaux,
  updateDossier,
  updateEtatTravaux,
} from './dossiers-commands.server.ts';
import { getDossier } from './dossiers-queries.server.ts';
import { recordPoint } from './suites-commands.server.ts';

const base = withBase();
const o = withOrganisation(base);
const c = withCreches(base, o);
const attraper = (promesse: Promise<unknown>) => promesse.then(() => undefined).catch((erreur: unknown) => erreur);
const BESOIN = {
  ...{ nature: 'INTERIEUR', objet: 'Sols', motif: 'Usés', enjeux: ['CONFORMITE'] },
  ...{ placesGelees: '60', gelDebut: '', gelFin: '' },
};
beforeAll(() => base.asSystem(({ tx }) => createEnfantAccueilli(tx, { creche: c.monde.nord })));

/** Un dossier prêt à être validé, à des dates qu'aucun autre n'a. */
async function preparer(debutPrevu: string, reouverturePrevue: string, plus = {}) {
  const saisie = { ...BESOIN, debutPrevu, reouverturePrevue, ...plus };
  const id = await c.agit('crecheNord', recordBesoin, { etablissementId: c.monde.nord.id, ...saisie });
  await c.agit('territoireNord', recordImpact, { dossierId: id, agents: '' });
  return { id, saisie };
}
const lire = (id: string) => c.asRole('territoireNord', ({ tx }) => getDossier(tx, id));
const avancer = async (id: string, acte: string, plus = {}, role: RoleCreche = 'territoireNord') =>
  c.agit(role, updateEtatTravaux, {
    ...{ id, version: String((await lire(id)).version), acte, le: '21/11/2026', motif: '' },
    ...plus,
  });
const changer = async (id: string, plus: object, role: RoleCreche = 'territoireNord') =>
  c.agit(role, updateCalendrierTravaux, { id, version: String((await lire(id)).version), ...plus });
const lireCalendrier = (id: string) =>
  c.asRole('territoireNord', async ({ tx }) => readCalendrier(tx, await getDossier(tx, id)));
const inscrits = async (id: string) =>
  (await lireCalendrier(id)).inscrits.map(({ du, au, places }) => `${du} ${au} ${places ?? 'fermée'}`);
/** Les places à dix heures, et les heures-places du jour. */
const offrir = (jour: string) =>
  c.asRole('territoireNord', async ({ tx }) => {
    const le = jourCivil(jour);
    const [etab] = await listEtablissementsOuverts(tx, { du: le, au: le, ids: [c.monde.nord.id] });
    return etab ? [findCapacite(etab, le, 600), computeHeuresPlaces(etab, { du: le, au: le })] : [];
  });

describe('Un dossier validé s’inscrit au calendrier de sa crèche, du même geste', () => {
  it('toutes les places gelées : fermée, la crèche n’offre ni n’attend plus rien, et le gel se compte toujours (IND-10)', async () => {
    const { id } = await preparer('01/03/2027', '08/03/2027');
    expect(await offrir('2027-03-01')).toEqual([60, 620]);
    expect((await lireCalendrier(id)).proposition).toMatchObject({
      choix: 'FERMER',
      du: '2027-03-01',
      au: '2027-03-07',
    });
    await avancer(id, 'valider', { calendrier: 'FERMER' });
    expect(await inscrits(id)).toEqual(['2027-03-01 2027-03-07 fermée']);
    expect(await offrir('2027-03-01')).toEqual([0, 0]);
    expect(await offrir('2027-03-08')).toEqual([60, 620]);
    await avancer(id, 'programmer');
    expect(await lireCalendrier(id)).toMatchObject({ ouvertsATort: 0, deborde: false });
    const gelees = await c.asRole('territoireNord', (contexte) =>
      listPlacesGelees(contexte, { du: jourCivil('2027-03-01'), au: jourCivil('2027-03-31') }),
    );
    expect(gelees).toEqual([{ etablissementId: c.monde.nord.id, heures: 5 * 620, heuresRouvertes: 5 * 620 }]);
    await avancer(id, 'abandonner', { motif: 'Repris ailleurs', calendrier: 'LEVER' });
    expect(await inscrits(id)).toEqual([]);
    expect(await offrir('2027-03-01')).toEqual([60, 620]);
  });

  it('une partie des places : la crèche reste ouverte et offre ce qui reste ; l’habitude plus basse vaut toujours', async () => {
    const { id } = await preparer('05/04/2027', '07/04/2027', { placesGelees: '15' });
    await avancer(id, 'valider', { calendrier: 'MODULER', placesOffertes: '' });
    expect(await inscrits(id)).toEqual(['2027-04-05 2027-04-06 45']);
    // Vingt places la première heure, quarante-cinq les dix autres.
    expect(await offrir('2027-04-06')).toEqual([45, 20 + 450]);
    expect(await offrir('2027-04-07')).toEqual([60, 620]);
    const { accueils } = await c.asRole('territoireNord', async ({ tx }) => ({
      accueils: await listAccueilsPrevus(tx, {
        ...{ du: jourCivil('2027-04-06'), au: jourCivil('2027-04-06'), etablissementIds: [c.monde.nord.id] },
      }),
    }));
    expect(accueils.contrats, 'ouverte, elle attend encore ses enfants').toHaveLength(1);
  });

  it('la personne décide : d’autres places, ou rien ; jamais plus que l’arrêté', async () => {
    const { id } = await preparer('03/05/2027', '04/05/2027', { placesGelees: '15' });
    expect(await attraper(avancer(id, 'valider', { calendrier: 'MODULER', placesOffertes: '61' }))).toMatchObject({
      champ: 'placesOffertes',
    });
    await avancer(id, 'valider', { calendrier: 'RIEN', placesOffertes: '45' });
    expect(await inscrits(id)).toEqual([]);
    await avancer(id, 'programmer', { calendrier: 'MODULER', placesOffertes: '30' });
    expect(await inscrits(id)).toEqual(['2027-05-03 2027-05-03 30']);
    // Un choix d'un autre acte ne fait rien.
    await avancer(id, 'commencer', { calendrier: 'LEVER' });
    expect(await inscrits(id)).toHaveLength(1);
  });

  it('les jours déjà fermés restent à leur fermeture', async () => {
    await base.executeSql(
      "insert into eaje.fermeture (id, etablissement_id, periode, motif) values (gen_random_uuid(), $1, '[2027-06-09,2027-06-10]', 'CONGES')",
      [c.monde.nord.id],
    );
    const { id } = await preparer('07/06/2027', '14/06/2027');
    await avancer(id, 'valider', { calendrier: 'FERMER' });
    expect(await inscrits(id)).toEqual(['2027-06-07 2027-06-08 fermée', '2027-06-11 2027-06-13 fermée']);
    expect((await lireCalendrier(id)).ouvertsATort).toBe(0);
  });

  it('des dates déplacées se voient, et le calendrier se met à jour à part', async () => {
    const { id, saisie } = await preparer('05/07/2027', '12/07/2027');
    await avancer(id, 'valider', { calendrier: 'FERMER' });
    await avancer(id, 'programmer');
    const { version } = await lire(id);
    await c.agit('territoireNord', updateDossier, {
      ...{ id, version: String(version), ...saisie, debutPrevu: '06/07/2027', reouverturePrevue: '14/07/2027' },
    });
    expect(await lireCalendrier(id)).toMatchObject({ ouvertsATort: 2, deborde: true });
    const tard = c.agit('territoireNord', updateCalendrierTravaux, {
      ...{ id, version: String(version), calendrier: 'FERMER' },
    });
    expect(await attraper(tard)).toBeInstanceOf(Conflit);
    await changer(id, { calendrier: 'FERMER' });
    expect(await inscrits(id)).toEqual(['2027-07-06 2027-07-13 fermée']);
    expect(await lireCalendrier(id)).toMatchObject({ ouvertsATort: 0, deborde: false });
    expect(await attraper(changer(id, { calendrier: '' }))).toBeInstanceOf(Refus);
    await changer(id, { calendrier: 'LEVER' });
    expect(await inscrits(id)).toEqual([]);
  });
});

describe('La réouverture rend la crèche au calendrier le jour où elle a lieu', () => {
  const rouvrir = async (id: string, calendrier: string) => {
    for (const acte of ['programmer', 'commencer', 'recevoir']) await avancer(id, acte);
    for (const point of Object.keys(POINTS_REOUVERTURE))
      await c.agit('crecheNord', recordPoint, { dossierId: id, point, le: '21/11/2026', preuve: 'Vu' });
    await avancer(id, 'rouvrir', { calendrier });
  };
  it.each([
    ['plus tôt que prévu', '16/11/2026', '07/12/2026', 'LEVER', ['2026-11-16 2026-11-20 fermée']],
    [
      'plus tard que prévu',
      '09/11/2026',
      '14/11/2026',
      'LEVER',
      ['2026-11-09 2026-11-13 fermée', '2026-11-14 2026-11-20 fermée'],
    ],
    ['avant même d’avoir fermé', '23/11/2026', '30/11/2026', 'LEVER', []],
    ['sans toucher au calendrier', '16/11/2026', '07/12/2026', 'RIEN', ['2026-11-16 2026-12-06 fermée']],
  ])('%s', async (_, du, au, choix, attendus) => {
    const { id } = await preparer(du, au);
    await avancer(id, 'valider', { calendrier: 'FERMER' });
    await rouvrir(id, choix);
    expect(await inscrits(id)).toEqual(attendus);
    await base.executeSql('delete from eaje.fermeture where dossier_id = $1', [id]);
  });
  it('une modulation suit de même', async () => {
    for (const [du, au] of [
      ['16/11/2026', '07/12/2026'],
      ['09/11/2026', '14/11/2026'],
    ] as const) {
      const { id } = await preparer(du, au, { placesGelees: '15' });
      await avancer(id, 'valider', { calendrier: 'MODULER' });
      await rouvrir(id, 'LEVER');
      expect((await inscrits(id)).map((inscrit) => inscrit.slice(11))).toEqual(['2026-11-20 45']);
    }
  });
});

describe.each(ROLES_CRECHE)('%s', (role) => {
  it('ne change le calendrier que de qui tient la crèche et la suit', async () => {
    const { id } = await preparer('02/08/2027', '09/08/2027');
    await avancer(id, 'valider');
    const issue = await attraper(changer(id, { calendrier: 'FERMER' }, role));
    if (role === 'territoireNord') expect(issue).toBeUndefined();
    else expect(issue).toBeInstanceOf(Introuvable);
    expect(await inscrits(id)).toHaveLength(role === 'territoireNord' ? 1 : 0);
    await base.executeSql('delete from eaje.fermeture where dossier_id = $1', [id]);
  });
});

it('un dossier d’une autre crèche ne s’inscrit pas au calendrier de celle-ci', async () => {
  const { id } = await preparer('06/09/2027', '13/09/2027');
  const inscrire = base.executeSql(
    "insert into eaje.fermeture (id, etablissement_id, periode, motif, dossier_id) values (gen_random_uuid(), $1, '[2027-09-06,2027-09-07]', 'TRAVAUX', $2)",
    [c.monde.sud.id, id],
  );
  await expect(inscrire).rejects.toMatchObject({ constraint: 'fermeture_du_dossier' });
});
