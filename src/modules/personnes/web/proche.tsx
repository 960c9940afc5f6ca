import { canUpdateEnfant } from '#modules/acces/index.ts';
import { ChampsIdentite } from '#web/dossier/champs-identite.tsx';
import { readSaisie } from '#web/dossier/saisie.server.ts';
import { buildCadreDeSaisie } from '#web/dossier/saisie-view.ts';
import { Saisie } from '#web/gabarits/saisie.tsx';
import { actPage } from '#web/page.server.ts';
import { ChampSelection } from '#web/ui/champ-choix.tsx';
import { ChampTexte } from '#web/ui/champ-texte.tsx';
import { buildChamp } from '#web/ui/choix.ts';
import { createProche } from '../data/lien-commands.server.ts';
import { listFoyers } from '../data/menage-queries.server.ts';
import type { Route } from './+types/proche.ts';
import { ChampsLien } from './champs-lien.tsx';

export function loader(args: Route.LoaderArgs) {
  return readSaisie(args, canUpdateEnfant, async (contexte) => ({
    foyers: (await listFoyers(contexte, args.params.id)).map(({ menageId, libelle }) => ({
      valeur: menageId,
      libelle,
    })),
  }));
}

export function action(args: Route.ActionArgs) {
  return actPage(args, {
    command: createProche,
    avec: { enfantId: args.params.id },
    vers: (id) => `/enfants/${id}`,
    fait: 'Le proche est ajouté.',
  });
}

export default function AjouterProche({ loaderData, actionData }: Route.ComponentProps) {
  const { foyers, aujourdhui } = loaderData;
  const champ = buildChamp(actionData);
  return (
    <Saisie {...buildCadreDeSaisie(loaderData)} titre="Ajouter un proche" acte="Ajouter ce proche" rendue={actionData}>
      <ChampsLien champ={champ} aujourdhui={aujourdhui} />
      <ChampsIdentite champ={champ} defauts={{ naissancePrecision: 'inconnue', sexe: 'inconnu' }} />
      <div className="groupe-champs">
        <ChampTexte {...champ('telephone')} libelle="Téléphone" type="tel" />
        <ChampTexte {...champ('courriel')} libelle="Courriel" type="email" />
        {foyers.length > 0 ? (
          <ChampSelection {...champ('menageId')} libelle="Vit dans le foyer" vide="Non" choix={foyers} />
        ) : null}
      </div>
      <ChampTexte {...champ('commentaire')} libelle="Précision" taille="long" />
    </Saisie>
  );
}
