import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { createFormat } from '../data/formats.server.ts';
import type { Route } from './+types/format-nouveau.ts';
import { listChoixCreches, verifyImport } from './acces.server.ts';
import { ChampsFormat } from './champs-format.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    verifyImport(contexte);
    return { creches: await listChoixCreches(contexte) };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, { command: createFormat, vers: () => '/creches/pointages/import', fait: 'Format gardé.' });
}

export default function FormatNouveau({ loaderData: { creches }, actionData }: Route.ComponentProps) {
  return (
    <Saisie
      titre="Décrire un format de badges"
      fil={[{ titre: 'Badges', href: '/creches/pointages/import' }]}
      acte="Garder ce format"
      retour="/creches/pointages/import"
      rendue={actionData}
    >
      <ChampsFormat format={null} creches={creches} rendue={actionData} />
    </Saisie>
  );
}
