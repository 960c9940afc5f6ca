import { describe, expect, it } from 'vitest';
import { FAITS_INFORMATIONS } from '#modules/informations-preoccupantes/index.ts';
import { buildDossier, type FaitEcrit, getRegle, listDues, verifyRegles } from '#tests/support/dossier-essai.ts';
import { REGLES_QUALIFICATION } from '../index.ts';

const lire = (id: string, faits: readonly FaitEcrit[], jour: string) =>
  listDues(getRegle(REGLES_QUALIFICATION, id), buildDossier(faits, { jour }));

describe('L’information reçue s’analyse dans le délai du département (IP-005, pratique)', () => {
  const vendredi = { type: 'information-recue', date: '2026-11-20' };
  it.each([
    ['2026-11-24', 'a-venir'],
    ['2026-11-25', 'aujourd-hui'],
    ['2026-11-26', 'en-retard'],
  ])('reçue un vendredi, trois jours ouvrés : vue le %s, %s', (jour, statut) => {
    expect(lire('IP-005', [vendredi], jour)).toEqual([`2026-11-25 ${statut}`]);
  });
  it('le jour même en danger grave et immédiat', () => {
    expect(lire('IP-005', [{ ...vendredi, urgence: 'immediate' }], '2026-11-20')).toEqual(['2026-11-20 aujourd-hui']);
  });
  it('qualifiée, écartée ou transférée, elle est analysée', () => {
    for (const type of ['information-qualifiee', 'information-close'])
      expect(lire('IP-005', [vendredi, { type, date: '2026-11-23' }], '2026-12-01')).toEqual(['2026-11-25 faite']);
  });
  it.each([
    ['2022-12-31', 0],
    ['2023-01-01', 1],
  ])('l’usage se compte depuis le 1er janvier 2023 : reçue le %s, %i', (date, nombre) => {
    expect(lire('IP-005', [{ type: 'information-recue', date }], '2023-02-01')).toHaveLength(nombre);
  });
});

describe('Un élément nouveau fait revoir l’urgence le jour même (IP-037, pratique)', () => {
  const faits = [
    { type: 'information-recue', date: '2026-11-02' },
    { type: 'nouvel-element', date: '2026-11-10' },
    { type: 'nouvel-element', date: '2026-11-10' },
  ];
  it('une seule fois par jour ; la revue la satisfait, la clôture l’éteint', () => {
    expect(lire('IP-037', faits, '2026-11-10')).toEqual(['2026-11-10 aujourd-hui']);
    expect(lire('IP-037', [...faits, { type: 'urgence-revue', date: '2026-11-11' }], '2026-11-12')).toEqual([
      '2026-11-10 faite-en-retard',
    ]);
    expect(lire('IP-037', [...faits, { type: 'information-close', date: '2026-11-11' }], '2026-11-12')).toEqual([
      '2026-11-10 eteinte',
    ]);
  });
});

it('aucun fait, si contradictoire soit-il, ne casse ces règles', () => {
  verifyRegles(REGLES_QUALIFICATION, FAITS_INFORMATIONS);
});
