import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { CommuneFiltre } from '../../commune.ts';
import { listCommunes } from '../../data/secteurs.server.ts';
import { COLONNES_COMMUNES } from '../../exports/classeurs.ts';
import type { Route } from './+types/classeur.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre } = parseFiltre(args.request, CommuneFiltre);
    const { lignes } = await listCommunes(contexte, filtre, TOUTES_LES_LIGNES);
    const jour = contexte.aujourdhui;
    return sendClasseur(
      await buildClasseurDeListe({ nom: 'Communes', colonnes: COLONNES_COMMUNES, lignes, jour }),
      'communes',
      jour,
    );
  });
}
