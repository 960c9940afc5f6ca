import { describe, expect, it } from 'vitest';
import { withOrganisation } from '#modules/organisation/testing/organisation-en-base.ts';
import { createAgentEssai } from '#modules/organisation/testing/organisation-factory.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { withBase } from '#tests/support/base.ts';
import { findEtablissement, listEtablissementsOuverts, listProfessionnelsPrevus } from '../index.server.ts';
import { computeHeuresPlaces, isOuvert } from '../index.ts';
import { buildSemaine, createCreche, createEnfantAccueilli, createProfessionnel } from '../testing/creche-factory.ts';

const base = withBase();
const o = withOrganisation(base);
const SEMAINE = { du: jourCivil('2026-11-09'), au: jourCivil('2026-11-15') };

async function createMonde() {
  return base.asSystem(async ({ tx }) => {
    const modulations = [
      { debut: 450, fin: 510, places: 20 },
      { debut: 1050, fin: 1110, places: 30 },
    ];
    const nord = await createCreche(tx, {
      parentId: o.unites.nord,
      code: `N-${Math.random()}`,
      places: 60,
      modulations,
    });
    const sud = await createCreche(tx, { parentId: o.unites.sud, code: `S-${Math.random()}` });
    const ap = await createProfessionnel(tx, { creche: nord, metier: 'AP', pause: [720, 765] });
    const volant = await createProfessionnel(tx, { uniteId: o.unites.nord, metier: 'CAP_AEPE', semaine: null });
    await createProfessionnel(tx, { creche: sud, metier: 'EJE' });
    const responsable = await createAgentEssai(tx, {
      nom: 'Responsable nord',
      profil: 'responsable-territoire-petite-enfance',
      uniteId: o.unites.nord,
    });
    return { nord, sud, ap, volant, responsable };
  });
}

describe('Les crèches ouvertes sur une période', () => {
  it('une semaine avec un 11 novembre : quatre jours de 590 heures-places, le férié fermé', async () => {
    const { nord, responsable } = await createMonde();
    const lues = await base.asAgent(responsable.agentId, ({ tx }) => listEtablissementsOuverts(tx, SEMAINE));
    const etab = lues.find(({ id }) => id === nord.id);
    expect(lues.map(({ territoireId }) => territoireId)).toEqual([o.unites.nord]);
    expect(etab && computeHeuresPlaces(etab, SEMAINE)).toBe(4 * 590);
    expect(etab && isOuvert(etab, jourCivil('2026-11-11'))).toBe(false);
  });

  it('une crèche hors du périmètre, ou un identifiant qui n’en est pas un, ne se trouve pas', async () => {
    const { nord, sud, responsable } = await createMonde();
    const lues = await base.asAgent(responsable.agentId, async ({ tx }) => [
      await findEtablissement(tx, nord.id),
      await findEtablissement(tx, sud.id),
      await findEtablissement(tx, 'x'),
    ]);
    expect(lues.map((lue) => lue?.id)).toEqual([nord.id, undefined, undefined]);
  });
});

describe('Les professionnels prévus', () => {
  it('ceux de la crèche demandée et les volants de son territoire, avec horaire et pause', async () => {
    const { nord, ap, volant, responsable } = await createMonde();
    const lus = await base.asAgent(responsable.agentId, ({ tx }) =>
      listProfessionnelsPrevus(tx, { ...SEMAINE, etablissementIds: [nord.id] }),
    );
    expect(lus.map(({ id }) => id)).toEqual(expect.arrayContaining([ap.id, volant.id]));
    expect(lus.find(({ id }) => id === ap.id)?.horaires).toEqual([
      { du: '2020-01-01', au: null, semaine: buildSemaine(), pauseDebut: 720, pauseFin: 765 },
    ]);
    expect(lus.find(({ id }) => id === volant.id)).toMatchObject({ etablissementId: null, categorie: 2, horaires: [] });
  });
});

it('un enfant accueilli se voit de qui voit la crèche, sa famille de qui y accueille', async () => {
  const { nord, sud, responsable } = await createMonde();
  await base.asSystem(async ({ tx }) => {
    await createEnfantAccueilli(tx, { creche: nord });
    await createEnfantAccueilli(tx, { creche: sud });
  });
  const lus = await base.asAgent(responsable.agentId, async ({ tx }) => ({
    enfants: await tx.selectFrom('eaje.enfant').select('etablissementId').execute(),
    familles: await tx.selectFrom('eaje.famille').select('etablissementId').execute(),
  }));
  expect(lus.enfants).toEqual([{ etablissementId: nord.id }]);
  expect(lus.familles).toEqual([{ etablissementId: nord.id }]);
});
