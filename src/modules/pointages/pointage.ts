/** Le pointage : un passage devant la borne ou un geste sur la tablette, et ce qu'il dit de la présence d'un enfant. */
import { z } from 'zod';
import { formatMinutes } from '#shared/quart-d-heure.ts';

export const SENS = { ARRIVEE: 'Arrivée', DEPART: 'Départ' } as const;
export const Sens = z.enum(Object.keys(SENS) as [keyof typeof SENS], {
  error: 'Dites si c’est une arrivée ou un départ.',
});
export type Sens = z.infer<typeof Sens>;

export const ORIGINES = { BADGE: 'Badge', TABLETTE: 'Tablette', SAISIE: 'Saisie' } as const;
export type Origine = keyof typeof ORIGINES;

/** `numero` : la ligne du fichier, ou le rang du geste. Sans sens, la borne ne dit qu'un passage. */
export type Passage = Readonly<{ numero: number; minute: number; sens: Sens | null }>;

/** Une ligne qui porte l'arrivée et le départ ; l'un des deux peut manquer. */
export type Visite = Readonly<{ numero: number; arrivee: number | null; depart: number | null }>;

/** Ce qui se déduit des lignes d'un enfant, un jour, dans une crèche. */
export type PresenceLue = {
  arrivee: number;
  depart: number | null;
  /** L'arrivée manque : `arrivee` n'est qu'une borne, ses minutes ne comptent pas. */
  arriveeSupposee: boolean;
  doutes: string[];
  numeros: number[];
};

/** Une ligne qui n'a pas fait de présence, et pourquoi. */
export type LigneEcartee = { numero: number; raison: string };

export type Lecture = { presences: PresenceLue[]; ecartees: LigneEcartee[] };

/** Ce qu'il faut savoir du jour et de la crèche. */
export type ReglesDuJour = Readonly<{
  /** Deux passages à ce nombre de minutes ou moins n'en font qu'un. */
  double: number;
  /** L'heure d'ouverture : la borne d'une arrivée que personne n'a pointée. */
  ouvre: number;
  isOuverte: boolean;
  /** Le jour est passé : une présence encore ouverte n'a pas de départ. */
  isFini: boolean;
}>;

export const DOUTES = {
  departManquant: 'Départ manquant.',
  arriveeManquante: 'Arrivée manquante : ses minutes ne comptent pas.',
  inversees: 'Départ avant l’arrivée : les heures sont remises dans l’ordre.',
  memeMinute: 'Arrivée et départ à la même minute.',
  fermee: 'La crèche est fermée ce jour.',
  deuxCreches: 'Présent dans deux crèches à la fois.',
  autreCreche: 'Enfant d’une autre crèche, que rien n’attend ici.',
  chevauche: 'Chevauche une autre présence du même jour.',
} as const;

export function formatPresence({ arrivee, depart }: { arrivee: number; depart: number | null }): string {
  return `${formatMinutes(arrivee)} – ${depart === null ? '?' : formatMinutes(depart)}`;
}
