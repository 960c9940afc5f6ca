import { z } from 'zod';
import { arrondi, compareFractions, type Fraction, fraction } from '#shared/fraction.ts';
import { computeArrondi, formatDecimales } from '#shared/nombre-format.ts';
import type { ChiffreProps } from '#web/gabarits/tableau-de-bord.tsx';
import type { Ton } from '#web/ui/ton.ts';
import { type BaremePsu, formatBareme } from '../bareme.ts';
import type { CrecheSuivie } from '../data/bilans.server.ts';
import type { Doutes } from '../rules/bilan.ts';
import { findEcartAuGel } from '../rules/prix-plafond.ts';
import type { Totaux } from '../rules/territoire.ts';
import { ABSENT, computeNombre, formatDoutes, formatEuros, formatHeures, formatPart, formatTaux } from './formats.ts';

const TRIS = [
  'creche',
  'territoire',
  'places',
  'facturees',
  'realisees',
  'reelle',
  'financiere',
  'taux',
  'revient',
  'psu',
  'participations',
  'reste',
  'ecart',
  'doutes',
] as const;

/** Sa définition est une phrase : elle passe du serveur à la page. */
export type ChiffreEcrit = ChiffreProps & { definition: string };

export const ActiviteFiltre = z.object({
  annee: z.coerce.number().int().min(2014).max(2100).nullable().catch(null).default(null),
  territoire: z.string().catch('').default(''),
  vue: z.enum(['toutes', 'alerte']).catch('toutes').default('toutes'),
  tri: z.enum(TRIS).catch('creche').default('creche'),
  sens: z.enum(['asc', 'desc']).catch('asc').default('asc'),
});
export type ActiviteFiltre = z.infer<typeof ActiviteFiltre>;

/** Une crèche sur le tableau ; les nombres gardent de quoi trier et exporter. */
export function buildLigne({ creche, bilan }: CrecheSuivie, annee: number, bareme: BaremePsu | undefined) {
  const { fait, projete, psu } = bilan;
  const calcule = psu.issue === 'calcule' ? psu : null;
  const reste = bilan.resteAChargeCentimes;
  return {
    id: creche.id,
    creche: creche.nom,
    href: `/creches/${creche.id}/activite?annee=${annee}`,
    territoireId: creche.territoireId,
    territoire: creche.territoire ?? '',
    places: bilan.places,
    ouvertes: fait.minutesOuvertes / 60,
    contractees: fait.minutesContractees / 60,
    facturees: fait.minutesFacturees / 60,
    realisees: fait.minutesRealisees / 60,
    reelle: computeNombre(bilan.occupationReelle),
    financiere: computeNombre(bilan.occupationFinanciere),
    taux: computeNombre(bilan.tauxFacturation),
    tauxEcrit: formatTauxFacturation(bilan.tauxFacturation, bareme),
    revient: calcule ? computeNombre(calcule.prixRevient) : null,
    psu: calcule ? calcule.psuCentimes / 100 : null,
    participations: projete.participationsCentimes / 100,
    reste: reste === null || bilan.places === 0 ? null : reste / 100 / bilan.places,
    projetees: projete.minutesFacturees / 60,
    prevues: bilan.factureesPrevues === null ? null : bilan.factureesPrevues / 60,
    ecart: computeNombre(bilan.ecartPrevisionnel),
    signale: bilan.ecartSignale,
    doutes: computePart(bilan.doutes),
    aVerifier: bilan.aVerifier.length > 0,
    alertes: bilan.alertes,
    tonTaux: findTonTaux(bilan.tauxFacturation, bareme),
    ton: bilan.alertes.length > 0 ? ('bientot' as const) : undefined,
  };
}
export type LigneActivite = ReturnType<typeof buildLigne>;

const computePart = ({ doutes, pointages }: Doutes): number | null =>
  pointages === 0 ? null : computeNombre(fraction(100 * doutes, pointages));

/** IND-03 : au-delà des seuils du barème de l'année ; sous 100, une saisie est sans doute fausse. Sans barème, aucun seuil. */
export function findTonTaux(taux: Fraction | null, bareme: BaremePsu | undefined): Ton | undefined {
  if (taux === null) return undefined;
  if (compareFractions(taux, 100) < 0) return 'retard';
  if (!bareme) return undefined;
  if (compareFractions(taux, bareme.seuilHaut) > 0) return 'retard';
  return compareFractions(taux, bareme.seuilBas) > 0 ? 'bientot' : 'fait';
}

const MILLIONIEMES = 1_000_000;

/** Arrondi du côté de son verdict, comme au tableau des crèches : un taux qui dépasse 107 ne se lit jamais « 107,0 ». */
export function formatTauxFacturation(taux: Fraction | null, bareme: BaremePsu | undefined): string {
  if (taux === null) return ABSENT;
  const verdict = (nombre: number) => findTonTaux(fraction(Math.round(MILLIONIEMES * nombre), MILLIONIEMES), bareme);
  return formatDecimales(computeArrondi(arrondi(taux, 6) / MILLIONIEMES, 1, verdict), 1);
}

/** Le même en chiffre, avec son unité s'il existe. */
export const formatPartFacturation = (taux: Fraction | null, bareme: BaremePsu | undefined): string =>
  taux === null ? ABSENT : `${formatTauxFacturation(taux, bareme)}\u00a0%`;

/** Ce que son barème demande de relire ; rien s'il n'est pas saisi. */
export const buildAvisBareme = (bareme: BaremePsu | undefined) =>
  bareme === undefined
    ? null
    : { aConfirmer: bareme.confiance === 'verifie' ? null : bareme.source, ecart: findEcartAuGel(bareme) };
export type AvisDuBareme = NonNullable<ReturnType<typeof buildAvisBareme>>;

export const formatCible = (bareme: BaremePsu | undefined) =>
  bareme ? `${bareme.seuilBas} % au plus, pour le prix le plus haut` : undefined;

/** Sans valeur, en dernier dans les deux sens. */
export function compareLignes({ tri, sens }: Pick<ActiviteFiltre, 'tri' | 'sens'>) {
  const signe = sens === 'asc' ? 1 : -1;
  return (a: LigneActivite, b: LigneActivite): number => {
    const [x, y] = [a[tri], b[tri]];
    if (x === null || y === null) return Number(x === null) - Number(y === null);
    return typeof x === 'string' ? signe * x.localeCompare(String(y), 'fr') : signe * (Number(x) - Number(y));
  };
}

/** Les chiffres du territoire : chacun avec sa formule, ses entrées, son barème, et la liste qu'il ouvre. */
export function buildChiffres(
  t: Totaux,
  annee: number,
  bareme: BaremePsu | undefined,
  adresse: Adresse,
): ChiffreEcrit[] {
  return [...buildChiffresHeures(t, bareme, adresse), ...buildChiffresEuros(t, annee, bareme, adresse)];
}

const formatCreches = (nombre: number) => `${nombre} ${nombre > 1 ? 'crèches' : 'crèche'}`;

type Adresse = (tri: string, sens?: string) => string;

/** IND-27 : les heures réalisées, les dépassements facturés et leurs participations viennent des pointages. */
export function buildDoute(doutes: Doutes, href: string): ChiffreEcrit['doute'] {
  const texte = formatDoutes(doutes);
  return texte === null ? undefined : { texte, href };
}

function buildChiffresHeures(t: Totaux, bareme: BaremePsu | undefined, adresse: Adresse): ChiffreEcrit[] {
  const { fait } = t;
  const doute = buildDoute(t.doutes, adresse('doutes', 'desc'));
  const h = (minutes: number) => `${formatHeures(minutes)} h`;
  return [
    {
      titre: 'Occupation réelle',
      valeur: formatPart(t.occupationReelle),
      href: adresse('reelle'),
      definition: `Heures réalisées / heures ouvertes, depuis janvier : ${h(fait.minutesRealisees)} / ${h(fait.minutesOuvertes)} (OCC-02). Somme des crèches, jamais une moyenne de taux.`,
      cible: '68 % ou plus (repère)',
      doute,
    },
    {
      titre: 'Occupation financière',
      valeur: formatPart(t.occupationFinanciere),
      href: adresse('financiere'),
      definition: `Heures facturées / heures ouvertes, depuis janvier : ${h(fait.minutesFacturees)} / ${h(fait.minutesOuvertes)} (OCC-03).`,
      cible: '70 % ou plus (repère)',
      doute,
    },
    {
      titre: 'Taux de facturation à ce jour',
      valeur: formatPartFacturation(t.tauxFacturation, bareme),
      href: adresse('taux', 'desc'),
      definition: `Heures facturées / heures réalisées : ${h(fait.minutesFacturees)} / ${h(fait.minutesRealisees)} (PSU-01). Chaque crèche a le sien, et c’est le sien qui fait son prix plafond.`,
      cible: formatCible(bareme),
      ton: findTonTaux(t.tauxFacturation, bareme),
      doute,
    },
  ];
}

function buildChiffresEuros(t: Totaux, annee: number, bareme: BaremePsu | undefined, adresse: Adresse): ChiffreEcrit[] {
  const prix = bareme ? formatBareme(bareme) : `barème ${annee} non saisi`;
  return [
    {
      titre: `PSU ${annee}`,
      valeur: formatEuros(t.psuCentimes),
      unite: '€',
      href: adresse('psu', 'desc'),
      definition: `Somme des prestations des crèches, sur l’année projetée au 31 décembre : ${bareme ? `${bareme.taux} % du` : 'la part du barème, sur le'} prix de revient plafonné × heures facturées, moins les participations (PSU-06). ${prix}.`,
      manque: t.sansPsu > 0 ? `${formatCreches(t.sansPsu)} sans charges, sans heures ou sans barème` : undefined,
    },
    {
      titre: 'Prix de revient horaire',
      valeur: t.prixRevient === null ? ABSENT : formatTaux(t.prixRevient, 2),
      unite: t.prixRevient === null ? undefined : '€/h',
      href: adresse('revient', 'desc'),
      definition:
        'Charges de fonctionnement / heures facturées de l’année projetée, là où les charges sont saisies (PSU-07, à confirmer).',
    },
    {
      titre: 'Reste à charge par place',
      valeur: formatEuros(t.resteParPlaceCentimes),
      unite: t.resteParPlaceCentimes === null ? undefined : '€',
      href: adresse('reste', 'desc'),
      definition: `Charges − PSU − participations − bonus saisis − autres recettes, par place (OCC-06, IND-25). Bonus non saisis : ils ne valent pas zéro, ce reste est alors majoré. Total : ${formatEuros(t.resteAChargeCentimes)} €.`,
      manque: t.sansPsu > 0 ? `${formatCreches(t.sansPsu)} hors du compte` : undefined,
    },
    {
      titre: 'Écart au prévisionnel',
      valeur: formatPart(t.ecartPrevisionnel),
      href: adresse('ecart', 'desc'),
      definition: `Heures facturées projetées au 31 décembre / heures prévues, là où un prévisionnel est saisi. Projection : ce qui est compté, plus les contrats en cours au rapport observé (AFS-04, hypothèse). Au-delà de 5 %, la crèche est signalée.`,
    },
  ];
}
