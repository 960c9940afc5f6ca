import { expect, test } from 'vitest';
import { jourCivil } from '#shared/jour-civil.ts';
import { InformationDonneeSaisie } from '../information-donnee.ts';
import { evaluateInformationDonnee } from './information-donnee.ts';

const FAITS = { recueLe: jourCivil('2026-09-01'), categorieSource: 'professionnel' as const };
const JOUR = jourCivil('2026-11-21');
const SAISINE = { objet: 'saisine', aQui: 'titulaires', le: JOUR } as const;

test('les parents sont informés par écrit d’une saisine : un entretien est refusé, un courrier est admis (CASF L226-5, al. 3)', () => {
  expect(evaluateInformationDonnee({ ...SAISINE, forme: 'entretien' }, FAITS, JOUR)).toMatchObject({
    issue: 'refuse',
    textes: [{ article: 'L226-5, al. 3' }],
  });
  for (const forme of ['courrier', 'courriel', 'remise'] as const)
    expect(evaluateInformationDonnee({ ...SAISINE, forme }, FAITS, JOUR)).toMatchObject({
      issue: 'accepte',
      avertissements: [],
    });
});

test('la dispense d’informer les parents d’une saisine s’inscrit, et avertit que le texte n’en ouvre pas (CASF L226-5, al. 3)', () => {
  const verdict = evaluateInformationDonnee({ ...SAISINE, forme: 'dispense' }, FAITS, JOUR);
  expect(verdict).toMatchObject({ issue: 'accepte', avertissements: [{ textes: [{ article: 'L226-5, al. 3' }] }] });
});

test('les parents peuvent apprendre de vive voix la mise en place de l’évaluation (CASF D226-2-6 I)', () => {
  const donnee = { objet: 'ouverture', aQui: 'titulaires', le: JOUR, forme: 'entretien' } as const;
  expect(evaluateInformationDonnee(donnee, FAITS, JOUR)).toMatchObject({ issue: 'accepte', avertissements: [] });
});

test('on inscrit ce qui a été dit, ni avant la réception ni dans l’avenir', () => {
  const le = (jour: string) =>
    evaluateInformationDonnee({ objet: 'source', aQui: 'source', forme: 'courrier', le: jourCivil(jour) }, FAITS, JOUR);
  expect(le('2026-08-31')).toMatchObject({ issue: 'incomplet', manque: ['le'] });
  expect(le('2026-09-01').issue).toBe('accepte');
  expect(le('2026-11-21').issue).toBe('accepte');
  expect(le('2026-11-22')).toMatchObject({ issue: 'incomplet', manque: ['le'] });
});

test('rien n’est dû à une source anonyme : l’inscrire avertit (IP-026)', () => {
  const donnee = { objet: 'source', aQui: 'source', le: JOUR, forme: 'courrier' } as const;
  const verdict = evaluateInformationDonnee(donnee, { ...FAITS, categorieSource: 'anonyme' }, JOUR);
  expect(verdict).toMatchObject({ issue: 'accepte', avertissements: [{ motif: expect.stringContaining('anonyme') }] });
});

const SAISIE = {
  informationId: '019a0000-0000-7000-8000-000000000001',
  objet: 'ouverture',
  aQui: 'titulaires',
  le: '20/11/2026',
  forme: 'dispense',
};

test('ne rien dire demande d’écrire en quoi l’intérêt de l’enfant s’y oppose (CASF D226-2-6 I)', () => {
  expect(InformationDonneeSaisie.safeParse(SAISIE).error?.issues[0]?.path).toEqual(['dispenseMotif']);
  expect(InformationDonneeSaisie.safeParse({ ...SAISIE, dispenseMotif: 'Risque de représailles' }).success).toBe(true);
});

test('chaque objet se dit à qui il revient : les suites à la source, une saisine aux parents', () => {
  const lire = (objet: string, aQui: string) =>
    InformationDonneeSaisie.safeParse({ ...SAISIE, forme: 'courrier', objet, aQui }).error?.issues.map(
      ({ path }) => path[0],
    );
  expect(lire('source', 'titulaires')).toEqual(['aQui']);
  expect(lire('saisine', 'titulaires')).toEqual(['signalementId']);
  expect(lire('conclusions', 'mineur')).toBeUndefined();
});
