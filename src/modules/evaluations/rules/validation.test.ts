import { describe, expect, it } from 'vitest';
import { accepte, oppose } from '#shared/verdict.ts';
import { evaluateValidation } from './validation.ts';

describe('La validation du rapport par qui n’a pas évalué', () => {
  it('une personne hors de l’équipe valide', () =>
    expect(evaluateValidation('cadre', { ontEvalue: ['a', 'b'], signature: null }).issue).toBe('accepte'));
  it('qui a été de l’équipe, même un temps, ne valide pas', () =>
    expect(evaluateValidation('a', { ontEvalue: ['a', 'b'], signature: null })).toMatchObject({ issue: 'refuse' }));
  it('là où une délégation est en vigueur, elle est demandée (CGCT L3221-3)', () => {
    const sans = oppose('Aucune délégation', [
      { code: 'CGCT', article: 'L3221-3', source: 'essai', confiance: 'verifie' },
    ]);
    expect(evaluateValidation('cadre', { ontEvalue: [], signature: sans }).issue).toBe('refuse');
    expect(evaluateValidation('cadre', { ontEvalue: [], signature: accepte() }).issue).toBe('accepte');
  });
});
