import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { computeExigences, evaluateExigences, type FonctionExigee } from './exigences.ts';

const JOUR = jourCivil('2026-11-21');
const duDe = (places: number, jour = JOUR) =>
  Object.fromEntries(computeExigences(places, jour).map(({ fonction, du }) => [fonction, du]));

describe('Ce que la catégorie exige (CSP R2324-35, R2324-46-1 à -3)', () => {
  it.each([
    [12, { DIRECTION: 50, RSAI: 10 }],
    [24, { DIRECTION: 50, EJE: 50, RSAI: 20 }],
    [39, { DIRECTION: 75, EJE: 75, SANTE: 20, RSAI: 30 }],
    [40, { DIRECTION: 100, EJE: 100, SANTE: 30, RSAI: 40 }],
    [59, { DIRECTION: 100, EJE: 100, SANTE: 30, RSAI: 40 }],
    [60, { DIRECTION: 100, ADJOINT: 75, EJE: 100, SANTE: 40, RSAI: 50 }],
    [75, { DIRECTION: 100, ADJOINT: 75, EJE: 100, SANTE: 40, RSAI: 50 }],
    [79, { DIRECTION: 100, ADJOINT: 75, EJE: 100, SANTE: 40, RSAI: 50 }],
    [80, { DIRECTION: 100, ADJOINT: 75, EJE: 150, SANTE: 50, RSAI: 60 }],
    [100, { DIRECTION: 100, ADJOINT: 75, EJE: 200, SANTE: 60, RSAI: 70 }],
  ])('%i places (CAP-15, CAP-16, CAP-18, CAP-19, CAP-20)', (places, attendu) => {
    expect(duDe(places)).toEqual(attendu);
  });

  it('la direction d’une micro-crèche passe à mi-temps le 1er septembre 2026 (décret 2025-304)', () => {
    expect(duDe(10, jourCivil('2026-08-31'))).toMatchObject({ DIRECTION: 20 });
    expect(duDe(10, jourCivil('2026-09-01'))).toMatchObject({ DIRECTION: 50 });
    expect(duDe(10, jourCivil('2026-09-02'))).toMatchObject({ DIRECTION: 50 });
    expect(duDe(20, jourCivil('2026-08-31'))).toMatchObject({ DIRECTION: 50 });
  });

  it('les heures du référent au-delà de soixante places sont à confirmer, jamais en deçà', () => {
    const confianceDe = (places: number) =>
      computeExigences(places, JOUR).find(({ fonction }) => fonction === 'RSAI')?.textes[0]?.confiance;
    expect([confianceDe(60), confianceDe(61), confianceDe(80)]).toEqual(['verifie', 'a-confirmer', 'a-confirmer']);
  });
});

describe('Ce qui manque à l’équipe', () => {
  const evaluate = (equipe: Parameters<typeof evaluateExigences>[1], rsai: number | null = 60) =>
    Object.fromEntries(
      evaluateExigences(computeExigences(80, JOUR), equipe, rsai).map((e) => [e.fonction, [e.enPoste, e.manque]]),
    ) as Record<FonctionExigee, [number | null, number]>;

  it('une équipe complète ne manque de rien', () => {
    const equipe = [
      { metier: 'DIRECTION', quotite: 75 },
      { metier: 'DIRECTION', quotite: 100 },
      { metier: 'EJE', quotite: 100 },
      { metier: 'EJE', quotite: 50 },
      { metier: 'IDE', quotite: 30 },
      { metier: 'PUERICULTEUR', quotite: 20 },
    ] as const;
    expect(Object.values(evaluate(equipe)).map(([, manque]) => manque)).toEqual([0, 0, 0, 0, 0]);
  });

  it('sans adjoint ni infirmier, ce qui manque se chiffre ; un auxiliaire n’y répond pas', () => {
    const lu = evaluate([
      { metier: 'DIRECTION', quotite: 80 },
      { metier: 'AP', quotite: 100 },
    ]);
    expect(lu).toMatchObject({ DIRECTION: [80, 20], ADJOINT: [0, 75], EJE: [0, 150], SANTE: [0, 50] });
  });

  it('les heures du référent inconnues ne sont pas dites manquantes', () => {
    expect(evaluate([], null).RSAI).toEqual([null, 0]);
    expect(evaluate([], 50).RSAI).toEqual([50, 10]);
  });
});
