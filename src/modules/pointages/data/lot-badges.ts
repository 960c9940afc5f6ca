/** Un fichier de badges tenu en mémoire en nombres : un million de lignes en une trentaine de mégaoctets, quel que soit leur ordre. */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { LigneBadge } from '../rules/ligne-badge.ts';

/** `enfant` et `creche` : leurs rangs dans le référentiel ; `debut` et `fin` : la place de la ligne dans le fichier. */
export type Place = { enfant: number; creche: number; numero: number; debut: number; fin: number };

export type Journee = { jour: JourCivil; lignes: Int32Array };

const LIGNES_PAR_BLOC = 1 << 16;
const GRANDS = 4;
const PETITS = 5;

export function createLotBadges() {
  const blocs: { grands: Int32Array; petits: Int16Array }[] = [];
  let taille = 0;
  const rangs = new Map<JourCivil, number>();
  const jours: JourCivil[] = [];
  const findRang = (jour: JourCivil): number => {
    const connu = rangs.get(jour);
    if (connu !== undefined) return connu;
    rangs.set(jour, jours.length);
    return jours.push(jour) - 1;
  };
  const getBloc = (ligne: number) => blocs[Math.floor(ligne / LIGNES_PAR_BLOC)];
  const readGrand = (ligne: number, champ: number) =>
    getBloc(ligne)?.grands[(ligne % LIGNES_PAR_BLOC) * GRANDS + champ] ?? 0;
  const readPetit = (ligne: number, champ: number) =>
    getBloc(ligne)?.petits[(ligne % LIGNES_PAR_BLOC) * PETITS + champ] ?? 0;
  const getRang = (ligne: number) => readPetit(ligne, 1);
  return {
    add({ jour, a, b, sens }: LigneBadge, { enfant, creche, numero, debut, fin }: Place): void {
      const place = taille % LIGNES_PAR_BLOC;
      if (place === 0)
        blocs.push({
          grands: new Int32Array(LIGNES_PAR_BLOC * GRANDS),
          petits: new Int16Array(LIGNES_PAR_BLOC * PETITS),
        });
      getBloc(taille)?.grands.set([enfant, numero, debut, fin], place * GRANDS);
      getBloc(taille)?.petits.set([creche, findRang(jour), a, b, sens], place * PETITS);
      taille += 1;
    },
    get: (ligne: number) => ({
      creche: readPetit(ligne, 0),
      a: readPetit(ligne, 2),
      b: readPetit(ligne, 3),
      sens: readPetit(ligne, 4),
    }),
    getPlace: (ligne: number) => ({
      numero: readGrand(ligne, 1),
      debut: readGrand(ligne, 2),
      fin: readGrand(ligne, 3),
    }),
    getEnfant: (ligne: number) => readGrand(ligne, 0),
    getJour: (ligne: number) => jours[getRang(ligne)] as JourCivil,
    listJournees: () => listJournees({ taille, jours, getRang }),
  };
}
export type LotBadges = ReturnType<typeof createLotBadges>;

/** Jour après jour, ses lignes dans l'ordre du fichier. */
function listJournees(lot: {
  taille: number;
  jours: readonly JourCivil[];
  getRang: (ligne: number) => number;
}): Journee[] {
  const tailles = lot.jours.map(() => 0);
  for (let ligne = 0; ligne < lot.taille; ligne += 1)
    tailles[lot.getRang(ligne)] = (tailles[lot.getRang(ligne)] ?? 0) + 1;
  const journees = lot.jours.map((jour, rang) => ({ jour, lignes: new Int32Array(tailles[rang] ?? 0), lues: 0 }));
  for (let ligne = 0; ligne < lot.taille; ligne += 1) {
    const journee = journees[lot.getRang(ligne)];
    if (journee) journee.lignes[journee.lues++] = ligne;
  }
  return journees.sort((a, b) => (a.jour < b.jour ? -1 : 1));
}
