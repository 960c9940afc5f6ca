/** Un dossier d'essai, écrit court : des faits, un jour, et ce que les règles en tirent. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { z } from 'zod';
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import {
  type Dossier,
  evaluateStatut,
  type FaitDate,
  type FaitDefini,
  groupFaits,
  type Obligation,
  parseDateDeFait,
  type Regle,
} from '#shared/obligation.ts';
import { containsJour } from '#shared/periode.ts';

export type FaitEcrit = Readonly<{ type: string; date: string; [champ: string]: unknown }>;

/** Une enfant née le 2 mars 2015, vue le 21 novembre 2026, si rien d'autre n'est dit. */
export function buildDossier(
  faits: readonly FaitEcrit[],
  { ne = '2015-03-02', jour = '2026-11-21', parametres = {} }: Partial<EtatCivil> = {},
): Dossier {
  return {
    aujourdhui: jourCivil(jour),
    zone: 'metropole',
    enfant: { dateNaissance: ne === null ? null : jourCivil(ne) },
    parametres,
    faits: groupFaits(faits.map(readFait)),
  };
}
type EtatCivil = { ne: string | null; jour: string; parametres: Record<string, unknown> };

function readFait({ date, ...reste }: FaitEcrit): FaitDate {
  const lue = parseDateDeFait(date);
  if (!lue) throw new Error(`« ${date} » n'est pas une date de fait`);
  return { ...reste, ...lue };
}

/** Ce que la règle fait naître, comme le moteur le retient : dans sa période de vigueur. */
export function listEnVigueur({ list, vigueur }: Regle, dossier: Dossier): readonly Obligation[] {
  return list(dossier).filter(({ depuis }) => containsJour(vigueur, depuis));
}

/** « 2026-12-01 a-venir » : ce que la règle doit, par échéance. */
export function listDues(regle: Regle, dossier: Dossier): string[] {
  return listEnVigueur(regle, dossier)
    .map((obligation) => `${obligation.pour} ${evaluateStatut(obligation, dossier.aujourdhui)}`)
    .sort();
}

/** La règle d'un module, par son identifiant du référentiel. */
export function getRegle(regles: readonly Regle[], id: string): Regle {
  const regle = regles.find((candidate) => candidate.id === id);
  if (!regle) throw new Error(`Pas de règle ${id}`);
  return regle;
}

const unJour = fc.integer({ min: 0, max: 365 * 30 }).map((rang): string => addJours(jourCivil('2004-02-27'), rang));

type Champ = { type?: string; enum?: string[]; format?: string; minimum?: number; maximum?: number };

function drawChamp({ type, enum: choix, format, minimum = 0, maximum = 400 }: Champ): fc.Arbitrary<unknown> {
  if (choix) return fc.constantFrom(...choix);
  if (format === 'date') return unJour;
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: Math.max(minimum, 0), max: Math.min(maximum, 400) });
  return fc.constantFrom('a', 'b');
}

function drawFait({ type, schema }: FaitDefini): fc.Arbitrary<FaitEcrit> {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const champs = Object.entries(properties).map(([nom, champ]) => [nom, drawChamp(champ as Champ)] as const);
  return fc
    .tuple(unJour, fc.record(Object.fromEntries(champs), { requiredKeys: [...required] }))
    .map(([date, portes]) => ({ ...portes, type, date }));
}

/** N'importe quels faits de ces types, contradictoires ou d'avant la naissance. */
export function drawDossier(faits: readonly FaitDefini[]): fc.Arbitrary<Dossier> {
  return fc
    .record({
      ne: fc.option(unJour),
      jour: unJour,
      faits: fc.array(fc.oneof(...faits.map(drawFait)), { maxLength: 14 }),
    })
    .map(({ faits: tires, ...etatCivil }) => buildDossier(tires, etatCivil));
}

/** Une règle ne casse sur rien, s'explique toujours, ne doit pas deux fois la même chose, ni ce qui est fait. */
export function verifyRegles(regles: readonly Regle[], faits: readonly FaitDefini[]): void {
  fc.assert(
    fc.property(drawDossier(faits), (dossier) => {
      for (const regle of regles) {
        const obligations = regle.list(dossier);
        expect(new Set(obligations.map(({ cle }) => cle)).size, regle.id).toBe(obligations.length);
        for (const obligation of obligations) verifyObligation(obligation, dossier.aujourdhui);
      }
    }),
    { numRuns: 300 },
  );
}

function verifyObligation(obligation: Obligation, aujourdhui: JourCivil): void {
  const { depuis, pour, faiteLe, eteinteLe, etapes } = obligation;
  expect([depuis, pour, faiteLe ?? pour, eteinteLe ?? pour].map(jourCivil)).toHaveLength(4);
  expect(etapes().join(' ').length).toBeGreaterThan(10);
  if (faiteLe) expect(evaluateStatut(obligation, aujourdhui)).toMatch(/^faite/);
}
