/**
 * Les clés d'une personne : deux fiches de la même personne en ont au moins une en commun, deux personnes prises au hasard
 * presque jamais. Elles disent qui comparer ; seule la comparaison décide.
 */
import type { IdentiteComparee } from '../ressemblance.ts';
import { computeClePhonetique, computeOssature } from './cle-phonetique.ts';
import type { DateLue } from './date-lue.ts';
import { type IdentitePreparee, prepareIdentite } from './identite-preparee.ts';
import type { NomLu } from './nom-lu.ts';

/** Clés pour deux listes tenues en mémoire : larges, elles ne coûtent que des comparaisons. */
export function listClesDeListe(personne: IdentitePreparee): string[] {
  const noms = listMots([personne.nom, personne.nomUsage]);
  const prenoms = listMots([personne.prenom]);
  const cles = [
    ...listClesDeDate(personne.date, [...noms, ...prenoms]),
    ...listClesDeNoms(noms, prenoms),
    ...listClesDeCoordonnees(personne, [...noms, ...prenoms]),
  ];
  return [...new Set(cles)];
}

/** Version des clés de recherche : changer ce que rend `listClesDeRecherche` la fait changer, et refaire toutes les clés. */
export const VERSION_DES_CLES = 1;

/** Une identité et les autres noms sous lesquels la personne est connue. */
export type IdentiteCherchable = {
  identite: IdentiteComparee;
  autresNoms: readonly Pick<IdentiteComparee, 'nom' | 'prenom'>[];
};

/**
 * Clés gardées en base pour chaque personne, une douzaine : étroites, car un million de personnes les partagent. Ce sont des
 * empreintes : la table ne redit pas les noms.
 */
export function listClesDeRecherche({ identite, autresNoms }: IdentiteCherchable): string[] {
  const fiches = [
    identite,
    ...autresNoms.map(({ nom, prenom }) => ({ ...identite, nom, nomUsage: null, prenom: prenom ?? identite.prenom })),
  ];
  return [...new Set(fiches.flatMap((fiche) => listClesEtroites(prepareIdentite(fiche)).map(computeEmpreinte)))];
}

function listClesEtroites(personne: IdentitePreparee): string[] {
  const noms = listMots([personne.nom, personne.nomUsage]);
  const prenoms = listMots([personne.prenom]);
  const paires = noms.flatMap((nom) =>
    prenoms.flatMap((prenom) => [
      `n ${sortPaire(nom.son, prenom.son)}`,
      `o ${sortPaire(nom.ossature, prenom.ossature)}`,
      `p ${sortPaire(nom.lettres.slice(0, 3), prenom.lettres.slice(0, 3))}`,
      `f ${sortPaire(nom.lettres.slice(-4), prenom.lettres.slice(-3))}`,
    ]),
  );
  const coupees = personne.coupes.map(({ nom, prenom }) => `n ${sortPaire(nom.phonetique, prenom.phonetique)}`);
  return [...paires, ...coupees, ...listClesEtroitesDeDate(personne.date, [...noms, ...prenoms])];
}

function listClesEtroitesDeDate(date: DateLue | null, mots: readonly Mot[]): string[] {
  if (!date) return [];
  const { annee, mois, jour } = date;
  const parAnnee = mots.map(({ son }) => `a ${annee} ${son}`);
  if (mois === '' || jour === '') return parAnnee;
  const quantieme = [mois, jour].sort().join('');
  const debuts = [...new Set(mots.map(({ son }) => son.slice(0, 2)))];
  return [
    `d ${annee}${quantieme}`,
    ...parAnnee,
    ...mots.map(({ son }) => `q ${quantieme} ${son}`),
    ...debuts.flatMap((debut) => [`am ${annee}${mois} ${debut}`, `aj ${annee}${jour} ${debut}`]),
  ];
}

/** Deux mélanges de 32 bits (FNV-1a) : dix signes, assez pour que deux clés ne se confondent presque jamais. */
function computeEmpreinte(cle: string): string {
  let [a, b] = [0x811c9dc5, 0x9747b28c];
  for (let i = 0; i < cle.length; i += 1) {
    a = Math.imul(a ^ cle.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ cle.charCodeAt(i), 0x85ebca6b);
    b ^= b >>> 15;
  }
  return (BigInt(a >>> 0) * 0x10_0000n + BigInt((b >>> 0) & 0xf_ffff)).toString(36);
}

type Mot = { son: string; ossature: string; lettres: string };

/** Chaque nom entier, et chacun de ses mots s'il en a plusieurs. */
function listMots(noms: readonly (NomLu | null)[]): Mot[] {
  const textes = noms.flatMap((nom) => {
    if (!nom) return [];
    const longs = nom.mots.length > 1 ? nom.mots.filter((mot) => mot.length >= 4) : [];
    return [nom.noyau, ...longs];
  });
  return [...new Set(textes)].map((lettres) => {
    const son = computeClePhonetique(lettres);
    return { son, ossature: computeOssature(son), lettres };
  });
}

function listClesDeDate(date: DateLue | null, mots: readonly Mot[]): string[] {
  if (!date) return [];
  const { annee, mois, jour } = date;
  const parAnnee = mots.flatMap(({ son, lettres }) => [`a ${annee} ${son}`, `b ${annee} ${lettres.slice(0, 3)}`]);
  if (mois === '' || jour === '') return parAnnee;
  const initiales = [...new Set(mots.map(({ son }) => son.slice(0, 1)))];
  // Le jour et le mois dans n'importe quel ordre.
  const quantieme = [mois, jour].sort().join('');
  return [
    `d ${annee}${quantieme}`,
    ...parAnnee,
    ...mots.map(({ son }) => `q ${quantieme} ${son}`),
    ...initiales.flatMap((initiale) => [
      `am ${annee}${mois} ${initiale}`,
      `aj ${annee}${jour} ${initiale}`,
      `mj ${quantieme} ${initiale}`,
    ]),
  ];
}

/** Nom et prénom dans n'importe quel ordre : la paire est triée. */
function listClesDeNoms(noms: readonly Mot[], prenoms: readonly Mot[]): string[] {
  const seuls = noms.length === 0 || prenoms.length === 0 ? [...noms, ...prenoms].map(({ son }) => `s ${son}`) : [];
  const paires = noms.flatMap((nom) =>
    prenoms.flatMap((prenom) => [
      `n ${sortPaire(nom.son, prenom.son)}`,
      `o ${sortPaire(nom.ossature, prenom.ossature)}`,
      `i ${nom.son} ${prenom.son.slice(0, 1)}`,
      `i ${prenom.son} ${nom.son.slice(0, 1)}`,
      `p ${sortPaire(nom.lettres.slice(0, 3), prenom.lettres.slice(0, 3))}`,
      `f ${sortPaire(nom.lettres.slice(-4), prenom.lettres.slice(-3))}`,
      `g ${nom.ossature.slice(0, 3)} ${prenom.son.slice(0, 1)}`,
      `g ${prenom.ossature.slice(0, 3)} ${nom.son.slice(0, 1)}`,
    ]),
  );
  return [...noms.map(({ son }) => `s ${son}`), ...seuls, ...paires];
}

function listClesDeCoordonnees({ telephone, adresse, lieu, date }: IdentitePreparee, mots: readonly Mot[]): string[] {
  const cles = telephone === '' ? [] : [`t ${telephone}`];
  const ou = lieu.codePostal || lieu.commune;
  if (adresse && adresse.numero !== '') cles.push(`r ${adresse.texte}`);
  if (ou === '') return cles;
  for (const { son } of mots) {
    cles.push(`l ${ou} ${son.slice(0, 3)}`);
    if (date) cles.push(`la ${ou} ${date.annee} ${son.slice(0, 1)}`);
  }
  return cles;
}

function sortPaire(a: string, b: string): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}
