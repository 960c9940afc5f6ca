import { canUpdateEnfant } from '#modules/acces/index.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { recordAutreNom } from '../data/identite-commands.server.ts';
import { listAutresNoms } from '../data/personne-queries.server.ts';
import { LIBELLE_AUTRE_NOM_NATURE } from '../personne.ts';
import type { Route } from './+types/autre-nom.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, async (contexte) => ({
    connus: (await listAutresNoms(contexte, args.params.id)).map(
      ({ nom, prenom, nature }) => `${[nom, prenom].filter(Boolean).join(' ')} (${LIBELLE_AUTRE_NOM_NATURE[nature]})`,
    ),
  }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAutreNom,
    avec: { personneId: args.params.id },
    vers: ({ id }) => `/enfants/${id}`,
    fait: 'Le nom est ajouté : la recherche trouve aussi l’enfant sous ce nom.',
  });
}

export default function AutreNom({ loaderData, actionData }: Route.ComponentProps) {
  const champ = buildChamp(actionData);
  const { connus } = loaderData;
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Ajouter un autre nom"
      acte="Ajouter ce nom"
      rendue={actionData}
      intro={connus.length > 0 ? `Déjà connu sous : ${connus.join(', ')}.` : null}
    >
      <ChampSelection
        {...champ('nature')}
        libelle="De quel nom s’agit-il"
        choix={buildChoix(LIBELLE_AUTRE_NOM_NATURE)}
        requis
      />
      <div className="groupe-champs">
        <ChampTexte {...champ('nom')} libelle="Nom" requis autoComplete="off" />
        <ChampTexte {...champ('prenom')} libelle="Prénom" aide="S’il diffère aussi" autoComplete="off" />
      </div>
    </Saisie>
  );
}
