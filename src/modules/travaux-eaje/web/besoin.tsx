import { Introuvable } from '#server/errors.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage, readPage } from '#web/page.server.ts';
import { readValeurs } from '#web/valeurs.ts';
import { recordBesoin } from '../data/dossiers-commands.server.ts';
import { getCrecheDeTravaux } from '../data/dossiers-queries.server.ts';
import { canDemander } from '../droits.ts';
import type { Route } from './+types/besoin.ts';
import { formatAdresseDossier, formatAdresseTravaux, listFilTravaux } from './adresses.ts';
import { ChampsDossier } from './champs-dossier.tsx';

export function loader(args: Route.LoaderArgs) {
  return readPage(args, async ({ tx, agent }) => {
    const creche = await getCrecheDeTravaux(tx, args.params.id);
    if (!canDemander(agent, creche)) throw new Introuvable('Absente, ou hors de vos missions.');
    return { creche };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordBesoin,
    avec: { etablissementId: args.params.id },
    vers: (id) => formatAdresseDossier(id),
    fait: 'Besoin inscrit. L’impact se chiffre avant de le valider.',
  });
}

export default function InscrireBesoin({ loaderData: { creche }, actionData }: Route.ComponentProps) {
  const { erreurs, v } = readValeurs(actionData, null);
  return (
    <Saisie
      titre="Inscrire un besoin de travaux"
      sous={creche.nom}
      fil={listFilTravaux({ etablissementId: creche.id, creche: creche.nom })}
      acte="Inscrire le besoin"
      retour={formatAdresseTravaux(creche.id)}
      rendue={actionData}
    >
      <ChampsDossier
        champ={(nom) => ({ nom, valeur: v(nom), erreur: erreurs[nom] })}
        coches={(nom) => [actionData?.valeurs[nom] ?? []].flat()}
        places={creche.places}
      />
    </Saisie>
  );
}
