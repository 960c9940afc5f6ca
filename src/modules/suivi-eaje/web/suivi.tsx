import { Introuvable } from '#server/errors.ts';
import { canDo } from '#shared/agent-en-session.ts';
import { parseFiltre } from '#web/filtre.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { readPage } from '#web/page.server.ts';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { countVues, listVue } from '../data/vues-queries.server.ts';
import { SuiviFiltre, VUES_SUIVI, type VueSuivi } from '../suivi-filtre.ts';
import type { Route } from './+types/suivi.ts';
import { FaitsMarquants, MesuresCorrectives } from './listes.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    if (!canDo(contexte.agent, 'creches.suivre')) throw new Introuvable('Absent, ou hors de vos missions.');
    const { filtre } = parseFiltre(args.request, SuiviFiltre);
    const comptes = await countVues(contexte, filtre.territoire);
    const suite = filtre.territoire ? `&territoire=${filtre.territoire}` : '';
    return {
      ...(await listVue(contexte, filtre)),
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
  return (
    <>
      <EnTetePage
        titre="Suivi des crèches"
        sous="Suites de contrôle et faits marquants de vos crèches"
        fil={[{ titre: 'Crèches', href: '/creches' }]}
      />
      <Onglets libelle="Ce que l’on suit" onglets={onglets} />
      {mesures ? <MesuresCorrectives mesures={mesures} jour={jour} /> : <FaitsMarquants faits={faits ?? []} />}
    </>
  );
}
