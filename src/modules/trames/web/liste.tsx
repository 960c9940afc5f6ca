import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { listNatures } from '#web/natures-document.server.ts';
import { readPage } from '#web/page.server.ts';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import { listTramesEnUsage } from '../data/trames.server.ts';
import type { Route } from './+types/liste.ts';
import { formatJourDe } from './trames-view.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const trames = await listTramesEnUsage(contexte);
    const documents = listNatures().map(({ cle, titre, groupe, aide }) => {
      const trame = trames.get(cle);
      const sienne = trame?.fichierNom ? { version: trame.version, depuis: formatJourDe(trame), par: trame.par } : null;
      return { cle, titre, groupe, aide, sienne };
    });
    return { documents };
  });
}

type Documents = Route.ComponentProps['loaderData']['documents'];

export default function Trames({ loaderData: { documents } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage
        titre="Trames Word"
        sous="Les documents que Marelle remplit, et le modèle Word de chacun : celui de Marelle, ou le vôtre"
      />
      {documents.length === 0 ? <EtatVide titre="Aucun document">Aucun module n’en fait encore.</EtatVide> : null}
      {[...Map.groupBy(documents, ({ groupe }) => groupe)].map(([groupe, lignes]) => (
        <section className="section" key={groupe}>
          <h2>{groupe}</h2>
          <TableauTrames groupe={groupe} lignes={lignes} />
        </section>
      ))}
    </>
  );
}

function TableauTrames({ groupe, lignes }: { groupe: string; lignes: Documents }) {
  return (
    <Tableau
      legende={`Trames : ${groupe}`}
      lignes={lignes}
      cle={({ cle }) => cle}
      colonnes={[
        {
          cle: 'titre',
          titre: 'Document',
          cellule: ({ cle, titre, aide }) => (
            <>
              <a href={`/administration/trames/${cle}`}>{titre}</a>
              <small>{aide}</small>
            </>
          ),
        },
        {
          cle: 'trame',
          titre: 'Trame qui sert',
          cellule: ({ sienne }) =>
            sienne ? (
              <Etiquette ton="accent">{`la vôtre, version ${sienne.version}`}</Etiquette>
            ) : (
              <Etiquette>celle de Marelle</Etiquette>
            ),
        },
        {
          cle: 'depuis',
          titre: 'Depuis',
          cellule: ({ sienne }) =>
            sienne ? (
              <>
                {sienne.depuis}
                <small>{sienne.par}</small>
              </>
            ) : null,
        },
      ]}
    />
  );
}
