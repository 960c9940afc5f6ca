import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { listDelegations } from '../data/delegations.server.ts';
import { DelegationFiltre } from '../delegation.ts';
import { buildColonnesDelegations } from '../exports/classeur.ts';
import type { Route } from './+types/classeur.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre } = parseFiltre(args.request, DelegationFiltre);
    const jour = contexte.aujourdhui;
    const { lignes } = await listDelegations(contexte, { filtre, jour }, TOUTES_LES_LIGNES);
    const colonnes = buildColonnesDelegations(jour);
    return sendClasseur(
      await buildClasseurDeListe({ nom: 'Délégations', colonnes, lignes, jour }),
      'delegations',
      jour,
    );
  });
}
