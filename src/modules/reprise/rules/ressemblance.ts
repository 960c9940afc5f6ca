/**
 * Deux identités sont-elles la même personne ? Un import ne réunit que ce qui est certain, et ne laisse passer comme
 * nouveau que ce qui ne ressemble à personne. Des jumeaux, une fratrie, des homonymes nés un autre jour restent distincts.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import { normaliseNom } from '#shared/nom-propre.ts';

export type IdentiteComparee = {
  nom: string;
  nomUsage: string | null;
  prenom: string;
  sexe: string;
  dateNaissance: JourCivil | null;
};

export type Ressemblance = { degre: 'certaine' } | { degre: 'douteuse'; raison: string } | { degre: 'aucune' };

const AUCUNE: Ressemblance = { degre: 'aucune' };

/** La clé sous laquelle deux lignes d'un fichier, ou une ligne et une fiche, disent la même personne. */
export function computeCleIdentite({ nom, prenom, dateNaissance }: IdentiteComparee): string {
  return [normaliseNom(nom), normaliseNom(prenom), dateNaissance ?? ''].join('|');
}

export function compareIdentites(a: IdentiteComparee, b: IdentiteComparee): Ressemblance {
  const noms = compareNoms(a, b);
  if (noms === null) return AUCUNE;
  const dates = compareDates(a.dateNaissance, b.dateNaissance);
  if (dates === 'autre') return AUCUNE;
  const doutes = [
    noms,
    dates === 'inversee' ? 'jour et mois de naissance inversés' : '',
    dates === 'inconnue' ? 'une date de naissance manque' : '',
    isSexeContraire(a.sexe, b.sexe) ? 'le sexe diffère' : '',
  ].filter(Boolean);
  return doutes.length === 0
    ? { degre: 'certaine' }
    : { degre: 'douteuse', raison: `Même nom, mais ${doutes.join(', ')}.` };
}

/** « » si les noms sont les mêmes, ce qui fait douter s'ils le sont presque, `null` s'ils sont autres. */
function compareNoms(a: IdentiteComparee, b: IdentiteComparee): string | null {
  const [nomA, prenomA, nomB, prenomB] = [a.nom, a.prenom, b.nom, b.prenom].map(normaliseNom);
  if (nomA === nomB && prenomA === prenomB) return '';
  if (nomA === prenomB && prenomA === nomB) return 'nom et prénom inversés';
  if (prenomA !== prenomB) return null;
  const [usageA, usageB] = [normaliseNom(a.nomUsage ?? ''), normaliseNom(b.nomUsage ?? '')];
  const memeUsage = [
    usageA !== '' && usageA === nomB,
    usageB !== '' && usageB === nomA,
    usageA !== '' && usageA === usageB,
  ];
  return memeUsage.includes(true) ? 'par le nom d’usage' : null;
}

function compareDates(a: JourCivil | null, b: JourCivil | null): 'meme' | 'autre' | 'inversee' | 'inconnue' {
  if (a === null || b === null) return 'inconnue';
  if (a === b) return 'meme';
  return computeDateInversee(a) === b ? 'inversee' : 'autre';
}

/** « 2015-04-03 » → « 2015-03-04 » : l'erreur d'un tableur réglé à l'anglaise. */
export function computeDateInversee(jour: JourCivil): string {
  const [annee, mois, quantieme] = jour.split('-');
  return `${annee}-${quantieme}-${mois}`;
}

function isSexeContraire(a: string, b: string): boolean {
  return a !== 'inconnu' && b !== 'inconnu' && a !== b;
}
