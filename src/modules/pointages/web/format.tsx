import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { getFormat, updateFormat } from '../data/formats.server.ts';
import type { Route } from './+types/format.ts';
import { listChoixCreches, verifyImport } from './acces.server.ts';
import { ChampsFormat } from './champs-format.tsx';

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyImport(contexte);
    return { format: await getFormat(contexte.tx, args.params.id), creches: await listChoixCreches(contexte) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: updateFormat,
    avec: { id: args.params.id },
    vers: () => '/creches/pointages/import',
    fait: 'Format changé.',
  });
}

export default function Format({ loaderData: { format, creches }, actionData }: Route.ComponentProps) {
  return (
    <Saisie
      titre={format.nom}
      fil={[{ titre: 'Badges', href: '/creches/pointages/import' }]}
      acte="Changer ce format"
      retour="/creches/pointages/import"
      rendue={actionData}
      version={format.version}
    >
      <ChampsFormat format={format} creches={creches} rendue={actionData} />
    </Saisie>
  );
}
