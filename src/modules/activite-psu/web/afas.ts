import { Introuvable } from '#server/errors.ts';
import { recordTrace } from '#server/journal.ts';
import { parseFiltre } from '#web/filtre.ts';
import { readPage } from '#web/page.server.ts';
import { canListActivite } from '../droits.ts';
import type { Route } from './+types/afas.ts';
import { buildAfas, DeclarationFiltre } from './declarations-view.ts';
import { loadDeclaration, parseAnnee, sendCsv } from './lecture.server.ts';

/** Les données d'activité et financières de ses crèches ; l'export est au journal. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canListActivite(contexte.agent)) throw new Introuvable('Absent, ou hors de vos missions.');
    const annee = parseAnnee(args.request, contexte);
    const { nature } = parseFiltre(args.request, DeclarationFiltre).filtre;
    const declarees = await loadDeclaration(contexte, annee, nature);
    await recordTrace(contexte.tx, {
      acte: 'activite-psu.afas.exporter',
      detail: { annee, nature, lignes: declarees.length },
    });
    return sendCsv(buildAfas(declarees, nature, annee), `afas-${annee}-${nature}-dessin-a-confirmer`);
  });
}
