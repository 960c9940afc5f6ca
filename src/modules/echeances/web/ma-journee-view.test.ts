import { expect, test } from 'vitest';
import type { EcheanceDue } from '#shared/echeance.ts';
import { createIdentifiant } from '#shared/identifiant.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildMaJournee, formatResume } from './ma-journee-view.ts';

const AUJOURDHUI = jourCivil('2026-11-21');

function due(pour: string, autre: Partial<EcheanceDue> = {}): EcheanceDue {
  return {
    regle: 'CON-002',
    objet: { module: 'enfants', type: 'enfant', id: createIdentifiant() },
    enfantId: null,
    libelle: 'Nommer un référent',
    pour: jourCivil(pour),
    instant: null,
    gravite: 'normale',
    attenteDe: null,
    faiteLe: null,
    etapes: [],
    textes: [],
    qui: { nom: 'Inès K.' },
    ...autre,
  };
}

test('la veille est en retard, le jour même est pour aujourd’hui, le lendemain vient', () => {
  const couloirs = buildMaJournee([due('2026-11-20'), due('2026-11-21'), due('2026-11-22')], AUJOURDHUI);
  expect(couloirs.map(({ cle, nombre }) => [cle, nombre])).toEqual([
    ['en-retard', 1],
    ['aujourd-hui', 1],
    ['a-venir', 1],
    ['en-attente', 0],
  ]);
  expect(couloirs.flatMap(({ lignes }) => lignes.map(({ quand }) => quand))).toEqual([
    '1 jour',
    'aujourd’hui',
    'dans 1 jour',
  ]);
});

test('ce qui est au-delà de trente jours, ou fait, ne se montre pas', () => {
  const couloirs = buildMaJournee(
    [due('2026-12-21'), due('2026-12-22'), due('2026-11-01', { faiteLe: AUJOURDHUI })],
    AUJOURDHUI,
  );
  expect(formatResume(couloirs)).toBe('0 en retard, 0 aujourd’hui, 1 dans les 30 jours');
});

test('un couloir long se coupe, son nombre reste entier, et il s’ouvre en entier', () => {
  const dues = Array.from({ length: 30 }, () => due('2026-11-01'));
  expect(buildMaJournee(dues, AUJOURDHUI)[0]).toMatchObject({ nombre: 30, lignes: { length: 12 } });
  expect(buildMaJournee(dues, AUJOURDHUI, 'en-retard')[0]).toMatchObject({ nombre: 30, lignes: { length: 30 } });
});
