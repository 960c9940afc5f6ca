import { beforeAll, describe, expect, it } from 'vitest';
import { createDepartement, type DepartementDEssai } from '#modules/acces/testing/departement-factory.ts';
import { anEnfant } from '#modules/acces/testing/enfant-factory.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { withBase } from '#tests/support/base.ts';
import { AttenteFiltre, MesureFiltre, VUES_MESURES, type VueMesures } from '../mesure-filtre.ts';
import { aMesure, insertEvenement } from '../testing/mesure-factory.ts';
import { countOrdonneesPasExecutees, listOrdonneesPasExecutees } from './attentes-queries.server.ts';
import { countMesures, listMesures, listServices } from './mesures-queries.server.ts';

const base = withBase();
let d: DepartementDEssai;
let cadre: string;
let sud: string;

/** Ce que la liste rend, en mots courts : « LOU AEMO en-cours ». */
const lister = (qui: string, filtre: Record<string, unknown>) =>
  base.asAgent(qui, async (contexte) =>
    (await listMesures(contexte, MesureFiltre.parse(filtre), PageDemandee.parse({}))).lignes.map(
      ({ prenom, code, etat }) => `${prenom} ${code} ${etat}`,
    ),
  );
const attendre = (qui: string, filtre: Record<string, unknown> = {}) =>
  base.asAgent(qui, (contexte) =>
    listOrdonneesPasExecutees(contexte, AttenteFiltre.parse(filtre), PageDemandee.parse({})),
  );
const chiffrer = (qui: string, filtre: Record<string, unknown> = {}) =>
  base.asAgent(qui, (contexte) => countOrdonneesPasExecutees(contexte, AttenteFiltre.parse(filtre)));

beforeAll(async () => {
  d = await createDepartement(base.executeSql);
  const { nord, nord1 } = d.unites;
  cadre = await d.addAgent('responsable-territoire-enfance', nord);
  sud = await d.addAgent('responsable-territoire-enfance', d.unites.sud);
  const enfant = (prenom: string, unite: string) =>
    anEnfant().nomme('Essai', prenom).ne('2014-05-06').surLeTerritoire(unite).insert(base.executeSql);
  const [lou, max, zoe, ana] = [
    await enfant('Lou', nord1),
    await enfant('Max', nord),
    await enfant('Zoe', d.unites.sud1),
    await enfant('Ana', nord),
  ];
  const mesure = (code: string, enfantId: string, unite: string) => aMesure(code).pour(enfantId).porteePar(unite);
  await mesure('AEMO', lou, nord1)
    .decidee({ le: '2026-01-10', au: '2026-12-09' })
    .debutLe('2026-01-20')
    .insert(base.executeSql);
  await mesure('PLACEMENT_ASE', lou, nord1)
    .exerceePar('Foyer du Nord')
    .decidee({ le: '2026-09-01', au: '2027-08-31' })
    .enAttente('2026-09-02', 'sans-place', 'Foyer du Nord')
    .insert(base.executeSql);
  const { id } = await mesure('AEMO', max, nord)
    .exerceePar('Association')
    .decidee({ le: '2026-11-01', au: '2027-10-31' })
    .enAttente('2026-11-02')
    .insert(base.executeSql);
  const avecRisque = {
    nature: 'attente',
    le: '2026-11-10',
    raison: 'famille-injoignable',
    risque: 'Absences.',
  } as const;
  await insertEvenement(base.executeSql, id, avecRisque);
  await mesure('AEMO', ana, nord)
    .decidee({ le: '2025-11-01', au: '2026-10-31' })
    .debutLe('2025-11-20')
    .insert(base.executeSql);
  await mesure('OPP_JUGE', ana, nord)
    .decidee({ le: '2026-02-01', au: '2026-07-31' })
    .finieLe('2026-05-31', 'CHANGEMENT_MESURE')
    .insert(base.executeSql);
  await mesure('AED', max, nord).insert(base.executeSql);
  // Décidée en mars, finie d'avance le mois prochain : elle court encore.
  await mesure('MJIE', ana, nord)
    .decidee({ le: '2026-10-01', au: '2027-03-31' })
    .debutLe('2026-10-10')
    .finieLe('2026-12-31')
    .etat('en-cours')
    .insert(base.executeSql);
  await mesure('AEMO', zoe, d.unites.sud1).decidee({ le: '2026-06-01', au: '2027-05-31' }).insert(base.executeSql);
});

describe('La liste des mesures', () => {
  it.each<[VueMesures, string[]]>([
    [
      'en-cours',
      [
        'Ana MJIE en-cours',
        'Lou AEMO en-cours',
        'Lou PLACEMENT_ASE en-attente-execution',
        'Max AEMO en-attente-execution',
      ],
    ],
    ['echues', ['Ana AEMO echue-sans-decision']],
    ['finies', ['Ana OPP_JUGE terminee']],
    ['a-decider', ['Max AED proposee']],
    ['ordonnees-pas-executees', ['Lou PLACEMENT_ASE en-attente-execution', 'Max AEMO en-attente-execution']],
  ])('vue « %s » : l’état est celui de ce jour', async (vue, attendues) => {
    expect((await lister(cadre, { vue })).toSorted()).toEqual(attendues);
  });

  it('chaque vue compte ce que sa liste montre', async () => {
    const comptes = await base.asAgent(cadre, countMesures);
    for (const vue of Object.keys(VUES_MESURES) as VueMesures[])
      expect(await lister(cadre, { vue })).toHaveLength(comptes[vue]);
  });

  it.each([
    ['par code', { code: 'AEMO' }, ['Lou AEMO en-cours', 'Max AEMO en-attente-execution']],
    [
      'par territoire, ses sites compris',
      { unite: 'nord1' },
      ['Lou AEMO en-cours', 'Lou PLACEMENT_ASE en-attente-execution'],
    ],
    ['par service', { service: 'Association' }, ['Max AEMO en-attente-execution']],
    ['par nom', { q: 'Max' }, ['Max AEMO en-attente-execution']],
    ['par terme', { finit: '30' }, ['Lou AEMO en-cours']],
    ['par état', { etat: 'en-cours' }, ['Ana MJIE en-cours', 'Lou AEMO en-cours']],
  ])('se filtre %s', async (_, filtre, attendues) => {
    const unite = 'unite' in filtre ? { unite: d.unites.nord1 } : {};
    expect((await lister(cadre, { ...filtre, ...unite })).toSorted()).toEqual(attendues);
  });

  it('se range par terme, le plus proche d’abord, et se pagine', async () => {
    expect(await lister(cadre, { vue: 'en-cours' })).toEqual([
      'Lou AEMO en-cours',
      'Ana MJIE en-cours',
      'Lou PLACEMENT_ASE en-attente-execution',
      'Max AEMO en-attente-execution',
    ]);
    const page = await base.asAgent(cadre, (c) =>
      listMesures(c, MesureFiltre.parse({}), PageDemandee.parse({ page: 9, taille: 2 })),
    );
    expect(page).toMatchObject({ lignes: [], total: 4, pages: 2 });
  });

  it('ne montre à chacun que les enfants qu’il voit, et nomme les services', async () => {
    expect(await lister(sud, { vue: 'toutes' })).toEqual(['Zoe AEMO decidee']);
    expect(await base.asAgent(cadre, listServices)).toEqual(['Association', 'Foyer du Nord']);
  });
});

describe('Ordonné, pas exécuté', () => {
  it('la plus longue attente d’abord, avec sa raison, qui tient la suite et le risque', async () => {
    const { lignes, total } = await attendre(cadre);
    expect(total).toBe(2);
    expect(lignes).toMatchObject([
      {
        prenom: 'Lou',
        attente: 81,
        raison: 'sans-place',
        raisonDepuis: '2026-09-02',
        detenteur: 'Foyer du Nord',
        risque: null,
      },
      { prenom: 'Max', attente: 20, raison: 'famille-injoignable', risque: 'Absences.' },
    ]);
  });

  it('les chiffres par territoire et par service ouvrent chacun leur liste', async () => {
    const { nombre, plusLongue, parUnite, parService } = await chiffrer(cadre);
    expect({ nombre, plusLongue }).toEqual({ nombre: 2, plusLongue: 81 });
    expect(parUnite.map(({ nom, nombre: n }) => [nom, n])).toEqual([['nord', 2]]);
    expect(parService).toHaveLength(2);
    for (const { id, nombre: n } of parUnite) expect((await attendre(cadre, { unite: id })).total).toBe(n);
    for (const { id, nombre: n } of parService) expect((await attendre(cadre, { service: id })).total).toBe(n);
    const { parService: sansService } = await chiffrer(sud);
    expect(sansService).toMatchObject([{ id: 'sans-service', nom: '', nombre: 1 }]);
    expect((await attendre(sud, { service: 'sans-service' })).total).toBe(1);
  });

  it('les chiffres suivent le filtre', async () => {
    expect(await chiffrer(cadre, { code: 'AEMO' })).toMatchObject({ nombre: 1, plusLongue: 20 });
    expect(await chiffrer(cadre, { q: 'personne de ce nom' })).toMatchObject({
      nombre: 0,
      plusLongue: 0,
      parUnite: [],
    });
  });
});
