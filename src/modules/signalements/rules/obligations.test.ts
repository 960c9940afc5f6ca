import { describe, expect, it } from 'vitest';
import { FAITS_INFORMATIONS } from '#modules/informations-preoccupantes/index.ts';
import {
  buildDossier,
  type FaitEcrit,
  getRegle,
  listDues,
  listEnVigueur,
  verifyRegles,
} from '#tests/support/dossier-essai.ts';
import { REGLES_SIGNALEMENTS } from '../index.ts';

const RECUE = { type: 'information-recue', date: '2026-09-01' };
const fait = (type: string, date: string, plus = {}) => ({ type, date, ...plus });
const lire = (id: string, faits: readonly FaitEcrit[], jour = '2026-09-05') =>
  listDues(getRegle(REGLES_SIGNALEMENTS, id), buildDossier([RECUE, ...faits], { jour }));

describe('Le parquet est avisé sans délai (CASF L226-4 I)', () => {
  it('commencé, il se signe le jour même ; signé, il part le jour même', () => {
    expect(lire('IP-030', [fait('signalement-redige', '2026-09-04')])).toEqual(['2026-09-04 en-retard']);
    expect(lire('IP-030', [fait('signalement-signe', '2026-09-05')])).toEqual(['2026-09-05 aujourd-hui']);
    expect(lire('IP-030', [fait('signalement-redige', '2026-09-04'), fait('signalement-signe', '2026-09-04')])).toEqual(
      ['2026-09-04 en-retard', '2026-09-04 faite'],
    );
  });
  it('l’envoi le satisfait, l’abandon l’éteint', () => {
    const signe = fait('signalement-signe', '2026-09-04');
    expect(lire('IP-030', [signe, fait('signalement-envoye', '2026-09-05')])).toEqual(['2026-09-04 faite-en-retard']);
    expect(lire('IP-030', [signe, fait('signalement-abandonne', '2026-09-05')])).toEqual(['2026-09-04 eteinte']);
  });
});

describe('Le parquet dit les suites dans les meilleurs délais ; à défaut on le relance (CASF L226-4 I)', () => {
  const envoi = fait('signalement-envoye', '2026-09-01');
  it.each([
    ['2026-09-30', '2026-10-01 a-venir', 'parquet'],
    ['2026-10-01', '2026-10-01 aujourd-hui', 'crip'],
    ['2026-10-02', '2026-10-01 en-retard', 'crip'],
  ])('envoyé le 1er septembre, vu le %s : %s, on attend %s', (jour, due, acteur) => {
    expect(lire('IP-033', [envoi], jour)).toEqual([due]);
    const [obligation] = listEnVigueur(getRegle(REGLES_SIGNALEMENTS, 'IP-033'), buildDossier([RECUE, envoi], { jour }));
    expect(obligation?.acteur).toBe(acteur);
  });
  it('la dernière relance fait repartir le délai, la réponse le satisfait', () => {
    const relances = [fait('relance-parquet', '2026-10-01'), fait('relance-parquet', '2026-10-20')];
    expect(lire('IP-033', [envoi, ...relances], '2026-10-21')).toEqual(['2026-11-19 a-venir']);
    expect(lire('IP-033', [envoi, ...relances, fait('reponse-parquet', '2026-11-02')], '2026-12-01')).toEqual([
      '2026-11-19 faite',
    ]);
  });
  it('chaque signalement a le sien', () => {
    const nomme = (type: string, signalement: string, date: string) => fait(type, date, { signalement });
    const faits = [
      nomme('signalement-envoye', 'a', '2026-09-01'),
      nomme('signalement-envoye', 'b', '2026-09-10'),
      nomme('reponse-parquet', 'a', '2026-09-20'),
    ];
    expect(lire('IP-033', faits, '2026-09-25')).toEqual(['2026-10-01 faite', '2026-10-10 a-venir']);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_SIGNALEMENTS, FAITS_INFORMATIONS);
});
