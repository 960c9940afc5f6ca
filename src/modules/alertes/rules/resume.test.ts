import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { type Due, formatEscalade, formatMatin, formatSemaine } from './resume.ts';

const CADRE = { adresse: 'https://marelle.example', aujourdhui: jourCivil('2026-11-21') };
const DUE: Due = {
  regle: 'PPE-002',
  libelle: 'Établir le projet pour l’enfant',
  gravite: 'normale',
  pour: jourCivil('2026-11-12'),
  initiales: 'L. M.',
  chemin: '/enfants/1',
};

test('le résumé du matin dit en objet ses nombres, et chaque échéance par son acte, ses initiales, son jour et son lien', () => {
  const { objet, corps } = formatMatin(
    [
      {
        titre: 'En retard',
        mots: ['en retard', 'en retard'],
        total: 2,
        dues: [DUE, { ...DUE, gravite: 'critique', pour: jourCivil('2026-11-20') }],
      },
      { titre: 'Aujourd’hui', mots: ['aujourd’hui', 'aujourd’hui'], total: 0, dues: [] },
      {
        titre: 'Nouvelles',
        mots: ['nouvelle', 'nouvelles'],
        total: 1,
        dues: [{ ...DUE, pour: jourCivil('2026-12-01') }],
      },
    ],
    CADRE,
  );
  expect(objet).toBe('Marelle : 2 en retard, 1 nouvelle');
  expect(corps).toContain(
    '- Établir le projet pour l’enfant (PPE-002), L. M., pour le 12 novembre 2026 (9 jours de retard)\n  https://marelle.example/enfants/1\n',
  );
  expect(corps).toContain(
    '- Critique : Établir le projet pour l’enfant (PPE-002), L. M., pour le 20 novembre 2026 (1 jour de retard)',
  );
  expect(corps).not.toContain('Aujourd’hui');
  expect(corps).toContain('https://marelle.example/compte/alertes');
});

test('au-delà de vingt, le reste est compté et renvoie à Marelle', () => {
  const { corps } = formatMatin(
    [{ titre: 'En retard', mots: ['en retard', 'en retard'], total: 45, dues: Array(30).fill(DUE) }],
    CADRE,
  );
  expect(corps.match(/PPE-002/g)).toHaveLength(20);
  expect(corps).toContain('… et 25 autres : https://marelle.example/echeances');
});

test('un dossier restreint n’a ni initiales ni lien', () => {
  const { corps } = formatEscalade({ recues: [{ ...DUE, initiales: null, chemin: null }], dites: [] }, CADRE);
  expect(corps).toContain('(PPE-002), dossier restreint, pour le 12 novembre 2026');
  expect(corps).not.toContain('/enfants/');
});

test('une escalade dit à chacun ce qui le concerne, dans le même message s’il est des deux côtés', () => {
  const { objet, corps } = formatEscalade({ recues: [DUE], dites: [DUE] }, CADRE);
  expect(objet).toBe('Marelle : 2 retards portés à la hiérarchie');
  expect(corps).toContain('Retards de votre équipe portés à votre connaissance (1)');
  expect(corps).toContain('Vos retards portés à la connaissance de votre hiérarchie (1)');
});

test('la semaine compte par nature, et montre les plus anciens retards', () => {
  const ligne = { regle: 'PPE-002', libelle: 'Établir le projet pour l’enfant', ouvertes: 9, retards: 4, critiques: 1 };
  const { objet, corps } = formatSemaine(
    {
      lignes: [ligne, { ...ligne, regle: 'X', retards: 0, critiques: 0 }],
      duesCetteSemaine: 3,
      faitesEnSeptJours: 5,
      plusAnciens: [DUE],
    },
    CADRE,
  );
  expect(objet).toBe('Marelle : la semaine de votre équipe, 4 en retard');
  expect(corps).toContain(
    'En retard : 4, dont critiques 1\nÀ faire d’ici sept jours : 3\nFaites ces sept derniers jours : 5\nOuvertes en tout : 18',
  );
  expect(corps).toContain('- Établir le projet pour l’enfant (PPE-002) : 4 en retard sur 9');
  expect(corps).not.toContain('(X)');
  expect(corps).toContain('Les plus anciens retards (1)');
});
