import { describe, expect, it } from 'vitest';
import { A_NAITRE, aEvaluation, aRencontre, LEA, TOM } from '../testing/faits-evaluation.ts';
import type { FaitsEvaluation } from './faits.ts';
import { listManquesDeConclusion, listManquesDeRedaction, listRubriquesVides } from './rapport.ts';

const sansRubriques = (retire: (rubrique: FaitsEvaluation['rubriques'][number]) => boolean, plus = {}) => {
  const faits = aEvaluation(plus);
  return { ...faits, rubriques: faits.rubriques.filter((rubrique) => !retire(rubrique)) };
};
const avecRapport = (plus: Partial<FaitsEvaluation['rapport']>, faits: Partial<FaitsEvaluation> = {}) =>
  aEvaluation({ ...faits, rapport: { ...aEvaluation().rapport, ...plus } });

describe('Un volet par mineur du foyer (CASF L226-3, D226-2-3)', () => {
  it('tous les volets écrits, rien ne manque', () => expect(listManquesDeRedaction(aEvaluation())).toEqual([]));
  it('un mineur du foyer oublié, signalé ou non, empêche la remise', () => {
    expect(listManquesDeRedaction(sansRubriques(({ mineurId }) => mineurId === 'tom'))).toMatchObject([
      { regle: 'IP-012', motif: 'MARTIN Tom n’a pas de volet d’évaluation.', mineurId: 'tom' },
    ]);
  });
  it('un volet commencé dit ce qui lui manque', () => {
    const faits = sansRubriques(
      ({ mineurId, code }) => mineurId === 'lea' && (code === 'sante' || code === 'souffrance'),
    );
    expect(listManquesDeRedaction(faits)).toMatchObject([
      { motif: 'Le volet de MARTIN Léa est incomplet : sa santé, les signes de souffrance.' },
    ]);
  });
  it('ce que le texte ne demande pas peut rester vide', () => {
    const facultatives = ['contexte', 'deroulement', 'analyse', 'particularites'];
    expect(listManquesDeRedaction(sansRubriques(({ code }) => facultatives.includes(code)))).toEqual([]);
  });
  it('l’enfant à naître a son volet, sans scolarité', () => {
    const mineurs = [LEA, TOM, A_NAITRE];
    expect(listManquesDeRedaction(aEvaluation({ mineurs }))).toEqual([]);
    const rien = sansRubriques(({ mineurId }) => mineurId === 'bebe', { mineurs });
    expect(listRubriquesVides(rien, A_NAITRE)).toEqual(['Ses besoins', 'Sa santé']);
  });
  it('la mobilisation des titulaires et les ressources de l’entourage s’écrivent pour le foyer (CASF D226-2-3 II)', () => {
    expect(listManquesDeRedaction(sansRubriques(({ code }) => code === 'ressources'))).toMatchObject([
      { regle: 'IP-014', mineurId: null, motif: expect.stringContaining('les ressources de l’entourage') },
    ]);
  });
});

describe('Une conclusion commune et une proposition (CASF D226-2-7)', () => {
  const listMotifs = (faits: FaitsEvaluation) =>
    listManquesDeConclusion(faits).map(({ regle, motif }) => `${regle} ${motif}`);
  it('sans conclusion, ou sans proposition, le rapport ne se remet pas', () => {
    expect(listMotifs(avecRapport({ conclusion: null, proposition: null }))).toEqual([
      expect.stringMatching(/^IP-020 La conclusion/),
      expect.stringMatching(/^IP-020 La proposition/),
    ]);
  });
  it('la saisine se motive, le classement au choix', () => {
    expect(listMotifs(avecRapport({ proposition: 'saisine', argumentaire: '  ' }))).toEqual([
      expect.stringMatching(/^IP-020 .*se motive/),
    ]);
    expect(listMotifs(avecRapport({ proposition: 'saisine', argumentaire: 'Refus de toute aide' }))).toEqual([]);
    expect(listMotifs(avecRapport({ conclusion: 'infirme', proposition: 'classement' }))).toEqual([]);
  });
  it.each(['classement', 'actions-adaptees'] as const)(
    'un mineur impossible à rencontrer interdit « %s » (CASF D226-2-6 II)',
    (proposition) => {
      const rencontres = [aRencontre({ mineurs: ['lea'] }), aRencontre({ mineurs: ['lea'], mineurSeul: true })];
      const volets = [{ mineurId: 'tom', nonSeul: null, impossibleMotif: 'Jamais là, trois passages' }];
      expect(listMotifs(avecRapport({ proposition }, { rencontres, volets }))).toEqual([
        expect.stringMatching(/^IP-019 .*MARTIN Tom.*saisine/),
      ]);
      expect(
        listMotifs(avecRapport({ proposition: 'saisine', argumentaire: 'Impossible' }, { rencontres, volets })),
      ).toEqual([]);
    },
  );
  it('un danger présumé que l’on ne peut évaluer oblige la saisine (CASF L226-4 I)', () => {
    expect(listMotifs(avecRapport({ evaluationImpossible: true }))).toEqual([expect.stringMatching(/^IP-031/)]);
  });
});
