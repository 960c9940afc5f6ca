/** Des listes de personnes fictives, avec ce qu'il faut trouver. Tout est tiré d'un germe : deux passages donnent les mêmes. */
import { type Alea, createAlea } from '#demo/alea.ts';
import { formatNumero, parseNumero } from '#demo/calendrier.ts';
import { createNom, createPrenom } from '#demo/noms/identite.ts';
import type { ModeleDErreurs, Personne } from './erreurs.ts';
import { COMMUNES_ANGLAISES, NOMS_ANGLAIS, PRENOMS_ANGLAIS, RUES_ANGLAISES } from './noms-anglais.ts';

/** `vraies` : « a b », les rangs des paires qui sont la même personne. */
export type Jeu = { a: Personne[]; b: Personne[] | null; vraies: Set<string> };

/** Le premier de la liste est le plus porté ; un rang sur deux tirages suffit à une longue traîne. */
function drawInegal<T>(alea: Alea, liste: readonly T[], exposant = 1.6): T {
  return liste[Math.min(liste.length - 1, Math.floor(liste.length * alea.reel() ** exposant))] as T;
}

export function createAnglais(alea: Alea): Personne {
  const jour = parseNumero('1900-01-01') + alea.entier(0, 36_500);
  const [nom, prenom] = [drawInegal(alea, NOMS_ANGLAIS, 2.2), drawInegal(alea, PRENOMS_ANGLAIS, 1.8)];
  const compose = alea.chance(0.04) ? `${nom} ${drawInegal(alea, NOMS_ANGLAIS)}` : nom;
  return {
    nom: alea.chance(0.02) ? null : compose,
    prenom: alea.chance(0.03) ? null : prenom,
    dateNaissance: alea.chance(0.03) ? null : formatNumero(jour).replaceAll('-', ''),
    sexe: null,
    adresse: `${alea.entier(1, 300)} ${drawInegal(alea, RUES_ANGLAISES)}`,
    commune: drawInegal(alea, COMMUNES_ANGLAISES),
    codePostal: String(alea.entier(2000, 4800)),
    telephone: `0${alea.entier(2, 8)}${String(alea.entier(0, 99_999_999)).padStart(8, '0')}`,
  };
}

const RUES = [
  'rue Victor-Hugo',
  'rue des Lilas',
  'avenue Jean-Jaurès',
  'rue de la Gare',
  'rue du Stade',
  'impasse des Acacias',
  'chemin du Bois',
  'boulevard Gambetta',
  'rue Émile-Zola',
  'allée Colette',
  'place de l’Église',
  'rue des Écoles',
];
const COMMUNES: readonly [string, string][] = [
  ['50100', 'Cherbourg-en-Cotentin'],
  ['50000', 'Saint-Lô'],
  ['50200', 'Coutances'],
  ['50300', 'Avranches'],
  ['50400', 'Granville'],
  ['50110', 'Tourlaville'],
  ['50700', 'Valognes'],
  ['50600', 'Saint-Hilaire-du-Harcouët'],
  ['50500', 'Carentan-les-Marais'],
  ['50800', 'Villedieu-les-Poêles'],
  ['50340', 'Les Pieux'],
  ['50220', 'Ducey-Les Chéris'],
];
const LIGNEES = ['ancienne', 'ancienne', 'ancienne', 'maghreb', 'afrique', 'turquie', 'iberique', 'est'] as const;

/** Un foyer d'enfants français : même nom le plus souvent, même adresse, parfois des jumeaux. */
export function createFoyer(alea: Alea, partDeJumeaux: number): Personne[] {
  const lignee = alea.choix(LIGNEES);
  const base = createNom(alea, 'manche', lignee);
  const nom = alea.chance(0.06) ? `${base}-${createNom(alea, 'manche', lignee)}` : base;
  const [codePostal, commune] = drawInegal(alea, COMMUNES);
  const adresse = `${alea.entier(1, 90)} ${alea.choix(RUES)}`;
  const telephone = `06 39 98 ${String(alea.entier(0, 9999)).padStart(4, '0')}`;
  const enfants: Personne[] = [];
  let jour = parseNumero('2004-01-01') + alea.entier(0, 365 * 17);
  const nombre = alea.entier(1, 4);
  for (let i = 0; i < nombre; i += 1) {
    if (!alea.chance(partDeJumeaux)) jour += alea.entier(300, 1_400);
    const sexe = alea.chance(0.5) ? 'F' : 'M';
    const prenom = createPrenom(alea, sexe, jour, lignee);
    if (enfants.some((autre) => autre.prenom === prenom)) continue;
    enfants.push({
      nom: alea.chance(0.1) ? createNom(alea, 'manche', lignee) : nom,
      nomUsage: null,
      prenom: alea.chance(0.05) ? `${prenom}-${createPrenom(alea, sexe, jour, lignee)}` : prenom,
      dateNaissance: formatNumero(jour),
      sexe,
      adresse,
      codePostal,
      commune,
      telephone,
    });
  }
  return enfants;
}

/** Deux listes, une personne au plus une fois dans chacune ; `communes` d'entre elles sont dans les deux. */
export function buildDeuxListes(
  germe: string,
  {
    n,
    communes,
    modele,
    creer,
  }: { n: number; communes: number; modele: ModeleDErreurs; creer: (alea: Alea) => Personne[] },
): Jeu {
  const alea = createAlea('rapprochement', germe);
  const a = drawPersonnes(alea, n, creer);
  const autres = drawPersonnes(alea.flux('autres'), n - communes, creer);
  const copies = a
    .slice(0, communes)
    .map((personne, rang) => ({ rang, personne: modele(alea.flux('copie', rang), personne) }));
  const b = alea.melange([...copies, ...autres.map((personne) => ({ rang: -1, personne }))]);
  const vraies = new Set(b.flatMap(({ rang }, j) => (rang >= 0 ? [`${rang} ${j}`] : [])));
  return { a, b: b.map(({ personne }) => personne), vraies };
}

/** Une liste où `doubles` copies s'ajoutent à des originaux, jusqu'à cinq pour un même. */
export function buildUneListe(
  germe: string,
  {
    n,
    doubles,
    modele,
    creer,
  }: { n: number; doubles: number; modele: ModeleDErreurs; creer: (alea: Alea) => Personne[] },
): Jeu {
  const alea = createAlea('rapprochement', germe);
  const fiches = drawPersonnes(alea, n, creer).map((personne, groupe) => ({ groupe, personne }));
  const copies: typeof fiches = [];
  for (let rang = 0; copies.length < doubles; rang += 1) {
    const origine = fiches[alea.entier(0, n - 1)];
    if (!origine) continue;
    for (let k = alea.choix([1, 1, 1, 2, 2, 3, 5]); k > 0 && copies.length < doubles; k -= 1)
      copies.push({ groupe: origine.groupe, personne: modele(alea.flux('copie', rang, k), origine.personne) });
  }
  const toutes = alea.melange([...fiches, ...copies]);
  const vraies = new Set<string>();
  for (const groupe of Map.groupBy(toutes.keys(), (i) => toutes[i]?.groupe).values())
    for (const i of groupe) for (const j of groupe) if (i < j) vraies.add(`${i} ${j}`);
  return { a: toutes.map(({ personne }) => personne), b: null, vraies };
}

export function drawPersonnes(alea: Alea, n: number, creer: (alea: Alea) => Personne[]): Personne[] {
  const personnes: Personne[] = [];
  for (let rang = 0; personnes.length < n; rang += 1) personnes.push(...creer(alea.flux('foyer', rang)));
  return personnes.slice(0, n);
}

/** Ne garde que ces champs. */
export function keepChamps({ a, b, vraies }: Jeu, champs: readonly (keyof Personne)[]): Jeu {
  const keep = (personne: Personne) => Object.fromEntries(champs.map((champ) => [champ, personne[champ] ?? null]));
  return { a: a.map(keep), b: b?.map(keep) ?? null, vraies };
}

export type Pieges = { base: Personne[]; vrais: { rang: number; personne: Personne }[]; pieges: Personne[] };

/**
 * Des enfants connus, et des enfants cherchés : les uns sont connus, mal écrits ; les autres sont des pièges, qui ne le sont
 * pas : le jumeau d'un connu, un homonyme né un autre jour, un cousin du même nom, un inconnu.
 */
export function buildPieges(
  germe: string,
  { connus, cherches, modele }: { connus: number; cherches: number; modele: ModeleDErreurs },
): Pieges {
  const alea = createAlea('rapprochement', germe);
  const base = drawPersonnes(alea, connus, (flux) => createFoyer(flux, 0.06));
  const vrais = Array.from({ length: cherches }, (_, i) => {
    const rang = alea.entier(0, connus - 1);
    return { rang, personne: modele(alea.flux('cherche', i), base[rang] as Personne) };
  });
  const pieges = Array.from({ length: cherches }, (_, i) =>
    drawPiege(alea.flux('piege', i), base[alea.entier(0, connus - 1)] as Personne),
  );
  return { base, vrais, pieges };
}

function drawPiege(alea: Alea, connu: Personne): Personne {
  const sexe = alea.chance(0.5) ? 'F' : 'M';
  const jour = parseNumero('2004-01-01') + alea.entier(0, 365 * 18);
  const autre = () => createPrenom(alea, sexe, jour, alea.choix(LIGNEES));
  switch (alea.pondere({ jumeau: 0.3, fratrie: 0.2, homonyme: 0.3, inconnu: 0.2 })) {
    case 'jumeau':
      return { ...connu, sexe, prenom: drawAutre(autre, connu.prenom) };
    case 'fratrie':
      return { ...connu, sexe, prenom: drawAutre(autre, connu.prenom), dateNaissance: formatNumero(jour) };
    case 'homonyme':
      return {
        ...connu,
        dateNaissance: formatNumero(jour),
        adresse: '3 rue Neuve',
        codePostal: '14000',
        commune: 'Caen',
        telephone: null,
      };
    default:
      return createFoyer(alea, 0)[0] as Personne;
  }
}

function drawAutre(draw: () => string, prenom: string | null | undefined): string {
  for (let essai = 0; essai < 20; essai += 1) {
    const tire = draw();
    if (tire !== prenom) return tire;
  }
  return 'Ysaline';
}
