import type { Alea } from '../alea.ts';
import { computeJourSemaine, type Numero } from '../calendrier.ts';
import { formatPeriode } from '../lignes.ts';
import { formatNombres, type LignesCreches } from './lignes.ts';

/** Début, fin, début de pause : trente-neuf heures par semaine, et une pause de trois quarts d'heure chaque jour. */
export type Poste = { debut: number; fin: number; pause: number };

export const DUREE_PAUSE = 45;
const DUREE = 510;
const createPoste = (debut: number, pause: number): Poste => ({ debut, fin: debut + DUREE, pause });

/** Les postes qu'une équipe se partage : une arrivée par demi-heure, et trois moments de pause pour ne pas partir ensemble. */
export const POSTES: readonly Poste[] = [450, 480, 510, 540, 570, 600].flatMap((debut) =>
  [225, 255, 285].map((apres) => createPoste(debut, debut + apres)),
);
/** Ceux que l'on demande à une collègue pour un jour. */
export const POSTES_CHANGES = POSTES.filter((_, i) => i % 3 === 1);
/** Les postes qui ne tournent pas. */
export const POSTES_FIXES = {
  DIRECTION: createPoste(540, 750),
  ADJOINT: createPoste(570, 780),
  ENTRETIEN: createPoste(420, 675),
  VOLANT: createPoste(540, 765),
} as const;

/** Les heures auprès des enfants : avant la pause, après elle. */
export const listPlages = ({ debut, fin, pause }: Poste): [[number, number], [number, number]] => [
  [debut, pause],
  [pause + DUREE_PAUSE, fin],
];

/** La semaine d'un poste ; à temps partiel, un jour de moins. */
export const buildSemaine = ({ debut, fin }: Poste, libre: number | null): number[] =>
  [0, 1, 2, 3, 4, 5, 6].flatMap((jour) => (jour > 4 || jour === libre ? [0, 0] : [debut, fin]));

type EnPoste = { du: Numero; au: Numero | null; libre: number | null; absences: readonly { du: Numero; au: Numero }[] };

/** Attendu ce jour : en poste, pas à son jour libre, pas absent. */
export const isAttendu = (pro: EnPoste, le: Numero): boolean =>
  pro.du <= le &&
  (pro.au === null || pro.au >= le) &&
  pro.libre !== computeJourSemaine(le) - 1 &&
  pro.absences.every((a) => le < a.du || le > a.au);

/** L'horaire d'un professionnel, une fois son poste choisi. */
export function addHoraire(
  lignes: LignesCreches,
  { id, poste, libre, du, au }: { id: string; poste: Poste; du: Numero; au: Numero | null; libre: number | null },
  alea: Alea,
): void {
  lignes['eaje.horaire'].push({
    id: alea.identifiant(du),
    professionnelId: id,
    periode: formatPeriode(du, au),
    semaine: formatNombres(buildSemaine(poste, libre)),
    pauseDebut: poste.pause,
    pauseFin: poste.pause + DUREE_PAUSE,
  });
}
