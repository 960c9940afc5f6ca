import { expect, test } from 'vitest';
import type { AgentEnSession } from '#shared/agent-en-session.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { BrisRevu } from '../data/consultations-queries.server.ts';
import { listConsequences } from './bris-de-glace-view.ts';
import { buildLigneDeRevue, formatComptes, formatDuree, readMois } from './revue-view.ts';

const REVISEUR = { id: 'moi', habilitations: ['acces.revoir'] } as unknown as AgentEnSession;

function aBris(valeurs: Partial<BrisRevu> = {}): BrisRevu {
  return {
    id: 'b1',
    agentId: 'autre',
    agent: 'Virginie Vincent',
    numero: '2026-00042',
    motif: 'urgence',
    explication: 'appel de la gendarmerie à 2 h du matin',
    ouvertLe: '2026-11-20T01:15:00+00:00',
    expireLe: '2026-11-21T01:15:00+00:00',
    revue: null,
    revueCommentaire: null,
    reviseur: null,
    ...valeurs,
  };
}

test('une ouverture dit qui, quand à l’heure de Paris, combien de temps, le dossier et la raison', () => {
  expect(buildLigneDeRevue(aBris(), REVISEUR)).toMatchObject({
    agent: 'Virginie Vincent',
    quand: 'vendredi 20 novembre 2026 à 2 h 15',
    duree: '24 h',
    dossier: '2026-00042',
    motif: 'urgence pour l’enfant',
    verdict: 'à revoir',
    ouverte: true,
    sienne: false,
  });
});

test('nul ne conclut sur sa propre ouverture', () => {
  expect(buildLigneDeRevue(aBris({ agentId: 'moi' }), REVISEUR)).toMatchObject({ ouverte: false, sienne: true });
});

test('une ouverture à expliquer peut encore être conclue, une ouverture conclue non', () => {
  const revu = { reviseur: 'Hélène Lesage', revueCommentaire: 'appelée, elle précisera' };
  expect(buildLigneDeRevue(aBris({ revue: 'a-expliquer', ...revu }), REVISEUR)).toMatchObject({
    ouverte: true,
    conclusion: 'Revu par Hélène Lesage : appelée, elle précisera',
  });
  expect(buildLigneDeRevue(aBris({ revue: 'injustifie', ...revu }), REVISEUR).ouverte).toBe(false);
});

test('les comptes disent ce qui reste à revoir', () => {
  expect(formatComptes([])).toBe('Aucune ouverture');
  expect(formatComptes([{ revue: null }, { revue: 'justifie' }, { revue: 'justifie' }, { revue: 'injustifie' }])).toBe(
    '4 ouvertures : 1 à revoir, 2 justifiées, 1 injustifiée',
  );
});

test('la durée compte les heures réelles, changement d’heure compris', () => {
  expect(formatDuree('2026-10-24T22:00:00+00:00', '2026-10-25T22:00:00+00:00')).toBe('24 h');
});

test('un mois illisible rend le mois courant', () => {
  const jour = jourCivil('2026-11-21');
  expect(readMois('http://m/revue?mois=2026-01', jour)).toEqual({
    mois: '2026-01',
    titre: 'janvier 2026',
    avant: '2025-12',
    apres: '2026-02',
  });
  expect(readMois('http://m/revue?mois=abc', jour).mois).toBe('2026-11');
});

test('avant l’acte, les chiffres réglés par le département et ce qu’il reste d’ouvertures', () => {
  const phrases = listConsequences({ dureeHeures: 12, plafond: 3 }, 1).join(' ');
  expect(phrases).toContain('12 heures');
  expect(phrases).toContain('3 ouvertures au plus en 24 heures : il vous en reste 2.');
  expect(listConsequences({ dureeHeures: 1, plafond: 1 }, 4).join(' ')).toContain('il vous en reste 0.');
});
