import { describe, expect, it, test } from 'vitest';
import { EtatMesure } from '../etat-mesure.ts';
import {
  ACTES_MESURE,
  type ActeMesure,
  findEtatSuivant,
  isEtatActif,
  isEtatFinal,
  listActesMesure,
} from './transitions.ts';

/** Recopié du référentiel métier, §3.4, et non de la table : l'essai compare deux lectures. `a` : prestation, `j` : mesure judiciaire. */
const REFERENTIEL = `
a demandee proposer proposee
a demandee recueillir-accord accord-recueilli
a demandee decider decidee
a demandee refuser refusee
j demandee recevoir decidee
aj demandee annuler annulee
a proposee recueillir-accord accord-recueilli
a proposee decider decidee
a proposee refuser refusee
j proposee recevoir decidee
aj proposee annuler annulee
a accord-recueilli decider decidee
a accord-recueilli refuser refusee
j accord-recueilli recevoir decidee
aj accord-recueilli annuler annulee
aj decidee debuter en-cours
aj decidee attendre en-attente-execution
aj decidee modifier decidee
aj decidee annuler annulee
aj en-attente-execution debuter en-cours
aj en-attente-execution attendre en-attente-execution
aj en-attente-execution modifier en-attente-execution
aj en-attente-execution renouveler en-attente-execution
aj en-attente-execution annuler annulee
aj en-cours preparer-renouvellement en-renouvellement
aj en-cours renouveler renouvelee
aj en-cours suspendre suspendue
aj en-cours modifier en-cours
aj suspendue reprendre en-cours
aj suspendue renouveler suspendue
aj suspendue modifier suspendue
aj en-renouvellement renouveler renouvelee
aj en-renouvellement suspendre suspendue
aj en-renouvellement modifier en-renouvellement
aj renouvelee preparer-renouvellement en-renouvellement
aj renouvelee renouveler renouvelee
aj renouvelee suspendre suspendue
aj renouvelee modifier renouvelee
aj echue-sans-decision renouveler renouvelee
aj echue-sans-decision terminer terminee
j echue-sans-decision lever mainlevee
`;
const FINS = `
aj terminer terminee
j lever mainlevee
aj constater-echeance echue-sans-decision
aj transferer transferee
`;
const ACTIFS = ['decidee', 'en-attente-execution', 'en-cours', 'suspendue', 'en-renouvellement', 'renouvelee'] as const;

const permis = new Map<string, string>();
function record(origines = '', etat = '', acte = '', suivant = '') {
  if (origines.includes('a')) permis.set(`administrative ${etat} ${acte}`, suivant);
  if (origines.includes('j')) permis.set(`judiciaire ${etat} ${acte}`, suivant);
}
for (const ligne of REFERENTIEL.trim().split('\n')) record(...(ligne.split(' ') as [string, string, string, string]));
for (const etat of ACTIFS)
  for (const ligne of FINS.trim().split('\n')) {
    const [origines, acte, suivant] = ligne.split(' ');
    record(origines, etat, acte, suivant);
  }

const ACTES = Object.keys(ACTES_MESURE) as ActeMesure[];

describe.each(['administrative', 'judiciaire'] as const)('mesure %s', (origine) => {
  describe.each(EtatMesure.options)('de l’état « %s »', (etat) => {
    test.each(ACTES)('l’acte « %s » mène où le référentiel le dit, ou nulle part', (acte) => {
      expect(findEtatSuivant(etat, acte, origine)).toBe(permis.get(`${origine} ${etat} ${acte}`));
    });
    test('la liste des actes est celle de la table', () =>
      expect(listActesMesure(etat, origine).toSorted()).toEqual(
        ACTES.filter((acte) => permis.has(`${origine} ${etat} ${acte}`)).toSorted(),
      ));
  });
});

it('un état final n’a plus d’acte ; échue sans décision n’en est pas un', () => {
  expect(EtatMesure.options.filter(isEtatFinal)).toEqual(['terminee', 'mainlevee', 'transferee', 'refusee', 'annulee']);
});

it('l’enfant bénéficie d’une mesure, ou l’attend, de la décision à la fin', () =>
  expect(EtatMesure.options.filter(isEtatActif)).toEqual([...ACTIFS]));

it('tout état s’atteint depuis la demande', () => {
  for (const origine of ['administrative', 'judiciaire'] as const) {
    const atteints = new Set<EtatMesure>(['demandee']);
    for (const etat of atteints)
      for (const acte of listActesMesure(etat, origine)) {
        const suivant = findEtatSuivant(etat, acte, origine);
        if (suivant) atteints.add(suivant);
      }
    const hors = origine === 'judiciaire' ? ['proposee', 'accord-recueilli', 'refusee'] : ['mainlevee'];
    expect(EtatMesure.options.filter((etat) => !atteints.has(etat))).toEqual(hors);
  }
});
