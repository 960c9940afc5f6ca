/** L'exercice d'une crèche : ce que ni les contrats ni les pointages ne disent, et que quelqu'un saisit. */
export type Exercice = Readonly<{
  id: string;
  etablissementId: string;
  annee: number;
  chargesCentimes: number | null;
  /** Nuls, ici et plus bas : à saisir, ce qui ne vaut pas zéro. */
  autresRecettesCentimes: number | null;
  bonusMixiteCentimes: number | null;
  bonusHandicapCentimes: number | null;
  bonusTerritoireCentimes: number | null;
  bonusAttractiviteCentimes: number | null;
  /** En minutes. */
  factureesPrevues: number | null;
  realiseesPrevues: number | null;
  chargesPrevuesCentimes: number | null;
  previsionnel: readonly number[] | null;
  journeesPedagogiques: number | null;
  minutesHorsPresence: number | null;
  minutesExceptionnelles: number | null;
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
