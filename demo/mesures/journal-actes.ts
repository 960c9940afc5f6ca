import type { Alea } from '../alea.ts';
import { computeJourOuvre, formatNumero, type Numero, parseNumero } from '../calendrier.ts';
import { JOUR_DEMO } from '../jour.ts';
import type { Bureau, Dossier } from './dossiers.ts';
import type { MesurePosee } from './mesure-posee.ts';

const AUJOURDHUI = parseNumero(JOUR_DEMO);

type Plus = {
  mesure?: MesurePosee;
  donnees?: Readonly<Record<string, string | boolean>>;
  /** L'heure compte ; à défaut, une heure de bureau. */
  instant?: string | true;
  /** Peut être prévu, comme une audience. */
  aVenir?: true;
};

/** Ce qu'on a fait pour un enfant : on y inscrit des actes, et on y retrouve ce qui appelle une mise à jour du projet. */
export type Journal = {
  dossier: Dossier;
  posees: readonly MesurePosee[];
  /** Le dernier jour où l'on agit : la clôture du dossier, ou ce jour. */
  fin: Numero;
  poser: (type: string, le: Numero, plus?: Plus) => void;
  listJours: (...types: string[]) => Numero[];
  flux: (...cle: (string | number)[]) => Alea;
};

export function createJournal({ lignes }: Bureau, dossier: Dossier, posees: readonly MesurePosee[]): Journal {
  const racine = dossier.alea.flux('actes');
  const jours = new Map<string, Numero[]>();
  const connus = new Set<string>();
  const fin = Math.min(dossier.enfant.clos ?? AUJOURDHUI, AUJOURDHUI);
  const poser = (type: string, le: Numero, { mesure, donnees = {}, instant, aVenir }: Plus = {}) => {
    if ((le > fin && !aVenir) || le < dossier.enfant.naissance) return;
    // Le même acte ne s'inscrit qu'une fois par jour.
    const cle = `${type}/${le}/${mesure?.id ?? ''}/${donnees.objet ?? donnees.jalon ?? ''}`;
    if (connus.has(cle)) return;
    connus.add(cle);
    const alea = racine.flux(cle);
    jours.set(type, [...(jours.get(type) ?? []), le]);
    lignes.actes.push({
      id: alea.identifiant(Math.min(le, AUJOURDHUI)),
      enfantId: dossier.enfant.id,
      mesureId: mesure?.id ?? null,
      type,
      le: formatNumero(le),
      instant: instant === true ? alea.instant(le) : (instant ?? null),
      donnees: JSON.stringify(donnees),
      parId: dossier.findReferent(Math.min(le, AUJOURDHUI)),
      inscritLe: alea.instant(Math.min(le, AUJOURDHUI)),
    });
  };
  return {
    dossier,
    posees,
    fin,
    poser,
    listJours: (...types) => types.flatMap((type) => jours.get(type) ?? []),
    flux: (...cle) => racine.flux(...cle),
  };
}

/** Un jour de travail dans ces jours-là. */
export const drawOuvre = (alea: Alea, du: Numero, au: Numero): Numero =>
  computeJourOuvre(alea.entier(du, Math.max(du, au)));

/** Quand un acte a lieu : à temps, en retard, ou jamais (nul). Ce qui est fini ne laisse pas d'acte en souffrance. */
export function drawActe(
  alea: Alea,
  { tot, terme, tard }: { tot: Numero; terme: Numero; tard: Numero },
  { retard, jamais, fini }: { retard: number; jamais: number; fini: boolean },
): Numero | null {
  if (!fini && alea.chance(jamais)) return null;
  return alea.chance(retard) ? drawOuvre(alea, terme + 1, tard) : alea.entier(Math.min(tot, terme), terme);
}
