import { describe, expect, it } from 'vitest';
import { fraction } from '#shared/fraction.ts';
import { computePertePsu } from './perte-psu.ts';

const psu = {
  issue: 'calcule',
  prixRetenu: fraction(10),
  prixRevient: fraction(115, 10),
  prixPlafond: fraction(10),
} as const;
const bareme = { taux: 66, dit: 'Barème 2026, texte à confirmer : essai' };

describe('La recette perdue : 66 % × le plus bas des prix × heures perdues (TRV-02, PSU-06)', () => {
  it('mille deux cents heures à dix euros : 7 920 €, et la méthode dit son prix et sa confiance', () => {
    const perte = computePertePsu([{ annee: 2026, minutesPerdues: 72_000, psu, bareme }]);
    expect(perte.centimes).toBe(792_000);
    expect(perte.methode.join(' ')).toContain('avant relogement');
    expect(perte.methode.at(-1)).toContain('à confirmer');
  });
  it('à cheval sur deux années, chaque heure au prix de la sienne', () => {
    const cher = { ...psu, prixRetenu: fraction(11), prixPlafond: fraction(11) };
    const perte = computePertePsu([
      { annee: 2026, minutesPerdues: 36_000, psu, bareme },
      { annee: 2027, minutesPerdues: 36_000, psu: cher, bareme: { ...bareme, dit: 'Barème 2027' } },
    ]);
    expect(perte.centimes).toBe(396_000 + 435_600);
    expect(perte.methode.join(' ')).toContain('en 2027');
    expect(perte.methode.at(-1)).toBe('En tout : 8\u202f316,00 €.');
  });
  it('une année sans calcul prend le prix de l’année en cours et le dit ; sans aucun prix, rien ne s’additionne', () => {
    const pour = computePertePsu([{ annee: 2026, pour: 2027, minutesPerdues: 36_000, psu, bareme }]);
    expect(pour).toMatchObject({ centimes: 396_000 });
    expect(pour.methode[0]).toContain('2027 n’a pas encore de calcul');
    const manque = { annee: 2027, minutesPerdues: 60, psu: undefined, bareme: undefined };
    expect(computePertePsu([{ annee: 2026, minutesPerdues: 60, psu, bareme }, manque]).centimes).toBeNull();
  });
  it('aucune heure perdue, aucune perte', () => {
    expect(computePertePsu([{ annee: 2026, minutesPerdues: 0, psu, bareme }]).centimes).toBe(0);
  });
  it('sans comptes, sans barème ou sans y avoir droit, aucun montant n’est inventé', () => {
    const refus = { issue: 'refuse', motif: 'Les charges ne sont pas saisies.' } as const;
    expect(computePertePsu([{ annee: 2026, minutesPerdues: 60, psu: refus, bareme }])).toEqual({
      centimes: null,
      methode: [refus.motif],
    });
    expect(computePertePsu([{ annee: 2026, minutesPerdues: 60, psu, bareme: undefined }]).centimes).toBeNull();
    expect(computePertePsu([{ annee: 2026, minutesPerdues: 60, psu: undefined, bareme }]).methode[0]).toContain(
      'Vous ne voyez pas',
    );
  });
});
