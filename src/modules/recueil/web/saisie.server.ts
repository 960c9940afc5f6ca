import type { Contexte } from '#database/as-agent.ts';
import { readFichiers } from '#modules/informations-preoccupantes/index.server.ts';
import { canCreateInformation } from '#modules/informations-preoccupantes/index.ts';
import { Introuvable } from '#server/errors.ts';
import { readFormulaire, readPage } from '#web/page.server.ts';
import type { Valeurs } from './blocs.ts';

type Args = Parameters<typeof readPage>[0];

/** Le formulaire tel qu'il est arrivé : les champs tapés, le geste demandé, les documents. */
export async function readSaisieInformation(request: Request) {
  const formulaire = await request.clone().formData();
  const { geste, ...valeurs } = readFormulaire(formulaire);
  return {
    valeurs: { ...valeurs, rendu: String(Number(valeurs.rendu ?? 0) + 1) } as Valeurs,
    geste: typeof geste === 'string' ? geste : '',
    fichiers: await readFichiers(formulaire, 'pieces'),
  };
}

/** Une page de la cellule : absente pour qui ne reçoit pas d'information. */
export function readPageDeCellule<T>(args: Args, fn: (contexte: Contexte) => Promise<T>): Promise<T> {
  return readPage(args, (contexte) => {
    if (!canCreateInformation(contexte.agent))
      throw new Introuvable('Cette page n’existe pas, ou vous n’y avez pas accès.');
    return fn(contexte);
  });
}
