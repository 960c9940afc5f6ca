import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { buildDelais } from './delais-view.ts';

const AUJOURDHUI = jourCivil('2026-11-21');
const compte = (champs: Record<string, string>, zone = 'metropole') =>
  buildDelais(new URLSearchParams(champs), zone, AUJOURDHUI);
const civil = { acte: '07/02/2024', valeur1: '10', unite1: 'jour', regime: 'procedure-civile' };

describe('l’écran qui compte un délai', () => {
  it('sans rien demander, montre la zone du département et aucun résultat', () => {
    expect(compte({}, 'la-reunion')).toEqual({ valeurs: { zone: 'la-reunion' }, erreurs: {}, delai: null });
  });

  it('dit l’échéance, le terme et le report, CPC 641 et 642', () => {
    const { delai } = compte(civil);
    expect(delai).toMatchObject({
      echeance: 'lundi 19 février 2024',
      theorique: 'samedi 17 février 2024',
      joursDeReport: 2,
      reportee: null,
      distance: 'passée depuis 1006 jours',
      textes: ['CPC, art. 641', 'CPC, art. 642'],
    });
    expect(delai?.etapes).toHaveLength(3);
  });

  it('pour la protection, ne reporte pas et dit le report pour information, TPS-05', () => {
    const { delai } = compte({ ...civil, acte: '17/11/2026', valeur1: '5', regime: 'protection' });
    expect(delai).toMatchObject({
      echeance: 'dimanche 22 novembre 2026',
      distance: 'dans 1 jour',
      joursDeReport: 0,
      reportee: 'lundi 23 novembre 2026',
    });
  });

  it('enchaîne les délais, les mois avant les jours ; une ligne sans durée ne compte pas, CPC 641 al. 3', () => {
    const { delai } = compte({
      ...civil,
      acte: '31/01/2024',
      valeur1: '15',
      valeur3: '1',
      unite3: 'mois',
      valeur2: ' ',
    });
    expect(delai?.echeance).toBe('vendredi 15 mars 2024');
  });

  it.each(['10:30', '10h30', '10 h 30', '10:30+01:00'])('compte des heures depuis « %s », TPS-01', (heure) => {
    const { delai } = compte({ ...civil, heure, valeur1: '72', unite1: 'heure', regime: 'protection' });
    expect(delai?.echeance).toBe('samedi 10 février 2024 à 10 h 30');
  });

  it('prend la zone du département, celle de l’adresse, ou le code d’un département, CPC 642', () => {
    const vendrediSaint = { ...civil, acte: '19/03/2024' };
    expect(compte(vendrediSaint).delai?.echeance).toBe('vendredi 29 mars 2024');
    expect(compte(vendrediSaint, 'alsace-moselle').delai?.echeance).toBe('mardi 2 avril 2024');
    const { delai, valeurs } = compte({ ...vendrediSaint, zone: '67' });
    expect([delai?.echeance, valeurs.zone]).toEqual(['mardi 2 avril 2024', 'alsace-moselle']);
  });

  it.each([
    ['acte', 'Écrivez la date comme 21/11/2026.', { acte: 'hier' }],
    ['acte', 'Indiquez une date.', { acte: '' }],
    ['heure', 'Écrivez l’heure comme 14:30.', { heure: 'midi' }],
    ['heure', 'Cette heure n’existe pas.', { heure: '25:00' }],
    ['heure', 'L’heure change ce jour-là', { acte: '31/03/2024', heure: '2:30' }],
    ['heure', "Un délai en heures court d'un instant", { unite1: 'heure' }],
    ['valeur1', 'Indiquez une durée.', { valeur1: '' }],
    ['valeur1', 'La durée est un nombre entier.', { valeur1: 'dix' }],
    ['valeur1', 'Ce délai dépasse deux siècles.', { valeur1: '99999' }],
    ['unite2', "L'unité est an, mois, jour ou heure.", { valeur2: '3', unite2: 'semaine' }],
    ['valeur3', 'La durée ne peut pas être négative.', { valeur3: '-3', unite3: 'jour' }],
    ['regime', 'Choisissez un régime.', { regime: '' }],
    ['zone', "n'est pas le code INSEE d'un département", { zone: '99' }],
  ])('met le message au champ %s : « %s »', (champ, message, change) => {
    const { erreurs, valeurs, delai } = compte({ ...civil, ...change });
    expect(Object.keys(erreurs)).toEqual([champ]);
    expect(erreurs[champ]).toContain(message);
    expect(delai).toBeNull();
    expect(valeurs).toMatchObject(change);
  });
});
