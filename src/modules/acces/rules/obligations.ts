/**
 * Nommer un référent (CON-002) : chaque temps où personne ne répond de l'enfant.
 *
 * Ce que dit la règle, et comment elle est lue : voir `referent.ts`, qui compte les quinze jours.
 * Comment les faits sont lus ici : l'enfant est sans référent de l'ouverture de son dossier à la première mission, puis du lendemain de la
 * dernière mission finie à la suivante ; deux missions qui se suivent ou se chevauchent ne laissent pas de jour vide. La clôture du dossier
 * l'arrête.
 * Non traité : l'enfant suivi sans dossier ouvert.
 */
import { addJours, type JourCivil, jourCivil } from '#shared/jour-civil.ts';
import { type Dossier, listFaits, type Obligation, type Regle } from '#shared/obligation.ts';
import { DOSSIER_CLOS, DOSSIER_OUVERT, MISSION_REFERENT } from '../faits.ts';
import { CON_002, computeTermeNomination, evaluateNomination } from './referent.ts';

function listNominations(dossier: Dossier): readonly Obligation[] {
  const ouvertures = [...new Set(listFaits(dossier, DOSSIER_OUVERT).map(({ date }) => date))];
  return ouvertures.flatMap((ouvertLe, rang) => {
    const suivante = ouvertures[rang + 1];
    const closLe = listFaits(dossier, DOSSIER_CLOS).find(({ date }) => date >= ouvertLe)?.date ?? null;
    if (suivante !== undefined && (closLe === null || closLe > suivante)) return [];
    return listVides(dossier, ouvertLe, closLe);
  });
}

/** Une obligation par temps vide entre l'ouverture du dossier et sa clôture. */
function listVides(dossier: Dossier, ouvertLe: JourCivil, closLe: JourCivil | null): Obligation[] {
  const vides: Obligation[] = [];
  let depuis: JourCivil | null = ouvertLe;
  for (const { date, au } of listFaits(dossier, MISSION_REFERENT)) {
    const finie = au !== undefined && au >= date ? au : null;
    if (depuis === null) break;
    if (finie !== null && finie < depuis) continue;
    if (closLe !== null && date > closLe) break;
    if (date > depuis) vides.push(buildVide(depuis, ouvertLe, date, null));
    depuis = finie === null ? null : addJours(finie, 1);
  }
  if (depuis !== null && (closLe === null || depuis <= closLe)) vides.push(buildVide(depuis, ouvertLe, null, closLe));
  return vides;
}

function buildVide(
  depuis: JourCivil,
  ouvertLe: JourCivil,
  faiteLe: JourCivil | null,
  eteinteLe: JourCivil | null,
): Obligation {
  return {
    cle: depuis,
    depuis,
    pour: computeTermeNomination(depuis),
    faiteLe,
    eteinteLe,
    etapes: () => evaluateNomination(depuis, depuis === ouvertLe).etapes,
  };
}

export const REGLES_ACCES: readonly Regle[] = [
  {
    id: 'CON-002',
    libelle: 'Nommer un référent',
    acteur: 'cadre',
    gravite: 'critique',
    textes: [CON_002],
    vigueur: { du: jourCivil('1900-01-01'), au: null },
    satisfaite: 'Un référent, l’équipe d’un service ou des évaluateurs répondent de l’enfant.',
    arretee: 'Le dossier est clos.',
    list: listNominations,
  },
];
