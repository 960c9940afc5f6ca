import { describe, expect, test } from 'vitest';
import { fraction } from '#shared/fraction.ts';
import { jourCivil } from '#shared/jour-civil.ts';
import type { Creche } from '../data/activite.server.ts';
import { computeBilan } from '../rules/bilan.ts';
import { aBareme, aMois, anExercice } from '../testing/psu-essai.ts';
import { findTonTaux, formatTauxFacturation } from './activite-view.ts';
import { buildAfas, buildFaitsAfas, buildLigneDeclaration } from './declarations-view.ts';

const creche: Creche = {
  id: 'creche',
  uniteId: 'unite',
  nom: 'Les Lilas',
  code: 'N-1',
  territoireId: null,
  territoire: null,
  fournitTout: true,
  idEqu: '1;2',
  dossierAfc: null,
  places: 60,
  existence: { du: null, au: null },
};
const aujourdhui = jourCivil('2027-01-05');

function buildDeclaree(exercice = anExercice()) {
  const mois = [aMois('2026-01-01', { minutesOuvertes: 600, minutesFacturees: 330, minutesRealisees: 300 })];
  const commun = { annee: 2026, aujourdhui, precedents: [], bareme: aBareme(), findPartAdmise: () => 2 };
  const faits = { ...commun, mois, exercice, ...creche };
  const suivie = { creche, mois, precedents: [], exercice, bilan: computeBilan(faits) };
  return { suivie, faits: buildFaitsAfas(suivie, { enfants: 95, handicap: 2 }, 2026, aujourdhui) };
}

const readColonnes = (csv: string) => {
  const [titres, valeurs] = csv.split('\r\n').map((ligne) => ligne.split(';'));
  return Object.fromEntries((titres ?? []).map((titre, rang) => [titre, valeurs?.[rang]]));
};

describe('Les déclarations à la Caf', () => {
  test('ce qui n’est pas saisi laisse sa colonne vide ; un zéro saisi s’écrit (AFS-03)', () => {
    const vide = {
      ...anExercice(),
      journeesPedagogiques: null,
      minutesHorsPresence: null,
      minutesExceptionnelles: null,
    };
    expect(readColonnes(buildAfas([buildDeclaree(vide)], 'reel', 2026))).toMatchObject({
      IDEQU: '1 2',
      HEURES_FACTUREES: '5.50',
      ENFANTS: '95',
      DONT_HANDICAP: '2',
      JOURNEES_PEDAGOGIQUES: '',
      HEURES_HORS_PRESENCE: '',
      HEURES_EXCEPTIONNELLES: '',
    });
    expect(readColonnes(buildAfas([buildDeclaree()], 'reel', 2026))).toMatchObject({
      JOURNEES_PEDAGOGIQUES: '0',
      HEURES_HORS_PRESENCE: '0.00',
    });
    expect(readColonnes(buildAfas([buildDeclaree()], 'previsionnel', 2026))).toMatchObject({
      ENFANTS: '',
      DONT_OCCASIONNEL: '',
      PARTICIPATIONS: '',
    });
  });

  test('qui n’accueille pas la crèche n’en lit pas les familles : réservé, et non zéro', () => {
    const manques = { etablissementId: 'creche', enfants: 80, exclus: 3, sansMatricule: 2, sansAdresse: 1 };
    const ligne = (lis: boolean, lus: typeof manques | undefined) =>
      buildLigneDeclaration(buildDeclaree(), lus, lis, 'reel', 2026);
    expect(ligne(true, manques)).toMatchObject({ enfants: 80, exclus: 3, sansMatricule: 2, sansAdresse: 1 });
    expect(ligne(true, undefined)).toMatchObject({ enfants: 0, exclus: 0 });
    expect(ligne(false, undefined)).toMatchObject({
      enfants: 'réservé',
      exclus: 'réservé',
      sansMatricule: 'réservé',
      sansAdresse: 'réservé',
    });
  });
});

describe('Un taux de facturation s’écrit du côté de son verdict, comme au tableau des crèches (IND-03)', () => {
  test.each([
    [10_704, '107,1'],
    [10_696, '107,0'],
    [10_700, '107,0'],
    [9_998, '99,9'],
    [12_004, '120,1'],
    [12_240, '122,4'],
  ])('%i centièmes se lisent %s', (centiemes, ecrit) => {
    expect(formatTauxFacturation(fraction(centiemes, 100), aBareme())).toBe(ecrit);
  });

  test('sans heure réalisée, rien', () => {
    expect(formatTauxFacturation(null, aBareme())).toBe('–');
  });
});

describe('Le ton d’un taux de facturation suit les seuils du barème de l’année (IND-03, GEN-01)', () => {
  test.each([
    [2026, 107, 'fait'],
    [2026, 108, 'bientot'],
    [2026, 118, 'bientot'],
    [2026, 121, 'retard'],
    [2024, 117, 'bientot'],
    [2024, 118, 'retard'],
    [2026, 99, 'retard'],
  ])('en %i, à %i %% : %s', (annee, taux, ton) => {
    const bareme = { ...aBareme(annee), seuilHaut: annee <= 2024 ? 117 : 120 };
    expect(findTonTaux(fraction(taux), bareme)).toBe(ton);
  });

  test('sans barème, aucun seuil n’est inventé ; sous 100, une saisie est fausse quand même', () => {
    expect(findTonTaux(fraction(130), undefined)).toBeUndefined();
    expect(findTonTaux(fraction(99), undefined)).toBe('retard');
  });
});
