/** Une crèche et un dossier d'essai, sans base : de quoi compter des places et des enfants. */
import { jourCivil } from '#shared/jour-civil.ts';
import type { DossierTravaux } from '../dossier-travaux.ts';
import type { Gel, Murs } from '../rules/gel.ts';
import type { Accueils } from '../rules/impact.ts';

/** Quarante places, du lundi au vendredi, de 8 h à 18 h, et ce qu'on y change. */
export function buildMurs(plus: Partial<Murs> = {}): Murs {
  const autorisation = { du: jourCivil('2020-01-01'), au: null, places: 40, modulations: [] };
  return { ouvre: 480, ferme: 1080, jours: [1, 2, 3, 4, 5], autorisations: [autorisation], fermetures: [], ...plus };
}

/** Du lundi 1er au vendredi 5 février 2027. */
export function buildGel({
  du = '2027-02-01',
  au = '2027-02-05',
  ...plus
}: { du?: string; au?: string } & Partial<Omit<Gel, 'du' | 'au'>> = {}): Gel {
  return { places: 40, debut: null, fin: null, ...plus, du: jourCivil(du), au: jourCivil(au) };
}

/** Tant d'enfants, tous les jours ouvrés, de telle à telle minute. */
export function buildAccueils(
  enfants: number,
  { debut = 540, fin = 1020 } = {},
  plus: Partial<Accueils> = {},
): Accueils {
  const semaine = [1, 2, 3, 4, 5].flatMap(() => [debut, fin]).concat([0, 0, 0, 0]);
  const contrats = Array.from({ length: enfants }, (_, rang) => ({
    enfantId: `e${rang}`,
    du: jourCivil('2026-01-01'),
    au: null,
    semaine,
  }));
  return { contrats, reservations: [], absences: [], ...plus };
}

/** Un besoin du 2 novembre 2026 : vingt places gelées du 1er au 12 février 2027. */
export function buildDossierTravaux(plus: Partial<DossierTravaux> = {}): DossierTravaux {
  return {
    id: 'd1',
    etablissementId: 'c1',
    uniteId: 'u1',
    creche: 'Crèche d’essai',
    territoireId: null,
    territoire: null,
    nature: 'INTERIEUR',
    objet: 'Sol des moyens',
    motif: 'Décollé',
    enjeux: ['CONFORT'],
    toucheAutorisation: false,
    demandeLe: jourCivil('2026-11-02'),
    debutPrevu: jourCivil('2027-02-01'),
    reouverturePrevue: jourCivil('2027-02-15'),
    placesGelees: 20,
    gelDebut: null,
    gelFin: null,
    etat: 'BESOIN',
    valideLe: null,
    programmeLe: null,
    commenceLe: null,
    recuLe: null,
    rouvertLe: null,
    abandonneLe: null,
    abandonMotif: null,
    impact: null,
    perte: null,
    points: [],
    informes: [],
    reloges: 0,
    version: 1,
    ...plus,
  };
}
