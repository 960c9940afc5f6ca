import type { Enfants } from './enfants/enfants.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { Commande } from './parametres/profils.ts';

/** Ce que les générateurs déjà passés ont produit, pour ceux qui suivent. */
export type Departement = { commande: Commande; organisation: Organisation; enfants: Enfants };
