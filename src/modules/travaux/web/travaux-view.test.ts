import { expect, test } from 'vitest';
import { formatBilan, formatDuree } from './travaux-view.ts';

test('une durée se lit comme on la dit', () => {
  expect([null, 0.2, 1, 59.4, 60, 200, 3900].map(formatDuree)).toEqual([
    '',
    'moins d’une seconde',
    '1\u00a0s',
    '59\u00a0s',
    '1\u00a0min 00\u00a0s',
    '3\u00a0min 20\u00a0s',
    '1\u00a0h 05\u00a0min',
  ]);
});

test('un échec dit sa panne et si Marelle le reprendra d’elle-même', () => {
  const echec = { issue: 'echec', bilan: 'La base n’a pas répondu.', essais: 5 } as const;
  expect(formatBilan({ ...echec, essai: 2 })).toBe('La base n’a pas répondu. Essai 2 sur 5, il est repris.');
  expect(formatBilan({ ...echec, essai: 5 })).toBe('La base n’a pas répondu. Plus de reprise d’elle-même.');
  expect(formatBilan({ issue: 'fait', bilan: '3 avis', essai: 1, essais: 5 })).toBe('3 avis');
  expect(formatBilan({ issue: 'coupe', bilan: null, essai: 1, essais: 5 })).toContain('arrêtée');
});
