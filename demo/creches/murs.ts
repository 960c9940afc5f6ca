import type { Numero } from '../calendrier.ts';

export type Tranche = 'BEBES' | 'MOYENS' | 'GRANDS' | 'MULTI_AGES';
export type SectionFictive = { id: string; tranche: Tranche; places: number };

export type AutorisationFictive = {
  du: Numero;
  au: Numero;
  places: number;
  modulations: { debut: number; fin: number; places: number }[];
};

/** Les murs d'une crèche : ce que les autres générateurs ont à en savoir. */
export type Structure = {
  id: string;
  uniteId: string;
  code: string;
  nom: string;
  territoireCode: string;
  territoireId: string;
  communeCode: string;
  codePostal: string;
  places: number;
  methode: 'UN_POUR_SIX' | 'CINQ_HUIT';
  qpv: boolean;
  ouvre: number;
  ferme: number;
  sections: SectionFictive[];
  fermetures: { du: Numero; au: Numero }[];
  autorisations: AutorisationFictive[];
  /** Rang dans son territoire : les défauts certains s'y placent. */
  rang: number;
};
