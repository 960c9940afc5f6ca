import { formatJour } from '#shared/jour-civil-format.ts';
import { LIBELLE_CONFIANCE } from '#shared/texte-legal.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { listOnglets } from '#web/gabarits/onglets-organisation.ts';
import { readPage } from '#web/page.server.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { Onglets } from '#web/ui/navigation-locale.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { listParametres } from '../../data/parametres.server.ts';
import type { Parametre } from '../../parametre.ts';
import type { Route } from './+types/liste.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => ({ parametres: await listParametres(contexte) }));
}

export default function Parametres({ loaderData: { parametres } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Paramètres du département"
        sous="Ce que la loi laisse au département, avec sa source et son histoire ; jamais confondu avec elle"
      />
      <Onglets libelle="Pages de l’organisation" onglets={listOnglets('parametres')} />
      {[...Map.groupBy(parametres, ({ groupe }) => groupe)].map(([groupe, lignes]) => (
        <section className="section" key={groupe}>
          <h2>{groupe}</h2>
          <TableauParametres groupe={groupe} lignes={lignes} />
        </section>
      ))}
    </>
  );
}

function TableauParametres({ groupe, lignes }: { groupe: string; lignes: readonly Parametre[] }) {
  return (
    <Tableau
      legende={`Paramètres : ${groupe}`}
      lignes={lignes}
      cle={({ cle }) => cle}
      colonnes={[
        {
          cle: 'libelle',
          titre: 'Paramètre',
          cellule: ({ cle, libelle, aide }) => (
            <>
              <a href={`/organisation/parametres/${cle}`}>{libelle}</a>
              <small>{aide}</small>
            </>
          ),
        },
        { cle: 'valeur', titre: 'Valeur', cellule: ({ lisible }) => <strong>{lisible}</strong> },
        {
          cle: 'depuis',
          titre: 'Depuis',
          cellule: ({ depuis }) => (depuis ? formatJour(depuis, 'court') : <Etiquette>valeur par défaut</Etiquette>),
        },
        {
          cle: 'source',
          titre: 'Source',
          cellule: ({ source, confiance }) => (
            <>
              {source}
              <small>{LIBELLE_CONFIANCE[confiance]}</small>
            </>
          ),
        },
      ]}
    />
  );
}
