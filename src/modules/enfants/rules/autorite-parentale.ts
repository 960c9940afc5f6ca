/**
 * Autorité parentale du jour : qui en est titulaire, qui l'exerce, et ce qui se contredit.
 *
 * Le texte : les père et mère l'exercent en commun (C. civ. 372) ; le juge peut en confier l'exercice à un seul (373-2-1) ;
 * celui qui ne peut manifester sa volonté en est privé (373) ; elle se délègue (377) et se retire (378, 378-1).
 * Lu ici : on ne déduit rien de la filiation, on lit les lignes saisies et l'on dit ce qui ne peut pas être vrai ensemble.
 * Non traité : l'étendue d'une délégation partielle, acte par acte. Aucune contradiction n'arrête une saisie : elle se signale.
 */
import { anniversaire, type JourCivil } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import type { Motif } from '#shared/verdict.ts';
import type { AutoriteParentale } from '../autorite-parentale.ts';
import {
  C_CIV_371_1,
  C_CIV_372,
  C_CIV_373,
  C_CIV_373_2_1,
  C_CIV_377,
  C_CIV_378,
  C_CIV_378_1,
  C_CIV_411,
} from './textes.ts';

export type ModeExercice =
  | 'inconnu'
  | 'majeur'
  | 'conjoint'
  | 'seul'
  | 'delegation-totale'
  | 'delegation-partielle'
  | 'tutelle'
  | 'personne';

export type AutoriteDuJour = {
  titulaires: readonly AutoriteParentale[];
  exercants: readonly AutoriteParentale[];
  mode: ModeExercice;
  contradictions: readonly Motif[];
};

const EXERCENT = new Set<AutoriteParentale['exercice']>([
  'conjoint',
  'seul',
  'delegation-totale',
  'delegation-partielle',
  'tutelle',
]);

export function evaluateAutorite(
  lignes: readonly AutoriteParentale[],
  jour: JourCivil,
  naissance: JourCivil | null,
): AutoriteDuJour {
  if (naissance !== null && anniversaire(naissance, 18) <= jour)
    return { titulaires: [], exercants: [], mode: 'majeur', contradictions: [] };
  const duJour = lignes.filter((ligne) => containsJour(ligne, jour));
  const exercants = duJour.filter(({ exercice }) => EXERCENT.has(exercice));
  return {
    titulaires: duJour.filter(({ titulaire, exercice }) => titulaire && exercice !== 'retire'),
    exercants,
    mode: computeMode(duJour, exercants),
    contradictions: listContradictions(duJour, exercants),
  };
}

function computeMode(duJour: readonly AutoriteParentale[], exercants: readonly AutoriteParentale[]): ModeExercice {
  if (duJour.length === 0) return 'inconnu';
  const modes = ['tutelle', 'delegation-totale', 'delegation-partielle', 'seul', 'conjoint'] as const;
  return modes.find((mode) => exercants.some(({ exercice }) => exercice === mode)) ?? 'personne';
}

function listContradictions(duJour: readonly AutoriteParentale[], exercants: readonly AutoriteParentale[]): Motif[] {
  if (duJour.length === 0) return [];
  const par = (exercice: AutoriteParentale['exercice']) => exercants.filter((ligne) => ligne.exercice === exercice);
  const parents = [...par('seul'), ...par('conjoint')];
  const candidats: (Motif | false)[] = [
    exercants.length === 0 &&
      motif('Personne n’exerce l’autorité parentale : une tutelle ou une délégation est à demander.', [
        C_CIV_371_1,
        C_CIV_373,
        C_CIV_377,
        C_CIV_411,
      ]),
    par('seul').length > 1 && motif('Deux personnes exercent « seules » en même temps.', [C_CIV_373_2_1], par('seul')),
    par('seul').length > 0 &&
      par('conjoint').length > 0 &&
      motif('Un exercice exclusif et un exercice conjoint se recouvrent.', [C_CIV_372, C_CIV_373_2_1], parents),
    par('conjoint').length === 1 &&
      par('delegation-partielle').length === 0 &&
      par('seul').length === 0 &&
      motif('Exercice conjoint, mais une seule personne est enregistrée.', [C_CIV_372], par('conjoint')),
    par('delegation-totale').length > 0 &&
      parents.length > 0 &&
      motif('Délégation totale, alors qu’un parent est enregistré comme exerçant.', [C_CIV_377], parents),
    par('tutelle').length > 0 &&
      parents.length > 0 &&
      motif('Tutelle ouverte, alors qu’un parent est enregistré comme exerçant.', [C_CIV_411], parents),
    ...duJour
      .filter(({ titulaire, exercice }) => titulaire && exercice === 'retire')
      .map((ligne) =>
        motif('Autorité parentale retirée, mais encore dite titulaire.', [C_CIV_378, C_CIV_378_1], [ligne]),
      ),
  ];
  return candidats.filter((candidat): candidat is Motif => candidat !== false);
}

function motif(texte: string, textes: Motif['textes'], lignes: readonly AutoriteParentale[] = []): Motif {
  return { motif: texte, textes, etapes: lignes.map(({ nom }) => nom) };
}

/** « exercée ensemble par … », « exercée par … seule » : la phrase de l'en-tête. */
export function formatAutorite({ mode, exercants, contradictions }: AutoriteDuJour): string {
  const noms = exercants.map(({ nom }) => nom).join(' et ');
  const phrases: Record<ModeExercice, string> = {
    inconnu: 'autorité parentale à renseigner',
    majeur: 'majeur : l’autorité parentale a pris fin',
    conjoint: `autorité parentale exercée ensemble par ${noms}`,
    seul: `autorité parentale exercée par ${noms}`,
    'delegation-totale': `autorité parentale déléguée à ${noms}`,
    'delegation-partielle': `autorité parentale partagée par délégation : ${noms}`,
    tutelle: `tutelle : ${noms}`,
    personne: 'personne n’exerce l’autorité parentale',
  };
  return contradictions.length > 0 && mode !== 'personne' ? `${phrases[mode]} (à vérifier)` : phrases[mode];
}
