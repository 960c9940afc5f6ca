import { redirect } from 'react-router';
import { requeteContexte } from '#server/request-context.ts';
import type { Route } from './+types/apparence.ts';
import { buildTemoin, parseRetour, parseTheme } from './preferences.ts';

/** Reçoit les petits formulaires de préférences (thème, raccourcis) et revient à la page. */
export async function action({ request, context }: Route.ActionArgs) {
  const saisie = await request.formData();
  const { securise } = context.get(requeteContexte);
  const headers = new Headers();
  if (saisie.has('theme'))
    headers.append('Set-Cookie', buildTemoin('theme', parseTheme(saisie.get('theme')), securise));
  if (saisie.has('raccourcis')) {
    const valeur = saisie.get('raccourcis') === 'non' ? 'non' : 'oui';
    headers.append('Set-Cookie', buildTemoin('raccourcis', valeur, securise));
  }
  return redirect(parseRetour(saisie.get('retour')), { headers, status: 303 });
}
