/**
 * Statut du jour et ce qu'il change : qui décide pour l'enfant.
 *
 * Le texte : le mineur est celui qui n'a pas dix-huit ans accomplis (C. civ. 388) ; à dix-huit ans, chacun est capable (414).
 * Lu ici : le jour du dix-huitième anniversaire, l'enfant est majeur, quel que soit le statut enregistré ; né un 29 février,
 * il l'est le 28 février des années communes (TPS-07). Une date de naissance inconnue ne rend personne majeur.
 */
import { type Anniversaire29Fevrier, anniversaire, type JourCivil } from '#shared/jour-civil.ts';
import { containsJour } from '#shared/periode.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import type { Statut, StatutCode } from '../statut.ts';
import {
  C_CIV_371_1,
  C_CIV_373_4,
  C_CIV_375_7,
  C_CIV_377,
  C_CIV_388,
  C_CIV_411,
  C_CIV_414,
  CASF_L224_4,
} from './textes.ts';

export type StatutDuJour = {
  code: StatutCode;
  /** La ligne enregistrée ; absente si le statut vient de l'âge ou manque. */
  ligne: Statut | undefined;
  /** Jour de la majorité, s'il se calcule. */
  majorite: JourCivil | null;
};

export function evaluateStatut(
  lignes: readonly Statut[],
  naissance: JourCivil | null,
  jour: JourCivil,
  regle?: Anniversaire29Fevrier,
): StatutDuJour {
  const majorite = naissance === null ? null : anniversaire(naissance, 18, regle);
  const ligne = lignes.find((candidate) => containsJour(candidate, jour));
  if (majorite !== null && majorite <= jour) return { code: 'majeur', ligne: undefined, majorite };
  return { code: ligne?.code ?? 'a-determiner', ligne, majorite };
}

export type Decision = { usuels: string; nonUsuels: string; textes: readonly TexteLegal[] };

const PARENTS: Decision = {
  usuels: 'qui accueille l’enfant',
  nonUsuels:
    'les titulaires de l’autorité parentale ; en cas de refus abusif, le juge des enfants peut autoriser un acte',
  textes: [C_CIV_371_1, C_CIV_373_4, C_CIV_375_7],
};

/** Qui décide, statut par statut. */
export const QUI_DECIDE: Record<StatutCode, Decision> = {
  'autorite-parentale': PARENTS,
  'a-determiner': { ...PARENTS, usuels: 'qui accueille l’enfant, statut à vérifier', nonUsuels: 'à vérifier' },
  'delegation-autorite-parentale': {
    usuels: 'le délégataire',
    nonUsuels: 'le délégataire dans la mesure du jugement ; jamais le consentement à l’adoption',
    textes: [C_CIV_377],
  },
  'tutelle-departementale': {
    usuels: 'le président du conseil départemental, tuteur',
    nonUsuels: 'le président du conseil départemental, tuteur',
    textes: [C_CIV_411],
  },
  'tutelle-familiale': { usuels: 'le tuteur', nonUsuels: 'le tuteur et le conseil de famille', textes: [] },
  'pupille-provisoire': {
    usuels: 'le gardien, pour le tuteur',
    nonUsuels: 'le préfet, tuteur, et le conseil de famille',
    textes: [CASF_L224_4],
  },
  'pupille-definitif': {
    usuels: 'le gardien, pour le tuteur',
    nonUsuels: 'le préfet, tuteur, et le conseil de famille',
    textes: [CASF_L224_4],
  },
  emancipe: { usuels: 'le mineur lui-même', nonUsuels: 'le mineur lui-même, sauf ce que la loi réserve', textes: [] },
  majeur: { usuels: 'le jeune majeur', nonUsuels: 'le jeune majeur', textes: [C_CIV_388, C_CIV_414] },
};
