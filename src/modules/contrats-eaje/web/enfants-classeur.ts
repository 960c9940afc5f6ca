import { buildClasseurDeListe } from '#documents/classeur-de-liste.ts';
import { canAccueillir } from '#modules/eaje/index.ts';
import { sendClasseur, TOUTES_LES_LIGNES } from '#web/classeur.server.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { listContratsARevoir } from '../data/baremes.server.ts';
import { listEnfants } from '../data/enfants.server.ts';
import { getCreche } from '../data/familles.server.ts';
import { EnfantFiltre } from '../enfant-filtre.ts';
import { COLONNES_ENFANTS } from '../exports/enfants.ts';
import type { Route } from './+types/enfants-classeur.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { filtre } = parseFiltre(args.request, EnfantFiltre);
    const creche = await getCreche(contexte.tx, args.params.id);
    const voitRessources = canAccueillir(contexte.agent, creche);
    const revoir = voitRessources ? await listContratsARevoir(contexte, creche.id) : [];
    const demande = { etablissementId: creche.id, voitRessources, aRevoir: revoir.map(({ id }) => id) };
    const { lignes } = await listEnfants(contexte, demande, filtre, TOUTES_LES_LIGNES);
    const jour = contexte.aujourdhui;
    const contenu = await buildClasseurDeListe({ nom: 'Enfants', colonnes: COLONNES_ENFANTS, lignes, jour });
    return sendClasseur(contenu, 'enfants', jour);
  });
}
