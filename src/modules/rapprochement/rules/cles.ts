/**
 * Les clés d'une personne : deux fiches de la même personne en ont au moins une en commun, deux personnes prises au hasard
 * presque jamais. Elles disent qui comparer ; seule la comparaison décide.
 */
import { computeClePhonetique, computeOssature } from './cle-phonetique.ts';
import type { DateLue } from './date-lue.ts';
import type { IdentitePreparee } from './identite-preparee.ts';
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
