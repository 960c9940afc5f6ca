import { describe, expect, it } from 'vitest';
import type { Information } from '../suite.ts';
import { buildFait, dire, JOUR_DU_FAIT } from '../testing/fait-factory.ts';
import { buildRappels } from './fait-view.ts';

const DEFAUTS = { parametres: {} };

describe('La fiche le rappelle, sans rien empêcher', () => {
  const titres = (informes: Information[], plus = {}) =>
    buildRappels(buildFait(informes, plus), DEFAUTS).map(({ titre }) => titre);
  it('personne, une façon sur deux, en retard, à temps', () => {
    expect(titres([])).toEqual(['Personne hors de la crèche ne le sait']);
    expect(titres([dire('08:10', 'TELEPHONE')])).toEqual(['Ce fait reste à dire par écrit']);
    expect(titres([dire('08:10', 'ECRIT')])).toEqual(['Ce fait reste à dire au téléphone ou de vive voix']);
    const tard = [dire('08:10', 'TELEPHONE'), dire('20:00', 'ECRIT')];
    expect(titres(tard)).toEqual(['Ce fait a été dit en retard']);
    expect(buildRappels(buildFait(tard), DEFAUTS)[0]?.texte).toContain('à 10 h 00');
    expect(titres([dire('08:10', 'TELEPHONE'), dire('09:00', 'ECRIT')])).toEqual([]);
    expect(titres([], { closLe: JOUR_DU_FAIT })).toEqual([]);
  });
});
