import { describe, expect, it } from 'vitest';
import type { PosteDuJour, Sortie } from '../prevision.ts';
import { aCreche, aPoste, aPosteAvecPause, heure, LUNDI, listAccueilsEssai } from '../testing/creche-essai.ts';
import { computeJournee } from './journee.ts';
import { computeBilan } from './manque.ts';
import { addSorties } from './postes.ts';
import { evaluateSortie } from './sortie.ts';

const rang = (minutes: number) => (minutes - heure(7, 30)) / 15;

/** `nombre` enfants sortent de 9 h 30 à 11 h avec ces professionnels ; les autres restent. */
function sortir(
  nombre: number,
  avec: readonly PosteDuJour[],
  { places = 40, heures = [heure(9, 30), heure(11)] } = {},
) {
  const accueils = listAccueilsEssai(0, 20);
  const [debut = 0, fin = 0] = heures;
  const sortie: Sortie = {
    id: 'sortie',
    lieu: 'Médiathèque',
    debut,
    fin,
    enfants: accueils.slice(0, nombre).map(({ enfantId }) => enfantId),
    accompagnants: avec.map(({ professionnelId }) => professionnelId),
  };
  const creche = aCreche({ places, sorties: [sortie] });
  const restent = [aPoste(heure(7, 30), heure(18, 30)), aPoste(heure(7, 30), heure(18, 30))];
  const postes = addSorties([...avec, ...restent], [sortie]);
  return {
    jugee: evaluateSortie(creche, LUNDI, { sortie, accueils, postes }),
    journee: computeJournee(creche, LUNDI, { accueils, postes }),
  };
}
const listEquipe = (nombre: number, surcharge: Partial<PosteDuJour> = {}) =>
  Array.from({ length: nombre }, () => aPoste(heure(8), heure(16), surcharge));

describe('une sortie (R2324-43-2 du CSP, CAP-12)', () => {
  it('V-ENC-11 : onze enfants demandent trois professionnels, à deux elle est refusée', () => {
    expect(sortir(11, listEquipe(3)).jugee).toMatchObject({
      requis: { total: 3 },
      manque: 0,
      verdict: { issue: 'accepte' },
    });
    expect(sortir(11, listEquipe(2)).jugee).toMatchObject({ manque: 1, verdict: { issue: 'refuse' } });
  });

  it('V-ENC-12 : quatre enfants en demandent deux', () => {
    expect(sortir(4, listEquipe(2)).jugee).toMatchObject({ requis: { total: 2 }, manque: 0 });
    expect(sortir(4, listEquipe(1)).jugee).toMatchObject({ manque: 1, verdict: { issue: 'refuse' } });
    expect(sortir(2, listEquipe(1), { places: 12 }).jugee.manque).toBe(1);
  });

  it('demande une catégorie 1 au-delà de vingt-quatre places (R2324-43-1, CAP-11)', () => {
    const deux = listEquipe(2, { categorie: 2 });
    expect(sortir(4, deux, { places: 25 }).jugee.manque).toBe(1);
    expect(sortir(4, deux, { places: 24 }).jugee.manque).toBe(0);
  });

  it('ne compte que qui est en poste du départ au retour, de catégorie 1 ou 2', () => {
    const [titulaire] = listEquipe(1);
    if (!titulaire) throw new Error('personne');
    const manque = (autre: PosteDuJour) => sortir(4, [titulaire, autre]).jugee.manque;
    expect(manque(aPoste(heure(8), heure(11)))).toBe(0);
    expect(manque(aPoste(heure(8), heure(10, 45)))).toBe(1);
    expect(manque(aPosteAvecPause(heure(8), heure(10), heure(16)))).toBe(1);
    expect(manque(aPoste(heure(8), heure(16), { categorie: null }))).toBe(1);
    expect(manque(aPoste(heure(8), heure(16), { etat: 'ABSENT', segments: [] }))).toBe(1);
  });

  it('ôte des deux termes sur place ses enfants et ses accompagnants, et d’eux seuls', () => {
    const { journee } = sortir(10, listEquipe(2));
    const lu = (t: number) => [journee.surPlace.m[rang(t)], journee.requis[rang(t)], journee.prevus[rang(t)]];
    expect(lu(heure(9, 15))).toEqual([20, 3, 4]);
    expect(lu(heure(9, 30))).toEqual([10, 2, 2]);
    expect(lu(heure(10, 45))).toEqual([10, 2, 2]);
    expect(lu(heure(11))).toEqual([20, 3, 4]);
    expect(journee.m[rang(heure(10))]).toBe(20);
    expect(journee.doutes.map(({ code }) => code)).not.toContain('SORTIE_PREVUE');
    expect(computeBilan(journee).minutesEnfant).toBe(20 * 9 * 60);
  });

  it('au milieu d’un quart d’heure, l’enfant y compte encore, l’accompagnant n’y compte plus', () => {
    const { journee } = sortir(10, listEquipe(2), { heures: [heure(9, 35), heure(10, 55)] });
    const lu = (t: number) => [journee.surPlace.m[rang(t)], journee.prevus[rang(t)]];
    expect(lu(heure(9, 30))).toEqual([20, 2]);
    expect(lu(heure(9, 45))).toEqual([10, 2]);
    expect(lu(heure(10, 45))).toEqual([20, 2]);
    expect(lu(heure(11))).toEqual([20, 4]);
  });

  it('n’emmène pas la continuité de direction : qui est sorti n’est plus dans les murs (CAP-14)', () => {
    const { journee } = sortir(10, listEquipe(2));
    expect([heure(9), heure(10)].map((t) => journee.continuite[rang(t)])).toEqual([4, 2]);
  });

  it('se retrouve parmi les enfants pointés : présents, mais pas sur place', () => {
    const accueils = listAccueilsEssai(0, 6);
    const sortie = { id: 's', lieu: 'Parc', debut: heure(9), fin: heure(11), accompagnants: [] };
    const creche = aCreche({ sorties: [{ ...sortie, enfants: accueils.slice(0, 4).map(({ enfantId }) => enfantId) }] });
    const enfants = accueils.map(({ enfantId, marcheDepuis }) => ({
      ...{ enfantId, marcheDepuis, sectionId: null, debut: heure(8), fin: null, douteux: false },
    }));
    const lire = (maintenant: number) =>
      computeJournee(creche, LUNDI, { accueils, postes: [], pointage: { enfants, maintenant } }).maintenant;
    expect(lire(heure(10))).toMatchObject({ m: 2, enSortie: 4 });
    expect(lire(heure(11))).toMatchObject({ m: 6, enSortie: 0 });
  });
});
