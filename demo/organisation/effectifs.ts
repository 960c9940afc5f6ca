import { listTerritoiresPrevus } from '../creches/plan.ts';
import { type Commande, PROFILS, type Profil } from '../parametres/profils.ts';
import { GENRES, GENRES_DU_TERRITOIRE, type Genre } from './genres.ts';
import type { PosteDecrit } from './poste-decrit.ts';
import { DECOUPAGES } from './territoires/decoupages.ts';
import type { Unites } from './unites.ts';

type Territoire = { code: string; sites: number; part: number; premier: boolean };

const INSPECTEURS: Readonly<Record<Profil, number>> = { manche: 3, somme: 5, 'val-de-marne': 8 };
const AGENTS_CRIP: Readonly<Record<Profil, number>> = { manche: 6, somme: 9, 'val-de-marne': 16 };

/** Nombre à l'échelle, jamais sous le minimum qui rend l'écran crédible. */
const aLEchelle = (n: number, echelle: number, minimum: number) => Math.max(minimum, Math.round(n * echelle));

export function buildEffectifs(commande: Commande, unites: Unites): PosteDecrit[] {
  const total = unites.bassins.reduce((somme, b) => somme + b.poids, 0);
  const territoires = DECOUPAGES[commande.profil].territoires.map((t, i) => ({
    code: t.code,
    sites: t.sites.length,
    part: unites.bassins.filter((b) => b.territoireCode === t.code).reduce((somme, b) => somme + b.poids, 0) / total,
    premier: i === 0,
  }));
  return [
    ...listCentraux(commande),
    ...territoires.flatMap((t) => listDuTerritoire(commande, t)),
    ...listDesCreches(commande),
  ];
}

/** Ceux dont le nombre dépend du profil. */
function listGenresDuProfil(profil: Profil): Genre[] {
  const p = PROFILS[profil];
  return [
    {
      uniteCode: 'POLE',
      profil: 'inspecteur-enfance',
      metier: 'attache',
      intitule: 'Inspecteur enfance',
      responsable: 'chef-pole',
      cle: 'inspecteur',
      n: INSPECTEURS[profil],
      minimum: 2,
      carte: 'inspecteur',
    },
    {
      uniteCode: 'CRIP',
      profil: 'agent-crip',
      metier: 'assistant-service-social',
      intitule: 'Chargé de recueil et de traitement des informations préoccupantes',
      responsable: 'resp-CRIP',
      cle: 'crip',
      n: AGENTS_CRIP[profil],
      minimum: 2,
      carte: 'crip',
    },
    {
      uniteCode: 'MNA',
      profil: 'referent-educatif',
      metier: 'educateur-specialise',
      intitule: 'Référent éducatif (mineurs non accompagnés)',
      responsable: 'resp-MNA',
      cle: 'ref-MNA',
      n: (p.accueils.valeur * p.partMna.valeur) / 38,
      minimum: 1,
    },
  ];
}

const listCentraux = ({ profil, echelle }: Commande): PosteDecrit[] =>
  [...GENRES, ...listGenresDuProfil(profil)].flatMap((genre) =>
    createPostes(genre, echelle, genre.uniteCode === 'MNA' ? 'MNA' : null),
  );

function createPostes(genre: Genre, echelle: number, territoireCode: string | null, sites = 0): PosteDecrit[] {
  const nombre = genre.n === undefined ? 1 : aLEchelle(genre.n, echelle, genre.minimum ?? 1);
  return Array.from({ length: nombre }, (_, i) => ({
    uniteCode: sites > 0 ? `${genre.uniteCode}-${(i % sites) + 1}` : genre.uniteCode,
    profil: genre.profil,
    metier: typeof genre.metier === 'string' ? genre.metier : (genre.metier[i % genre.metier.length] ?? ''),
    intitule: genre.intitule,
    territoireCode,
    responsable: genre.responsable,
    cle: genre.n === undefined ? genre.cle : `${genre.cle}-${i}`,
    carte: i === 0 ? (genre.carte ?? null) : null,
  }));
}

/** Les postes d'un territoire ; leur responsable et leur clé portent le code du territoire. */
function listDuTerritoire({ profil, echelle }: Commande, t: Territoire): PosteDecrit[] {
  const p = PROFILS[profil];
  // Sous l'échelle 0,5 les situations se concentrent sur le premier territoire : les équipes suivent.
  const part = concentrer(t.part, t.premier, echelle);
  const nombres: Partial<Record<string, number>> = {
    ref: (p.referentsAse.valeur * (1 - p.partMna.valeur) + p.aed.valeur / 30) * part,
    eval: (p.evaluationsParAn.valeur / 30) * part,
  };
  return GENRES_DU_TERRITOIRE.flatMap(({ carte, ...genre }) => {
    const n = nombres[genre.cle];
    const decrit: Genre = {
      ...genre,
      uniteCode: t.code,
      cle: `${genre.cle}-${t.code}`,
      responsable: genre.responsable === 'chef-pole' ? 'chef-pole' : `${genre.responsable}-${t.code}`,
      ...(n === undefined ? {} : { n, minimum: t.premier ? (genre.minimum ?? 1) : 1 }),
      ...(t.premier && carte !== undefined ? { carte } : {}),
    };
    return createPostes(decrit, echelle, t.code, n === undefined ? 0 : t.sites);
  });
}

/** Qui dirige chaque territoire de la petite enfance, et chaque crèche. */
const listDesCreches = (commande: Commande): PosteDecrit[] =>
  listTerritoiresPrevus(commande).flatMap(({ code, creches }, t): PosteDecrit[] => {
    const responsable = t === 0 ? 'rtpe' : `rtpe-${code}`;
    return [
      {
        uniteCode: code,
        profil: 'responsable-territoire-petite-enfance',
        metier: 'puericultrice',
        intitule: 'Responsable de territoire petite enfance',
        territoireCode: null,
        responsable: 'directrice',
        cle: responsable,
        carte: t === 0 ? 'petite-enfance' : null,
      },
      ...creches.map((creche, i) => ({
        uniteCode: creche.code,
        profil: 'responsable-eaje',
        metier: i % 3 === 2 ? 'puericultrice' : 'educateur-jeunes-enfants',
        intitule: 'Responsable de crèche',
        territoireCode: null,
        responsable,
        cle: `eaje-${creche.code}`,
        carte: t === 0 && i === 0 ? 'responsable-creche' : null,
      })),
    ];
  });

/** Facteur d'attraction du premier territoire dans un petit jeu : ses écrans restent pleins. */
export const computeAttraction = (premier: boolean, echelle: number): number => (premier && echelle < 0.5 ? 3 : 1);

const concentrer = (part: number, premier: boolean, echelle: number): number => {
  const facteur = computeAttraction(premier, echelle);
  return (part * facteur) / (part * facteur + (1 - part));
};
