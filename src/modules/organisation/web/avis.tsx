import { Form } from 'react-router';
import { jourCivilDeInstant } from '#shared/jour-civil.ts';
import { formatJour } from '#shared/jour-civil-format.ts';
import { PageDemandee } from '#shared/pagination.ts';
import { EnTetePage } from '#web/gabarits/en-tete-page.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { Bouton } from '#web/ui/bouton.tsx';
import { Etiquette } from '#web/ui/etiquette.tsx';
import { EtatVide } from '#web/ui/message.tsx';
import { Pagination } from '#web/ui/pagination.tsx';
import { Tableau } from '#web/ui/tableau.tsx';
import type { Avis } from '../avis.ts';
import { listAvis } from '../data/avis.server.ts';
import { recordAvisLu } from '../data/avis-commands.server.ts';
import type { Route } from './+types/avis.ts';

export function loader(args: Route.LoaderArgs) {
  const brut = Object.fromEntries(new URL(args.request.url).searchParams);
  return readPage(args, async (contexte) => ({ page: await listAvis(contexte, PageDemandee.parse(brut)) }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, { command: recordAvisLu, vers: () => '/organisation/avis', fait: 'Avis marqué comme lu.' });
}

export default function MesAvis({ loaderData: { page } }: Route.ComponentProps) {
  return (
    <>
      <EnTetePage titre="Mes avis" sous="Ce qu’un autre a fait et que vous devez savoir" />
      {page.total === 0 ? (
        <EtatVide titre="Aucun avis">
          Quand quelqu’un ouvrira en urgence un dossier que vous suivez, par exemple, vous le lirez ici.
        </EtatVide>
      ) : (
        <Tableau
          legende="Avis qui vous sont adressés, non lus d’abord"
          lignes={page.lignes}
          cle={({ id }) => id}
          ton={({ luLe }) => (luLe ? undefined : 'bientot')}
          colonnes={[
            { cle: 'titre', titre: 'Avis', cellule: renderTitre },
            { cle: 'texte', titre: 'Détail', cellule: ({ texte }) => texte },
            { cle: 'le', titre: 'Reçu le', cellule: ({ creeLe }) => formatJour(jourCivilDeInstant(creeLe), 'court') },
            { cle: 'lu', titre: 'Lecture', cellule: renderLecture },
          ]}
        />
      )}
      <Pagination page={page.page} pages={page.pages} adresse="/organisation/avis" />
    </>
  );
}

function renderTitre({ titre, lien }: Avis) {
  return lien ? <a href={lien}>{titre}</a> : titre;
}

function renderLecture({ id, luLe }: Avis) {
  if (luLe) return <Etiquette ton="fait">lu</Etiquette>;
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <Bouton petit>Marquer comme lu</Bouton>
    </Form>
  );
}
