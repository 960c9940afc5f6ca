import { type ReactNode, useMemo } from 'react';
import { Outlet, useLocation, useNavigation, useRouteLoaderData } from 'react-router';
import { formatJour } from '#shared/jour-civil-format.ts';
import { openSession } from '../page.server.ts';
import { Avis, Bandeau } from '../ui/message.tsx';
import type { Route } from './+types/cadre.ts';
import { getCadre } from './cadre.server.ts';
import { type CadreVue, cadreSansAgent } from './cadre-vue.ts';
import { useClavier } from './clavier.ts';
import { useFoyerAuContenu, useLiensInternes } from './liens.ts';
import { listEntrees } from './navigation.ts';
import { Outils } from './outils.tsx';
import { PageErreur } from './page-erreur.tsx';
import type { RacineVue } from './racine-vue.ts';
import { BarreDuBas, Rail } from './rail.tsx';

/** Toute page du cadre s'ouvre au nom d'un agent connecté. */
export const middleware: Route.MiddlewareFunction[] = [openSession];

export function loader(args: Route.LoaderArgs) {
  return getCadre(args);
}

export default function CadreDePage({ loaderData }: Route.ComponentProps) {
  return (
    <Cadre vue={loaderData}>
      <Outlet />
    </Cadre>
  );
}

/** Une page introuvable ou en erreur garde le cadre : on n'est jamais sans issue. */
export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  const vue = useRouteLoaderData<typeof loader>('cadre') ?? cadreSansAgent;
  return (
    <Cadre vue={vue}>
      <PageErreur error={error} />
    </Cadre>
  );
}

function Cadre({ vue, children }: { vue: CadreVue; children: ReactNode }) {
  const { pathname, search } = useLocation();
  const enChemin = useNavigation().state !== 'idle';
  const racine = useRouteLoaderData<RacineVue>('root');
  const preferences = racine?.preferences ?? { theme: 'auto', raccourcis: true };
  const entrees = useMemo(() => (vue.agent ? listEntrees(vue.agent.habilitations) : []), [vue.agent]);
  useLiensInternes();
  useFoyerAuContenu();
  useClavier(entrees, preferences.raccourcis);
  return (
    <>
      <a className="evitement" href="#contenu">
        Aller au contenu
      </a>
      {vue.demo ? <Bandeau>Département de démonstration : toutes les personnes sont fictives</Bandeau> : null}
      <div className="cadre">
        <Rail entrees={entrees} chemin={pathname} compteurs={vue.compteurs} />
        <div className="page">
          <Outils agent={vue.agent} preferences={preferences} adresse={pathname + search} />
          <MentionImpression vue={vue} />
          <main id="contenu" tabIndex={-1} aria-busy={enChemin || undefined}>
            {vue.fait ? (
              <Avis ton="fait" annonce>
                {vue.fait}
              </Avis>
            ) : null}
            {children}
          </main>
        </div>
        <BarreDuBas chemin={pathname} />
      </div>
    </>
  );
}

function MentionImpression({ vue: { agent, aujourdhui } }: { vue: CadreVue }) {
  return (
    <p className="impression-seule mention-impression">
      Marelle{aujourdhui ? ` · imprimé le ${formatJour(aujourdhui, 'long')}` : ''}
      {agent ? ` par ${agent.nom}, ${agent.poste}` : ''} · Document confidentiel, soumis au secret professionnel (CASF,
      art. L221-6)
    </p>
  );
}
