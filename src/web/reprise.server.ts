import type { RouterContextProvider } from 'react-router';
import { findSaisieEnAttente, recordSaisieEnAttente } from '#modules/comptes/index.server.ts';
import { authentificationContexte } from '#server/request-context.ts';

type Args = { request: Request; context: Readonly<RouterContextProvider> };
type Valeurs = Record<string, string | string[]>;

/** Session absente au moment d'enregistrer : garde ce qui était tapé, et dit où revenir le retrouver. */
export async function recordSaisieInterrompue(
  { request, context }: Args,
  chemin: string,
  readValeurs: (formulaire: FormData) => Valeurs,
): Promise<string | undefined> {
  const type = request.headers.get('content-type') ?? '';
  if (request.method !== 'POST' || request.bodyUsed || !type.includes('form')) return undefined;
  const valeurs = readValeurs(await request.clone().formData());
  return recordSaisieEnAttente(context.get(authentificationContexte), request, { chemin, valeurs });
}

/** Ce qui avait été tapé sur cette page avant que la session n'expire : à rendre au gabarit `Saisie`. */
export async function findSaisieReprise({ request, context }: Args): Promise<{ valeurs: Valeurs } | undefined> {
  const { pathname, searchParams } = new URL(request.url);
  const id = searchParams.get('reprise');
  if (!id) return undefined;
  const saisie = await findSaisieEnAttente(context.get(authentificationContexte), request, id);
  const ici = pathname.replace(/\.data$/, '');
  return saisie && new URL(saisie.chemin, request.url).pathname === ici ? { valeurs: saisie.valeurs } : undefined;
}
