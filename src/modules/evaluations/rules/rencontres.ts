/**
 * Les rencontres d'une évaluation : au domicile avec le mineur et les titulaires (IP-017), le mineur sans ses parents (IP-018),
 * le mineur que l'on n'a pas pu rencontrer (IP-019).
 *
 * Ce que dit le texte (CASF D226-2-6 II) : l'équipe fait au moins une rencontre au domicile avec le mineur et les titulaires de
 * l'autorité parentale ; elle rencontre le mineur sans ses parents, selon son âge et sa maturité, avec leur accord ; si elle ne peut
 * pas le rencontrer, l'autorité judiciaire est saisie.
 * Comment il est lu ici : la rencontre au domicile vaut pour chaque mineur signalé, ou l'équipe dit pourquoi elle n'a pas eu lieu.
 * Un mineur déjà vu l'a été sans ses parents, ou l'on dit pourquoi. Un mineur jamais rencontré ne peut l'être que parce que c'était
 * impossible : cela se dit, et oblige la saisine. L'enfant à naître n'est rencontré ni seul ni au domicile.
 * Non traité : la rencontre par visioconférence, que le texte ne connaît pas.
 */
import { CASF_D226_2_6_II } from '#modules/informations-preoccupantes/index.ts';
import type { FaitsEvaluation, Manque, MineurEvalue } from './faits.ts';

type Rencontre = FaitsEvaluation['rencontres'][number];

const isTenue = ({ issue }: Rencontre): boolean => issue === 'tenue';
const isAuDomicile = (rencontre: Rencontre): boolean =>
  isTenue(rencontre) && rencontre.lieu === 'domicile' && rencontre.titulairesPresents;

/** Où en est l'équipe de sa rencontre avec ce mineur. */
export type RencontreDuMineur = 'vu-seul' | 'vu-accompagne' | 'impossible' | 'jamais' | 'a-naitre';

export function evaluateRencontre(faits: FaitsEvaluation, mineur: MineurEvalue): RencontreDuMineur {
  if (mineur.aNaitre) return 'a-naitre';
  const siennes = faits.rencontres.filter((rencontre) => isTenue(rencontre) && rencontre.mineurs.includes(mineur.id));
  if (siennes.some(({ mineurSeul }) => mineurSeul)) return 'vu-seul';
  if (siennes.length > 0) return 'vu-accompagne';
  const motif = faits.volets.find(({ mineurId }) => mineurId === mineur.id)?.impossibleMotif;
  return motif ? 'impossible' : 'jamais';
}

/** Les mineurs que l'équipe n'a pas pu rencontrer : l'autorité judiciaire est saisie (IP-019). */
export function listImpossibles(faits: FaitsEvaluation): MineurEvalue[] {
  return faits.mineurs.filter((mineur) => evaluateRencontre(faits, mineur) === 'impossible');
}

export function listManquesDeRencontre(faits: FaitsEvaluation): Manque[] {
  return [...listDomicile(faits), ...faits.mineurs.flatMap((mineur) => listDuMineur(faits, mineur))];
}

function listDomicile(faits: FaitsEvaluation): Manque[] {
  if (faits.rapport.sansDomicileMotif) return [];
  const chez = faits.rencontres.filter(isAuDomicile);
  const absents = faits.mineurs.filter(
    (mineur) =>
      mineur.role === 'signale' && !mineur.aNaitre && !chez.some(({ mineurs }) => mineurs.includes(mineur.id)),
  );
  if (chez.length > 0 && absents.length === 0) return [];
  const avec = absents.length > 0 ? absents.map(({ nom }) => nom).join(', ') : 'le foyer';
  return [
    {
      regle: 'IP-017',
      motif: `Aucune rencontre au domicile avec ${avec} et les titulaires de l’autorité parentale, ni raison écrite.`,
      textes: [CASF_D226_2_6_II],
      rayon: 'rencontres',
      mineurId: null,
    },
  ];
}

function listDuMineur(faits: FaitsEvaluation, mineur: MineurEvalue): Manque[] {
  const rencontre = evaluateRencontre(faits, mineur);
  const commun = { regle: 'IP-018', textes: [CASF_D226_2_6_II], mineurId: mineur.id };
  if (rencontre === 'jamais')
    return [
      {
        ...commun,
        motif: `${mineur.nom} n’a jamais été rencontré ; si c’était impossible, dites-le : l’autorité judiciaire sera saisie.`,
        rayon: 'rencontres',
      },
    ];
  const raison = faits.volets.some(({ mineurId, nonSeul }) => mineurId === mineur.id && nonSeul !== null);
  if (rencontre !== 'vu-accompagne' || raison) return [];
  return [{ ...commun, motif: `${mineur.nom} n’a pas été vu sans ses parents, ni raison écrite.`, rayon: 'raisons' }];
}
