import { describe, expect, it } from 'vitest';
import type { FormatBadge } from '../format-badge.ts';
import { buildLecteurDeLigne, listColonnesManquantes } from './ligne-badge.ts';

const VISITES: FormatBadge = {
  id: '',
  nom: 'essai',
  etablissementId: null,
  separateur: ';',
  encodage: 'UTF8',
  entete: true,
  nature: 'VISITE',
  colonneBadge: 'Badge',
  colonneCreche: null,
  colonneJour: 'Date',
  formatJour: 'JMA',
  colonneArrivee: 'Arrivée',
  colonneDepart: 'Départ',
  colonneHeure: null,
  colonneSens: null,
  motArrivee: null,
  motDepart: null,
  version: 1,
};
const PASSAGES: FormatBadge = {
  ...VISITES,
  entete: false,
  nature: 'PASSAGE',
  colonneBadge: '2',
  colonneJour: '1',
  formatJour: 'AMJ',
  colonneHeure: '1',
  colonneSens: '3',
  motArrivee: 'Entrée',
  motDepart: 'Sortie',
};
const visite = (...cellules: string[]) =>
  buildLecteurDeLigne(VISITES, ['BADGE', 'date', 'Arrivee', 'Départ'])(cellules);
const passage = (...cellules: string[]) => buildLecteurDeLigne(PASSAGES, ['', '', ''])(cellules);

describe('une ligne de badge selon son format', () => {
  it('les titres se reconnaissent sans casse ni accent ; ceux qui manquent se disent', () => {
    expect(visite('B1', '20/11/2026', '8h02', '17:10:59')).toEqual({
      badge: 'B1',
      creche: null,
      jour: '2026-11-20',
      a: 482,
      b: 1030,
      sens: 0,
    });
    expect(listColonnesManquantes(VISITES, ['Badge', 'Date', 'Entrée'])).toEqual(['Arrivée', 'Départ']);
    expect(listColonnesManquantes(PASSAGES, ['x'])).toEqual(['2', '3']);
  });

  it('le jour et l’heure peuvent tenir dans une colonne, et le sens dans une autre', () => {
    expect(passage('2026-11-20 08:02:11', 'B1', 'ENTREE')).toMatchObject({ jour: '2026-11-20', a: 482, sens: 1 });
    expect(passage('20261120T0802', 'B1', 'sortie')).toBe('L’heure ne se lit pas.');
    expect(passage('2026-11-20T08:02', 'B1', 'sortie')).toMatchObject({ a: 482, sens: 2 });
  });

  it('ce qui ne se lit pas dit pourquoi', () => {
    expect(visite('', '20/11/2026', '8h', '')).toBe('Le badge manque.');
    expect(visite('B1', '31/02/2026', '08:00', '')).toBe('Le jour ne se lit pas.');
    expect(visite('B1', '20/11/26', '25:00', '')).toBe('L’heure d’arrivée ne se lit pas.');
    expect(visite('B1', '20/11/26', '08:00', 'midi')).toBe('L’heure de départ ne se lit pas.');
    expect(visite('B1', '20/11/26', '', '')).toBe('Ni arrivée ni départ.');
    expect(passage('2026-11-20', 'B1', 'Entrée')).toBe('L’heure ne se lit pas.');
    expect(passage('2026-11-20 08:00', 'B1', 'autre')).toBe('Ni le mot d’une arrivée, ni celui d’un départ.');
    expect(passage('2026-11-20T08:00:00+02:00', 'B1', 'Entrée')).toBe('L’heure ne se lit pas.');
  });
});
