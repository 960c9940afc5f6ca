import { describe, expect, it } from 'vitest';
import { A_NAITRE, aEvaluation, LEA, TOM } from '../testing/faits-evaluation.ts';
import { listManquesDAvis } from './avis.ts';
import type { FaitsEvaluation } from './faits.ts';

const listMotifs = (faits: FaitsEvaluation) => listManquesDAvis(faits).map(({ motif }) => motif);
const sans = (retire: (avis: FaitsEvaluation['avis'][number]) => boolean) =>
  aEvaluation({ avis: aEvaluation().avis.filter((avis) => !retire(avis)) });

describe('Les avis du mineur, des titulaires, de l’entourage et des professionnels (CASF D226-2-6 II)', () => {
  it('chacun recueilli, ou dit pourquoi, rien ne manque', () => expect(listMotifs(aEvaluation())).toEqual([]));
  it('chaque mineur né donne le sien', () => {
    expect(listMotifs(sans(({ mineurId }) => mineurId === 'tom'))).toEqual([expect.stringContaining('MARTIN Tom')]);
    expect(listMotifs(aEvaluation({ mineurs: [LEA, TOM, A_NAITRE] }))).toEqual([]);
  });
  it('chaque titulaire connu donne le sien', () => {
    const titulaires = [
      { id: 'mere', nom: 'MARTIN Ana' },
      { id: 'pere', nom: 'DURAND Paul' },
    ];
    expect(listMotifs(aEvaluation({ titulaires }))).toEqual([expect.stringContaining('DURAND Paul')]);
    const ensemble = { aupres: 'titulaire' as const, mineurId: null, adulteId: null };
    expect(listMotifs(aEvaluation({ titulaires, avis: [...aEvaluation().avis, ensemble] }))).toEqual([]);
  });
  it('aucun titulaire connu : un avis de titulaire est demandé quand même', () => {
    expect(
      listMotifs(aEvaluation({ titulaires: [], avis: sans(({ aupres }) => aupres === 'titulaire').avis })),
    ).toEqual([expect.stringContaining('titulaire de l’autorité parentale')]);
  });
  it.each([
    ['entourage', 'L’avis de l’entourage'],
    ['professionnel', 'L’avis d’un professionnel'],
  ])('celui de l’%s manque', (aupres, phrase) => {
    expect(listMotifs(sans((avis) => avis.aupres === aupres))).toEqual([expect.stringContaining(phrase)]);
  });
  it('la règle est nommée et renvoie à la page des avis', () => {
    const [manque] = listManquesDAvis(sans(({ mineurId }) => mineurId === 'lea'));
    expect(manque).toMatchObject({ regle: 'IP-016', rayon: 'avis', mineurId: 'lea' });
    expect(manque?.textes.every(({ confiance }) => confiance === 'verifie')).toBe(true);
  });
});
