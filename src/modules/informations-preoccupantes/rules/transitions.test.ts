import { describe, expect, test } from 'vitest';
import { EtatInformation, isFinal } from '../information.ts';
import {
  type ActeInformation,
  findEtatSuivant,
  formatActe,
  LIBELLE_ACTE,
  LIBELLE_FAIT,
  listActes,
} from './transitions.ts';

/** Recopié du référentiel métier, §2.3, et non de la table : l'essai compare deux lectures. */
const REFERENTIEL = `
recue analyser en-premiere-analyse
en-premiere-analyse requalifier hors-ip
en-premiere-analyse qualifier qualifiee
en-premiere-analyse transferer transferee
qualifiee attribuer attribuee
qualifiee transferer transferee
attribuee debuter en-evaluation
attribuee attribuer attribuee
attribuee transferer transferee
en-evaluation remettre-rapport rapport-remis
en-evaluation suspendre suspendue
en-evaluation transferer transferee
en-evaluation attribuer en-evaluation
suspendue reprendre en-evaluation
suspendue clore-judiciaire close-judiciaire
rapport-remis soumettre-validation en-validation
en-validation demander-complement en-evaluation
en-validation valider en-validation
en-validation decider decidee
decidee clore-classement close-classement
decidee clore-administratif close-administratif
decidee clore-judiciaire close-judiciaire
`
  .trim()
  .split('\n');

const permis = new Map(
  REFERENTIEL.map((ligne) => {
    const [etat, acte, suivant] = ligne.split(' ');
    return [`${etat} ${acte}`, suivant];
  }),
);
const ACTES = Object.keys(LIBELLE_ACTE) as ActeInformation[];

describe.each(EtatInformation.options)('de l’état « %s »', (etat) => {
  test.each(ACTES)('l’acte « %s » mène où le référentiel le dit, ou nulle part', (acte) => {
    expect(findEtatSuivant(etat, acte)).toBe(permis.get(`${etat} ${acte}`));
  });

  test('la liste des actes est celle de la table, et un état final n’en a aucun', () => {
    expect(listActes(etat).toSorted()).toEqual(ACTES.filter((acte) => permis.has(`${etat} ${acte}`)).toSorted());
    expect(listActes(etat).length === 0).toBe(isFinal(etat));
  });
});

test('tout état autre que le premier s’atteint depuis la réception', () => {
  const atteints = new Set<EtatInformation>(['recue']);
  for (const etat of atteints)
    for (const acte of listActes(etat)) {
      const suivant = findEtatSuivant(etat, acte);
      if (suivant) atteints.add(suivant);
    }
  expect([...atteints].toSorted()).toEqual([...EtatInformation.options].toSorted());
});

test('chaque ligne de l’histoire se lit, un code disparu aussi', () => {
  expect(Object.keys({ ...LIBELLE_ACTE, ...LIBELLE_FAIT }).map(formatActe)).not.toContain('');
  expect(formatActe('ancien-code')).toBe('ancien-code');
});
