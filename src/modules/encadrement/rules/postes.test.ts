import { describe, expect, it } from 'vitest';
import type { MetierEaje } from '#modules/eaje/index.ts';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import { aProfessionnel, heure, LUNDI } from '../testing/creche-essai.ts';
import { computeBords, listPostes } from './postes.ts';

const vacation = (
  etablissementId: string,
  debut: number,
  fin: number,
  nature: 'POSTE' | 'ABSENT' | 'REUNION' = 'POSTE',
) => ({
  etablissementId,
  debut,
  fin,
  nature,
  jour: LUNDI,
  id: `vacation-${etablissementId}-${debut}`,
  motif: '',
});

describe('où est un professionnel, un jour', () => {
  it('suit son horaire, coupé par sa pause', () => {
    const [poste] = listPostes(LUNDI, [aProfessionnel()]);
    expect(poste).toMatchObject({ etat: 'PREVU', etablissementId: 'creche' });
    expect(poste?.segments.map(({ nature }) => nature)).toEqual(['POSTE', 'PAUSE', 'POSTE']);
  });

  it.each([
    ['au milieu', heure(12), heure(12, 45), ['8:00-12:00 POSTE', '12:00-12:45 PAUSE', '12:45-16:00 POSTE']],
    ['en fin de poste', heure(15, 15), heure(16), ['8:00-15:15 POSTE', '15:15-16:00 PAUSE']],
    ['qui déborde la fin', heure(15, 30), heure(17), ['8:00-15:30 POSTE', '15:30-16:00 PAUSE']],
    ['à la prise de poste', heure(8), heure(8, 20), ['8:00-8:20 PAUSE', '8:20-16:00 POSTE']],
    ['hors du poste', heure(17), heure(17, 45), ['8:00-16:00 POSTE']],
  ])('une pause %s ne compte pas auprès des enfants', (_ou, pauseDebut, pauseFin, attendus) => {
    const { horaires } = aProfessionnel();
    const [poste] = listPostes(LUNDI, [
      aProfessionnel({ horaires: horaires.map((horaire) => ({ ...horaire, pauseDebut, pauseFin })) }),
    ]);
    const ecrit = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
    expect(poste?.segments.map(({ debut, fin, nature }) => `${ecrit(debut)}-${ecrit(fin)} ${nature}`)).toEqual(
      attendus,
    );
  });

  it('se repose le jour sans heures, et n’est plus là passé son affectation', () => {
    expect(listPostes(addJours(LUNDI, 5), [aProfessionnel()])[0]?.etat).toBe('REPOS');
    expect(listPostes(LUNDI, [aProfessionnel({ au: addJours(LUNDI, -1) })])).toEqual([]);
    expect(listPostes(LUNDI, [aProfessionnel({ horaires: [] })])[0]?.etat).toBe('SANS_HORAIRE');
  });

  it('absent à l’organisation, n’est nulle part, même avec une vacation', () => {
    const absences = [{ du: LUNDI, au: LUNDI }];
    const postes = listPostes(LUNDI, [
      aProfessionnel({ absences, vacations: [vacation('creche', heure(8), heure(12))] }),
    ]);
    expect(postes).toMatchObject([{ etat: 'ABSENT', segments: [] }]);
  });

  it('a des vacations qui remplacent l’horaire en entier', () => {
    const vacations = [vacation('creche', heure(9), heure(12)), vacation('creche', heure(13), heure(14), 'REUNION')];
    expect(listPostes(LUNDI, [aProfessionnel({ vacations })])).toMatchObject([
      { etat: 'PREVU', segments: [{ debut: heure(9) }, { debut: heure(13), nature: 'REUNION' }] },
    ]);
    expect(listPostes(LUNDI, [aProfessionnel({ vacations: [vacation('creche', 0, 1440, 'ABSENT')] })])).toMatchObject([
      { etat: 'ABSENT', segments: [] },
    ]);
  });

  it('prêté une journée, est ailleurs pour sa crèche', () => {
    const postes = listPostes(LUNDI, [aProfessionnel({ vacations: [vacation('voisine', heure(8), heure(16))] })]);
    expect(postes.map(({ etablissementId, etat }) => [etablissementId, etat])).toEqual([
      ['voisine', 'PREVU'],
      ['creche', 'AILLEURS'],
    ]);
  });

  it('prévu au même moment dans deux crèches, ne compte dans aucune', () => {
    const vacations = [
      vacation('creche', heure(8), heure(12)),
      vacation('voisine', heure(11), heure(14)),
      vacation('voisine', heure(15), heure(16)),
    ];
    expect(listPostes(LUNDI, [aProfessionnel({ vacations })])).toMatchObject([
      { etablissementId: 'creche', segments: [], deuxLieux: true },
      { etablissementId: 'voisine', segments: [{ debut: heure(15) }], deuxLieux: true },
    ]);
  });

  it('volant, n’est dans aucune crèche tant que rien ne l’y envoie', () => {
    const volant = aProfessionnel({ etablissementId: null });
    expect(listPostes(LUNDI, [volant])).toMatchObject([{ etablissementId: null, etat: 'PREVU' }]);
    expect(listPostes(LUNDI, [{ ...volant, vacations: [vacation('creche', heure(8), heure(12))] }])).toMatchObject([
      { etablissementId: 'creche' },
    ]);
  });

  it('peut assurer la continuité de direction s’il dirige, est de catégorie 1, ou de catégorie 2 depuis un an (R2324-36)', () => {
    const apte = (categorie: 1 | 2 | null, metier: MetierEaje, depuis: string | null) =>
      listPostes(LUNDI, [
        aProfessionnel({ categorie, metier, experienceDepuis: depuis === null ? null : jourCivil(depuis) }),
      ])[0]?.continuite;
    expect(apte(null, 'DIRECTION', null)).toBe(true);
    expect(apte(1, 'EJE', null)).toBe(true);
    expect(apte(2, 'CAP_AEPE', '2025-11-23')).toBe(true);
    expect(apte(2, 'CAP_AEPE', '2025-11-24')).toBe(false);
    expect(apte(null, 'AGENT_POLYVALENT', '2015-01-01')).toBe(false);
  });

  it('a une veille et un lendemain', () => {
    expect(computeBords(aProfessionnel(), LUNDI)).toEqual({ finVeille: null, debutLendemain: heure(8) });
    expect(computeBords(aProfessionnel(), addJours(LUNDI, 1))).toEqual({
      finVeille: heure(16),
      debutLendemain: heure(8),
    });
  });
});
