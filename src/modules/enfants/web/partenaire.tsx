import { canUpdateEnfant } from '#modules/acces/index.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { recordPartenaireEnfant } from '../data/partenaire-commands.server.ts';
import { LIBELLE_PARTENAIRE_NATURE, LIBELLE_PARTENAIRE_QUALITE } from '../partenaire.ts';
import type { Route } from './+types/partenaire.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, () => ({}));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordPartenaireEnfant,
    avec: { enfantId: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'Le partenaire est ajouté.',
  });
}

export default function AjouterPartenaire({ loaderData, actionData }: Route.ComponentProps) {
  const { aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Ajouter un partenaire"
      acte="Ajouter ce partenaire"
      rendue={actionData}
    >
      <ChampSelection
        {...champ('qualite')}
        libelle="Ce qu’il est pour l’enfant"
        choix={buildChoix(LIBELLE_PARTENAIRE_QUALITE)}
        requis
      />
      <ChampSelection {...champ('nature')} libelle="Nature" choix={buildChoix(LIBELLE_PARTENAIRE_NATURE)} requis />
      <ChampTexte {...champ('nom')} libelle="Nom" aide="École, cabinet, tribunal…" requis />
      <div className="groupe-champs">
        <ChampTexte {...champ('interlocuteur')} libelle="Interlocuteur" />
        <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" />
        <ChampTexte {...champ('courriel')} libelle="Courriel" type="email" />
      </div>
      <ChampJour {...champ('du', aujourdhui)} libelle="Depuis le" requis />
    </Saisie>
  );
}
