import { computeArrondi, formatDecimales } from '#shared/nombre-format.ts';
import type { ChiffreProps } from '#web/gabarits/tableau-de-bord.tsx';
import { INDICATEURS } from '../catalogue.ts';
import type { SommesDeCreche, SommesDuMois } from '../data/sommes.server.ts';
import { DOUTES, type Indicateur, THEMES, type Theme } from '../indicateur.ts';
import { computeValeur, isMasque } from '../rules/indicateurs.ts';
import type { Sommes } from '../sommes.ts';
import { computeSommes } from '../sommes.ts';
import type { TableauFiltre } from '../tableau-filtre.ts';

export type Reglage = Pick<TableauFiltre, 'periode' | 'territoire'>;
export type ChiffreEcrit = ChiffreProps & { definition: string };

/** Masqué, il se dit : « — » voudrait dire qu'on n'en sait rien. */
export const MASQUE = 'moins de 5';

/** La valeur telle qu'elle se lit, à l'écran comme au classeur. */
export const computeValeurLue = ({ decimales, ton }: Indicateur, valeur: number, sommes?: Sommes): number =>
  computeArrondi(valeur, decimales, (nombre) => ton?.(nombre, sommes));

export function formatValeur(indicateur: Indicateur, valeur: number | null, sommes?: Sommes): string {
  const { unite, decimales, vide = '—' } = indicateur;
  if (valeur === null) return vide;
  const ecrite = formatDecimales(computeValeurLue(indicateur, valeur, sommes), decimales);
  return unite === '%' ? `${ecrite} %` : ecrite;
}

/** La valeur d'une crèche ou d'un territoire, ou pourquoi il n'y en a pas. */
export function formatMesure(indicateur: Indicateur, sommes: Sommes): string {
  return isMasque(indicateur, sommes) ? MASQUE : formatValeur(indicateur, computeValeur(indicateur, sommes), sommes);
}

/** En tête d'une colonne : son nom court et son unité, que les valeurs en pour cent portent déjà. */
export const formatEntete = ({ court, titre, unite }: Indicateur): string =>
  unite === '%' ? (court ?? titre) : `${court ?? titre}, ${unite}`;

/** La période et le territoire, dans l'adresse des autres pages du tableau. */
export function formatReglage({ periode, territoire }: Reglage): string {
  const cles = new URLSearchParams({
    ...(periode === 'annee' ? {} : { periode }),
    ...(territoire ? { territoire } : {}),
  });
  const texte = cles.toString();
  return texte === '' ? '' : `?${texte}`;
}

/** Les chiffres d'un thème, chacun avec sa tendance des mois finis et la liste derrière lui. */
export function buildChiffres(
  { sommes, mois }: { sommes: readonly SommesDeCreche[]; mois: readonly SommesDuMois[] },
  reglage: Reglage,
  theme: Theme,
): ChiffreEcrit[] {
  const total = computeSommes(sommes);
  return INDICATEURS.filter((indicateur) => indicateur.theme === theme).map((indicateur) =>
    buildChiffre(indicateur, { total, sommes, mois }, reglage),
  );
}

export type FaitsDuChiffre = {
  total: Sommes;
  sommes: readonly SommesDeCreche[];
  mois: readonly SommesDuMois[];
};

export function buildChiffre(
  indicateur: Indicateur,
  { total, sommes, mois }: FaitsDuChiffre,
  reglage: Reglage,
): ChiffreEcrit {
  const valeur = computeValeur(indicateur, total);
  const serie = listSerie(indicateur, mois).flatMap(({ valeur: v }) => (v === null ? [] : [v]));
  return {
    titre: indicateur.titre,
    valeur: formatMesure(indicateur, total),
    unite: indicateur.unite === '%' || valeur === null ? undefined : formatUnite(indicateur, valeur),
    href: `/creches/tableau/${indicateur.code}${formatReglage(reglage)}`,
    definition: `${indicateur.definition} (${indicateur.code})`,
    cible: typeof indicateur.repere === 'function' ? indicateur.repere(total) : indicateur.repere,
    tendance: formatTendance(indicateur, serie),
    manque: formatManque(indicateur, sommes),
    doute: formatDoute(indicateur, total, reglage),
    ton: valeur === null ? undefined : indicateur.ton?.(valeur, total),
    serie,
  };
}

/** Mois par mois, du plus ancien au plus récent ; nul : rien à dire ce mois-là. */
export function listSerie(indicateur: Indicateur, mois: readonly SommesDuMois[]) {
  return indicateur.mensuel ? mois.map((m) => ({ mois: m.mois, valeur: computeValeur(indicateur, m), sommes: m })) : [];
}

function formatTendance(indicateur: Indicateur, serie: readonly number[]): string | undefined {
  const [avant, dernier] = [serie.at(-2), serie.at(-1)];
  if (avant === undefined || dernier === undefined) return undefined;
  const ecart = dernier - avant;
  if (Math.abs(ecart) < 0.5 * 10 ** -indicateur.decimales) return 'stable sur un mois';
  const unite =
    indicateur.unite === '%'
      ? ` ${formatUnite({ ...indicateur, unite: 'points', singulier: 'point' }, ecart)}`
      : ` ${formatUnite(indicateur, ecart)}`;
  return `${ecart >= 0 ? '+' : '−'} ${formatDecimales(Math.abs(ecart), indicateur.decimales)}${unite} sur un mois`;
}

/** Le pluriel commence à deux, et se juge sur ce qui s'écrit. */
function formatUnite({ unite, singulier = unite, decimales }: Indicateur, valeur: number): string {
  return Number(Math.abs(valeur).toFixed(decimales)) < 2 ? singulier : unite;
}

/** Ce qui manque au chiffre : les crèches qui n'apportent rien à son dénominateur. */
function formatManque({ denominateur }: Indicateur, sommes: readonly SommesDeCreche[]): string | undefined {
  const vides = sommes.filter((s) => denominateur.lit(s) <= 0).length;
  if (vides === 0) return undefined;
  return vides === 1 ? '1 crèche' : `${vides} crèches`;
}

/** Ce dont le chiffre n'est pas sûr : la première raison, et la liste de ces données. */
function formatDoute(indicateur: Indicateur, total: Sommes, reglage: Reglage): ChiffreProps['doute'] {
  const [premier, ...autres] = listDoutes(indicateur, total);
  if (premier === undefined) return undefined;
  const suite = autres.length > 0 ? ' et d’autres' : '';
  return { texte: `${premier}${suite}`, href: `/creches/tableau/donnees-douteuses${formatReglage(reglage)}` };
}

/** Chaque raison de douter, comptée. */
export function listDoutes({ doutes = [] }: Indicateur, total: Sommes): string[] {
  return doutes.flatMap((code) => {
    const [singulier, pluriel] = DOUTES[code];
    const nombre = total[code];
    return nombre === 0 ? [] : [`${formatDecimales(nombre, 0)} ${nombre === 1 ? singulier : pluriel}`];
  });
}

export type Alerte = { code: string; texte: string; href: string };

/** Ce qui est au rouge, tous thèmes ensemble : on ne l'apprend pas en ouvrant un onglet. */
export function listAlertes(sommes: readonly SommesDeCreche[], reglage: Reglage): Alerte[] {
  const total = computeSommes(sommes);
  return INDICATEURS.flatMap((indicateur) => {
    const valeur = computeValeur(indicateur, total);
    if (valeur === null || indicateur.ton?.(valeur, total) !== 'retard') return [];
    const unite = indicateur.unite === '%' ? '' : ` ${formatUnite(indicateur, valeur)}`;
    const texte = `${indicateur.titre} : ${formatMesure(indicateur, total)}${unite}`;
    return [{ code: indicateur.code, texte, href: `/creches/tableau/${indicateur.code}${formatReglage(reglage)}` }];
  });
}

/** Les vues du tableau, en onglets. */
export function listVues(reglage: Reglage, courante: Theme) {
  const reste = formatReglage(reglage);
  return (Object.keys(THEMES) as Theme[]).map((vue) => ({
    titre: THEMES[vue],
    href: `/creches/tableau${reste === '' ? '?' : `${reste}&`}vue=${vue}`,
    actif: vue === courante,
  }));
}

type ARecompter = Readonly<{ journees: number; heures: number }>;

/** Les mois qu'un acte vient de changer : leurs chiffres bougeront. Sans thème, tous ; sinon ce qui fait les siens. */
export function formatRecompte({ journees, heures }: ARecompter, theme?: Theme): string | null {
  const phrases = [
    journees > 0 &&
      (theme ?? 'encadrement') === 'encadrement' &&
      `${formatChanges(journees)} : l’encadrement et l’occupation qui suivent se recomptent en ce moment, au plus tard cette nuit.`,
    heures > 0 &&
      (theme ?? 'activite') === 'activite' &&
      `${formatChanges(heures)} : les heures et l’argent se recomptent cette nuit.`,
  ].filter((phrase) => phrase !== false);
  return phrases.length === 0 ? null : phrases.join(' ');
}

const formatChanges = (mois: number) =>
  mois === 1
    ? 'Un mois de crèche a changé depuis son dernier compte'
    : `${mois} mois de crèche ont changé depuis leur dernier compte`;
