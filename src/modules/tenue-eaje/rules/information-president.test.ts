import { describe, expect, it } from 'vitest';
import { METIERS_EAJE } from '#modules/eaje/index.ts';
import { formatRappelDirection } from './information-president.ts';

describe('Le président est informé sans délai d’une direction qui change (CSP R2324-24, EVT-03)', () => {
  it.each(Object.keys(METIERS_EAJE))('se rappelle pour la direction seule : %s', (metier) => {
    const dit = formatRappelDirection('Enregistré.', [metier]);
    if (metier === 'DIRECTION') expect(dit).toMatch(/^Enregistré\. .*sans délai.*R2324-24/);
    else expect(dit).toBe('Enregistré.');
  });
  it('aussi quand quelqu’un quitte la direction pour un autre métier', () => {
    expect(formatRappelDirection('Enregistré.', ['DIRECTION', 'EJE'])).toContain('sans délai');
  });
});
