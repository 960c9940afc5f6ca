import { useRouteLoaderData } from 'react-router';
import type { Habilitation } from '#shared/habilitation.ts';
import type { CadreVue } from '#web/cadre/cadre-vue.ts';
import { Onglets } from '#web/ui/navigation-locale.tsx';

const ONGLETS = {
  fiche: { titre: 'Fiche', suite: '', habilitation: 'creches.lire' },
  jour: { titre: 'Jour', suite: '/jour', habilitation: 'creches.lire' },
  enfants: { titre: 'Enfants', suite: '/enfants', habilitation: 'creches.lire' },
  pointage: { titre: 'Pointage', suite: '/pointage', habilitation: 'creches.accueillir' },
  professionnels: { titre: 'Professionnels', suite: '/professionnels', habilitation: 'creches.lire' },
  activite: { titre: 'Activité', suite: '/activite', habilitation: 'creches.financer' },
  suivi: { titre: 'Suivi', suite: '/suivi', habilitation: 'creches.suivre' },
  travaux: { titre: 'Travaux', suite: '/travaux', habilitation: 'creches.suivre' },
  budget: { titre: 'Budget', suite: '/budget', habilitation: 'creches.suivre' },
} as const satisfies Record<string, { titre: string; suite: string; habilitation: Habilitation }>;
type OngletCreche = keyof typeof ONGLETS;

/** Les pages d'une crèche, celles que l'agent peut ouvrir. Chaque page vérifie de son côté. */
export function OngletsCreche({ id, courant }: { id: string; courant: OngletCreche }) {
  const habilitations = useRouteLoaderData<CadreVue>('cadre')?.agent?.habilitations ?? [];
  const onglets = Object.entries(ONGLETS)
    .filter(([, { habilitation }]) => habilitations.includes(habilitation))
    .map(([cle, { titre, suite }]) => ({ titre, href: `/creches/${id}${suite}`, actif: cle === courant }));
  return <Onglets libelle="Pages de cette crèche" onglets={onglets} />;
}
