import { describe, expect, it } from 'vitest';
import { A_NAITRE, aEvaluation, aRencontre, LEA, TOM } from '../testing/faits-evaluation.ts';
import type { FaitsEvaluation } from './faits.ts';
import { evaluateRencontre, listImpossibles, listManquesDeRencontre } from './rencontres.ts';

const listRegles = (faits: FaitsEvaluation) =>
  listManquesDeRencontre(faits).map(({ regle, motif }) => `${regle} ${motif}`);
const VU_SEUL = aRencontre({ lieu: 'service', titulairesPresents: false, mineurSeul: true });

describe('La rencontre au domicile, avec le mineur et les titulaires (CASF D226-2-6 II)', () => {
  it('une rencontre tenue au domicile avec eux suffit', () => expect(listRegles(aEvaluation())).toEqual([]));
  it.each([
    ['ailleurs qu’au domicile', { lieu: 'service' as const }],
    ['sans les titulaires', { titulairesPresents: false }],
    ['refusée', { issue: 'refusee' as const }],
    ['où personne n’était', { issue: 'absence' as const }],
    ['sans le mineur signalé', { mineurs: ['tom'] }],
  ])('une rencontre %s n’en tient pas lieu', (_, plus) => {
    const manques = listRegles(aEvaluation({ rencontres: [aRencontre(plus), VU_SEUL] }));
    expect(manques).toEqual([expect.stringMatching(/^IP-017 .*MARTIN Léa et les titulaires/)]);
  });
  it('chaque mineur signalé y est, les autres du foyer non', () => {
    const deux = { mineurs: [LEA, { ...TOM, role: 'signale' as const }] };
    const rencontres = [aRencontre({ mineurs: ['lea'] }), VU_SEUL];
    expect(listRegles(aEvaluation({ ...deux, rencontres }))).toEqual([expect.stringMatching(/^IP-017 .*MARTIN Tom/)]);
    expect(listRegles(aEvaluation({ rencontres }))).toEqual([]);
  });
  it('la raison écrite de ne pas l’avoir faite suffit', () => {
    const { rapport } = aEvaluation();
    const faits = aEvaluation({ rencontres: [VU_SEUL], rapport: { ...rapport, sansDomicileMotif: 'Hôtel, puis rue' } });
    expect(listRegles(faits)).toEqual([]);
  });
  it('un foyer où l’enfant est à naître se rencontre aussi chez lui', () => {
    const faits = aEvaluation({ mineurs: [{ ...A_NAITRE, role: 'signale' }], rencontres: [] });
    expect(listRegles(faits)).toEqual([expect.stringMatching(/^IP-017 .*avec le foyer/)]);
    expect(listRegles({ ...faits, rencontres: [aRencontre({ mineurs: [] })] })).toEqual([]);
  });
});

describe('Le mineur vu sans ses parents, ou pourquoi non (CASF D226-2-6 II)', () => {
  it('vu seulement avec eux, et sans raison, il manque', () => {
    const manques = listManquesDeRencontre(aEvaluation({ rencontres: [aRencontre()] }));
    expect(manques.map(({ regle, mineurId, rayon }) => [regle, mineurId, rayon])).toEqual([
      ['IP-018', 'lea', 'raisons'],
      ['IP-018', 'tom', 'raisons'],
    ]);
  });
  it('son âge, sa maturité ou un refus l’expliquent', () => {
    const volets = [
      { mineurId: 'lea', nonSeul: 'age' as const, impossibleMotif: null },
      { mineurId: 'tom', nonSeul: 'refus-titulaires' as const, impossibleMotif: null },
    ];
    expect(listRegles(aEvaluation({ rencontres: [aRencontre()], volets }))).toEqual([]);
  });
  it('un enfant à naître n’est pas rencontré', () => {
    const mineurs = [LEA, TOM, A_NAITRE];
    expect(listRegles(aEvaluation({ mineurs }))).toEqual([]);
    expect(evaluateRencontre(aEvaluation({ mineurs }), A_NAITRE)).toBe('a-naitre');
  });
});

describe('Le mineur que l’on n’a pas pu rencontrer (CASF D226-2-6 II)', () => {
  const rencontres = [aRencontre({ mineurs: ['lea'] }), { ...VU_SEUL, mineurs: ['lea'] }];
  it('jamais rencontré et sans raison, le rapport ne se remet pas', () => {
    expect(listRegles(aEvaluation({ rencontres }))).toEqual([
      expect.stringMatching(/^IP-018 MARTIN Tom n’a jamais été rencontré/),
    ]);
  });
  it('l’impossibilité dite, la saisine est due', () => {
    const volets = [{ mineurId: 'tom', nonSeul: null, impossibleMotif: 'Caché par sa famille, trois passages' }];
    expect(listRegles(aEvaluation({ rencontres, volets }))).toEqual([]);
    expect(listImpossibles(aEvaluation({ rencontres, volets }))).toEqual([TOM]);
  });
  it('rencontré depuis, l’impossibilité ne compte plus', () => {
    const volets = [{ mineurId: 'tom', nonSeul: 'age' as const, impossibleMotif: 'Caché par sa famille' }];
    expect(listImpossibles(aEvaluation({ volets }))).toEqual([]);
  });
});
