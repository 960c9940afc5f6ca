import type { RouterContextProvider } from 'react-router';
import { requeteContexte } from '#server/request-context.ts';
import { type ChoixDeColonnes, parseColonnes } from '#web/gabarits/choix-colonnes.ts';

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** Les colonnes que cette personne a choisies pour cette liste, et de quoi s'en souvenir. */
export function readColonnes({ request, context }: Args, liste: string): ChoixDeColonnes {
  return parseColonnes(request, liste, context.get(requeteContexte).securise);
}
