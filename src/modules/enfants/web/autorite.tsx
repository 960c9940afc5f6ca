import { canUpdateEnfant } from '#modules/acces/index.ts';
import { listLiens } from '#modules/personnes/index.server.ts';
import { LIBELLE_LIEN_QUALITE } from '#modules/personnes/index.ts';
import { formatPersonne } from '#shared/nom-propre.ts';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { CasesACocher, ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampJour, ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp, buildChoix } from '#web/ui/choix.ts';
import { LIBELLE_EXERCICE, LIBELLE_ORGANISME } from '../autorite-parentale.ts';
import { recordAutoriteParentale } from '../data/famille-commands.server.ts';
import type { Route } from './+types/autorite.ts';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, async (contexte) => {
    const { id } = args.params;
    const liens = await listLiens(contexte, id);
    const proches = new Map(
      liens.map(({ personneId, personne, qualite }) => [
        personneId,
        `${formatPersonne(personne)}, ${LIBELLE_LIEN_QUALITE[qualite]}`,
      ]),
    );
    return {
      qui: [
        ...[...proches].map(([valeur, libelle]) => ({ valeur, libelle, groupe: 'Autour de l’enfant' })),
        ...buildChoix(LIBELLE_ORGANISME).map((choix) => ({ ...choix, groupe: 'Organismes' })),
      ],
    };
  });
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: recordAutoriteParentale,
    avec: { enfantId: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'L’autorité parentale est enregistrée.',
  });
}

export default function AutoriteParentale({ loaderData, actionData }: Route.ComponentProps) {
  const { qui, aujourdhui } = loaderData;
  const { valeurs } = actionData ?? {};
  const champ = buildChamp(actionData);
  return (
    <Saisie
      {...buildCadreDeSaisie(loaderData)}
      titre="Autorité parentale"
      acte="Enregistrer l’autorité parentale"
      rendue={actionData}
    >
      <ChampSelection {...champ('qui')} libelle="Qui" choix={qui} requis />
      <ChampSelection {...champ('exercice')} libelle="Exercice" choix={buildChoix(LIBELLE_EXERCICE)} requis />
      <CasesACocher
        nom="titulaire"
        libelle="Titularité"
        choix={[{ valeur: 'oui', libelle: 'Titulaire de l’autorité parentale' }]}
        valeurs={valeurs && !valeurs.titulaire ? [] : ['oui']}
      />
      <ChampJour {...champ('du', aujourdhui)} libelle="À partir du" requis />
      <ChampTexte
        {...champ('fondement')}
        libelle="Décision qui le fonde"
        aide="Jugement, date, tribunal"
        taille="long"
      />
    </Saisie>
  );
}
