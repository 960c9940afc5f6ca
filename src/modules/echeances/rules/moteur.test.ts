import { describe, expect, it } from 'vitest';
import { type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import {
  computeTerme,
  type Dossier,
  groupFaits,
  type Obligation,
  parseDateDeFait,
  type Regle,
  STATUTS,
} from '#shared/obligation.ts';
import { compareObligations, computeObligations, RegleEnPanne } from './moteur.ts';

const AUJOURDHUI = jourCivil('2026-11-21');
const NEE = jourCivil('2015-03-02');

function buildDossier(faits: readonly { type: string; date: string }[] = [], aujourdhui = AUJOURDHUI): Dossier {
  const lus = faits.map(({ type, date }) => {
    const lue = parseDateDeFait(date);
    if (!lue) throw new Error(`« ${date} » ne se lit pas`);
    return { type, ...lue };
  });
  return { aujourdhui, zone: 'metropole', enfant: { dateNaissance: NEE }, parametres: {}, faits: groupFaits(lus) };
}

function buildObligation(
  donnees: Partial<Omit<Obligation, 'pour' | 'depuis'>> & { pour: string; depuis?: string },
): Obligation {
  const depuis = jourCivil(donnees.depuis ?? '2026-10-01');
  return { cle: '', etapes: () => ['étape'], ...donnees, depuis, pour: jourCivil(donnees.pour) };
}

function buildRegle(id: string, list: Regle['list'], vigueur?: { du: JourCivil; au: JourCivil | null }): Regle {
  return {
    id,
    libelle: 'Établir le projet',
    acteur: 'referent',
    gravite: 'normale',
    textes: [{ code: 'CASF', article: 'L223-1-1', source: 'essai', confiance: 'verifie' }],
    vigueur: vigueur ?? { du: jourCivil('1850-01-01'), au: null },
    satisfaite: 'le projet validé',
    arretee: 'la fin de la mesure',
    list,
  };
}

function listStatuts(obligation: Obligation, aujourdhui: string) {
  return computeObligations(buildDossier([], jourCivil(aujourdhui)), [buildRegle('A-001', () => [obligation])]).map(
    ({ statut }) => STATUTS[statut],
  );
}

describe('une obligation sort avec sa règle', () => {
  it('ce qu’elle ne dit pas, sa règle le dit ; ce qu’elle dit l’emporte', () => {
    const regle = buildRegle('A-001', () => [
      buildObligation({ cle: 'a', pour: '2026-12-01' }),
      buildObligation({
        cle: 'b',
        mesure: 'm1',
        pour: '2026-12-02',
        libelle: 'Autre',
        acteur: 'juge',
        gravite: 'critique',
        textes: [],
      }),
    ]);
    const [premiere, seconde] = computeObligations(buildDossier(), [regle]);
    expect(premiere).toMatchObject({
      regle: { id: 'A-001' },
      mesure: null,
      libelle: 'Établir le projet',
      acteur: 'referent',
      gravite: 'normale',
      textes: regle.textes,
      instant: null,
      faiteLe: null,
      eteinteLe: null,
      statut: 'a-venir',
    });
    expect(seconde).toMatchObject({ mesure: 'm1', libelle: 'Autre', acteur: 'juge', gravite: 'critique', textes: [] });
    expect(premiere?.etapes()).toEqual(['étape']);
  });

  it('une règle qui ne sait pas lire un dossier se nomme', () => {
    const panne = buildRegle('A-666', () => {
      throw new RangeError('L’année 12026 n’est pas sur quatre chiffres.');
    });
    const compute = () => computeObligations(buildDossier(), [buildRegle('A-001', () => []), panne]);
    expect(compute).toThrow(RegleEnPanne);
    expect(compute).toThrow(/A-666.*quatre chiffres/);
  });
});

describe('la vigueur d’une règle se lit au jour du fait qui fait naître l’obligation', () => {
  const vigueur = { du: jourCivil('2022-02-09'), au: jourCivil('2024-01-31') };
  it.each([
    ['2022-02-08', 0],
    ['2022-02-09', 1],
    ['2024-01-31', 1],
    ['2024-02-01', 0],
  ])('un fait du %s : %i obligation', (depuis, nombre) => {
    const regle = buildRegle('A-001', () => [buildObligation({ depuis, pour: '2024-06-01' })], vigueur);
    expect(computeObligations(buildDossier(), [regle])).toHaveLength(nombre);
  });
});

describe('où en est une obligation', () => {
  const pour = '2026-12-01';
  it('à venir la veille, due le jour même, en retard le lendemain', () => {
    const ouverte = buildObligation({ pour });
    expect(listStatuts(ouverte, '2026-11-30')).toEqual(['À venir']);
    expect(listStatuts(ouverte, '2026-12-01')).toEqual(['Due aujourd’hui']);
    expect(listStatuts(ouverte, '2026-12-02')).toEqual(['En retard']);
  });

  it('faite le dernier jour : à temps ; le lendemain : en retard', () => {
    expect(listStatuts(buildObligation({ pour, faiteLe: jourCivil('2026-12-01') }), '2027-01-01')).toEqual(['Faite']);
    expect(listStatuts(buildObligation({ pour, faiteLe: jourCivil('2026-12-02') }), '2027-01-01')).toEqual([
      'Faite en retard',
    ]);
  });

  it('un acte daté d’après aujourd’hui n’a pas eu lieu', () => {
    expect(listStatuts(buildObligation({ pour, faiteLe: jourCivil('2026-12-05') }), '2026-12-04')).toEqual([
      'En retard',
    ]);
  });

  it('éteinte : sans objet, sauf si elle a été faite', () => {
    const eteinteLe = jourCivil('2026-11-01');
    expect(listStatuts(buildObligation({ pour, eteinteLe }), '2026-12-02')).toEqual(['Sans objet']);
    expect(listStatuts(buildObligation({ pour, eteinteLe, faiteLe: jourCivil('2026-10-15') }), '2026-12-02')).toEqual([
      'Faite',
    ]);
  });
});

describe('l’ordre des obligations', () => {
  it('par échéance ; le même jour, l’heure avant le jour entier, puis la règle, puis la clé', () => {
    const regles = [
      buildRegle('B-001', () => [
        buildObligation({ cle: '2', pour: '2026-12-01' }),
        buildObligation({ cle: '1', pour: '2026-12-01' }),
        buildObligation({ cle: 'h', pour: '2026-12-01', instant: '2026-12-01T18:00:00+01:00' }),
        buildObligation({ cle: 'z', pour: '2026-12-01', instant: '2026-12-01T16:30:00Z' }),
      ]),
      buildRegle('A-001', () => [
        buildObligation({ cle: '3', pour: '2026-12-01' }),
        buildObligation({ cle: '4', pour: '2026-11-01' }),
      ]),
    ];
    const dues = computeObligations(buildDossier(), regles).sort(compareObligations);
    expect(dues.map(({ cle }) => cle)).toEqual(['4', 'z', 'h', '3', '1', '2']);
  });
});

describe('les faits d’un dossier', () => {
  it('se rangent par type, du plus ancien au plus récent, l’heure comprise quel que soit son décalage', () => {
    const { faits } = buildDossier([
      { type: 'a', date: '2026-10-02T12:00:00Z' },
      { type: 'b', date: '2026-01-01' },
      { type: 'a', date: '2026-10-02T13:30:00+02:00' },
      { type: 'a', date: '2026-10-01' },
    ]);
    expect([...faits.keys()]).toEqual(['a', 'b']);
    expect(faits.get('a')?.map(({ date, instant }) => instant ?? date)).toEqual([
      '2026-10-01',
      '2026-10-02T13:30:00+02:00',
      '2026-10-02T12:00:00Z',
    ]);
  });

  it('un terme compté à la demande dit le même jour que son décompte', () => {
    const terme = computeTerme(
      jourCivil('2026-08-31'),
      { valeur: 6, unite: 'mois' },
      'protection',
      'Début de la mesure',
    );
    expect(terme.pour).toBe('2027-02-28');
    expect(terme.etapes().join(' ')).toContain('28 février 2027');
  });
});
