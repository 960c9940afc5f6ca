import { useLocation } from 'react-router';
import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { Pagination } from '#web/ui/pagination.tsx';
import { countVues, readVue } from '../data/vues-queries.server.ts';
import { SuiviFiltre, VUES_SUIVI, type VueSuivi } from '../suivi-filtre.ts';
import type { Route } from './+types/suivi.ts';
import { FaitsMarquants, MesuresCorrectives } from './listes.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canDo(contexte.agent, 'creches.suivre')) throw new Introuvable('Absent, ou hors de vos missions.');
    const { filtre, brut } = parseFiltre(args.request, SuiviFiltre);
    const comptes = await countVues(contexte, filtre.territoire);
    const suite = filtre.territoire ? `&territoire=${filtre.territoire}` : '';
    return {
      ...(await readVue(contexte, filtre, PageDemandee.parse(brut))),
      onglets: (Object.entries(VUES_SUIVI) as [VueSuivi, string][]).map(([vue, titre]) => ({
        titre: `${titre} (${comptes.get(vue) ?? 0})`,
        href: `/creches/suivi?vue=${vue}${suite}`,
        actif: vue === filtre.vue,
      })),
      jour: contexte.aujourdhui,
    };
  });
}

export default function SuiviDesCreches({ loaderData: { mesures, faits, onglets, jour } }: Route.ComponentProps) {
  const { pathname, search } = useLocation();
  const { page, pages } = mesures ?? faits ?? { page: 1, pages: 1 };
  return (
    <>
      <EnTetePage
        titre="Suivi des crèches"
        sous="Suites de contrôle et faits marquants de vos crèches"
        fil={[{ titre: 'Crèches', href: '/creches' }]}
      />
      <Onglets libelle="Ce que l’on suit" onglets={onglets} />
      {mesures ? <MesuresCorrectives mesures={mesures.lignes} jour={jour} /> : null}
      {faits ? <FaitsMarquants faits={faits.lignes} /> : null}
      <Pagination page={page} pages={pages} adresse={`${pathname}${search}`} />
    </>
  );
}
