import { formatVersionLue, NATURES_DOCUMENT } from '#modules/eaje/index.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { readValeurs } from '#web/valeurs.ts';
import { recordVersionDocument } from '../data/documents-commands.server.ts';
import type { Route } from './+types/document-nouvelle.ts';
import { ChampsDocument, LIBELLES_DOCUMENT } from './champs-document.tsx';
import { getDocument } from './document.server.ts';
import { formatAdresseDocument, listFilDocument } from './document-adresse.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, (contexte) => getDocument(contexte, args.params, true));
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const { id, nature } = args.params;
  return actPage(args, {
    command: recordVersionDocument,
    avec: { etablissementId: id, nature },
    vers: () => formatAdresseDocument(id, nature),
    fait: 'Nouvelle version inscrite.',
  });
}

export default function NouvelleVersion({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, nature, versions } = loaderData;
  const { erreurs, v, saisi } = readValeurs(actionData, null, LIBELLES_DOCUMENT);
  return (
    <Saisie
      titre={versions.length > 0 ? 'Nouvelle version' : 'Inscrire le document'}
      sous={`${NATURES_DOCUMENT[nature]} · ${nom}`}
      fil={listFilDocument(loaderData)}
      acte="Enregistrer la version"
      retour={formatAdresseDocument(id, nature)}
      rendue={actionData}
      saisi={saisi}
      version={formatVersionLue(versions[0])}
      intro="Elle vaudra désormais ; les précédentes restent derrière elle. Marelle ne garde que les dates : le document lui-même reste où vous le rangez."
    >
      <ChampsDocument nature={nature} v={v} erreurs={erreurs} />
    </Saisie>
  );
}
