import { describe, expect, it } from 'vitest';
import { buildDossier } from '#tests/support/dossier-essai.ts';
import { listContacts, listSilences } from './contacts.ts';

const lire = (contacts: readonly [string, string][], jour: string) =>
  buildDossier(
    contacts.map(([parent, date]) => ({ type: 'dernier-contact', parent, date })),
    { jour },
  );

describe('Les contacts effectifs de chaque parent (C. civ. 381-2)', () => {
  it('un parent dont aucun contact n’est inscrit n’est pas compté ; demain n’a pas eu lieu', () => {
    const dossier = lire(
      [
        ['2', '2026-01-01'],
        ['2', '2026-11-22'],
      ],
      '2026-11-21',
    );
    expect(listContacts(dossier)).toEqual([['2026-01-01']]);
  });
  it('un silence commence un an après, le 28 février pour un contact du 29', () => {
    expect(listSilences(lire([['1', '2024-02-29']], '2025-02-27'))).toEqual([]);
    expect(listSilences(lire([['1', '2024-02-29']], '2025-02-28'))).toEqual([{ le: '2025-02-28', finLe: null }]);
  });
  it('un contact dans l’année ne laisse pas de silence ; plus tard, il y met fin', () => {
    expect(
      listSilences(
        lire(
          [
            ['1', '2024-01-10'],
            ['1', '2025-01-10'],
          ],
          '2025-06-01',
        ),
      ),
    ).toEqual([]);
    expect(
      listSilences(
        lire(
          [
            ['1', '2024-01-10'],
            ['1', '2025-01-11'],
          ],
          '2025-06-01',
        ),
      ),
    ).toEqual([{ le: '2025-01-10', finLe: '2025-01-11' }]);
  });
});
