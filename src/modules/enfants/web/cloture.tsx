import { canCloseDossier } from '#modules/acces/index.ts';
import { actPuisQuitte, readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { ChampJour } from '#web/ui/champ-texte.tsx';
import { readValeur } from '#web/ui/choix.ts';
import { closeDossier } from '../data/dossier-commands.server.ts';
import type { Route } from './+types/cloture.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canCloseDossier, (_, { numero, closLe }) => ({ numero, closLe }));
}

export function action(args: Route.ActionArgs) {
  return actPuisQuitte(args, {
    command: closeDossier,
    avec: { id: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'Le dossier est fermé : il sort des listes, rien n’est effacé.',
  });
}

export default function FermerDossier({ loaderData, actionData }: Route.ComponentProps) {
  const { numero, closLe, version, aujourdhui } = loaderData;
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Fermer le dossier"
      acte={`Fermer le dossier ${numero}`}
      danger
      rendue={actionData}
      version={version}
      intro="Le dossier sort des listes le lendemain de ce jour. Rien n’est effacé : qui encadre une unité qui a suivi l’enfant peut encore le relire."
    >
      <ChampJour
        nom="closLe"
        libelle="Dernier jour du dossier"
        valeur={readValeur(actionData?.valeurs, 'closLe', closLe ?? aujourdhui)}
        erreur={actionData?.erreurs.closLe}
        requis
      />
    </Saisie>
  );
}
