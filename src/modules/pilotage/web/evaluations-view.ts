import type { DelaisEvaluation, DelaisTerritoire } from '#modules/informations-preoccupantes/index.server.ts';
import { TRANCHES_AGE, type TrancheAge } from '#modules/informations-preoccupantes/index.ts';
import type { ChiffreProps } from '#web/gabarits/tableau-de-bord.tsx';

/** Part de rapports remis dans le délai sous laquelle un territoire est signalé : repère de lecture, pas une norme. */
const ALERTE_PART = 0.6;

const formatNombre = (nombre: number) => nombre.toLocaleString('fr-FR');
const formatJours = (nombre: number | null) => (nombre === null ? 'aucun' : formatNombre(nombre));
export const formatPart = (partie: number, tout: number) =>
  tout === 0 ? '–' : `${Math.round((100 * partie) / tout)} %`;

/** L'adresse de la liste derrière un chiffre, dans l'unité regardée. */
function buildHref(unite: string, parametres: Record<string, string>): string {
  return `/informations?${new URLSearchParams({ ...parametres, ...(unite ? { unite } : {}) })}`;
}

export function buildChiffresDelais(d: DelaisEvaluation, unite: string): ChiffreProps[] {
  const remises = { vue: 'remises', tri: 'duree', sens: 'desc' };
  const part = d.remises === 0 ? null : d.dansLeDelai / d.remises;
  return [
    {
      titre: 'Durée médiane d’une évaluation',
      valeur: formatJours(d.mediane),
      unite: d.mediane === null ? undefined : 'jours',
      href: buildHref(unite, remises),
      definition: `De la réception par la cellule à la remise du rapport, pour les ${formatNombre(d.remises)} rapports remis depuis un an : la moitié a demandé moins.`,
      serie: d.serie.map(({ mediane }) => mediane),
    },
    {
      titre: 'Neuf évaluations sur dix durent moins de',
      valeur: formatJours(d.neufDixiemes),
      unite: d.neufDixiemes === null ? undefined : 'jours',
      href: buildHref(unite, remises),
      definition: 'Même mesure, mêmes rapports : une sur dix a demandé davantage.',
    },
    {
      titre: 'Rapports remis dans le délai',
      valeur: formatPart(d.dansLeDelai, d.remises),
      href: buildHref(unite, { ...remises, delai: 'tenu' }),
      definition:
        'Part des rapports remis depuis un an au plus tard le jour du terme : trois mois après la réception, ou le délai réduit (CASF D226-2-4 II).',
      ton: part === null ? undefined : part < ALERTE_PART ? 'retard' : 'fait',
    },
    {
      titre: 'Rapports remis hors délai',
      valeur: formatNombre(d.remises - d.dansLeDelai),
      href: buildHref(unite, { ...remises, delai: 'depasse' }),
      definition: 'Rapports remis depuis un an après le jour du terme.',
    },
    {
      titre: 'Évaluations ouvertes hors délai',
      valeur: formatNombre(d.enRetard),
      href: buildHref(unite, { vue: 'en-retard' }),
      definition: 'Informations qualifiées dont le rapport n’est pas remis et dont le terme est passé.',
      cible: 'aucune',
      ton: d.enRetard > 0 ? 'retard' : 'fait',
    },
  ];
}

/** Le stock ouvert selon son âge, chaque tranche avec sa liste. */
export function buildStock(d: DelaisEvaluation, unite: string) {
  const maximum = Math.max(1, ...Object.values(d.parAge));
  return (Object.keys(TRANCHES_AGE) as TrancheAge[]).map((tranche) => ({
    tranche,
    libelle: TRANCHES_AGE[tranche],
    nombre: d.parAge[tranche],
    part: d.parAge[tranche] / maximum,
    href: buildHref(unite, { vue: 'en-cours', age: tranche }),
  }));
}

export function buildTerritoires(territoires: readonly DelaisTerritoire[]) {
  return territoires.map((t) => ({
    ...t,
    href: `/tableau/evaluations?unite=${t.id}`,
    liste: buildHref(t.id, { vue: 'en-cours' }),
    retards: buildHref(t.id, { vue: 'en-retard' }),
    remis: buildHref(t.id, { vue: 'remises', tri: 'duree', sens: 'desc' }),
    part: formatPart(t.dansLeDelai, t.remises),
  }));
}
