import { differenceEnJours, type JourCivil } from '#shared/jour-civil.ts';

/** La géométrie d'une frise, en unités de dessin : la largeur totale est fixe, le navigateur met à l'échelle. */
export const LARGEUR = 1000;
export const GAUCHE = 144;
export const HAUT = 26;
export const RANGEE = 32;
const HAUTEUR_BARRE = 26;
const LARGEUR_LETTRE = 7.2;
const ECART_JALONS = 4;

export type Fenetre = { du: JourCivil; au: JourCivil };

/** Abscisse d'un jour, ramené dans la fenêtre. */
export function computeX(jour: JourCivil, { du, au }: Fenetre): number {
  const total = Math.max(1, differenceEnJours(du, au));
  const part = Math.min(1, Math.max(0, differenceEnJours(du, jour) / total));
  return Math.round((GAUCHE + part * (LARGEUR - GAUCHE)) * 10) / 10;
}

/** Le texte qui tient dans une largeur, coupé au besoin ; rien s'il ne resterait qu'une ou deux lettres. */
export function formatTexteTenant(texte: string, largeur: number): string {
  const lettres = Math.floor((largeur - 10) / LARGEUR_LETTRE);
  if (texte.length <= lettres) return texte;
  return lettres < 4 ? '' : `${texte.slice(0, lettres - 1).trimEnd()}…`;
}

export type PlaceDeBarre = { x: number; y: number; largeur: number; hauteur: number };

/** La place d'une période ; `undefined` si elle est toute hors de la fenêtre. */
export function computeBarre(
  periode: { du: JourCivil; au: JourCivil | null },
  fenetre: Fenetre,
): Omit<PlaceDeBarre, 'y'> | undefined {
  const fin = periode.au ?? fenetre.au;
  if (fin < fenetre.du || periode.du > fenetre.au) return undefined;
  const x = computeX(periode.du, fenetre);
  return { x, largeur: Math.max(3, Math.round((computeX(fin, fenetre) - x - 1) * 10) / 10), hauteur: HAUTEUR_BARRE };
}

export type PlaceDeJalon = { x: number; largeur: number; etage: number };

/** Les jalons qui se toucheraient montent d'un étage : aucun n'en cache un autre. */
export function computeJalons(jalons: readonly { jour: JourCivil; sigle: string }[], fenetre: Fenetre): PlaceDeJalon[] {
  const finsParEtage: number[] = [];
  return jalons.map(({ jour, sigle }) => {
    const largeur = Math.max(22, sigle.length * 8 + 12);
    const x = Math.min(LARGEUR - largeur, Math.max(GAUCHE, computeX(jour, fenetre) - largeur / 2));
    const libre = finsParEtage.findIndex((fin) => fin + ECART_JALONS <= x);
    const etage = libre >= 0 ? libre : finsParEtage.length;
    finsParEtage[etage] = x + largeur;
    return { x, largeur, etage };
  });
}

/** Les débuts d'années de la fenêtre, espacés pour rester lisibles ; en mois quand elle est courte. */
export function computeGraduations({ du, au }: Fenetre): { jour: JourCivil; texte: string }[] {
  const jours = differenceEnJours(du, au);
  const premiere = Number(du.slice(0, 4));
  const derniere = Number(au.slice(0, 4));
  if (jours <= 550) return computeTrimestres(premiere, derniere, { du, au });
  const pas = Math.ceil((derniere - premiere + 1) / 10);
  const annees = Array.from(
    { length: Math.floor((derniere - premiere) / pas) + 1 },
    (_, rang) => premiere + rang * pas,
  );
  return annees
    .map((annee) => ({ jour: `${annee}-01-01` as JourCivil, texte: String(annee) }))
    .filter(({ jour }) => jour >= du && jour <= au);
}

const TRIMESTRES = [
  ['01', 'janv.'],
  ['04', 'avr.'],
  ['07', 'juil.'],
  ['10', 'oct.'],
] as const;

function computeTrimestres(premiere: number, derniere: number, { du, au }: Fenetre) {
  const annees = Array.from({ length: derniere - premiere + 1 }, (_, rang) => premiere + rang);
  return annees
    .flatMap((annee) =>
      TRIMESTRES.map(([mois, texte]) => ({ jour: `${annee}-${mois}-01` as JourCivil, texte: `${texte} ${annee}` })),
    )
    .filter(({ jour }) => jour >= du && jour <= au);
}
