import type { Alea } from '../alea.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Commande } from '../parametres/profils.ts';
import type { LignesCreches } from './lignes.ts';

/** Une étape : la commande, l'organisation, les lignes déjà produites et son propre hasard. */
export type Chantier = { commande: Commande; organisation: Organisation; lignes: LignesCreches; racine: Alea };
