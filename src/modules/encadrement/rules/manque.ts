/**
 * Ce qui manque à une journée, et combien de temps.
 *
 * Ce que dit le texte : l'effectif et la catégorie 1 se tiennent à tout instant (R2324-43 et R2324-43-1, CAP-08, CAP-11) ; sur la semaine,
 * l'occupation ne passe pas 100 % de la capacité, modulation comprise (R2324-27, 1°, CAP-06) ; à un instant, 115 % (CAP-05).
 * Comment il est lu ici : le manque d'un quart d'heure est le nombre de professionnels à ajouter ; une personne de catégorie 1 comble à la
 * fois le nombre et la catégorie. Sans enfant attendu, rien ne manque. Sans autorisation connue, le surnombre ne se juge pas. Les
 * enfants en sortie restent accueillis : ils comptent dans l'occupation et le surnombre. L'occupation est en minutes, de présence et de
 * place. L'arrondi de 115 % n'est écrit nulle part : au-dessus des deux lectures, c'est trop ; entre les deux, c'est à confirmer avec la PMI.
 * Non traité : les données que la PMI peut demander (CAP-07).
 */
import { computeBornesSurnombre } from '#modules/eaje/index.ts';
import { PAS } from '#shared/quart-d-heure.ts';
import { accepte, oppose, type Verdict } from '#shared/verdict.ts';
import type { Doute, Journee, Maintenant, Serie, Tenue } from '../prevision.ts';
import { type Bareme, getBareme } from './bareme.ts';
import { computeManquants } from './effectif-requis.ts';
import { listQuartsOu } from './quarts.ts';
import { CSP_R2324_27 } from './textes.ts';

/** Les professionnels à ajouter, un quart d'heure. */
export function computeManqueDuQuart({ requis, requisCat1, prevus, prevusCat1 }: Tenue, quart: number): number {
  return computeManquants(requis[quart] ?? 0, requisCat1[quart] ?? 0, prevus[quart] ?? 0, prevusCat1[quart] ?? 0);
}

export function computeManque(tenue: Tenue): Serie {
  const manque = new Int16Array(tenue.nombre);
  for (let quart = 0; quart < tenue.nombre; quart += 1) manque[quart] = computeManqueDuQuart(tenue, quart);
  return manque;
}

/** Sous le taux un quart d'heure au moins de ce qui est prévu, ou en ce moment avec les enfants présents. */
export function isSousTaux({ sousTaux, maintenant }: Pick<Bilan, 'sousTaux' | 'maintenant'>): boolean {
  return sousTaux.length > 0 || (maintenant?.manque ?? 0) > 0;
}

/** À secourir : sous le taux ce jour ou en ce moment, ou une sortie sans assez de professionnels (CAP-12). */
export function isEnManque({ sorties }: AvecSorties, bilan: Pick<Bilan, 'sousTaux' | 'maintenant'>): boolean {
  return isSousTaux(bilan) || countSortiesEnManque({ sorties }) > 0;
}

export function countSortiesEnManque({ sorties }: AvecSorties): number {
  return sorties.filter(({ manque }) => manque > 0).length;
}

type AvecSorties = Readonly<{ sorties: readonly Readonly<{ manque: number }>[] }>;

/** Les quarts d'heure sous le taux. */
export function listSousTaux(tenue: Tenue): number[] {
  return listQuartsOu(tenue.nombre, (quart) => computeManqueDuQuart(tenue, quart) > 0);
}

export type EtatQuart = 'vide' | 'sous' | 'exact' | 'marge';

export function computeEtatQuart(tenue: Tenue, quart: number): EtatQuart {
  if (computeManqueDuQuart(tenue, quart) > 0) return 'sous';
  const requis = tenue.requis[quart] ?? 0;
  if (requis === 0) return 'vide';
  return (tenue.prevus[quart] ?? 0) > requis ? 'marge' : 'exact';
}

export type Bilan = Readonly<{
  /** Quarts d'heure sous le taux, et les professionnels à ajouter pour le tenir, catégorie 1 comprise, en quarts. */
  sousTaux: readonly number[];
  aAjouter: number;
  /** IND-08, en quarts : ce qui manque au nombre seul ; la catégorie 1 absente n'y est pas. */
  deficit: number;
  /** Quarts d'heure au-dessus de la capacité, de ce que tout arrondi de 115 % permet, et entre les deux arrondis (IND-06). */
  auDessusCapacite: readonly number[];
  auDessusSurnombre: readonly number[];
  surnombreAConfirmer: readonly number[];
  /** Quarts d'heure d'ouverture sans personne apte à la continuité (DIR-03). */
  sansContinuite: readonly number[];
  pointe: number;
  minutesEnfant: number;
  minutesPlace: number;
  /** Ce que demandent les enfants pointés, à l'heure qu'il est. */
  maintenant: Maintenant | null;
  doutes: readonly Doute[];
}>;

export function computeBilan(journee: Journee): Bilan {
  const { nombre, nm, m, surPlace, capacite, continuite, jour, requis, prevus } = journee;
  const bareme = getBareme(jour);
  const enfants = (quart: number) => (nm[quart] ?? 0) + (m[quart] ?? 0);
  const places = (quart: number) => capacite[quart] ?? 0;
  const tous = listQuartsOu(nombre, () => true);
  const autorisee = !journee.doutes.some(({ code }) => code === 'SANS_AUTORISATION');
  const bornes = (quart: number) => computeBornesSurnombre(places(quart), bareme);
  return {
    sousTaux: listSousTaux(journee),
    aAjouter: computeManque(journee).reduce((somme, manque) => somme + manque, 0),
    deficit: tous.reduce((somme, quart) => somme + Math.max(0, (requis[quart] ?? 0) - (prevus[quart] ?? 0)), 0),
    auDessusCapacite: listQuartsOu(nombre, (quart) => autorisee && enfants(quart) > places(quart)),
    auDessusSurnombre: listQuartsOu(nombre, (quart) => autorisee && enfants(quart) > bornes(quart).auPlus),
    surnombreAConfirmer: listQuartsOu(nombre, (quart) => {
      const { sur, auPlus } = bornes(quart);
      return autorisee && sur < enfants(quart) && enfants(quart) <= auPlus;
    }),
    sansContinuite: listQuartsOu(
      nombre,
      (quart) => (surPlace.nm[quart] ?? 0) + (surPlace.m[quart] ?? 0) > 0 && (continuite[quart] ?? 0) === 0,
    ),
    pointe: Math.max(0, ...tous.map(enfants)),
    minutesEnfant: journee.minutesEnfant,
    minutesPlace: PAS * tous.reduce((somme, quart) => somme + places(quart), 0),
    maintenant: journee.maintenant,
    doutes: journee.doutes,
  };
}

/** Les minutes d'enfant d'une semaine contre les minutes de place. L'instant se juge dans `eaje` (CAP-05). */
export function evaluateOccupationHebdomadaire(presence: number, capacite: number, bareme: Bareme): Verdict {
  const etapes = [`${Math.round(presence / 60)} h d’enfant pour ${Math.round(capacite / 60)} h de place`];
  if (presence * 100 > capacite * bareme.surnombre.semaine)
    return oppose('L’occupation de la semaine dépasse la capacité.', [CSP_R2324_27], etapes);
  return accepte(etapes);
}
