/** Un indicateur : sa valeur, son calcul, sa tendance mois par mois, et la liste des crèches qui le font. */

import type { JourLibre } from '#modules/journees-eaje/index.server.ts';
import type { JourCivil } from '#shared/jour-civil.ts';
import { formatMois } from '#shared/jour-civil-format.ts';
import { formatDecimales } from '#shared/nombre-format.ts';
import type { Indicateur } from '../indicateur.ts';
import { computeVentilation, isMasque } from '../rules/indicateurs.ts';
import { computeSommes, type Sommes } from '../sommes.ts';
import { buildLignesDIndicateur, buildPartie, type LigneDIndicateur, listTriees } from './creches-view.ts';
import type { TableauLu } from './tableau.server.ts';
import { buildChiffre, formatMesure, formatValeur, listDoutes, listSerie, type Reglage } from './tableau-view.ts';

export const TRIS_INDICATEUR = ['nom', 'valeur', 'numerateur', 'denominateur'] as const;
export type TriIndicateur = (typeof TRIS_INDICATEUR)[number];

export type LigneDeMois = {
  mois: JourCivil;
  nom: string;
  valeur: string;
  nombre: number | null;
  numerateur: string;
  denominateur: string;
};

export function buildIndicateur(indicateur: Indicateur, lu: TableauLu, reglage: Reglage) {
  const total = computeSommes(lu.sommes);
  const { code, titre, numerateur, denominateur, somme, source, definition, unite, decimales } = indicateur;
  return {
    code,
    titre,
    definition,
    unite,
    decimales,
    somme: somme === true,
    source: formatSource(source, reglage),
    chiffre: buildChiffre(indicateur, { total, ...lu }, reglage),
    parties: {
      numerateur: { titre: numerateur.titre, ...buildPartie(indicateur, numerateur, total) },
      denominateur: { titre: denominateur.titre, ...buildPartie(indicateur, denominateur, total) },
    },
    doutes: listDoutes(indicateur, total),
    mois: buildMois(indicateur, lu),
    ventilation: buildVentilation(indicateur, total),
  };
}
export type IndicateurVu = ReturnType<typeof buildIndicateur>;

/** Part par part : ce qui se compte, et ce qu'il en résulte. */
function buildVentilation(indicateur: Indicateur, total: Sommes) {
  const parts = computeVentilation(indicateur, total);
  if (!indicateur.ventilation || parts.length === 0) return null;
  const { unite, numerateur, ventilation } = indicateur;
  return {
    titre: ventilation.titre,
    numerateur: numerateur.titre,
    valeur: unite === '%' ? indicateur.titre : `${indicateur.titre}, ${unite}`,
    parts: parts.map(({ titre, nombre, valeur }) => ({
      titre,
      nombre: formatDecimales(nombre, 0),
      valeur: formatValeur({ ...indicateur, ton: undefined }, valeur),
    })),
  };
}

function buildMois(indicateur: Indicateur, { mois }: TableauLu): LigneDeMois[] {
  return listSerie(indicateur, mois).map(({ mois: premier, valeur, sommes }) => ({
    mois: premier,
    nom: formatMois(premier),
    valeur: formatMesure(indicateur, sommes),
    nombre: valeur,
    numerateur: buildPartie(indicateur, indicateur.numerateur, sommes).texte,
    denominateur: buildPartie(indicateur, indicateur.denominateur, sommes).texte,
  }));
}

/** Les crèches de l'indicateur, dans l'ordre demandé ; sans ordre demandé, celles qui alertent d'abord. */
export function listLignesDIndicateur(
  indicateur: Indicateur,
  { creches, sommes }: TableauLu,
  tri: TriIndicateur,
  sens: 'asc' | 'desc',
): LigneDIndicateur[] {
  const lignes = buildLignesDIndicateur(creches, sommes, indicateur);
  if (tri === 'nom') return sens === 'asc' ? lignes : lignes.reverse();
  return listTriees(lignes, (l) => (tri === 'valeur' ? l.cellule : l[tri]).nombre, sens);
}

/** Le sens où le pire vient d'abord : un taux qui n'alerte qu'en baissant se lit du plus petit au plus grand. */
export function computeSensDuPire({ ton }: Indicateur): 'asc' | 'desc' {
  return ton?.(Number.NEGATIVE_INFINITY) && !ton(Number.POSITIVE_INFINITY) ? 'asc' : 'desc';
}

function formatSource(source: string, { territoire }: Reglage): string {
  if (territoire === null) return source;
  const cle = source.startsWith('/organisation') ? 'unite' : 'territoire';
  return `${source}${source.includes('?') ? '&' : '?'}${cle}=${territoire}`;
}

/** Un axe gradué se lit avec la même précision que la valeur, jamais plus. */
export function formatGraduation(
  { unite, decimales }: Pick<IndicateurVu, 'unite' | 'decimales'>,
  valeur: number,
): string {
  const nombre = formatDecimales(valeur, Number.isInteger(valeur) ? 0 : decimales || 1);
  return unite === '%' ? `${nombre} %` : nombre;
}

const JOURS = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche'];

export type LigneDeDemiJournee = {
  cle: string;
  nom: string;
  jours: number;
  nonMarcheurs: string;
  marcheurs: string;
  /** De l'un ou de l'autre, en moyenne un jour ouvert. */
  parJour: string;
};

/** Du lundi matin au vendredi après-midi, les heures que l'on aurait pu offrir ; rien si l'indicateur est masqué. */
export function buildDemiJournees(
  indicateur: Indicateur,
  { sommes }: Pick<TableauLu, 'sommes'>,
  libres: readonly JourLibre[],
): LigneDeDemiJournee[] {
  if (isMasque(indicateur, computeSommes(sommes))) return [];
  return libres.flatMap(({ rang, jours, ...l }) => [
    buildDemiJournee(rang, 'matin', jours, [l.libresMatin, l.libresMatinMarcheurs]),
    buildDemiJournee(rang, 'après-midi', jours, [l.libresApresMidi, l.libresApresMidiMarcheurs]),
  ]);
}

function buildDemiJournee(
  rang: number,
  moment: string,
  jours: number,
  [nonMarcheurs, marcheurs]: readonly [number, number],
): LigneDeDemiJournee {
  const nom = `${JOURS[rang - 1]} ${moment}`;
  const heures = (quarts: number, decimales = 0) => formatDecimales(quarts / 4, decimales);
  const [un, autre] = [nonMarcheurs, marcheurs].map((quarts) => heures(quarts / jours, 1));
  return {
    cle: nom,
    nom,
    jours,
    nonMarcheurs: heures(nonMarcheurs),
    marcheurs: heures(marcheurs),
    parJour: un === autre ? `${un}` : `${un} ou ${autre}`,
  };
}
