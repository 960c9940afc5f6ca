/** Un fichier de badges tenu en mémoire en nombres : un million de lignes en une trentaine de mégaoctets, quel que soit leur ordre. */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { LigneBadge } from '../rules/ligne-badge.ts';

/** `enfant` et `creche` : leurs rangs dans le référentiel ; `debut` et `fin` : la place de la ligne dans le fichier. */
export type Place = { enfant: number; creche: number; numero: number; debut: number; fin: number };

const CHAMPS = 9;
const LIGNES_DU_DEBUT = 1 << 16;

export function createLotBadges() {
  let nombres = new Int32Array(LIGNES_DU_DEBUT * CHAMPS);
  let taille = 0;
  const rangs = new Map<JourCivil, number>();
  const jours: JourCivil[] = [];
  const findRang = (jour: JourCivil): number => {
    const connu = rangs.get(jour);
    if (connu !== undefined) return connu;
    rangs.set(jour, jours.length);
    return jours.push(jour) - 1;
  };
  const read = (ligne: number, champ: number) => nombres[ligne * CHAMPS + champ] ?? 0;
  return {
    get taille() {
      return taille;
    },
    add({ jour, a, b, sens }: LigneBadge, { enfant, creche, numero, debut, fin }: Place): void {
      if ((taille + 1) * CHAMPS > nombres.length) {
        const plusGrand = new Int32Array(nombres.length * 2);
        plusGrand.set(nombres);
        nombres = plusGrand;
      }
      nombres.set([enfant, creche, findRang(jour), a, b, sens, numero, debut, fin], taille * CHAMPS);
      taille += 1;
    },
    get: (ligne: number) => ({
      enfant: read(ligne, 0),
      creche: read(ligne, 1),
      a: read(ligne, 3),
      b: read(ligne, 4),
      sens: read(ligne, 5),
      numero: read(ligne, 6),
    }),
    getPlace: (ligne: number) => ({ numero: read(ligne, 6), debut: read(ligne, 7), fin: read(ligne, 8) }),
    getEnfant: (ligne: number) => read(ligne, 0),
    /** Jour après jour, les lignes de chacun, enfant après enfant. */
    listJournees: () =>
      listJournees({ taille, jours, getJour: (ligne) => read(ligne, 2), getEnfant: (ligne) => read(ligne, 0) }),
  };
}
export type LotBadges = ReturnType<typeof createLotBadges>;

type Ordre = {
  taille: number;
  jours: readonly JourCivil[];
  getJour: (ligne: number) => number;
  getEnfant: (ligne: number) => number;
};

function listJournees({ taille, jours, getJour, getEnfant }: Ordre): { jour: JourCivil; lignes: number[] }[] {
  const ordre = jours.map((_, rang) => rang).sort((a, b) => ((jours[a] ?? '') < (jours[b] ?? '') ? -1 : 1));
  const journees: number[][] = jours.map(() => []);
  for (let ligne = 0; ligne < taille; ligne += 1) journees[getJour(ligne)]?.push(ligne);
  return ordre.map((rang) => ({
    jour: jours[rang] as JourCivil,
    lignes: (journees[rang] ?? []).sort((a, b) => getEnfant(a) - getEnfant(b) || a - b),
  }));
}
