import './web/ui/style.css';
import type { ReactNode } from 'react';
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from 'react-router';
import { requeteContexte } from '#server/request-context.ts';
import { PageErreur } from '#web/cadre/page-erreur.tsx';
import { parsePreferences } from '#web/cadre/preferences.ts';
import type { RacineVue } from '#web/cadre/racine-vue.ts';
import type { Route } from './+types/root.ts';
import icone from './web/ui/marelle.svg';

export function loader({ request, context }: Route.LoaderArgs): RacineVue {
  return {
    preferences: parsePreferences(request.headers.get('cookie')),
    reference: context.get(requeteContexte).requestId,
  };
}

export function Layout({ children }: { children: ReactNode }) {
  const theme = useRouteLoaderData<RacineVue>('root')?.preferences.theme ?? 'auto';
  return (
    <html lang="fr" data-theme={theme === 'auto' ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href={icone} type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration />
        <Scripts />
      </body>
    </html>
  );
}

export default function Racine() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return (
    <main className="page-seule">
      <PageErreur error={error} />
    </main>
  );
}
