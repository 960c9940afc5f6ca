import { canUpdateEnfant } from '#modules/acces/index.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, readValeur } from '#web/ui/choix.ts';
import { recordStatut } from '../data/famille-commands.server.ts';
import { LIBELLE_STATUT } from '../statut.ts';
import type { Route } from './+types/statut.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, () => ({}));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordStatut,
    avec: { enfantId: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'Le statut est enregistré ; le précédent a pris fin la veille.',
  });
}

export default function ChangerStatut({ loaderData, actionData }: Route.ComponentProps) {
  const { aujourdhui } = loaderData;
  const { erreurs = {}, valeurs } = actionData ?? {};
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Changer le statut"
      acte="Enregistrer le statut"
      rendue={actionData}
    >
      <ChampSelection
        nom="code"
        libelle="Statut"
        choix={buildChoix(LIBELLE_STATUT)}
        valeur={readValeur(valeurs, 'code')}
        erreur={erreurs.code}
        requis
      />
      <ChampJour
        nom="du"
        libelle="À partir du"
        valeur={readValeur(valeurs, 'du', aujourdhui)}
        erreur={erreurs.du}
        requis
      />
      <ChampTexte
        nom="fondement"
        libelle="Décision qui le fonde"
        aide="Jugement, arrêté, date"
        valeur={readValeur(valeurs, 'fondement')}
        erreur={erreurs.fondement}
        taille="long"
      />
    </Saisie>
  );
}
