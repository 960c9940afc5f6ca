import type { MondeCreches } from './creches/creche-fictive.ts';
import type { Enfants } from './enfants/enfants.ts';
import type { Lot } from './lignes.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { Commande } from './parametres/profils.ts';

/** Qui est là et qui est suivi : ce dont tout le reste est l'histoire. */
export type Socle = { commande: Commande; organisation: Organisation; enfants: Enfants };
/** Ce que les générateurs déjà passés ont produit, pour ceux qui suivent. */
export type Departement = Socle & { informations: Lot[]; creches: MondeCreches };
