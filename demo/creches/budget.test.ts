import { describe, expect, test } from 'vitest';
import type { Ligne } from '#database/insert-rows.ts';
import { JOUR_DEMO } from '../jour.ts';
import { buildOrganisation } from '../organisation/organisation.ts';
import { buildBudgetCreches } from './budget.ts';
import { buildMondeCreches } from './monde.ts';

const COMMANDE = { profil: 'manche' as const, echelle: 0.1, graine: 1 };
const organisation = buildOrganisation(COMMANDE);
const monde = buildMondeCreches(COMMANDE, organisation);
const { creches } = monde;
const fabriquer = (graine = 1) =>
  buildBudgetCreches({ creches: monde, organisation, commande: { ...COMMANDE, graine } });
const lots = fabriquer();
const lire = (table: string): readonly Ligne[] => lots.find((lot) => lot.table === `eaje.${table}`)?.lignes ?? [];
const lignes = lire('ligne_budget');
const engagements = lire('engagement');
const somme = (montants: readonly Ligne[]) => montants.reduce((total, { centimes }) => total + Number(centimes), 0);

describe('le budget des crèches fictives', () => {
  test('a deux exercices de sept lignes par crèche, trois tenues par un autre service', () => {
    expect(lignes).toHaveLength(creches.length * 14);
    expect(lignes.filter(({ serviceId }) => serviceId !== null)).toHaveLength(creches.length * 6);
  });

  test('rien n’est à venir, ni payé avant d’être engagé ; un marché ne se paie pas au-delà de son engagement', () => {
    const parId = new Map(engagements.map((engagement) => [engagement.id, engagement]));
    for (const { jour } of engagements) expect(String(jour) < JOUR_DEMO).toBe(true);
    for (const { jour, engagementId } of lire('mandatement')) {
      expect(String(jour) < JOUR_DEMO).toBe(true);
      expect(String(jour) >= String(parId.get(engagementId)?.jour)).toBe(true);
    }
    const payes = Map.groupBy(lire('mandatement'), ({ engagementId }) => engagementId);
    for (const [id, siens] of payes) expect(somme(siens)).toBeLessThanOrEqual(Number(parId.get(id)?.centimes));
  });

  test('pose à coup sûr, dans chaque territoire, un dépassement, une sous-consommation et un service fait oublié', () => {
    for (const creche of creches.filter(({ rang }) => rang === 0)) {
      const part = (nature: string) => {
        const ligne = lignes.find((l) => l.etablissementId === creche.id && l.nature === nature && l.exercice === 2026);
        const siens = engagements.filter(({ ligneId, annuleLe }) => ligneId === ligne?.id && annuleLe === null);
        return somme(siens) / Number(ligne?.budgetCentimes);
      };
      // Le 21 novembre, 89 % de l'année est passée.
      expect(part('PEDAGOGIE')).toBeGreaterThan(1.05);
      expect(part('ENTRETIEN')).toBeLessThan(0.6);
      const mois = lire('service_fait').filter(
        (s) => s.etablissementId === creche.id && s.nature === 'MENAGE' && String(s.mois) >= '2026',
      );
      expect(mois.find((s) => s.mois === '2026-09-01')).toBeUndefined();
      expect(mois.find((s) => s.mois === '2026-10-01')).toMatchObject({ attesteLe: null });
      expect(mois.find((s) => s.mois === '2026-08-01')?.attesteLe).not.toBeNull();
    }
  });

  test('garde ce qui est annulé ou corrigé, et un intérim facturé plus qu’il n’a été fait', () => {
    expect(engagements.some(({ annuleLe, annulation }) => annuleLe !== null && annulation !== null)).toBe(true);
    expect(lire('depense_correction').length).toBeGreaterThan(0);
    expect(lire('arbitrage_budget').length).toBeGreaterThan(0);
    const contestes = lire('service_fait').filter(
      (s) => Number(s.minutesFacturees) > Number(s.minutesRealisees ?? 1e9),
    );
    expect(contestes.length).toBeGreaterThan(0);
  });

  test('rend les mêmes lignes pour la même graine, d’autres pour une autre', () => {
    expect(fabriquer()).toEqual(lots);
    expect(fabriquer(2)).not.toEqual(lots);
  });
});
