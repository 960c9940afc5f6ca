import { getFicheInformation } from '#modules/informations-preoccupantes/index.server.ts';
import { canRecueillir } from '#modules/informations-preoccupantes/index.ts';
import { readPageDActe } from '#modules/recueil/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import type { Route } from './+types/transfert-json.ts';
import { buildDossierTransmis } from './transfert-view.ts';

/** Le dossier de transfert pour un autre logiciel : les mêmes parties que la page. */
export async function loader(args: Route.LoaderArgs) {
  const { numero, dossier } = await readPageDActe(args, canRecueillir, async (contexte, { id }) => {
    const fiche = await getFicheInformation(contexte, id);
    if (!fiche.transfert) throw new Introuvable('Cette information n’a pas été transférée.');
    await recordTrace(contexte.tx, { acte: 'informations.transfert.exporter', objetId: id });
    return { dossier: buildDossierTransmis(fiche) };
  });
  const corps = {
    numero,
    objet: dossier.objet,
    parties: dossier.parties.map(({ titre, lignes }) => ({
      titre,
      lignes: lignes.map(([libelle, valeur]) => ({ libelle, valeur })),
    })),
  };
  return new Response(JSON.stringify(corps, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="transfert-${numero}.json"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
