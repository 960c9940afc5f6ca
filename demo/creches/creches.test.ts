import { describe, expect, test } from 'vitest';
import type { Ligne } from '#database/insert-rows.ts';
import { computeJourSemaine, formatNumero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import { buildOrganisation } from '../organisation/organisation.ts';
import type { Profil } from '../parametres/profils.ts';
import type { MondeCreches } from './creche-fictive.ts';
import { isAttendu } from './horaires.ts';
import { buildMondeCreches } from './monde.ts';
import { listTerritoiresPrevus } from './plan.ts';
import { listManques } from './prevision.ts';
import { LUNDI } from './vacations.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);
const PROFILS: readonly Profil[] = ['manche', 'somme', 'val-de-marne'];
const fabriquer = (profil: Profil, echelle: number, graine = 1): MondeCreches => {
  const commande = { profil, echelle, graine };
  return buildMondeCreches(commande, buildOrganisation(commande));
};
const lire = ({ lots }: MondeCreches, table: string): readonly Ligne[] =>
  lots.find((lot) => lot.table === table)?.lignes ?? [];
const part = <T>(liste: readonly T[], test: (x: T) => boolean) => liste.filter(test).length / liste.length;
const somme = (nombres: readonly number[]) => nombres.reduce((total, n) => total + n, 0);
const enCours = (periode: unknown) => String(periode).endsWith(',]');

describe('le plan des crèches', () => {
  test.each(PROFILS)(
    '%s : 81 crèches et 4 430 places à l’échelle 1, au moins quatre dans le premier territoire d’un petit jeu',
    (profil) => {
      const grand = listTerritoiresPrevus({ profil, echelle: 1, graine: 1 });
      const creches = grand.flatMap((t) => t.creches);
      expect(grand.map(({ creches: { length } }) => length)).toEqual([14, 14, 14, 13, 13, 13]);
      expect(somme(creches.map(({ places }) => places))).toBe(4430);
      expect(new Set(creches.map(({ nom }) => nom)).size).toBe(81);
      const petit = listTerritoiresPrevus({ profil, echelle: 0.1, graine: 1 });
      expect(petit.map(({ creches: { length } }) => length)).toEqual([5, 3]);
      // Une crèche garde son nom, ses places et sa commune quand l'échelle change.
      expect(
        petit.flatMap((t) => t.creches).every((c) => creches.some((d) => JSON.stringify(d) === JSON.stringify(c))),
      ).toBe(true);
    },
  );
});

describe('les crèches à l’échelle 1', () => {
  const monde = fabriquer('val-de-marne', 1);

  test('ont douze places au moins, des unités de soixante au plus, des sections qui font leurs places', () => {
    for (const { places, sections } of monde.creches) {
      expect(places).toBeGreaterThanOrEqual(12);
      expect(somme(sections.map((s) => s.places))).toBe(places);
    }
    for (const { places } of lire(monde, 'eaje.unite_accueil')) expect(places).toBeLessThanOrEqual(60);
  });

  test('ont une autorisation en cours, sauf une, échue ; une autre expire dans l’année et demie', () => {
    const au = (ligne: Ligne) => parseNumero(String(ligne.periode).slice(1, -1).split(',')[1] ?? '');
    const fins = Map.groupBy(lire(monde, 'eaje.autorisation'), (a) => a.etablissementId);
    const dernieres = [...fins.values()].map((siennes) => Math.max(...siennes.map(au)));
    expect(dernieres.filter((le) => le < AUJOURDHUI)).toHaveLength(1);
    expect(dernieres.filter((le) => le >= AUJOURDHUI && le < AUJOURDHUI + 548).length).toBeGreaterThan(0);
  });

  test('accueillent 1,35 enfant par place, aux âges prévus, dont une partie marche', () => {
    const presents = monde.creches.flatMap((c) => c.enfants).filter((e) => e.sortie === null);
    expect(presents.length / 4430).toBeCloseTo(1.35, 1);
    const mois = (naissance: number) => (AUJOURDHUI - naissance) / 30.44;
    expect(part(presents, (e) => mois(e.naissance) < 12)).toBeCloseTo(0.24, 1);
    expect(part(presents, (e) => mois(e.naissance) >= 24)).toBeCloseTo(0.4, 1);
    expect(part(presents, (e) => e.marcheDepuis !== null)).toBeGreaterThan(0.55);
    expect(presents.filter((e) => e.entree - e.naissance < 70)).toEqual([]);
  });

  test('ont des contrats dans leurs heures d’ouverture, cinq jours pour près de six sur dix', () => {
    const reguliers = lire(monde, 'eaje.contrat').filter((c) => c.nature === 'REGULIER');
    const semaines = reguliers.map(({ semaine }) => (semaine as readonly string[]).map(Number));
    const dehors = semaines
      .flatMap((semaine) => semaine.map((borne, i) => ({ borne, i })).filter(({ borne }) => borne > 0))
      .filter(({ borne, i }) => i > 9 || borne < 450 || borne > 1110 || borne % 15 !== 0);
    expect(dehors).toEqual([]);
    expect(part(semaines, (s) => s.filter((borne) => borne > 0).length === 10)).toBeCloseTo(0.58, 1);
  });

  test('chiffrent chaque contrat et son calcul', () => {
    const mauvais = lire(monde, 'eaje.contrat').filter(
      ({ tarifCentimes, tarifEtapes }) =>
        Number(tarifCentimes) < 10 || Number(tarifCentimes) > 600 || (tarifEtapes as readonly string[]).length < 2,
    );
    expect(mauvais).toEqual([]);
  });

  test('ont des familles modestes et des familles aisées, un cinquième d’un seul parent, quelques ressources inconnues', () => {
    const ressources = lire(monde, 'eaje.ressources').filter((r) => enCours(r.periode));
    const mensuelles = ressources.map((r) => Number(r.annuellesCentimes) / 1200);
    expect(part(mensuelles, (m) => m <= 815)).toBeGreaterThan(0.06);
    expect(part(mensuelles, (m) => m > 6000)).toBeGreaterThan(0.08);
    expect(part(mensuelles, (m) => m > 6000)).toBeLessThan(0.18);
    expect(part(ressources, (r) => r.annuellesCentimes === null)).toBeGreaterThan(0.01);
    expect(part(lire(monde, 'eaje.famille'), (f) => f.monoparentale === true)).toBeCloseTo(0.22, 1);
  });

  test('ont des postes vacants, des équipes absentes quinze jours sur cent, un vivier par territoire', () => {
    const equipes = monde.creches.flatMap((c) => c.professionnels).filter((p) => p.metier !== 'DIRECTION');
    expect(part(equipes, (p) => p.au !== null)).toBeGreaterThan(0.08);
    expect(part(equipes, (p) => p.au !== null)).toBeLessThan(0.14);
    let [attendus, absents] = [0, 0];
    for (const pro of equipes)
      for (let le = AUJOURDHUI - 364; le <= AUJOURDHUI; le += 7) {
        if (!isAttendu({ ...pro, absences: [] }, le)) continue;
        attendus += 1;
        if (!isAttendu(pro, le)) absents += 1;
      }
    expect(absents / attendus).toBeGreaterThan(0.11);
    expect(absents / attendus).toBeLessThan(0.2);
    expect(monde.volants.length).toBeGreaterThanOrEqual(6 * 12);
  });

  test('tiennent le taux lundi, compté par le produit, sauf une sur quatre, qui en manque quelques quarts d’heure', () => {
    const quarts = listManques(monde, LUNDI).map((creche) => creche.quarts);
    expect(quarts.length).toBeGreaterThan(70);
    expect(part(quarts, (n) => n > 0)).toBeGreaterThan(0.18);
    expect(part(quarts, (n) => n > 0)).toBeLessThan(0.32);
    expect(Math.max(...quarts)).toBeLessThan(24);
  });

  test('ont tenu le taux le mois passé dans la plupart, jamais toutes le même jour', () => {
    for (let le = LUNDI - 28; le < AUJOURDHUI; le++) {
      if (computeJourSemaine(le) > 5 || formatNumero(le) === '2026-11-11') continue;
      const sous = part(listManques(monde, le), ({ quarts }) => quarts > 0);
      expect(sous, formatNumero(le)).toBeGreaterThan(0.02);
      expect(sous, formatNumero(le)).toBeLessThan(0.4);
    }
  });

  test('ne voient pas arriver leurs nouveaux enfants le même jour', () => {
    const entrees = Map.groupBy(
      monde.creches.flatMap((c) => c.enfants).filter((e) => e.entree > AUJOURDHUI - 60),
      (e) => e.entree,
    );
    const nombres = [...entrees.values()].map(({ length }) => length);
    expect(Math.max(...nombres) / somme(nombres)).toBeLessThan(0.1);
  });

  test('posent à coup sûr un agent absent resté placé', () => {
    const vacations = lire(monde, 'eaje.vacation').filter((v) => v.jour === formatNumero(LUNDI));
    const placeAbsent = monde.creches
      .flatMap((c) => c.professionnels)
      .filter((p) => p.absences.some((a) => a.du <= LUNDI && LUNDI <= a.au))
      .filter((p) => vacations.some((v) => v.professionnelId === p.id));
    expect(placeAbsent.length).toBeGreaterThan(0);
  });
});

describe.each(PROFILS)('le petit jeu %s', (profil) => {
  test('rend les mêmes lignes pour la même graine, d’autres pour une autre', () => {
    const premier = JSON.stringify(fabriquer(profil, 0.05).lots);
    expect(JSON.stringify(fabriquer(profil, 0.05).lots)).toBe(premier);
    expect(JSON.stringify(fabriquer(profil, 0.05, 2).lots)).not.toBe(premier);
  });
});
