import { describe, expect, it } from 'vitest';
import { aSignalement } from '#modules/signalements/testing/signalement-essai.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { aDecidee, aDite, aFaits } from '../testing/faits-suites.ts';
import type { FaitsSuites } from './faits.ts';
import { formatDue, listInformationsDues } from './information-due.ts';

const lire = (faits: FaitsSuites) =>
  listInformationsDues(faits).map(({ regle, aQui, pour }) => `${regle} ${aQui} ${pour}`);
const trouver = (faits: FaitsSuites, regle: string) => listInformationsDues(faits).find((due) => due.regle === regle);

describe('La source est informée des suites dans les trois mois (CASF L226-5)', () => {
  it('le professionnel ou l’élu, de sa transmission (al. 1)', () => {
    for (const categorieSource of ['professionnel', 'elu'] as const)
      expect(trouver(aFaits({ categorieSource }), 'IP-024')).toMatchObject({
        pour: '2026-11-30',
        etapes: [
          'Transmise par un professionnel ou un élu le 31 août 2026.',
          expect.stringContaining('= 30 novembre 2026'),
        ],
      });
  });
  it('le particulier, de sa demande, et seulement s’il l’a faite (al. 2)', () => {
    const particulier = { categorieSource: 'particulier' } as const;
    expect(trouver(aFaits({ ...particulier, suitesDemandeesLe: jourCivil('2026-11-29') }), 'IP-025')?.pour).toBe(
      '2027-02-28',
    );
    expect(lire(aFaits(particulier)).some((due) => due.startsWith('IP-02'))).toBe(false);
  });
  it('un anonyme, rien, pas même un accusé de réception', () =>
    expect(lire(aFaits({ categorieSource: 'anonyme' }))).toEqual(['IP-015 titulaires 2026-09-10']));
  it('due même hors information préoccupante ou transférée', () => {
    const debut = { attribueeLe: null, evaluationDebuteeLe: null } as const;
    for (const etat of ['hors-ip', 'transferee'] as const)
      expect(lire(aFaits({ ...debut, etat }))).toEqual(['usage source 2026-09-01', 'IP-024 source 2026-11-30']);
  });
});

describe('Les parents sont informés', () => {
  it('de la mise en place de l’évaluation, du premier acte ou à défaut de l’attribution (CASF D226-2-6 I)', () => {
    expect(trouver(aFaits(), 'IP-015')?.pour).toBe('2026-09-10');
    expect(trouver(aFaits({ evaluationDebuteeLe: null }), 'IP-015')?.pour).toBe('2026-09-05');
    expect(trouver(aFaits({ evaluationDebuteeLe: null, attribueeLe: null }), 'IP-015')).toBeUndefined();
  });
  it('des conclusions et des suites, une fois décidées ; le mineur aussi, selon son âge (CASF D226-2-7)', () => {
    expect(lire(aFaits()).some((due) => due.startsWith('IP-022'))).toBe(false);
    const dues = listInformationsDues(aDecidee('classement')).filter(({ regle }) => regle === 'IP-022');
    expect(dues.map(({ aQui, pour, facultative }) => [aQui, pour, facultative])).toEqual([
      ['titulaires', '2026-11-20', false],
      ['mineur', '2026-11-20', true],
    ]);
    expect(dues[0]?.textes[0]?.confiance).toBe('a-confirmer');
  });
  it('par écrit de chaque saisine, dès qu’elle est partie, au jour de Paris (CASF L226-5, al. 3)', () => {
    const signalements = [
      aSignalement({ id: 'a', envoyeA: '2026-11-19T23:30:00Z' }),
      aSignalement({ id: 'b', etat: 'valide', envoyeA: null }),
    ];
    const dues = listInformationsDues(aFaits({ signalements })).filter(({ regle }) => regle === 'IP-023');
    expect(dues.map(({ signalementId, pour }) => [signalementId, pour])).toEqual([['a', '2026-11-20']]);
  });
});

describe('Ce qui a été dit', () => {
  it('éteint ce qui était dû à la même personne, sur le même objet, pour la même saisine', () => {
    const signalements = [aSignalement({ id: 'a' }), aSignalement({ id: 'b' })];
    const dites = [aDite({ objet: 'saisine', aQui: 'titulaires', signalementId: 'a' })];
    const dues = listInformationsDues(aFaits({ signalements, dites }));
    expect(dues.filter(({ faite }) => faite !== null).map(({ signalementId }) => signalementId)).toEqual(['a']);
  });
  it('se lit du dernier inscrit', () => {
    const dites = [aDite({ id: 'b', le: jourCivil('2026-11-20') }), aDite({ id: 'a', le: jourCivil('2026-10-02') })];
    expect(trouver(aFaits({ dites }), 'IP-024')?.faite?.id).toBe('b');
  });
});

it('ce qui reste à dire se lit avec son retard', () => {
  const due = trouver(aFaits(), 'IP-024');
  expect(due && formatDue(due, jourCivil('2026-11-30'))).toContain('aujourd');
  expect(due && formatDue(due, jourCivil('2026-12-03'))).toContain('en retard de 3 jours');
});
