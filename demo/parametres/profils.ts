import { manche } from './manche.ts';
import type { ParametresProfil } from './parametre.ts';
import { somme } from './somme.ts';
import { valDeMarne } from './val-de-marne.ts';

export const PROFILS = { manche, somme, 'val-de-marne': valDeMarne } as const satisfies Record<
  string,
  ParametresProfil
>;
export type Profil = keyof typeof PROFILS;

export const CODES_DEPARTEMENT: Readonly<Record<Profil, string>> = { manche: '50', somme: '80', 'val-de-marne': '94' };

export const isProfil = (valeur: string): valeur is Profil => valeur in PROFILS;

/** Ce que l'on demande au générateur. L'échelle 1 donne le département entier, 0,1 un dixième des situations. */
export type Commande = { profil: Profil; echelle: number; graine: number };
