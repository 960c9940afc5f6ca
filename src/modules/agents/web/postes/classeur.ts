import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { listPostes } from '../../data/postes.server.ts';
import { COLONNES_POSTES } from '../../exports/classeurs.ts';
import { PosteFiltre } from '../../poste.ts';
import type { Route } from './+types/classeur.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre } = parseFiltre(args.request, PosteFiltre);
    const { lignes } = await listPostes(contexte, filtre, TOUTES_LES_LIGNES);
    const jour = contexte.aujourdhui;
    return sendClasseur(
      await buildClasseurDeListe({ nom: 'Postes', colonnes: COLONNES_POSTES, lignes, jour }),
      'postes',
      jour,
    );
  });
}
