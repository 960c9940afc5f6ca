import {
  CATEGORIES_EAJE,
  type CategorieEaje,
  computeCategorie,
  type EtablissementOuvert,
} from '#modules/eaje/index.ts';
import { formatDecimales } from '#shared/nombre-format.ts';
import type { Ton } from '#web/ui/ton.ts';
import { INDICATEURS } from '../catalogue.ts';
import type { SommesDeCreche } from '../data/sommes.server.ts';
import type { Indicateur, Partie } from '../indicateur.ts';
import { computeMedianes, computeValeur, formatPairs, isMasque } from '../rules/indicateurs.ts';
import { SOMMES_NULLES, type Sommes } from '../sommes.ts';
import { computeValeurLue, formatMesure, formatValeur, MASQUE } from './tableau-view.ts';

export type Cellule = {
  valeur: string;
  nombre: number | null;
  /** Le même nombre, arrondi comme il se lit. */
  lu: number | null;
  pairs: string | null;
  ton: Ton | undefined;
  info: string | null;
};
type Entete = {
  id: string;
  nom: string;
  href: string;
  /** La catégorie, l'amplitude et le public : ce qui fait ses pairs. */
  pairs: string;
  territoire: string;
};
export type LigneDuTableau = Entete & { cellules: Record<string, Cellule> };

type Creche = EtablissementOuvert & { sommes: Sommes; categorie: CategorieEaje; amplitude: number };

function listComparables(
  creches: readonly EtablissementOuvert[],
  sommes: readonly SommesDeCreche[],
): readonly Creche[] {
  const parCreche = new Map(sommes.map((s) => [s.etablissementId, s]));
  return creches.map((creche) => {
    const siennes = parCreche.get(creche.id) ?? SOMMES_NULLES;
    const places = siennes.places || (creche.autorisations.at(-1)?.places ?? 0);
    return { ...creche, sommes: siennes, categorie: computeCategorie(places), amplitude: creche.ferme - creche.ouvre };
  });
}

function buildEntete(creche: Creche): Entete {
  const groupe = `${CATEGORIES_EAJE[creche.categorie]} · ${Math.round(creche.amplitude / 60)}\u00a0h`;
  return {
    id: creche.id,
    nom: creche.nom,
    href: `/creches/${creche.id}`,
    pairs: `${groupe}${creche.qpv ? ' · quartier prioritaire' : ''}`,
    territoire: creche.territoire ?? '',
  };
}

/** Crèche par crèche, face à la médiane de ses pairs. */
export function buildLignes(
  creches: readonly EtablissementOuvert[],
  sommes: readonly SommesDeCreche[],
  indicateurs: readonly Indicateur[] = INDICATEURS,
): LigneDuTableau[] {
  const toutes = listComparables(creches, sommes);
  const medianes = new Map(
    indicateurs.map((i) => [i.code, computeMedianes(toutes, ({ sommes: s }) => computeValeur(i, s))]),
  );
  return toutes.map((creche) => ({
    ...buildEntete(creche),
    cellules: Object.fromEntries(
      indicateurs.map((i) => [i.code, buildCellule(i, creche.sommes, medianes.get(i.code)?.get(formatPairs(creche)))]),
    ),
  }));
}

function buildCellule(indicateur: Indicateur, sommes: Sommes, mediane: number | undefined): Cellule {
  const nombre = computeValeur(indicateur, sommes);
  return {
    valeur: formatMesure(indicateur, sommes),
    nombre,
    lu: nombre === null ? null : computeValeurLue(indicateur, nombre, sommes),
    pairs: nombre === null || mediane === undefined ? null : `pairs ${formatValeur(indicateur, mediane)}`,
    ton: nombre === null ? undefined : indicateur.ton?.(nombre, sommes),
    info: nombre === null ? null : (indicateur.info?.(nombre) ?? null),
  };
}

export type LigneDIndicateur = Entete & {
  cellule: Cellule;
  numerateur: { texte: string; nombre: number | null };
  denominateur: { texte: string; nombre: number | null };
};

/** La liste derrière un indicateur : chaque crèche avec ce qu'elle y apporte, masqué comme sa valeur. */
export function buildLignesDIndicateur(
  creches: readonly EtablissementOuvert[],
  sommes: readonly SommesDeCreche[],
  indicateur: Indicateur,
): LigneDIndicateur[] {
  const parId = new Map(sommes.map((s) => [s.etablissementId, s]));
  return buildLignes(creches, sommes, [indicateur]).map(({ cellules, ...entete }) => {
    const siennes = parId.get(entete.id) ?? SOMMES_NULLES;
    return {
      ...entete,
      cellule: cellules[indicateur.code] as Cellule,
      numerateur: buildPartie(indicateur, indicateur.numerateur, siennes),
      denominateur: buildPartie(indicateur, indicateur.denominateur, siennes),
    };
  });
}

export function buildPartie(indicateur: Indicateur, { lit, parUnite = 1, decimales = 0 }: Partie, sommes: Sommes) {
  if (isMasque(indicateur, sommes)) return { texte: MASQUE, nombre: null };
  const nombre = lit(sommes) / parUnite;
  return { texte: formatDecimales(nombre, decimales), nombre };
}

/** Triées par une valeur, la plus haute d'abord ou l'inverse ; sans valeur, à la fin. */
export function listTriees<T>(lignes: readonly T[], nombre: (ligne: T) => number | null, sens: 'asc' | 'desc'): T[] {
  const signe = sens === 'asc' ? 1 : -1;
  return [...lignes].sort((a, b) => {
    const [x, y] = [nombre(a), nombre(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    return signe * (x - y);
  });
}
