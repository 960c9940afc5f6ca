import { getDepartement } from '#modules/organisation/index.server.ts';
import { ZONES_FERIEES } from '#modules/organisation/index.ts';
import { buildDocument } from '#modules/trames/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { getZoneFeriee } from '#shared/jours-feries.ts';
import { sendDocumentWord } from '#web/document-word.server.ts';
import { readPage } from '#web/page.server.ts';
import { CALCUL_DE_DELAI, type DonneesCalculDeDelai } from '../exports/trames.ts';
import type { Route } from './+types/delais-word.ts';
import { buildDelais, type DelaiVu } from './delais-view.ts';

/** Le même calcul que la page, dans la trame du département. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { code } = await getDepartement(contexte);
    const { delai } = buildDelais(new URL(args.request.url).searchParams, getZoneFeriee(code), contexte.aujourdhui);
    if (!delai) throw new Introuvable('Il n’y a pas de délai à cette adresse.');
    return sendDocumentWord(`delai-${contexte.aujourdhui}`, () =>
      buildDocument(contexte, CALCUL_DE_DELAI, buildDonnees(delai)),
    );
  });
}

function buildDonnees({ etapes, textes, reportee, joursDeReport, zone, ...delai }: DelaiVu): DonneesCalculDeDelai {
  return {
    echeance: delai.echeance,
    theorique: delai.theorique,
    regime: delai.regime,
    zone: ZONES_FERIEES[zone],
    reporte: joursDeReport > 0,
    en_procedure_civile: reportee,
    etapes: etapes.map((etape) => ({ etape })),
    textes: textes.map((texte) => ({ texte })),
  };
}
