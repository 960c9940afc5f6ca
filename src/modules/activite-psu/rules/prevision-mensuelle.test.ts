import { describe, expect, it } from 'vitest';
import { formatFraction } from '#shared/fraction.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import { aMois } from '../testing/psu-essai.ts';
import { computePrevisionMensuelle } from './prevision-mensuelle.ts';

const AUJOURDHUI = jourCivil('2026-04-15');
const MOIS = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'] as const;
/** Chaque mois ouvre 1 000 heures et en facture 700. */
const listMois = (sauf: readonly string[] = []) =>
  MOIS.filter((m) => !sauf.includes(m)).map((m) =>
    aMois(`2026-${m}-01`, { minutesOuvertes: 60_000, minutesFacturees: 42_000 }),
  );
const lit = (exercice: { previsionnel: number[] | null; factureesPrevues: number | null }, mois = listMois()) =>
  computePrevisionMensuelle({ annee: 2026, aujourdhui: AUJOURDHUI, mois, exercice });

describe('les heures facturées face au prévisionnel (AFS-04)', () => {
  const saisi = { previsionnel: Array.from({ length: 12 }, () => 40_000), factureesPrevues: null };

  it('compare les mois finis aux mois saisis, et cumule : 126 000 minutes contre 120 000 font 5 % d’écart', () => {
    const prevision = lit(saisi);
    expect(prevision?.origine).toBe('saisie');
    expect(prevision?.mois[2]).toMatchObject({
      facturees: 42_000,
      factureesCumulees: 126_000,
      prevuesCumulees: 120_000,
    });
    expect(formatFraction(prevision?.mois[2]?.ecart ?? 0, 2)).toBe('5,00');
    // Cinq pour cent tout juste ne se signalent pas.
    expect(prevision?.mois[2]?.ecartSignale).toBe(false);
    expect(lit({ ...saisi, previsionnel: saisi.previsionnel.map(() => 39_999) })?.mois[2]?.ecartSignale).toBe(true);
  });

  it('le mois qui court n’est pas un retard : il ne se compare pas, ni ceux qui viennent', () => {
    const avril = lit(saisi)?.mois[3];
    expect(avril).toMatchObject({
      facturees: null,
      factureesCumulees: null,
      prevues: 40_000,
      prevuesCumulees: 160_000,
    });
    expect(avril?.ecart).toBeNull();
    expect(lit(saisi)?.mois.at(-1)).toMatchObject({ facturees: null, prevuesCumulees: 480_000 });
  });

  it('le dernier jour du mois ne le finit pas, le lendemain si', () => {
    const dit = (jour: string) =>
      computePrevisionMensuelle({ annee: 2026, aujourdhui: jourCivil(jour), mois: listMois(), exercice: saisi })
        ?.mois[0];
    expect([dit('2026-01-31')?.facturees, dit('2026-02-01')?.facturees]).toEqual([null, 42_000]);
  });

  it('sans mois saisis, l’année prévue se répartit selon les heures ouvertes', () => {
    const inegaux = listMois().map((m) => (m.mois === '2026-08-01' ? { ...m, minutesOuvertes: 0 } : m));
    const prevision = lit({ previsionnel: null, factureesPrevues: 440_000 }, inegaux);
    expect(prevision?.origine).toBe('repartie');
    // Onze mois de mille heures : un onzième chacun, rien en août.
    expect(prevision?.mois.map(({ prevues }) => prevues)).toEqual(MOIS.map((m) => (m === '08' ? 0 : 40_000)));
  });

  it('un mois fini jamais compté arrête le cumul, sans l’inventer', () => {
    const prevision = lit(saisi, listMois(['02']));
    expect(prevision?.mois.slice(0, 3).map(({ factureesCumulees }) => factureesCumulees)).toEqual([42_000, null, null]);
  });

  it('sans prévisionnel, ou sans aucune heure ouverte pour le répartir, rien ne se dit', () => {
    expect(lit({ previsionnel: null, factureesPrevues: null })).toBeUndefined();
    expect(lit({ previsionnel: null, factureesPrevues: 440_000 }, [])).toBeUndefined();
    expect(
      computePrevisionMensuelle({ annee: 2026, aujourdhui: AUJOURDHUI, mois: listMois(), exercice: undefined }),
    ).toBeUndefined();
  });

  it('un prévisionnel nul ne se divise pas', () => {
    expect(lit({ previsionnel: MOIS.map(() => 0), factureesPrevues: null })?.mois[0]?.ecart).toBeNull();
  });
});
