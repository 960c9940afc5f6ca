import { describe, expect, it } from 'vitest';
import { buildDossier, getRegle, listDues } from '#tests/support/dossier-essai.ts';
import { isInformationDue } from './contact.ts';
import { REGLES_SUIVI_EAJE } from './obligations.ts';

const contact = (date: string, pcdLe?: string) => ({
  ...{ type: 'contact-urgence', date, contact: date },
  ...(pcdLe ? { pcdLe } : {}),
});
const lire = (faits: readonly ReturnType<typeof contact>[], jour = '2026-11-21') =>
  listDues(getRegle(REGLES_SUIVI_EAJE, 'EVT-01'), buildDossier(faits, { jour }));

describe('Le président est informé sans délai d’un changement du contact d’urgence (CSP R2324-25, EVT-01)', () => {
  it('le premier contact n’est pas un changement', () => {
    expect(lire([contact('2026-11-18')])).toEqual([]);
  });
  it.each([
    ['2026-11-20', 'a-venir'],
    ['2026-11-21', 'aujourd-hui'],
    ['2026-11-22', 'en-retard'],
  ])('le jour même : vu le %s, %s', (jour, statut) => {
    expect(lire([contact('2020-01-01'), contact('2026-11-21')], jour)).toEqual([`2026-11-21 ${statut}`]);
  });
  it('informé le jour même, c’est fait ; le lendemain, en retard', () => {
    expect(lire([contact('2020-01-01'), contact('2026-11-18', '2026-11-18')])).toEqual(['2026-11-18 faite']);
    expect(lire([contact('2020-01-01'), contact('2026-11-18', '2026-11-19')])).toEqual(['2026-11-18 faite-en-retard']);
  });
  it('informer du contact qui vaut répond des précédents ; avoir informé du précédent ne suffit pas', () => {
    const trois = [contact('2020-01-01'), contact('2026-11-10')];
    expect(lire([...trois, contact('2026-11-18', '2026-11-18')])).toEqual([
      '2026-11-10 faite-en-retard',
      '2026-11-18 faite',
    ]);
    expect(lire([contact('2020-01-01'), contact('2026-11-10', '2026-11-10'), contact('2026-11-18')])).toEqual([
      '2026-11-10 faite',
      '2026-11-18 en-retard',
    ]);
  });
  it('la fiche dit la même chose du dernier', () => {
    expect(isInformationDue([])).toBe(false);
    expect(isInformationDue([{ pcdLe: null }])).toBe(false);
    expect(isInformationDue([{ pcdLe: null }, { pcdLe: '2026-11-10' }])).toBe(true);
    expect(isInformationDue([{ pcdLe: '2026-11-18' }, { pcdLe: null }])).toBe(false);
  });
});
