import { NATURES_DOCUMENT, NatureDocument } from '#modules/eaje/index.ts';
import { FIL_CRECHES, formatAdresseCreche } from '#modules/eaje/web/composants.tsx';
import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { recordDocument } from '../data/documents-commands.server.ts';
import type { Route } from './+types/document.ts';
import { getCrecheTenue } from './creche-tenue.server.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const { murs, documents } = await getCrecheTenue(contexte, args.params.id);
    const nature = NatureDocument.safeParse(args.params.nature);
    if (!nature.success) throw new Introuvable('Ce document n’est pas de ceux qu’une crèche tient.');
    const tenu = documents.find((document) => document.nature === nature.data) ?? null;
    return { murs: { id: murs.id, nom: murs.nom }, nature: nature.data, tenu };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordDocument,
    avec: { etablissementId: args.params.id, nature: args.params.nature },
    vers: (id) => formatAdresseCreche(id, '#documents'),
    fait: 'Document enregistré.',
  });
}

export default function EnregistrerDocument({ loaderData: { murs, nature, tenu }, actionData }: Route.ComponentProps) {
  const { erreurs, v, saisi } = readValeurs(actionData, tenu, { 'Établi le': 'etabliLe', 'À revoir le': 'aRevoirLe' });
  const retour = formatAdresseCreche(murs.id, '#documents');
  return (
    <Saisie
      titre={NATURES_DOCUMENT[nature]}
      sous={murs.nom}
      fil={[FIL_CRECHES, { titre: murs.nom, href: formatAdresseCreche(murs.id) }]}
      acte="Enregistrer le document"
      retour={retour}
      rendue={actionData}
      saisi={saisi}
      version={tenu?.version}
      intro="Marelle ne garde que les dates : le document lui-même reste où vous le rangez."
    >
      <ChampJour nom="etabliLe" libelle="Établi le" requis valeur={v('etabliLe')} erreur={erreurs.etabliLe} />
      <ChampJour
        nom="aRevoirLe"
        libelle="À revoir le"
        aide="Vide : sans date de révision"
        valeur={v('aRevoirLe')}
        erreur={erreurs.aRevoirLe}
      />
    </Saisie>
  );
}
