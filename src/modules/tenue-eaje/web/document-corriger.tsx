import { formatVersionLue, NATURES_DOCUMENT } from '#modules/eaje/index.ts';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { readValeurs } from '#web/valeurs.ts';
import { updateDocument } from '../data/documents-commands.server.ts';
import type { Route } from './+types/document-corriger.ts';
import { ChampsDocument, LIBELLES_DOCUMENT } from './champs-document.tsx';
import { getDocument } from './document.server.ts';
import { formatAdresseDocument, listFilDocument } from './document-adresse.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const lu = await getDocument(contexte, args.params, true);
    const [actuelle] = lu.versions;
    if (!actuelle) throw new Introuvable('Ce document n’a pas encore de version.');
    return { ...lu, actuelle };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const { id, nature } = args.params;
  return actPage(args, {
    command: updateDocument,
    avec: { etablissementId: id, nature },
    vers: () => formatAdresseDocument(id, nature),
    fait: 'Version corrigée.',
  });
}

export default function CorrigerVersion({ loaderData, actionData }: Route.ComponentProps) {
  const { id, nom, nature, actuelle } = loaderData;
  const { erreurs, v, saisi } = readValeurs(actionData, actuelle, LIBELLES_DOCUMENT);
  return (
    <Saisie
      titre="Corriger la dernière version"
      sous={`${NATURES_DOCUMENT[nature]} · ${nom}`}
      fil={listFilDocument(loaderData)}
      acte="Enregistrer la correction"
      retour={formatAdresseDocument(id, nature)}
      rendue={actionData}
      saisi={saisi}
      version={formatVersionLue(actuelle)}
      intro="Pour une faute de saisie, ou pour dire qu’elle est transmise. Un document revu est une nouvelle version."
    >
      <ChampsDocument nature={nature} v={v} erreurs={erreurs} />
    </Saisie>
  );
}
