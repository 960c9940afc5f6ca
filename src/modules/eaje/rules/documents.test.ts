import { describe, expect, it } from 'vitest';
import { addJours, jourCivil } from '#shared/jour-civil.ts';
import { NATURES_DOCUMENT } from '../document.ts';
import { isATransmettre, listDocumentsDus } from './documents.ts';

const JOUR = jourCivil('2026-11-21');
const etatSi = (aRevoirLe: ReturnType<typeof addJours> | null) => {
  const tenu = {
    id: 'd',
    nature: 'REGLEMENT_FONCTIONNEMENT' as const,
    etabliLe: jourCivil('2022-01-01'),
    aRevoirLe,
    aTransmettre: true,
    transmisLe: null,
    version: 1,
  };
  return listDocumentsDus([tenu], JOUR).find(({ nature }) => nature === tenu.nature)?.etat;
};

describe('Les documents qu’une crèche doit tenir à jour (CAP-26, CSP R2324-30)', () => {
  it('sans rien d’inscrit, tous manquent ; seul le règlement repose sur un texte vérifié', () => {
    const dus = listDocumentsDus([], JOUR);
    expect(dus).toHaveLength(Object.keys(NATURES_DOCUMENT).length);
    expect(new Set(dus.map(({ etat }) => etat))).toEqual(new Set(['manque']));
    expect(dus.filter(({ texte }) => texte.confiance === 'verifie').map(({ nature }) => nature)).toEqual([
      'REGLEMENT_FONCTIONNEMENT',
    ]);
  });
  it('à jour jusqu’au jour où il est à revoir, en retard le lendemain ; sans date, à jour', () => {
    expect([addJours(JOUR, -1), JOUR, addJours(JOUR, 1), null].map(etatSi)).toEqual([
      'a-revoir',
      'a-jour',
      'a-jour',
      'a-jour',
    ]);
  });
  it.each([
    ['2025-04-02', true],
    ['2025-04-03', false],
  ])(
    'un projet d’établissement du %s rappelle le projet d’évaluation de la qualité : %s (décret 2025-304, PMI-08)',
    (etabliLe, rappelle) => {
      const tenu = { id: 'd', etabliLe: jourCivil(etabliLe), aRevoirLe: null, aTransmettre: false, transmisLe: null };
      const dus = listDocumentsDus(
        [
          { ...tenu, nature: 'PROJET_ETABLISSEMENT', version: 1 },
          { ...tenu, nature: 'PROTOCOLE_SOINS', version: 1 },
        ],
        JOUR,
      );
      expect(dus.filter(({ rappel }) => rappel !== null).map(({ nature }) => nature)).toEqual(
        rappelle ? ['PROJET_ETABLISSEMENT'] : [],
      );
      expect(dus.find(({ nature }) => nature === 'PROJET_ETABLISSEMENT')?.etat).toBe('a-jour');
    },
  );
  it('le règlement et ses protocoles se transmettent au président ; le projet d’établissement, non', () => {
    const natures = Object.keys(NATURES_DOCUMENT) as (keyof typeof NATURES_DOCUMENT)[];
    expect(natures.filter((nature) => !isATransmettre(nature))).toEqual(['PROJET_ETABLISSEMENT']);
  });
});
