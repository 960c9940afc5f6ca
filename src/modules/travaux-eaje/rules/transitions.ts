/**
 * Les états d'un dossier de travaux, et ce qui l'arrête entre deux (TRV-01, TRV-02, TRV-03, pratiques).
 *
 * Ce que dit la pratique : besoin, validé, programmé, en cours, reçu, rouvert ; ou abandonné, avec sa raison, tant que rien n'a commencé. Un dossier
 * rouvert ou abandonné ne bouge plus. L'impact est chiffré avant de valider ; la crèche ne rouvre pas tant qu'un point de la liste de contrôle manque.
 * Comment elle est lue ici : un chiffrage vaut pour les dates, les places et les heures dont il se calcule ; si elles changent avant la programmation, il
 * est à refaire. Chaque point de la liste est tenu, preuve à l'appui, entre le début réel des travaux et le jour de la réouverture ; un point sans objet se tient aussi, en
 * disant pourquoi. Ces règles sont celles que le département se donne : elles arrêtent ses propres actes, aucun texte ne les impose.
 * Non traité : des travaux interrompus, qui restent en cours ; la visite de la commission de sécurité, qui se dit dans sa preuve.
 */
import type { JourCivil } from '#shared/jour-civil.ts';
import type { TexteLegal } from '#shared/texte-legal.ts';
import {
  type ActeTravaux,
  type DossierTravaux,
  type EtatTravaux,
  POINTS_REOUVERTURE,
  type PointReouverture,
  type Prevision,
} from '../dossier-travaux.ts';
import { TRV_01, TRV_02, TRV_03 } from './textes.ts';

export const TRANSITIONS: Record<EtatTravaux, Readonly<Partial<Record<ActeTravaux, EtatTravaux>>>> = {
  BESOIN: { valider: 'VALIDE', abandonner: 'ABANDONNE' },
  VALIDE: { programmer: 'PROGRAMME', abandonner: 'ABANDONNE' },
  PROGRAMME: { commencer: 'EN_COURS', abandonner: 'ABANDONNE' },
  EN_COURS: { recevoir: 'RECU' },
  RECU: { rouvrir: 'ROUVERT' },
  ROUVERT: {},
  ABANDONNE: {},
};

export function findEtatSuivant(etat: EtatTravaux, acte: ActeTravaux): EtatTravaux | undefined {
  return TRANSITIONS[etat][acte];
}

/** Ni rouvert ni abandonné. */
export function isOuvert(etat: EtatTravaux): boolean {
  return etat !== 'ROUVERT' && etat !== 'ABANDONNE';
}

const LUS: readonly (keyof Prevision)[] = ['debutPrevu', 'reouverturePrevue', 'placesGelees', 'gelDebut', 'gelFin'];

export type EtatDuChiffrage = 'absent' | 'perime' | 'a-jour';

export function evaluateChiffrage(dossier: Prevision & Pick<DossierTravaux, 'impact'>): EtatDuChiffrage {
  const { impact } = dossier;
  if (impact === null) return 'absent';
  return LUS.every((champ) => dossier[champ] === impact[champ]) ? 'a-jour' : 'perime';
}

export function listPointsManquants(
  { points, commenceLe }: Pick<DossierTravaux, 'points' | 'commenceLe'>,
  le: JourCivil,
): PointReouverture[] {
  const tenus = new Set(
    points
      .filter(({ tenuLe }) => commenceLe !== null && commenceLe <= tenuLe && tenuLe <= le)
      .map(({ point }) => point),
  );
  return (Object.keys(POINTS_REOUVERTURE) as PointReouverture[]).filter((point) => !tenus.has(point));
}

/** Commencés, les travaux gèlent ce qu'ils gèlent (IND-10) : de la prévision, seule la réouverture bouge encore. Rend le champ qui ne le peut pas. */
export function findChampFige(avant: DossierTravaux, apres: Prevision): keyof Prevision | undefined {
  if (avant.commenceLe === null) return undefined;
  return LUS.find((champ) => champ !== 'reouverturePrevue' && avant[champ] !== apres[champ]);
}

type Examine = Prevision & Pick<DossierTravaux, 'impact' | 'points' | 'commenceLe'>;
export type Obstacle = Readonly<{ motif: string; texte: TexteLegal; champ: string }>;

/** Ce qui empêche l'acte ce jour ; rien s'il se peut. */
export function findObstacle(
  acte: ActeTravaux,
  dossier: Examine,
  { le, motif }: { le: JourCivil; motif: string | null },
): Obstacle | undefined {
  if (acte === 'abandonner' && !motif)
    return { motif: 'Dites pourquoi ces travaux sont abandonnés.', texte: TRV_01, champ: 'motif' };
  if (acte === 'valider' || acte === 'programmer') return findObstacleChiffrage(dossier);
  if (acte !== 'rouvrir') return undefined;
  const manquent = listPointsManquants(dossier, le);
  if (manquent.length === 0) return undefined;
  const noms = manquent.map((point) => POINTS_REOUVERTURE[point]).join(', ');
  return { motif: `La crèche ne rouvre pas : il manque ${noms} (TRV-03).`, texte: TRV_03, champ: 'acte' };
}

function findObstacleChiffrage(dossier: Examine): Obstacle | undefined {
  const etat = evaluateChiffrage(dossier);
  if (etat === 'a-jour') return undefined;
  const motif =
    etat === 'absent'
      ? 'L’impact se chiffre avant de valider : dites les dates et les places gelées, puis chiffrez (TRV-02).'
      : 'Les dates ou les places ont changé depuis le chiffrage : chiffrez de nouveau l’impact (TRV-02).';
  return { motif, texte: TRV_02, champ: 'acte' };
}
