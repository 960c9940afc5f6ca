import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ChampDeFait,
  compareObligations,
  computeObligations,
  computeSimulation,
  formatFaute,
  parseDossier,
  REGLES,
  TYPES_DE_FAIT,
  type TypeDeFait,
} from '#modules/echeances/index.ts';
import { addJours, isJourCivil, jourCivil } from '#shared/jour-civil.ts';

const CENTRE = jourCivil('2022-02-09');
const jour = fc.oneof(
  { weight: 20, arbitrary: fc.integer({ min: -3_000, max: 3_000 }).map((ecart) => addJours(CENTRE, ecart)) },
  { weight: 1, arbitrary: fc.constantFrom('1850-01-01', '2200-12-31', '2024-02-29').map(jourCivil) },
);
const date = fc.oneof({ weight: 4, arbitrary: jour }, { weight: 1, arbitrary: jour.map((le) => `${le}T12:30:00Z`) });

/** Les mesures dont naît le plus : une décision sur deux. */
const frequentes = fc.constantFrom('PLACEMENT_ASE', 'OPP_JUGE', 'OPP_PARQUET', 'APU_MNA', 'AEMO_HEBERGEMENT');

function buildValeur({ nom, sorte, choix }: ChampDeFait): fc.Arbitrary<unknown> {
  if (nom === 'code') return fc.oneof(frequentes, fc.constantFrom(...choix.map(({ valeur }) => valeur)));
  if (sorte === 'choix') return fc.constantFrom(...choix.map(({ valeur }) => valeur));
  if (sorte === 'jour') return jour;
  if (sorte === 'oui') return fc.boolean();
  return sorte === 'nombre' ? fc.integer({ min: 1, max: 91 }) : fc.constantFrom('m1', 'm2');
}

function buildFait({ type, champs }: TypeDeFait) {
  const requis = ['type', 'date', ...champs.filter((champ) => champ.requis).map(({ nom }) => nom)];
  const valeurs = Object.fromEntries(champs.map((champ) => [champ.nom, buildValeur(champ)]));
  return fc.record({ type: fc.constant(type), date, ...valeurs }, { requiredKeys: requis as never });
}

const COURANTS = ['information-recue', 'decision', 'debut-effectif', 'changement-lieu'];

/** Peu de types par dossier, dont les plus courants : les faits se répondent, au lieu de se croiser sans se voir. */
const faits = fc
  .shuffledSubarray([...TYPES_DE_FAIT.values()], { minLength: 1, maxLength: 4 })
  .map((types) => [...types, ...COURANTS.map((type) => TYPES_DE_FAIT.get(type))])
  .chain((types) => {
    const permis = types.filter((type) => type !== undefined).map(buildFait);
    return fc.array(fc.oneof(...permis), { maxLength: 25 });
  });
const naissance = fc.integer({ min: 0, max: 7_000 }).map((age) => addJours(CENTRE, -age));
const dossier = fc.record({
  aujourdhui: jour,
  enfant: fc.record({
    dateNaissance: fc.oneof({ weight: 5, arbitrary: naissance }, { weight: 1, arbitrary: fc.option(jour) }),
  }),
  faits,
});

function getDossier(brut: unknown) {
  const lu = parseDossier(brut);
  if (!lu.ok) throw new Error(lu.fautes.map(formatFaute).join('\n'));
  return lu.dossier;
}

// Des faits en désordre, avant la naissance, en double, d'après demain : ce que les gens tapent vraiment.
describe('quels que soient les faits', () => {
  it('aucune règle ne tombe en panne, et chaque obligation se lit', () => {
    const nees = new Set<string>();
    fc.assert(
      fc.property(dossier, (brut) => {
        for (const { regle, echeance, etapes, qui, textes } of computeSimulation(getDossier(brut))) {
          nees.add(regle);
          expect(isJourCivil(echeance.slice(0, 10)), echeance).toBe(true);
          expect(etapes.length).toBeGreaterThan(0);
          expect(textes.length).toBeGreaterThan(0);
          expect(qui).not.toBe('');
        }
      }),
      { numRuns: 2_500, seed: 4 },
    );
    // Des tirages qui ne feraient rien naître n'éprouveraient rien : neuf règles sur dix au moins y sont passées.
    expect(nees.size).toBeGreaterThan(REGLES.length * 0.9);
  });

  it('deux obligations d’une même règle ne se confondent pas : leur clé les distingue', () => {
    fc.assert(
      fc.property(dossier, (brut) => {
        const cles = computeObligations(getDossier(brut)).map(({ regle, cle }) => `${regle.id} ${cle}`);
        expect(cles.filter((cle, rang) => cles.indexOf(cle) !== rang)).toEqual([]);
      }),
      { numRuns: 800, seed: 5 },
    );
  });

  it('le même dossier donne toujours la même réponse, dans un ordre total', () => {
    fc.assert(
      fc.property(dossier, (brut) => {
        expect(computeSimulation(getDossier(brut))).toEqual(computeSimulation(getDossier(brut)));
        const dues = computeObligations(getDossier(brut));
        expect(
          dues
            .toReversed()
            .sort(compareObligations)
            .map(({ cle }) => cle),
        ).toEqual(dues.sort(compareObligations).map(({ cle }) => cle));
      }),
      { numRuns: 300, seed: 6 },
    );
  });
});
