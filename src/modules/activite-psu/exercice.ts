/** L'exercice d'une crèche : ce que ni les contrats ni les pointages ne disent, et que quelqu'un saisit. */
export type Exercice = Readonly<{
  id: string;
  etablissementId: string;
  annee: number;
  chargesCentimes: number | null;
  autresRecettesCentimes: number;
  /** Nuls : montants à saisir, qui ne valent pas zéro. */
  bonusMixiteCentimes: number | null;
  bonusHandicapCentimes: number | null;
  bonusTerritoireCentimes: number | null;
  bonusAttractiviteCentimes: number | null;
  /** En minutes. */
  factureesPrevues: number | null;
  realiseesPrevues: number | null;
  chargesPrevuesCentimes: number | null;
  previsionnel: readonly number[] | null;
  journeesPedagogiques: number;
  minutesHorsPresence: number;
  minutesExceptionnelles: number;
  organismeCaf: string | null;
  version: number;
}>;

export const BONUS = {
  bonusMixiteCentimes: 'Bonus mixité sociale',
  bonusHandicapCentimes: 'Bonus inclusion handicap',
  bonusTerritoireCentimes: 'Bonus territoire (CTG)',
  bonusAttractiviteCentimes: 'Bonus attractivité',
} as const;
export type NatureBonus = keyof typeof BONUS;
