import type { Profil } from '../../parametres/profils.ts';
import { decoupageManche } from './manche.ts';
import { decoupageSomme } from './somme.ts';
import type { DecoupageDecrit } from './territoire.ts';
import { decoupageValDeMarne } from './val-de-marne.ts';

export const DECOUPAGES: Readonly<Record<Profil, DecoupageDecrit>> = {
  manche: decoupageManche,
  somme: decoupageSomme,
  'val-de-marne': decoupageValDeMarne,
};
