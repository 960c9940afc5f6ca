import { closeDelegation } from '#modules/delegations/index.server.ts';
import { closeUnite } from '#modules/organisation/index.server.ts';
import { Introuvable } from '#server/errors.ts';
import { FIL_ORGANISATION } from '#web/gabarits/onglets-organisation.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { readValeurs } from '#web/valeurs.ts';
import { closeAffectation } from '../data/affectations-commands.server.ts';
import { recordDepart } from '../data/agents-commands.server.ts';
import { closePoste } from '../data/postes-commands.server.ts';
import { findFin } from '../data/terminer.server.ts';
import type { Route } from './+types/terminer.ts';
import { FINS, parseQuoi } from './terminer-view.ts';

/** Mettre fin à quelque chose demande toujours la même chose : le dernier jour. */
export function loader(args: Route.LoaderArgs) {
  return readPage(args, async (contexte) => {
    const quoi = parseQuoi(args.params.quoi);
    const fin = quoi && (await findFin(contexte, quoi, args.params.id));
    if (!quoi || !fin) throw new Introuvable('Absent, ou hors de vos missions.');
    return { quoi, fin };
  });
}

export { shouldRevalidate } from '#web/gabarits/revalidation.ts';

export function action(args: Route.ActionArgs) {
  const quoi = parseQuoi(args.params.quoi);
  const commun = { avec: { id: args.params.id } };
  switch (quoi) {
    case 'unite':
      return actPage(args, {
        ...commun,
        command: closeUnite,
        vers: (id) => `/organisation/unites/${id}`,
        fait: 'Fermeture enregistrée.',
      });
    case 'agent':
      return actPage(args, {
        ...commun,
        command: recordDepart,
        vers: (id) => `/organisation/agents/${id}`,
        fait: 'Départ enregistré.',
      });
    case 'poste':
      return actPage(args, {
        ...commun,
        command: closePoste,
        vers: (id) => `/organisation/postes/${id}`,
        fait: 'Fermeture enregistrée.',
      });
    case 'affectation':
      return actPage(args, {
        ...commun,
        command: closeAffectation,
        vers: ({ posteId }) => `/organisation/postes/${posteId}`,
        fait: 'Fin de l’affectation enregistrée.',
      });
    case 'delegation':
      return actPage(args, {
        ...commun,
        command: closeDelegation,
        vers: () => '/organisation/delegations/liste',
        fait: 'Fin de la délégation enregistrée.',
      });
    default:
      throw new Response(null, { status: 404 });
  }
}

export default function Terminer({ loaderData: { quoi, fin }, actionData }: Route.ComponentProps) {
  const { champ } = readValeurs(actionData, null);
  const { titre, acte, intro } = FINS[quoi];
  return (
    <Saisie
      titre={titre}
      sous={fin.nom}
      fil={[FIL_ORGANISATION]}
      acte={acte}
      danger
      retour={fin.retour}
      rendue={actionData}
      version={fin.version}
      intro={intro}
    >
      <ChampJour {...champ('au')} libelle="Dernier jour" requis />
    </Saisie>
  );
}
