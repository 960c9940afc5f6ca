import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import type { ProfessionnelPrevu } from '../professionnel.ts';
import { canAssurerContinuite, listContinuite, listPlagesPrevues } from './continuite.ts';

const LUNDI = jourCivil('2026-11-23');
const TOUJOURS = { du: jourCivil('2020-01-01'), au: null };
const aPro = (id: string, debut: number, fin: number, plus: Partial<ProfessionnelPrevu> = {}): ProfessionnelPrevu => ({
  id,
  agentId: id,
  nom: id,
  prenom: 'Dominique',
  uniteId: 'u',
  etablissementId: 'c',
  sectionId: null,
  metier: 'AP',
  categorie: 1,
  quotite: 100,
  experienceDepuis: null,
  ...TOUJOURS,
  horaires: [{ ...TOUJOURS, semaine: [debut, fin, ...Array(12).fill(0)], pauseDebut: null, pauseFin: null }],
  vacations: [],
  absences: [],
  ...plus,
});
const direction = aPro('dir', 540, 1020, { metier: 'DIRECTION', categorie: null });
const matin = aPro('matin', 450, 900);
const soir = aPro('soir', 660, 1095, { metier: 'CAP_AEPE', categorie: 2, experienceDepuis: jourCivil('2024-09-01') });
const lire = (equipe: ProfessionnelPrevu[], suppleance: string[] = []) =>
  listContinuite({ etablissementId: 'c', jour: LUNDI, ouverture: { debut: 450, fin: 1110 }, equipe, suppleance }).map(
    ({ debut, fin, pro }) => `${debut}-${fin} ${pro?.id ?? 'personne'}`,
  );

describe('La continuité de la direction (CAP-14, CSP R2324-36)', () => {
  it('la direction quand elle est là, sinon une catégorie 1, sinon une catégorie 2 d’un an ; le reste se dit (DIR-03)', () => {
    expect(lire([soir, matin, direction])).toEqual([
      '450-540 matin',
      '540-1020 dir',
      '1020-1095 soir',
      '1095-1110 personne',
    ]);
  });
  it('la direction absente, l’ordre de suppléance passe avant la catégorie', () => {
    const absente = { ...direction, absences: [{ du: LUNDI, au: LUNDI }] };
    expect(lire([absente, matin, soir])).toEqual(['450-900 matin', '900-1095 soir', '1095-1110 personne']);
    expect(lire([absente, matin, soir], ['soir', 'matin'])).toEqual([
      '450-660 matin',
      '660-1095 soir',
      '1095-1110 personne',
    ]);
  });
  it('un an d’expérience : la veille non, le jour oui ; jamais sans catégorie', () => {
    const pro = { categorie: 2 as const, experienceDepuis: jourCivil('2025-11-24') };
    expect(canAssurerContinuite(pro, LUNDI)).toBe(false);
    expect(canAssurerContinuite({ ...pro, experienceDepuis: LUNDI }, jourCivil('2027-11-23'))).toBe(true);
    expect(canAssurerContinuite({ ...pro, experienceDepuis: LUNDI }, jourCivil('2027-11-22'))).toBe(false);
    expect(canAssurerContinuite({ categorie: null, experienceDepuis: jourCivil('2000-01-01') }, LUNDI)).toBe(false);
  });
  it('une vacation remplace l’horaire en entier, ailleurs comme ici', () => {
    const vacation = { id: 'v', jour: LUNDI, debut: 480, fin: 600, motif: '', nature: 'POSTE' as const };
    const ailleurs = { ...matin, vacations: [{ ...vacation, etablissementId: 'autre' }] };
    expect(listPlagesPrevues(ailleurs, 'c', LUNDI)).toEqual([]);
    expect(listPlagesPrevues(ailleurs, 'autre', LUNDI)).toMatchObject([{ debut: 480, fin: 600 }]);
    const absent = { ...matin, vacations: [{ ...vacation, etablissementId: 'c', nature: 'ABSENT' as const }] };
    expect(listPlagesPrevues(absent, 'c', LUNDI)).toEqual([]);
  });
  it('la direction en pause ou en réunion reste dans les murs ; en formation ou en sortie, quelqu’un la supplée', () => {
    const avec = (nature: 'PAUSE' | 'REUNION' | 'FORMATION' | 'SORTIE') => {
      const vacation = { id: 'v', etablissementId: 'c', jour: LUNDI, motif: '' };
      const vacations = [
        { ...vacation, debut: 450, fin: 725, nature: 'POSTE' as const },
        { ...vacation, debut: 725, fin: 770, nature },
        { ...vacation, debut: 770, fin: 1110, nature: 'POSTE' as const },
      ];
      return lire([{ ...direction, vacations }, aPro('seconde', 450, 1110)]);
    };
    expect(avec('PAUSE')).toEqual(['450-1110 dir']);
    expect(avec('REUNION')).toEqual(['450-1110 dir']);
    expect(avec('FORMATION')).toEqual(['450-720 dir', '720-780 seconde', '780-1110 dir']);
    expect(avec('SORTIE')).toEqual(avec('FORMATION'));
  });
  it('qui ne tient pas le quart d’heure en entier ne l’assure pas', () => {
    expect(lire([aPro('seul', 455, 1105)])).toEqual(['450-465 personne', '465-1095 seul', '1095-1110 personne']);
  });
});
