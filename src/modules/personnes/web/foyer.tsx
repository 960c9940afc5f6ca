import { canUpdateEnfant } from '#modules/acces/index.ts';
import { ChampsAdresse } from '#web/dossier/champs-identite.tsx';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChoix, readValeur } from '#web/ui/choix.ts';
import { recordMenage } from '../data/menage-commands.server.ts';
import { LIBELLE_RESIDENCE } from '../menage.ts';
import type { Route } from './+types/foyer.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, () => ({}));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordMenage,
    avec: { personneId: args.params.id },
    vers: () => `/enfants/${args.params.id}`,
    fait: 'Le foyer est enregistré.',
  });
}

export default function AjouterFoyer({ loaderData: { id, nom, aujourdhui }, actionData }: Route.ComponentProps) {
  const { erreurs = {}, valeurs } = actionData ?? {};
  const champ = (cle: string, defaut: string | null = null) => ({
    nom: cle,
    erreur: erreurs[cle],
    valeur: readValeur(valeurs, cle, defaut),
  });
  return (
    <Saisie
      titre="Ajouter un foyer"
      sous={nom}
      acte="Enregistrer le foyer"
      retour={`/enfants/${id}`}
      rendue={actionData}
      fil={[
        { titre: 'Enfants', href: '/enfants' },
        { titre: nom, href: `/enfants/${id}` },
      ]}
    >
      <ChampTexte {...champ('libelle')} libelle="Nom du foyer" aide="Par exemple « Chez sa grand-mère »" requis />
      <ChampSelection
        {...champ('residence', 'principale')}
        libelle="Résidence"
        vide={null}
        choix={buildChoix(LIBELLE_RESIDENCE)}
      />
      <ChampJour {...champ('du', aujourdhui)} libelle="Depuis le" requis />
      <ChampsAdresse erreurs={erreurs} valeurs={valeurs} />
    </Saisie>
  );
}
