import { describe, expect, it } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { evaluateStatut } from '#shared/obligation.ts';
import type { FaitMarquant, Information } from '../suite.ts';
import { buildFait, dire, JOUR_DU_FAIT as JOUR } from '../testing/fait-factory.ts';
import { computeTermeDInformation } from './delais.ts';
import { buildDites, findInformation } from './information.ts';

const DEFAUTS = { parametres: {} };
const juger = (informes: Information[], plus: Partial<FaitMarquant> = {}) => {
  const fait = buildFait(informes, plus);
  const dites = buildDites(fait);
  const dite = findInformation(dites, fait.gravite);
  const terme = computeTermeDInformation(dites, fait.gravite as 4, DEFAUTS);
  return dite && evaluateStatut({ ...terme, ...dite }, JOUR);
};

describe('Un fait de gravité 4 se dit au téléphone et par écrit, dans les deux heures (EVT-04, hypothèse)', () => {
  it.each([
    ['09:59', 'faite'],
    ['10:00', 'faite'],
    ['10:01', 'faite-en-retard'],
    ['20:00', 'faite-en-retard'],
  ])('de 8 h, écrit à %s : %s', (heure, statut) => {
    expect(juger([dire('08:10', 'TELEPHONE'), dire(heure, 'ECRIT')])).toBe(statut);
  });
  it('la seconde des deux compte, dans un ordre ou l’autre ; l’une sans l’autre ne suffit pas', () => {
    expect(juger([dire('08:10', 'ECRIT'), dire('11:00', 'PRESENCE')])).toBe('faite-en-retard');
    expect(juger([dire('08:10', 'TELEPHONE')])).toBeNull();
    expect(juger([dire('08:10', 'ECRIT')])).toBeNull();
    expect(juger([])).toBeNull();
  });
  it('sans l’heure de l’un ou du fait, le jour seul juge', () => {
    expect(juger([dire('08:10', 'TELEPHONE'), dire(null, 'ECRIT')])).toBe('faite');
    expect(juger([dire('12:00', 'TELEPHONE'), dire('20:00', 'ECRIT')], { heure: null })).toBe('faite');
    const demain = { le: jourCivil('2026-11-21') };
    expect(juger([dire('08:10', 'TELEPHONE'), dire(null, 'ECRIT', demain)])).toBe('faite-en-retard');
  });
  it('un délai qui passe minuit se juge sur l’instant', () => {
    const demain = (heure: string) => [
      dire('23:10', 'TELEPHONE'),
      dire(heure, 'ECRIT', { le: jourCivil('2026-11-21') }),
    ];
    expect(juger(demain('00:30'), { heure: '22:30' })).toBe('faite');
    expect(juger(demain('00:31'), { heure: '22:30' })).toBe('faite-en-retard');
  });
  it('inscrite avant que le moyen se dise, une information vaut pour les deux ; les familles ne comptent pas', () => {
    expect(juger([dire(null, null)])).toBe('faite');
    expect(juger([dire('08:10', 'TELEPHONE', { destinataire: 'FAMILLES' }), dire('08:20', 'ECRIT')])).toBeNull();
  });
  it('à la gravité 2, la première information suffit, dans les quarante-huit heures', () => {
    const le = jourCivil('2026-11-22');
    expect(juger([dire('08:00', 'ECRIT', { le })], { gravite: 2 })).toBe('faite');
    expect(juger([dire('08:01', 'ECRIT', { le })], { gravite: 2 })).toBe('faite-en-retard');
  });
});
